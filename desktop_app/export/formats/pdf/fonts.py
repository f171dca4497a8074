"""The fonts of a PDF: that of a text, and others for characters that it lacks; Qt."""

from functools import cache
from unicodedata import category

from PySide6.QtGui import QFont, QFontDatabase, QRawFont

from desktop_app.common.fonts import text_font
from desktop_app.grammar.scripts import WITH_OTHER_FONTS, families

_ASKED = 120
"""The size, in units, of the fonts that are asked for their characters."""
UNBROKEN = "\u00a0\u2007\u202f"
"""Spaces that keep a line from being broken."""


@cache
def font_of(
    tag: str, size: int, bold: bool = False, italic: bool = False, family: str = ""
) -> QFont:
    """The font of a text with a BCP 47 tag, or of another family."""
    font = QFont(family) if family else QFont(text_font(families(tag), 12))
    font.setPixelSize(size)
    font.setBold(bold)
    font.setItalic(italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@cache
def family_of(tag: str, character: str) -> str | None:
    """The family of a font for a character that the text's font lacks; "" if it does not lack it,
    None if no font has it."""
    if _is_blank(character) or _has(font_of(tag, _ASKED), character):
        return ""
    for other in WITH_OTHER_FONTS:
        if _has(font_of(other, _ASKED), character):
            return text_font(families(other), 12).family()
    for family in QFontDatabase.families():
        font = font_of("", _ASKED, family=family)
        if QFontDatabase.isSmoothlyScalable(family) and _has(font, character):
            return family
    return "" if _is_ignorable(character) else None


@cache
def blank_of(tag: str, character: str) -> str:
    """The blank to lay out in place of `character`: a blank missing in the text's font comes from
    another font, and then Qt loses count of the characters after it."""
    font = font_of(tag, _ASKED)
    like = (character, "\u00a0") if character in UNBROKEN else (character,)
    return next((one for one in like if _has(font, one)), " ")


def _is_blank(character: str) -> bool:
    return character.isspace() and character != "\u1680"  # which is a stroke


def _has(font: QFont, character: str) -> bool:
    return QRawFont.fromFont(font).supportsCharacter(ord(character))


def _is_ignorable(character: str) -> bool:
    """Whether a character is invisible and needs no font: marks of direction, joiners, variation
    selectors."""
    return (
        category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f" or character > "\U000e0000"
    )
