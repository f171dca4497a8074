"""Excerpt: the chosen rows of a bitext with all that must go with them, for every format alike."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from desktop_app.citation.naming import official_address
from desktop_app.citation.styles import CitationStyle, cite, cited_in
from desktop_app.common.messages import Message
from desktop_app.export.excerpt.choosing import clause_rows
from desktop_app.export.excerpt.footnotes import (
    Note,
    in_one_order,
    kept_notes,
    note_names,
    notes_of,
    renamed,
)
from desktop_app.export.excerpt.options import (
    AS_THEY_ARE,
    Arrangement,
    ExportError,
    Notes,
    Options,
    chosen_sides,
)
from desktop_app.resolution.bitext import Bitext, Row
from desktop_app.resolution.labels import label
from desktop_app.resolution.language import direction, language_name, language_tag
from desktop_app.resolution.model import (
    Clause,
    Line,
    PartKind,
    Resolution,
    Run,
    Runs,
    Style,
    words,
)
from desktop_app.resolution.pruning import pruned, unmarked, without_notes
from desktop_app.resolution.trust import short_trust, trust

_Ids = tuple[tuple[str, ...], ...]
"""The ids of a row, for each language in the order in which they are written."""
_TITLE = 60
"""Characters of the first words of a document that stand for its title."""


class Paragraph(NamedTuple):
    """A clause, heading or line: its id, its number as the file prints it ("5.", "(a)", "" without
    one), and the words as published."""

    id: str
    mark: str
    runs: Runs

    @property
    def numbered(self) -> Runs:
        """The words with the number before them."""
        return (Run(f"{self.mark} "), *self.runs) if self.mark else self.runs


class Entry(NamedTuple):
    """A row as it is written out. `kind` is "line" (of masthead or closing, and enacting words),
    "heading" or "clause"; `texts` has the paragraphs of each language, none for a gap; `depth`
    counts the levels of sub-paragraphs."""

    kind: str
    label: str
    depth: int
    texts: tuple[tuple[Paragraph, ...], ...]

    @property
    def is_title(self) -> bool:
        """Whether it is the line of the masthead that says what the resolution is about."""
        return any(paragraph.id == "head.title" for text in self.texts for paragraph in text)


class Version(NamedTuple):
    """What has to be said of one language version."""

    name: str
    tag: str
    direction: str
    trust: str
    address: str
    title: str
    short_trust: str = ""


class Excerpt(NamedTuple):
    """What is written. `citation` has several lines in some styles, and is in the language of the
    tag `cited_in`; `texts` are the language versions cut down to what was chosen, in the order of
    `versions`; `whole` says that everything was; `arrangement` None leaves it to the format."""

    symbol: str
    citation: str
    versions: tuple[Version, ...]
    entries: tuple[Entry, ...]
    notes: tuple[Note, ...]
    texts: tuple[Resolution, ...]
    whole: bool
    arrangement: Arrangement | None = None
    notes_at: Notes = Notes.FOOT
    cited_in: str = "en"

    @property
    def title(self) -> str:
        """The symbol and the title in the first language; of a document that states neither, what
        it begins with."""
        first = self.versions[0]
        return " ".join(filter(None, [self.symbol, first.title])) or _beginning(self.texts[0])

    @property
    def name(self) -> str:
        """The title where no line beside it says what the text is: "… [source not stated]"."""
        said = self.versions[0].short_trust
        return f"{self.title} [{said}]" if said else self.title

    def blocks(self) -> "tuple[Excerpt, ...]":
        """What is written one after the other: an excerpt for each language, clause by clause and
        without the notes that it lacks, where they stand in sequence; else this one alone."""
        if self.arrangement is not Arrangement.SEQUENCE:
            return (self,)
        return tuple(
            self._replace(
                versions=(version,),
                entries=_in_order(
                    (
                        Entry(
                            entry.kind,
                            entry.label and label(paragraph.id),
                            _depth(paragraph.id) if entry.label else 0,
                            ((paragraph,),),
                        )
                        for entry in self.entries
                        for paragraph in entry.texts[side]
                    ),
                    self.texts[side],
                ),
                notes=tuple(
                    note._replace(
                        ids=(note.ids[side],),
                        marks=(note.marks[side],),
                        texts=(note.texts[side],),
                        meant=(note.meant[side],),
                    )
                    for note in self.notes
                    if note.texts[side]
                ),
                texts=(self.texts[side],),
            )
            for side, version in enumerate(self.versions)
        )


def excerpt(bitext: Bitext, rows: Sequence[Row], options: Options = AS_THEY_ARE) -> Excerpt:
    """The chosen rows of clauses, in reading order, with the footnotes that they call; the whole
    document, masthead, headings, closing and all notes included, if every row is chosen.

    Raises ExportError where nothing is left to write.
    """
    everything = {*rows} == {*clause_rows(bitext)}
    order = chosen_sides(bitext, options.languages)
    published = [side for side in (bitext.source, bitext.target) if side]
    sides = [published[side] for side in order]
    clauses = [{clause.id: clause for clause in side.walk()} for side in sides]
    entries: list[Entry] = []
    if everything:
        entries += _lines(_ordered(bitext.head, order), [side.head for side in sides])
    chosen = [ids for ids in _ordered(rows, order) if any(ids)]
    places = [{clause.id: n for n, clause in enumerate(side.walk())} for side in sides]
    chosen = [part for ids in chosen for part in _unbroken(ids, places)]
    if len(sides) == 1:  # what its counterpart joins stands apart
        chosen = [((id,),) for (ids,) in chosen for id in ids]
    if not chosen:
        raise ExportError(
            Message("Nothing is chosen that there is in this language; choose other clauses.")
        )
    written = [_entry(ids, clauses) for ids in chosen]
    headings, closing = _headings(sides), list[Entry]()
    if everything:
        closing = _lines(_ordered(bitext.closing, order), [side.closing for side in sides])
    else:
        whole = _whole_parts(sides, chosen)
        headings = {part: entry for part, entry in headings.items() if part in whole}
    entries += _with_headings(chosen, written, sides, headings, closing)
    entries = list(_in_order(entries, sides[0]))
    if options.notes is Notes.NONE:
        entries = [_without_marks(entry) for entry in entries]
    calls = _called(entries)
    kept = [kept_notes(side, own) for side, own in zip(sides, calls, strict=True)]
    has_all = everything and options.notes is not Notes.NONE
    if has_all:
        kept = [{note.id for note in side.footnotes} for side in sides]
    names = note_names(bitext, order)
    citation, tag = _citation(sides, () if everything else chosen, options.citation)
    return Excerpt(
        symbol=sides[0].masthead.symbol,
        citation=citation,
        versions=tuple(map(_version, sides)),
        entries=tuple(_calling(entry, names) for entry in entries),
        notes=tuple(notes_of(sides, names, kept, calls, has_all)),
        texts=tuple(
            side
            if has_all
            else _cut(side, [ids[place] for ids in chosen], kept[place], everything, headings)
            for place, side in enumerate(sides)
        ),
        whole=everything,
        arrangement=options.arrangement,
        notes_at=options.notes,
        cited_in=tag,
    )


def _citation(
    sides: Sequence[Resolution], chosen: Sequence[_Ids], style: CitationStyle
) -> tuple[str, str]:
    """Cited is what the first language has; of clauses that only another has, what that has. With
    the tag of the language that the citation is in."""
    first = [id for ids in chosen for id in ids[0]]
    other = [id for ids in chosen if not ids[0] for id in ids[-1]]
    if other and not first:
        return cite(sides[-1], other, style), cited_in(sides[-1], style)
    also = (sides[-1], other) if other else None
    return cite(sides[0], first, style, also), cited_in(sides[0], style)


def _beginning(text: Resolution) -> str:
    """The first words of a document."""
    paragraphs = chain(
        (line.text for line in text.head),
        (words(part.heading) for part in text.parts),
        (clause.text for clause in text.walk()),
    )
    first = " ".join(next(filter(str.strip, paragraphs), "").split())
    return first if len(first) <= _TITLE else f"{first[:_TITLE]}…"


def _ordered(rows: Iterable[Row], order: Sequence[int]) -> list[_Ids]:
    return [tuple((row.source, row.target)[side] for side in order) for row in rows]


def _unbroken(row: _Ids, places: Sequence[Mapping[str, int]]) -> list[_Ids]:
    """A row, or several where its clauses do not follow one another in a language: what stands
    between them would come behind."""
    groups: list[list[list[str]]] = []
    for ids, place in zip(row, places, strict=True):
        found: list[list[str]] = []
        for id in ids:
            if found and place[id] == place[found[-1][-1]] + 1:
                found[-1].append(id)
            else:
                found.append([id])
        groups.append(found)
    count = max(map(len, groups))
    if count <= 1:
        return [row]
    return [tuple(tuple(own[n]) if n < len(own) else () for own in groups) for n in range(count)]


def _entry(row: _Ids, clauses: Sequence[Mapping[str, Clause]]) -> Entry:
    texts = tuple(
        tuple(Paragraph(id, known[id].mark, known[id].runs) for id in ids)
        for ids, known in zip(row, clauses, strict=True)
    )
    ids = next(filter(None, row))
    return Entry("clause", _row_label(row), _depth(ids[0]), texts)


def _row_label(row: _Ids) -> str:
    """The label of a row; where languages call it otherwise, that of each in their order: "PP7 /
    PP8", "OP2 / —"."""
    labels = [_label(ids) if ids else "—" for ids in row]
    return labels[0] if len(set(labels)) == 1 else " / ".join(labels)


