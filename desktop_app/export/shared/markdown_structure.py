"""What a file of Markdown states behind the words of an excerpt, for this program to read back."""

from collections.abc import Iterator, Sequence

from desktop_app.export.excerpt.model import Excerpt, Kind
from desktop_app.export.excerpt.options import Arrangement
from desktop_app.export.shared.markdown_words import Labels
from desktop_app.reading.readers.markdown_exports.structure import Entry, Noted, Structure
from desktop_app.reading.skeleton import skeleton
from desktop_app.resolution.model import Resolution, Run, Style, words
from desktop_app.resolution.tables import lost_in_cell


def structure(
    excerpt: Excerpt, blocks: Sequence[Excerpt], labels: Sequence[Sequence[Labels]]
) -> Structure | None:
    """What is stated of an excerpt that is written in these blocks with these labels of footnotes;
    None where a mark calls no footnote: Markdown does not tell it from an exponent."""
    if any(_is_lost(run) for text in excerpt.texts for run in _runs(text)):
        return None
    notes: dict[str, list[Noted]] = {}
    for number, (block, own) in enumerate(zip(blocks, labels, strict=True)):
        for label, noted in _notes(block, own, number):
            notes.setdefault(label, []).append(noted)
    return Structure(
        texts=[*map(skeleton, excerpt.texts)],
        blocks=[[*_entries(block)] for block in blocks],
        notes=notes,
        rows=[*_rows(excerpt)] if len(excerpt.texts) > 1 else [],
        tables=[*map(_tables, excerpt.texts)] if _is_in_cells(excerpt) else [],
    )


def _entries(block: Excerpt) -> Iterator[Entry]:
    for entry in block.entries:
        ids = [[paragraph.id for paragraph in text] for text in entry.texts]
        if entry.kind is Kind.HEADING and not _is_in_cells(block):
            letters = [len(words(paragraph.runs)) for text in entry.texts for paragraph in text]
            yield Entry(ids, letters)
        else:
            yield Entry(ids)


def _notes(block: Excerpt, labels: Sequence[Labels], first: int) -> Iterator[tuple[str, Noted]]:
    """The footnotes of a block under their labels; the first language is the excerpt's `first`."""
    for note in block.notes:
        for side, own in enumerate(labels):
            if note.texts[side]:
                letters, added = (len(words(x[side])) for x in (note.texts, note.stands_for))
                yield own[note.id], Noted(first + side, note.ids[side], letters, added)


def _rows(excerpt: Excerpt) -> Iterator[list[list[str]]]:
    for entry in excerpt.entries:
        if entry.kind is Kind.CLAUSE:
            yield [[paragraph.id for paragraph in text] for text in entry.texts]


def _is_in_cells(excerpt: Excerpt) -> bool:
    return excerpt.arrangement is Arrangement.COLUMNS


def _tables(text: Resolution) -> dict[str, list[int]]:
    return {clause.id: lost_in_cell(clause.text) for clause in text.walk() if clause.table}


def _is_lost(run: Run) -> bool:
    return run.style is Style.MARK and not run.note


def _runs(text: Resolution) -> Iterator[Run]:
    for line in (*text.head, *text.closing):
        yield from line.runs
    for part in text.divisions():
        yield from part.heading
    for clause in text.walk():
        yield from (*clause.heading, *clause.runs)
    for note in text.footnotes:
        yield from note.runs
