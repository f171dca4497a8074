"""Documents printed by Qt's own text documents in the layout of the United Nations: no glyph of
these says more than Qt has it say."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import NamedTuple, cast

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextLine,
    QTextOption,
)

from desktop_app.export.formats.pdf.design import POINT
from desktop_app.export.formats.pdf.document import _be_ready as be_ready
from desktop_app.export.formats.pdf.pages import Block as Set
from desktop_app.export.formats.pdf.pages import Cell, Frame, Line, Page, pages
from desktop_app.reading.blocks import Block, BlockKind
from desktop_app.reading.structure.body import with_number
from desktop_app.resolution import tables
from desktop_app.resolution.model import Run, Runs, Style
from tests.support.pdf.press import WIDE

_LEFT, _MASTHEAD, _RIGHT = 115, 55, 390
_TOP, _BOTTOM = 95, 740
_SIZE, _SMALL, _LARGE = 10.0, 8.5, 14.0
_INDENT = 24
_GUTTER = 30
_CALL = "#000001"
"""The colour of the mark of a note."""
_FAMILIES = {"zh": ["DejaVu Sans", "Noto Sans CJK SC"], "ar": ["DejaVu Sans"]}


class _Drawn(NamedTuple):
    """A line of a text document, which has to live as long."""

    line: QTextLine
    document: QTextDocument


@dataclass(frozen=True, kw_only=True)
class QtPress:
    """Prints blocks. `head` stands on every page but the first."""

    language: str = "en"
    width: int = WIDE
    head: Sequence[str] = ()
    bottom: int = _BOTTOM
    kept: list[QTextDocument] = field(default_factory=list)

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
            gap=6 * POINT,
            rule=70 * POINT,
        )
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setResolution(72)
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageMargins(QMarginsF(0, 0, 0, 0))
        painter = QPainter(writer)
        for number, page in enumerate(pages(rows, lambda id: self._note(id, notes), frame)):
            if number:
                writer.newPage()
            self._paint(painter, page, number)
        painter.end()
        del painter, writer
        return bytes(buffer.data().data())

    def _paint(self, painter: QPainter, page: Page, number: int) -> None:
        for found in page.slices:
            for line in found.lines:
                drawn = cast(_Drawn, line.content).line
                place = QPointF(found.cell.x / POINT, (found.y + line.top) / POINT)
                drawn.draw(painter, place - QPointF(0, drawn.y()))
        painter.setFont(self._font(_SIZE))
        for rule in page.rules:
            left, right = (
                QPointF(rule.x, rule.y) / POINT,
                QPointF(rule.x + rule.length, rule.y) / POINT,
            )
            painter.drawLine(left, right)
        texts = list(self.head) if number else ["20-16954 (E) 160920"]
        for at, text in enumerate(texts):
            painter.drawText(QPointF(_MASTHEAD, 50 + 11 * at if number else 790), text)
        if number:
            painter.drawText(QPointF(_MASTHEAD, 790), f"{number + 1}/9 20-16954")

    def _font(self, size: float) -> QFont:
        # Of Latin letters in Chinese fonts Qt says that they are control characters.
        font = QFont()
        font.setFamilies(_FAMILIES.get(self.language, ["DejaVu Serif"]))
        font.setPixelSize(round(size))  # a pixel is a point
        return font

    def _masthead(self, blocks: Sequence[Block]) -> Iterator[Set]:
        """The first two blocks beside each other, the others one below the other."""
        left, right = _MASTHEAD * POINT, _RIGHT * POINT
        if self.language == "ar":
            left, right = right - 100 * POINT, left
        first, second = (self._lines(block.runs, 150, _SIZE) for block in blocks[:2])
        yield Set((Cell(left, first), Cell(right, second)))
        for block in blocks[2:]:
            is_title = block.kind is BlockKind.HEADING
            size = _LARGE if is_title else _SIZE
            found = self._lines(block.runs, 320, size, bold=is_title)
            yield Set((Cell(left if self.language != "ar" else 250 * POINT, found),), 6 * POINT)

    def _rows(self, block: Block) -> list[Set]:
        if block.kind is BlockKind.TABLE:
            return self._table(block)
        runs = with_number(block)
        is_heading = block.kind is BlockKind.HEADING
        if is_heading:
            found = self._lines(runs, self.width, _SIZE + 2, bold=True)
        elif "\n" in block.text:
            found = self._lines(runs, self.width, _SIZE, at=Qt.AlignmentFlag.AlignTrailing)
        elif "\t" in block.text and self.language != "zh":
            runs = tuple(run._replace(text=run.text.replace("\t", "\n")) for run in runs)
            found = self._lines(runs, self.width, _SIZE, at=Qt.AlignmentFlag.AlignHCenter)
        else:
            found = self._lines(runs, self.width, _SIZE, indent=_INDENT)
        return [Set((Cell(_LEFT * POINT, found),), 6 * POINT, keep=is_heading)]

    def _table(self, block: Block) -> list[Set]:
        rows = tables.printed_rows(block.runs)
        each = self.width // len(rows[0])
        lefts = [(_LEFT + each * at) * POINT for at in range(len(rows[0]))]
        if self.language == "ar":
            lefts.reverse()
        return [
            Set(
                tuple(
                    Cell(left, self._lines(cell, each - _GUTTER, _SIZE))
                    for left, cell in zip(lefts, row, strict=True)
                ),
                6 * POINT,
                keep=row is not rows[-1],
            )
            for row in rows
        ]

    def _note(self, id: str, notes: dict[str, Runs]) -> Set | None:
        if id not in notes:
            return None
        whole = (Run(id, Style.MARK), Run(" "), *notes[id])
        lines = self._lines(whole, self.width, _SMALL)
        return Set((Cell(_LEFT * POINT, [line._replace(notes=()) for line in lines]),))

    def _lines(
        self,
        runs: Runs,
        width: int,
        size: float,
        *,
        bold: bool = False,
        at: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading,
        indent: int = 0,
    ) -> list[Line]:
        """The lines of a paragraph, set by a text document of its own."""
        document = QTextDocument()
        self.kept.append(document)
        option = QTextOption(at)
        if self.language == "ar":
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        document.setDefaultTextOption(option)
        document.setDefaultFont(self._font(size))
        document.setDocumentMargin(0)
        weight = "bold" if bold else "normal"
        words = "".join(self._run(run) for run in runs)
        style = f"font-weight:{weight}; text-indent:{indent}px"
        document.setHtml(f'<p style="{style}">{words}</p>')
        document.setTextWidth(width)
        _set_solid(document, size)
        layout: QAbstractTextDocumentLayout = document.documentLayout()
        layout.documentSize()  # which lays the text out
        out: list[Line] = []
        block = document.begin()
        while block.isValid():
            for number in range(block.layout().lineCount()):
                line = block.layout().lineAt(number)
                top = out[-1].bottom if out else 0
                height = round(line.height() * POINT)
                called = tuple(_calls(block, line))
                out.append(Line(top, top + height, called, _Drawn(line, document)))
            block = block.next()
        return out

    def _run(self, run: Run) -> str:
        text = escape(run.text).replace("\n", "<br>")
        match run.style:
            case Style.MARK:
                return f'<sup><span style="color:{_CALL}">{text}</span></sup>'
            case Style.SUPERSCRIPT:
                return f"<sup>{text}</sup>"
            case Style.EMPHASIS:
                tag = "b" if self.language in ("zh", "ar") else "i"
                return f"<{tag}>{text}</{tag}>"
        return text


def _set_solid(document: QTextDocument, size: float) -> None:
    """One distance of lines, whatever stands raised in them."""
    form = QTextBlockFormat()
    form.setLineHeight(1.35 * size, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(form)


def _calls(block: QTextBlock, line: QTextLine) -> Iterator[str]:
    """The marks of notes in a line."""
    own = range(line.textStart(), line.textStart() + line.textLength())
    found = block.begin()
    while not found.atEnd():
        piece = found.fragment()
        is_call = piece.charFormat().foreground().color().name() == _CALL
        if is_call and piece.position() - block.position() in own:
            yield piece.text()
        found += 1
