"""The best font for a text of those that are installed; Qt."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from desktop_app.common.typography import PLAIN, Typography, candidates


def text_font(tag: str, points: float, typography: Typography = PLAIN) -> QFont:
    """The font that a text of that language tag is set in."""
    family = _installed(candidates(tag, typography))
    font = QFont(family) if family else QFont("serif")
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(points)
    return font


@cache
def _installed(families: tuple[str, ...]) -> str:
    return next((family for family in families if QFontDatabase.hasFamily(family)), "")
