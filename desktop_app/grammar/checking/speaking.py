"""Whether a text speaks of a country or says a fraction in another way than by its name."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from desktop_app.grammar.characters import plain
from desktop_app.grammar.checking.named import Named, NamedKind
from desktop_app.grammar.languages import language_of
from desktop_app.grammar.tables import table
from desktop_app.grammar.terms import terms

_WORD = re.compile(r"[^\W\d_]+")
_LONG = 7
"""Letters of a name whose beginning is that of no other word."""
_ENDING = 2
"""Letters at its end that the word for its people lacks: Mongolie, mongole."""


class Spoken(NamedTuple):
    """What a text speaks of beside the countries that it names: the concepts, and its words in the
    order of the alphabet."""

    concepts: frozenset[str]
    words: Sequence[str]


def spoken(text: str, language: str, named: Sequence[Named]) -> Spoken:
    """What a text with these names speaks of otherwise: Guinea-Bissau does not speak of Guinea."""
    end, pieces = 0, []
    for one in named:
        if one.kind is NamedKind.COUNTRY:
            pieces += [text[end : one.start], " " * (one.end - one.start)]
            end = one.end
    rest = "".join((*pieces, text[end:]))
    code = language_of(language).code
    is_spaced = language_of(code).is_spaced
    words = sorted(set(_forms(plain(rest), code))) if is_spaced else []
    return Spoken(terms(rest, language), words)


def speaks_of(country: str, said: Spoken, language: str) -> bool:
    """Whether a text speaks of a country in any word, as of its people or its language."""
    if country in said.concepts:
        return True
    return any(_has(stem, said.words) for stem in _stems(language_of(language).code, country))


def says_loosely(fraction: str, text: str, language: str) -> bool:
    """Whether a text may say a fraction: "a quarter", or in a word that is none ("third party")."""
    code = language_of(language).code
    pattern = _loosely(code).get(fraction)
    return pattern is not None and pattern.search(plain(text)) is not None


def _forms(low: str, code: str) -> Iterator[str]:
    """The words of a text, also without what may be written together with them."""
    starts = ("", *_starts(code))
    for found in _WORD.finditer(low):
        for start in starts:
            if found[0].startswith(start):
                yield found[0][len(start) :]


@cache
def _starts(code: str) -> tuple[str, ...]:
    """What may be written together with the first letter of a word."""
    return tuple(table(code, "named").get("starts", ()))


@cache
def _stems(code: str, country: str) -> tuple[str, ...]:
    if not language_of(code).is_spaced:
        return ()
    data = table(code, "named")
    forms = data.get(NamedKind.COUNTRY.value, {}).get(country, ())
    long = (form[:-_ENDING] for form in forms if len(form) >= _LONG and " " not in form)
    return (*long, *data.get("peoples", {}).get(country, ()))


def _has(stem: str, words: Sequence[str]) -> bool:
    whole = stem.removesuffix(".")
    place = bisect_left(words, whole)
    if place == len(words):
        return False
    return words[place] == whole if whole != stem else words[place].startswith(stem)


@cache
def _loosely(code: str) -> dict[str, re.Pattern[str]]:
    starts = "|".join(map(re.escape, _starts(code)))
    edge = rf"(?<!\w)(?:{starts})?" if language_of(code).is_spaced else ""
    return {
        fraction: re.compile(edge + "(?:" + "|".join(map(re.escape, words)) + ")")
        for fraction, words in table(code, "named").get("loosely", {}).items()
    }
