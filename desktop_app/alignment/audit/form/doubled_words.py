"""The check of words that were typed twice."""

from collections.abc import Iterator

from desktop_app.alignment.audit.versions import SOURCE, TARGET, Compared, one_sided
from desktop_app.common.messages import Message
from desktop_app.grammar.checking.doubled import doubled
from desktop_app.resolution.bitext import Finding, FindingKind, Span


def check(compared: Compared) -> Iterator[Finding]:
    """Words that stand twice in a row on one side; on both, they are meant so."""
    found = [_doubled(compared, side) for side in (SOURCE, TARGET)]
    for side in (SOURCE, TARGET):
        if found[side] and not found[1 - side]:
            own = compared.versions[side]
            message = Message(
                "%1: the %2 text has a word twice: %3.",
                (compared.label_of(side), own.name, own.words(found[side])),
            )
            yield compared.finding(FindingKind.DOUBLED_WORD, one_sided(side, found[side]), message)


def _doubled(compared: Compared, side: int) -> tuple[Span, ...]:
    version = compared.versions[side]
    return tuple(
        Span(id, *span)
        for id in compared.ids[side]
        for span in doubled(version.texts[id], version.language)
    )
