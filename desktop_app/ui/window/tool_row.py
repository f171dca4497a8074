"""The tool row above the page; in a narrow window its buttons show only pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop_app.ui.widgets.glyph_buttons import is_glyph
from desktop_app.ui.widgets.icons import SIZE, icon
from desktop_app.ui.widgets.plain_text import plain_label
from desktop_app.ui.widgets.theme import SPACE

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QResizeEvent

    from desktop_app.ui.widgets.actions import Tool
    from desktop_app.ui.workspace import Workspace

_SECONDS = 8
"""How long a status message stays."""
_AT_RIGHT = 90
"""Tools from this number on are at the right end."""
_LEAST = 100 * SPACE
_NARROW = 190 * SPACE
"""Pixels: a narrower window shows pictures without words."""


class ToolRow(QWidget):
    """The tools that features have added, from left to right, and towards the right end the status
    message."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._theme = workspace.theme
        self.tools = QHBoxLayout(self)
        self.tools.setContentsMargins(2 * SPACE, SPACE, 3 * SPACE, SPACE)
        self.tools.setSpacing(SPACE)
        self._pictured: list[tuple[QToolButton, str]] = []
        self.message = plain_label()
        self._message_ends = QTimer(self, singleShot=True, interval=_SECONDS * 1000)
        self._message_ends.timeout.connect(self.message.clear)
        workspace.status.connect(self._show_message)
        self._lay_out(sorted(workspace.actions.tools, key=lambda tool: tool.number))
        workspace.theme.changed.connect(self._draw)
        self._draw()

    def _lay_out(self, tools: list[Tool]) -> None:
        group = 0
        for tool in tools:
            if group and tool.number // 10 != group and tool.number < _AT_RIGHT:
                self.tools.addSpacing(3 * SPACE)
            elif group < _AT_RIGHT // 10 <= tool.number // 10:
                self.tools.addStretch(1)
                self.tools.addWidget(self.message)
                self.tools.addSpacing(SPACE)
            group = tool.number // 10
            if tool.widget is not None:
                self.tools.addWidget(tool.widget)
            elif tool.action is not None:
                self.tools.addWidget(self._button(tool.action, tool.picture))
        self._fit()

    def _button(self, action: QAction, picture: str) -> QToolButton:
        """A button for an action, or for the menu of one; one with a picture can hide its
        words."""
        button = QToolButton()
        button.setDefaultAction(action)
        button.setAutoRaise(True)
        if action.menu() is not None:
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setIconSize(QSize(SIZE, SIZE))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if picture:
            self._pictured.append((button, picture))
        action.changed.connect(lambda: _name(button, action))
        _name(button, action)
        return button

    def _show_message(self, message: str) -> None:
        """Shows a status message for some seconds."""
        self.message.setText(message)
        self._message_ends.start()

    def minimumSizeHint(self) -> QSize:
        """The size without words, whether they are shown or not."""
        return QSize(_LEAST, super().minimumSizeHint().height())

    def fill(self, height: int) -> None:
        """Takes the reserved height in pixels, or more if the tools need it."""
        least = self.minimumSizeHint().height() - self.tools.contentsMargins().top()
        self.setFixedHeight(max(height, least))

    def _draw(self) -> None:
        """Draws the pictures in the colours of the theme."""
        theme = self._theme.colors
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
        self.tools.activate()  # at once: until then the resized tools overlap


def _name(button: QToolButton, action: QAction) -> None:
    """Names a button that shows only a glyph, for screen readers."""
    if is_glyph(action.iconText()):
        button.setAccessibleName(action.statusTip() or action.text().replace("&", ""))
