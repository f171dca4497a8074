"""Words that stand twice in a row, as a slip of the hand leaves them.

The table `doubled` of a language has the `words` that it doubles rightly, and what `joins` names,
written together with them. In Chinese, where the end
of one word is often the start of the next (委员会|会议), `signs` are the characters that are words
by themselves, each with the words that end with it and those that begin with it.
"""

import re
from collections.abc import Iterator
from functools import cache

from desktop_app.grammar.characters import HAN, plain
from desktop_app.grammar.checking.named import named
from desktop_app.grammar.languages import language_of
from desktop_app.grammar.tables import table

_EDGE = r"[\w’'-]"
_TWICE = re.compile(
    rf"(?<!{_EDGE})(?P<word>[^\W\d_]{{2,}})(?P<gap>[ \u00a0\u202f]+)(?P=word)(?!{_EDGE})"
)
_LONGEST_NAME = 40
"""Characters of a name that begins with a word, at most."""
_TWICE_IN_CHINESE = re.compile(rf"(?P<word>[{HAN}]{{2,8}}?)(?P<gap>)(?P=word)")


def doubled(text: str, language: str) -> Iterator[tuple[int, int]]:
    """The spans of the second ones of doubled words, without those that the language doubles
    rightly, and without names that begin alike ("and Guinea and Guinea-Bissau" in Arabic)."""
    code = language_of(language).code
    is_spaced = language_of(code).is_spaced
    if not is_spaced:
        yield from _signs_twice(text, code)
    pattern = _TWICE if is_spaced else _TWICE_IN_CHINESE
    for found in pattern.finditer(plain(text)):
        word = found["word"]
        is_heading = text[found.start() : found.end()].isupper()  # of a table, cell beside cell
        if word in _rightly(code) or len(set(word)) == 1 or is_heading:
            continue
        after = text[found.end("gap") : found.end() + _LONGEST_NAME]
        if not _are_two_names(text[found.start() : found.end("gap")], after, code):
            yield found.end("gap"), found.end()


def _are_two_names(one: str, after: str, code: str) -> bool:
    """Whether words, and those after them that begin in the same way, name two countries, where
    what joins them is written together with them."""
    if not plain(one).startswith(_joins(code)):
        return False
    first, second = (named(words, code)[:1] for words in (one, after))
    return bool(first and second) and first[0].value != second[0].value


def _signs_twice(text: str, code: str) -> Iterator[tuple[int, int]]:
    pattern = _signs(code)
    for found in pattern.finditer(text) if pattern else ():
        yield found.start() + 1, found.end()


@cache
def _signs(code: str) -> re.Pattern[str] | None:
    ways: list[str] = []
    for sign, (before, after) in table(code, "doubled").get("signs", {}).items():
        starts = "".join(word.removesuffix(sign) for word in before)
        ends = "".join(word.removeprefix(sign) for word in after)
        ways.append(
            (f"(?<![{sign}{starts}])" if starts else f"(?<!{sign})")
            + sign * 2
            + (f"(?![{sign}{ends}])" if ends else f"(?!{sign})")
        )
    return re.compile("|".join(ways)) if ways else None


@cache
def _joins(code: str) -> tuple[str, ...]:
    return tuple(table(code, "doubled").get("joins", ()))


@cache
def _rightly(code: str) -> frozenset[str]:
    return frozenset(table(code, "doubled").get("words", ()))
