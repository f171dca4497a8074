"""Makes an excerpt: the chosen rows of a bitext with all that must go with them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from desktop_app.citation.naming import official_address
from desktop_app.citation.styles import CitationStyle, cite, cited_in
from desktop_app.common.messages import Message
from desktop_app.export.excerpt.choosing import clause_rows
from desktop_app.export.excerpt.footnotes import kept_notes, note_names, notes_of, renamed
from desktop_app.export.excerpt.model import Entry, Excerpt, Kind, Paragraph, Version
from desktop_app.export.excerpt.options import (
    AS_THEY_ARE,
    ExportError,
    Notes,
    Options,
    chosen_sides,
)
from desktop_app.export.excerpt.order import Ids, depth, in_order, unbroken, with_headings
from desktop_app.resolution.bitext import Bitext, Row
from desktop_app.resolution.labels import label
from desktop_app.resolution.language import direction, language_name, language_tag
from desktop_app.resolution.model import Clause, Line, PartKind, Resolution, Style
from desktop_app.resolution.pruning import pruned, unmarked, without_notes
from desktop_app.resolution.trust import short_trust, trust

_NO_HEADINGS = (PartKind.PREAMBLE, PartKind.CLOSING)
"""The parts whose headings are lines and no titles."""


def excerpt(bitext: Bitext, rows: Sequence[Row], options: Options = AS_THEY_ARE) -> Excerpt:
    """The chosen rows of clauses, in reading order, with the footnotes that they call; the whole
    document, masthead, headings, closing and all notes included, if every row is chosen.

    Raises ExportError where nothing is left to write.
    """
    everything = {*rows} == {*clause_rows(bitext)}
    order = chosen_sides(bitext, options.languages)
    published = [side for side in (bitext.source, bitext.target) if side]
    sides = [published[side] for side in order]
    chosen = _chosen(_ordered(rows, order), sides)
    headings = _headings(sides)
    if not everything:
        whole = _whole_parts(sides, chosen)
        headings = {part: entry for part, entry in headings.items() if part in whole}
    entries = _entries(bitext, order, sides, chosen, headings, everything)
    wants_notes = options.notes is not Notes.NONE
    if not wants_notes:
        entries = [_without_marks(entry) for entry in entries]
    calls = _called(entries)
    has_all = everything and wants_notes
    if has_all:
        kept = [{note.id for note in side.footnotes} for side in sides]
    else:
        kept = [kept_notes(side, own) for side, own in zip(sides, calls, strict=True)]
    texts = sides if everything else _pruned(sides, chosen, kept, headings)
    if not wants_notes:
        texts = [without_notes(text) for text in texts]
    names = note_names(bitext, order)
    citation, tag = _citation(sides, () if everything else chosen, options.citation)
    return Excerpt(
        symbol=sides[0].masthead.symbol,
        citation=citation,
        versions=_told_apart([*map(_version, sides)]),
        entries=tuple(_calling(entry, names) for entry in entries),
        notes=tuple(notes_of(sides, names, kept, calls, has_all)),
        texts=tuple(texts),
        whole=everything,
        arrangement=options.arrangement,
        notes_at=options.notes,
        cited_in=tag,
    )


def _chosen(rows: Iterable[Ids], sides: Sequence[Resolution]) -> list[Ids]:
    """The rows that these languages have, split where clauses do not follow one another. Raises
    ExportError where there are none."""
    numbers = [{clause.id: n for n, clause in enumerate(side.walk())} for side in sides]
    found = [part for ids in rows if any(ids) for part in unbroken(ids, numbers)]
    if not found:
        raise ExportError(
            Message("Nothing is chosen that there is in this language; choose other clauses.")
        )
    if len(sides) == 1:  # what its counterpart joins stands apart
        return [((id,),) for (ids,) in found for id in ids]
    return found


def _entries(
    bitext: Bitext,
    order: Sequence[int],
    sides: Sequence[Resolution],
    chosen: Sequence[Ids],
    headings: Mapping[str, Entry],
    everything: bool,
) -> list[Entry]:
    """The chosen rows and the headings, with masthead and closing if everything is chosen, in the
    order of the first language."""
    clauses = [{clause.id: clause for clause in side.walk()} for side in sides]
    levels = {c.id: part.level for side in sides for part in side.divisions() for c in part.own()}
    written = [[*_inner_heading(ids, clauses, levels), _entry(ids, clauses)] for ids in chosen]
    head: list[Entry] = []
    closing: list[Entry] = []
    if everything:
        head = _lines(_ordered(bitext.head, order), [side.head for side in sides])
        closing = _lines(_ordered(bitext.closing, order), [side.closing for side in sides])
    body = with_headings(chosen, written, sides, headings, closing)
    return list(in_order([*head, *body], sides[0]))


def _citation(
    sides: Sequence[Resolution], chosen: Sequence[Ids], style: CitationStyle
) -> tuple[str, str]:
    """The citation of the clauses of the first language, or of the last where the first has none of
    them, and the tag of the language that it is in."""
    first = [id for ids in chosen for id in ids[0]]
    other = [id for ids in chosen if not ids[0] for id in ids[-1]]
    if other and not first:
        return cite(sides[-1], other, style), cited_in(sides[-1], style)
    also = (sides[-1], other) if other else None
    return cite(sides[0], first, style, also), cited_in(sides[0], style)


def _ordered(rows: Iterable[Row], order: Sequence[int]) -> list[Ids]:
    return [tuple((row.source, row.target)[side] for side in order) for row in rows]


def _entry(row: Ids, clauses: Sequence[Mapping[str, Clause]]) -> Entry:
    texts = tuple(
        tuple(Paragraph(id, known[id].mark, known[id].runs, known[id].table) for id in ids)
        for ids, known in zip(row, clauses, strict=True)
    )
    ids = next(filter(None, row))
    return Entry(kind=Kind.CLAUSE, label=_row_label(row), depth=depth(ids[0]), texts=texts)


def _inner_heading(
    row: Ids, clauses: Sequence[Mapping[str, Clause]], levels: Mapping[str, int]
) -> Iterator[Entry]:
    """The heading above the sub-paragraphs of a row; `levels` are those of their divisions."""
    texts = tuple(
        tuple(
            Paragraph(known[id].heading_id, "", known[id].heading)
            for id in ids
            if known[id].heading
        )
        for ids, known in zip(row, clauses, strict=True)
    )
    if any(texts):
        first = next(filter(None, row))[0]
        level = levels[first] + 1 + depth(first)
        yield Entry(kind=Kind.HEADING, label="", depth=level, texts=texts)


def _row_label(row: Ids) -> str:
    """The label of a row; where languages count differently, that of each: "PP7 / PP8", "OP2 /
    —"."""
    labels = [_label(ids) if ids else "—" for ids in row]
    return labels[0] if len(set(labels)) == 1 else " / ".join(labels)


