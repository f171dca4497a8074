"""An excerpt as Akoma Ntoso 3.0 (OASIS LegalDocML), in the profile of the United Nations (AKN4UN).

A resolution in one language is a `statement`, any other text a `doc`; several languages are a
`documentCollection` of them.

Source of the markup: AKN4UN Guidelines, parts 2 and 3 (https://unsceb-hlcm.github.io).
"""

from collections.abc import Sequence
from dataclasses import replace

from lxml import etree

from desktop_app.citation.naming import span_label, spans
from desktop_app.export.excerpt.model import Excerpt, Kind
from desktop_app.export.excerpt.options import Progress, silent
from desktop_app.export.formats.akn import names
from desktop_app.export.formats.akn.body import Body
from desktop_app.export.formats.akn.elements import Element, add, append, indent
from desktop_app.export.formats.akn.inline import Inline, Span, title_spans
from desktop_app.export.formats.akn.meta import (
    PROGRAM,
    Names,
    editorial,
    identification,
    ontology,
    proprietary,
)
from desktop_app.export.shared.xml_text import check
from desktop_app.reading.readers.akn.names import ID, LANG, NAMESPACE, OWN, PART, ROWS, STRUCTURE
from desktop_app.reading.skeleton import skeleton
from desktop_app.resolution.model import Line, Part, PartKind
from desktop_app.resolution.serial import Plain


