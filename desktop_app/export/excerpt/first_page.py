"""The beginning of an excerpt, as much as a first page can hold, for a preview."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop_app.export.excerpt.model import Entry, Excerpt, Paragraph
from desktop_app.export.excerpt.options import Arrangement
from desktop_app.resolution.model import Clause, Part, Resolution, Run, Runs
from desktop_app.resolution.pruning import pruned


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """How many entries and characters of an excerpt there is room for."""

    entries: int
    characters: int


PAGE = Room(entries=30, characters=6000)
"""What fits on a page, and some more."""
SCREENS = Room(entries=400, characters=30_000)
"""What a person looks through in a field of characters, and some more."""


def first_page(excerpt: Excerpt, room: Room = PAGE) -> Excerpt:
    """The first entries of an excerpt with the footnotes that they call, long texts cut off; title,
    citation and versions stay. Where languages stand in sequence and not all fits, only the first
    language is there."""
    entries: list[Entry] = []
    left = room.characters
    for entry in excerpt.entries[: room.entries]:
        if left <= 0:
            break
        entries.append(
            entry._replace(
                texts=tuple(
                    tuple(p._replace(runs=_cut(p.runs, left)) for p in text) for text in entry.texts
                )
            )
        )
        left -= _length(entry)
    sides = range(len(excerpt.versions))
    if is_cut(excerpt, entries) and excerpt.arrangement is Arrangement.SEQUENCE:
        first = [
            entry._replace(texts=_first_alone(entry.texts)) for entry in entries if entry.texts[0]
        ]
        entries, sides = (first, range(1)) if first else (entries, sides)
    shown = [p for entry in entries for text in entry.texts for p in text]
    called = {run.note for paragraph in shown for run in paragraph.runs if run.note}
    notes = [note for note in excerpt.notes if note.id in called][: room.entries]
    ids = {paragraph.id for paragraph in shown}
    return replace(
        excerpt,
        entries=tuple(entries),
        notes=tuple(
            note._replace(
                texts=tuple(
                    _cut(runs, room.characters) if side in sides else ()
                    for side, runs in enumerate(note.texts)
                ),
                stands_for=tuple(_cut(runs, room.characters) for runs in note.stands_for),
            )
            for note in notes
        ),
        texts=tuple(
            _begun(text, ids, {note.ids[side] for note in notes})
            for side, text in enumerate(excerpt.texts)
        ),
    )


def _first_alone(texts: tuple[tuple[Paragraph, ...], ...]) -> tuple[tuple[Paragraph, ...], ...]:
    return (texts[0], *((),) * (len(texts) - 1))


def is_cut(excerpt: Excerpt, entries: Sequence[Entry]) -> bool:
    """Whether these entries are fewer than those of the excerpt, or shorter."""
    last = len(entries) - 1
    return len(entries) < len(excerpt.entries) or tuple(entries[last:]) != excerpt.entries[last:]


def _length(entry: Entry) -> int:
    """The length of the longest text: the others stand beside it."""
    return max(sum(len(run.text) for p in text for run in p.runs) for text in entry.texts)


def _cut(runs: Runs, length: int) -> Runs:
    if sum(len(run.text) for run in runs) <= length:
        return runs
    return tuple(_first(runs, length))


def _first(runs: Runs, length: int) -> Iterator[Run]:
    for run in runs:
        if length <= 0:
            return
        yield run._replace(text=run.text[:length])
        length -= len(run.text)


def _begun(side: Resolution, ids: set[str], notes: set[str]) -> Resolution:
    """A version with only these clauses, lines, headings and footnotes."""
    found = pruned(side, ids, notes)
    left = {part.id: part.clauses for part in found.divisions()}
    return found._replace(
        head=tuple(line for line in side.head if line.id in ids),
        parts=tuple(_begun_parts(side.parts, ids, left)),
        closing=tuple(line for line in side.closing if line.id in ids),
    )


def _begun_parts(
    parts: Sequence[Part], ids: set[str], left: Mapping[str, tuple[Clause, ...]]
) -> Iterator[Part]:
    for part in parts:
        begun = part._replace(
            heading=part.heading if part.id in ids else (),
            clauses=left.get(part.id, ()),
            parts=tuple(_begun_parts(part.parts, ids, left)),
        )
        if part.id in ids or part.id in left or begun.parts:
            yield begun
