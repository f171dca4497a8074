"""With what strength a paragraph opens: whether it demands, requests, invites or notes.

The table `strengths` of a language has the whole words for each strength; a word that can stand for
several has them all, so that true translations share one.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from desktop_app.grammar.characters import plain
from desktop_app.grammar.languages import language_of
from desktop_app.grammar.tables import table

_WORD = re.compile(r"[^\W\d_]+")
_OPENING = 60
"""Characters at the start of a paragraph in which its opening words are looked for."""
_BY = 1
"""Letters by which opening words are looked up: one is a word in Chinese."""
_WORDS = 4
_BEFORE = 4
"""Words, and characters of Chinese, that the opening words begin among."""


class Strength(NamedTuple):
    """What opening words can mean, and where they stand."""

    value: frozenset[str]
    start: int
    end: int


def strength(text: str, language: str) -> Strength | None:
    """The strength of the first opening words of a paragraph, None if there is none known."""
    code = language_of(language).code
    start = plain(text[:_OPENING])
    if language_of(code).is_spaced:
        places = [found.start() for found in _WORD.finditer(start)][:_WORDS]
    else:
        places = [*range(min(_BEFORE, len(start)))]
    for place in places:
        for words, value in _known(code).get(start[place : place + _BY], ()):
            end = place + len(words)
            is_whole = not language_of(code).is_spaced or not start[end : end + 1].isalpha()
            if start.startswith(words, place) and is_whole:
                return Strength(value, place, end)
    return None


@cache
def _known(code: str) -> Mapping[str, Sequence[tuple[str, frozenset[str]]]]:
    """Opening words with their strengths, by their first letter, the longest first."""
    found: dict[str, set[str]] = {}
    for name, words in table(code, "strengths").get("strengths", {}).items():
        for word in words:
            found.setdefault(word, set()).add(name)
    known: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for word in sorted(found, key=len, reverse=True):
        known.setdefault(word[:_BY], []).append((word, frozenset(found[word])))
    return known
