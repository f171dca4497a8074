"""One anchor: a number, date or symbol in its place in a text."""

from typing import NamedTuple


class Anchor(NamedTuple):
    """`kind` is "number", "date" or "symbol"; `value` its one form ("76", "2019-10-25", "2016-12"
    for a month of a year, "--10-25" for a day of any year, "A/59/361", "74/43", "1540(2004)");
    `start` and `end` are positions in the text. `worded`: in words and not in digits."""

    kind: str
    value: str
    start: int
    end: int
    worded: bool = False


NO_ANCHOR = ""
"""The kind of what is no anchor, nor is anything in it: 7月 for July, which other languages have
no digits for."""
