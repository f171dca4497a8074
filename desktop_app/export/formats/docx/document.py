"""An excerpt as a Word document: its parts, pages and properties."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, cast

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from desktop_app.export.excerpt.blocks import in_blocks
from desktop_app.export.excerpt.model import Excerpt
from desktop_app.export.excerpt.options import Arrangement, Notes, Progress, silent
from desktop_app.export.formats.docx import parts
from desktop_app.export.formats.docx.entries import block_xml
from desktop_app.export.formats.docx.footnotes import WordNotes
from desktop_app.export.formats.docx.text import (
    ENGLISH,
    Column,
    english_xml,
    lettering_of,
    paragraph_xml,
    run_xml,
    text_xml,
    words_xml,
)
from desktop_app.export.shared.xml_text import check
from desktop_app.grammar.scripts import OfficeFont, lettering

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

_PROGRAM = "Resolution Reader"
_PROPERTY = 255
"""Characters: a property of a document can be no longer."""
_REPORTED = 500
"""Pieces of text from one report of progress to the next."""


def render(excerpt: Excerpt, progress: Progress = silent) -> bytes:
    """A Word document with footnotes or endnotes of Word's own.

    Such a note has one text and one call. A footnote called in two languages is therefore two
    notes, each in the language of its call: a reader of one language has nothing to skip, and a
    deleted column takes its notes along. If a language calls a footnote again, the mark leads to
    the first call. A footnote without a call stands after the last clause, since Word shows no note
    without one.

    The marks are the published ones: Word's own numbers would count what was chosen.

    Raises ExportError, and what `progress` raises to end the work.
    """
    check(excerpt, "Word")
    chinese = parts.east_asian([version.tag for version in excerpt.versions])
    columns = [
        Column(side=side, version=version, lettering=lettering_of(version, chinese))
        for side, version in enumerate(excerpt.versions)
    ]
    document = _empty_document(excerpt)
    notes = WordNotes(excerpt)
    sections = _sections(document, excerpt, columns)
    body = [*_about(document, excerpt, columns)]
    for number, (piece, share) in enumerate(_body(excerpt, columns, notes, sections)):
        body.append(piece)
        if number % _REPORTED == 0:
            progress(0.6 * share)
    progress(0.6)
    _fill(document, "".join(body))
    progress(0.75)
    _attach_parts(document, excerpt, notes, chinese)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _fill(document: WordDocument, body: str) -> None:
    """Makes this XML the text of a document. As a whole: to bring elements from one tree into
    another takes lxml time in proportion to the square of their number."""
    parser = etree.XMLParser(huge_tree=True, resolve_entities=False)
    xml = f"<w:document {parts.NAMESPACES}><w:body>{body}</w:body></w:document>"
    document.part._element = cast("BaseOxmlElement", etree.fromstring(xml, parser))


def _body(
    excerpt: Excerpt, columns: Sequence[Column], notes: WordNotes, sections: Sequence[str]
) -> Iterator[tuple[str, float]]:
    """The text in pieces, each with the share that is done."""
    blocks = in_blocks(excerpt)
    entries = sum(len(block.entries) for block in blocks)
    for place, block in enumerate(blocks):
        shown = columns if len(blocks) == 1 else columns[place : place + 1]
        begun = place / len(blocks)
        if len(blocks) > 1 and (block.entries or block.notes):
            yield paragraph_xml("Heading1", english_xml(block.versions[0].name)), begun
        for number, piece in enumerate(block_xml(block, shown, notes)):
            yield piece, begun + number / (entries + 1) / len(blocks)
        for column in shown:
            for piece in notes.uncalled(column):
                yield piece, begun
        # Word wants a paragraph after a table, and ends a section with one.
        if place < len(blocks) - 1:
            yield paragraph_xml("SectionEnd", "", section=sections[place]), begun
        else:
            yield paragraph_xml("SectionEnd", "") + sections[place], begun


# The document and its parts


def _empty_document(excerpt: Excerpt) -> WordDocument:
    """A document without text, with only its properties and the usual theme."""
    document = Document()
    for id, relationship in list(document.part.rels.items()):
        if relationship.reltype != RELATIONSHIP_TYPE.THEME:
            document.part.drop_rel(id)
    package = document.part.package
    kept = (RELATIONSHIP_TYPE.OFFICE_DOCUMENT, RELATIONSHIP_TYPE.CORE_PROPERTIES)
    for id, relationship in list(package.rels.items()):
        if relationship.reltype not in kept:
            del package.rels[id]
    properties = document.core_properties
    properties.title = _cut(excerpt.name)
    properties.subject = _cut(excerpt.symbol)
    properties.author = properties.last_modified_by = _PROGRAM
    properties.language = excerpt.versions[0].tag
    properties.identifier = _cut(excerpt.versions[0].address)
    languages = [version.name for version in excerpt.versions]
    properties.keywords = _cut("; ".join(filter(None, [excerpt.symbol, *languages])))
    properties.comments = _cut("; ".join(version.provenance for version in excerpt.versions))
    properties.created = properties.modified = datetime.now(UTC)
    return document


def _cut(text: str) -> str:
    return text if len(text) <= _PROPERTY else f"{text[: _PROPERTY - 1]}…"


def _attach(document: WordDocument, name: str, kind: str, xml: str) -> str:
    """Adds a part beside the text; returns the id of the relationship to it."""
    data = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{xml}'.encode()
    package = document.part.package
    part = Part(PackURI(f"/word/{name}.xml"), getattr(CONTENT_TYPE, f"WML_{kind}"), data, package)
    return document.part.relate_to(part, getattr(RELATIONSHIP_TYPE, kind))


def _attach_parts(
    document: WordDocument, excerpt: Excerpt, notes: WordNotes, chinese: OfficeFont
) -> None:
    known = [lettering(version.tag).office or chinese for version in excerpt.versions]
    at = excerpt.notes_at if notes.written else Notes.NONE
    by_section = excerpt.arrangement is Arrangement.SEQUENCE
    _attach(document, "styles", "STYLES", parts.styles(chinese))
    _attach(document, "settings", "SETTINGS", parts.settings(chinese, at, by_section))
    _attach(document, "fontTable", "FONT_TABLE", parts.fonts(known))
    if notes.written:
        _attach(document, f"{notes.kind}s", f"{notes.kind}s".upper(), notes.part())


def _sections(document: WordDocument, excerpt: Excerpt, columns: Sequence[Column]) -> list[str]:
    """The page properties of each block. The header names the document and the footer says how far
    the texts can be trusted, for a page passed on alone."""
    name = excerpt.symbol or excerpt.title
    header = paragraph_xml("Header", words_xml(name, columns[0].lettering))
    page = '<w:fldSimple w:instr=" PAGE ">' + english_xml("1") + "</w:fldSimple>"
    footer = "".join(
        paragraph_xml("Footer", content)
        for content in (page, *(english_xml(version.provenance) for version in excerpt.versions))
    )
    header = f"<w:hdr {parts.NAMESPACES}>{header}</w:hdr>"
    footer = f"<w:ftr {parts.NAMESPACES}>{footer}</w:ftr>"
    called = (
        '<w:headerReference w:type="default" '
        f'r:id="{_attach(document, "header1", "HEADER", header)}"/>'
        '<w:footerReference w:type="default" '
        f'r:id="{_attach(document, "footer1", "FOOTER", footer)}"/>'
    )
    edge = parts.MARGIN
    page = (
        f'<w:pgSz w:w="{parts.WIDTH}" w:h="{parts.HEIGHT}"/>'
        f'<w:pgMar w:top="{edge}" w:right="{edge}" w:bottom="{edge}" w:left="{edge}" '
        f'w:header="567" w:footer="567" w:gutter="0"/><w:cols w:space="720"/>'
    )
    return [
        f"<w:sectPr>{called}{page}{'<w:bidi/>' if column.lettering.rtl else ''}</w:sectPr>"
        for column in columns
    ]


def _about(document: WordDocument, excerpt: Excerpt, columns: Sequence[Column]) -> Iterator[str]:
    """What stands before the text: title, citation, and the provenance of each version."""
    lettering = columns[0].lettering
    yield paragraph_xml("Title", words_xml(excerpt.title, lettering), lettering.rtl)
    if excerpt.citation:
        known = {column.version.tag: column.lettering for column in columns}
        own = ENGLISH if excerpt.cited_in == "en" else known[excerpt.cited_in]
        yield paragraph_xml("Citation", words_xml(excerpt.citation, own))
    for version in excerpt.versions:
        link = ""
        if version.address:
            target = version.address
            id = document.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            run = run_xml(text_xml(version.address), ENGLISH, "Hyperlink")
            inside = f'<w:hyperlink r:id="{id}">{run}</w:hyperlink>'
            link = f"{english_xml(' (')}{inside}{english_xml(')')}"
        yield paragraph_xml("Provenance", english_xml(version.provenance) + link)
