"""An excerpt as units of translators' tools: one for each row and one for each footnote.

A segment is the published words alone, so that a tool finds them in other texts: the number before
a paragraph stands apart, and so does what "Ibid." stands for. In a row with several paragraphs of
one language only the first number stands apart; the others follow a line break, as printed.
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
    """One language of a unit: the printed number or mark ("5.", "(a)", "" without one), the words,
    and what "Ibid." stands for in a footnote."""

    number: str
    runs: Runs
    stands_for: str = ""


class Unit(NamedTuple):
    """A row or a footnote. `id`, made of the ids of its paragraphs, names it in the file;
    `segments` has one for each language, None for a gap; `note` is the id of a footnote, "" for a
    row."""

    id: str
    kind: Kind
    label: str
    segments: tuple[Segment | None, ...]
    note: str = ""


def units(excerpt: Excerpt) -> list[Unit]:
    """The rows in order, then the footnotes; each id is unique and a name token of XML."""
    taken: set[str] = set()
    out: list[Unit] = []
    for entry in excerpt.entries:
        ids = [paragraph.id for paragraph in next(filter(None, entry.texts))]
        out.append(
            Unit(
                id=unique("-".join(dict.fromkeys((ids[0], ids[-1]))), taken),
                kind=entry.kind,
                label=entry.label or label(ids[0]),
                segments=tuple(map(_segment, entry.texts)),
            )
        )
    for note in excerpt.notes:
        segments = (
            Segment(number=mark, runs=merged(runs), stands_for=plain_words(meant).strip())
            if runs
            else None
            for mark, runs, meant in zip(note.marks, note.texts, note.stands_for, strict=True)
        )
        out.append(
            Unit(
                id=unique(note.id, taken),
                kind=Kind.FOOTNOTE,
                label=note.label,
                segments=tuple(segments),
                note=note.id,
            )
        )
    return out


def unique(name: str, taken: set[str]) -> str:
    """The name as a name token of XML, with a number after it if it is taken already; it is taken
    from then on."""
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
    return Segment(number=first.mark, runs=merged((*first.runs, *_below(others))))


def _below(paragraphs: Iterable[Paragraph]) -> Iterable[Run]:
    for paragraph in paragraphs:
        yield Run("\n")
        yield from paragraph.numbered
