"""The check of paragraphs: one stands against one, and none is without words."""

from collections.abc import Iterator

from desktop_app.alignment.audit.versions import (
    SOURCE,
    TARGET,
    Compared,
    Sides,
    labels,
    letters,
    one_sided,
)
from desktop_app.common.messages import Message
from desktop_app.resolution.bitext import SURE, Finding, FindingKind, Severity


def check(compared: Compared) -> Iterator[Finding]:
    """A paragraph without a counterpart or without its words, and paragraphs that one version has
    run together."""
    if not compared.is_paired:
        yield from _missing(compared)
    elif len(compared.row.source) != len(compared.row.target):
        yield _merged(compared)
    else:
        yield from _emptied(compared)


def _emptied(compared: Compared) -> Iterator[Finding]:
    """A paragraph of which one side has nothing but the number, and no sub-paragraph either."""
    has_words = [bool(letters(text)) for text in compared.texts]
    if all(has_words) or not any(has_words):
        return
    here = SOURCE if has_words[SOURCE] else TARGET
    own, other = compared.versions[here], compared.versions[1 - here]
    if other.holds_more(compared.ids[1 - here]):
        return
    message = Message(
        "%1 of the %2 text has no words in the %3 text.",
        (compared.label_of(here), own.name, other.name),
    )
    sides = one_sided(here, own.whole(compared.ids[here]))
    yield compared.finding(FindingKind.MISSING_PARAGRAPH, sides, message)


def _missing(compared: Compared) -> Iterator[Finding]:
    """A paragraph without a counterpart. Its sub-paragraphs go without saying, and a footnote that
    is missing is found where its mark is."""
    here = SOURCE if compared.row.source else TARGET
    ids, own, other = compared.ids[here], compared.versions[here], compared.versions[1 - here]
    if ids[0] in own.footnotes:
        return
    own.missing.update(ids)
    if ids[0] in own.beside or ids[0].rpartition(".")[0] in own.missing:
        return
    across = _across(compared, here)
    if across:
        yield _unsure(compared, here, across)
        return
    message = Message(
        "%1 of the %2 text has no counterpart in the %3 text.", (labels(ids), own.name, other.name)
    )
    sides = one_sided(here, own.whole(ids))
    severity = Severity.DOUBT if compared.row.score < SURE else Severity.ERROR
    yield compared.finding(FindingKind.MISSING_PARAGRAPH, sides, message, severity)


def _across(compared: Compared, here: int) -> tuple[str, ...]:
    """The ids of the other side in the next row, if both rows are unsure to have no counterpart:
    they may be each other's."""
    for row in compared.after:
        sides = row.source, row.target
        ids, there = sides[1 - here], compared.versions[1 - here]
        is_unsure = compared.row.score < SURE and row.score < SURE
        if is_unsure and ids and not sides[here] and ids[0] not in there.footnotes:
            return ids
    return ()


def _unsure(compared: Compared, here: int, across: tuple[str, ...]) -> Finding:
    there = compared.versions[1 - here]
    there.beside.update(across)
    ids = compared.ids[here], across
    source, target = ids if here == SOURCE else ids[::-1]
    own, other = compared.versions
    message = Message(
        "%1 of the %2 text and %3 of the %4 text stand alone; they may be counterparts.",
        (labels(source), own.name, labels(target), other.name),
    )
    spans = own.whole(source), other.whole(target)
    return Finding(FindingKind.MISSING_PARAGRAPH, source, target, *spans, message, Severity.DOUBT)


def _merged(compared: Compared) -> Finding:
    few, many = sorted((SOURCE, TARGET), key=lambda side: len(compared.ids[side]))
    ids, versions = compared.ids, compared.versions
    message = Message(
        "%1 of the %2 text are run together in %3 of the %4 text.",
        (labels(ids[many]), versions[many].name, labels(ids[few]), versions[few].name),
    )
    sides = Sides(*(version.whole(own) for version, own in zip(versions, ids, strict=True)))
    return compared.finding(FindingKind.MERGED_PARAGRAPHS, sides, message)
