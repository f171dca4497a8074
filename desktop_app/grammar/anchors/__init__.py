"""Anchors: the numbers, dates and document symbols in a text, in one form for every language.

"the seventy-sixth session" and 第七十六届会议 both hold the number 76; "25 and 26 October 2019" and
2019年10月25日至26日 both hold the dates 2019-10-25 and 2019-10-26. How each language says them
stands in its table `anchors`. No library does it: of those tried on the six official languages,
number-parser knows no ordinals beside English ones and neither French nor Arabic, and dateparser
loses the first day of "25 and 26 October" and all Arabic dates, and takes 10 ms a paragraph.
"""

from collections.abc import Iterable, Iterator

from desktop_app.grammar.anchors import (
    chinese,
    dates,
    digits,
    document_symbols,
    islamic,
    times,
    worded,
)
from desktop_app.grammar.anchors.anchor import Anchor, AnchorKind
from desktop_app.grammar.anchors.around import is_range, multiplied, romans
from desktop_app.grammar.anchors.islamic import ERA
from desktop_app.grammar.anchors.wording import wording_of
from desktop_app.grammar.characters import plain, with_ascii_signs
from desktop_app.grammar.languages import Direction, language_of

__all__ = [
    "ERA",
    "Anchor",
    "AnchorKind",
    "anchors",
    "is_range",
    "multiplied_numbers",
    "spelled_numbers",
    "symbols",
]


def anchors(text: str, language: str) -> tuple[Anchor, ...]:
    """The anchors of a text in a BCP 47 language, in the order of the text. A language without a
    table has those that need none: symbols, and numbers in digits."""
    return _without_overlaps(_candidates(text, language), len(text))


def symbols(text: str, language: str) -> tuple[Anchor, ...]:
    """The anchors that are document symbols, without the work for all others."""
    text = with_ascii_signs(text)
    found = list(document_symbols.symbols(text, language)) if digits.DIGIT.search(text) else []
    if not language_of(language).is_spaced:
        found += chinese.symbols(text)
    return _without_overlaps(found, len(text))


def spelled_numbers(text: str, language: str) -> frozenset[int]:
    """Every number that the words of a text could say, also where they are hardly meant as one."""
    if language_of(language).is_spaced:
        found = worded.spelled_numbers(plain(text), wording_of(language))
    else:
        found = chinese.spelled_numbers(text)
    return found | romans(text)


def multiplied_numbers(text: str, language: str) -> frozenset[int]:
    """Every number that the words of a text could say with a unit: 30 for "three decades"."""
    said = spelled_numbers(text, language) - wording_of(language).implied
    return multiplied(text, said, language)


def _without_overlaps(candidates: Iterable[Anchor], length: int) -> tuple[Anchor, ...]:
    """The anchors, in the order of the text; of two overlapping candidates, the first given."""
    taken = bytearray(length)
    found: list[Anchor] = []
    for one in candidates:
        if taken.find(1, one.start, one.end) < 0:
            if one.kind is not AnchorKind.NONE:
                found.append(one)
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
    return tuple(sorted(found, key=lambda anchor: anchor.start))


def _candidates(text: str, language: str) -> Iterator[Anchor]:
    """All candidates for anchors; of two overlapping ones the earlier wins."""
    text = with_ascii_signs(text)
    has_digits = digits.DIGIT.search(text) is not None
    yield from times.times(plain(text), language)
    if has_digits:
        yield from islamic.dates(plain(text), language)
        yield from document_symbols.symbols(text, language)
    if not language_of(language).is_spaced:
        yield from chinese.symbols(text)
        yield from chinese.dates(text)
        if has_digits:
            yield from dates.in_digits(text)
            yield from chinese.short_years(text)
            yield from digits.numbers(text, chinese.magnitudes(text))
        yield from chinese.numbers(text)
        return
    yield from _in_words(text, language, has_digits)


def _in_words(text: str, language: str, has_digits: bool) -> Iterator[Anchor]:
    """The candidates of a language with spaces between its words, but for symbols."""
    words = wording_of(language)
    low = plain(text)
    worded_numbers = list(worded.numbers(low, words))
    dated = list(dates.dates(low, words)) if has_digits else []
    yield from (date for date in dated if not dates.is_month(date))
    yield from dates.in_words(low, worded_numbers, words)
    yield from filter(dates.is_month, dated)
    yield from worded.romans(text, low, words)
    if has_digits:
        from_right = language_of(language).direction is Direction.RTL
        yield from digits.numbers(text, worded.magnitudes(low, words), from_right)
    yield from worded_numbers
