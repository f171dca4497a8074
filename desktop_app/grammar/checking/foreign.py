"""The stretches of a text that are in another language than the text."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from desktop_app.grammar.characters import ENDS_A_PARAGRAPH, ENDS_A_PREAMBULAR, HAN, plain
from desktop_app.grammar.detection import clues
from desktop_app.grammar.languages import OFFICIAL, language_of

_WORD = re.compile(f"[{HAN}]+|[^\\W\\d_{HAN}]+")
_Word = tuple[str, int, int]
"""A word, and where it stands."""
_SIGNS = 6
"""Chinese characters in a row that are no name or quoted word."""
_LATIN = "Latn"
_MANY, _SOME = 0.4, 0.125
"""The share of the words of a name that have capital letters."""
_BEFORE = 3
"""Characters in which the sign stands that ends a sentence."""
_WORDS, _OTHERS = 6, 2
"""Words in a row, and how many of them must be of the commonest of the other language."""
_FEWEST_OF_ALL, _FEWEST_COPIED = 2, 3
"""Words of a whole text in other letters, and of one that stands on both sides."""
_COPIED = 4
"""Words in a row that no two languages have alike."""
_PROSE_GAP = re.compile(r"[ \u00a0\u202f,;'’-]{1,3}")
_HAN_WORD = re.compile(f"[{HAN}]{{2}}")
_OF_LATIN = "en"
_APART = re.compile(r"[/@_=\\]|[.:](?=[^\s\"'”»)])")
"""What stands in addresses of pages and in symbols, and not between the words of a sentence."""
_OPENS, _CLOSES = '(（[“«"‘「《', ')）]”»"’」》'
_WORDS_OF_OTHER_LETTERS = 4
"""Words in a row that are enough where the languages have other letters."""
_IN_LATIN_LETTERS = 1
"""The same where only the other language has Latin letters: names often are in them. Where it has
letters of another script, those alone show it."""


def foreign(text: str, language: str) -> Iterator[tuple[int, int]]:
    """The spans of a text in words of another official language; short ones, such as names, are
    left out, and so is all of a text in none of these languages."""
    own = language_of(language).code
    if own not in OFFICIAL:
        return
    if language_of(own).is_spaced:
        yield from (found.span() for found in _han().finditer(text))
    words = [(found[0], *found.span()) for found in _WORD.finditer(plain(text))]
    end = 0
    for other in OFFICIAL:
        if other != own and language_of(other).is_spaced:
            for start, stop in _stretches(text, words, own, other):
                if start >= end:
                    yield start, stop
                    end = stop


@cache
def _han() -> re.Pattern[str]:
    between = r"[\d\s，。、；：（）《》“”,.]*"
    return re.compile(f"[{HAN}](?:{between}[{HAN}]){{{_SIGNS - 1},}}")


def _stretches(text: str, words: list[_Word], own: str, other: str) -> Iterator[tuple[int, int]]:
    """Words in a row with several of the commonest of another language, and none of the own."""
    known, strange, letters = _signs(own, other)
    present = {word for word, _, _ in words}
    if letters is None and len(present & strange) < _OTHERS:
        return
    if letters is not None and not any(map(letters.fullmatch, present)):
        return
    enough, fewest = _OTHERS, _WORDS if letters is None else _WORDS_OF_OTHER_LETTERS
    if letters is not None:
        enough = _IN_LATIN_LETTERS if OFFICIAL[other].script == _LATIN else 0
    stretch: list[_Word] = []
    for word in (*words, ("", 0, 0)):
        is_own = word[0] in known or (letters is not None and not letters.fullmatch(word[0]))
        is_apart = bool(stretch) and _APART.search(text, stretch[-1][2], word[1]) is not None
        if word[0] and not is_own and not is_apart:
            stretch.append(word)
            continue
        count = sum(one in strange for one, _, _ in stretch)
        is_enough = count >= enough or (letters is not None and _are_small(stretch, text))
        is_name = _is_name(stretch, text, OFFICIAL[other].script == _LATIN) if stretch else False
        if len(stretch) >= fewest and is_enough and not is_name:
            yield stretch[0][1], stretch[-1][2]
        stretch = [] if is_own or not word[0] else [word]


def _are_small(stretch: list[_Word], text: str) -> bool:
    """Whether words have no capitals and are no gloss in brackets: what is no name at all."""
    start, end = stretch[0][1] if stretch else 0, stretch[-1][2] if stretch else 0
    is_gloss = text[start - 1 : start] in _OPENS and text[end : end + 1] in _CLOSES
    return text[start:end] == text[start:end].lower() and not (start and is_gloss)


def is_wholly_foreign(text: str, language: str) -> bool:
    """Whether a text is in the letters of other languages alone and no name, if it has words."""
    own = language_of(language).code
    if own not in OFFICIAL or clues()[own].letters.search(text):
        return False
    words = [(found[0], *found.span()) for found in _WORD.finditer(text)]
    if len(words) < _FEWEST_OF_ALL and not _HAN_WORD.search(text):
        return False
    is_latin = clues()[_OF_LATIN].letters.search(text) is not None
    return not (is_latin and (_APART.search(text) or _is_name(words, text)))


def are_copied(one: str, other: str) -> bool:
    """Whether two texts are the same words, no name and no address of a page."""
    if len(one) != len(other) or plain(one) != plain(other):
        return False
    words = [(found[0], *found.span()) for found in _WORD.finditer(one)]
    if len(words) < _FEWEST_COPIED or _APART.search(one):
        return False
    return not _is_name(words, one) and any(one[start].islower() for _, start, _ in words)


def copied(text: str, other: str) -> list[tuple[int, int]]:
    """The spans of a text in several words that stand in the other too, one after another, and are
    no names: no two languages say so much in the same words."""
    words = [(found[0], *found.span()) for found in _WORD.finditer(text)]
    there = [found[0] for found in _WORD.finditer(plain(other))]
    known = set(zip(*(there[place:] for place in range(_COPIED)), strict=False))
    low = [plain(word) for word, _, _ in words]
    spans: list[tuple[int, int]] = []
    for place, run in enumerate(zip(*(low[start:] for start in range(_COPIED)), strict=False)):
        own = words[place : place + _COPIED]
        start, end = own[0][1], own[-1][2]
        if run not in known or not _is_prose(own, text):
            continue
        if spans and start <= spans[-1][1]:
            spans[-1] = spans[-1][0], end
        else:
            spans.append((start, end))
    return spans


def _is_prose(words: list[_Word], text: str) -> bool:
    """Whether words stand side by side, with a capital at most in one."""
    gaps = pairwise(words)
    return sum(text[start].isupper() for _, start, _ in words) < 2 and all(
        _PROSE_GAP.fullmatch(text, one[2], other[1]) for one, other in gaps
    )


def commonness(text: str, language: str) -> int:
    """How many words of a text are among the commonest of a language."""
    known = {plain(word) for word in clues()[language_of(language).code].common}
    return sum(found[0] in known for found in _WORD.finditer(plain(text)))


def _is_name(stretch: list[_Word], text: str, is_latin: bool = True) -> bool:
    """Whether words are capitalized as those of the name of a party or an organization are: many of
    them, or, in Latin letters, which names are often left in, the first one within a sentence and
    another."""
    capitals = [text[start].isupper() for _, start, _ in stretch]
    before = text[max(stretch[0][1] - _BEFORE, 0) : stretch[0][1]].rstrip()
    is_within = bool(before) and before[-1] not in ENDS_A_PARAGRAPH.replace(ENDS_A_PREAMBULAR, "")
    share = sum(capitals) / len(capitals)
    has_another = sum(capitals) > 1 and share > _SOME
    return share > _MANY or (is_latin and is_within and capitals[0] and has_another)


@cache
def _signs(own: str, other: str) -> tuple[frozenset[str], frozenset[str], re.Pattern[str] | None]:
    """The commonest words of the own language that the other has not, those of the other that the
    own has not, and the letters of the other if the own has none of them."""
    has_own_letters = OFFICIAL[own].script != OFFICIAL[other].script
    sides = [
        {plain(word) for word in clues()[code].common if has_own_letters or len(word) > 1}
        for code in (own, other)
    ]
    letters = clues()[other].letters if has_own_letters else None
    return frozenset(sides[0] - sides[1]), frozenset(sides[1] - sides[0]), letters
