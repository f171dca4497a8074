"""Rows that the file of two versions gives, in place of those that alignment finds."""

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from desktop_app.alignment.align import with_notes
from desktop_app.alignment.corrections.joining import fits
from desktop_app.resolution.bitext import Bitext, FileRows, Row
from desktop_app.resolution.model import Resolution

_Sides = tuple[list[str], list[str]]


def with_rows(automatic: Bitext, rows: Iterable[Row]) -> Bitext:
    """The bitext with other rows of its clauses; as it is, where they do not fit the texts."""
    found = with_notes(automatic, [*rows])
    return found if fits(automatic, found.rows) else automatic


def with_file_rows(automatic: Bitext, source: FileRows, target: FileRows) -> Bitext:
    """The same by the rows of the file that the clauses stand in."""
    assert automatic.target is not None
    texts = automatic.source, automatic.target
    return with_rows(automatic, _in_order(_rows(automatic, (source, target)), texts))


def _rows(automatic: Bitext, file_rows: Sequence[FileRows]) -> Iterator[Row]:
    """The rows of clauses that stand in one row of the file. Several on both sides, and those whose
    place nothing tells, stand as alignment has them, within the row."""
    groups = [*_groups(automatic, [*_filled(automatic, file_rows)])]
    several = {n for n, sides in enumerate(groups) if not n or min(map(len, sides)) > 1}
    for number, (source, target) in enumerate(groups):
        if number not in several and source and target:
            yield Row((*source,), (*target,), 1.0)
        elif number not in several:
            yield from (Row((id,), (), 1.0) for id in source)
            yield from (Row((), (id,), 1.0) for id in target)
    group_of = [
        {id: number for number in several for id in groups[number][side]} for side in (0, 1)
    ]
    for row in automatic.rows:
        cut: dict[int, _Sides] = {}
        for side, ids in enumerate((row.source, row.target)):
            for id in ids:
                if id in group_of[side]:
                    cut.setdefault(group_of[side][id], ([], []))[side].append(id)
        for left, right in cut.values():
            yield row._replace(source=(*left,), target=(*right,))


def _filled(automatic: Bitext, file_rows: Sequence[FileRows]) -> Iterator[FileRows]:
    """The rows of the file, and for clauses without one that of the clause aligned with them."""
    for side, known in enumerate(file_rows):
        found = dict(known)
        for row in automatic.rows:
            own, other = (row.source, row.target)[:: -1 if side else 1]
            there = next(
                (file_rows[1 - side][id] for id in other if id in file_rows[1 - side]), None
            )
            for id in own:
                if there and id not in known:
                    found[id] = there
        yield found


def _groups(automatic: Bitext, file_rows: Sequence[FileRows]) -> Iterator[_Sides]:
    """First the clauses whose place is not known, then those that stand in the same rows of the
    file."""
    unknown: _Sides = ([], [])
    placed: list[tuple[int, int, int, str]] = []
    for side, text in enumerate((automatic.source, automatic.target)):
        for clause in text.walk() if text else ():
            if clause.id in file_rows[side]:
                placed.append((*file_rows[side][clause.id], side, clause.id))
            else:
                unknown[side].append(clause.id)
    yield unknown
    group: _Sides = ([], [])
    reach = -1
    for first, last, side, id in sorted(placed, key=itemgetter(0, 1, 2)):
        if first > reach and any(group):
            yield group
            group = ([], [])
        group[side].append(id)
        reach = max(reach, last)
    if any(group):
        yield group


def _in_order(rows: Iterable[Row], texts: Sequence[Resolution]) -> Iterator[Row]:
    """The rows in reading order: what the first version lacks behind what it follows in the
    other."""
    order = [{clause.id: n for n, clause in enumerate(text.walk())} for text in texts]
    found = [row for row in rows if row.source or row.target]
    alone = sorted(
        (row for row in found if not row.source), key=lambda row: order[1][row.target[0]]
    )
    ahead = iter([*alone, None])
    following = next(ahead)
    for row in sorted(
        (row for row in found if row.source), key=lambda row: order[0][row.source[0]]
    ):
        while row.target and following and order[1][following.target[0]] < order[1][row.target[0]]:
            yield following
            following = next(ahead)
        yield row
    while following:
        yield following
        following = next(ahead)
