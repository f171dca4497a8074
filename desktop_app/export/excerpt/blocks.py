"""The blocks of an excerpt: one for each language where they stand in sequence, else one for
all."""

from dataclasses import replace

from desktop_app.export.excerpt.model import Entry, Excerpt
from desktop_app.export.excerpt.options import Arrangement
from desktop_app.export.excerpt.order import depth, in_order
from desktop_app.resolution.labels import label


def in_blocks(excerpt: Excerpt) -> tuple[Excerpt, ...]:
    """The excerpts to write one after the other: one for each language, without the footnotes that
    it lacks, where languages stand in sequence; else this one alone."""
    if excerpt.arrangement is not Arrangement.SEQUENCE:
        return (excerpt,)
    return tuple(_alone(excerpt, side) for side in range(len(excerpt.versions)))


def _alone(excerpt: Excerpt, side: int) -> Excerpt:
    entries = (
        Entry(
            kind=entry.kind,
            label=entry.label and label(paragraph.id),
            depth=depth(paragraph.id) if entry.label else entry.depth,
            texts=((paragraph,),),
        )
        for entry in excerpt.entries
        for paragraph in entry.texts[side]
    )
    notes = (
        note._replace(
            ids=(note.ids[side],),
            marks=(note.marks[side],),
            texts=(note.texts[side],),
            stands_for=(note.stands_for[side],),
        )
        for note in excerpt.notes
        if note.texts[side]
    )
    return replace(
        excerpt,
        versions=(excerpt.versions[side],),
        entries=in_order(entries, excerpt.texts[side]),
        notes=tuple(notes),
        texts=(excerpt.texts[side],),
    )
