"""An excerpt as Akoma Ntoso 3.0 (OASIS LegalDocML), in the profile of the United Nations (AKN4UN).

A document of Akoma Ntoso is in one language: one language is a `statement`, several are a
`documentCollection` that holds a statement for each, which is how the standard puts whole documents
into one file. What is not a resolution is a `doc`.

Source for what is marked up how: AKN4UN Guidelines, parts 2 and 3 (https://unsceb-hlcm.github.io).
What the program adds to the published words, the sentences on where they come from, has the status
"editorial".
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from lxml import etree

from desktop_app.citation import references
from desktop_app.citation.naming import span_label, spans
from desktop_app.export.excerpt.excerpt import Excerpt
from desktop_app.export.excerpt.footnotes import renamed
from desktop_app.export.excerpt.options import Notes, Progress, silent
from desktop_app.export.formats.akn import names
from desktop_app.export.formats.akn.elements import (
    LANG,
    NAMESPACE,
    Element,
    add,
    append,
    append_run,
    indent,
)
from desktop_app.export.formats.akn.meta import PROGRAM, Names, editorial, identification, ontology
from desktop_app.export.shared.xml_text import check
from desktop_app.grammar.anchors import anchors
from desktop_app.grammar.references import date_beside
from desktop_app.resolution.model import (
    Clause,
    Line,
    Part,
    PartKind,
    Run,
    Runs,
    Style,
    words,
)


def render(excerpt: Excerpt, progress: Progress = silent) -> bytes:
    """The XML document in UTF-8. Raises ExportError."""
    check(excerpt, "Akoma Ntoso")
    namespaces: dict[str | None, str] = {None: NAMESPACE}
    root = etree.Element(f"{{{NAMESPACE}}}akomaNtoso", nsmap=namespaces)  # type: ignore[arg-type]
    whole = names.work(excerpt.texts[0])
    if len(excerpt.texts) == 1:
        _Statement(excerpt, 0, whole, progress).write(root)
    else:
        _collection(root, excerpt, whole, progress)
    indent(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _collection(root: Element, excerpt: Excerpt, whole: names.Work, progress: Progress) -> None:
    """All language versions as one document of documents."""
    collection = add(root, "documentCollection", name="collection")
    meta = add(collection, "meta")
    own = whole._replace(type="documentCollection")
    identification(
        meta,
        Names.of(own.iri, f"{own.iri}/mul@{own.date}", ""),
        excerpt.texts,
        own,
        excerpt.texts[0].masthead.title,
    )
    ontology(meta, own)
    preface = add(collection, "preface")
    editorial(preface, [(excerpt.citation, excerpt.cited_in)])
    body = add(collection, "collectionBody")
    for side in range(len(excerpt.texts)):
        component = add(body, "component", eId=f"cmp_{side + 1}")
        share = side / len(excerpt.texts)
        statement = _Statement(
            excerpt, side, whole, _shifted(progress, share, len(excerpt.texts)), in_collection=True
        )
        statement.write(component)


def _shifted(progress: Progress, start: float, parts: int) -> Progress:
    return lambda share: progress(start + share / parts)


# The words


class _Statement:
    """Writes one language version. It knows which footnotes were called already: the first mark
    holds the note, those that follow point at it; and the dates that were said of cited documents,
    for they are said once."""

    def __init__(
        self,
        excerpt: Excerpt,
        side: int,
        work: names.Work,
        progress: Progress,
        in_collection: bool = False,
    ) -> None:
        self._excerpt = excerpt
        self._side = side
        self._text = excerpt.texts[side]
        self._version = excerpt.versions[side]
        self._work = work
        self._progress = progress
        self._in_collection = in_collection
        self._prefix = f"cmp_{side + 1}__" if in_collection else ""
        own = {note.id: note.ids[side] for note in excerpt.notes if note.texts[side]}
        self._notes = {
            note.ids[side]: (note.marks[side], renamed(note.whole(side), own))
            for note in excerpt.notes
            if note.texts[side]
        }
        self._note_names: dict[str, str] = {}
        self._dates: dict[str, str] = {}
        self._note_counts: Counter[str] = Counter()
        self._names: set[str] = set()
        self._done = 0
        self._total = max(sum(1 for _ in self._text.walk()), 1)

    def write(self, parent: Element) -> None:
        """Adds the document to its parent."""
        text, work = self._text, self._work
        name = "resolution" if text.is_resolution else "text"
        document = add(parent, work.type, name=name)
        expression = names.expression(work.iri, text, work.date)
        meta = self._meta(document, Names.of(work.iri, expression, ""))
        self._preface(document)
        leading, body, attached = _divided(text.parts)
        if leading:
            preamble = self._spoken(document, "preamble")
            for part in leading:
                self._recitals(preamble, part)
        main = self._spoken(document, "mainBody")
        for part in body:
            self._part(main, part)
        if not len(main):
            hole = add(main, "p")
            if not self._excerpt.whole:
                add(hole, "omissis")
        conclusions = self._conclusions(document)
        if attached:
            attachments = add(document, "attachments")
            for part in attached:
                self._attachment(attachments, part, Names.of(work.iri, expression, ""))
        self._uncalled(document, conclusions)
        if not self._excerpt.whole:
            self._portion(meta)

    def _meta(self, document: Element, own: Names) -> Element:
        """What is said of the document; gives back its last level of identification."""
        meta = add(document, "meta")
        title = self._text.masthead.title
        manifestation = identification(meta, own, [self._text], self._work, title)
        if not self._in_collection:
            ontology(meta, self._work)
        notes = add(meta, "notes", source=PROGRAM)
        notes.set(LANG, "en")
        note = add(notes, "note", eId=self._named(f"{self._prefix}note_1"))
        append(add(note, "p"), self._trust())
        return manifestation

    def _trust(self) -> str:
        return f"{self._version.name}: {self._version.trust}."

    def _portion(self, manifestation: Element) -> None:
        """Says which clauses the file holds."""
        ids = [clause.id for clause in self._text.walk()]
        if not ids:
            return
        known = {
            clause.id: self._clause_name(clause.id, part)
            for part in self._text.parts
            for clause in part.walk()
        }
        add(
            manifestation,
            "FRBRportion",
            **{
                "from": f"#{known[ids[0]]}",
                "upTo": f"#{known[ids[-1]]}",
                "showAs": ", ".join(map(span_label, spans(self._text, ids))),
            },
        )

    def _preface(self, document: Element) -> None:
        preface = self._spoken(document, "preface")
        cited = self._excerpt.citation, self._excerpt.cited_in
        trust = self._trust(), "en"
        said = [trust] if self._in_collection else [cited, trust]
        editorial(preface, said, self._version.address)
        if not self._excerpt.whole and self._version.title:
            named = add(preface, "p", status="editorial")
            if self._excerpt.symbol:
                append(add(named, "docNumber"), self._excerpt.symbol)
                append(named, " ")
            append(add(named, "docTitle"), self._version.title)
        for line in self._text.head:
            self._head_line(preface, line)

    def _head_line(self, preface: Element, line: Line) -> None:
        field = line.id.partition(".")[2].rstrip("0123456789")
        head = self._text.masthead
        paragraph = add(preface, "p", **{"class": field})
        name = self._prefix + "preface"
        length = len(line.text)
        match field:
            case "symbol":
                marked = [_Span(0, length, "docNumber", {})]
            case "title":
                marked = _title_spans(line.text, head.title)
            case "session":
                value = {"value": str(head.session)} if head.session else {}
                marked = [_Span(0, length, "session", value)]
            case "organ":
                marked = [_Span(0, length, "docAuthority", {})]
            case "adoption":
                marked = self._date_spans(line.text)
            case _:
                marked = self._citation_spans(line.text)
        self._inline(paragraph, line.runs, name, marked)

    def _conclusions(self, document: Element) -> Element | None:
        if not self._text.closing:
            return None
        conclusions = self._spoken(document, "conclusions")
        for line in self._text.closing:
            field = line.id.partition(".")[2].rstrip("0123456789")
            paragraph = add(conclusions, "p", **{"class": field})
            name = self._prefix + "conclusions"
            self._inline(paragraph, line.runs, name, self._date_spans(line.text))
        return conclusions

    def _uncalled(self, document: Element, conclusions: Element | None) -> None:
        """The notes that no mark calls, in the conclusions."""
        missing = [id for id in self._notes if id not in self._note_names]
        if not missing:
            return
        if conclusions is None:
            conclusions = self._spoken(document, "conclusions")
            attachments = document.find(f"{{{NAMESPACE}}}attachments")
            if attachments is not None:
                attachments.addprevious(conclusions)
        for id in missing:
            paragraph = add(conclusions, "p", **{"class": "note"})
            run = Run(self._notes[id][0], Style.MARK, id)
            self._mark(paragraph, run, self._prefix + "conclusions")

    # Parts

    def _recitals(self, preamble: Element, part: Part) -> None:
        name = self._prefix + names.part_prefix(part).removesuffix("__")
        if part.heading:
            formula = add(preamble, "formula", name="enactingFormula")
            self._paragraph(formula, part.heading, f"{name}__formula")
        if not part.clauses:
            return
        recitals = add(preamble, "recitals", eId=self._named(name))
        held: dict[str, Element] = {}
        for clause in part.clauses:
            holder = self._holder(recitals, held, clause.id, part, ("recital", "item"))
            self._recital(holder, clause, self._clause_name(clause.id, part))

    def _recital(self, parent: Element, clause: Clause, name: str) -> None:
        """A preambular paragraph, or an item of one."""
        tag = "item" if parent.tag == f"{{{NAMESPACE}}}blockList" else "recital"
        element = add(parent, tag, eId=self._named(name))
        self._number(element, clause)
        if clause.runs or not clause.clauses:
            self._paragraph(element, clause.runs, name)
        self._count()
        if clause.clauses:
            items = add(element, "blockList", eId=self._named(f"{name}__list_1"))
            for child in clause.clauses:
                self._recital(items, child, f"{name}__list_1__item_{_last(child.id)}")

    def _part(self, main: Element, part: Part) -> None:
        """A part of the body: its paragraphs, in a section if it is one."""
        parent = main
        prefix = self._prefix + names.part_prefix(part)
        if part.kind is PartKind.SECTION and prefix != self._prefix:
            parent = add(main, "section", eId=self._named(prefix.removesuffix("__")))
        elif part.heading or part.kind is PartKind.PREAMBLE:
            name = self._named((prefix or f"{self._prefix}hcontainer_1__").removesuffix("__"))
            parent = add(main, "hcontainer", name=part.kind.value, eId=name)
        if part.heading:
            self._inline_cited(add(parent, "heading"), part.heading, prefix + "heading")
        self._clauses(parent, part)

    def _attachment(self, attachments: Element, part: Part, own: Names) -> None:
        """An annex, with all that the standard wants of a document."""
        prefix = self._prefix + names.part_prefix(part)
        name = prefix.removesuffix("__")
        attachment = add(attachments, "attachment", eId=self._named(name or "att"))
        attachment.set(LANG, self._version.tag)
        if part.heading:
            self._inline_cited(add(attachment, "heading"), part.heading, f"{name}__heading")
        document = add(attachment, "doc", name=part.kind.value)
        meta = add(document, "meta")
        component = f"!{part.kind.value}_{name.rpartition('_')[2]}"
        identification(meta, own._replace(component=component), [self._text], self._work, "")
        main = add(document, "mainBody")
        self._clauses(main, part)
        if not len(main):
            add(main, "p")

    def _clauses(self, parent: Element, part: Part) -> None:
        held: dict[str, Element] = {}
        for clause in part.clauses:
            name = self._clause_name(clause.id, part)
            in_container = parent.tag != f"{{{NAMESPACE}}}mainBody"
            if in_container and _is_spoken_between(clause):
                heading = add(parent, "crossHeading", eId=self._named(name), refersTo="#preamble")
                self._inline_cited(heading, clause.runs, name)
                self._count()
                continue
            holder = self._holder(parent, held, clause.id, part, ("paragraph", "point"))
            self._clause(holder, clause, name)

    def _clause(self, parent: Element, clause: Clause, name: str) -> None:
        tag = "point" if parent.tag == f"{{{NAMESPACE}}}list" else "paragraph"
        element = add(parent, tag, eId=self._named(name))
        self._number(element, clause)
        self._count()
        if not clause.clauses:
            self._paragraph(add(element, "content"), clause.runs, name)
            return
        if clause.runs:
            self._paragraph(add(element, "intro"), clause.runs, name)
        points = add(element, "list", eId=self._named(f"{name}__list_1"))
        for child in clause.clauses:
            self._clause(points, child, f"{name}__list_1__point_{_last(child.id)}")

    def _holder(
        self,
        parent: Element,
        held: dict[str, Element],
        id: str,
        part: Part,
        tags: tuple[str, str],
    ) -> Element:
        """Where a clause of a part goes. A sub-paragraph whose paragraph was not chosen goes into
        one of its name, which has no words and says that it is not complete."""
        top, below = tags
        first, *inner = names.steps(id, part)[:-1] or ("",)
        if not first:
            return parent
        name = f"{self._prefix}{names.part_prefix(part)}{first}"
        for step in ("", *inner):
            name += f"__{below}_{step}" if step else ""
            listed = f"{name}__list_1"
            if listed not in held:
                tag = below if step else top
                element = add(parent, tag, eId=self._named(name), status="incomplete")
                kind = "blockList" if below == "item" else "list"
                held[listed] = add(element, kind, eId=self._named(listed))
            parent = held[listed]
            name = listed
        return parent

    # Words

    def _clause_name(self, id: str, part: Part) -> str:
        """The eId of a clause: "para_5__list_1__point_a", the same in every language."""
        first, *below = names.steps(id, part)
        kind = "item" if part.kind is PartKind.PREAMBLE else "point"
        path = "".join(f"__list_1__{kind}_{step}" for step in below)
        return f"{self._prefix}{names.part_prefix(part)}{first}{path}"

    def _named(self, name: str) -> str:
        """The name, or where it is taken one with a count."""
        count = 1
        free = name
        while free in self._names:
            count += 1
            free = f"{name}_{count}"
        self._names.add(free)
        return free

    def _spoken(self, document: Element, tag: str) -> Element:
        """A division of the document that is in its language."""
        element = add(document, tag)
        element.set(LANG, self._version.tag)
        return element

    def _number(self, element: Element, clause: Clause) -> None:
        if clause.mark:
            append(add(element, "num"), clause.mark)

    def _paragraph(self, parent: Element, runs: Runs, name: str) -> None:
        self._inline_cited(add(parent, "p"), runs, name)

    def _inline_cited(self, element: Element, runs: Runs, name: str) -> None:
        self._inline(element, runs, name, self._citation_spans(words(runs)))

    def _citation_spans(self, text: str) -> "list[_Span]":
        language, organ = self._text.language, self._text.masthead.organ
        found = []
        for citation in references.citations(text, language, organ):
            said = date_beside(text, citation.start, citation.end, language)
            date = said or self._dates.get(citation.symbol, "")
            self._dates[citation.symbol] = date
            address = names.cited(citation.symbol, date, language)
            if address:
                found.append(_Span(citation.start, citation.end, "ref", {"href": address}))
        return found

    def _date_spans(self, text: str) -> "list[_Span]":
        """Where the date of adoption is said."""
        adopted = self._text.masthead.adopted
        return [
            _Span(anchor.start, anchor.end, "docDate", {"date": adopted})
            for anchor in anchors(text, self._text.language)
            if adopted and anchor.value == adopted
        ]

    def _inline(self, element: Element, runs: Runs, name: str, marked: "Sequence[_Span]") -> None:
        """Appends the runs to an element, those within a span inside an element of their own."""
        ahead = list(reversed(marked))
        inside: Element | None = None
        position = 0
        for run in runs:
            if run.style is Style.MARK:
                self._mark(element if inside is None else inside, run, name)
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
                append_run(element if inside is None else inside, piece, run.style)
                position = edge
                if inside is not None and position == ahead[-1].end:
                    inside = None
                    ahead.pop()

    def _mark(self, element: Element, run: Run, name: str) -> None:
        """A mark as the note that it calls, or if that was written before, as one that points at
        it; a mark without a note as it is printed."""
        if run.note not in self._notes:
            append_run(element, run.text, Style.SUPERSCRIPT)
            return
        place = {"placement": "bottom"} if self._excerpt.notes_at is Notes.FOOT else {}
        if run.note in self._note_names:
            target = f"#{self._note_names[run.note]}"
            add(element, "noteRef", href=target, marker=run.text, **place)
            return
        self._note_counts[name] += 1
        own = self._named(f"{name}__authorialNote_{self._note_counts[name]}")
        self._note_names[run.note] = own
        written = add(element, "authorialNote", eId=own, marker=run.text, **place)
        self._paragraph(written, self._notes[run.note][1], own)

    def _count(self) -> None:
        self._done += 1
        if self._done % 100 == 0:
            self._progress(self._done / self._total)


class _Span(NamedTuple):
    """A stretch of the words of a paragraph that goes into an element of its own."""

    start: int
    end: int
    tag: str
    attributes: dict[str, str]


def _title_spans(text: str, title: str) -> list[_Span]:
    """Number and title in a line such as "75/58. Measures to …"; the whole line is the number
    where a document has no title."""
    if not title or not text.endswith(title):
        return [_Span(0, len(text), "docTitle" if title else "docNumber", {})] if text else []
    start = len(text) - len(title)
    number = len(text[:start].rstrip())
    found = [_Span(0, number, "docNumber", {})] if number else []
    return [*found, _Span(start, len(text), "docTitle", {})]


def _divided(parts: Sequence[Part]) -> tuple[list[Part], list[Part], list[Part]]:
    """The parts that are the preamble, those of the body, and the annexes with all after them."""
    leading: list[Part] = []
    body: list[Part] = []
    attached: list[Part] = []
    for part in parts:
        if attached or part.kind is PartKind.ANNEX:
            attached.append(part)
        elif part.kind is PartKind.PREAMBLE and not body:
            leading.append(part)
        else:
            body.append(part)
    return leading, body, attached


def _is_spoken_between(clause: Clause) -> bool:
    """Whether a clause is a preambular paragraph between operative ones."""
    return clause.id.rpartition(".")[2].startswith("ch") and not clause.mark and not clause.clauses


def _last(id: str) -> str:
    return id.rpartition(".")[2].replace(" ", "_")
