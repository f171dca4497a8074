"""Terms and names that mean the same in every language: the concepts that a text speaks of.

How each language says a concept stands in its own table (`en/terms.json`), under the concept's
English name, so that two texts read the tables of their languages alone.
"""

import re
from functools import cache
from operator import add
from typing import NamedTuple

from desktop_app.grammar.characters import PAUSES, plain
from desktop_app.grammar.languages import language_of
from desktop_app.grammar.tables import table

_WORD = re.compile(r"[^\W\d_]+")
_STEM = 3
"""Letters by which the entries of spaced languages are looked up."""
_OPENING = 30
"""Characters at the start of a paragraph in which its opening words stand."""
_BEFORE_OPENING = 6
"""Characters that may stand before the opening word of a Chinese paragraph (又, 还表示)."""
_PAUSE = re.compile(rf"[{PAUSES}]\s*(?:\d{{1,3}}\.\s*)?")


class _Entry(NamedTuple):
    """One way to say a concept: the beginnings of its words, or all of a word that ends with a
    full stop; Chinese ones are the characters themselves."""

    words: tuple[str, ...]
    concept: str


_Table = dict[str, tuple[_Entry, ...]]


class _Tables(NamedTuple):
    """The entries of one language by how they begin: Chinese ones by two characters, and those of
    one character by that; and what may be written together with a word before it."""

    openings: _Table
    terms: _Table
    starts: tuple[str, ...]


def terms(text: str, language: str) -> frozenset[str]:
    """The names of the concepts that a text speaks of; none in a language without a table."""
    if language_of(language).is_spaced:
        return _in_words(text, language)
    return _in_chinese(text, _tables(language).terms)


def opening(text: str, language: str) -> str:
    """The concept of a paragraph's opening words, "" if the table has none."""
    return _opening_at(text[:_OPENING], language)


def inner_openings(text: str, language: str) -> frozenset[str]:
    """The concepts of opening words after a comma or a semicolon. If two paragraphs were run
    together, the opening words of the second are among them."""
    starts = (text[found.end() : found.end() + _OPENING] for found in _PAUSE.finditer(text))
    return frozenset(filter(None, (_opening_at(start, language) for start in starts)))


def _opening_at(start: str, language: str) -> str:
    openings = _tables(language).openings
    if not openings:
        return ""
    if language_of(language).is_spaced:
        words = _WORD.findall(plain(start))[:3]
        found = [
            entry
            for place, word in enumerate(words)
            for entry in _of_word(word, language, True)
            if _follows(entry, words[place + 1 :])
        ]
    else:
        head = start[:_BEFORE_OPENING]
        found = [
            entry
            for place in range(len(head))
            for entry in openings.get(start[place : place + 2], ())
            if start.startswith(entry.words[0], place)
        ]
    best = max(found, key=lambda entry: len(" ".join(entry.words)), default=None)
    return best.concept if best else ""


def _follows(entry: _Entry, after: list[str]) -> bool:
    """Whether the words after the first one of an entry stand there too."""
    rest = entry.words[1:]
    return len(after) >= len(rest) and all(map(_begins, after, rest))


def _in_chinese(text: str, known: _Table) -> frozenset[str]:
    found: set[str] = set()
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
            found.update(entry.concept for entry in here if len(entry.words[0]) == longest)
            end = place + longest
    return frozenset(found)


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

    def by_start(*kinds: str) -> _Table:
        entries: dict[str, list[_Entry]] = {}
        for kind in kinds:
            for concept, ways in data.get(kind, {}).items():
                for way in ways:
                    words = tuple(plain(way).split(" ")) if is_spaced else (way,)
                    start = words[0].rstrip(".")[:_STEM] if is_spaced else way[:2]
                    entries.setdefault(start, []).append(_Entry(words, concept))
        return {start: tuple(found) for start, found in entries.items()}

    return _Tables(by_start("openings"), by_start("terms", "names"), tuple(data.get("starts", ())))
