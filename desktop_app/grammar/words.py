"""Where the words of a text begin and end: in spaced languages between spaces and signs, in Chinese
by the terms of resolutions and the tables of `zh/words.json`.

Qt's word boundaries take every Chinese character for a word, and libraries that part Chinese know
nothing of resolutions.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

from desktop_app.grammar.characters import HAN
from desktop_app.grammar.tables import table

_HAN = f"[{HAN}]"
_LETTER = f"(?!{_HAN})[^\\W_][\u0300-\u036f\u0640\u064b-\u0652\u0670]*"
_PIECE = re.compile(
    f"(?P<han>{_HAN}+)|(?:{_LETTER})+(?:[-‑./'’·](?:{_LETTER})+)*|\\s+|.", re.DOTALL
)
"""A stretch of Chinese; a word with what joins its parts ("non-proliferation", "A/RES/75/58",
"l'Assemblée"); spaces; any other sign."""
_LONGEST = 16
"""Characters of a term."""
_NEAR = 400
"""Characters before and after a place in which its words are looked for."""


class _Chinese(NamedTuple):
    """The vocabulary for parting Chinese into words: `terms` of two characters and more; `endings`,
    one word with the term before them; `lone` characters, words by themselves outside of a term;
    `starts` the first two characters of the terms."""

    terms: frozenset[str]
    endings: tuple[str, ...]
    lone: frozenset[str]
    starts: frozenset[str]


def word_at(text: str, position: int) -> tuple[int, int]:
    """The start and end of the word around the character at a position; the last word at the end
    of the text. Spaces and signs count as words of their own."""
    position = min(max(position, 0), max(len(text) - 1, 0))
    return next(
        (span for span in _around(text, position) if span[0] <= position < span[1]),
        (0, len(text)),
    )


def next_end(text: str, position: int) -> int:
    """Where the next word after a position ends, the end of the text where there is none."""
    spans = _around(text, position)
    ends = (end for start, end in spans if end > position and text[start].isalnum())
    return next(ends, len(text))


def last_start(text: str, position: int) -> int:
    """Where the last word before a position begins, 0 where there is none."""
    spans = _around(text, position)
    starts = [start for start, _ in spans if start < position and text[start].isalnum()]
    return starts[-1] if starts else 0


def _around(text: str, position: int) -> Iterator[tuple[int, int]]:
    """The words near a position: a clause can have a hundred thousand characters."""
    first = max(position - _NEAR, 0)
    for start, end in words(text[first : position + _NEAR]):
        yield first + start, first + end


def words(text: str) -> Iterator[tuple[int, int]]:
    """The words, spaces and signs of a text, one after the other, without a gap."""
    for piece in _PIECE.finditer(text):
        if piece["han"]:
            yield from _in_chinese(piece["han"], piece.start())
        else:
            yield piece.span()


def _in_chinese(text: str, start: int) -> Iterator[tuple[int, int]]:
    """A stretch of Chinese as few terms; the characters left between two terms are a word, but for
    those that are words of their own."""
    lone = _chinese().lone
    begin = end = start
    for piece in _pieces(text):
        alone = len(piece) > 1 or piece in lone
        if alone and begin < end:
            yield begin, end
            begin = end
        end += len(piece)
        if alone:
            yield begin, end
            begin = end
    if begin < end:
        yield begin, end


def _pieces(text: str) -> list[str]:
    """The text as the fewest terms and characters."""
    known = _chinese().starts
    opens = [start for start in range(len(text) - 1) if text[start : start + 2] in known]
    best = [(0, 0)]
    """How many pieces there are up to each place, and where the last of them begins."""
    first = 0
    for end in range(1, len(text) + 1):
        while first < len(opens) and opens[first] < end - _LONGEST:
            first += 1
        found = (best[end - 1][0] + 1, end - 1)
        for start in islice(opens, first, None):
            if start > end - 2:
                break
            if best[start][0] + 1 <= found[0] and _is_term(text[start:end]):
                found = min(found, (best[start][0] + 1, start))
        best.append(found)
    out: list[str] = []
    end = len(text)
    while end:
        start = best[end][1]
        out.append(text[start:end])
        end = start
    return out[::-1]


def _is_term(text: str) -> bool:
    known = _chinese()
    return text in known.terms or (
        text.endswith(known.endings)
        and any(text.removesuffix(ending) in known.terms for ending in known.endings)
    )


@cache
def _chinese() -> _Chinese:
    own, terms = table("zh", "words"), table("zh", "terms")
    found = set(own["common"])
    for kind in ("openings", "terms", "names"):
        found.update(*terms[kind].values())
    found.update(terms["manners"])
    for openings in table("zh", "grammar")["openings"].values():
        found.update(openings)
    long = frozenset(term for term in found if len(term) > 1)
    starts = frozenset(term[:2] for term in long)
    return _Chinese(long, tuple(own["endings"]), frozenset(own["lone"]), starts)


def is_lone(text: str) -> bool:
    """Whether it is a Chinese character that is a word by itself, as 的 is."""
    return text in _chinese().lone


def is_term(text: str) -> bool:
    """Whether it is one term of Chinese, with or without an ending."""
    return _is_term(text)


def endings() -> tuple[str, ...]:
    """What makes one word of the Chinese term before it."""
    return _chinese().endings
