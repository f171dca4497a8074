"""One anchor: a number, date or symbol in its place in a text."""

from enum import StrEnum
from typing import NamedTuple


class AnchorKind(StrEnum):
    """What an anchor is."""

    NUMBER = "number"
    DATE = "date"
    SYMBOL = "symbol"
    NONE = ""
    """No anchor, nor is anything in it: 7月 for July, which other languages have no digits for."""


class Anchor(NamedTuple):
    """`value` is the one form in every language ("76", "2019-10-25", "2016-12" for a month of a
    year, "--10-25" for a day of any year, "A/59/361", "74/43", "1540(2004)"); `start` and `end` are
    positions in the text. `worded`: in words and not in digits."""

    kind: AnchorKind
    value: str
    start: int
    end: int
    worded: bool = False
