"""How the page looks: its colours, the size and fonts of the text, and the layout of both texts."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.common.typography import PLAIN, Typography

if TYPE_CHECKING:
    from desktop_app.ui.widgets.theme import Theme

SMALLEST, LARGEST = 50, 300
"""Zoom, in per cent."""


class Layout(StrEnum):
    """How the two texts of a row stand to each other. `value` is what a layout is called on the
    command line and in the settings."""

    BOTH = "both"
    """Side by side."""
    FIRST = "first"
    SECOND = "second"
    INTERLEAVED = "interleaved"
    """The second text below the first, for a narrow window."""

    @property
    def hidden_columns(self) -> tuple[int, ...]:
        """The columns of the tree that are not shown."""
        return {Layout.BOTH: (), Layout.SECOND: (1,)}.get(self, (2,))

    @property
    def shown_columns(self) -> tuple[int, ...]:
        """The columns whose texts are shown, each in its own place or in that of another."""
        return {Layout.FIRST: (1,), Layout.SECOND: (2,)}.get(self, (1, 2))

    def host(self, column: int) -> int:
        """The column in which the text of a column is shown."""
        return 1 if self is Layout.INTERLEAVED else column


class Look(NamedTuple):
    """The look of one page; `zoom` is in per cent."""

    theme: Theme
    zoom: int = 100
    typography: Typography = PLAIN
    layout: Layout = Layout.BOTH

    def zoomed(self, percent: int) -> Look:
        """The same in another size, as far as there are sizes."""
        return self._replace(zoom=min(max(percent, SMALLEST), LARGEST))
