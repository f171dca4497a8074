"""The check of the mastheads and the closing lines: both state the same facts."""

from collections.abc import Iterator
from typing import NamedTuple

from desktop_app.alignment.audit import dates, numbers, symbols
from desktop_app.alignment.audit.versions import Compared, Versions
from desktop_app.common.messages import Message
from desktop_app.resolution.bitext import Bitext, Finding, FindingKind

_CHECKS = (symbols.check, dates.check, numbers.check)


class _Fact(NamedTuple):
    """A field of the masthead: the kind of finding where two differ, its name, and the lines that
    can state it."""

    kind: FindingKind
    field: str
    name: Message
    lines: tuple[str, ...]


_FACTS = (
    _Fact(FindingKind.SYMBOL, "symbol", Message("symbol"), ("head.symbol", "head.title")),
    _Fact(FindingKind.NUMBER, "session", Message("session"), ("head.session",)),
    _Fact(FindingKind.NUMBER, "agenda_item", Message("agenda item"), ("head.agenda_item",)),
    _Fact(
        FindingKind.DATE, "adopted", Message("date of adoption"), ("head.adoption", "closing.date")
    ),
    _Fact(FindingKind.SYMBOL, "report", Message("report"), ("head.report",)),
    _Fact(FindingKind.NUMBER, "meeting", Message("meeting"), ("closing.meeting", "head.adoption")),
)


def check(bitext: Bitext, versions: Versions) -> Iterator[Finding]:
    """What the lines of the two mastheads and closings state differently; and what the mastheads
    do where no line shows it."""
    reported: set[str] = set()
    for row in (*bitext.head, *bitext.closing):
        if row.source and row.target and ".other" not in row.source[0]:
            compared = Compared(row, versions)
            for finding in (finding for check in _CHECKS for finding in check(compared)):
                reported.update((*row.source, *row.target))
                yield finding
    for fact in _FACTS:
        stated = [getattr(version.resolution.masthead, fact.field) for version in versions]
        if all(stated) and stated[0] != stated[1] and reported.isdisjoint(fact.lines):
            yield _finding(fact, stated, versions)


def _finding(fact: _Fact, stated: list[object], versions: Versions) -> Finding:
    source, target = versions
    message = Message(
        "Masthead: the %1 is %2 in the %3 text, %4 in the %5 text.",
        (fact.name, str(stated[0]), source.name, str(stated[1]), target.name),
    )
    ids = [tuple([id for id in fact.lines if id in own.lines][:1]) for own in versions]
    return Finding(fact.kind, ids[0], ids[1], (), (), message)
