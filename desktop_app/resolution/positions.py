"""Positions in a published text as positions in the converted one, and back."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import starmap
from operator import attrgetter
from typing import NamedTuple


class Seam(NamedTuple):
    """A word that is shown as one of another length: from `start` to before `end` in the published
    text, from `shown_start` to before `shown_end` in the shown one."""

    start: int
    end: int
    shown_start: int
    shown_end: int


class Resized(NamedTuple):
    """A word that is replaced by one of another length."""

    start: int
    end: int
    length: int


class PositionMap(NamedTuple):
    """Published positions to shown ones and back. `seams` are in order and do not overlap; all
    between them stands character against character. Positions are from 0 to the text's length."""

    seams: tuple[Seam, ...] = ()

    def shown(self, position: int) -> int:
        """The shown position of a published one; within a seam, in proportion."""
        return _moved(position, self.seams)

    def published(self, position: int) -> int:
        """The published position of a shown one; within a seam, in proportion."""
        return _moved(position, self._back())

    def shown_range(self, start: int, end: int) -> tuple[int, int]:
        """The shown words of a published range: a word that is cut through counts as a whole."""
        return _range(start, end, self.seams)

    def published_range(self, start: int, end: int) -> tuple[int, int]:
        """The published words of a shown range: a word that is cut through counts as a whole."""
        return _range(start, end, self._back())

    def then(self, other: "PositionMap") -> "PositionMap":
        """The map of one conversion after the other."""
        if not (self.seams and other.seams):
            return self if self.seams else other
        spans = [(seam.shown_start, seam.shown_end) for seam in self.seams]
        spans += [(seam.start, seam.end) for seam in other.seams]
        edges = [position for span in _united(spans) for position in span]
        published = _all_moved(edges, self._back())
        shown = _all_moved(edges, other.seams)
        ends = zip(published[::2], published[1::2], shown[::2], shown[1::2], strict=True)
        return PositionMap(tuple(starmap(Seam, ends)))

    def _back(self) -> tuple[Seam, ...]:
        return tuple(Seam(s.shown_start, s.shown_end, s.start, s.end) for s in self.seams)


SAME = PositionMap()
"""Every position is its own."""


def seams(words: Iterable[Resized]) -> PositionMap:
    """The map of one pass that replaced these words."""
    out: list[Seam] = []
    offset = 0
    for start, end, length in words:
        out.append(Seam(start, end, start + offset, start + offset + length))
        offset += length - (end - start)
    return PositionMap(tuple(out))


def _before(position: int, seams: Sequence[Seam]) -> Seam | None:
    """The last seam that starts at or before a position."""
    place = bisect_right(seams, position, key=attrgetter("start"))
    return seams[place - 1] if place else None


def _moved(position: int, seams: Sequence[Seam]) -> int:
    return _beyond(position, _before(position, seams))


def _all_moved(positions: Sequence[int], seams: Sequence[Seam]) -> list[int]:
    """The same of many positions in order, in one pass over the seams."""
    out: list[int] = []
    seam: Seam | None = None
    place = 0
    for position in positions:
        while place < len(seams) and seams[place].start <= position:
            seam = seams[place]
            place += 1
        out.append(_beyond(position, seam))
    return out


def _beyond(position: int, seam: Seam | None) -> int:
    """A position moved, by the last seam that starts at or before it."""
    if seam is None:
        return position
    if position >= seam.end:
        return seam.shown_end + position - seam.end
    length = seam.shown_end - seam.shown_start
    return seam.shown_start + (position - seam.start) * length // (seam.end - seam.start)


def _range(start: int, end: int, seams: Sequence[Seam]) -> tuple[int, int]:
    first, last = _before(start, seams), _before(end, seams)
    if first and start < first.end:
        start = first.start
    if last and last.start < end < last.end:
        end = last.end
    return _moved(start, seams), _moved(end, seams)


def _united(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, those that overlap as one."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if out and start < out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out
