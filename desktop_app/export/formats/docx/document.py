"""An excerpt as a Word document: a table or clause after clause, with Word's own footnotes."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from typing import NamedTuple
from xml.sax.saxutils import escape

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from desktop_app.export.excerpt.excerpt import Entry, Excerpt, Version
from desktop_app.export.excerpt.options import Arrangement, Notes, Progress, silent
from desktop_app.export.formats.docx import parts
from desktop_app.export.shared.directed import directed
from desktop_app.export.shared.xml_text import check
from desktop_app.grammar.languages import language_of
from desktop_app.grammar.scripts import OfficeFont, lettering
from desktop_app.resolution.model import Run, Runs, Style
from desktop_app.resolution.runs import merged

_PROGRAM = "Resolution Reader"
_WIDTH, _HEIGHT, _MARGIN = 11906, 16838, 1134
"""A4, in twentieths of a point, as all lengths are here."""
_LABELS = (1100, 2200)
"""The least and the largest width of the column of labels."""
_LETTER, _LABEL_MARGINS = 115, 180
"""What a letter of a label takes at most, and the margins of its cell."""
_UNBROKEN = 650
"""Half-width characters: a row whose longest text has no more, a third of a page at most, stays on
one page. A longer one may go on on the next page, or the page before would end in a gap."""
_ROWS = 200
"""Rows of one table: LibreOffice takes minutes for a table of thousands."""
_PROPERTY = 255
"""Characters: a property of a document can be no longer."""
_REPORTED = 500
"""Entries from one report of progress to the next."""
_GAP = "—"


def render(excerpt: Excerpt, progress: Progress = silent) -> bytes:
    """A Word document with the notes as footnotes or endnotes of Word's own.

    Such a note holds one text and is called from one place. A note that two languages call is
    therefore two notes, each in the language of the words that call it: who reads one language
    has its note below in that language and nothing to skip, and with a column that is deleted go
    its notes. Where a language calls a note again, the mark leads to the first call, and the note
    is not repeated. A note that no words call stands after the last clause: Word shows no note
    without a call.

    The marks are the published ones: Word's own numbers would count what was chosen.

    Raises ExportError, and what `progress` raises to end the work.
    """
    check(excerpt, "Word")
    chinese = parts.east_asian([version.tag for version in excerpt.versions])
    columns = [
        _Column(side, version, _lettering(version, chinese))
        for side, version in enumerate(excerpt.versions)
    ]
    document = _empty_document(excerpt)
    notes = _WordNotes(excerpt)
    sections = _sections(document, excerpt, columns)
    body = [*_about(document, excerpt, columns)]
    blocks = excerpt.blocks()
    entries = sum(len(block.entries) for block in blocks)
    for place, block in enumerate(blocks):
        shown = columns if len(blocks) == 1 else columns[place : place + 1]
        if len(blocks) > 1 and (block.entries or block.notes):
            body.append(_paragraph("Heading1", _english(block.versions[0].name)))
        for number, piece in enumerate(_block(block, shown, notes)):
            body.append(piece)
            if number % _REPORTED == 0:
                progress(0.6 * (place + number / (entries + 1)) / len(blocks))
        for column in shown:
            body += notes.uncalled(column)
        # Word wants a paragraph after a table, and ends a section with one.
        if place < len(blocks) - 1:
            body.append(_paragraph("SectionEnd", "", section=sections[place]))
        else:
            body += [_paragraph("SectionEnd", ""), sections[place]]
    progress(0.6)
    xml = f"<w:body {parts.NAMESPACES}>{''.join(body)}</w:body>"
    body.clear()
    parser = etree.XMLParser(huge_tree=True, resolve_entities=False)
    document.element.replace(document.element.body, etree.fromstring(xml, parser))
    progress(0.75)
    _attach_parts(document, excerpt, notes, chinese)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


# The document and its parts


def sketch(excerpt: Excerpt) -> str:
    """What the document looks like, as HTML. Raises ExportError."""
    from desktop_app.export.formats.docx.sketch import sketch  # late: a preview alone needs it

    return sketch(render(excerpt))


def _empty_document(excerpt: Excerpt) -> WordDocument:
    """A document without text and with no parts but its properties and the usual theme."""
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
    properties.comments = _cut("; ".join(_trust(version) for version in excerpt.versions))
    properties.created = properties.modified = datetime.now(UTC)
    return document


def _cut(text: str) -> str:
    return text if len(text) <= _PROPERTY else f"{text[: _PROPERTY - 1]}…"


def _attach(document: WordDocument, name: str, kind: str, xml: str) -> str:
    """Puts a part beside the text; gives the id of the relationship to it."""
    data = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{xml}'.encode()
    package = document.part.package
    part = Part(PackURI(f"/word/{name}.xml"), getattr(CONTENT_TYPE, f"WML_{kind}"), data, package)
    return document.part.relate_to(part, getattr(RELATIONSHIP_TYPE, kind))


def _attach_parts(
    document: WordDocument, excerpt: Excerpt, notes: "_WordNotes", chinese: OfficeFont
) -> None:
    known = [lettering(version.tag).office or chinese for version in excerpt.versions]
    at = excerpt.notes_at if notes.written else Notes.NONE
    by_section = excerpt.arrangement is Arrangement.SEQUENCE
    _attach(document, "styles", "STYLES", parts.styles(chinese))
    _attach(document, "settings", "SETTINGS", parts.settings(chinese, at, by_section))
    _attach(document, "fontTable", "FONT_TABLE", parts.fonts(known))
    if notes.written:
        _attach(document, f"{notes.kind}s", f"{notes.kind}s".upper(), notes.part())


def _sections(document: WordDocument, excerpt: Excerpt, columns: Sequence["_Column"]) -> list[str]:
    """The properties of the page for each block. Its header names the document, its footer says
    what the texts are: a page that is passed on alone tells as much."""
    name = excerpt.symbol or excerpt.title
    header = _paragraph("Header", _words(name, columns[0].lettering))
    page = '<w:fldSimple w:instr=" PAGE ">' + _english("1") + "</w:fldSimple>"
    footer = "".join(
        _paragraph("Footer", content)
        for content in (page, *(_english(_trust(version)) for version in excerpt.versions))
    )
    header = f"<w:hdr {parts.NAMESPACES}>{header}</w:hdr>"
    footer = f"<w:ftr {parts.NAMESPACES}>{footer}</w:ftr>"
    called = (
        '<w:headerReference w:type="default" '
        f'r:id="{_attach(document, "header1", "HEADER", header)}"/>'
        '<w:footerReference w:type="default" '
        f'r:id="{_attach(document, "footer1", "FOOTER", footer)}"/>'
    )
    page = (
        f'<w:pgSz w:w="{_WIDTH}" w:h="{_HEIGHT}"/>'
        f'<w:pgMar w:top="{_MARGIN}" w:right="{_MARGIN}" w:bottom="{_MARGIN}" w:left="{_MARGIN}" '
        f'w:header="567" w:footer="567" w:gutter="0"/><w:cols w:space="720"/>'
    )
    return [
        f"<w:sectPr>{called}{page}{'<w:bidi/>' if column.lettering.rtl else ''}</w:sectPr>"
        for column in columns
    ]


# Text


class _Lettering(NamedTuple):
    """How the words of a language are set: fonts and language as properties of a run, and the
    style of emphasis."""

    rtl: bool
    fonts: str
    language: str
    emphasis: str


class _Column(NamedTuple):
    """A language version in its place: `side` counts the versions of the excerpt."""

    side: int
    version: Version
    lettering: _Lettering


_NO_LANGUAGE = "x-none"
_ENGLISH = _Lettering(False, "", '<w:lang w:val="en-GB"/>', "Emphasis")
"""What is said about the texts."""


def _lettering(version: Version, usual: OfficeFont) -> _Lettering:
    own = lettering(version.tag).office
    if own:
        # The hint makes quotation marks and dashes Chinese ones, as wide as a character.
        font = "" if own.font == usual.font else f' w:eastAsia="{own.font}"'
        language = f'<w:lang w:val="en-GB" w:eastAsia="{own.language}"/>'
        return _Lettering(False, f'<w:rFonts w:hint="eastAsia"{font}/>', language, "Strong")
    language = language_of(version.tag).locale or _NO_LANGUAGE
    if version.direction == "rtl":
        return _Lettering(True, "", f'<w:lang w:bidi="{language}"/>', "Strong")
    return _Lettering(False, "", f'<w:lang w:val="{language}"/>', "Emphasis")


_CONTROL = re.compile("([\n\r\t])")
_CONTROLS = {"\n": "<w:br/>", "\r": "<w:cr/>", "\t": "<w:tab/>"}


def _content(text: str) -> str:
    return "".join(
        _CONTROLS.get(piece) or f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
        for piece in _CONTROL.split(text)
        if piece
    )


def _run(content: str, lettering: _Lettering, style: str = "", rtl: bool | None = None) -> str:
    properties = _properties(lettering, style, lettering.rtl if rtl is None else rtl)
    return f"<w:r><w:rPr>{properties}</w:rPr>{content}</w:r>"


@cache
def _properties(lettering: _Lettering, style: str, rtl: bool) -> str:
    named = f'<w:rStyle w:val="{style}"/>' if style else ""
    return f"{named}{lettering.fonts}{'<w:rtl/>' if rtl else ''}{lettering.language}"


def _words(text: str, lettering: _Lettering, style: str = "") -> str:
    """Words of one style as runs, one for each stretch of one direction."""
    return "".join(
        _run(_content(piece), lettering, style, rtl)
        for piece, rtl in directed(text, lettering.rtl)
        if piece
    )


def _english(text: str) -> str:
    return _words(text, _ENGLISH)


def _styled(run: Run, lettering: _Lettering) -> str:
    """Any run but a footnote mark with its note."""
    match run.style:
        case Style.EMPHASIS:
            return _words(run.text, lettering, lettering.emphasis)
        case Style.SUPERSCRIPT | Style.MARK:
            return _words(run.text, lettering, "Superscript")
        case Style.PLAIN:
            return _words(run.text, lettering)


def _paragraph(style: str, content: str, rtl: bool = False, section: str = "") -> str:
    direction = "<w:bidi/>" if rtl else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{direction}{section}</w:pPr>{content}</w:p>'


def _about(document: WordDocument, excerpt: Excerpt, columns: Sequence[_Column]) -> Iterator[str]:
    """What has to be said before the text: title, citation, and of each version what it is."""
    lettering = columns[0].lettering
    yield _paragraph("Title", _words(excerpt.title, lettering), lettering.rtl)
    if excerpt.citation:
        known = {column.version.tag: column.lettering for column in columns}
        own = _ENGLISH if excerpt.cited_in == "en" else known[excerpt.cited_in]
        yield _paragraph("Citation", _words(excerpt.citation, own))
    for version in excerpt.versions:
        link = ""
        if version.address:
            target = version.address
            id = document.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            run = _run(_content(version.address), _ENGLISH, "Hyperlink")
            link = f'{_english(" (")}<w:hyperlink r:id="{id}">{run}</w:hyperlink>{_english(")")}'
        yield _paragraph("Provenance", _english(_trust(version)) + link)


def _trust(version: Version) -> str:
    return f"{version.name}: {version.trust}"


# Entries


def _block(block: Excerpt, columns: Sequence[_Column], notes: "_WordNotes") -> Iterator[str]:
    """The text of a block, entry by entry."""
    if block.arrangement is Arrangement.COLUMNS or block.arrangement is None:
        yield from _tables(block.entries, columns, notes)
    else:
        for entry in block.entries:
            yield _one_below_the_other(entry, columns, notes)


def _tables(
    entries: Sequence[Entry], columns: Sequence[_Column], notes: "_WordNotes"
) -> Iterator[str]:
    """A column of labels and one for each language."""
    labels = _label_width(entries)
    width = (_WIDTH - 2 * _MARGIN - labels) // len(columns)
    widths = [labels, *(width for _ in columns)]
    head = _table_head(columns, widths)
    rows = 0
    yield head
    for entry in entries:
        if rows >= _ROWS:
            # Between two tables without a paragraph Word sees but one.
            yield f"</w:tbl>{_paragraph('SectionEnd', '')}{head}"
            rows = 0
        cells = [_paragraph("LabelCell", _english(entry.label))]
        for text, column in zip(_texts(entry, columns, notes), columns, strict=True):
            cells.append(text or _paragraph(_style(entry), "", column.lettering.rtl))
        yield _row("<w:cantSplit/>" if _short(entry) else "", cells, widths)
        # A heading stays with the row after it.
        rows += entry.kind != "heading"
    yield "</w:tbl>"


def _label_width(entries: Sequence[Entry]) -> int:
    """The width of the column of labels: of the longest word in it, within limits."""
    longest = max((len(word) for entry in entries for word in entry.label.split()), default=0)
    return min(max(longest * _LETTER + _LABEL_MARGINS, _LABELS[0]), _LABELS[1])


def _table_head(columns: Sequence[_Column], widths: Sequence[int]) -> str:
    """The start of a table, with the row that is repeated on each page."""
    direction = "<w:bidiVisual/>" if columns[0].lettering.rtl else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    cells = [_paragraph("ColumnHeading", _english("Clause"))]
    for column in columns:
        name = _english(column.version.name)
        cells.append(_paragraph("ColumnHeading", name, column.lettering.rtl))
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Bitext"/>{direction}'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>" + _row("<w:cantSplit/><w:tblHeader/>", cells, widths)
    )


def _row(properties: str, cells: Sequence[str], widths: Sequence[int]) -> str:
    return (
        "<w:tr>"
        + (f"<w:trPr>{properties}</w:trPr>" if properties else "")
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
            for cell, width in zip(cells, widths, strict=True)
        )
        + "</w:tr>"
    )


def _one_below_the_other(entry: Entry, columns: Sequence[_Column], notes: "_WordNotes") -> str:
    style = "ClauseLabelRight" if columns[0].lettering.rtl else "ClauseLabel"
    label = _paragraph(style, _english(entry.label)) if entry.label else ""
    texts = _texts(entry, columns, notes)
    for place, column in enumerate(columns):
        if not texts[place] and len(columns) > 1 and entry.kind == "clause":
            gap = _run(_content(_GAP), column.lettering)
            texts[place] = _paragraph(_style(entry), gap, column.lettering.rtl)
    return label + "".join(texts)


def _texts(entry: Entry, columns: Sequence[_Column], notes: "_WordNotes") -> list[str]:
    """The paragraphs of each language, "" for a gap."""
    style = _style(entry)
    return [
        "".join(
            _paragraph(style, _inline(paragraph.numbered, column, notes), column.lettering.rtl)
            for paragraph in text
        )
        for text, column in zip(entry.texts, columns, strict=True)
    ]


def _style(entry: Entry) -> str:
    """The paragraph style of an entry's texts."""
    if entry.kind == "clause":
        return f"ClauseText{min(entry.depth, parts.DEPTHS) or ''}"
    if entry.kind == "heading":
        return "Heading2"
    return "ResolutionTitle" if entry.is_title else "ResolutionLine"


