"""Words that stand twice in a row, as a slip of the hand leaves them."""

import re
from collections.abc import Iterator
from functools import cache

from desktop_app.grammar.characters import HAN, plain
from desktop_app.grammar.languages import language_of
from desktop_app.grammar.tables import table

_EDGE = r"[\w’'-]"
_TWICE = re.compile(
    rf"(?<!{_EDGE})(?P<word>[^\W\d_]{{2,}})(?P<gap>[ \u00a0\u202f]+)(?P=word)(?!{_EDGE})"
)
_TWICE_IN_CHINESE = re.compile(rf"(?P<word>[{HAN}]{{2,8}}?)(?P<gap>)(?P=word)")


def doubled(text: str, language: str) -> Iterator[tuple[int, int]]:
    """The spans of the second ones of doubled words, without those that the language doubles
    rightly (its table `doubled`)."""
    code = language_of(language).code
    pattern = _TWICE if language_of(code).is_spaced else _TWICE_IN_CHINESE
    for found in pattern.finditer(plain(text)):
        word = found["word"]
        is_heading = text[found.start() : found.end()].isupper()  # of a table, cell beside cell
        if word not in _rightly(code) and len(set(word)) > 1 and not is_heading:
            yield found.end("gap"), found.end()


@cache
def _rightly(code: str) -> frozenset[str]:
    return frozenset(table(code, "doubled").get("words", ()))
