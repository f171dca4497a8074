"""Document symbols in texts with ASCII signs: A/59/361, 74/43, 1540 (2004), 2758 (XXVI)."""

import re
from collections.abc import Iterator

from desktop_app.grammar.anchors.anchor import Anchor, AnchorKind
from desktop_app.grammar.anchors.digits import DIGIT
from desktop_app.grammar.numerals import roman_value

_SYMBOL = re.compile(
    r"(?<![\w/])[A-Z][A-Za-z]{0,7}(?:\.\d+)?(?:\(\d+\))?"
    r"(?:/(?=[A-Z0-9])(?:[\w-]|\.(?=\w)|\(\w+\)|\[[A-Z]\])+)+",
    re.ASCII,
)
"""A/59/361, A/RES/217(III)[A], A/C.1/75/L.29, GC(62)/RES/7."""
_RESOLUTION = re.compile(
    r"(?<![\w/.])(?:\d{1,3}/\d{1,4}(?:[ \u00a0][A-Z](?!\w))?(?![\d/])"
    r"|(?P<number>\d{1,4}(?:\s[A-Z])?)\s?\((?P<session>\d{4}|[IVXLC]+(?:-[IVXLC]+)?)\))",
    re.ASCII,
)
"""74/43, 50/72 A, 1540 (2004), 2758 (XXVI)."""


def symbols(text: str) -> Iterator[Anchor]:
    """The symbols of documents, and the numbers of resolutions, which stand for them."""
    for found in _SYMBOL.finditer(text):
        if DIGIT.search(found[0]):
            yield Anchor(AnchorKind.SYMBOL, found[0], *found.span())
    for found in _RESOLUTION.finditer(text):
        if found["number"]:
            value = f"{_tight(found['number'])}({_session(found['session'])})"
        else:
            value = _tight(found[0])
        yield Anchor(AnchorKind.SYMBOL, value, *found.span())


def _tight(text: str) -> str:
    return re.sub(r"\s", "", text)


def _session(written: str) -> str:
    """A session or a year in brackets, Roman numerals as digits."""
    return written if written.isdecimal() else str(roman_value(written.partition("-")[0]))
