"""A label for a message or an error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel

if TYPE_CHECKING:
    from desktop_app.ui.widgets.theme import Theme


class Sentence(QLabel):
    """Plain text that wraps. An error also has a sign: colour is never the only difference."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._is_error = False
        self._theme: Theme | None = None

    def show_sentence(self, sentence: str, is_error: bool = False) -> None:
        """Shows a message in place of the last one."""
        self._is_error = is_error
        self.setText(f"⚠ {sentence}" if is_error else sentence)
        self._color()

    def apply_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._theme = theme
        self._color()

    def _color(self) -> None:
        if self._theme is not None:
            palette = self._theme.palette()
            color = self._theme.finding_mark if self._is_error else self._theme.text
            palette.setColor(QPalette.ColorRole.WindowText, color)
            self.setPalette(palette)