def _label(ids: Sequence[str]) -> str:
    return label(ids[0]) if len(ids) == 1 else f"{label(ids[0])}-{label(ids[-1])}"


def _lines(rows: Iterable[Ids], sides: Sequence[Sequence[Line]]) -> list[Entry]:
    known = [{line.id: line.runs for line in side} for side in sides]
    return [
        Entry(
            kind=Kind.LINE,
            label="",
            depth=0,
            texts=tuple(
                tuple(Paragraph(id, "", lines[id]) for id in ids)
                for ids, lines in zip(row, known, strict=True)
            ),
        )
        for row in rows
        if any(row)
    ]


def _headings(sides: Sequence[Resolution]) -> dict[str, Entry]:
    """The heading of each part under its id, in the order of the parts."""
    out: dict[str, Entry] = {}
    known = [{part.id: part for part in side.divisions()} for side in sides]
    for part in (part for side in sides for part in side.divisions()):
        texts = tuple(
            (Paragraph(part.id, "", own[part.id].heading),)
            if part.id in own and own[part.id].heading
            else ()
            for own in known
        )
        if any(texts):
            kind = Kind.LINE if part.kind in _NO_HEADINGS else Kind.HEADING
            level = part.level if kind is Kind.HEADING else 0
            out[part.id] = Entry(kind=kind, label="", depth=level, texts=texts)
    return out


def _whole_parts(sides: Sequence[Resolution], chosen: Sequence[Ids]) -> set[str]:
    """The parts whose clauses are all chosen, in each language."""
    there: set[str] = set()
    cut: set[str] = set()
    for place, side in enumerate(sides):
        own = {id for ids in chosen for id in ids[place]}
        for part in side.divisions():
            ids = [clause.id for clause in part.walk()]
            (there if own.issuperset(ids) else cut).update([part.id] if ids else [])
    return there - cut


def _called(entries: Sequence[Entry]) -> list[list[str]]:
    """The ids of the footnotes that each language calls, in the order of the calls."""
    sides = range(len(entries[0].texts))
    return [
        list(
            dict.fromkeys(
                run.note
                for entry in entries
                for paragraph in entry.texts[side]
                for run in paragraph.runs
                if run.style is Style.MARK and run.note
            )
        )
        for side in sides
    ]


def _without_marks(entry: Entry) -> Entry:
    return entry._replace(
        texts=tuple(
            tuple(p._replace(runs=unmarked(p.runs)) for p in paragraphs)
            for paragraphs in entry.texts
        )
    )


def _calling(entry: Entry, names: Sequence[Mapping[str, str]]) -> Entry:
    """The entry with its footnote calls renamed."""
    return entry._replace(
        texts=tuple(
            tuple(p._replace(runs=renamed(p.runs, own)) for p in text)
            for text, own in zip(entry.texts, names, strict=True)
        )
    )


def _pruned(
    sides: Sequence[Resolution],
    chosen: Sequence[Ids],
    kept: Sequence[Collection[str]],
    headings: Collection[str],
) -> list[Resolution]:
    """The versions cut down to what was chosen."""
    ids = [{id for row in chosen for id in row[place]} for place in range(len(sides))]
    return [
        pruned(side, own, notes, headings)
        for side, own, notes in zip(sides, ids, kept, strict=True)
    ]


def _told_apart(versions: Sequence[Version]) -> tuple[Version, ...]:
    """The versions, of which the second says that it is another one in the same language: its tag
    by a private subtag (BCP 47, 2.2.7), so that every format keeps the two apart."""
    first, *others = versions
    return (
        first,
        *(
            replace(one, name=f"{one.name} (2)", tag=f"{one.tag}-x-2")
            if one.tag == first.tag
            else one
            for one in others
        ),
    )


def _version(resolution: Resolution) -> Version:
    return Version(
        name=language_name(resolution),
        tag=language_tag(resolution),
        direction=direction(resolution),
        trust=trust(resolution),
        address=official_address(resolution),
        title=resolution.masthead.title,
        short_trust=short_trust(resolution),
    )
