"""The best font for a text of those that are installed; Qt."""

from collections.abc import Iterable
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase


def text_font(families: Iterable[str], points: float) -> QFont:
    """The font of the first of some families that is installed, in that size; what the system has
    with serifs where none is."""
    family = _installed(tuple(families))
    font = QFont(family) if family else QFont("serif")
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(points)
    return font


@cache
def _installed(families: tuple[str, ...]) -> str:
    return next((family for family in families if QFontDatabase.hasFamily(family)), "")
