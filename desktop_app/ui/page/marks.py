"""What tells marked words apart beside their colour: a frame around the current hit, a dotted line
under words that differ, a full one under those of the current finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPen

from desktop_app.ui.page.highlights import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QPainter, QTextCursor, QTextDocument, QTextLine

    from desktop_app.ui.widgets.theme import Theme

_UNDERLINED = {Kind.DIFFERS}
"""The kinds of marked words that have a line under them."""


def paint_sign(
    painter: QPainter,
    document: QTextDocument,
    place: QPointF,
    words: QTextCursor,
    kind: Kind,
    current: bool,
    theme: Theme,
) -> None:
    """Draws the sign of marked words of a laid out cell that stands at a place."""
    if kind in _UNDERLINED:
        style = Qt.PenStyle.SolidLine if current else Qt.PenStyle.DotLine
        painter.setPen(QPen(theme.finding_mark, 1, style))
        for rect in word_rects(document, words):
            rect.translate(place)
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    elif current:
        painter.setPen(QPen(theme.text, 1))
        for rect in word_rects(document, words):
            rect.translate(place)
            painter.drawRect(rect.adjusted(-0.5, 0.5, 0.5, -0.5))


def word_rects(document: QTextDocument, words: QTextCursor) -> Iterator[QRectF]:
    """Where words of one paragraph stand in a laid out document: a rectangle on each line, as high
    as the letters."""
    block = document.findBlock(words.selectionStart())
    corner = document.documentLayout().blockBoundingRect(block).topLeft()
    start = words.selectionStart() - block.position()
    end = words.selectionEnd() - block.position()
    layout = block.layout()
    ascent = QFontMetricsF(document.defaultFont()).ascent()  # that of the line has its leading too
    number = layout.lineForTextPosition(start).lineNumber()
    while 0 <= number < layout.lineCount():
        line = layout.lineAt(number)
        if line.textStart() >= end:
            return
        first, last = max(start, line.textStart()), min(end, _end(line))
        while last > first and document.characterAt(block.position() + last - 1).isspace():
            last -= 1  # at the end of the line, where nothing is seen
        edges = sorted((_x(line, first), _x(line, last)))
        top = line.y() + line.ascent() - ascent
        rect = QRectF(edges[0], top, edges[1] - edges[0], ascent + line.descent())
        yield rect.translated(corner)
        number += 1


def _end(line: QTextLine) -> int:
    return line.textStart() + line.textLength()


def _x(line: QTextLine, position: int) -> float:
    x: object = line.cursorToX(position)  # with the position that it took, unlike the stub says
    return float(x[0]) if isinstance(x, tuple) else float(str(x))
