"""Rows that were corrected elsewhere: whether they fit a bitext, and how the corrections of two
windows become one."""

from collections.abc import Iterable, Iterator
from itertools import accumulate, groupby
from typing import NamedTuple

from desktop_app.alignment.corrections.tree import (
    SOURCE,
    TARGET,
    Ids,
    Rows,
    RowTree,
    all_sided,
    pairs,
    sided,
)
from desktop_app.resolution.bitext import Bitext, Row


def turned(rows: Rows) -> Rows:
    """The same rows with the sides exchanged."""
    return tuple(row.turned() for row in rows)


class Joined(NamedTuple):
    """Rows that two windows corrected, and whether they `contradict` each other somewhere."""

    rows: Rows
    contradict: bool


def join(before: Rows, mine: Rows, theirs: Rows) -> Joined:
    """Joins two corrections of the same rows. A stretch of rows changed by one of them is taken
    from it. If both changed a stretch, rows by hand win over automatic ones; if both are by hand
    and differ, they contradict each other and `mine` wins.

    A stretch ends wherever all three have the same clauses in front of them, so stretches of
    different origin fit together. All three have to fit the same bitext."""
    out: list[Row] = []
    contradict = False
    for stretch in _stretches(before, mine, theirs):
        chosen = _chosen(*stretch)
        contradict |= chosen is None
        out += stretch[1] if chosen is None else chosen
    return Joined(tuple(out), contradict)


def _stretches(*versions: Rows) -> Iterator[list[Rows]]:
    """The rows of each version from one place where all have had the same clauses to the next."""
    orders = [{id: n for n, id in enumerate(all_sided(rows), 1)} for rows in versions]
    ends = [_ends(rows) for rows in versions]
    starts = [0] * len(versions)
    furthest = 0
    for count, id in enumerate(orders[0], 1):
        furthest = max(furthest, *(order[id] for order in orders))
        if furthest == count and all(count in own for own in ends):
            stops = [own[count] for own in ends]
            yield [rows[n:m] for rows, n, m in zip(versions, starts, stops, strict=True)]
            starts = stops


def _ends(rows: Rows) -> dict[int, int]:
    """How many rows there are up to a number of clauses, where a row ends there."""
    counts = accumulate(len(row.source) + len(row.target) for row in rows)
    return {count: n for n, count in enumerate(counts, 1)}


def _chosen(before: Rows, mine: Rows, theirs: Rows) -> Rows | None:
    """Which rows of a stretch count, None if the two versions contradict each other."""
    if _outline(theirs) in (_outline(before), _outline(mine)):
        return mine
    if _outline(mine) == _outline(before):
        return theirs
    if pairs(mine) == pairs(theirs):
        both = zip(mine, theirs, strict=True)
        return tuple(one if one.by_hand else other for one, other in both)
    if not any(row.by_hand for row in theirs):
        return mine
    return None if any(row.by_hand for row in mine) else theirs


def fits(bitext: Bitext, rows: Rows) -> bool:
    """Whether kept rows can replace those of a bitext: they have the same clauses, each once and in
    the same order, and join only clauses of one part, level and parent."""
    if not all(map(sided, rows)) or sorted(all_sided(rows)) != sorted(all_sided(bitext.rows)):
        return False
    tree = RowTree(bitext._replace(rows=rows))
    for side in (SOURCE, TARGET):
        orders = [
            sorted(
                (id for id in all_sided(some) if id[0] == side), key=lambda id: tree.kin[id].level
            )
            for some in (rows, bitext.rows)
        ]
        if orders[0] != orders[1]:
            return False
    parts = [part for part, _ in groupby(tree.parts)]
    return len(parts) == len(set(parts)) and _is_nested(tree)


def _is_nested(tree: RowTree) -> bool:
    """Whether the clauses of each row are of one level and belong to the row above it."""
    above: list[Row] = []
    for row, level in zip(tree.rows, tree.levels, strict=True):
        kin = [tree.kin[id] for id in sided(row)]
        if level > len(above) or len({(own.part, own.level) for own in kin}) > 1:
            return False
        if level and not {own.above for own in kin} <= set(sided(above[level - 1])):
            return False
        above[level:] = [row]
    return True


def _outline(rows: Iterable[Row]) -> list[tuple[Ids, Ids, bool]]:
    """All that tells rows apart for a person; scores differ from one version to another."""
    return [(row.source, row.target, row.by_hand) for row in rows]
