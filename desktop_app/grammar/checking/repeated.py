"""The phrases of a text that can come again, in a form that does not depend on their endings.

In spaced languages two to four content words with no sign between them; in Chinese four to six
characters that cut no known term in two.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from desktop_app.grammar.characters import HAN
from desktop_app.grammar.languages import language_of
from desktop_app.grammar.stems import content_words
from desktop_app.grammar.words import is_term, words

_SIGN = re.compile(r"[^\w\s'’-]|\d")
_MOST = 4
_FEWEST_SIGNS, _MOST_SIGNS = 4, 6
_HAN = re.compile(f"[{HAN}]+")
_GAP = 8
"""Characters between two content words of a phrase at most: of, the, de la."""


class Phrase(NamedTuple):
    """A phrase, its words or characters, and its place in the text."""

    parts: tuple[str, ...]
    start: int
    end: int


def phrases(text: str, language: str) -> Iterator[Phrase]:
    """All phrases of a text, also those that overlap."""
    if not language_of(language).is_spaced:
        yield from _in_chinese(text)
        return
    content = content_words(text, language)
    for place, first in enumerate(content):
        parts, end = [first.stem], first.end
        for word in content[place + 1 : place + _MOST]:
            if word.start - end > _GAP or _SIGN.search(text, end, word.start):
                break
            parts.append(word.stem)
            end = word.end
            yield Phrase(tuple(parts), first.start, end)


def _in_chinese(text: str) -> Iterator[Phrase]:
    within = {
        place
        for start, end in words(text)
        if is_term(text[start:end])
        for place in range(start + 1, end)
    }
    for found in _HAN.finditer(text):
        start, end = found.span()
        for first in range(start, end):
            if first not in within:
                for last in range(first + _FEWEST_SIGNS, min(first + _MOST_SIGNS, end) + 1):
                    if last not in within:
                        yield Phrase(tuple(text[first:last]), first, last)
