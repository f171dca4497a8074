"""Times of day: "3.30 p.m.", 15 h 30, 15.30 horas, 15 ч. 30 м., 下午3时30分 are all "15:30".

A language has them in its table `anchors` under `times`, for texts in the form of `plain`: signs of
which a text has one at least, which are quicker to look for, and a regular expression. `hour` and
`minute` are numbers, in digits or in words; `am` and `pm` say in which half of the day they are
counted, `half` stands for thirty minutes; `noon` and `midnight` are hours by themselves.
`hours_before` a time and `hours_after` one are the other end of a span, in the same half of the
day: "from 3 to 6 p.m.".
"""

import re
from collections.abc import Iterator
from functools import cache

from desktop_app.grammar.anchors.anchor import Anchor, AnchorKind
from desktop_app.grammar.anchors.wording import meaning
from desktop_app.grammar.numerals import chinese_value, of_digits
from desktop_app.grammar.tables import table

_CLOCK = [":"], r"(?<![\d:.,/])(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?![\d:])"
"""A time that needs no words: 15:30."""
_MINUTES = 60
_HOURS = 24
_NOON = 12
_NEAR = 24
"""Characters before a time in which the other end of a span stands."""


def times(low: str, language: str) -> Iterator[Anchor]:
    """The times of day in a text in the form of `plain`, as numbers with a colon."""
    before, after = _ends_of_spans(language)
    for signs, pattern in _patterns(language):
        if any(map(low.__contains__, signs)):
            for found in pattern.finditer(low):
                parts = found.groupdict()
                value, worded = _value(parts, language), not parts.get("hour")
                if value:
                    yield Anchor(AnchorKind.NUMBER, value, *found.span(), worded)
                    yield from _first(before, low, value, found)
                    yield from _last(after, low, value, found, language)


def _first(before: re.Pattern[str], low: str, value: str, last: re.Match[str]) -> Iterator[Anchor]:
    """The hour from which on a span goes to a time: as late in the day as it can be."""
    near = max(last.start() - _NEAR, 0)
    found = before.search(low[near : last.start()])
    if found is None:
        return
    hour, minute = _number(found["hour"]), _number(found["minute"])
    end = _in_minutes(value) or _HOURS * _MINUTES
    counts_twelve = any(map(last.groupdict().get, ("am", "pm", "noon", "midnight")))
    if counts_twelve and hour <= _NOON:
        later = (hour % _NOON + _NOON) * _MINUTES + minute
        hour = hour % _NOON + (_NOON if later < end else 0)
        if hour * _MINUTES + minute >= end:
            return
    start, stop = near + found.start("hour"), near + max(found.end("hour"), found.end("minute"))
    if hour < _HOURS and minute < _MINUTES:
        yield Anchor(AnchorKind.NUMBER, f"{hour}:{minute:02}", start, stop)


def _last(
    after: re.Pattern[str], low: str, value: str, first: re.Match[str], language: str
) -> Iterator[Anchor]:
    """The hour to which a span goes from a time, in the afternoon if that is."""
    found = after.match(low, first.end())
    if found is None:
        return
    parts: dict[str, str | None] = dict(found.groupdict())
    if not parts.get("am") and not parts.get("pm"):
        own = first.groupdict()
        parts |= {half: own.get(half) for half in ("am", "pm")}
    other = _value(parts, language)
    if other and _in_minutes(other) > _in_minutes(value):
        start = found.start("hour")
        yield Anchor(AnchorKind.NUMBER, other, start, found.end())


def _in_minutes(value: str) -> int:
    hour, _, minute = value.partition(":")
    return int(hour) * _MINUTES + int(minute)


@cache
def _ends_of_spans(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = table(language, "anchors")
    before, after = (data.get(key) or "(?!)" for key in ("hours_before", "hours_after"))
    return re.compile(before), re.compile(after)


@cache
def _patterns(language: str) -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    ways = table(language, "anchors").get("times", ())
    return tuple((tuple(signs), re.compile(way)) for signs, way in (*ways, _CLOCK))


def _value(parts: dict[str, str | None], language: str) -> str:
    """The hour and minute on the clock of 24 hours, "" for what no clock shows."""
    if parts.get("noon") or parts.get("midnight"):
        return "12:00" if parts.get("noon") else "0:00"
    hour, minute = (_number(parts.get(key), language) for key in ("hour", "minute"))
    if (parts.get("hour") or "").isalpha() and not 0 < hour <= _HOURS:
        return ""
    if parts.get("half"):
        minute = _MINUTES // 2
    if parts.get("minute") and hour > _HOURS >= minute:
        hour, minute = minute, hour  # typed from right to left
    if hour > _HOURS or minute >= _MINUTES:
        return ""
    if parts.get("pm") and hour < _NOON:
        hour += _NOON
    elif parts.get("am") and hour == _NOON:
        hour = 0
    return f"{hour % _HOURS}:{minute:02}"


def _number(written: str | None, language: str = "") -> int:
    found = of_digits(written or "") or chinese_value(written or "")
    if found or not written:
        return found or 0
    said = meaning(written, language)
    return said.numeral or said.one
