"""Terms and names that mean the same in every language: the concepts that a text speaks of.

How each language says a concept stands in its own table (`en/terms.json`), under the concept's
English name, so that two texts read the tables of their languages alone.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from operator import add
from typing import NamedTuple

from desktop_app.grammar.characters import PAUSES, plain
from desktop_app.grammar.languages import language_of
from desktop_app.grammar.tables import table

_WORD = re.compile(r"[^\W\d_]+")
_STEM = 3
"""Letters by which the entries of spaced languages are looked up."""
_OPENING = 60
"""Characters at the start of a paragraph in which its opening words stand."""
_BEFORE_OPENING = 6
"""Characters that may stand before the opening word of a Chinese paragraph (又, 还表示)."""
_WORDS_BEFORE = 2
"""Words that may stand before the opening word, each time one is found that says only in what
manner it is meant ("Expresses its deep appreciation")."""
_ALIKE = {
    "referr": "recall",
    "affirm": "reaffirm",
    "recogniz": "mindful",
    "taking into account": "mindful",
    "considering": "mindful",
    "observ": "noting",
    "satisf": "welcom",
    "commend": "appreciat",
    "alarm": "concern",
    "regret": "deplor",
    "appeal": "call",
    "urg": "call",
    "invit": "request",
    "adopt": "endors",
    "hop": "desir",
    "looking forward": "desir",
    "insist": "emphasiz",
}
"""The concepts of openings that the official versions use for each other: "Mindful" is
« Consciente » and 意识到, which are also "Aware"; "Calls upon" and "Urges" are both «Exhorta»."""
_PAUSE = re.compile(rf"[{PAUSES}]\s*(?:\d{{1,3}}\.\s*)?")


class _Entry(NamedTuple):
    """One way to say a concept: the beginnings of its words, or all of a word that ends with a
    full stop; Chinese ones are the characters themselves."""

    words: tuple[str, ...]
    concept: str


_Table = dict[str, tuple[_Entry, ...]]


class _Tables(NamedTuple):
    """The entries of one language by how they begin: Chinese ones by two characters, and those of
    one character by that; and what may be written together with a word before it. Openings without
    a concept stand before those with one: "deeply", "expresses", the name of the organ."""

    openings: _Table
    terms: _Table
    starts: tuple[str, ...]


class TermSpan(NamedTuple):
    """A concept, and where a text speaks of it."""

    concept: str
    start: int
    end: int


def terms(text: str, language: str) -> frozenset[str]:
    """The names of the concepts that a text speaks of; none in a language without a table."""
    if language_of(language).is_spaced:
        return _in_words(text, language)
    return _in_chinese(text, _tables(language).terms)


def term_spans(text: str, language: str) -> list[TermSpan]:
    """The same with their places, whole words in spaced languages. In these a longer term and the
    shorter ones in it stand side by side ("security council", "council")."""
    if language_of(language).is_spaced:
        return _spans_in_words(text, language)
    return [
        TermSpan(entry.concept, place, place + len(entry.words[0]))
        for place, entry in _places_in_chinese(text, _tables(language).terms)
    ]


def inner_terms(text: str, language: str) -> frozenset[str]:
    """The concepts of a term and of all that it is made of: of 国际和平与安全, security as well."""
    if language_of(language).is_spaced:
        return terms(text, language)
    known = _tables(language).terms
    return frozenset(
        entry.concept
        for place in range(len(text))
        for start in (text[place : place + 2], text[place])
        for entry in known.get(start, ())
        if text.startswith(entry.words[0], place)
    )


def opening(text: str, language: str) -> str:
    """The concept of a paragraph's opening words, the first of them that has one: "Decides to
    remain seized" decides. The same for those that official versions use for each other; "" if the
    table has none."""
    return _opening_at(text[:_OPENING], language)


def inner_openings(text: str, language: str) -> frozenset[str]:
    """The concepts of opening words after a comma or a semicolon. If two paragraphs were run
    together, the opening words of the second are among them."""
    starts = (text[found.end() : found.end() + _OPENING] for found in _PAUSE.finditer(text))
    return frozenset(filter(None, (_opening_at(start, language) for start in starts)))


def _opening_at(start: str, language: str) -> str:
    if not _tables(language).openings:
        return ""
    is_spaced = language_of(language).is_spaced
    concept = _first_in_words(start, language) if is_spaced else _first_in_chinese(start, language)
    return _ALIKE.get(concept, concept)


def _first_in_words(start: str, language: str) -> str:
    words = _WORD.findall(plain(start))
    place, last = 0, _WORDS_BEFORE
    while place <= last and place < len(words):
        found = [
            entry
            for entry in _of_word(words[place], language, True)
            if _follows(entry, words[place + 1 :])
        ]
        best = max(found, key=_length, default=None)
        if best and best.concept:
            return best.concept
        place += len(best.words) if best else 1
        if best:
            last = place + _WORDS_BEFORE
    return ""


def _first_in_chinese(start: str, language: str) -> str:
    openings = _tables(language).openings
    place, last = 0, _BEFORE_OPENING
    while place < last and place < len(start):
        found = [
            entry
            for key in dict.fromkeys((start[place : place + 2], start[place]))
            for entry in openings.get(key, ())
            if start.startswith(entry.words[0], place)
        ]
        best = max(found, key=_length, default=None)
        if best and best.concept:
            return best.concept
        place += len(best.words[0]) if best else 1
        if best:
            last = place + _BEFORE_OPENING
    return ""


def _length(entry: _Entry) -> int:
    return len(" ".join(entry.words))


def _follows(entry: _Entry, after: list[str]) -> bool:
    """Whether the words after the first one of an entry stand there too."""
    rest = entry.words[1:]
    return len(after) >= len(rest) and all(map(_begins, after, rest))


def _in_chinese(text: str, known: _Table) -> frozenset[str]:
    return frozenset(entry.concept for _, entry in _places_in_chinese(text, known))


def _places_in_chinese(text: str, known: _Table) -> Iterator[tuple[int, _Entry]]:
    """The longest entries at each place that no entry before it covers."""
    end = 0
    by_two = list(map(known.get, map(add, text, text[1:] + " ")))
    for place, character in enumerate(text):
        if place < end:
            continue
        here = [
            entry
            for entry in (*(by_two[place] or ()), *known.get(character, ()))
            if text.startswith(entry.words[0], place)
        ]
        if here:
            longest = max(len(entry.words[0]) for entry in here)
            for entry in here:
                if len(entry.words[0]) == longest:
                    yield place, entry
            end = place + longest


def _in_words(text: str, language: str) -> frozenset[str]:
    if not _tables(language).terms:
        return frozenset()
    words = _WORD.findall(plain(text))
    found: set[str] = set()
    for place, word in enumerate(words):
        for entry in _of_word(word, language, False):
            if len(entry.words) == 1 or _follows(entry, words[place + 1 : place + 5]):
                found.add(entry.concept)
    return frozenset(found)


def _spans_in_words(text: str, language: str) -> list[TermSpan]:
    if not _tables(language).terms:
        return []
    found = list(_WORD.finditer(plain(text)))
    words = [one[0] for one in found]
    longest: dict[tuple[str, int], int] = {}
    for place, word in enumerate(words):
        for entry in _of_word(word, language, False):
            if len(entry.words) == 1 or _follows(entry, words[place + 1 : place + 5]):
                key = entry.concept, found[place].start()
                end = found[place + len(entry.words) - 1].end()
                longest[key] = max(end, longest.get(key, 0))
    return [TermSpan(concept, start, end) for (concept, start), end in longest.items()]


@cache
def _of_word(word: str, language: str, opens: bool) -> tuple[_Entry, ...]:
    """The entries whose first word a word is, those of the openings if it `opens` a paragraph."""
    tables = _tables(language)
    known = tables.openings if opens else tables.terms
    forms = [word, *(word[len(start) :] for start in tables.starts if word.startswith(start))]
    return tuple(
        entry
        for form in dict.fromkeys(forms)
        for entry in known.get(form[:_STEM], ())
        if _begins(form, entry.words[0])
    )


def _begins(word: str, beginning: str) -> bool:
    return word == beginning[:-1] if beginning.endswith(".") else word.startswith(beginning)


@cache
def _tables(language: str) -> _Tables:
    data = table(language, "terms")
    is_spaced = language_of(language).is_spaced
    organs = chain.from_iterable(table(language, "grammar").get("organs", {}).values())

    def by_start(*concepts: Mapping[str, Sequence[str]]) -> _Table:
        entries: dict[str, list[_Entry]] = {}
        for concept, ways in chain.from_iterable(one.items() for one in concepts):
            for way in ways:
                words = tuple(plain(way).split(" ")) if is_spaced else (way,)
                start = words[0].rstrip(".")[:_STEM] if is_spaced else way[:2]
                entries.setdefault(start, []).append(_Entry(words, concept))
        return {start: tuple(found) for start, found in entries.items()}

    return _Tables(
        by_start(data.get("openings", {}), {"": [*data.get("manners", ()), *organs]}),
        by_start(data.get("terms", {}), data.get("names", {})),
        tuple(data.get("starts", ())),
    )
