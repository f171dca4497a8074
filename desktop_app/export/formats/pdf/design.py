"""The design of the pages of a PDF: columns, sizes of type, running heads and footnotes; Qt."""

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QLineF
from PySide6.QtGui import QColor, QPainter, QPen

from desktop_app.export.excerpt.blocks import in_blocks
from desktop_app.export.excerpt.footnotes import Note
from desktop_app.export.excerpt.model import Entry, Excerpt, Kind, Paragraph
from desktop_app.export.excerpt.options import Arrangement, Notes
from desktop_app.export.formats.pdf.bookmarks import Title, Titles, shortened
from desktop_app.export.formats.pdf.glyph_text import DrawnGlyphs
from desktop_app.export.formats.pdf.pages import Block, Cell, Frame, Line, Page, Slice, pages
from desktop_app.export.formats.pdf.tables import Place, table_cells
from desktop_app.export.formats.pdf.tags import Tag, TagKind
from desktop_app.export.formats.pdf.typesetting import At, Look, draw, leading, lines, width_of
from desktop_app.grammar.languages import Direction
from desktop_app.resolution.model import Run, Style, notes
from desktop_app.resolution.plain import plain_words

POINT = 10
"""Units: all lengths are tenths of a point."""
PAGE = (5950, 8420)
"""Width and height of A4."""
TOP, BOTTOM = 720, 7680
"""Where the text of a page begins and ends."""
_HEAD = 170
"""How far the running head ends above the text."""
_NUMBER = 7870
"""Where the number of the page stands."""
_MARGIN = 500
_MEASURE = 4100
"""The longest line of one text alone: 39 Chinese characters, some 80 letters."""
_GUTTER = 180
_WIDEST_LABEL = 640
_BODY, _SMALL, _LABEL, _TITLE = 105, 85, 75, 150
"""Sizes of type."""
_DROP = round(0.36 * (_BODY - _LABEL))
"""What brings a label to the baseline of the text."""
_STEP = 120
"""How much further in each level of sub-paragraphs stands."""
_MOST_STEPS = 5
_APART = {Kind.LINE: 25, Kind.HEADING: 170, Kind.CLAUSE: 75, Kind.FOOTNOTE: 25}
"""The space above an entry of a kind; the first line after something else has that of a clause."""
_RULE, _THICKNESS, _GAP = 600, 5, 60
"""The length of the line above notes, the strength of lines, the space above and below it."""
_RULED = QColor(128, 128, 128)
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Columns:
    """Where labels and texts stand: places and widths; one column where texts stand one below the
    other."""

    label: tuple[int, int]
    texts: tuple[tuple[int, int], ...]

    @property
    def left(self) -> int:
        return min(x for x, _ in (self.label, *self.texts))

    @property
    def rule(self) -> tuple[int, int]:
        """Where the line above notes begins, and its length."""
        x, width = self.texts[0]
        return (x + width - _RULE if self.label > self.texts[0] else x), _RULE

    @property
    def width(self) -> int:
        ends = [x + width for x, width in (self.label, *self.texts)]
        return max(ends) - self.left


