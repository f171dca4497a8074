"""The check of the mastheads and the closing lines: both state the same facts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.alignment import divisions
from desktop_app.alignment.audit.check import Document
from desktop_app.alignment.audit.facts import dates, numbers, symbols
from desktop_app.alignment.audit.versions import Compared, Versions
from desktop_app.common.messages import Message
from desktop_app.resolution.bitext import Bitext, Finding, FindingKind

_CHECKS = (symbols.check, dates.check, numbers.check)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fact:
    """A field of the masthead: the kind of finding where two differ, its name, and the lines that
    can state it."""

    kind: FindingKind
    field: str
    name: Message
    lines: tuple[str, ...]


_FACTS = (
    _Fact(
        kind=FindingKind.SYMBOL,
        field="symbol",
        name=Message("symbol"),
        lines=("head.symbol", "head.title"),
    ),
    _Fact(
        kind=FindingKind.NUMBER, field="session", name=Message("session"), lines=("head.session",)
    ),
    _Fact(
        kind=FindingKind.NUMBER,
        field="agenda_item",
        name=Message("agenda item"),
        lines=("head.agenda_item",),
    ),
    _Fact(
        kind=FindingKind.DATE,
        field="adopted",
        name=Message("date of adoption"),
        lines=("head.adoption", "closing.date"),
    ),
    _Fact(kind=FindingKind.SYMBOL, field="report", name=Message("report"), lines=("head.report",)),
    _Fact(
        kind=FindingKind.NUMBER,
        field="meeting",
        name=Message("meeting"),
        lines=("closing.meeting", "head.adoption"),
    ),
)


def check(document: Document) -> Iterator[Sequence[Finding]]:
    """The facts on which the two mastheads and closings differ."""
    yield tuple(_differing(document.bitext, document.versions))


def _differing(bitext: Bitext, versions: Versions) -> Iterator[Finding]:
    """The facts that differ, line by line, then the fields of the
    mastheads with no finding in their lines."""
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
    yield from _of_parts(versions)


def _of_parts(versions: Versions) -> Iterator[Finding]:
    """The facts on which the heads and closings of like resolutions differ, where both texts have
    several: each in the row of its first clause."""
    source, target = versions
    for likes in divisions.resolutions(source.resolution, target.resolution):
        if not likes.heads:
            continue
        ids = [next((c.id for part in side for c in part.walk()), "") for side in likes[:2]]
        for fact in _FACTS:
            stated = [getattr(head, fact.field) for head in likes.heads]
            if all(ids) and all(stated) and stated[0] != stated[1]:
                message = Message(
                    "Resolution %1: the %2 is %3 in the %4 text, %5 in the %6 text.",
                    (
                        likes.name.upper(),
                        fact.name,
                        str(stated[0]),
                        source.name,
                        str(stated[1]),
                        target.name,
                    ),
                )
                yield Finding(fact.kind, (ids[0],), (ids[1],), (), (), message)


def _finding(fact: _Fact, stated: list[object], versions: Versions) -> Finding:
    source, target = versions
    message = Message(
        "Masthead: the %1 is %2 in the %3 text, %4 in the %5 text.",
        (fact.name, str(stated[0]), source.name, str(stated[1]), target.name),
    )
    ids = [tuple([id for id in fact.lines if id in own.lines][:1]) for own in versions]
    return Finding(fact.kind, ids[0], ids[1], (), (), message)
