"""Pages with two columns: a white band through most of the height parts them."""

from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.reading.readers.pdf.lines.characters import Char
from desktop_app.reading.readers.pdf.lines.rows import Row, rows

_MIDDLE = (0.3, 0.7)
"""Where the band can stand, in parts of the width of the text."""
_STEP = 2.0
"""Points between two places that are tried."""
_BAND = 1.0
"""Its width at least, in parts of the size of the type."""
_CROSSING = 0.4
"""Part of the rows that may cross it: titles above, notes below."""
_SIDES = 0.35
"""Part of the rows that each column has at least, and rows of a column in numbers."""
_FEWEST = 8
_FILLED, _OFTEN = 0.5, 0.4
"""Parts of the width of a column that a row of running text fills, and how many rows do: the cells
of a table and the lines of a closing do not."""
_GAP = 0.6
"""Parts of the size: a wider gap between two words can be the band."""


class _Extent(NamedTuple):
    """Where a row begins and ends, and the wide gaps in it."""

    left: float
    right: float
    gaps: tuple[tuple[float, float], ...]

    def crosses(self, place: float) -> bool:
        """Whether the row has words at a place."""
        if not self.left < place < self.right:
            return False
        return not self.gaps or not any(left <= place <= right for left, right in self.gaps)

    def before(self, place: float) -> tuple[float, float] | None:
        """What a row that does not cross a place has before it, None if that is nothing."""
        ends = (left for left, right in self.gaps if left <= place <= right)
        return (self.left, next(ends, self.right)) if self.left < place else None

    def after(self, place: float) -> tuple[float, float] | None:
        """The same behind it."""
        starts = (right for left, right in self.gaps if left <= place <= right)
        return (next(starts, self.left), self.right) if self.right > place else None


def _extent(row: Row) -> _Extent:
    gaps: list[tuple[float, float]] = []
    end, widest = row.chars[0].right, _GAP * row.size
    for char in row.chars:
        if char.left - end > widest:
            gaps.append((end, char.left))
        if char.right > end:
            end = char.right
    return _Extent(row.left, end, tuple(gaps))


def in_columns(chars: Sequence[Char], rtl: bool) -> list[list[Row]]:
    """The rows of a page, column after column; one list where there are none."""
    whole = rows(chars)
    extents = [_extent(row) for row in whole]
    band = _band(extents, sorted(row.size for row in whole)[len(whole) // 2] if whole else 0)
    if band is None:
        return [whole] if whole else []
    out: list[list[Row]] = []
    for crosses, group in _grouped(whole, [extent.crosses(band) for extent in extents]):
        if crosses:
            out.append(group)
            continue
        inside = [char for row in group for char in row.chars]
        sides = [
            rows([char for char in inside if char.left < band]),
            rows([char for char in inside if char.left >= band]),
        ]
        out += [side for side in (reversed(sides) if rtl else sides) if side]
    return out


def _band(extents: Sequence[_Extent], size: float) -> float | None:
    """The middle of the widest band that parts the page into columns, None if there is none."""
    if len(extents) < _FEWEST:
        return None
    left, right = min(one.left for one in extents), max(one.right for one in extents)
    best: tuple[float, float] | None = None
    place = left + _MIDDLE[0] * (right - left)
    start: float | None = None
    while place <= left + _MIDDLE[1] * (right - left):
        if _parts(extents, place):
            start = place if start is None else start
            if place - start >= _BAND * size and (best is None or place - start > best[0]):
                best = place - start, (place + start) / 2
        else:
            start = None
        place += _STEP
    return best[1] if best else None


def _parts(extents: Sequence[_Extent], place: float) -> bool:
    """Whether so many rows stand on either side of a place and so few at it that it parts them."""
    rest: list[_Extent] = []
    free = _CROSSING * len(extents)
    for one in extents:
        if not one.crosses(place):
            rest.append(one)
            continue
        free -= 1
        if free < 0:  # on a page without columns at nearly every place, so that it is found early
            return False
    fewest = max(_SIDES * len(extents), _FEWEST)
    before = [part for one in rest if (part := one.before(place))]
    after = [part for one in rest if (part := one.after(place))]
    if min(len(before), len(after)) < fewest:
        return False
    edge = max(one.right for one in extents)
    return _are_filled(before, place) and _are_filled(after, edge)


def _are_filled(parts: Sequence[tuple[float, float]], edge: float) -> bool:
    """Whether the rows of a side that ends at an edge are running text."""
    width = edge - min(start for start, _ in parts)
    filled = sum(end - start >= _FILLED * width for start, end in parts)
    return filled >= _OFTEN * len(parts)


def _grouped(whole: Sequence[Row], crossing: Sequence[bool]) -> list[tuple[bool, list[Row]]]:
    """Rows that follow each other, those that cross the band apart from those that do not."""
    groups: list[tuple[bool, list[Row]]] = []
    for row, crosses in zip(whole, crossing, strict=True):
        if groups and groups[-1][0] is crosses:
            groups[-1][1].append(row)
        else:
            groups.append((crosses, [row]))
    return groups
