"""The stretches of a text that are in another language than the text."""

import re
from collections.abc import Iterator
from functools import cache

from desktop_app.grammar.characters import ENDS_A_PARAGRAPH, ENDS_A_PREAMBULAR, HAN, plain
from desktop_app.grammar.detection import clues
from desktop_app.grammar.languages import OFFICIAL, language_of

_WORD = re.compile(r"[^\W\d_]+")
_SIGNS = 6
"""Chinese characters in a row that are no name or quoted word."""
_LATIN = "Latn"
_MANY, _SOME = 0.4, 0.125
"""The share of the words of a name that have capital letters."""
_BEFORE = 3
"""Characters in which the sign stands that ends a sentence."""
_WORDS, _OTHERS = 6, 2
"""Words in a row, and how many of them must be of the commonest of the other language."""
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
    return re.compile(f"[{HAN}]{{{_SIGNS},}}")


def _stretches(
    text: str, words: list[tuple[str, int, int]], own: str, other: str
) -> Iterator[tuple[int, int]]:
    """Words in a row with several of the commonest of another language, and none of the own."""
    known, strange, letters = _signs(own, other)
    present = {word for word, _, _ in words}
    if letters is None and len(present & strange) < _OTHERS:
        return
    if letters is not None and not any(map(letters.fullmatch, present)):
        return
    enough = _OTHERS
    if letters is not None:
        enough = _IN_LATIN_LETTERS if OFFICIAL[other].script == _LATIN else 0
    stretch: list[tuple[str, int, int]] = []
    for word in (*words, ("", 0, 0)):
        is_own = word[0] in known or (letters is not None and not letters.fullmatch(word[0]))
        if word[0] and not is_own:
            stretch.append(word)
            continue
        count = sum(one in strange for one, _, _ in stretch)
        if len(stretch) >= _WORDS and count >= enough and not _is_name(stretch, text):
            yield stretch[0][1], stretch[-1][2]
        stretch = []


def _is_name(stretch: list[tuple[str, int, int]], text: str) -> bool:
    """Whether words are capitalized as those of the name of a party or an organization are: many of
    them, or the first one within a sentence and another."""
    capitals = [text[start].isupper() for _, start, _ in stretch]
    before = text[max(stretch[0][1] - _BEFORE, 0) : stretch[0][1]].rstrip()
    is_within = bool(before) and before[-1] not in ENDS_A_PARAGRAPH.replace(ENDS_A_PREAMBULAR, "")
    share = sum(capitals) / len(capitals)
    return share > _MANY or (is_within and capitals[0] and share > _SOME)


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
