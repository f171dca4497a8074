"""An excerpt as a PDF, the page as it is read on paper: set by Qt, finished by pypdf."""

import os
import re
import sys
from collections.abc import Hashable, Iterator, Sequence, Set
from typing import NamedTuple, cast

from PySide6.QtCore import QBuffer, QIODevice, QLineF, QMarginsF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QImage,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)

from desktop_app import __version__
from desktop_app.common.messages import Message
from desktop_app.export.excerpt.excerpt import Entry, Excerpt
from desktop_app.export.excerpt.footnotes import Note
from desktop_app.export.excerpt.options import Arrangement, ExportError, Notes, Progress, silent
from desktop_app.export.formats.pdf.file import About, Bookmark, Linked, finished
from desktop_app.export.formats.pdf.glyph_words import MismatchError, Words
from desktop_app.export.formats.pdf.pages import Block, Cell, Frame, Line, Page, Slice, pages
from desktop_app.export.formats.pdf.setting import (
    POINT,
    Look,
    draw,
    extent,
    leading,
    lines,
    width_of,
)
from desktop_app.export.shared.xml_text import check
from desktop_app.resolution.model import Part, PartKind, Run, Runs, Style, notes, words

PAGE = (5950, 8420)
"""Width and height of A4 in units, tenths of a point."""
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
_APART = {"line": 25, "heading": 170, "clause": 75, "note": 25}
"""The space above an entry of a kind; the first line after something else has that of a clause."""
_RULE, _THICKNESS, _GAP = 600, 5, 60
"""The length of the line above notes, the strength of lines, the space above and below it."""
_RULED = QColor(128, 128, 128)
_LONGEST = 60
"""Characters of a bookmark."""
_DIGIT = re.compile(r"\d")
_LINES = {"head": "Masthead", "closing": "Closing lines"}
_PARTS = {PartKind.PREAMBLE: "Preamble", PartKind.OPERATIVE: "Operative part"}
"""What parts are called that have no heading of their own."""


def render(excerpt: Excerpt, progress: Progress = silent) -> bytes:
    """A PDF with its fonts, bookmarks, and words that can be searched and copied.

    Raises ExportError for a character that cannot be printed.
    """
    check(excerpt, "PDF")
    _be_ready()
    try:
        return _rendered(excerpt, progress)
    except MismatchError as error:
        words = " ".join(str(error).split())
        if words:
            said = Message(
                "With the fonts of this computer “%1” cannot be put into a PDF so that it can be "
                "copied; choose another format.",
                (_shortened(words),),
            )
        else:
            said = Message(
                "The fonts of this computer cannot be put into a PDF so that its words can be "
                "copied; choose another format."
            )
        raise ExportError(said) from error


def _rendered(excerpt: Excerpt, progress: Progress) -> bytes:
    design = _Design(excerpt)
    count = 0
    for _ in design.pages():  # laid out twice, for each page tells how many there are
        count += 1
        progress(0.2 * design.share)
    said = Words()
    marks: list[_Marked] = []
    links: list[Linked] = []
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(72 * POINT)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    try:
        for number, page in enumerate(design.pages()):
            if number:
                writer.newPage()
            said.begin_page()
            design.paint(painter, page, number, count, said)
            links += _links(page, number)
            for start in page.starts:
                found = cast(tuple[_Mark, ...], start.name)
                marks += [_Marked(mark, number, start.y) for mark in found]
            progress(0.2 + 0.4 * number / count)
    except MismatchError:
        _refuse(said.missing)  # which is the better reason
        raise
    finally:
        painter.end()
    del painter, writer, design  # the file is whole only then
    _refuse(said.missing)
    data = bytes(buffer.data().data())
    buffer.close()
    buffer.setData(b"")  # which may be as large as all else
    return finished(
        data,
        said.pages(),
        _bookmarks(marks),
        links,
        _about(excerpt),
        lambda share: progress(0.6 + 0.4 * share),
    )


