"""What tells marked words apart beside their colour, and which of many are on the screen.

A frame stands around the current hit, a dotted line under words that differ, a full one under
those of the current finding.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from desktop_app.ui.page.cells.highlights import HighlightKind
from desktop_app.ui.page.cells.text_positions import line_rects

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPainter, QTextCursor, QTextDocument

    from desktop_app.ui.page.cells.highlights import Marked
    from desktop_app.ui.page.cells.spans import CellSpan
    from desktop_app.ui.widgets.theme import Theme

T = TypeVar("T")

FEW = 60
"""So many marked words are painted without asking which of them are in sight."""
_LONG = 300
"""Characters: longer words are painted wherever they start."""


def visible_positions(document: QTextDocument, seen: QRectF) -> tuple[int, int]:
    """The first and the last position of a laid out cell that can be in a part of it."""
    layout = document.documentLayout()
    found = [
        layout.hitTest(QPointF(x, y), Qt.HitTestAccuracy.FuzzyHit)
        for x in (0.0, document.textWidth())
        for y in (seen.top(), seen.bottom())
    ]
    return min(found), max(found)


def visible(
    marked: Sequence[Marked],
    cursor: Callable[[CellSpan], QTextCursor],
    positions: tuple[int, int],
) -> list[Marked]:
    """The marked words that can be between two positions, in the order in which they were given.
    `cursor` gives the words of a hit in the laid out cell."""
    short = sorted((mark for mark in marked if _length(mark) <= _LONG), key=lambda mark: mark[0])
    kept = set(between(short, lambda mark: cursor(mark[0]), positions))
    return [mark for mark in marked if mark in kept or _length(mark) > _LONG]


def between(
    places: Sequence[T], cursor: Callable[[T], QTextCursor], positions: tuple[int, int]
) -> Sequence[T]:
    """Of short words in the order of the text those that can be between two positions."""
    first = bisect_left(places, positions[0] - _LONG, key=lambda place: cursor(place).position())
    last = bisect_right(places, positions[1], key=lambda place: cursor(place).selectionStart())
    return places[first:last]


def _length(mark: Marked) -> int:
    return mark[0].end - mark[0].start


_UNDERLINED = {HighlightKind.FINDING}
"""The kinds of marked words that have a line under them."""


def paint_underline(
    painter: QPainter,
    document: QTextDocument,
    corner: QPointF,
    words: QTextCursor,
    kind: HighlightKind,
    current: bool,
    theme: Theme,
) -> None:
    """Draws what stands under or around marked words of a laid out cell that stands at a
    place."""
    letters = [found.letters.translated(corner) for found in line_rects(document, words)]
    if kind in _UNDERLINED:
        style = Qt.PenStyle.SolidLine if current else Qt.PenStyle.DotLine
        painter.setPen(QPen(theme.finding_mark, 1, style))
        for rect in letters:
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    elif current:
        painter.setPen(QPen(theme.text, 1))
        for rect in letters:
            painter.drawRect(rect.adjusted(-0.5, 0.5, 0.5, -0.5))
