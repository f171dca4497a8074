"""How paragraphs begin and end, and what that says of rows.

A translation mostly ends with the sign that the original ends with: a list is announced with a
colon in both, its items end with semicolons. And what ends with a comma, or begins with a small
letter, where other paragraphs do not, may be half of one.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from desktop_app.grammar.characters import as_ascii_sign, last_place

_SIGNS = {",": ",", ";": ";", ":": ":", ".": ".", "!": ".", "?": "."}
"""Signs, and the one that stands for them."""
_WITHIN = {",": 0.55, "": 0.15, ".": 0.2, ";": 0.05, ":": 0.05}
"""The shares of the signs at which a paragraph is cut in two."""
_SMALL_WITHIN = 0.7
"""The share of the second halves that begin with a small letter."""
_CUT = 0.3
"""The share of rows of several clauses on a side in which one paragraph was cut; in the others,
paragraphs of the other side were run together."""
_MOST_WITHIN = 0.7
"""The most that it counts: a line that ends with a comma can stand alone all the same."""
_ALIKE = 0.75
"""The share of counterparts that end with the same sign."""
_USUAL = 12
"""Rows that this share counts for, beside those of the texts."""
_WEIGHT = 0.8
"""How much of the evidence counts, since ends say in part what shapes of rows say."""


class Start(StrEnum):
    """The letter that a paragraph begins with."""

    SMALL = "small"
    CAPITAL = "capital"
    OTHER = ""


class Ends(NamedTuple):
    """How a paragraph begins, and the sign that it ends with, "" for none."""

    start: Start = Start.OTHER
    sign: str = ""


Agreement = Mapping[tuple[str, str], float]
"""How much the signs of two clauses speak for a row of them, below 0 against it."""


def ends(text: str) -> Ends:
    """How a paragraph begins and ends."""
    place = last_place(text)
    sign = "" if place is None else _SIGNS.get(as_ascii_sign(text[place]), "")
    first = next((letter for letter in text if letter.isalpha()), "")
    if first.islower():
        return Ends(Start.SMALL, sign)
    return Ends(Start.CAPITAL if first.isupper() else Start.OTHER, sign)


def agreement(
    source: Sequence[Ends], target: Sequence[Ends], rows: Sequence[tuple[str, str]] = ()
) -> Agreement:
    """The agreement of any two signs in these texts, in which rows end with these."""
    shares = _shares(source), _shares(target)
    both = Counter(rows)
    first, second = Counter(one for one, _ in rows), Counter(other for _, other in rows)
    found = {}
    for one in _WITHIN:
        for other in _WITHIN:
            left, right = shares[0][one], shares[1][other]
            there = both[one, other] + _USUAL * _expected(one, other, right)
            here = both[one, other] + _USUAL * _expected(other, one, left)
            forth = there / (first[one] + _USUAL) / right
            back = here / (second[other] + _USUAL) / left
            found[one, other] = _WEIGHT * math.log(forth * back) / 2
    return found


def _expected(one: str, other: str, share: float) -> float:
    """The share of counterparts of a clause with one sign that have the other, which so large a
    share of all clauses has."""
    return _ALIKE * (one == other) + (1 - _ALIKE) * share


def within(items: Sequence[Ends]) -> list[float]:
    """For each two neighbours, how much what stands between them speaks for one row of both."""
    signs = _shares(items)
    starts = Counter(item.start for item in items)
    small = (starts[Start.SMALL] + 0.5) / (starts[Start.SMALL] + starts[Start.CAPITAL] + 1)
    likelier = {
        Start.SMALL: _SMALL_WITHIN / small,
        Start.CAPITAL: (1 - _SMALL_WITHIN) / (1 - small),
        Start.OTHER: 1.0,
    }
    found: list[float] = []
    for one, other in pairwise(items):
        times = _WITHIN[one.sign] / signs[one.sign] * likelier[other.start]
        found.append(min(_WEIGHT * math.log(_CUT * times + 1 - _CUT), _MOST_WITHIN))
    return found


def _shares(items: Sequence[Ends]) -> dict[str, float]:
    """The shares of the clauses that end with each sign."""
    counts = Counter(item.sign for item in items)
    return {sign: (counts[sign] + 0.5) / (len(items) + 0.5 * len(_WITHIN)) for sign in _WITHIN}
