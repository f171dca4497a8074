"""Numbers in words and in Roman numerals: "one hundred and third", "Chapters VI and VII"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from desktop_app.grammar.anchors.anchor import Anchor, AnchorKind
from desktop_app.grammar.anchors.digits import Magnitudes, magnified
from desktop_app.grammar.anchors.halves import with_half
from desktop_app.grammar.anchors.wording import Compound, Wording, meaning
from desktop_app.grammar.numerals import roman_value

_WORD = re.compile(r"[^\W\d_]+")
_NEXT_WORD = re.compile(r"[ \u00a0\u202f](?P<word>[^\W\d_]+)")
_ROMAN = re.compile(r"(?<!\w)(?P<numeral>[IVX][IVXLC]*)(?:er|e|ème|ᵉ)?(?!\w)")
_GREATEST = 10**12
"""A number in words goes on up to here; nobody means a greater one."""
_GAP = 40
"""Characters between two Roman numerals of one list at most."""
_LONGEST_NAME = 20
"""Characters of the word before a Roman numeral, "chapter" and the like."""


def magnitudes(low: str, words: Wording) -> Magnitudes:
    """The magnitudes in a text in the form of `plain`."""

    def at(end: int) -> tuple[int, int]:
        following = _NEXT_WORD.match(low, end)
        if following is None:
            return 0, end
        return meaning(following["word"], words.language).magnitude, following.end()

    return at


def romans(text: str, low: str, words: Wording) -> Iterator[Anchor]:
    """Roman numerals where the language counts by them: "Chapters VI and VII", « XXIe siècle »."""
    places = words.roman
    if places is None:
        return
    last: int | None = None
    for found in _ROMAN.finditer(text):
        start, end = found.span()
        if (
            (
                last is not None
                and start - last <= _GAP
                and places.between.fullmatch(low, last, start)
            )
            or places.before.search(low[max(start - _LONGEST_NAME, 0) : start])
            or places.after.match(low, end)
        ):
            value = str(roman_value(found["numeral"]))
            yield Anchor(AnchorKind.NUMBER, value, start, end, worded=True)
            last = end


class _Number(NamedTuple):
    """A number of which some words were read; `is_one`: it is the word for one alone."""

    thousands: int
    rest: int
    start: int
    end: int
    is_one: bool

    @property
    def value(self) -> int:
        return self.thousands + self.rest

    @property
    def tail(self) -> int:
        """The part of the number for a further numeral to continue: its part below a hundred, or
        100 or 1000 right after one."""
        return self.rest % 100 or (100 if self.rest else 1000)

    def then(self, numeral: int, end: int, multiplies: bool) -> "_Number":
        if numeral == 1000 and multiplies:
            return self._replace(thousands=self.value * 1000, rest=0, end=end, is_one=False)
        factor = self.rest % 100 if multiplies else 0
        rest = self.rest + (factor * numeral - factor if multiplies else numeral)
        return self._replace(rest=rest, end=end, is_one=False)


def numbers(low: str, words: Wording, ones: bool = False) -> Iterator[Anchor]:
    """Numbers in words, cardinal or ordinal, and what only looks like one. The word for one alone
    is none unless `ones` are wanted, being mostly a pronoun or an article."""
    if not words.numerals:
        return
    for amount, value in words.amounts:
        for found in amount.finditer(low):
            yield Anchor(AnchorKind.NUMBER, value, *found.span(), worded=True)
    if words.idioms:
        for found in words.idioms.finditer(low):
            yield Anchor(AnchorKind.NONE, "", *found.span())
    number: _Number | None = None
    for found in _WORD.finditer(low):
        word = meaning(found[0], words.language)
        numeral = word.numeral or word.one
        if not numeral:
            continue
        start, end = found.span()
        compound = _compound(number, numeral, low, start + word.start, words) if number else None
        if number and compound:
            number = number.then(numeral, end, compound.multiplies)
            continue
        if number:
            yield from _finished(number, low, words, ones)
        whole = numeral if numeral >= 1000 else 0
        number = _Number(whole, numeral - whole, start, end, not word.numeral)
    if number:
        yield from _finished(number, low, words, ones)


def _compound(
    number: _Number, numeral: int, low: str, start: int, words: Wording
) -> Compound | None:
    """How a numeral goes on with a number, None if it does not."""
    if number.value > _GREATEST:
        return None
    return next(
        (
            one
            for one in words.compounds
            if numeral in one.numeral
            and number.tail in one.before
            and one.between.fullmatch(low, number.end, start)
        ),
        None,
    )


def _finished(number: _Number, low: str, words: Wording, ones: bool) -> Iterator[Anchor]:
    at = magnitudes(low, words)
    value, end = magnified(str(number.value), number.end, at)
    value, end = with_half(value, end, low, words.halves, at)
    if ones or not number.is_one or end > number.end:
        yield Anchor(AnchorKind.NUMBER, value, number.start, end, worded=True)


def spelled_numbers(low: str, words: Wording) -> frozenset[int]:
    """Every number that the words of a text in the form of `plain` could say."""
    found = (int(one.value) for one in numbers(low, words, ones=True) if one.value)
    return words.implied.union(found)
