"""Numbers in digits, with the magnitudes that follow them: "12,500", "1.3 billion", 3千万."""

import re
from collections.abc import Callable, Iterator

from desktop_app.grammar.anchors.anchor import Anchor, AnchorKind
from desktop_app.grammar.numerals import MOST_DIGITS

DIGIT = re.compile("[0-9]")
_NUMBER = re.compile(
    r"(?<![\d./])(?<!\d[,.] )(?<!\d )\d{1,3}(?: \d{3})+(?![\d,.]\d|\d| \d| ?\()"
    r"|(?<![\d.])\d+(?:(?:(?:[,.\u00a0\u202f]\d{3})+(?![\d,.]\d))|(?:[.,]\d+)*)(?!\d)"
)
"""Groups of three digits; between them an ordinary space counts only where no list goes on."""
_GROUPED = re.compile(r"\d{1,3}(?:([,. \u00a0\u202f])\d{3})(?:\1\d{3})*")

Magnitudes = Callable[[int], tuple[int, int]]
"""Takes a place in a text, and returns the magnitude beginning there: the zeros it adds to a
number, 0 without one, and its end."""


def numbers(text: str, magnitudes: Magnitudes) -> Iterator[Anchor]:
    """The numbers in the digits of a text with ASCII signs."""
    for found in _NUMBER.finditer(text):
        value = found[0]
        if _GROUPED.fullmatch(value):
            value = re.sub(r"\D", "", value)
        value, end = magnified(value.replace(",", "."), found.end(), magnitudes)
        yield Anchor(AnchorKind.NUMBER, re.sub(r"^0+(?=\d)", "", value), found.start(), end)


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
