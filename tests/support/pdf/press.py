"""Documents printed as the United Nations prints them: a masthead in two columns, heads and feet,
job number and bar code, footnotes below a line of underscores, each on the page that calls it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from desktop_app.export.formats.pdf.design import POINT
from desktop_app.export.formats.pdf.document import _be_ready as be_ready
from desktop_app.export.formats.pdf.file import About, finished
from desktop_app.export.formats.pdf.glyph_text import DrawnGlyphs
from desktop_app.export.formats.pdf.pages import Block as Set
from desktop_app.export.formats.pdf.pages import Cell, Frame, Line, Slice, pages
from desktop_app.export.formats.pdf.typesetting import At, Look, draw, leading, lines
from desktop_app.reading.blocks import Block, BlockKind
from desktop_app.reading.structure.body import with_number
from desktop_app.resolution import runs as styled
from desktop_app.resolution import tables
from desktop_app.resolution.model import Run, Runs, Style, words

WIDE, NARROW = 370, 250
"""Points: the column of the official pages, and a narrower one."""
_LEFT, _MASTHEAD, _RIGHT = 115, 55, 390
_TOP, _BOTTOM = 95, 740
_SIZE, _SMALL, _LARGE = 10, 8.5, 14
_INDENT = "\u00a0" * 8
_GUTTER = 40
"""Points between two columns of a table."""


@dataclass(frozen=True, kw_only=True)
class Press:
    """Prints blocks. `head` stands on every page but the first, `foot` with the page for %1."""

    tag: str = "en"
    width: int = WIDE
    head: Sequence[str] = ()
    foot: str = "%1/9 20-16954"
    job: str = "20-16954 (E) 160920"
    gap: int = 6
    bottom: int = _BOTTOM

    def printed(self, blocks: Sequence[Block], body: int) -> bytes:
        """The blocks as a PDF; those before number `body` are the masthead."""
        be_ready()
        notes = {block.number: block.runs for block in blocks if block.kind is BlockKind.NOTE}
        text = [block for block in blocks if block.kind is not BlockKind.NOTE]
        rows = [*self._masthead(text[:body])]
        for block in text[body:]:
            rows += self._rows(block)
        frame = Frame(
            left=_LEFT * POINT,
            top=_TOP * POINT,
            bottom=self.bottom * POINT,
            least=20 * POINT,
            gap=8 * POINT,
            rule=70 * POINT,
        )
        set_pages = [*pages(rows, lambda id: self._note(id, notes), frame)]
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setResolution(72 * POINT)
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageMargins(QMarginsF(0, 0, 0, 0))
        painter, drawn = QPainter(writer), DrawnGlyphs()
        for number, page in enumerate(set_pages, 1):
            if number > 1:
                writer.newPage()
            drawn.begin_page()
            draw(painter, page.slices, drawn)
            for rule in page.rules:
                self._words(painter, drawn, "_" * 18, rule.x / POINT, rule.y / POINT - 8, _SMALL)
            self._furniture(painter, drawn, number)
        painter.end()
        data = bytes(buffer.data().data())
        about = About(
            title="", author="", subject="", keywords="", languages=(self.tag,), creator=""
        )
        return finished(data, drawn.pages(), None, (), (), about, lambda share: None)

    def _furniture(self, painter: QPainter, drawn: DrawnGlyphs, number: int) -> None:
        if number == 1:
            self._words(painter, drawn, self.job, _MASTHEAD, 770, _SIZE)
            self._words(painter, drawn, "*2016954*", _MASTHEAD, 784, _SIZE)
            return
        for place, line in enumerate(self.head):
            self._words(painter, drawn, line, _MASTHEAD, 50 + 10 * place, _SMALL)
        self._words(painter, drawn, self.foot.replace("%1", str(number)), _MASTHEAD, 784, _SIZE)

    def _words(
        self, painter: QPainter, drawn: DrawnGlyphs, text: str, x: float, y: float, size: float
    ) -> None:
        found = lines(
            (Run(text),), Look(tag="en", size=round(size * POINT)), 450 * POINT, 12 * POINT
        )
        draw(painter, [Slice(Cell(round(x * POINT), found), found, round(y * POINT))], drawn)

    def _masthead(self, blocks: Sequence[Block]) -> list[Set]:
        """Two blocks beside each other, if the second is no heading, the others one below the
        other."""
        out: list[Set] = []
        rtl = self._look(_SIZE).runs_left
        sides = (_RIGHT - 100, _MASTHEAD) if rtl else (_MASTHEAD, _RIGHT)
        for place, block in enumerate(blocks):
            large = _LARGE if block.kind is BlockKind.HEADING else _SIZE
            found = self._paragraph(block.runs, 250, large, bold=large > _SIZE)
            if place == 1 and block.kind is not BlockKind.HEADING:
                last = out.pop()
                out.append(last._replace(cells=(*last.cells, Cell(sides[1] * POINT, found))))
            else:
                out.append(Set((Cell(sides[0] * POINT, found),), self.gap * POINT))
        return out

    def _rows(self, block: Block) -> list[Set]:
        """A block; a table row by row, its cells side by side."""
        if block.kind is not BlockKind.TABLE:
            return [self._row(block)]
        rows = tables.printed_rows(block.runs)
        columns = [max(map(_room, column)) for column in zip(*rows, strict=True)]
        if self._look(_SIZE).runs_left:
            rows = tuple(row[::-1] for row in rows)
            columns.reverse()
        lefts = [*accumulate(columns, initial=_LEFT * POINT)]
        gap = self.gap * POINT
        return [
            Set(
                tuple(
                    Cell(left, self._paragraph(cell, self.width, _SIZE))
                    for left, cell in zip(lefts, row, strict=False)
                ),
                gap,
                keep=row is not rows[-1],
            )
            for row in rows
        ]

    def _row(self, block: Block) -> Set:
        heading = block.kind is BlockKind.HEADING
        runs = with_number(block)
        closing = "\n" in block.text
        if "\t" in block.text and self._look(_SIZE).runs_left:
            # The number of an article stands above its heading.
            broken = (run._replace(text=run.text.replace("\t", "\n")) for run in runs)
            found = self._paragraph(tuple(broken), self.width, _SIZE, at=At.MIDDLE)
        elif closing:
            found = self._paragraph(runs, self.width, _SIZE, at=At.END)
        elif heading:
            found = self._paragraph(runs, self.width, _SIZE + 2, bold=True)
        else:
            found = self._lines((Run(_INDENT), *runs), self.width, _SIZE)
        return Set((Cell(_LEFT * POINT, found),), self.gap * POINT, keep=heading)

    def _note(self, id: str, notes: dict[str, Runs]) -> Set | None:
        if id not in notes:
            return None
        whole = (Run(id, Style.MARK), Run(" "), *notes[id])
        found = self._lines(whole, self.width, _SMALL)
        return Set((Cell(_LEFT * POINT, [line._replace(notes=()) for line in found]),))

    def _paragraph(
        self, runs: Runs, width: int, size: float, bold: bool = False, at: At = At.START
    ) -> list[Line]:
        out: list[Line] = []
        for line in styled.lines(runs):
            above = out[-1].bottom if out else 0
            out += self._lines(line, width, size, bold, at, above)
        return out

    def _lines(
        self,
        runs: Runs,
        width: int,
        size: float,
        bold: bool = False,
        at: At = At.START,
        above: int = 0,
    ) -> list[Line]:
        look = self._look(size, bold, at)
        called = tuple(
            run._replace(note=run.text) if run.style is Style.MARK else run for run in runs
        )
        return lines(called, look, width * POINT, leading([self.tag], look.size), above)

    def _look(self, size: float, bold: bool = False, at: At = At.START) -> Look:
        return Look(tag=self.tag, size=round(size * POINT), bold=bold, at=at)


def _room(cell: Runs) -> int:
    """The width of a column for a cell."""
    signs = max(len(line) for line in words(cell).split("\n"))
    return (signs * _SIZE + _GUTTER) * POINT
