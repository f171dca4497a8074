"""The footnote that "Ibid." stands for."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.grammar.characters import DIRECTIONS, PAUSES
from desktop_app.grammar.references import ibid, volume
from desktop_app.resolution.model import Footnote, Runs
from desktop_app.resolution.runs import cut

_ANOTHER_SOURCE = re.compile(rf"[\d{PAUSES}]")


class Meant(NamedTuple):
    """The footnote meant by "Ibid.", and the marks of the "Ibid." footnotes in between."""

    note: Footnote
    through: tuple[str, ...]


def meant(notes: Sequence[Footnote], id: str, language: str) -> Meant | None:
    """The footnote meant by the "Ibid." of footnote `id`: the nearest one before it without "Ibid."
    of its own. None if it says no "Ibid.", or if there is no such footnote."""
    order = [note.id for note in notes]
    if id not in order or not _says_ibid(notes[order.index(id)], language):
        return None
    through: list[str] = []
    for note in reversed(notes[: order.index(id)]):
        if not _says_ibid(note, language):
            return Meant(note, tuple(reversed(through)))
        through.append(note.mark)
    return None


def work(source: Footnote, note: Footnote, language: str) -> Runs:
    """The words of the source that an "Ibid." stands for: where this names a volume of its own, the
    work without its volume and what follows that."""
    names_volume = volume(language)
    if names_volume is None or not names_volume.search(note.text):
        return source.runs
    found = names_volume.search(source.text)
    before = source.text[: found.start()].rstrip(PAUSES + " ") if found else ""
    return cut(source.runs, 0, len(before)) if before else source.runs


def sources(notes: Sequence[Footnote], language: str) -> dict[str, Footnote]:
    """The footnote meant by each "Ibid.", by the id of the footnote with "Ibid."."""
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