def _depth(id: str) -> int:
    """The level of a clause: 0 of a paragraph, 1 of what is below it."""
    own = id.rpartition(".op")[2] if ".op" in id else id
    # The first name in an annex is its own, and no clause's.
    return max(own.count(".") - own.startswith("annex"), 0)


def _label(ids: Sequence[str]) -> str:
    return label(ids[0]) if len(ids) == 1 else f"{label(ids[0])}-{label(ids[-1])}"


def _lines(rows: Iterable[_Ids], sides: Sequence[Sequence[Line]]) -> list[Entry]:
    known = [{line.id: line.runs for line in side} for side in sides]
    return [
        Entry(
            "line",
            "",
            0,
            tuple(
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
    known = [{part.id: part for part in side.parts} for side in sides]
    for part in (part for side in sides for part in side.parts):
        texts = tuple(
            (Paragraph(part.id, "", own[part.id].heading),)
            if part.id in own and own[part.id].heading
            else ()
            for own in known
        )
        if any(texts):
            kind = "line" if part.kind is PartKind.PREAMBLE else "heading"
            out[part.id] = Entry(kind, "", 0, texts)
    return out


def _whole_parts(sides: Sequence[Resolution], chosen: Sequence[_Ids]) -> set[str]:
    """The parts that have clauses and all of them among the chosen ones, in each language."""
    there: set[str] = set()
    cut: set[str] = set()
    for place, side in enumerate(sides):
        own = {id for ids in chosen for id in ids[place]}
        for part in side.parts:
            ids = [clause.id for clause in part.walk()]
            (there if own.issuperset(ids) else cut).update([part.id] if ids else [])
    return there - cut


def _with_headings(
    rows: Sequence[_Ids],
    entries: Sequence[Entry],
    sides: Sequence[Resolution],
    headings: Mapping[str, Entry],
    closing: Sequence[Entry],
) -> Iterator[Entry]:
    """The entries of rows, each part after its heading, and the closing before the annexes; a part
    without clauses is its heading."""
    annexes = {part.id for side in sides for part in side.parts if part.kind is PartKind.ANNEX}
    begins = _begins(rows, sides)
    order = in_one_order([part.id for part in side.parts] for side in sides)
    before: dict[int, list[str]] = {}
    for part in order:
        before.setdefault(begins[part], []).append(part)
    ahead = list(closing)
    for place in range(len(rows) + 1):
        for part in before.get(place, ()):
            if part in annexes:
                yield from ahead
                ahead.clear()
            if part in headings:
                yield headings[part]
        if place < len(rows):
            yield entries[place]
    yield from ahead


def _begins(rows: Sequence[_Ids], sides: Sequence[Resolution]) -> dict[str, int]:
    """Before which row each part begins: the first that has a clause of it, in whichever language;
    one without clauses where the next part begins."""
    sure: dict[str, int] = {}
    bare: dict[str, int] = {}
    for place, side in enumerate(sides):
        row_of = {id: number for number, row in enumerate(rows) for id in row[place]}
        following = len(rows)
        for part in reversed(side.parts):
            own = [row_of[clause.id] for clause in part.walk() if clause.id in row_of]
            found = sure if own else bare
            following = min([following, *own])
            found[part.id] = min(following, found.get(part.id, following))
    return bare | sure


def _in_order(entries: Iterable[Entry], side: Resolution) -> tuple[Entry, ...]:
    """The entries in the order of one language, which that of the rows need not be. A clause that
    it has not stays behind what it stood behind, a heading before what it stood before."""
    order = [line.id for line in side.head]
    closing = [line.id for line in side.closing]
    for part in side.parts:
        if part.kind is PartKind.ANNEX:
            order += closing
            closing = []
        order += [part.id, *(clause.id for clause in part.walk())]
    order += closing
    places = {id: place for place, id in enumerate(order)}
    placed: list[tuple[tuple[int, int], Entry]] = []
    ahead: list[Entry] = []
    place = -1
    for entry in entries:
        if entry.texts[0]:
            place = places[entry.texts[0][0].id]
            placed += [((place, 0), heading) for heading in ahead]
            ahead.clear()
            placed.append(((place, 1), entry))
        elif entry.kind == "heading":
            ahead.append(entry)
        else:
            placed += [((place, 2), other) for other in (*ahead, entry)]
            ahead.clear()
    placed += [((place, 2), heading) for heading in ahead]
    return tuple(entry for _, entry in sorted(placed, key=itemgetter(0)))


def _called(entries: Sequence[Entry]) -> list[list[str]]:
    """The footnotes that the entries call in each language, in the order in which they do."""
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
    """The entry with the footnotes called by their names."""
    return entry._replace(
        texts=tuple(
            tuple(p._replace(runs=renamed(p.runs, own)) for p in text)
            for text, own in zip(entry.texts, names, strict=True)
        )
    )


def _cut(
    side: Resolution,
    chosen: Sequence[Sequence[str]],
    notes: Collection[str],
    everything: bool,
    headings: Collection[str],
) -> Resolution:
    """One version with what was chosen alone."""
    if everything:
        return without_notes(side)  # the one way to be here
    ids = {id for own in chosen for id in own}
    found = pruned(side, ids, notes, headings)
    return found if notes else without_notes(found)


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
