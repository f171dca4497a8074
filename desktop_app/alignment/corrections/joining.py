"""Rows that were corrected elsewhere: whether they fit a bitext, and how the corrections of two
windows become one."""

from collections.abc import Iterable, Iterator
from itertools import accumulate, groupby
from operator import itemgetter
from typing import NamedTuple

from desktop_app.alignment.corrections.tree import (
    NOTES,
    Ids,
    Rows,
    RowTree,
    Sided,
    all_sided,
    pairs,
    sided,
    uprooted,
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


def join_fitting(bitext: Bitext, before: Rows, mine: Rows, theirs: Rows) -> Joined:
    """The same for rows of a bitext; where those joined do not fit it, since one window has levels
    where another has none, the two contradict each other and `mine` wins."""
    joined = join(before, mine, theirs)
    return joined if fits(bitext, joined.rows) else Joined(mine, contradict=True)


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
    the same order, and join only clauses of one part, and of one level and parent unless the part
    is a list without levels."""
    if not all(map(sided, rows)) or sorted(all_sided(rows)) != sorted(all_sided(bitext.rows)):
        return False
    tree = RowTree(bitext._replace(rows=rows))
    parts = [part for part, _ in groupby(tree.parts)]
    if uprooted(rows, tree.kin) or len(parts) > len(set(parts)):
        return False
    found, texts = all_sided(rows), _in_texts(bitext, tree)
    return _by_part(found, tree) == _by_part(all_sided(bitext.rows), tree) and (
        _by_level(found, tree) == _by_level(texts, tree)
    )


def _in_texts(bitext: Bitext, tree: RowTree) -> list[Sided]:
    """All clauses in the order of their texts, and the footnotes in that of the rows, which is the
    order of one side alone."""
    notes = [id for id in all_sided(bitext.rows) if tree.kin[id].part == NOTES]
    return [id for id, kin in tree.kin.items() if kin.part != NOTES] + notes


def _by_part(ids: Iterable[Sided], tree: RowTree) -> list[tuple[int, str]]:
    """The side and part of each clause, those of one side in the order that they have."""
    return sorted(((id[0], tree.kin[id].part) for id in ids), key=itemgetter(0))


def _by_level(ids: Iterable[Sided], tree: RowTree) -> list[Sided]:
    """Clauses by their side, part and level, those of one level in the order that they have."""
    return sorted(ids, key=lambda id: (id[0], *tree.kin[id][:2]))


def _outline(rows: Iterable[Row]) -> list[tuple[Ids, Ids, bool]]:
    """All that tells rows apart for a person; scores differ from one version to another."""
    return [(row.source, row.target, row.by_hand) for row in rows]
