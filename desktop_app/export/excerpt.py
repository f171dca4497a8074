"""Excerpt: the chosen rows of a bitext with all that must go with them, for every format alike."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop_app.resolution.bitext import Bitext, Row
from desktop_app.resolution.citation import (
    citation,
    direction,
    language_name,
    language_tag,
    official_address,
    trust,
)
from desktop_app.resolution.labels import label
from desktop_app.resolution.model import Clause, Line, PartKind, Resolution, Run, Runs, Style


@dataclass(frozen=True, slots=True)
class Text:
    """One language's share of an entry: its paragraphs, one for each clause of the row."""

    paragraphs: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A row as it is written out. `kind` is "line" (of masthead or closing), "heading" or
    "clause"; `texts` has one for each language; `depth` counts the levels of sub-paragraphs."""

    kind: str
    label: str
    depth: int
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote that the entries call; `texts` has one for each language, () where missing."""

    id: str
    mark: str
    texts: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """What has to be said of one language version."""

    name: str
    tag: str
    direction: str
    trust: str
    address: str
    title: str


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What is written: heading, citation, versions, entries, notes."""

    symbol: str
    citation: str
    versions: tuple[Version, ...]
    entries: tuple[Entry, ...]
    notes: tuple[Note, ...]

    @property
    def title(self) -> str:
        """The symbol and the title in the first language."""
        first = self.versions[0]
        return " ".join(filter(None, [self.symbol, first.title])) or first.name


def excerpt(bitext: Bitext, rows: Sequence[Row]) -> Excerpt:
    """The chosen rows of clauses, in reading order, with the footnotes that they call; the whole
    document, masthead, headings, closing and all notes included, if every row is chosen."""
    sides = [bitext.source] + ([bitext.target] if bitext.target else [])
    clauses = [{clause.id: clause for clause in side.walk()} for side in sides]
    everything = len(rows) == len(clause_rows(bitext))
    entries: list[Entry] = []
    if everything:
        entries += _lines(bitext.head, [side.head for side in sides])
    headings = _headings(sides) if everything else {}
    for row in rows:
        entries += [headings[id] for id in row.source or row.target if id in headings]
        entries.append(_entry(row, clauses))
    if everything:
        entries += _lines(bitext.closing, [side.closing for side in sides])
    cited = [id for row in rows for id in row.source or row.target]
    return Excerpt(
        symbol=bitext.source.masthead.symbol,
        citation=citation(bitext.source, () if everything else cited),
        versions=tuple(_version(side) for side in sides),
        entries=tuple(entries),
        notes=_notes(sides, None if everything else _called(entries)),
    )


def clause_rows(bitext: Bitext) -> list[Row]:
    """The rows that hold clauses; the others hold footnotes."""
    notes = {note.id for note in bitext.source.footnotes}
    if bitext.target:
        notes.update(note.id for note in bitext.target.footnotes)
    return [row for row in bitext.rows if not notes.intersection(row.source or row.target)]


def rows_of(bitext: Bitext, ids: Sequence[str]) -> list[Row]:
    """The rows that hold any of these clauses of the source; all rows for all its clauses, those
    with a counterpart missing included."""
    wanted = set(ids)
    if wanted >= {clause.id for clause in bitext.source.walk()}:
        return clause_rows(bitext)
    return [row for row in clause_rows(bitext) if wanted.intersection(row.source)]


def _entry(row: Row, clauses: Sequence[Mapping[str, Clause]]) -> Entry:
    sides = (row.source, row.target)[: len(clauses)]
    first = (row.source or row.target)[0]
    texts = tuple(
        Text(tuple(with_number(known[id]) for id in ids))
        for ids, known in zip(sides, clauses, strict=True)
    )
    ids = row.source or row.target
    name = label(first) if len(ids) == 1 else f"{label(first)}-{label(ids[-1])}"
    own = first.rpartition(".op")[2] if ".op" in first else first
    return Entry("clause", name, 0 if own.startswith("annex") else own.count("."), texts)


def with_number(clause: Clause) -> Runs:
    """The published text of a clause with its number before it."""
    return (Run(f"{clause.mark} "), *clause.runs) if clause.mark else clause.runs


def _lines(rows: Iterable[Row], sides: Sequence[Sequence[Line]]) -> list[Entry]:
    known = [{line.id: line.runs for line in side} for side in sides]
    return [
        Entry(
            "line",
            "",
            0,
            tuple(
                Text(tuple(lines[id] for id in ids))
                for ids, lines in zip((row.source, row.target), known, strict=False)
            ),
        )
        for row in rows
    ]


def _headings(sides: Sequence[Resolution]) -> dict[str, Entry]:
    """The heading of each part, under the id of the clause that it stands before."""
    out: dict[str, Entry] = {}
    headings = [{part.id: part.heading for part in side.parts if part.heading} for side in sides]
    for part in sides[0].parts:
        texts = tuple(Text((known[part.id],) if part.id in known else ()) for known in headings)
        if part.clauses and any(text.paragraphs for text in texts):
            kind = "line" if part.kind is PartKind.PREAMBLE else "heading"
            out[part.clauses[0].id] = Entry(kind, "", 0, texts)
    return out


def _called(entries: Iterable[Entry]) -> set[str]:
    return {
        run.note
        for entry in entries
        for text in entry.texts
        for paragraph in text.paragraphs
        for run in paragraph
        if run.style is Style.MARK and run.note
    }


def _notes(sides: Sequence[Resolution], called: set[str] | None) -> tuple[Note, ...]:
    """The footnotes of those ids (None: all), in the order of the document."""
    known = [{note.id: note for note in side.footnotes} for side in sides]
    marks: dict[str, str] = {}
    for notes in known:
        for id, note in notes.items():
            marks.setdefault(id, note.mark)
    return tuple(
        Note(id, mark, tuple(notes[id].runs if id in notes else () for notes in known))
        for id, mark in marks.items()
        if called is None or id in called
    )


def _version(resolution: Resolution) -> Version:
    return Version(
        name=language_name(resolution),
        tag=language_tag(resolution),
        direction=direction(resolution),
        trust=trust(resolution),
        address=official_address(resolution),
        title=resolution.masthead.title,
    )
