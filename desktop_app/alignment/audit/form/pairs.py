"""The check of signs in pairs: every bracket and quotation mark that opens is closed."""

from collections.abc import Iterator

from desktop_app.alignment.audit.versions import SOURCE, TARGET, Compared, one_sided
from desktop_app.common.messages import Message
from desktop_app.grammar.checking.paired import unpaired
from desktop_app.resolution.bitext import Finding, FindingKind, Span


def check(compared: Compared) -> Iterator[Finding]:
    """Signs without their other half on one side of a row; where both sides lack one, the text is
    set so, as a quotation over several paragraphs."""
    if not compared.is_paired:
        return
    found = [_unpaired(compared, side) for side in (SOURCE, TARGET)]
    for side in (SOURCE, TARGET):
        if found[side] and not found[1 - side]:
            own = compared.versions[side]
            message = Message(
                "%1: the %2 text has %3 without its other half.",
                (compared.label_of(side), own.name, own.words(found[side])),
            )
            yield compared.finding(FindingKind.PAIR, one_sided(side, found[side]), message)


def _unpaired(compared: Compared, side: int) -> tuple[Span, ...]:
    """The signs of one side without their other half in its row or in another paragraph."""
    version = compared.versions[side]
    open_in_document = version.spanning
    return tuple(
        Span(id, place, place + 1)
        for id in compared.ids[side]
        for place in unpaired(version.texts[id])
        if (id, place) not in open_in_document
    )
