"""Conversion between positions in a text and points or cursors in its laid-out cell.

A laid-out paragraph includes footnote marks, and Qt counts UTF-16 units. Positions in a text count
characters without marks.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QTextCursor, QTextLine

from desktop_app.resolution.model import Runs, Style, words
from desktop_app.ui.page.cells.typesetting import mark_as_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QTextBlock, QTextDocument

    from desktop_app.ui.page.cells.typesetting import CellDocument
    from desktop_app.ui.page.nodes import Paragraph

_KEEP = QTextCursor.MoveMode.KeepAnchor
_MANY = 100
"""Above this many runs in a paragraph, their counts are cached."""


class LineRect(NamedTuple):
    """Words on one line: a rectangle of the line's height, one of the letters' height, and the y
    of the baseline."""

    line: QRectF
    letters: QRectF
    base: float


def cursors_over(
    document: CellDocument,
    paragraphs: Sequence[Paragraph],
    paragraph: int,
    start: int,
    end: int,
    to_edges: bool = False,
) -> list[QTextCursor]:
    """Cursors over the words from `start` to `end` of one paragraph, as shown: one, and in a table
    one in each cell. With `to_edges` they include footnote marks at the start or end of the
    paragraph."""
    runs = paragraphs[paragraph].runs
    length = len(words(runs))
    pieces = [(start, end)]
    if paragraph in document.cells:
        pieces = _in_cells(words(runs), start, end)
    out: list[QTextCursor] = []
    for place, (first, last) in enumerate(pieces):
        # What a table's words go on from and to includes the marks of its cells.
        from_edge = place > 0 or (to_edges and start == 0)
        to_edge = place < len(pieces) - 1 or (to_edges and end == length)
        cursor = QTextCursor(document)
        offsets = (
            _offset(runs, first, after_mark=not from_edge),
            _offset(runs, last, after_mark=to_edge),
        )
        cursor.setPosition(document.position(paragraph, offsets[0]))
        cursor.setPosition(document.position(paragraph, offsets[1]), _KEEP)
        out.append(cursor)
    return out


def _in_cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a stretch of a table's words that stand in each of its cells."""
    pieces: list[tuple[int, int]] = []
    for found in re.finditer(r"[\t\n]", text[start:end]):
        pieces.append((pieces[-1][1] + 1 if pieces else start, start + found.start()))
    return [*pieces, (pieces[-1][1] + 1 if pieces else start, end)]


def point_at(
    document: CellDocument, paragraphs: Sequence[Paragraph], point: QPointF, on_character: bool
) -> tuple[int, int]:
    """The index of the paragraph and the position in its words nearest to a point of a laid-out
    cell; with `on_character`, the position before the character at the point, not at its nearer
    side."""
    layout = document.documentLayout()
    position = layout.hitTest(point, Qt.HitTestAccuracy.FuzzyHit)
    if on_character:
        block = document.findBlock(position)
        corner = layout.blockBoundingRect(block).topLeft()
        line = _line_at(block, point.y() - corner.y())
        edge = QTextLine.CursorPosition.CursorOnCharacter
        position = block.position() + line.xToCursor(point.x() - corner.x(), edge)
    number, offset = document.place(position)
    return number, _position(paragraphs[number].runs, offset)


def _line_at(block: QTextBlock, height: float) -> QTextLine:
    lines = block.layout()
    inside = (
        lines.lineAt(number)
        for number in range(lines.lineCount())
        if height < lines.lineAt(number).y() + lines.lineAt(number).height()
    )
    return next(inside, lines.lineAt(lines.lineCount() - 1))


def _position(runs: Runs, offset: int) -> int:
    """The position in the words for an offset in the laid-out paragraph."""
    position = 0
    for run in runs:
        units = _units(mark_as_set(run.text)) if run.style is Style.MARK else _units(run.text)
        if offset < units:
            if run.style is Style.MARK:
                return position
            return position + _characters(run.text, offset)
        offset -= units
        if run.style is not Style.MARK:
            position += len(run.text)
    return position


def _characters(text: str, units: int) -> int:
    """How many characters of a text the first units of UTF-16 are."""
    if text.isascii():
        return units
    encoded = text.encode("utf-16-le", "surrogatepass")
    return len(encoded[: 2 * units].decode("utf-16-le", "ignore"))


