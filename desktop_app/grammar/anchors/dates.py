"""Dates in languages with spaces between their words: "25 and 26 October 2019"."""

import re
from collections.abc import Iterable, Iterator

from desktop_app.grammar.anchors.anchor import Anchor, AnchorKind
from desktop_app.grammar.anchors.digits import SIGNED
from desktop_app.grammar.anchors.wording import DIGITS, Dates, Wording, without_weekdays
from desktop_app.grammar.numerals import of_digits

_MONTHS = 12
_LONGEST_MONTH = 31
_BEFORE = 12
"""Characters in which the word stands that a number counts, where it comes first."""
_YEAR = 4
"""Digits of a year."""


def dates(low: str, words: Wording) -> Iterator[Anchor]:
    """The dates in a text in the form of `plain`."""
    known = words.dates
    if known is None:
        return
    yield from in_digits(low, known.in_digits)
    low = without_weekdays(low, known)
    for found in known.dates.finditer(low):
        if found["alone"]:
            month = _month(found["alone"], known)
            yield Anchor(AnchorKind.DATE, f"{found['alone_year']}-{month:02}", *found.span())
            continue
        american = found["days"] is None
        parts = known.parts.finditer(low, *found.span("american" if american else "days"))
        year = found["year"] or found["american_year"] or "-"
        days = list(_days(parts, known, american))
        for place, (month, day, start, end) in enumerate(days):
            first = found.start() if place == 0 else start
            last = found.end() if place == len(days) - 1 else end
            yield Anchor(AnchorKind.DATE, f"{year}-{month:02}-{day:02}", first, last)


def _days(
    parts: Iterable[re.Match[str]], known: Dates, american: bool
) -> Iterator[tuple[int, int, int, int]]:
    """Month, day, start and end of each date in a row of days and months: "31 March and 1 April";
    the American way names the month first."""
    month = 0
    waiting: list[tuple[int, int, int]] = []
    for part in parts:
        if part["day"]:
            waiting.append((int(part["day"]), *part.span()))
        else:
            month = _month(part["month"], known)
        if month and (american or part["month"]):
            *others, (day, start, end) = waiting or [(0, 0, 0)]
            for one in others:
                yield month, *one
            if day:
                yield month, day, start, max(end, part.end())
            waiting.clear()


def _month(name: str, known: Dates) -> int:
    """The number of a month, named as the pattern has found it: with an ending, or twice."""
    first = re.split(r"\s?/\s?", name)[0]
    return max((len(own), month) for own, month in known.months.items() if first.startswith(own))[1]


def is_month(date: Anchor) -> bool:
    """Whether a date is a month of a year, without a day."""
    return re.fullmatch(r"\d{4}-\d\d", date.value) is not None


def in_digits(text: str, pattern: re.Pattern[str] = DIGITS) -> Iterator[Anchor]:
    """The dates without a name of a month: 2020-12-07, 7.12.2020."""
    for found in pattern.finditer(text) if SIGNED.search(text) else ():
        year, month, day = (found[part] or found[f"{part}_"] for part in ("year", "month", "day"))
        if 1 <= int(month) <= _MONTHS and 1 <= int(day) <= _LONGEST_MONTH:
            value = f"{year}-{int(month):02}-{int(day):02}"
            yield Anchor(AnchorKind.DATE, value, *found.span())


def in_words(low: str, numbers: Iterable[Anchor], words: Wording) -> Iterator[Anchor]:
    """The dates whose day is a number in words: "the twenty-third day of May, one thousand nine
    hundred and sixty-nine". They need their year; "the first May meeting" is none."""
    known = words.dates
    if known is None:
        return
    worded = [number for number in numbers if number.kind is AnchorKind.NUMBER and number.worded]
    years = {number.start: number for number in worded}
    for number in worded:
        day = of_digits(number.value) or 0
        named = known.named.match(low, number.end) if 0 < day <= _LONGEST_MONTH else None
        before = low[max(number.start - _BEFORE, 0) : number.start]
        if named is None or known.no_days.search(before):
            continue
        year, end = named["year"], named.end()
        if year is None and end in years:
            year, end = years[end].value, years[end].end
        if year and len(year) == _YEAR:
            value = f"{year}-{_month(named['month'], known):02}-{day:02}"
            yield Anchor(AnchorKind.DATE, value, number.start, end)
