"""Terms and names that mean the same in every language, as far as `grammar/terms.json` goes."""

import json
import re
from functools import cache
from itertools import starmap
from operator import add
from pathlib import Path
from typing import NamedTuple

from desktop_app import grammar
from desktop_app.alignment.anchors import plain

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


def opening(words: str, language: str) -> frozenset[str]:
    """The names of the concepts that opening words can mean."""
    return _found(words, language, "openings")


def _found(text: str, language: str, kind: str) -> frozenset[str]:
    table = _table(language, kind)
    if not table:
        return frozenset()
    return _in_chinese(text, table) if language == "zh" else _in_words(text, language, kind)


def _in_chinese(text: str, table: dict[str, tuple[_Entry, ...]]) -> frozenset[str]:
    starts = {*map(add, text, text[1:]), *text}.intersection(table)
    return frozenset(
        entry.concept
        for start in starts
        for entry in table[start]
        if entry.words[0] == start or entry.words[0] in text
    )


def _in_words(text: str, language: str, kind: str) -> frozenset[str]:
    words = _WORD.findall(plain(text))
    found: set[str] = set()
    for place, word in enumerate(words):
        for entry in _of_word(word, language, kind):
            after = words[place + 1 : place + len(entry.words)]
            if len(entry.words) == 1 or (
                len(after) == len(entry.words) - 1
                and all(starmap(_begins, zip(after, entry.words[1:], strict=True)))
            ):
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
        concept = f"{kind} {number}" if "en" not in row else row["en"][0].rstrip(".")
        for said in row.get(language, ()):
            words = (said,) if language == "zh" else tuple(said.split(" "))
            start = said[:2] if language == "zh" else words[0].rstrip(".")[:_STEM]
            entries.setdefault(start, []).append(_Entry(words, concept))
    return {start: tuple(found) for start, found in entries.items()}


@cache
def _rows(kind: str) -> list[dict[str, list[str]]]:
    file = Path(grammar.__file__).with_name("terms.json")
    data: dict[str, list[dict[str, list[str]]]] = json.loads(file.read_text(encoding="utf-8"))
    return data["openings"] if kind == "openings" else [*data["terms"], *data["names"]]
