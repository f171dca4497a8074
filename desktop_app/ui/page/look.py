"""How the page looks: colours, size, fonts and layout."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.common.typography import PLAIN, Typography

if TYPE_CHECKING:
    from desktop_app.ui.widgets.theme import Theme

THIRD = 3
"""The column of a third version."""
_ROOM = 1500
"""Pixels of the page that three versions need at 100 per cent."""
_NARROW = 700
"""Pixels below which two texts do not stand side by side."""
_NARROW_ENLARGED = 560
"""The same at 100 per cent, for larger letters."""
SMALLEST, LARGEST = 50, 300
"""The range of the zoom, in per cent."""


class Layout(StrEnum):
    """How the two texts of a row are arranged. `value` names the layout on the command line and in
    the settings."""

    BOTH = "both"
    """Side by side, and a third version if there is one."""
    FIRST = "first"
    SECOND = "second"
    INTERLEAVED = "interleaved"
    """The second text below the first, for a narrow window."""

    @property
    def hidden_columns(self) -> tuple[int, ...]:
        """The columns of the tree that are hidden."""
        return {Layout.BOTH: (), Layout.SECOND: (1, THIRD)}.get(self, (2, THIRD))

    @property
    def shown_columns(self) -> tuple[int, ...]:
        """The columns whose texts are shown, in their own column or in another."""
        columns = {Layout.FIRST: (1,), Layout.SECOND: (2,), Layout.BOTH: (1, 2, THIRD)}
        return columns.get(self, (1, 2))

    def host(self, column: int) -> int:
        """The column in which the text of a column is shown."""
        return 1 if self is Layout.INTERLEAVED else column


class Look(NamedTuple):
    """The look of one page; `zoom` is in per cent."""

    theme: Theme
    zoom: int = 100
    typography: Typography = PLAIN
    layout: Layout = Layout.BOTH

    def has_room_for_three(self, width: int) -> bool:
        """Whether a page of this width has room for three versions side by side."""
        return self.layout is Layout.BOTH and width * 100 >= _ROOM * self.zoom

    def layout_in(self, width: int) -> Layout:
        """The layout of a page of this width: one too narrow for two texts side by side has one
        below the other."""
        if self.layout is Layout.BOTH and width < max(_NARROW, _NARROW_ENLARGED * self.zoom // 100):
            return Layout.INTERLEAVED
        return self.layout

    def zoomed(self, percent: int) -> Look:
        """The same look at another zoom, clamped to the allowed range."""
        return self._replace(zoom=min(max(percent, SMALLEST), LARGEST))
