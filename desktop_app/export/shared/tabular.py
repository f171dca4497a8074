"""An excerpt as a table: a row for each clause, heading and line, and the names of its columns.

In a sorted or filtered table a person sees a row alone, so a row has every footnote its texts call.
A footnote called in the other language only stands in the row of that call; one never called has a
row of its own at the end.

"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from desktop_app.export.excerpt.footnotes import Note
from desktop_app.export.excerpt.model import Entry, Excerpt, Kind
from desktop_app.resolution.labels import label
from desktop_app.resolution.model import Run, Runs, Style

FIRST_COLUMNS = ("Symbol", "Kind", "Label")


class TableRow(NamedTuple):
    """A row: its kind and label, the words of each language with their numbers, and the footnotes
    of each language with their marks."""

    kind: Kind
    label: str
    texts: tuple[Runs, ...]
    notes: tuple[Runs, ...]


def headings(excerpt: Excerpt, *kinds: str) -> list[str]:
    """The names of the columns, one for each kind and version: "Text (zh-Hans)", "Text (en)",
    "Footnotes (zh-Hans)" …"""
    return [f"{kind} ({version.tag})" for kind in kinds for version in excerpt.versions]


def table_rows(excerpt: Excerpt) -> Iterator[TableRow]:
    """The rows in the order of the document."""
    notes = {note.id: note for note in excerpt.notes}
    sides = range(len(excerpt.versions))
    calls = [[_calls(entry, side) for side in sides] for entry in excerpt.entries]
    called = [{id for row in calls for id in row[side]} for side in sides]
    for entry, own in zip(excerpt.entries, calls, strict=True):
        anywhere = [id for id in dict.fromkeys(id for ids in own for id in ids) if id in notes]
        there = [frozenset(ids) for ids in own]
        here = [[id for id in anywhere if id in there[s] or id not in called[s]] for s in sides]
        yield TableRow(
            kind=entry.kind,
            label=entry.label or label(next(filter(None, entry.texts))[0].id),
            texts=tuple(_lines([p.numbered for p in text]) for text in entry.texts),
            notes=tuple(_lines([_note(notes[id], s) for id in here[s]]) for s in sides),
        )
    everywhere = set().union(*called)
    for note in excerpt.notes:
        if note.id not in everywhere:
            yield TableRow(
                kind=Kind.FOOTNOTE,
                label=note.label,
                texts=tuple(_note(note, side) for side in sides),
                notes=((),) * len(sides),
            )


def _calls(entry: Entry, side: int) -> tuple[str, ...]:
    """The ids of the footnotes that a row calls in one language, in order."""
    runs = (run for paragraph in entry.texts[side] for run in paragraph.runs)
    return tuple(dict.fromkeys(run.note for run in runs if run.note))


def _note(note: Note, side: int) -> Runs:
    """The mark and the words of a footnote, () in a language that lacks it."""
    words = note.whole(side)
    return (Run(note.marks[side], Style.MARK, note.id), Run(" "), *words) if words else ()


def _lines(texts: Sequence[Runs]) -> Runs:
    """The texts that are not empty, a line break between them."""
    out: list[Run] = []
    for text in filter(None, texts):
        out += [Run("\n"), *text] if out else text
    return tuple(out)