def preview(excerpt: Excerpt, width: int) -> QImage:
    """The first page, so many pixels wide. In the window only, or with Qt ready otherwise.

    Raises ExportError as `render` does, for what is on this page.
    """
    check(excerpt, "PDF")
    design = _Design(excerpt)
    image = QImage(QSize(width, width * PAGE[1] // PAGE[0]), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    said = Words()
    said.begin_page()
    painter = QPainter(image)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(width / PAGE[0], width / PAGE[0])
        design.paint(painter, next(design.pages()), 0, 0, said)
    finally:
        painter.end()
    _refuse(said.missing)
    return image


def _refuse(missing: Set[str]) -> None:
    """Raises ExportError where there are characters that no font has."""
    if missing:
        character = min(missing)[0]
        raise ExportError(
            Message(
                "No font on this computer has the character %1 (%2); install one that has it, "
                "such as Noto, or choose another format.",
                (character, f"U+{ord(character):04X}"),
            )
        )


_application: QGuiApplication | None = None


def _be_ready() -> None:
    """Starts as much of Qt as fonts need, where no window has."""
    global _application
    if QGuiApplication.instance() is None:
        if sys.platform.startswith("linux"):  # elsewhere fonts need the real one, which is there
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _application = QGuiApplication([])


# What the pages hold


class _Mark(NamedTuple):
    """A bookmark before it is known where it leads. `text` is the number of the text that it
    belongs to; the notes stand after all else of it."""

    text: int
    is_note: bool
    depth: int
    title: str


class _Marked(NamedTuple):
    mark: _Mark
    page: int
    y: int


class _Columns(NamedTuple):
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


class _Design:
    """An excerpt as blocks on pages."""

    def __init__(self, excerpt: Excerpt) -> None:
        self._excerpt = excerpt
        self._texts = excerpt.blocks()
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
        """All pages; each is set when it is asked for."""
        left, _ = self._columns.rule
        frame = Frame(left, TOP, BOTTOM, (BOTTOM - TOP) // 3, _GAP, _RULE)
        return pages(self._blocks(), self._foot_note, frame)

    def paint(self, painter: QPainter, page: Page, number: int, count: int, said: Words) -> None:
        """Draws a page, of which the first has the number 0; of how many is left out for 0."""
        if number:
            draw(painter, self._head, said)
        draw(painter, page.slices, said)
        text = f"{number + 1} / {count}" if count else f"{number + 1}"
        look = Look("en", _SMALL, at="middle")
        found = lines((Run(text),), look, PAGE[0], leading(["en"], _SMALL))
        draw(painter, [Slice(Cell(0, found, muted=True), found, _NUMBER)], said)
        painter.setPen(QPen(_RULED, _THICKNESS))
        for rule in page.rules:
            painter.drawLine(QLineF(rule.x, rule.y, rule.x + rule.length, rule.y))

    def _blocks(self) -> Iterator[Block]:
        """What stands on the pages, from the first to the last."""
        yield from self._front()
        whole = sum(len(text.entries) for text in self._texts)
        done = 0
        for number, text in enumerate(self._texts):
            marks = _Marks(text, number, len(self._texts) > 1)
            if len(self._texts) > 1:
                name = text.versions[0].name
                yield self._line(name, Look("en", _BODY, bold=True), 260, name=marks.of_text())
            kind = "line"
            for entry in text.entries:
                yield self._entry(text, number, entry, marks.of_entry(entry), kind)
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
        """What the document is, and how far each of its texts can be trusted."""
        excerpt = self._excerpt
        if excerpt.symbol:
            yield self._line(excerpt.symbol, Look("en", _BODY, bold=True))
        titles = [version for version in excerpt.versions if version.title]
        for version in titles:
            yield self._line(version.title, Look(version.tag, _TITLE, bold=True), 60)
        if not titles and not excerpt.symbol:
            yield self._line(excerpt.title, Look("en", _TITLE, bold=True))
        small = Look("en", _SMALL)
        if excerpt.citation:
            cited = small._replace(tag=excerpt.cited_in)
            yield self._line(excerpt.citation, cited, 120, muted=True)
        for version in excerpt.versions:
            yield self._line(f"{version.name}: {version.trust}", small, 30, muted=True)
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
        """A paragraph as wide as all columns, which stands above others."""
        found = lines((Run(text),), look, self._columns.width, leading([look.tag], look.size))
        return Block((Cell(self._columns.left, found, muted, link),), before, True, name=name)

    def _entry(self, text: Excerpt, number: int, entry: Entry, name: Hashable, after: str) -> Block:
        """An entry that stands after one of a kind."""
        heading = entry.kind == "heading" or entry.is_title
        runs = [[paragraph.numbered for paragraph in own] for own in entry.texts]
        indent = min(entry.depth, _MOST_STEPS) * _STEP
        cells = self._cells(text, runs, Look("", _BODY, heading), indent, number)
        if entry.label:
            cells = (self._label(text, entry.label), *cells)
        before = _APART["heading" if heading else entry.kind]
        if entry.kind != after or self._is_stacked(text):
            before = max(before, _APART["clause"])
        return Block(cells, before, entry.kind == "heading", name=name)

    def _note(self, text: Excerpt, note: Note, number: int) -> Block:
        runs: list[list[Runs]] = []
        for side, (own, mark) in enumerate(zip(note.texts, note.marks, strict=True)):
            head = (Run(mark, Style.MARK), Run(" "))
            runs.append([(*head, *note.whole(side))] if own else [])
        cells = self._cells(text, runs, Look("", _SMALL), 0, number)
        title = _shortened(f"{note.mark} {words(next(filter(None, note.texts)))}")
        depth = 1 + (len(self._texts) > 1)
        before = _APART["clause" if self._is_stacked(text) else "note"]
        return Block(cells, before, name=(_Mark(number, True, depth, title),))

    def _is_stacked(self, text: Excerpt) -> bool:
        """Whether several languages of a text stand one below the other."""
        return len(text.versions) > 1 and len(self._columns.texts) == 1

    def _foot_note(self, key: str) -> Block | None:
        found = self._notes.get(key)
        return self._note(*found) if found else None

    def _cells(
        self,
        text: Excerpt,
        texts: Sequence[Sequence[Runs]],
        look: Look,
        indent: int,
        number: int,
    ) -> tuple[Cell, ...]:
        """The paragraphs of each language: side by side where each has a column, else one below
        the other. A dash says that one is missing."""
        tags = [version.tag for version in text.versions]
        distance = leading(tags, look.size)
        columns = self._columns.texts
        out: list[Cell] = []
        below = 0
        for side, (own, tag) in enumerate(zip(texts, tags, strict=True)):
            x, width = columns[side if len(columns) > 1 else 0]
            above = below if len(columns) == 1 else 0
            found: list[Line] = []
            for runs in own or ([(Run("—"),)] if len(texts) > 1 else []):
                above = found[-1].bottom + distance // 4 if found else above
                set_lines = lines(runs, look._replace(tag=tag), width, distance, above, indent)
                found += [_numbered(line, number) for line in set_lines]
            out.append(Cell(x, found, muted=not own))
            below = found[-1].bottom + distance // 4 if found else below
        return tuple(out)

    def _label(self, text: Excerpt, name: str) -> Cell:
        """A label, on the baseline of the first line beside it."""
        x, width = self._columns.label
        distance = leading([version.tag for version in text.versions], _BODY)
        at = "end" if self._columns.label > self._columns.texts[0] else "start"
        found = lines((Run(name),), Look("en", _LABEL, at=at), width, distance, _DROP)
        level = [line._replace(top=line.top - _DROP, bottom=line.bottom - _DROP) for line in found]
        return Cell(x, level, muted=True)

    def _running_head(self) -> list[Slice]:
        """What stands above every page but the first, which may be torn out: the symbol, and of
        what is not official what it is."""
        excerpt = self._excerpt
        left, width = self._columns.left, self._columns.width
        distance = leading(["en"], _LABEL)
        name = excerpt.symbol or _shortened(excerpt.title)
        said = [f"{one.name}: {one.short_trust}" for one in excerpt.versions if one.short_trust]
        own = lines((Run(name),), Look("en", _LABEL), width * 3 // 10, distance)
        other = lines(
            (Run(" · ".join(said)),), Look("en", _LABEL, at="end"), width * 7 // 10, distance
        )
        y = TOP - _HEAD - max(own[-1].bottom, other[-1].bottom)
        cells = (Cell(left, own, True), Cell(left + width - width * 7 // 10, other, True))
        return [Slice(cell, cell.lines, y) for cell in cells]


class _Marks:
    """The bookmarks of a text: its parts, and below each its clauses."""

    def __init__(self, text: Excerpt, number: int, is_one_of_many: bool) -> None:
        self._text = text
        self._number = number
        self._depth = int(is_one_of_many)
        self._part = ""
        self._parts: dict[str, Part] = {}
        for version in text.texts:
            for part in version.parts:
                self._parts.setdefault(part.id, part)
                self._parts.update((clause.id, part) for clause in part.walk())

    def of_text(self) -> tuple[_Mark, ...]:
        return (_Mark(self._number, False, 0, self._text.versions[0].name),)

    def of_entry(self, entry: Entry) -> tuple[_Mark, ...] | None:
        """What begins with an entry: the part that it is the first of, and a clause."""
        first = next(paragraph for own in entry.texts for paragraph in own)
        part = self._part_of(first.id)
        out: list[_Mark] = []
        if part != self._part:
            self._part = part
            out.append(_Mark(self._number, False, self._depth, part))
        if entry.label:
            title = _shortened(f"{entry.label} {words(first.runs)}")
            depth = self._depth + 1 + entry.depth
            out.append(_Mark(self._number, False, depth, title))
        return tuple(out) or None

    def _part_of(self, id: str) -> str:
        """The name of the part that a line, heading or clause belongs to."""
        place = id.partition(".")[0]
        if place in _LINES:
            return _LINES[place]
        part = self._parts.get(id)
        if part is None:
            return self._part
        heading = _shortened(words(part.heading))
        stem = part.id.rstrip("0123456789")
        return _PARTS.get(part.kind) or heading or f"{stem.title()} {part.id[len(stem) :]}".rstrip()


def _bookmarks(marks: Sequence[_Marked]) -> list[Bookmark]:
    """The contents of the file: text by text what it holds, and then its notes."""
    out: list[Bookmark] = []
    before = None
    for mark, page, y in sorted(marks, key=lambda found: found.mark[:2]):
        place = (page, (PAGE[1] - y) / POINT)
        if mark.is_note and before != mark.text:
            before = mark.text
            out.append(Bookmark(mark.depth - 1, "Footnotes", *place))
        # A clause may stand deeper than the one before by more than one step.
        depth = min(mark.depth, out[-1].depth + 1) if out else 0
        out.append(Bookmark(depth, mark.title, *place))
    return out


def _links(page: Page, number: int) -> Iterator[Linked]:
    for found in page.slices:
        for line in found.lines if found.cell.link else ():
            left, right = ((found.cell.x + place) / POINT for place in extent(line))
            bottom, top = ((PAGE[1] - found.y - y) / POINT for y in (line.bottom, line.top))
            yield Linked(number, left, bottom, right, top, found.cell.link)


def _columns(excerpt: Excerpt) -> _Columns:
    # Digits are of one width: "OP12" is as wide as "OP00".
    labels = {_DIGIT.sub("0", entry.label) for entry in excerpt.entries if entry.label}
    wide = max((width_of(found, Look("en", _LABEL)) for found in labels), default=0)
    wide = min(wide, _WIDEST_LABEL)
    apart = 100 if labels else 0
    count = len(excerpt.versions)
    if excerpt.arrangement is Arrangement.COLUMNS and count > 1:
        first = _MARGIN + wide + apart
        each = (PAGE[0] - _MARGIN - first - (count - 1) * _GUTTER) // count
        texts = tuple((first + side * (each + _GUTTER), each) for side in range(count))
        if excerpt.versions[0].direction == "rtl":  # the first column stands on the right
            mirrored = tuple((PAGE[0] - x - width, width) for x, width in texts)
            return _Columns((PAGE[0] - _MARGIN - wide, wide), mirrored)
        return _Columns((_MARGIN, wide), texts)
    left = (PAGE[0] - wide - apart - _MEASURE) // 2
    if all(version.direction == "rtl" for version in excerpt.versions):
        return _Columns((left + _MEASURE + apart, wide), ((left, _MEASURE),))
    return _Columns((left, wide), ((left + wide + apart, _MEASURE),))


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


def _numbered(line: Line, number: int) -> Line:
    """A line that calls the notes of the text of a number."""
    if not line.notes:
        return line
    return line._replace(notes=tuple(f"{number}/{note}" for note in line.notes))


def _shortened(text: str) -> str:
    """The beginning of a text, on one line."""
    one = " ".join(text[: 4 * _LONGEST].split())
    return one if len(one) <= _LONGEST else one[:_LONGEST].rstrip() + "…"


def _about(excerpt: Excerpt) -> About:
    return About(
        title=" ".join(excerpt.name.split()),
        # The organ has written the official text, and no other.
        author="" if excerpt.versions[0].short_trust else excerpt.texts[0].masthead.organ,
        # What the texts are too: programs show this where they do not show a page.
        subject=" · ".join(
            filter(
                None,
                [
                    " ".join(excerpt.citation.split()),
                    *(f"{version.name}: {version.trust}" for version in excerpt.versions),
                ],
            )
        ),
        keywords=excerpt.symbol,
        languages=tuple(version.tag for version in excerpt.versions),
        creator=f"Resolution Reader {__version__}",
    )
