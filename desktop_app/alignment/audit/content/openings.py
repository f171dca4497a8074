"""The check of opening words: requests stand against requests, demands against demands."""

from collections.abc import Iterator

from desktop_app.alignment.audit.versions import SOURCE, TARGET, Compared, Sides
from desktop_app.common.messages import Message
from desktop_app.grammar.checking.openings import strength
from desktop_app.resolution.bitext import Finding, FindingKind, Span


def check(compared: Compared) -> Iterator[Finding]:
    """Rows of two paragraphs whose opening words ask with another strength."""
    if not compared.is_sure or [len(ids) for ids in compared.ids] != [1, 1]:
        return
    found = [
        strength(text, version.language)
        for text, version in zip(compared.texts, compared.versions, strict=True)
    ]
    source, target = found
    if source and target and source.value.isdisjoint(target.value):
        spans = [
            (Span(ids[0], one.start, one.end),)
            for ids, one in zip(compared.ids, (source, target), strict=True)
        ]
        own, other = compared.versions
        message = Message(
            "%1 opens with %2 in the %3 text, with %4 in the %5 text.",
            (
                compared.label,
                own.words(spans[SOURCE]),
                own.name,
                other.words(spans[TARGET]),
                other.name,
            ),
        )
        yield compared.finding(FindingKind.OPENING, Sides(*spans), message)
