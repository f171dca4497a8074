"""The check of what was left untranslated: words of another language within a text."""

from collections.abc import Iterator

from desktop_app.alignment.audit.left_names import left_names
from desktop_app.alignment.audit.versions import SOURCE, TARGET, Compared, one_sided
from desktop_app.common.messages import Message
from desktop_app.grammar.checking.foreign import (
    are_copied,
    commonness,
    copied,
    foreign,
    is_wholly_foreign,
)
from desktop_app.grammar.languages import OFFICIAL, language_of
from desktop_app.resolution.bitext import Finding, FindingKind, Span

_SHOWN = 60
"""Characters of the words that the sentence shows."""


def check(compared: Compared) -> Iterator[Finding]:
    """Stretches in another language that only one side of a row has: a foreign title or name stands
    in both. A paragraph without a counterpart is one, if most of it is in another language."""
    languages = [language_of(version.language).code for version in compared.versions]
    if languages[0] == languages[1] or not OFFICIAL.keys() >= {*languages}:
        return
    if not compared.is_paired:
        here = SOURCE if compared.row.source else TARGET
        spans = _foreign(compared, here)
        whole = sum(len(compared.versions[here].texts[id]) for id in compared.ids[here])
        if 2 * sum(span.end - span.start for span in spans) > whole:
            yield _finding(compared, here, spans)
        return
    if are_copied(*compared.texts):
        yield _copied(compared)
        return
    found = [_foreign(compared, side) for side in (SOURCE, TARGET)]
    for side in (SOURCE, TARGET):
        if found[side] and not found[1 - side]:
            yield _finding(compared, side, found[side])
    if any(found):
        return
    scripts = {OFFICIAL[code].script for code in languages}
    in_part = list(_in_part(compared)) if len(scripts) == 1 else []
    yield from in_part or _names(compared)


def _copied(compared: Compared) -> Finding:
    """Both sides are in the language of one, which is less that of the other."""
    here = _stranger(compared, compared.texts[SOURCE])
    return _finding(compared, here, compared.versions[here].whole(compared.ids[here]))


def _stranger(compared: Compared, words: str) -> int:
    """The side in whose language words that stand on both sides are less likely."""
    source, target = (commonness(words, version.language) for version in compared.versions)
    return SOURCE if source < target else TARGET


def _in_part(compared: Compared) -> Iterator[Finding]:
    """Words that stand in both texts, which are in one language of the two."""
    here = [
        Span(id, *span)
        for id in compared.ids[TARGET]
        for span in copied(compared.versions[TARGET].texts[id], compared.texts[SOURCE])
    ]
    if not here:
        return
    side = _stranger(compared, compared.versions[TARGET].words(here))
    if side == SOURCE:
        here = [
            Span(id, *span)
            for id in compared.ids[SOURCE]
            for span in copied(compared.versions[SOURCE].texts[id], compared.texts[TARGET])
        ]
    if here:
        yield _finding(compared, side, tuple(here))


def _names(compared: Compared) -> Iterator[Finding]:
    """Names of countries that one side has in the language of the other."""
    for side in (SOURCE, TARGET):
        for spans in left_names(compared, side).values():
            yield _finding(compared, side, spans)


def _finding(compared: Compared, side: int, spans: tuple[Span, ...]) -> Finding:
    own = compared.versions[side]
    words = own.words(spans)
    short = words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()}…"
    message = Message(
        "%1: words of the %2 text are in another language: %3.",
        (compared.label_of(side), own.name, short),
    )
    return compared.finding(FindingKind.UNTRANSLATED, one_sided(side, spans), message)


def _foreign(compared: Compared, side: int) -> tuple[Span, ...]:
    version = compared.versions[side]
    if all(is_wholly_foreign(version.texts[id], version.language) for id in compared.ids[side]):
        return version.whole(compared.ids[side])
    return tuple(
        Span(id, *span)
        for id in compared.ids[side]
        for span in foreign(version.texts[id], version.language)
    )
