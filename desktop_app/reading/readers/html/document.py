"""A web page to blocks."""

from pathlib import Path

from lxml import etree

from desktop_app.reading.blocks import EXPORTED, Block, BlockKind, Document
from desktop_app.reading.readers import tables
from desktop_app.reading.readers.html.cells import OpenTable
from desktop_app.reading.readers.html.decoding import text_of
from desktop_app.reading.readers.html.lists import List
from desktop_app.reading.readers.html.looks import Look, Looks
from desktop_app.reading.readers.html.notes import Notes, is_back
from desktop_app.reading.readers.html.own import Own
from desktop_app.reading.readers.html.paragraph import Paragraph
from desktop_app.reading.readers.html.parsing import parsed
from desktop_app.reading.readers.setting import BRACKETS, as_heading
from desktop_app.resolution import runs as styled
from desktop_app.resolution.model import Run, Runs, Style, words

_BLOCK_NAMES = """
    html body p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption thead tbody tfoot tr td
    th blockquote section article aside main header footer figure figcaption address center
    pre form fieldset legend hr details summary
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
"""Elements before and behind which a paragraph ends."""
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CONTENTS = ("mw-content-text", "mw-parser-output", "bodyContent")
"""The ids and classes of the element that holds the text of a wiki's page."""
_NO_CELL = (BlockKind.HEADING, BlockKind.TABLE)
_LAID_OUT = 3
"""Blocks in a cell from which on it is no cell of figures or words but a part of a page."""


def read(data: bytes, path: Path) -> Document:
    """The blocks of a page. Raises ReadingError for bytes in no known encoding."""
    root = parsed(text_of(data, path))
    if root is None:
        return Document(())
    own = Own(root)
    blocks = PageReader(root, own).read(root if own else _contents(root))
    language = own.language.partition("-")[0]
    return Document(tuple(blocks), {"language": language, EXPORTED: "yes"} if own else {})


def _contents(root: etree._Element) -> etree._Element:
    """The element that holds the text, where the page says which: the whole page elsewhere."""
    named: dict[str, etree._Element] = {}
    for element in root.iter("div"):
        for name in (element.get("id", ""), *element.get("class", "").split()):
            named.setdefault(name, element)
    for name in _CONTENTS:
        if name in named:
            return named[name]
    mains = root.findall(".//main")
    return mains[0] if len(mains) == 1 else root


