"""The row of tools above the text: each with a word, or only its picture where it is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop_app.ui.widgets.icons import SIZE, icon
from desktop_app.ui.widgets.theme import SPACE, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QResizeEvent

_LEAST = 100 * SPACE
_NARROW = 190 * SPACE
"""Pixels: a window that is not as wide shows pictures without their words."""


class ToolRow(QWidget):
    """Owned by the window; the commands put its tools into it, from left to right."""

    def __init__(self) -> None:
        super().__init__()
        self.tools = QHBoxLayout(self)
        self.tools.setContentsMargins(2 * SPACE, SPACE, 3 * SPACE, SPACE)
        self.tools.setSpacing(SPACE)
        self._pictured: list[tuple[QToolButton, str]] = []

    def add(self, action: QAction, picture: str = "") -> QToolButton:
        """A button for an action; with a picture it can do without its words."""
        button = QToolButton()
        button.setDefaultAction(action)
        button.setAutoRaise(True)
        button.setIconSize(QSize(SIZE, SIZE))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if picture:
            self._pictured.append((button, picture))
        self.tools.addWidget(button)
        self._fit()
        return button

    def minimumSizeHint(self) -> QSize:
        """Without the words, whether they are shown now or not."""
        return QSize(_LEAST, super().minimumSizeHint().height())

    def fill(self, height: int) -> None:
        """Takes the room that was kept for it, if its tools find room there."""
        least = self.minimumSizeHint().height() - self.tools.contentsMargins().top()
        self.setFixedHeight(max(height, least))

    def apply_theme(self, theme: Theme) -> None:
        """Draws the pictures in the colours of a theme."""
        for button, picture in self._pictured:
            made = icon(picture, theme.text, theme.muted, self.devicePixelRatioF())
            button.defaultAction().setIcon(made)
            button.defaultAction().setIconVisibleInMenu(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < _NARROW
        style = Qt.ToolButtonStyle
        for button, _ in self._pictured:
            button.setToolButtonStyle(
                style.ToolButtonIconOnly if narrow else style.ToolButtonTextBesideIcon
            )
        self.tools.activate()  # the tools have another size, and lie one on the other till then
