"""The best font for a text of those that are installed; Qt."""

from collections.abc import Iterable
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase


def text_font(families: Iterable[str], points: float) -> QFont:
    """The font of the first installed family, in that size; the system's serif font if none is
    installed."""
    family = _installed(tuple(families))
    font = QFont(family) if family else QFont("serif")
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(points)
    return font


@cache
def _installed(families: tuple[str, ...]) -> str:
    return next((family for family in families if QFontDatabase.hasFamily(family)), "")