class Design:
    """An excerpt as blocks on pages."""

    def __init__(self, excerpt: Excerpt) -> None:
        self._excerpt = excerpt
        self._texts = in_blocks(excerpt)
        self._columns = _columns(excerpt)
        self._head = self._running_head()
        self._at_foot = [_called(text) if _has_feet(text) else set() for text in self._texts]
        self._notes = {
            f"{number}/{note.id}": (text, note, number)
            for number, text in enumerate(self._texts)
            for note in text.notes
            if note.id in self._at_foot[number]
        }
        self.share = 0.0
        """How much of the text is on the pages that were asked for."""

    def pages(self) -> Iterator[Page]:
        """All pages, each set when it is asked for."""
        left, _ = self._columns.rule
        frame = Frame(
            left=left,
            top=TOP,
            bottom=BOTTOM,
            least=(BOTTOM - TOP) // 3,
            gap=_GAP,
            rule=_RULE,
        )
        return pages(self._blocks(), self._foot_note, frame)

    def paint(self, painter: QPainter, page: Page, number: int, drawn: DrawnGlyphs) -> None:
        """Draws a page but for its number; the first is page 0."""
        if number:
            draw(painter, self._head, drawn)
        draw(painter, page.slices, drawn)
        painter.setPen(QPen(_RULED, _THICKNESS))
        for rule in page.rules:
            painter.drawLine(QLineF(rule.x, rule.y, rule.x + rule.length, rule.y))

    def paint_number(self, painter: QPainter, text: str, drawn: DrawnGlyphs) -> None:
        """Draws the number of a page at its foot."""
        look = Look(tag="en", size=_SMALL, at=At.MIDDLE)
        found = lines((Run(text),), look, PAGE[0], leading(["en"], _SMALL))
        draw(painter, [Slice(Cell(0, found, muted=True), found, _NUMBER)], drawn)

    def _blocks(self) -> Iterator[Block]:
        """What stands on the pages, from the first to the last."""
        yield from self._front()
        whole = sum(len(text.entries) for text in self._texts)
        done = 0
        for number, text in enumerate(self._texts):
            titles = Titles(text, number, len(self._texts) > 1)
            if len(self._texts) > 1:
                name = text.versions[0].name
                yield self._line(
                    name, Look(tag="en", size=_BODY, bold=True), 260, name=titles.of_text()
                )
            kind = Kind.LINE
            for entry in text.entries:
                yield self._entry(text, number, entry, titles.of_entry(entry), kind)
                kind = entry.kind
                done += 1
                self.share = done / whole
            left = [note for note in text.notes if note.id not in self._at_foot[number]]
            if left:
                yield Block((), before=200, rule=self._columns.rule, keep=True)
                yield Block((), before=_GAP, keep=True)
            for note in left:
                yield self._note(text, note, number)

    def _front(self) -> Iterator[Block]:
        """The front matter: what the document is, and how far each text can be trusted."""
        excerpt = self._excerpt
        if excerpt.symbol:
            yield self._line(excerpt.symbol, Look(tag="en", size=_BODY, bold=True))
        titles = [version for version in excerpt.versions if version.title]
        for version in titles:
            yield self._line(version.title, Look(tag=version.tag, size=_TITLE, bold=True), 60)
        if not titles and not excerpt.symbol:
            yield self._line(excerpt.title, Look(tag="en", size=_TITLE, bold=True))
        small = Look(tag="en", size=_SMALL)
        if excerpt.citation:
            cited = replace(small, tag=excerpt.cited_in)
            yield self._line(excerpt.citation, cited, 120, muted=True)
        for version in excerpt.versions:
            yield self._line(version.provenance, small, 30, muted=True)
            if version.address:
                yield self._line(version.address, small, muted=True, link=version.address)
        rule = (self._columns.left, self._columns.width)
        yield Block((), before=120, rule=rule, keep=True)
        yield Block((), before=40, keep=True)

    def _line(
        self,
        text: str,
        look: Look,
        before: int = 0,
        muted: bool = False,
        link: str = "",
        name: Hashable = None,
    ) -> Block:
        """A paragraph as wide as all columns, kept with the next one."""
        found = lines((Run(text),), look, self._columns.width, leading([look.tag], look.size))
        return Block((Cell(self._columns.left, found, muted, link),), before, keep=True, name=name)

    def _entry(
        self, text: Excerpt, number: int, entry: Entry, name: Hashable, after: Kind
    ) -> Block:
        """An entry after one of the kind `after`."""
        heading = entry.kind is Kind.HEADING or entry.is_title
        steps = 0 if entry.kind is Kind.HEADING else min(entry.depth, _MOST_STEPS)
        indent = steps * _STEP
        is_division = entry.kind is Kind.HEADING
        kind = TagKind.HEADING if is_division else TagKind.PARAGRAPH
        tag = Tag(kind, "", "", number, level=entry.depth + 1 if is_division else 0)
        cells = self._cells(text, entry.texts, Look(tag="", size=_BODY, bold=heading), indent, tag)
        if entry.label:
            cells = (self._label(text, entry.label), *cells)
        before = _APART[Kind.HEADING if heading else entry.kind]
        if entry.kind != after or self._is_stacked(text):
            before = max(before, _APART[Kind.CLAUSE])
        return Block(cells, before, keep=entry.kind is Kind.HEADING, name=name)

    def _note(self, text: Excerpt, note: Note, number: int) -> Block:
        runs: list[list[Paragraph]] = []
        for side, (own, mark) in enumerate(zip(note.texts, note.marks, strict=True)):
            head = (Run(mark, Style.MARK), Run(" "))
            runs.append([Paragraph(note.id, "", (*head, *note.whole(side)))] if own else [])
        tag = Tag(TagKind.NOTE, "", "", number)
        cells = self._cells(text, runs, Look(tag="", size=_SMALL), 0, tag)
        title = shortened(f"{note.mark} {plain_words(next(filter(None, note.texts)))}")
        depth = 1 + (len(self._texts) > 1)
        before = _APART[Kind.CLAUSE if self._is_stacked(text) else Kind.FOOTNOTE]
        return Block(
            cells, before, name=(Title(text=number, is_note=True, depth=depth, words=title),)
        )

    def _is_stacked(self, text: Excerpt) -> bool:
        """Whether several languages of a text stand one below the other."""
        return len(text.versions) > 1 and len(self._columns.texts) == 1

    def _foot_note(self, key: str) -> Block | None:
        found = self._notes.get(key)
        return self._note(*found) if found else None

    def _cells(
        self,
        text: Excerpt,
        texts: Sequence[Sequence[Paragraph]],
        look: Look,
        indent: int,
        whole: Tag,
    ) -> tuple[Cell, ...]:
        """The paragraphs of each language: side by side where each has a column, else one below
        the other. A dash says that one is missing. `whole` is the tag of them all."""
        tags = [version.tag for version in text.versions]
        distance = leading(tags, look.size)
        columns = self._columns.texts
        out: list[Cell] = []
        below = 0
        for side, (own, tag) in enumerate(zip(texts, tags, strict=True)):
            x, width = columns[side if len(columns) > 1 else 0]
            above = below if len(columns) == 1 else 0
            found: list[Line] = []
            tables: list[Cell] = []
            here = replace(look, tag=tag)
            missing = [Paragraph("", "", (Run("—"),))] if len(texts) > 1 else []
            for paragraph in own or missing:
                here_of = whole._replace(id=paragraph.id, language=tag, side=side)
                if paragraph.table:
                    left = 0 if here.runs_left else indent
                    place = Place(x + left, width - indent, above, distance)
                    cells, end = table_cells(
                        paragraph.runs, paragraph.table, here, place, _tagged, here_of
                    )
                    tables += cells
                else:
                    set_lines = lines(paragraph.numbered, here, width, distance, above, indent)
                    found += [
                        _tagged(line, here_of._replace(line=at)) if own else line
                        for at, line in enumerate(set_lines)
                    ]
                    end = set_lines[-1].bottom
                above = below = end + distance // 4
            out += [Cell(x, found, muted=not own), *tables] if found or not tables else tables
        return tuple(out)

    def _label(self, text: Excerpt, name: str) -> Cell:
        """A label, on the baseline of the first line beside it."""
        x, width = self._columns.label
        distance = leading([version.tag for version in text.versions], _BODY)
        at = At.END if self._columns.label > self._columns.texts[0] else At.START
        found = lines((Run(name),), Look(tag="en", size=_LABEL, at=at), width, distance, _DROP)
        level = [line._replace(top=line.top - _DROP, bottom=line.bottom - _DROP) for line in found]
        return Cell(x, level, muted=True)

    def _running_head(self) -> list[Slice]:
        """The running head of every page but the first: the symbol, and the status of each
        unofficial text, since a page may be torn out."""
        excerpt = self._excerpt
        left, width = self._columns.left, self._columns.width
        distance = leading(["en"], _LABEL)
        name = excerpt.symbol or shortened(excerpt.title)
        trust = [f"{one.name}: {one.short_trust}" for one in excerpt.versions if one.short_trust]
        at_start = Look(tag="en", size=_LABEL)
        at_end = replace(at_start, at=At.END)
        first = lines((Run(name),), at_start, width * 3 // 10, distance)
        last = lines((Run(" · ".join(trust)),), at_end, width * 7 // 10, distance)
        y = TOP - _HEAD - max(first[-1].bottom, last[-1].bottom)
        cells = (
            Cell(left, first, muted=True),
            Cell(left + width - width * 7 // 10, last, muted=True),
        )
        return [Slice(cell, cell.lines, y) for cell in cells]


def _columns(excerpt: Excerpt) -> _Columns:
    # Digits are of one width: "OP12" is as wide as "OP00".
    labels = {_DIGIT.sub("0", entry.label) for entry in excerpt.entries if entry.label}
    wide = max((width_of(found, Look(tag="en", size=_LABEL)) for found in labels), default=0)
    wide = min(wide, _WIDEST_LABEL)
    apart = 100 if labels else 0
    count = len(excerpt.versions)
    if excerpt.arrangement is Arrangement.COLUMNS and count > 1:
        first = _MARGIN + wide + apart
        each = (PAGE[0] - _MARGIN - first - (count - 1) * _GUTTER) // count
        texts = tuple((first + side * (each + _GUTTER), each) for side in range(count))
        if excerpt.versions[0].direction is Direction.RTL:  # the first column stands on the right
            mirrored = tuple((PAGE[0] - x - width, width) for x, width in texts)
            return _Columns(label=(PAGE[0] - _MARGIN - wide, wide), texts=mirrored)
        return _Columns(label=(_MARGIN, wide), texts=texts)
    left = (PAGE[0] - wide - apart - _MEASURE) // 2
    if all(version.direction is Direction.RTL for version in excerpt.versions):
        return _Columns(label=(left + _MEASURE + apart, wide), texts=((left, _MEASURE),))
    return _Columns(label=(left, wide), texts=((left + wide + apart, _MEASURE),))


def _has_feet(text: Excerpt) -> bool:
    return text.notes_at is Notes.FOOT


def _called(text: Excerpt) -> set[str]:
    return {
        note
        for entry in text.entries
        for own in entry.texts
        for paragraph in own
        for note in notes(paragraph.runs)
    }


def _tagged(line: Line, tag: Tag) -> Line:
    """The line with its tag, and with the footnotes that it calls named for the number of their
    text."""
    return line._replace(notes=tuple(f"{tag.text}/{note}" for note in line.notes), tag=tag)
