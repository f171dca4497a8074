"""Names of countries that one side has in the words of the other: they were left untranslated, and
are not missing."""

import re

from desktop_app.alignment.audit.versions import Compared
from desktop_app.grammar.characters import plain
from desktop_app.grammar.checking.named import NamedKind, known_values
from desktop_app.grammar.languages import language_of
from desktop_app.resolution.bitext import Span

_WORD_BEFORE = re.compile(r"(\w+)\W{0,2}$")
_WORD_AFTER = re.compile(r"\W{0,2}(\w+)")
_AROUND = 40
"""Characters in which the word beside a name stands."""


def left_names(compared: Compared, side: int) -> dict[str, tuple[Span, ...]]:
    """Where a side has the names of the other for countries that it does not name in its own
    language, by their values."""
    own, other = compared.versions[side], compared.versions[1 - side]
    if language_of(own.language) is language_of(other.language):
        return {}
    here = {**compared.names(side, NamedKind.COUNTRY), **compared.names(side, NamedKind.CITY)}
    known = known_values(own.language, NamedKind.COUNTRY)
    found: dict[str, tuple[Span, ...]] = {}
    for value, spans in compared.names(1 - side, NamedKind.COUNTRY).items():
        if value in here or value not in known:
            continue
        there = other.texts[spans[0].id]
        for id in compared.ids[side]:
            span = _same(own.texts[id], there, spans[0])
            if span and not any(one.start < span[1] and span[0] < one.end for one in own.named(id)):
                found[value] = (Span(id, *span),)
                break
    return found


def _same(text: str, other: str, name: Span) -> tuple[int, int] | None:
    """Where a text has the words of another one's name; None if the words beside them are the same
    too, as in the name of an organization, which need not be translated."""
    words = re.escape(plain(other[name.start : name.end]))
    found = re.search(rf"(?<!\w){words}(?!\w)", plain(text))
    if found is None or text[found.start() : found.end()].islower():
        return None
    is_more = _beside(text, *found.span()) & _beside(other, name.start, name.end)
    return None if is_more else found.span()


def _beside(text: str, start: int, end: int) -> set[tuple[bool, str]]:
    """The words right before and after a place, each with the side it stands on."""
    before = _WORD_BEFORE.search(text, max(start - _AROUND, 0), start)
    after = _WORD_AFTER.match(text, end)
    return {(is_after, one[1]) for is_after, one in ((False, before), (True, after)) if one}
