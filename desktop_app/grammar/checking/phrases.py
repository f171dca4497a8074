"""Where a phrase stands in a text, whatever its endings."""

import re
from functools import cache
from typing import NamedTuple

from desktop_app.grammar.characters import plain
from desktop_app.grammar.languages import language_of
from desktop_app.grammar.tables import table

_WORD = re.compile(r"[^\W_]+")
_ENDING = 2
"""Letters at the end of a word that an inflection can change."""
_STEM = 4
"""Letters of a word that stay at least."""
_PLURALS = ("s", "es")
_LATIN = "Latn"


class Words(NamedTuple):
    """A text in words, to look phrases up in: each with where it begins and ends."""

    low: str
    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    language: str


def in_words(text: str, language: str) -> Words:
    """A text made ready."""
    low = plain(text)
    found = list(_WORD.finditer(low))
    return Words(low, tuple(one[0] for one in found), tuple(one.span() for one in found), language)


def find_phrase(phrase: str, text: Words) -> tuple[int, int] | None:
    """Where a phrase first stands in a text; None if it does not."""
    language = language_of(text.language)
    if not language.is_spaced:
        wanted = plain(phrase)
        place = text.low.find(wanted)
        return (place, place + len(wanted)) if place >= 0 else None
    words = _words(phrase)
    last = len(words) - 1
    if last < 0 or words[0][:_STEM] not in text.low:
        return None
    for place in range(len(text.words) - last):
        if all(
            _is_form(word, text.words[place + number], language.code)
            for number, word in enumerate(words)
        ):
            return text.places[place][0], text.places[place + last][1]
    return None


@cache
def _words(phrase: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(plain(phrase)))


@cache
def _is_form(word: str, other: str, code: str) -> bool:
    """Whether a word is another or a form of it: with an article or a conjunction at its start, in
    the plural, or with another ending."""
    if other == word:
        return True
    if language_of(code).script == _LATIN:
        shorter, longer = sorted((word, other), key=len)
        return longer in (shorter + ending for ending in _PLURALS)
    forms = (other, *(other.removeprefix(start) for start in _starts(code)))
    return any(_share_a_stem(word, form) for form in forms)


def _share_a_stem(word: str, other: str) -> bool:
    stem = max(len(word) - _ENDING, _STEM)
    if len(word) < _STEM + 1:
        return word == other
    return other[:stem] == word[:stem] and len(other) <= len(word) + _ENDING


@cache
def _starts(code: str) -> tuple[str, ...]:
    return tuple(table(code, "named").get("starts", ()))