def _short(entry: Entry) -> bool:
    """Whether a row is short enough to stay on one page."""
    return all(
        sum(_half_widths(run.text) for paragraph in text for run in paragraph.runs) <= _UNBROKEN
        for text in entry.texts
    )


def _half_widths(text: str) -> int:
    return len(text) if text.isascii() else sum(1 + (letter >= "\u2e80") for letter in text)


def _inline(runs: Runs, column: _Column, notes: "_WordNotes") -> str:
    return "".join(
        notes.call(run, column) if run.style is Style.MARK else _styled(run, column.lettering)
        for run in merged(runs)
    )


# Notes


class _WordNotes:
    """The notes, each written when the words that call it are."""

    def __init__(self, excerpt: Excerpt) -> None:
        self.kind = "endnote" if excerpt.notes_at is Notes.END else "footnote"
        self.written: list[str] = []
        self._direction = "<w:bidi/>" if excerpt.versions[0].direction == "rtl" else ""
        self._notes = {
            (side, note.id): (note.marks[side], note.whole(side))
            for note in excerpt.notes
            for side, runs in enumerate(note.texts)
            if runs
        }
        calls = Counter(
            (side, run.note)
            for entry in excerpt.entries
            for side, text in enumerate(entry.texts)
            for paragraph in text
            for run in paragraph.runs
            if run.note
        )
        self._called_again = {key for key, count in calls.items() if count > 1}
        self._numbers: dict[tuple[int, str], int] = {}

    def call(self, run: Run, column: _Column) -> str:
        """A mark in the text with the note that it calls; the mark alone where there is none."""
        key = (column.side, run.note)
        if key not in self._notes:
            return _styled(run, column.lettering)
        style = f"{self.kind.title()}Reference"
        if key in self._numbers:
            again = _run(_content(run.text), column.lettering, style)
            return f'<w:hyperlink w:anchor="{_bookmark(self._numbers[key])}">{again}</w:hyperlink>'
        number = self._numbers[key] = len(self.written) + 1
        text = self._text(key, column, bare=False)
        note = _paragraph(self._style, text, column.lettering.rtl)
        self.written.append(f'<w:{self.kind} w:id="{number}">{note}</w:{self.kind}>')
        reference = f'<w:{self.kind}Reference w:customMarkFollows="1" w:id="{number}"/>'
        called = _run(reference + _content(run.text), column.lettering, style)
        if key not in self._called_again:
            return called
        name = f'w:id="{number}" w:name="{_bookmark(number)}"'
        return f'<w:bookmarkStart {name}/>{called}<w:bookmarkEnd w:id="{number}"/>'

    def uncalled(self, column: _Column) -> Iterator[str]:
        """The notes of a language that none of its words call, as paragraphs."""
        keys = [key for key in self._notes if key[0] == column.side and key not in self._numbers]
        if keys:
            said = f"Footnotes that no mark calls ({column.version.name}):"
            yield _paragraph("ClauseLabel", _english(said))
        for key in keys:
            text = self._text(key, column, bare=True)
            yield _paragraph(self._style, text, column.lettering.rtl)

    def part(self) -> str:
        """The notes part: the lines that divide text and notes, and all that was called."""
        lines = "".join(
            f'<w:{self.kind} w:type="{name}" w:id="{id}">'
            f"<w:p><w:pPr>{self._direction}{_NO_SPACE}</w:pPr><w:r><w:{name}/></w:r></w:p>"
            f"</w:{self.kind}>"
            for id, name in ((-1, "separator"), (0, "continuationSeparator"))
        )
        notes = "".join(self.written)
        return f"<w:{self.kind}s {parts.NAMESPACES} {_ALTERNATIVES}>{lines}{notes}</w:{self.kind}s>"

    @property
    def _style(self) -> str:
        return f"{self.kind.title()}Text"

    def _text(self, key: tuple[int, str], column: _Column, bare: bool) -> str:
        """A note with its mark before it; `bare` where it is a paragraph like any other."""
        mark, runs = self._notes[key]
        lettering = column.lettering
        own = _content(mark)
        return (
            _run(own if bare else _unless_drawn(own), lettering, f"{self.kind.title()}Reference")
            + _run(_content(" "), lettering)
            + "".join(_styled(run, lettering) for run in merged(runs))
        )


_ALTERNATIVES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wpg="urn:resolution-reader:program-that-draws-the-marks-of-notes"'
)


def _unless_drawn(mark: str) -> str:
    """The mark at the head of a note, for Word, which draws no published mark there by itself.
    LibreOffice does, and would show "22" for the second note. It can be told only by the name
    that it takes for a feature of its own, whatever that stands for; every other program knows
    no such feature and takes the mark."""
    return (
        '<mc:AlternateContent><mc:Choice Requires="wpg"/>'
        f"<mc:Fallback>{mark}</mc:Fallback></mc:AlternateContent>"
    )


_NO_SPACE = '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>'


def _bookmark(number: int) -> str:
    return f"_Note{number}"
