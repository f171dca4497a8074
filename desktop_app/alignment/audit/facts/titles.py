"""The check of quoted titles: both sides of a row quote them, with the words that they bear."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.alignment.audit.versions import (
    SOURCE,
    TARGET,
    Compared,
    Sides,
    Version,
    Versions,
    letters,
)
from desktop_app.common.messages import Message
from desktop_app.grammar.characters import QUOTATION, TITLE_MARK
from desktop_app.grammar.languages import language_of
from desktop_app.resolution.bitext import Finding, FindingKind, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class _Quotation:
    """Words in quotation marks, or, if `light`, in Chinese title marks. `names` is the part of the
    document with that title, None for any other title."""

    span: Span
    light: bool
    names: Message | None


def check(compared: Compared) -> Iterator[Finding]:
    """Finds titles in quotation marks lost in one version, and misquotations of the document's own
    title or that of its agenda item."""
    if not compared.is_paired:
        return
    quoted = [
        _quotations(ids, version)
        for version, ids in zip(compared.versions, compared.ids, strict=True)
    ]
    renamed = False
    for here in (SOURCE, TARGET):
        own, other = quoted[here], quoted[1 - here]
        named = {another.names for another in other}
        strange = [another for another in other if not another.names]
        strange.sort(key=lambda another: another.light)
        for one in own:
            if one.names and other and compared.versions[1 - here].titles.get(one.names):
                if one.names in named:
                    continue
                renamed = True
                yield _renamed(one, one.names, strange[:1], here, compared)
    if not renamed and _are_lost(quoted, compared.versions):
        yield _lost(quoted, compared)


def _quotations(ids: Sequence[str], version: Version) -> list[_Quotation]:
    return [
        _Quotation(
            span=Span(id, *found.span()),
            light=found[0][0] == TITLE_MARK,
            names=_bearer(found[0][1:-1], version),
        )
        for id in ids
        for found in QUOTATION.finditer(version.texts[id])
    ]


def _bearer(title: str, version: Version) -> Message | None:
    own = letters(title)
    return next((what for what, titles in version.titles.items() if own in titles), None)


def _lost(quoted: Sequence[Sequence[_Quotation]], compared: Compared) -> Finding:
    sides = Sides(*(tuple(one.span for one in side if not one.light) for side in quoted))
    source, target = compared.versions
    about = compared.label, source.name, _titles(len(sides.source)), target.name
    if sides.target:
        count = str(len(sides.target))
        message = Message("%1: the %2 text quotes %3, the %4 text %5.", (*about, count))
    else:
        message = Message("%1: the %2 text quotes %3, the %4 text none.", about)
    return compared.finding(FindingKind.TITLE, sides, message)


def _titles(count: int) -> Message:
    if count == 1:
        return Message("1 title")
    return Message("%1 titles", (str(count),)) if count else Message("no title")


def _are_lost(quoted: Sequence[Sequence[_Quotation]], versions: Versions) -> bool:
    """Whether one version has lost quotation marks: some of them; or all, if the other version
    quotes two titles, or the title of the document or of its agenda item."""
    marked = [[one for one in side if not one.light] for side in quoted]
    here = SOURCE if len(marked[SOURCE]) > len(marked[TARGET]) else TARGET
    if len(marked[here]) <= len(quoted[1 - here]):
        return False
    if not marked[1 - here] and any(one.names for one in marked[here]):
        return True
    if language_of(versions[here].language).quotes_names:
        return False
    return bool(marked[1 - here]) or len(marked[here]) > 1


def _renamed(
    one: _Quotation, names: Message, other: Sequence[_Quotation], here: int, compared: Compared
) -> Finding:
    spans = [(one.span,), tuple(another.span for another in other)]
    own, there = compared.versions[here], compared.versions[1 - here]
    about = compared.label, own.name, names, there.name
    if other:
        message = Message(
            "%1: the %2 text quotes the title of this %3, the %4 text %5.",
            (*about, there.words(spans[1])),
        )
    else:
        message = Message(
            "%1: the %2 text quotes the title of this %3, the %4 text does not.", about
        )
    sides = Sides(*(spans if here == SOURCE else spans[::-1]))
    return compared.finding(FindingKind.TITLE, sides, message)
