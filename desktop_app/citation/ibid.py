"""The footnote that "Ibid." stands for."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.grammar.characters import DIRECTIONS, PAUSES
from desktop_app.grammar.references import ibid
from desktop_app.resolution.model import Footnote

_ANOTHER_SOURCE = re.compile(rf"[\d{PAUSES}]")


class Meant(NamedTuple):
    """What "Ibid." stands for: the footnote, and the marks of those that lead to it, which say
    "Ibid." themselves."""

    note: Footnote
    through: tuple[str, ...]


def meant(notes: Sequence[Footnote], id: str, language: str) -> Meant | None:
    """The footnote that one which begins with "Ibid." points at: the one before, and where that
    says "Ibid." as well, the one before that. None for one that does not say so, or that has none
    before it."""
    order = [note.id for note in notes]
    if id not in order or not _says_ibid(notes[order.index(id)], language):
        return None
    through: list[str] = []
    for note in reversed(notes[: order.index(id)]):
        if not _says_ibid(note, language):
            return Meant(note, tuple(reversed(through)))
        through.append(note.mark)
    return None


def sources(notes: Sequence[Footnote], language: str) -> dict[str, Footnote]:
    """For each footnote that says "Ibid." the one that it stands for, by its id; of all at once."""
    found: dict[str, Footnote] = {}
    source: Footnote | None = None
    for note in notes:
        if not _says_ibid(note, language):
            source = note
        elif source is not None:
            found[note.id] = source
    return found


def _says_ibid(note: Footnote, language: str) -> bool:
    """Whether a footnote begins with "Ibid.", or with one word more, as "See ibid.": after another
    source it would point at that one."""
    text = " ".join(note.text.split()).lstrip(DIRECTIONS + " ").lower()
    starts = [start for word in ibid(language) if (start := text.find(word)) >= 0]
    before = text[: min(starts)] if starts else ""
    return bool(starts) and len(before.split()) <= 1 and not _ANOTHER_SOURCE.search(before)
