"""Buttons that show a glyph ("✕", "A+") and have a name for screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

if TYPE_CHECKING:
    from collections.abc import Callable


def is_glyph(words: str) -> bool:
    """Whether a text means nothing when read aloud: "A+", "≠", "↑"."""
    return sum(letter.isalpha() for letter in words) < 2


def glyph_button(glyph: str, name: str, slot: Callable[[], None]) -> QToolButton:
    """A small button for a bar that shows a glyph; `name` is its tooltip and accessible name."""
    made = QToolButton()
    made.setText(glyph)
    made.setToolTip(name)
    made.setAccessibleName(name)
    made.setAutoRaise(True)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.clicked.connect(lambda: slot())
    return made
