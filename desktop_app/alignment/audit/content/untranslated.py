"""The check of what was left untranslated: words of another language within a text."""

from collections.abc import Iterator

from desktop_app.alignment.audit.versions import SOURCE, TARGET, Compared, one_sided
from desktop_app.common.messages import Message
from desktop_app.grammar.checking.foreign import foreign
from desktop_app.grammar.languages import language_of
from desktop_app.resolution.bitext import Finding, FindingKind, Span

_SHOWN = 60
"""Characters of the words that the sentence shows."""


def check(compared: Compared) -> Iterator[Finding]:
    """Stretches in another language that only one side of a row has: a foreign title or name stands
    in both."""
    if not compared.is_paired:
        return
    languages = [language_of(version.language).code for version in compared.versions]
    if languages[0] == languages[1]:
        return
    found = [_foreign(compared, side) for side in (SOURCE, TARGET)]
    for side in (SOURCE, TARGET):
        if found[side] and not found[1 - side]:
            own = compared.versions[side]
            words = own.words(found[side])
            short = words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()}…"
            message = Message(
                "%1: words of the %2 text are in another language: %3.",
                (compared.label_of(side), own.name, short),
            )
            yield compared.finding(FindingKind.UNTRANSLATED, one_sided(side, found[side]), message)


def _foreign(compared: Compared, side: int) -> tuple[Span, ...]:
    version = compared.versions[side]
    return tuple(
        Span(id, *span)
        for id in compared.ids[side]
        for span in foreign(version.texts[id], version.language)
    )
