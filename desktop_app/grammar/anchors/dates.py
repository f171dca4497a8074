"""Dates in languages with spaces between their words: "25 and 26 October 2019"."""

import re
from collections.abc import Iterable, Iterator

from desktop_app.grammar.anchors.anchor import Anchor, AnchorKind
from desktop_app.grammar.anchors.wording import Dates, Wording


def dates(low: str, words: Wording) -> Iterator[Anchor]:
    """The dates in a text in the form of `plain`."""
    known = words.dates
    if known is None:
        return
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