def render(excerpt: Excerpt, progress: Progress = silent) -> bytes:
    """The XML document in UTF-8. Raises ExportError."""
    check(excerpt, "Akoma Ntoso")
    namespaces: dict[str | None, str] = {None: NAMESPACE, "rr": OWN}
    root = etree.Element(f"{{{NAMESPACE}}}akomaNtoso", nsmap=namespaces)  # type: ignore[arg-type]
    whole = names.work(excerpt.texts[0])
    if len(excerpt.texts) == 1:
        _Statement(excerpt, 0, whole, progress).write(root)
    else:
        _collection(root, excerpt, whole, progress)
    indent(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _collection(root: Element, excerpt: Excerpt, whole: names.Work, progress: Progress) -> None:
    """Adds all language versions as one collection."""
    collection = add(root, "documentCollection", name="collection")
    meta = add(collection, "meta")
    own = replace(whole, type="documentCollection")
    identification(
        meta,
        Names.of(own.iri, f"{own.iri}/mul@{own.date}", ""),
        excerpt.texts,
        own,
        excerpt.texts[0].masthead.title,
    )
    ontology(meta, own)
    rows: Plain = [
        [[paragraph.id for paragraph in text] for text in entry.texts]
        for entry in excerpt.entries
        if entry.kind is Kind.CLAUSE
    ]
    proprietary(meta, ROWS, rows)
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


class _Statement:
    """Writes one language version, in a collection or alone."""

    def __init__(
        self,
        excerpt: Excerpt,
        side: int,
        work: names.Work,
        progress: Progress,
        in_collection: bool = False,
    ) -> None:
        self._excerpt = excerpt
        self._text = excerpt.texts[side]
        self._version = excerpt.versions[side]
        self._work = work
        self._progress = progress
        self._in_collection = in_collection
        self._ids = names.ElementIds(f"cmp_{side + 1}__" if in_collection else "")
        self._inline = Inline(excerpt, side, self._ids)
        self._body = Body(self._ids, self._inline, self._count)
        self._done = 0
        self._total = max(sum(1 for _ in self._text.walk()), 1)

    def write(self, parent: Element) -> None:
        """Adds the document to its parent."""
        text, work = self._text, self._work
        document = add(parent, work.type, name=text.kind.value)
        expression = names.expression(work.iri, text, work.date)
        meta = self._meta(document, Names.of(work.iri, expression, ""))
        self._preface(document)
        leading, body, attached = _divided(text.parts)
        if leading:
            preamble = self._division(document, "preamble")
            for part in leading:
                self._body.recitals(preamble, part)
        main = self._division(document, "mainBody")
        for part in body:
            self._body.part(main, part)
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
        """Adds the metadata; returns its last level of identification."""
        meta = add(document, "meta")
        title = self._text.masthead.title
        manifestation = identification(meta, own, [self._text], self._work, title)
        if not self._in_collection:
            ontology(meta, self._work)
        notes = add(meta, "notes", source=PROGRAM)
        notes.set(LANG, "en")
        note = add(notes, "note", eId=self._ids.free(f"{self._ids.prefix}note_1"))
        append(add(note, "p"), self._trust())
        proprietary(meta, STRUCTURE, skeleton(self._text))
        return manifestation

    def _trust(self) -> str:
        return f"{self._version.provenance}."

    def _portion(self, manifestation: Element) -> None:
        """Adds which clauses the file holds."""
        ids = [clause.id for clause in self._text.walk()]
        if not ids:
            return
        known = {
            clause.id: self._ids.clause(clause.id, part)
            for part in self._text.divisions()
            for clause in part.own()
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
        preface = self._division(document, "preface")
        cited = self._excerpt.citation, self._excerpt.cited_in
        trust = self._trust(), "en"
        notices = [trust] if self._in_collection else [cited, trust]
        editorial(preface, notices, self._version.address)
        if not self._excerpt.whole and self._version.title:
            named = add(preface, "p", status="editorial")
            if self._excerpt.symbol:
                append(add(named, "docNumber"), self._excerpt.symbol)
                append(named, " ")
            append(add(named, "docTitle"), self._version.title)
        for line in self._text.head:
            self._head_line(preface, line)

    def _head_line(self, preface: Element, line: Line) -> None:
        field = _field(line)
        paragraph = add(preface, "p", **{"class": field, ID: line.id})
        spans = self._head_spans(field, line.text)
        self._inline.add(paragraph, line.runs, self._ids.prefix + "preface", spans)

    def _head_spans(self, field: str, text: str) -> list[Span]:
        """The spans of a line of the masthead, by its field."""
        head = self._text.masthead
        match field:
            case "symbol":
                return [Span(0, len(text), "docNumber", {})]
            case "title":
                return title_spans(text, head.title)
            case "session":
                value = {"value": str(head.session)} if head.session else {}
                return [Span(0, len(text), "session", value)]
            case "organ":
                return [Span(0, len(text), "docAuthority", {})]
            case "adoption":
                return self._inline.dates(text)
            case _:
                return self._inline.citations(text)

    def _conclusions(self, document: Element) -> Element | None:
        if not self._text.closing:
            return None
        conclusions = self._division(document, "conclusions")
        for line in self._text.closing:
            paragraph = add(conclusions, "p", **{"class": _field(line), ID: line.id})
            name = self._ids.prefix + "conclusions"
            self._inline.add(paragraph, line.runs, name, self._inline.dates(line.text))
        return conclusions

    def _uncalled(self, document: Element, conclusions: Element | None) -> None:
        """Adds the footnotes that no mark calls, in the conclusions."""
        missing = self._inline.uncalled()
        if not missing:
            return
        if conclusions is None:
            conclusions = self._division(document, "conclusions")
            attachments = document.find(f"{{{NAMESPACE}}}attachments")
            if attachments is not None:
                attachments.addprevious(conclusions)
        for mark in missing:
            paragraph = add(conclusions, "p", **{"class": "note"})
            self._inline.mark(paragraph, mark, self._ids.prefix + "conclusions")

    def _attachment(self, attachments: Element, part: Part, own: Names) -> None:
        """Adds an annex, which the standard makes a document of its own."""
        name = self._ids.part(part).removesuffix("__")
        attachment = add(attachments, "attachment", eId=self._ids.free(name or "att"))
        attachment.set(LANG, self._version.tag)
        if part.heading:
            heading = add(attachment, "heading", **{PART: part.id})
            self._inline.add_cited(heading, part.heading, f"{name}__heading")
        document = add(attachment, "doc", name=part.kind.value)
        meta = add(document, "meta")
        component = f"!{part.kind.value}_{name.rpartition('_')[2]}"
        identification(meta, replace(own, component=component), [self._text], self._work, "")
        main = add(document, "mainBody")
        self._body.clauses(main, part)
        for below in part.parts:
            self._body.part(main, below)
        if not len(main):
            add(main, "p")

    def _division(self, document: Element, tag: str) -> Element:
        """Adds a division of the document, marked with its language."""
        element = add(document, tag)
        element.set(LANG, self._version.tag)
        return element

    def _count(self) -> None:
        self._done += 1
        if self._done % 100 == 0:
            self._progress(self._done / self._total)


def _field(line: Line) -> str:
    """The field of the masthead or the closing that a line belongs to: "title"."""
    return line.id.partition(".")[2].rstrip("0123456789")


def _divided(parts: Sequence[Part]) -> tuple[list[Part], list[Part], list[Part]]:
    """The parts of the preamble, of the body, and the annexes with everything after them."""
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
