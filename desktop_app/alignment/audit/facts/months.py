"""The check of months: one that is named alone, without a day or a year, is on both sides."""

from collections.abc import Iterator

from desktop_app.alignment.audit.facts.disagreements import finding_between
from desktop_app.alignment.audit.versions import SOURCE, TARGET, Compared, Sides
from desktop_app.grammar.anchors import AnchorKind
from desktop_app.grammar.checking.months import months
from desktop_app.resolution.bitext import Finding, FindingKind, Span


def check(compared: Compared) -> Iterator[Finding]:
    """Months that one side names alone and the other not at all. Those of whole dates are the
    concern of the check of dates."""
    if not compared.is_sure:
        return
    named = [_named(compared, side) for side in (SOURCE, TARGET)]
    numbers = [{number for number, _ in found} for found in named]
    lost = [
        [
            (span,)
            for number, span in _alone(named[side], compared, side)
            if number not in numbers[1 - side]
        ]
        for side in (SOURCE, TARGET)
    ]
    if len(lost[SOURCE]) == len(lost[TARGET]):
        for one, other in zip(*lost, strict=True):
            yield finding_between(FindingKind.MONTH, compared, Sides(one, other))
        return
    for one in lost[SOURCE]:
        yield finding_between(FindingKind.MONTH, compared, Sides(source=one))
    for one in lost[TARGET]:
        yield finding_between(FindingKind.MONTH, compared, Sides(target=one))


def _named(compared: Compared, side: int) -> list[tuple[int, Span]]:
    version = compared.versions[side]
    return [
        (month.number, Span(id, month.start, month.end))
        for id in compared.ids[side]
        for month in months(version.texts[id], version.language)
    ]


def _alone(
    named: list[tuple[int, Span]], compared: Compared, side: int
) -> Iterator[tuple[int, Span]]:
    """The months of no date."""
    dates = [
        (found.id, place)
        for found in (compared.versions[side].found(compared.ids[side]) if named else ())
        if found.anchor.kind is AnchorKind.DATE
        for place in range(found.anchor.start, found.anchor.end)
    ]
    taken = frozenset(dates)
    for number, span in named:
        if not any((span.id, place) in taken for place in range(span.start, span.end)):
            yield number, span
