"""From the places of a page's text, turned upright, to those on the page as it is shown."""

from math import isfinite
from typing import Any, NamedTuple

from desktop_app.resolution.model import Box

_ASCENT, _DESCENT = 0.95, 0.28
"""How far letters reach above and below their baseline, in parts of the size of the type."""


class Frame(NamedTuple):
    """`turn`: the quarter turns against the clock that its text stands in; `rotation`: those with
    the clock that a viewer turns the page by; the edges of what a viewer shows of it."""

    turn: int
    rotation: int
    left: float
    bottom: float
    right: float
    top: float

    def line(self, left: float, right: float, base: float, size: float) -> Box | None:
        """The box of a line of type of a size; None where a damaged file has it nowhere."""
        box = self.shown(left, base - _DESCENT * size, right, base + _ASCENT * size)
        return box if all(map(isfinite, box)) else None

    def shown(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box from its edges."""
        corners = [self._shown(*self._drawn(x, y)) for x in (left, right) for y in (bottom, top)]
        xs, ys = zip(*corners, strict=True)
        return round(min(xs), 1), round(min(ys), 1), round(max(xs), 1), round(max(ys), 1)

    def _drawn(self, x: float, y: float) -> tuple[float, float]:
        """Where the page has what stands there once its text is upright."""
        return ((x, y), (-y, x), (-x, -y), (y, -x))[self.turn]

    def _shown(self, x: float, y: float) -> tuple[float, float]:
        return (
            (x - self.left, self.top - y),
            (y - self.bottom, x - self.left),
            (self.right - x, y - self.bottom),
            (self.top - y, self.right - x),
        )[self.rotation]


def frame_of(page: Any, turn: int = 0) -> Frame:
    """The frame of a page of PDFium's, whose text stands in so many quarter turns."""
    return Frame(turn, page.get_rotation() // 90 % 4, *page.get_bbox())
