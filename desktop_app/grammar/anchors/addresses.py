"""Addresses of pages and mailboxes, whose numbers are no statements of the text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_SIGNS = ("://", "www.", "@", ".org", ".int", ".com", ".net")
"""A text without any of these has no address."""
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[\w./?&=#%+:~@-]+"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w.@-])(?:[\w-]+\.)+(?:org|int|com|net)(?![\w-])(?:/[\w./?&=#%+:~-]*)?",
    re.ASCII,
)
_WITHOUT = re.compile(r"^https?://|www\.|(?<=[/=.])(?:ar|en|es|fr|ru|zh|cn)(?![a-z])|[./]+$")
"""What differs between the addresses of two language versions of one page."""


class Address(NamedTuple):
    """An address in its place in a text; `shape` is the same for those that differ in their digits
    or in the language of the page alone."""

    shape: str
    start: int
    end: int


def addresses(text: str) -> Iterator[Address]:
    """The addresses in a text, in its order."""
    for found in _ADDRESS.finditer(text) if any(map(text.__contains__, _SIGNS)) else ():
        shape = re.sub(r"\d+", "#", _WITHOUT.sub("", found[0].lower()))
        yield Address(shape, *found.span())
