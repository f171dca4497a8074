"""Numbers in digits, with the magnitudes that follow them: "12,500", "1.3 billion", 3千万."""

import re
from collections.abc import Callable, Iterator

from desktop_app.grammar.anchors.anchor import Anchor, AnchorKind
from desktop_app.grammar.numerals import MOST_DIGITS

DIGIT = re.compile("[0-9]")
SIGNED = re.compile("[0-9][-–/.][0-9]")
"""Digits with a sign between that makes more of them than numbers."""
_NUMBER = re.compile(
    r"(?<![\d./])(?<!\d[,.] )(?<!\d )\d{1,3}(?: \d{3})+(?![\d,.]\d|\d| \d| ?\()"
    r"|(?<![\d.])\d+(?:(?:(?:[,.\u00a0\u202f]\d{3})+(?![\d,.]\d))|(?:[.,]\d+)*)(?!\d)"
)
"""Groups of three digits; between them an ordinary space counts only where no list goes on."""
_SHORT_YEAR = re.compile(
    r"(?<![\d./-])(?P<year>(?:19|20)\d\d)[/–-](?P<last>\d\d)(?![\d/-]|[.,]\d)", re.ASCII
)
"""1985/86, 2018-20: the century is said once."""
_SPAN = 6
"""Years from the first to one without its century at most; a greater number counts something."""
_FROM_RIGHT = re.compile(
    r"(?<![\d./,])(?<!\d[ \u00a0\u202f])"
    r"(?:0\d\d(?:[ \u00a0\u202f]\d{3})*|\d{3}(?:[ \u00a0\u202f]\d{3})*"
    r"(?=[ \u00a0\u202f]\d{1,2}(?!\d)))"
    r"[ \u00a0\u202f]\d{1,3}(?![\d/]|[.,]\d|[ \u00a0\u202f]?[\d(])"
)
"""Groups of three typed from right to left: 000 500 1. The first has a zero before it, or the last
is short: read from left to right they would be no number."""
_POWER = re.compile(r"(?<![\d.,/])10(?P<exponent>[⁺⁻]?[⁰¹²³⁴-⁹]+)")
_EXPONENTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
_ARABIC_SEPARATORS = str.maketrans("٫٬", ".,")
_GROUPED = re.compile(r"\d{1,3}(?:([,. \u00a0\u202f])\d{3})(?:\1\d{3})*")

Magnitudes = Callable[[int], tuple[int, int]]
"""Takes a place in a text, and returns the magnitude beginning there: the zeros it adds to a
number, 0 without one, and its end."""


def numbers(text: str, magnitudes: Magnitudes, from_right: bool = False) -> Iterator[Anchor]:
    """The numbers in the digits of a text with ASCII signs. `from_right`: their groups can have
    been typed from right to left."""
    if any(map(text.__contains__, "٫٬")):
        text = text.translate(_ARABIC_SEPARATORS)
    if SIGNED.search(text):
        yield from _short_years(text)
    for found in _POWER.finditer(text):
        value = f"10^{found['exponent'].translate(_EXPONENTS).lstrip('+')}"
        yield Anchor(AnchorKind.NUMBER, value, *found.span())
    if from_right:
        yield from _typed_from_right(text)
    for found in _NUMBER.finditer(text):
        value = found[0]
        if _GROUPED.fullmatch(value):
            value = re.sub(r"\D", "", value)
        value, end = magnified(value.replace(",", "."), found.end(), magnitudes)
        yield Anchor(AnchorKind.NUMBER, re.sub(r"^0+(?=\d)", "", value), found.start(), end)


def _short_years(text: str) -> Iterator[Anchor]:
    for found in _SHORT_YEAR.finditer(text):
        year, last = found["year"], found["last"]
        if 0 < (int(last) - int(year[2:])) % 100 <= _SPAN:
            value = int(year) // 100 * 100 + int(last)
            if value < int(year):
                value += 100
            yield Anchor(AnchorKind.NUMBER, year, *found.span("year"))
            yield Anchor(AnchorKind.NUMBER, str(value), *found.span("last"))


def _typed_from_right(text: str) -> Iterator[Anchor]:
    for found in _FROM_RIGHT.finditer(text):
        value = "".join(re.split(r"\D", found[0])[::-1]).lstrip("0")
        if value:
            yield Anchor(AnchorKind.NUMBER, value, *found.span())


def magnified(value: str, end: int, magnitudes: Magnitudes) -> tuple[str, int]:
    """A number with the magnitudes that follow it ("1.3" before "billion"), and where they end."""
    zeros, following = magnitudes(end)
    while zeros and len(value) <= MOST_DIGITS:
        value, end = _times(value, zeros), following
        zeros, following = magnitudes(end)
    return value, end


def _times(value: str, zeros: int) -> str:
    """The decimal number with its point moved to the right: "1.3" by 6 is "1300000"."""
    whole, _, part = value.partition(".")
    if not part.isdigit() and part:
        return value
    return whole + part.ljust(zeros, "0")[:zeros] + (f".{part[zeros:]}" if part[zeros:] else "")
