"""The documents opened last, each with the time, as text and back; merged by the times, so that
two windows list the documents of both; no Qt."""

import json
from collections.abc import Collection, Mapping

from desktop_app.ui.settings.kept_places import Pair, time_in

_KEPT = 10
"""Documents."""
Opened = Mapping[Pair, float]
"""When documents were opened, in seconds since 1970; the latest first."""


def with_recent(recent: tuple[Pair, ...], pair: Pair) -> tuple[Pair, ...]:
    """The list of documents after one of them was opened."""
    return (pair, *(other for other in recent if other != pair))[:_KEPT]


def merged(theirs: Opened, mine: Opened, forgotten: Collection[Pair]) -> Opened:
    """The documents in the file, with those opened in this window and without those `forgotten` in
    it."""
    times = {pair: time for pair, time in theirs.items() if pair not in forgotten}
    for pair, time in mine.items():
        times[pair] = max(time, times.get(pair, time))
    newest = sorted(times, key=lambda pair: -times[pair])[:_KEPT]
    return {pair: times[pair] for pair in newest}


def written(opened: Opened) -> str:
    """The documents and times as the text to write."""
    return json.dumps([[*pair, time] for pair, time in opened.items()])


def read(text: str) -> Opened:
    """The documents and times of a text; what is damaged counts as not there. Earlier versions of
    the program wrote no times."""
    try:
        entries = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    out: dict[Pair, float] = {}
    for entry in entries if isinstance(entries, list) else []:
        match entry:
            case [str(file), str(translation), *times] if file:
                out.setdefault((file, translation), time_in(times[0]) if times else 0.0)
    return dict(list(out.items())[:_KEPT])
