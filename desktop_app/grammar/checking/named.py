"""Names and values that every version states alike: countries, fractions, currencies, weekdays.

The table `named` of a language has, for each kind, the forms of each value in the form of `plain`.
`cases` has the endings of inflected words with those that take their place, but for
those of `fixed`; `starts` may be written
together with the first letter of a word; `none` holds what only looks like a name. Of two forms at
one place the longer counts, so that Guinea is not in Papua New Guinea.

`cities` are named like their country in some languages and not in others (Tunis, Túnez): they name
no country, but may be what the other side says. Words of `persons` before a name make it one of a
person (Ms. Jordan). `peoples` has the beginnings of words for the people of a country that are not
those of its name, all of a word that ends with a full stop. `not_before` has signs that make
something else of a name of a kind (西班牙文). `loosely` has the beginnings of words that can say a
fraction, or something that another language says with one ("the third quarter").
"""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple

from desktop_app.grammar.characters import plain
from desktop_app.grammar.languages import language_of
from desktop_app.grammar.tables import table

_WORD = re.compile(r"[^\W\d_]+")
_GAP = re.compile(r"[\s.'–—-]{1,3}")
"""What can stand between two words of a name: долл. США."""
_TITLE = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?(?=\.?[ \u00a0\u202f]$)")
_LONGEST_TITLE = 20
"""Characters before a name in which the title of a person stands."""
_BY = 2
"""Signs by which Chinese names are looked up."""


class NamedKind(StrEnum):
    """What a name or value is; the keys of the tables."""

    COUNTRY = "countries"
    FRACTION = "fractions"
    CURRENCY = "currencies"
    BODY = "bodies"
    WEEKDAY = "weekdays"
    CITY = "cities"
    NONE = "none"


_CAPITALIZED = frozenset((NamedKind.COUNTRY, NamedKind.CITY))


class Named(NamedTuple):
    """A name in its place in a text; `value` is the same in every language."""

    kind: NamedKind
    value: str
    start: int
    end: int


class _Form(NamedTuple):
    """One way to say a value: for each of its words all its forms; Chinese is one word."""

    words: tuple[frozenset[str], ...]
    kind: NamedKind
    value: str


class _Names(NamedTuple):
    """The forms of a language by their first word, or their first two signs; the longest first."""

    forms: Mapping[str, tuple[_Form, ...]]
    starts: tuple[str, ...]
    persons: frozenset[str]
    not_before: Mapping[str, str]


def named(text: str, language: str) -> tuple[Named, ...]:
    """The names and values in a text, in its order; none in a language without a table."""
    names = _names(language_of(language).code)
    if not names.forms:
        return ()
    low = plain(text)
    if not language_of(language).is_spaced:
        return tuple(one for one in _in_signs(low, names) if one.kind is not NamedKind.NONE)
    return tuple(
        one
        for one in _in_words(low, names)
        if one.kind is not NamedKind.NONE
        and (one.kind not in _CAPITALIZED or _has_capital(text[one.start : one.end]))
    )


def _has_capital(words: str) -> bool:
    """Whether words are written as a name is; in a script without capitals all are."""
    return words != words.lower() or words == words.upper()


@cache
def known_values(language: str, kind: NamedKind) -> frozenset[str]:
    """The values of a kind that the table of a language has; what can be another word it leaves
    out."""
    return frozenset(table(language_of(language).code, "named").get(kind.value, {}))


def in_hundredths(fraction: str) -> str:
    """The value of a fraction in whole hundredths: "75" for "3/4"."""
    return str(round(float(Fraction(fraction) * 100)))


def _in_words(low: str, names: _Names) -> Iterator[Named]:
    words = [(found[0], *found.span()) for found in _WORD.finditer(low)]
    end = 0
    for place, (word, start, stop) in enumerate(words):
        if start < end:
            continue
        for form in _forms(word, names):
            rest = words[place + 1 : place + len(form.words)]
            if len(rest) + 1 == len(form.words) and _follow(form, rest, low, stop, names):
                end = rest[-1][2] if rest else stop
                is_person = form.kind is NamedKind.COUNTRY and _is_person(start, low, names)
                kind = NamedKind.NONE if is_person else form.kind
                yield Named(kind, form.value, start, end)
                break


def _is_person(start: int, low: str, names: _Names) -> bool:
    """Whether the word before a name is the title of a person, as in "Ms. Jordan"."""
    before = low[max(start - _LONGEST_TITLE, 0) : start]
    found = _TITLE.search(before)
    return found is not None and any(
        found[0].removeprefix(begin) in names.persons
        for begin in ("", *names.starts)
        if found[0].startswith(begin)
    )


def _forms(word: str, names: _Names) -> Iterator[_Form]:
    for start in ("", *names.starts):
        if word.startswith(start):
            yield from names.forms.get(word[len(start) :], ())


def _follow(
    form: _Form, rest: list[tuple[str, int, int]], low: str, stop: int, names: _Names
) -> bool:
    """Whether the words after the first are those of a form, with nothing between."""
    for wanted, (word, start, end) in zip(form.words[1:], rest, strict=True):
        if not _GAP.fullmatch(low, stop, start):
            return False
        if word not in wanted and not any(
            word.startswith(begin) and word[len(begin) :] in wanted for begin in names.starts
        ):
            return False
        stop = end
    return True


def _in_signs(text: str, names: _Names) -> Iterator[Named]:
    end = 0
    for place in range(len(text) - 1):
        if place < end:
            continue
        for form in names.forms.get(text[place : place + _BY], ()):
            (written,) = form.words[0]
            if text.startswith(written, place):
                end = place + len(written)
                is_other = text[end : end + 1] in (names.not_before.get(form.kind) or "\0")
                yield Named(
                    NamedKind.NONE if is_other and end < len(text) else form.kind,
                    form.value,
                    place,
                    end,
                )
                break


@cache
def _names(code: str) -> _Names:
    data = table(code, "named")
    is_spaced = language_of(code).is_spaced
    forms: dict[str, list[_Form]] = {}
    for kind, value, written in _written(data):
        words = written.split(" ") if is_spaced else [written]
        cases = {} if written in data.get("fixed", ()) else data.get("cases", {})
        form = _Form(tuple(_inflected(word, cases) for word in words), kind, value)
        for first in form.words[0]:
            forms.setdefault(first if is_spaced else first[:_BY], []).append(form)
    for known in forms.values():
        known.sort(key=lambda form: sum(len(min(word)) for word in form.words), reverse=True)
    longest_first = sorted(data.get("starts", ()), key=len, reverse=True)
    return _Names(
        {first: tuple(known) for first, known in forms.items()},
        tuple(longest_first),
        frozenset(data.get("persons", ())),
        data.get("not_before", {}),
    )


def _written(data: Mapping[str, Any]) -> Iterator[tuple[NamedKind, str, str]]:
    for kind in NamedKind:
        found = data.get(kind.value, {})
        ways = found if isinstance(found, dict) else {"": found}
        for value, forms in ways.items():
            for form in forms:
                yield kind, value, form


def _inflected(word: str, cases: Mapping[str, list[str]]) -> frozenset[str]:
    """A word with every ending that it can take."""
    for ending, others in cases.items():
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            return frozenset((word, *(stem + other for other in others)))
    return frozenset((word,))
