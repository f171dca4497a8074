"""Tables whose cells are parted by drawn lines."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from desktop_app.reading.readers.pdf.lines.characters import Char
from desktop_app.reading.readers.pdf.lines.rows import rows
from desktop_app.reading.readers.pdf.tables.cells import Found
from desktop_app.reading.readers.pdf.tables.strokes import Stroke

_TOUCH = 3.0
"""Points between the ends of two lines that are one, or between two lines that meet."""
_SAME = 1.5
"""Points between two lines in one place."""
_MOST_PAIRS = 5_000
"""Lines along times lines down the page: with more it is no table."""
_FILLED = 0.3
"""Part of the cells that have words: fewer have the drawings of a chart."""
_MIDDLE = 0.3
"""How far the middle of a letter is above its baseline, in sizes of the type."""


def ruled(strokes: Sequence[Stroke], chars: Sequence[Char]) -> tuple[list[Found], Sequence[Char]]:
    """The tables of a page, and the characters that are in none."""
    along = _joined(stroke for stroke in strokes if stroke.along)
    down = _joined(stroke for stroke in strokes if not stroke.along)
    if not along or not down or len(along) * len(down) > _MOST_PAIRS:
        return [], chars
    found: list[Found] = []
    for lines in _touching(along, down):
        table = _Grid(lines).table(chars)
        if table:
            found.append(table[0])
            chars = table[1]
    return found, chars


def _joined(strokes: Iterable[Stroke]) -> list[Stroke]:
    """The lines with those in one that are drawn in pieces, as a border for each cell."""
    by_place: list[list[Stroke]] = []
    for stroke in sorted(strokes, key=lambda stroke: stroke.place):
        if by_place and stroke.place - by_place[-1][-1].place <= _SAME:
            by_place[-1].append(stroke)
        else:
            by_place.append([stroke])
    return [joined for group in by_place for joined in _in_one(group)]


def _in_one(group: Sequence[Stroke]) -> Iterator[Stroke]:
    ordered = sorted(group, key=lambda stroke: stroke.start)
    last = ordered[0]
    for stroke in ordered[1:]:
        if stroke.start - last.end <= _TOUCH:
            last = last._replace(end=max(last.end, stroke.end))
        else:
            yield last
            last = stroke
    yield last


def _touching(along: Sequence[Stroke], down: Sequence[Stroke]) -> list[list[Stroke]]:
    """The lines by what they meet."""
    groups: list[list[Stroke]] = []
    left = {id(stroke): stroke for stroke in (*along, *down)}
    while left:
        reached = [left.pop(next(iter(left)))]
        for stroke in reached:  # which grows
            others = [other for other in left.values() if _meet(stroke, other)]
            for other in others:
                del left[id(other)]
            reached += others
        groups.append(reached)
    return groups


def _meet(one: Stroke, other: Stroke) -> bool:
    return (
        one.along is not other.along
        and other.start - _TOUCH <= one.place <= other.end + _TOUCH
        and one.start - _TOUCH <= other.place <= one.end + _TOUCH
    )


class _Grid:
    """The lines of one table: its edges from left to right and from top to bottom."""

    def __init__(self, lines: Sequence[Stroke]) -> None:
        self._along = [stroke for stroke in lines if stroke.along]
        self._down = [stroke for stroke in lines if not stroke.along]
        ends = [place for stroke in self._along for place in (stroke.start, stroke.end)]
        tops = [place for stroke in self._down for place in (stroke.start, stroke.end)]
        self._xs = _edges(self._down, ends)
        self._ys = _edges(self._along, tops)

    def table(self, chars: Sequence[Char]) -> tuple[Found, Sequence[Char]] | None:
        """The table with its characters, and those that are left; None if it is none."""
        columns, lines = len(self._xs) - 1, len(self._ys) - 1
        if columns < 2 or lines < 2:
            return None
        cells: list[list[list[Char]]] = [[[] for _ in range(columns)] for _ in range(lines)]
        rest: list[Char] = []
        owners = self._owners()
        for char in chars:
            place = self._place(char)
            if place is None:
                rest.append(char)
            else:
                row, column = owners[place]
                cells[row][column].append(char)
        filled = sum(bool(cell) for row in cells for cell in row)
        if filled < _FILLED * len({*owners.values()}):
            return None
        found = Found(
            top=self._ys[-1],
            bottom=self._ys[0],
            cells=[[rows(cell) for cell in row] for row in cells],
            edges=tuple(self._xs[:-1]),
        )
        return found, rest

    def _place(self, char: Char) -> tuple[int, int] | None:
        """The row, from the top, and the column of a character."""
        x, y = (char.left + char.right) / 2, char.base + _MIDDLE * char.size
        if not (self._xs[0] <= x < self._xs[-1] and self._ys[0] <= y < self._ys[-1]):
            return None
        return len(self._ys) - 1 - bisect_right(self._ys, y), bisect_right(self._xs, x) - 1

    def _owners(self) -> dict[tuple[int, int], tuple[int, int]]:
        """The cell that has the words of each place: the first of those that no line parts."""
        out: dict[tuple[int, int], tuple[int, int]] = {}
        heights = [*pairwise(self._ys)][::-1]
        widths = [*pairwise(self._xs)]
        for row, (low, high) in enumerate(heights):
            for column, (left, right) in enumerate(widths):
                above, before = (row - 1, column), (row, column - 1)
                if row and not _is_drawn(self._along, high, (left + right) / 2):
                    out[row, column] = out[above]
                elif column and not _is_drawn(self._down, left, (low + high) / 2):
                    out[row, column] = out[before]
                else:
                    out[row, column] = (row, column)
        return out


def _is_drawn(strokes: Sequence[Stroke], place: float, at: float) -> bool:
    return any(
        abs(stroke.place - place) <= _TOUCH and stroke.start <= at <= stroke.end
        for stroke in strokes
    )


def _edges(strokes: Sequence[Stroke], ends: Sequence[float]) -> list[float]:
    """The places of lines and the ends of those across them, each once."""
    out: list[float] = []
    for place in sorted([*(stroke.place for stroke in strokes), *ends]):
        if not out or place - out[-1] > _TOUCH:
            out.append(place)
    return out
