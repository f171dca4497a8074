"""The check of footnotes: both sides of a row call the same ones."""

from collections.abc import Iterator

from desktop_app.alignment.audit.versions import SOURCE, TARGET, Compared, labels, one_sided
from desktop_app.common.messages import Message
from desktop_app.resolution.bitext import Finding, FindingKind, Span


def check(compared: Compared) -> Iterator[Finding]:
    """Footnotes that one version calls in a row and the other does not."""
    if not compared.is_paired:
        return
    called = [
        dict.fromkeys(note for id in ids for note in version.calls.get(id, ()) if note)
        for version, ids in zip(compared.versions, compared.ids, strict=True)
    ]
    for here in (SOURCE, TARGET):
        own = compared.versions[here]
        for note in called[here]:
            # A mark without a footnote is what it is called.
            counterpart = own.counterparts.get(note, "" if note in own.footnotes else note)
            if counterpart not in called[1 - here]:
                yield _finding(note, counterpart, here, compared)


def _finding(note: str, counterpart: str, here: int, compared: Compared) -> Finding:
    own, other = compared.versions[here], compared.versions[1 - here]
    spans = tuple(
        Span(id, max(place - 1, 0), place)
        for id in compared.ids[here]
        for place in [own.mark_places.get((id, note))]
        if place is not None
    )
    elsewhere = other.callers.get(counterpart, ())
    about = compared.label, note.removeprefix("fn"), own.name, other.name
    if elsewhere:
        message = Message(
            "%1: footnote %2 of the %3 text stands in %5 of the %4 text.",
            (*about, labels(elsewhere)),
        )
    elif counterpart in other.footnotes:
        message = Message("%1: footnote %2 of the %3 text has no mark in the %4 text.", about)
    else:
        message = Message("%1: footnote %2 of the %3 text is not in the %4 text.", about)
    return compared.finding(FindingKind.FOOTNOTE, one_sided(here, spans), message)
