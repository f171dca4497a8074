"""What answers the mouse and the keyboard on the page before the tree itself does."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QTextDocument

    from desktop_app.ui.page.nodes import Node


class Interaction:
    """A feature of the page, such as cards or selected text. It is added to the view, which asks
    each in turn; what one has dealt with the next ones and the tree do not see.

    Every method may be left out.
    """

    def press(self, event: QMouseEvent) -> bool:
        """A button goes down; whether this has dealt with it."""
        return False

    def release(self, event: QMouseEvent) -> bool:
        """A button goes up; whether this has dealt with it."""
        return False

    def double_click(self, event: QMouseEvent) -> bool:
        """A double click; whether this has dealt with it."""
        return False

    def drag(self, event: QMouseEvent) -> bool:
        """The pointer moves; whether a drag of this is under way, and nothing else is to answer."""
        return False

    def hover(self, event: QMouseEvent) -> str:
        """The pointer is over the page; the name in Qt.CursorShape of what it looks like there, ""
        for no opinion."""
        return ""

    def leave(self) -> None:
        """The pointer has left the page."""

    def key(self, event: QKeyEvent) -> bool:
        """A key is pressed; whether this has dealt with it."""
        return False

    def step(self, by: int) -> bool:
        """Tab (1) or Shift+Tab (-1); whether this has somewhere to go, and the keyboard stays."""
        return False

    def current_row_left(self) -> None:
        """A key has led to another row."""

    def menu_wanted(self, node: Node) -> None:
        """The context menu of a row is about to open by mouse."""

    def chosen_nodes(self) -> list[Node]:
        """The rows that are chosen by this, [] if none is."""
        return []

    def page_about_to_change(self) -> None:
        """The page is about to look otherwise: other rows, folds, sizes or scripts."""

    def page_changed(self) -> None:
        """The page has other rows, colours, sizes or fonts than before."""

    def paint(
        self, painter: QPainter, document: QTextDocument, corner: QPointF, node: Node, column: int
    ) -> None:
        """Paints over a laid out text whose top left corner is at a place."""
