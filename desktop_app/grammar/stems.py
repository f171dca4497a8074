"""The words of a text that can have counterparts in another language, in one form for each.

In spaced languages a word without its ending, cut to a few letters: `endings` and `function` words
stand in the table `stems` of a language. In Chinese a term of the tables, or, of the characters
between two terms, each pair. No stemmer: all that is asked of a form is that most forms of one word
share it, and that few other words do.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from desktop_app.grammar.characters import HAN, plain
from desktop_app.grammar.languages import language_of
from desktop_app.grammar.tables import table
from desktop_app.grammar.words import endings, is_lone, is_term, words

_WORD = re.compile(r"[^\W\d_]+(?:[-‑][^\W\d_]+)*")
_HAN = re.compile(f"[{HAN}]+")
_LEAST = 4
"""Letters that an ending leaves at least, and of a word in a language without a table."""
_LEAST_AFTER_A_START = 3
"""Letters behind what is written together with a word."""
_MOST = 7
"""Letters by which words are told apart; all of one with a hyphen."""


class Word(NamedTuple):
    """A word in the form that is counted, and its place in the text."""

    stem: str
    start: int
    end: int


class _Forms(NamedTuple):
    endings: tuple[str, ...]
    function: frozenset[str]
    starts: tuple[str, ...]


def content_words(text: str, language: str) -> list[Word]:
    """The words that are no function words, in the order of the text; pairs of Chinese characters
    overlap."""
    if not language_of(language).is_spaced:
        return [word for start, end in words(text) for word in _in_chinese(text, start, end)]
    found = ((stem(one[0], language), *one.span()) for one in _WORD.finditer(plain(text)))
    return [Word(*word) for word in found if word[0]]


def knows_function_words(language: str) -> bool:
    """Whether the words that have no counterpart of their own are known in a language."""
    return bool(_forms(language).function)


def is_function(word: str, language: str) -> bool:
    """Whether a word has no counterpart of its own."""
    return plain(word) in _forms(language).function


def ending_at(text: str, place: int, language: str) -> int:
    """Where what makes one word with the term before a place ends (恐怖 and 主义), that place where
    there is none."""
    if language_of(language).is_spaced:
        return place
    return max(
        (place + len(end) for end in endings() if text.startswith(end, place)), default=place
    )


def _in_chinese(text: str, start: int, end: int) -> Iterator[Word]:
    piece = text[start:end]
    function = _forms("zh").function
    if not _HAN.fullmatch(piece) or is_lone(piece) or piece in function:
        return
    if len(piece) < 3 or is_term(piece):
        yield Word(piece, start, end)
        return
    for place in range(start, end - 1):
        pair = text[place : place + 2]
        if pair not in function:
            yield Word(pair, place, place + 2)


@cache
def stem(word: str, language: str) -> str:
    """The form of a word in the form of `plain`; "" for a function word."""
    forms = _forms(language)
    parts = re.split("[-‑]", word)
    if all(part in forms.function or len(part) < 2 for part in parts):
        return ""
    if not forms.endings and len(word) < _LEAST:
        return ""
    if len(parts) > 1:
        return "-".join(filter(None, (_cut(part, forms) for part in parts)))
    bare = _without_start(word, forms)
    return "" if bare in forms.function else _cut(bare, forms)


def _without_start(word: str, forms: _Forms) -> str:
    for start in forms.starts:
        if word.startswith(start) and len(word) - len(start) >= _LEAST_AFTER_A_START:
            return word[len(start) :]
    return word


def _cut(word: str, forms: _Forms) -> str:
    for ending in forms.endings:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            return word[: -len(ending)][:_MOST]
    return word[:_MOST]


@cache
def _forms(language: str) -> _Forms:
    data, terms = table(language, "stems"), table(language, "terms")
    return _Forms(
        tuple(sorted(data.get("endings", ()), key=len, reverse=True)),
        frozenset(data.get("function", ())),
        tuple(sorted(terms.get("starts", ()), key=len, reverse=True)),
    )
