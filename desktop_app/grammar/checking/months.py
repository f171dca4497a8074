"""The months that a text names, in dates and alone."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from desktop_app.grammar.anchors.wording import either, wording_of
from desktop_app.grammar.characters import plain
from desktop_app.grammar.languages import language_of
from desktop_app.grammar.numerals import ONES, chinese_value, of_digits
from desktop_app.grammar.tables import table

_IN_CHINESE = re.compile(rf"(?<![\d{ONES}十])(?P<count>\d{{1,2}}|[{ONES}十]{{1,2}})\s*月(?!球|经)")
_MONTHS = 12
_NEVER = "(?!)"
_SHORTEST = 3
"""Letters of a name that is no other word."""


class Month(NamedTuple):
    """A month by its number, and its place in a text."""

    number: int
    start: int
    end: int


class _Names(NamedTuple):
    pattern: re.Pattern[str]
    numbers: Mapping[str, int]
    are_capitalized: bool


def months(text: str, language: str) -> Iterator[Month]:
    """The months in a text, in its order; none in a language without a table."""
    if not language_of(language).is_spaced:
        for found in _IN_CHINESE.finditer(text):
            number = of_digits(found["count"]) or chinese_value(found["count"]) or 0
            if 1 <= number <= _MONTHS:
                yield Month(number, *found.span())
        return
    names = _names(language_of(language).code)
    if names is None:
        return
    for found in names.pattern.finditer(plain(text)):
        name = found.lastgroup or ""
        start = found.start(name)
        if not names.are_capitalized or text[start].isupper():
            yield Month(names.numbers[found[name]], start, found.end())


@cache
def _names(code: str) -> _Names | None:
    dates = wording_of(code).dates
    if dates is None:
        return None
    data, names = table(code, "named"), table(code, "anchors")
    known = {name: number for name, number in dates.months.items() if len(name) >= _SHORTEST}
    whole = data.get("months", {})
    starts = "|".join(map(re.escape, data.get("starts", ())))
    pattern = (
        rf"(?<!\w)(?:{starts})?(?:(?P<name>{either(known)}){names.get('month_endings', '')}"
        rf"|(?P<whole>{either(whole) if whole else _NEVER}))(?!\w)"
    )
    return _Names(re.compile(pattern), {**known, **whole}, data.get("capitalized_months", False))
