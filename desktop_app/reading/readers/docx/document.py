"""A Word file to blocks: its text, its tables and notes, and the head of its first page."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from lxml import etree

from desktop_app.common.progress import Progress, silent
from desktop_app.reading.blocks import EXPORTED, Block, BlockKind, Document, Stretch
from desktop_app.reading.content import Content
from desktop_app.reading.readers import tables
from desktop_app.reading.readers.docx import head, own, pages, stars
from desktop_app.reading.readers.docx.archive import Archive
from desktop_app.reading.readers.docx.names import MC, W, is_on, local, number, value
from desktop_app.reading.readers.docx.notes import Notes
from desktop_app.reading.readers.docx.numbering import Numbering
from desktop_app.reading.readers.docx.styles import Styles
from desktop_app.reading.readers.docx.words import Words, alternative
from desktop_app.reading.readers.setting import as_heading
from desktop_app.resolution import runs as styled
from desktop_app.resolution.model import Caveat, Run, Runs

_LONGEST = 10_000_000
"""Characters of a document: as many as a text file may have bytes."""
_MOST_PARAGRAPHS = 200_000
"""Four thousand pages have so many."""
_THROUGH = frozenset({"body", "sdt", "sdtContent", "customXml", "ins", "moveTo", "txbxContent"})
"""Elements whose inside is paragraphs and tables like any others."""
_CHANGES = tuple(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))
_Chosen = Callable[[Sequence[etree._Element]], Sequence[etree._Element]]
"""Chooses some of the cells of a row."""


def read(data: bytes, path: Path, progress: Progress = silent) -> Document:
    """The blocks of a Word file. Raises ReadingError for one that is damaged, protected or too
    large, or an archive without a text of Word."""
    archive = Archive(data, path)
    main = archive.main()
    return _Reader(archive, main).document(progress)


def content(data: bytes, path: Path) -> Content | None:
    """The two languages of a file that this program exported, None for any other. Raises
    ReadingError."""
    archive = Archive(data, path)
    main = archive.main()
    styles = next((name for kind, name in archive.relations(main).values() if kind == "styles"), "")
    if not styles or not own.is_own(Styles(archive.parsed(styles))):
        return None
    first = _Reader(archive, main)
    second = first.other_language()
    if not second:
        return None
    other = _Reader(archive, main, second)
    source, target = first.document(), other.document()
    rows = first.rows.of(source.blocks), other.rows.of(target.blocks)
    if {*rows[0]}.isdisjoint({*rows[1]} - {0}):  # one language behind the other
        return Content(texts=(source, target))
    return Content(texts=(source, target), file_rows=rows)


class _Reader:
    """Reads one file."""

    def __init__(self, archive: Archive, main: str, second: str = "") -> None:
        """`second` is the language to read of an export of this program, "" for the first."""
        self._archive = archive
        root = archive.parsed(main)
        self._root = root if root is not None else etree.Element(f"{W}document")
        self._relations = archive.relations(main)
        self._styles = Styles(self._part("styles"))
        self._numbering = Numbering(self._part("numbering"))
        self._sections = [*self._root.iter(f"{W}sectPr")]
        self._roots = {kind: self._part(f"{kind}s") for kind in ("footnote", "endnote")}
        self._notes = Notes(self._roots, self._part("settings"), self._sections)
        self._words = Words(self._styles, self._notes)
        self._is_own = own.is_own(self._styles)
        first = self._own_language() if self._is_own else ""
        self._language = second or first
        self.rows = own.Rows(first)
        """The rows of an export of this program."""
        self._column = own.second_language if second else own.first_language
        self._starred: list[Block] = []
        self._carried: list[Run] = []
        """The words of a paragraph whose end was deleted: they stand at the head of the next."""
        self._length = self._paragraphs = 0

    def other_language(self) -> str:
        """The second language of an export of this program, "" where it has none."""
        return own.other_language(self._root, self._language)

    def document(self, progress: Progress = silent) -> Document:
        """The blocks of the whole file."""
        body = self._root.find(f"{W}body")
        text = [*self._story(body, progress)] if body is not None else []
        above = head.above([*self._head()], text)
        blocks = stars.tied([*above, *text], self._starred)
        return Document(tuple(blocks), self._metadata(), printed=self._printed(body))

    def _printed(self, body: etree._Element | None) -> tuple[Stretch, ...]:
        if body is None:
            return ()
        return pages.printed(body, self._roots, self._of_file("extended-properties"))

    def _metadata(self) -> dict[str, str]:
        changed = next(self._root.iter(_CHANGES), None) is not None
        stated = {Caveat.CHANGES.value: "yes"} if changed else {}
        if self._language:
            stated["language"] = self._language.partition("-")[0]
        return stated | ({EXPORTED: "yes"} if self._is_own else {})

    def _own_language(self) -> str:
        """The first language of an export of this program."""
        return own.language_of(self._of_file("core-properties"))

    def _of_file(self, kind: str) -> etree._Element | None:
        """The part of a kind that belongs to the whole file."""
        ways = self._archive.relations("").values()
        name = next((name for own, name in ways if own == kind), "")
        return self._archive.parsed(name) if name else None

    def _part(self, kind: str) -> etree._Element | None:
        """The part of a kind that the text refers to."""
        name = next((name for own, name in self._relations.values() if own == kind), "")
        return self._archive.parsed(name) if name else None

    def _head(self) -> Iterator[Block]:
        """The head of the first page, its tables as lines."""
        section = self._sections[0] if self._sections else None
        kind, name = self._relations.get(head.part_of(section), ("", ""))
        root = self._archive.parsed(name) if kind == "header" else None
        for one in self._parts_of(root) if root is not None else ():
            if local(one) == "p":
                yield from self._paragraph(one)
            else:
                yield from tables.as_paragraphs([*self._rows(one)])

    def _story(self, body: etree._Element, progress: Progress) -> Iterator[Block]:
        """The blocks of the text, the notes behind the paragraph or table that calls them."""
        begun = False
        parts = [*self._parts_of(body)]
        for at, one in enumerate(parts):
            progress(at / len(parts))
            if self._is_own:
                self.rows.see(one)
            blocks = self._blocks(one, is_first=not begun)
            if self._is_own:
                self.rows.place(blocks)
            begun = begun or not tables.is_empty(blocks)
            yield from blocks
            yield from self._notes.take(self._note)
            if next(one.iter(f"{W}sectPr"), None) is not None:
                self._notes.end_section()
            for _ in one.iter(f"{W}lastRenderedPageBreak"):
                self._notes.end_page()
        if self._carried:
            yield Block(BlockKind.PARAGRAPH, tuple(self._carried))

    def _parts_of(self, parent: Iterable[etree._Element]) -> Iterator[etree._Element]:
        """The paragraphs and tables in an element."""
        for one in parent:
            name = local(one)
            if name in ("p", "tbl"):
                yield one
            elif name in _THROUGH:
                yield from self._parts_of(one)
            elif one.tag == f"{MC}AlternateContent":
                yield from self._parts_of(alternative(one))

    def _blocks(self, one: etree._Element, *, is_first: bool = False) -> list[Block]:
        if local(one) == "p":
            return [*self._paragraph(one)]
        if self._is_own:
            return self._own_table(one)
        rows = [*self._rows(one)]
        is_layout = tables.lays_out(rows, is_first)
        return tables.as_paragraphs(rows) if is_layout else tables.as_table(rows)

    def _own_table(self, table: etree._Element) -> list[Block]:
        """A table of an export of this program: one that holds the text, or one of the text."""
        if own.holds_text(table):
            return [block for row in self._rows(table, self._column) for block in self._in_row(row)]
        is_read = own.is_in(table, self._language)
        return tables.as_table([*self._rows(table)], as_set=True) if is_read else []

    def _in_row(self, row: tables.Row) -> list[Block]:
        """The paragraphs of a row of an export of this program."""
        self.rows.begin()
        blocks = tables.as_paragraphs([row])
        self.rows.place(blocks)
        return blocks

    def _rows(self, table: etree._Element, chosen: _Chosen = list) -> Iterator[tables.Row]:
        """The rows with the cells of each that are chosen."""
        for row in _inside(table, "tr"):
            properties = row.find(f"{W}trPr")
            if properties is not None and properties.find(f"{W}del") is not None:
                continue
            cells = self._cells(row, chosen)
            is_heading = is_on(value(properties, "tblHeader"))
            yield tables.Row([*cells], is_heading)

    def _cells(self, row: etree._Element, chosen: _Chosen) -> Iterator[tables.Cell]:
        """The cells of a row, empty ones for the further columns that one takes up."""
        for cell in chosen([*_inside(row, "tc")]):
            yield [block for one in self._parts_of(cell) for block in self._blocks(one)]
            columns = number(value(cell.find(f"{W}tcPr"), "gridSpan"), 1)
            for _ in range(min(columns, tables.WIDEST) - 1):
                yield tables.GAP

    def _paragraph(self, paragraph: etree._Element) -> Iterator[Block]:
        """The block of a paragraph, and those of the text boxes that hang on it."""
        properties = paragraph.find(f"{W}pPr")
        if self._is_own and not own.is_text(paragraph, self._styles.of(properties), self._language):
            return
        style = self._styles.of(properties)
        runs, boxes = self._words.read(paragraph, own.plain(style) if self._is_own else style)
        self._length += sum(len(run.text) for run in runs)
        self._paragraphs += 1
        if self._length > _LONGEST or self._paragraphs > _MOST_PARAGRAPHS:
            raise self._archive.too_long()
        self._carried += runs
        if not _end_is_deleted(properties):
            runs, self._carried = tuple(self._carried), []
            yield from self._block(styled.strip(runs), properties)
        for box in boxes:
            for one in self._parts_of(box):
                yield from self._blocks(one)

    def _block(self, runs: Runs, properties: etree._Element | None) -> Iterator[Block]:
        note = stars.note_at(runs) if _is_framed(properties) else None
        if note:
            self._starred.append(note)
            yield note
            return
        place, style = self._styles.place(properties)
        printed = self._numbering.printed(place, style)
        level = self._styles.heading(properties)
        if printed and printed.is_plain and not level and runs:
            yield Block(BlockKind.ITEM, runs, number=printed.number, level=printed.depth)
            return
        if printed and printed.number:
            behind = printed.behind if runs else ""
            runs = styled.merged((Run(f"{printed.number}{behind}"), *runs))
        if not runs:
            return
        if level:
            yield Block(BlockKind.HEADING, as_heading(runs), level=level)
        else:
            in_list = printed.depth if printed and not printed.number else 0
            yield Block(BlockKind.PARAGRAPH, runs, level=in_list)

    def _note(self, note: etree._Element) -> list[Runs]:
        """The paragraphs of a note, a row of a table as one."""
        blocks = [block for one in self._parts_of(note) for block in self._blocks(one)]
        return [*tables.in_note(blocks)]


def _inside(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, through content controls."""
    for one in parent:
        if local(one) == name:
            yield one
        elif local(one) in _THROUGH:
            yield from _inside(one, name)


def _end_is_deleted(properties: etree._Element | None) -> bool:
    found = properties.find(f"{W}rPr/{W}del") if properties is not None else None
    return found is not None


def _is_framed(properties: etree._Element | None) -> bool:
    return properties is not None and properties.find(f"{W}framePr") is not None
