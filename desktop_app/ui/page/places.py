"""Where the rows of a bitext stand on the page: below the row of their paragraph, or in a section.

The page has the rows in their own order, also where one version has sub-paragraphs beside the
paragraphs of the other. A paragraph of the source holds all its sub-paragraphs, and what only the
target has between them; what only the target has stands below its own paragraph if that is still
the last one on the page.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

DEEPEST = 5
"""Levels of sub-paragraphs that are indented; deeper ones, of which a damaged file can have
hundreds, stay at the last level."""
_NONE = -1
Ids = Sequence[Sequence[str]]
"""The clauses of a row, of each version."""
Side = Mapping[str, str]
"""The section of each clause of a version."""


class RowPlace(NamedTuple):
    """Where a row stands: the number of the row `above` it, -1 for none; its `section`; its
    `depth`, the level of its `first` clause; and the version that has that clause."""

    above: int
    section: str
    depth: int
    side: int
    first: str


def places(
    rows: Sequence[Ids], sides: Sequence[Side], sections: Sequence[str]
) -> Iterator[RowPlace]:
    """The places of rows of clauses; `sections` are in the order of the page."""
    ranks = {section: rank for rank, section in enumerate(sections)}
    line = _Line(sides)
    rank = 0
    for number, (ids, following) in enumerate(zip(rows, _following(rows), strict=True)):
        side = 0 if ids[0] else 1
        first = ids[side][0]
        sections_of = sides[side]
        own = ranks[sections_of[first]]
        paragraph = _above(sections_of, first)
        depth = line.depth(side, paragraph) if paragraph else _NONE
        if side and following:
            depth = max(depth, line.depth(0, _above(sides[0], following)))
            own = min(own, ranks[sides[0][following]])
        if own > rank:
            rank = own
        above = line.add(number, ids, depth)
        level = _level(sections_of, paragraph) if paragraph else 0
        yield RowPlace(above, sections[rank], level, side, first)


class _Line:
    """The last row and those above it, the outermost first: below these the next one can stand."""

    def __init__(self, sides: Sequence[Side]) -> None:
        self._sides = sides
        self._rows: list[int] = []
        self._depths: dict[int, int] = {}
        self._holders: list[dict[str, int]] = [{} for _ in sides]

    def depth(self, side: int, id: str) -> int:
        """The place in the line of a paragraph or the nearest above it, _NONE if none is there."""
        while id:
            row = self._holders[side].get(id, _NONE)
            depth = self._depths.get(row, _NONE)
            if _NONE < depth < len(self._rows) and self._rows[depth] == row:
                return depth
            id = _above(self._sides[side], id)
        return _NONE

    def add(self, row: int, ids: Ids, depth: int) -> int:
        """Adds a row below one of the line, and returns that one."""
        del self._rows[depth + 1 :]
        above = self._rows[-1] if self._rows else _NONE
        self._depths[row] = len(self._rows)
        self._rows.append(row)
        for known, own in zip(self._holders, ids, strict=True):
            for id in own:
                known[id] = row
        return above


def _following(rows: Sequence[Ids]) -> list[str]:
    """The first clause that the source has in each row or after it, "" for none."""
    out: list[str] = []
    found = ""
    for ids in reversed(rows):
        found = ids[0][0] if ids[0] else found
        out.append(found)
    return out[::-1]


def _level(side: Side, paragraph: str) -> int:
    """The level of what is below a paragraph, as far as that counts."""
    level = 1
    while level < DEEPEST and (paragraph := _above(side, paragraph)):
        level += 1
    return level


def _above(side: Side, id: str) -> str:
    """The paragraph above a clause, "" for none."""
    above = id.rpartition(".")[0]
    return above if above in side else ""
