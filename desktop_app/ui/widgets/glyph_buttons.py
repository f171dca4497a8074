"""Buttons that show a sign ("✕", "A+"), and what screen readers are told of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

if TYPE_CHECKING:
    from collections.abc import Callable


def is_glyph(words: str) -> bool:
    """Whether that says nothing to somebody who does not see it: "A+", "≠", "↑"."""
    return sum(letter.isalpha() for letter in words) < 2


def glyph_button(glyph: str, name: str, slot: Callable[[], None]) -> QToolButton:
    """A small button of a bar: a sign to see, and its name to be told."""
    made = QToolButton()
    made.setText(glyph)
    made.setToolTip(name)
    made.setAccessibleName(name)
    made.setAutoRaise(True)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.clicked.connect(lambda: slot())
    return made
