"""Dates of the Islamic calendar, which one version names beside its own: 7 محرم 1442 هـ.

Their tables `anchors` have `islamic_months`, as regular expressions, and `islamic_era`, which may
follow the year; in Chinese, which counts the months, it comes before it.
"""

import re
from collections.abc import Iterator
from functools import cache

from desktop_app.grammar.anchors.anchor import Anchor, AnchorKind
from desktop_app.grammar.languages import language_of
from desktop_app.grammar.tables import table

ERA = "AH"
"""What the value of an Islamic date begins with: "AH1442-01-07"."""


def dates(low: str, language: str) -> Iterator[Anchor]:
    """The Islamic dates in a text in the form of `plain`."""
    pattern, months = _pattern(language)
    for found in pattern.finditer(low):
        written = found["month"]
        month = next(
            (number for number, name in enumerate(months, 1) if name.fullmatch(written)), written
        )
        value = f"{ERA}{found['year']}-{int(month):02}-{int(found['day']):02}"
        yield Anchor(AnchorKind.DATE, value, *found.span())


@cache
def _pattern(language: str) -> tuple[re.Pattern[str], tuple[re.Pattern[str], ...]]:
    data = table(language, "anchors")
    era = data.get("islamic_era")
    if not era:
        return re.compile("(?!)"), ()
    if not language_of(language).is_spaced:
        day = r"(?P<year>\d{3,4})\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日"
        return re.compile(rf"(?:{era})\s*{day}"), ()
    names = data["islamic_months"]
    day = rf"(?<!\d)(?P<day>\d{{1,2}})\s+(?:\w{{2,3}}\s+)?(?P<month>{'|'.join(names)})"
    year = rf"(?P<year>1[3-5]\d\d)(?!\d)(?:\s*(?:{era})(?!\w))?"
    return re.compile(rf"{day},?\s+(?:\w{{2,4}}\s+)?{year}"), tuple(map(re.compile, names))