class PageReader:
    """Walks the elements of one page, in one loop: they can stand in each other very deeply."""

    def __init__(self, root: etree._Element, own: Own) -> None:
        self._looks = Looks(root)
        self._notes = Notes(root, self._looks)
        self._own = own
        self._words = Paragraph()
        self._done: list[Block] = []
        self._styles: list[Style] = [Style.PLAIN]
        self._lists: list[List] = []
        self._heading = 0
        self._kept = 0
        """The elements that are open in which white space stands as it is."""
        self._outer: list[list[Block]] = []
        """What was done outside of the open notes, tables and cells."""
        self._tables: list[OpenTable] = []
        self._rows = 0
        """The rows that have begun, without those of tables in others."""
        self._row_of: dict[int, int] = {}

    def row_of(self, block: Block) -> int:
        """The number of the row of the page that a block stands in, 0 for none."""
        return self._row_of.get(id(block), 0)

    def read(self, top: etree._Element) -> list[Block]:
        """The blocks of an element."""
        walk = etree.iterwalk(top, events=("start", "end"))
        left_out = None
        for event, element in walk:
            if event == "start":
                look = self._looks.of(element)
                if self._is_left_out(element, look):
                    left_out = element
                    walk.skip_subtree()
                    self._leave_out(element, look)
                else:
                    self._start(element, look)
                    self._add(element.text)
                continue
            if element is left_out:
                left_out = None
            else:
                self._end(element)
            if element is not top:
                self._add(element.tail)
        self._end_paragraph()
        return self._done

    def _is_left_out(self, element: etree._Element, look: Look) -> bool:
        if look.hidden or element in self._notes.calls:
            return True
        if self._own and self._own.is_left_out(element):
            return True
        return element.tag in ("a", "span") and is_back(element)

    def _leave_out(self, element: etree._Element, look: Look) -> None:
        """Takes the mark of a note in place of its link."""
        mark = self._notes.calls.get(element)
        if mark and not look.hidden:
            self._words.add_run(mark)
        if element.tag in _BLOCKS:
            self._end_paragraph()

    def _start(self, element: etree._Element, look: Look) -> None:
        tag = element.tag
        style = self._styles[-1]
        if look.raised:
            style = Style.SUPERSCRIPT
        elif look.emphasised is not None and tag != "th" and style is not Style.SUPERSCRIPT:
            style = Style.EMPHASIS if look.emphasised else Style.PLAIN
        self._styles.append(style)
        if tag == "br":
            self._words.end_line()
        elif tag in _BLOCKS:
            self._end_paragraph()
            self._start_block(element)
        if element in self._notes.notes:
            self._outer.append(self._done)
            self._done = []

    def _start_block(self, element: etree._Element) -> None:
        match element.tag:
            case "ul" | "ol":
                self._lists.append(List(element))
            case "li" if self._lists and element not in self._notes.notes:
                self._lists[-1].begin_item(element)
            case "pre":
                self._kept += 1
            case "table":
                self._outer.append(self._done)
                self._done = []
                self._tables.append(OpenTable(element))
            case "tr" if self._tables:
                self._tables[-1].begin_row()
                self._rows += len(self._tables) == 1
            case "td" | "th" if self._tables:
                self._outer.append(self._done)
                self._done = []
            case tag if tag in _HEADINGS:
                self._heading = _HEADINGS[tag]

    def _end(self, element: etree._Element) -> None:
        if element.tag in _BLOCKS:
            self._end_paragraph()
        if element in self._notes.notes:
            self._end_note(element)
        if element.tag in _BLOCKS:
            self._end_block(element)
        self._styles.pop()

    def _end_block(self, element: etree._Element) -> None:
        match element.tag:
            case "ul" | "ol":
                self._lists.pop()
            case "pre":
                self._kept -= 1
            case "table":
                self._end_table()
            case "td" | "th" if self._tables:
                cell, self._done = self._done, self._outer.pop()
                if self._own and self._own.is_of_heading(element):
                    cell = _headings(cell)
                self._tables[-1].add(element, cell)
            case "tr" if self._tables:
                self._tables[-1].end_row(element)
                if len(self._tables) == 1:
                    row = self._tables[0].rows[-1:]
                    self._row_of |= {id(one): self._rows for one in tables.as_paragraphs(row)}
            case tag if tag in _HEADINGS:
                self._heading = 0

    def _end_table(self) -> None:
        table = self._tables.pop()
        rows = table.rows
        between, self._done = self._done, self._outer.pop()  # its caption, and stray words
        is_first = tables.is_empty(self._done) and not self._outer
        self._done += between
        if self._own:
            is_layout = self._own.holds_text(table.element)
        else:
            is_layout = tables.lays_out(rows, is_first) or _has_pages(rows)
        as_set = bool(self._own)
        self._done += tables.as_paragraphs(rows) if is_layout else tables.as_table(rows, as_set)

    def _end_note(self, element: etree._Element) -> None:
        blocks, self._done = self._done, self._outer.pop()
        if element.tag == "tr" and self._tables:
            blocks = tables.as_paragraphs([self._tables[-1].rows.pop()])
        note = self._notes.notes[element]
        runs = styled.join(tables.in_note(blocks), lambda left, right: "\n")
        runs = _without_mark(runs, note.mark)
        if not words(runs).strip():
            return
        if note.label:
            self._done.append(Block(BlockKind.NOTE, runs, number=note.label))
        else:
            mark = Run(note.mark, Style.SUPERSCRIPT)
            self._done.append(Block(BlockKind.PARAGRAPH, (mark, *runs)))

    def _add(self, text: str | None) -> None:
        if text:
            self._words.add(text, self._styles[-1], keeps_space=self._kept > 0)

    def _end_paragraph(self) -> None:
        for runs in self._words.take():
            self._done.append(self._block(runs))

    def _block(self, runs: Runs) -> Block:
        if self._heading:
            return Block(BlockKind.HEADING, as_heading(runs), level=self._heading)
        for level in range(len(self._lists), 0, -1):
            number = self._lists[level - 1].take()
            if number[:-1].isdecimal():
                return Block(BlockKind.ITEM, runs, number=number, level=level)
            if number:
                return Block(BlockKind.PARAGRAPH, (Run(f"{number} "), *runs), level=level)
        return Block(BlockKind.PARAGRAPH, runs, level=len(self._lists))


def _headings(cell: tables.Cell) -> tables.Cell:
    return [
        block
        if block.kind in (BlockKind.HEADING, BlockKind.TABLE)
        else Block(BlockKind.HEADING, as_heading(block.runs), level=2)
        for block in cell
    ]


def _has_pages(rows: list[tables.Row]) -> bool:
    """Whether cells hold whole parts of a page: headings, tables, lists or several paragraphs."""
    return any(
        len(cell) >= _LAID_OUT or any(block.kind in _NO_CELL for block in cell)
        for row in rows
        for cell in row.cells
    )


def _without_mark(runs: Runs, mark: str) -> Runs:
    """The words of a note without the mark at their head."""
    runs = styled.strip(runs)
    text = words(runs)
    rest = text.lstrip(BRACKETS)
    if not rest.startswith(mark):
        return runs
    start = len(text) - len(rest) + len(mark)
    start += len(text[start:]) - len(text[start:].lstrip(BRACKETS))
    return styled.strip(styled.cut(runs, start))