def _offset(runs: Runs, position: int, after_mark: bool) -> int:
    """The offset in the laid-out paragraph for a position in the words; at a footnote mark, before
    or after it."""
    if position == 0 and not after_mark:
        return 0
    before = _kept_counts(_Same(runs)) if len(runs) > _MANY else _counts(runs)
    find = bisect_right if after_mark else bisect_left
    # The run after those that end before the position; marks have no words.
    run_number = find(before, position, key=lambda counts: counts[0]) - 1
    words, units = before[run_number]
    if run_number == len(runs):
        return units
    return units + _units(runs[run_number].text[: position - words])


class _Same:
    """Runs as a cache key, compared by identity: comparing the texts would take long."""

    def __init__(self, runs: Runs) -> None:
        self.runs = runs

    def __hash__(self) -> int:
        return id(self.runs)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.runs is self.runs


@lru_cache(maxsize=4)
def _kept_counts(same: _Same) -> list[tuple[int, int]]:
    return _counts(same.runs)


def _counts(runs: Runs) -> list[tuple[int, int]]:
    """The counts of characters and of laid-out units before each run, and at the end the totals."""
    words = units = 0
    out = [(0, 0)]
    for run in runs:
        if run.style is Style.MARK:
            units += _units(mark_as_set(run.text))
        else:
            words += len(run.text)
            units += _units(run.text)
        out.append((words, units))
    return out


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def first_line_rect(document: QTextDocument, cursor: QTextCursor) -> QRectF:
    """The rectangle of the line in which the words of a cursor start."""
    block = document.findBlock(cursor.selectionStart())
    line = block.layout().lineForTextPosition(cursor.selectionStart() - block.position())
    top = document.documentLayout().blockBoundingRect(block).top() + line.y()
    return QRectF(line.x(), top, line.width(), line.height())


def mark_cursor(
    document: CellDocument, paragraphs: Sequence[Paragraph], paragraph: int, count: int
) -> QTextCursor | None:
    """A cursor over a footnote mark of one paragraph, found by the count of marks before it; None
    if there are fewer marks."""
    units = 0
    for run in paragraphs[paragraph].runs if paragraph < len(paragraphs) else ():
        length = _units(mark_as_set(run.text) if run.style is Style.MARK else run.text)
        if run.style is Style.MARK:
            if count == 0:
                cursor = QTextCursor(document)
                start = document.position(paragraph, units)
                cursor.setPosition(start)
                cursor.setPosition(start + length, _KEEP)
                return cursor
            count -= 1
        units += length
    return None


def line_rects(document: QTextDocument, cursor: QTextCursor) -> list[LineRect]:
    """The rectangles of a cursor's words in one paragraph, line by line."""
    block = document.findBlock(cursor.selectionStart())
    corner = document.documentLayout().blockBoundingRect(block).topLeft()
    start = cursor.selectionStart() - block.position()
    end = cursor.selectionEnd() - block.position()
    out: list[LineRect] = []
    from_line = block.layout().lineForTextPosition(start)
    if not from_line.isValid():
        return out
    # Not that of the line, which includes the leading.
    ascent = QFontMetricsF(document.defaultFont()).ascent()
    for number in range(from_line.lineNumber(), block.layout().lineCount()):
        line = block.layout().lineAt(number)
        if line.textStart() >= end:
            break
        first = max(start, line.textStart())
        last = min(end, line.textStart() + line.textLength())
        while first < last and document.characterAt(block.position() + last - 1).isspace():
            last -= 1  # invisible at the end of the line
        if first < last:
            left, right = sorted((_x(line, first), _x(line, last)))
            base = line.y() + line.ascent()
            whole = QRectF(left, line.y(), right - left, line.height())
            letters = QRectF(left, base - ascent, right - left, ascent + line.descent())
            rects = whole.translated(corner), letters.translated(corner)
            out.append(LineRect(*rects, base=corner.y() + base))
    return out


def _x(line: QTextLine, position: int) -> float:
    x: object = line.cursorToX(position)  # a tuple with the position, unlike in the stub
    return float(x[0]) if isinstance(x, tuple) else float(str(x))
