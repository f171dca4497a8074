"""From the places of a page's text, turned upright, to those on the page as it is shown."""

from typing import NamedTuple

from desktop_app.resolution.model import Box


class Frame(NamedTuple):
    """`turn`: the quarter turns against the clock that its text stands in; `rotation`: those with
    the clock that a viewer turns the page by; the edges of what a viewer shows of it."""

    turn: int
    rotation: int
    left: float
    bottom: float
    right: float
    top: float

    def shown(self, left: float, bottom: float, right: float, top: float) -> Box:
        """The box of a line from its edges."""
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
