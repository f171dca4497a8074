"""Amounts of money: a number beside the name or the sign of a currency."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from desktop_app.grammar.anchors.anchor import Anchor, AnchorKind
from desktop_app.grammar.characters import plain
from desktop_app.grammar.checking.named import Named, NamedKind

_SIGNS = {
    "$": "dollar",
    "us$": "dollar",
    "usd": "dollar",
    "€": "euro",
    "eur": "euro",
    "£": "pound",
    "gbp": "pound",
    "jpy": "yen",
    "chf": "franc",
    "₽": "rouble",
    "rub": "rouble",
    "cny": "yuan",
    "rmb": "yuan",
}
"""In the form of `plain`. ¥ stands for two currencies, so that it stands for none here."""
_SIGN = re.compile(
    "(?<![^\\W\\d_])(?:" + "|".join(map(re.escape, sorted(_SIGNS, key=len, reverse=True))) + ")"
    "(?![^\\W\\d_])"
)
_GAP = re.compile(r"[\s.]{0,3}(?:(?:de|of|d'|من)\s?)?")
"""What can stand between a number and its currency."""


class Amount(NamedTuple):
    """A number of a currency, in its place in a text."""

    number: str
    currency: str
    start: int
    end: int


class _Currency(NamedTuple):
    name: str
    start: int
    end: int


def amounts(text: str, numbers: Sequence[Anchor], names: Sequence[Named]) -> Iterator[Amount]:
    """The amounts of money in a text with these anchors and names, in its order."""
    low = plain(text)
    found = sorted(_currencies(low, names), key=lambda one: one.start)
    if not found:
        return
    starts = [one.start for one in found]
    for number in numbers:
        if number.kind is not AnchorKind.NUMBER:
            continue
        place = bisect_left(starts, number.end)
        after = found[place : place + 1]
        before = found[max(place - 1, 0) : place]
        if after and _GAP.fullmatch(low, number.end, after[0].start):
            yield Amount(number.value, after[0].name, number.start, after[0].end)
        elif before and _GAP.fullmatch(low, before[0].end, number.start):
            yield Amount(number.value, before[0].name, before[0].start, number.end)


def _currencies(low: str, names: Sequence[Named]) -> Iterator[_Currency]:
    for one in names:
        if one.kind is NamedKind.CURRENCY:
            yield _Currency(one.value, one.start, one.end)
    for found in _SIGN.finditer(low):
        yield _Currency(_SIGNS[found[0]], *found.span())
