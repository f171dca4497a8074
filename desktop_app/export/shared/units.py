"""An excerpt as the units of translators' tools: one for each row, and one for each footnote.

A segment of a unit is the published words and nothing else, so that a tool finds them again in
another text: the number that is printed before a paragraph stands apart, and so do words of ours
that say what "Ibid." stands for. Of a row with several paragraphs of one language the first
paragraph's number stands apart; the others' stand where they are printed, after a line break.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from desktop_app.export.excerpt.model import Excerpt, Kind, Paragraph
from desktop_app.resolution.labels import label
from desktop_app.resolution.model import Run, Runs
from desktop_app.resolution.plain import plain_words
from desktop_app.resolution.runs import merged


class Segment(NamedTuple):
    """What one language has: the number or mark as printed ("5.", "(a)", "" without one), the
    words, and for a footnote with "Ibid." what that stands for."""

    number: str
    runs: Runs
    meant: str = ""


class Unit(NamedTuple):
    """A row or a footnote. `id` names it in the file, made of the ids of its paragraphs; `segments`
    has one for each language, None for a gap; `note` is the id of the footnote, "" of a row."""

    id: str
    kind: Kind
    label: str
    segments: tuple[Segment | None, ...]
    note: str = ""


def units(excerpt: Excerpt) -> list[Unit]:
    """The rows in order and then the footnotes; each id once, and a name token of XML."""
    taken: set[str] = set()
    out: list[Unit] = []
    for entry in excerpt.entries:
        ids = [paragraph.id for paragraph in next(filter(None, entry.texts))]
        out.append(
            Unit(
                unique("-".join(dict.fromkeys((ids[0], ids[-1]))), taken),
                entry.kind,
                entry.label or label(ids[0]),
                tuple(map(_segment, entry.texts)),
            )
        )
    for note in excerpt.notes:
        segments = (
            Segment(mark, merged(runs), plain_words(meant).strip()) if runs else None
            for mark, runs, meant in zip(note.marks, note.texts, note.meant, strict=True)
        )
        name = unique(note.id, taken)
        out.append(Unit(name, Kind.FOOTNOTE, note.label, tuple(segments), note.id))
    return out


def unique(name: str, taken: set[str]) -> str:
    """The name as a name token of XML, with a number after it if it is among those that are taken;
    is taken itself from then on."""
    token = re.sub(r"[^A-Za-z0-9._-]", "_", name) or "_"
    found, count = token, 1
    while found in taken:
        count += 1
        found = f"{token}-{count}"
    taken.add(found)
    return found


def _segment(paragraphs: Sequence[Paragraph]) -> Segment | None:
    if not paragraphs:
        return None
    first, *others = paragraphs
    return Segment(first.mark, merged((*first.runs, *_below(others))))


def _below(paragraphs: Iterable[Paragraph]) -> Iterable[Run]:
    for paragraph in paragraphs:
        yield Run("\n")
        yield from paragraph.numbered
