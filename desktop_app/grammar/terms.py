"""Terms and names that mean the same in every language, as far as `grammar/terms.json` goes."""

import json
import re
from functools import cache
from operator import add
from pathlib import Path
from typing import NamedTuple

from desktop_app.grammar import grammar
from desktop_app.grammar.anchors import plain

_WORD = re.compile(r"[^\W\d_]+")
_ARABIC_STARTS = ("ال", "لل", "و", "ف", "ب", "ك", "ل", "وال", "بال", "ولل")
_STEM = 3
"""Letters by which the entries of spaced languages are looked up."""


class _Entry(NamedTuple):
    """One way to say a concept: the beginnings of its words, or all of a word that ends with a
    full stop; Chinese ones are the characters themselves."""

    words: tuple[str, ...]
    concept: str


def terms(text: str, language: str) -> frozenset[str]:
    """The names of the concepts that a text speaks of."""
    return _found(text, language, "terms")


def opening(text: str, language: str) -> str:
    """The concept with which a paragraph opens, "" where it opens with none of the table. Those
    that one language says with the same words (认识到) count as one concept."""
    return _opening_at(text[:_OPENING], language)


def inner_openings(text: str, language: str) -> frozenset[str]:
    """The concepts with which the clauses of a sentence begin, after a comma or a semicolon: where
    two paragraphs were run together, that of the second one is among them."""
    starts = (text[found.end() : found.end() + _OPENING] for found in _PAUSE.finditer(text))
    return frozenset(filter(None, (_opening_at(start, language) for start in starts)))


_OPENING = 30
_PAUSE = re.compile(r"[,;，；、،؛]\s*(?:\d{1,3}\.\s*)?")
_BEFORE_OPENING = 6
"""Characters that may stand before the opening word of a Chinese paragraph (又, 还表示)."""


def _opening_at(start: str, language: str) -> str:
    table = _table(language, "openings")
    if not table:
        return ""
    if language == "zh":
        head = start[:_BEFORE_OPENING]
        found = [
            entry
            for place in range(len(head))
            for entry in table.get(start[place : place + 2], ())
            if start.startswith(entry.words[0], place)
        ]
    else:
        words = _WORD.findall(plain(start))[:3]
        found = [
            entry
            for place, word in enumerate(words)
            for entry in _of_word(word, language, "openings")
            if _follows(entry, words[place + 1 :])
        ]
    if not found:
        return ""
    best = max(found, key=lambda entry: len(" ".join(entry.words)))
    return _class_of(best.concept)


@cache
def _classes() -> dict[str, str]:
    """Each concept of the openings, and the first of those that are one with it."""
    rows = _rows("openings")
    names = [_concept("openings", number, row) for number, row in enumerate(rows)]
    first = {name: name for name in names}
    said: dict[tuple[str, str], str] = {}
    for name, row in zip(names, rows, strict=True):
        for language, entries in row.items():
            for entry in entries:
                other = said.setdefault((language, entry), name)
                one, two = first[other], first[name]
                first = {key: one if value == two else value for key, value in first.items()}
    return first


def _class_of(concept: str) -> str:
    return _classes()[concept]


def _follows(entry: _Entry, after: list[str]) -> bool:
    """Whether the words after the first one of an entry stand there too."""
    rest = entry.words[1:]
    return len(after) >= len(rest) and all(map(_begins, after, rest))


def _found(text: str, language: str, kind: str) -> frozenset[str]:
    table = _table(language, kind)
    if not table:
        return frozenset()
    return _in_chinese(text, table) if language == "zh" else _in_words(text, language, kind)


def _in_chinese(text: str, table: dict[str, tuple[_Entry, ...]]) -> frozenset[str]:
    found: set[str] = set()
    end = 0
    known = list(map(table.get, map(add, text, text[1:] + " ")))
    for place, character in enumerate(text):
        if place < end:
            continue
        here = [
            entry
            for entry in (*(known[place] or ()), *table.get(character, ()))
            if text.startswith(entry.words[0], place)
        ]
        if here:
            longest = max(len(entry.words[0]) for entry in here)
            found.update(entry.concept for entry in here if len(entry.words[0]) == longest)
            end = place + longest
    return frozenset(found)


def _in_words(text: str, language: str, kind: str) -> frozenset[str]:
    words = _WORD.findall(plain(text))
    found: set[str] = set()
    for place, word in enumerate(words):
        for entry in _of_word(word, language, kind):
            if len(entry.words) == 1 or _follows(entry, words[place + 1 : place + 5]):
                found.add(entry.concept)
    return frozenset(found)


@cache
def _of_word(word: str, language: str, kind: str) -> tuple[_Entry, ...]:
    """The entries whose first word a word is."""
    forms = [word]
    if language == "ar":
        forms += [word[len(start) :] for start in _ARABIC_STARTS if word.startswith(start)]
    table = _table(language, kind)
    return tuple(
        entry
        for form in dict.fromkeys(forms)
        for entry in table.get(form[:_STEM], ())
        if _begins(form, entry.words[0])
    )


def _begins(word: str, beginning: str) -> bool:
    return word == beginning[:-1] if beginning.endswith(".") else word.startswith(beginning)


@cache
def _table(language: str, kind: str) -> dict[str, tuple[_Entry, ...]]:
    """The entries of one language by how they begin: Chinese ones by two characters, and those of
    one character by that."""
    entries: dict[str, list[_Entry]] = {}
    for number, row in enumerate(_rows(kind)):
        concept = _concept(kind, number, row)
        for said in row.get(language, ()):
            words = (said,) if language == "zh" else tuple(said.split(" "))
            start = said[:2] if language == "zh" else words[0].rstrip(".")[:_STEM]
            entries.setdefault(start, []).append(_Entry(words, concept))
    return {start: tuple(found) for start, found in entries.items()}


def _concept(kind: str, number: int, row: dict[str, list[str]]) -> str:
    return row["en"][0].rstrip(".") if "en" in row else f"{kind} {number}"


@cache
def _rows(kind: str) -> list[dict[str, list[str]]]:
    file = Path(grammar.__file__).with_name("terms.json")
    data: dict[str, list[dict[str, list[str]]]] = json.loads(file.read_text(encoding="utf-8"))
    return data["openings"] if kind == "openings" else [*data["terms"], *data["names"]]
