"""The interface of features that handle mouse and keyboard on the page, before the tree does."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter

    from desktop_app.ui.page.cells.typesetting import CellDocument
    from desktop_app.ui.page.nodes import Node


class Interaction:
    """A feature on the page, such as cards or selection. The view asks each of its interactions in
    turn; an event that one has handled reaches neither the next ones nor the tree.

    Implement only the methods you need.
    """

    def press(self, event: QMouseEvent) -> bool:
        """Handles a button press; returns whether it did."""
        return False

    def release(self, event: QMouseEvent) -> bool:
        """Handles a button release; returns whether it did."""
        return False

    def double_click(self, event: QMouseEvent) -> bool:
        """Handles a double click; returns whether it did."""
        return False

    def drag(self, event: QMouseEvent) -> bool:
        """Handles a pointer move during a drag; returns whether this interaction is dragging."""
        return False

    def hover(self, event: QMouseEvent) -> str:
        """Handles a pointer move without a drag; returns the name in Qt.CursorShape of the pointer
        to show, "" for no preference."""
        return ""

    def leave(self) -> None:
        """Called when the pointer has left the page."""

    def key(self, event: QKeyEvent) -> bool:
        """Handles a key; returns whether it did."""
        return False

    def step(self, by: int) -> bool:
        """Handles Tab (1) or Shift+Tab (-1); returns whether the focus stays on the page."""
        return False

    def current_row_left(self) -> None:
        """Called when a key has moved to another row."""

    def menu_wanted(self, node: Node) -> None:
        """Called before the mouse opens the context menu of a row."""

    def chosen_nodes(self) -> list[Node]:
        """The rows that this interaction has chosen, [] for none."""
        return []

    def page_about_to_change(self) -> None:
        """Called before rows, folds, sizes or scripts change."""

    def page_changed(self) -> None:
        """Called after rows, colours, sizes or fonts have changed."""

    def paint(
        self, painter: QPainter, document: CellDocument, corner: QPointF, node: Node, column: int
    ) -> None:
        """Paints over a laid-out text; `corner` is its top left corner in the viewport."""
