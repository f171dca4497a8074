"""The words of one language version in Akoma Ntoso: runs, what they cite, and their footnotes."""

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from desktop_app.citation import references
from desktop_app.export.excerpt.footnotes import renamed
from desktop_app.export.excerpt.model import Excerpt
from desktop_app.export.excerpt.options import Notes
from desktop_app.export.formats.akn import names
from desktop_app.export.formats.akn.elements import Element, add, append_run
from desktop_app.grammar.anchors import anchors
from desktop_app.grammar.references import date_beside
from desktop_app.reading.readers.akn.names import ID, JOINED, STYLE
from desktop_app.resolution.model import Clause, Run, Runs, Style, words
from desktop_app.resolution.tables import printed_rows

NOTHING: Mapping[str, str] = MappingProxyType({})


class Span(NamedTuple):
    """A stretch of words that gets an element of its own."""

    start: int
    end: int
    tag: str
    attributes: dict[str, str]


class Inline:
    """Writes words. The first mark that calls a footnote contains it, later marks refer to it. The
    date stated for a cited document counts for its later citations as well."""

    def __init__(self, excerpt: Excerpt, side: int, ids: names.ElementIds) -> None:
        self._text = excerpt.texts[side]
        self._at_foot = excerpt.notes_at is Notes.FOOT
        self._ids = ids
        own = {note.id: note.ids[side] for note in excerpt.notes if note.texts[side]}
        self._notes = {
            note.ids[side]: (
                note.marks[side],
                renamed(note.texts[side], own),
                renamed(note.stands_for[side], own),
            )
            for note in excerpt.notes
            if note.texts[side]
        }
        self._written: dict[str, str] = {}
        """The eIds of the footnotes that were written."""
        self._counts: Counter[str] = Counter()
        self._dates: dict[str, str] = {}

    def paragraph(
        self, parent: Element, runs: Runs, name: str, own: Mapping[str, str] = NOTHING
    ) -> Element:
        """Adds a paragraph and returns it; `name` is the eId of what it stands in, `own` are the
        attributes that say whose words it holds."""
        paragraph = add(parent, "p", **own)
        self.add_cited(paragraph, runs, name)
        return paragraph

    def content(self, parent: Element, clause: Clause, name: str) -> None:
        """Adds the words of a clause: a paragraph or a table."""
        if not clause.table:
            self.paragraph(parent, clause.runs, name, {ID: clause.id})
            return
        table = add(parent, "table", **{ID: clause.id})
        for number, row in enumerate(printed_rows(clause.runs)):
            line = add(table, "tr")
            for cell in row:
                tag = "th" if number < clause.table.headings else "td"
                self.paragraph(add(line, tag), cell, name)

    def add_cited(self, element: Element, runs: Runs, name: str) -> None:
        """Appends runs to an element, with references to what they cite."""
        self.add(element, runs, name, self.citations(words(runs)))

    def add(self, element: Element, runs: Runs, name: str, spans: Sequence[Span]) -> None:
        """Appends runs to an element; those within a span go into the element of the span."""
        ahead = list(reversed(spans))
        inside: Element | None = None
        position = 0
        for run in runs:
            is_joined = False
            if run.style is Style.MARK:
                self.mark(element if inside is None else inside, run, name)
                continue
            rest = run.text
            while rest:
                if inside is None and ahead and ahead[-1].start <= position:
                    inside = add(element, ahead[-1].tag, **ahead[-1].attributes)
                edge = len(rest) + position
                if inside is not None:
                    edge = min(edge, ahead[-1].end)
                elif ahead:
                    edge = min(edge, ahead[-1].start)
                piece, rest = rest[: edge - position], rest[edge - position :]
                self._append(element if inside is None else inside, piece, run.style, is_joined)
                is_joined = True
                position = edge
                if inside is not None and position == ahead[-1].end:
                    inside = None
                    ahead.pop()

    def _append(self, element: Element, text: str, style: Style, is_joined: bool = False) -> None:
        inside = append_run(element, text, style, self._text.language)
        if is_joined and style is Style.SUPERSCRIPT:
            inside.set(JOINED, "true")

    def mark(self, element: Element, run: Run, name: str) -> None:
        """Adds a mark: with its footnote, as a reference to a footnote written before, or, without
        a footnote, raised."""
        if run.note not in self._notes:
            raised = append_run(element, run.text, Style.SUPERSCRIPT, self._text.language)
            raised.set(STYLE, Style.MARK)
            return
        place = {"placement": "bottom"} if self._at_foot else {}
        if run.note in self._written:
            target = f"#{self._written[run.note]}"
            add(element, "noteRef", href=target, marker=run.text, **place)
            return
        self._counts[name] += 1
        own = self._ids.free(f"{name}__authorialNote_{self._counts[name]}")
        self._written[run.note] = own
        written = add(element, "authorialNote", eId=own, marker=run.text, **place)
        _, runs, stands_for = self._notes[run.note]
        paragraph = self.paragraph(written, runs, own, {ID: run.note})
        if stands_for:
            self.add_cited(add(paragraph, "remark", status="editorial"), stands_for, own)

    def uncalled(self) -> list[Run]:
        """A mark for each footnote that no mark has called yet."""
        return [
            Run(mark, Style.MARK, id)
            for id, (mark, *_) in self._notes.items()
            if id not in self._written
        ]

    def citations(self, text: str) -> list[Span]:
        """Spans of cited documents, with references to them."""
        language, organ = self._text.language, self._text.masthead.organ
        found = []
        for citation in references.citations(text, language, organ):
            stated = date_beside(text, citation.start, citation.end, language)
            date = stated or self._dates.get(citation.symbol, "")
            self._dates[citation.symbol] = date
            address = names.cited(citation.symbol, date, language)
            if address:
                found.append(Span(citation.start, citation.end, "ref", {"href": address}))
        return found

    def dates(self, text: str) -> list[Span]:
        """Spans of the date of adoption."""
        adopted = self._text.masthead.adopted
        return [
            Span(anchor.start, anchor.end, "docDate", {"date": adopted})
            for anchor in anchors(text, self._text.language)
            if adopted and anchor.value == adopted
        ]


def title_spans(text: str, title: str) -> list[Span]:
    """Spans of number and title in a line such as "75/58. Measures to …"; the whole line is the
    number where a document has no title."""
    if not title or not text.endswith(title):
        return [Span(0, len(text), "docTitle" if title else "docNumber", {})] if text else []
    start = len(text) - len(title)
    number = len(text[:start].rstrip())
    found = [Span(0, number, "docNumber", {})] if number else []
    return [*found, Span(start, len(text), "docTitle", {})]
