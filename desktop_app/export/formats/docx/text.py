"""Words, runs and paragraphs as WordprocessingML."""

import re
from dataclasses import dataclass
from functools import cache
from xml.sax.saxutils import escape

from desktop_app.export.excerpt.model import Version
from desktop_app.export.shared.directed import directed
from desktop_app.grammar.languages import OFFICIAL, Direction, language_of
from desktop_app.grammar.scripts import OfficeFont, lettering
from desktop_app.resolution.model import Run, Style


@dataclass(frozen=True, slots=True, kw_only=True)
class Lettering:
    """How the words of a language are set: fonts and language as properties of a run, and the
    style of emphasis."""

    rtl: bool
    fonts: str
    language: str
    emphasis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A language version; `side` is its number in the excerpt."""

    side: int
    version: Version
    lettering: Lettering


_EMPHASIS = {True: "Emphasis", False: "Strong"}
"""The style of emphasis in a language that has italics, and in one that has none."""
_NO_LANGUAGE = "x-none"
_ENGLISH = OFFICIAL["en"].locale
ENGLISH = Lettering(
    rtl=False, fonts="", language=f'<w:lang w:val="{_ENGLISH}"/>', emphasis=_EMPHASIS[True]
)
"""What the program says about the texts."""


def lettering_of(version: Version, usual: OfficeFont) -> Lettering:
    """The lettering of a language version; `usual` is the Chinese font of the document."""
    rtl = version.direction is Direction.RTL
    language = language_of(version.tag)
    emphasis = _EMPHASIS[language.has_italics]
    _, mark, private = version.tag.partition("-x-")
    own = lettering(version.tag).office
    if own:
        # The hint makes quotation marks and dashes Chinese ones, as wide as a character.
        font = "" if own.font == usual.font else f' w:eastAsia="{own.font}"'
        fonts = f'<w:rFonts w:hint="eastAsia"{font}/>'
        named = f'<w:lang w:val="{_ENGLISH}" w:eastAsia="{own.language}{mark}{private}"/>'
        return Lettering(rtl=rtl, fonts=fonts, language=named, emphasis=emphasis)
    attribute = "bidi" if rtl else "val"
    stated = f"{language.locale}{mark}{private}" if language.locale else _NO_LANGUAGE
    named = f'<w:lang w:{attribute}="{stated}"/>'
    return Lettering(rtl=rtl, fonts="", language=named, emphasis=emphasis)


_CONTROL = re.compile("([\n\r\t])")
_CONTROLS = {"\n": "<w:br/>", "\r": "<w:cr/>", "\t": "<w:tab/>"}


def text_xml(text: str) -> str:
    """Characters, with elements for line breaks and tabs."""
    return "".join(
        _CONTROLS.get(piece) or f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
        for piece in _CONTROL.split(text)
        if piece
    )


def run_xml(content: str, lettering: Lettering, style: str = "", rtl: bool | None = None) -> str:
    properties = _properties(lettering, style, lettering.rtl if rtl is None else rtl)
    return f"<w:r><w:rPr>{properties}</w:rPr>{content}</w:r>"


@cache
def _properties(lettering: Lettering, style: str, rtl: bool) -> str:
    named = f'<w:rStyle w:val="{style}"/>' if style else ""
    return f"{named}{lettering.fonts}{'<w:rtl/>' if rtl else ''}{lettering.language}"


def words_xml(text: str, lettering: Lettering, style: str = "") -> str:
    """Words of one style as runs, one for each stretch of one direction."""
    return "".join(
        run_xml(text_xml(piece), lettering, style, rtl)
        for piece, rtl in directed(text, lettering.rtl)
        if piece
    )


def english_xml(text: str) -> str:
    return words_xml(text, ENGLISH)


def styled_xml(run: Run, lettering: Lettering) -> str:
    """A run as it is styled, a footnote mark without its note."""
    match run.style:
        case Style.EMPHASIS:
            return words_xml(run.text, lettering, lettering.emphasis)
        case Style.SUPERSCRIPT | Style.MARK:
            return words_xml(run.text, lettering, "Superscript")
        case Style.PLAIN:
            return words_xml(run.text, lettering)


def paragraph_xml(style: str, content: str, rtl: bool = False, section: str = "") -> str:
    direction = "<w:bidi/>" if rtl else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{direction}{section}</w:pPr>{content}</w:p>'
