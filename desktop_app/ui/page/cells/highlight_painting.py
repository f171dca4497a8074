"""Underlines and frames of highlighted words, and a quick choice of those on the screen.

The current hit has a frame, words that differ a dotted line, and those of the current finding a
solid one; words and their counterpart have a line too: colour is never the only difference.
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

    from desktop_app.ui.page.cells.highlights import Highlight
    from desktop_app.ui.page.cells.spans import CellSpan
    from desktop_app.ui.widgets.theme import Theme

T = TypeVar("T")

FEW = 60
"""Up to this many highlights of a cell are painted without checking whether they are visible."""
_LONG = 300
"""Characters: longer highlights are always painted."""


def visible_positions(document: QTextDocument, seen: QRectF) -> tuple[int, int]:
    """The first and last position of a laid-out cell that a part of it can show."""
    layout = document.documentLayout()
    positions = [
        layout.hitTest(QPointF(x, y), Qt.HitTestAccuracy.FuzzyHit)
        for x in (0.0, document.textWidth())
        for y in (seen.top(), seen.bottom())
    ]
    return min(positions), max(positions)


def visible(
    highlights: Sequence[Highlight],
    cursor: Callable[[CellSpan], QTextCursor],
    positions: tuple[int, int],
) -> list[Highlight]:
    """The highlights that can be between two positions, in the order given. `cursor` selects the
    words of a span in the laid-out cell."""
    short = [highlight for highlight in highlights if _length(highlight) <= _LONG]
    short.sort(key=lambda highlight: highlight[0])
    on_screen = set(between(short, lambda highlight: cursor(highlight[0]), positions))
    return [each for each in highlights if each in on_screen or _length(each) > _LONG]


def between(
    items: Sequence[T], cursor: Callable[[T], QTextCursor], positions: tuple[int, int]
) -> Sequence[T]:
    """Those of some short words, sorted in text order, that can be between two positions."""
    first = bisect_left(items, positions[0] - _LONG, key=lambda item: cursor(item).position())
    last = bisect_right(items, positions[1], key=lambda item: cursor(item).selectionStart())
    return items[first:last]


def _length(highlight: Highlight) -> int:
    return highlight[0].end - highlight[0].start


_UNDERLINED = {HighlightKind.FINDING, HighlightKind.LINK}
"""The kinds that are underlined."""


def paint_underline(
    painter: QPainter,
    document: QTextDocument,
    corner: QPointF,
    words: QTextCursor,
    kind: HighlightKind,
    current: bool,
    theme: Theme,
) -> None:
    """Draws the line under highlighted words, or the frame around them, in a laid-out cell with its
    top left corner at `corner`."""
    letters = [rects.letters.translated(corner) for rects in line_rects(document, words)]
    if kind in _UNDERLINED:
        is_finding = kind is HighlightKind.FINDING
        is_dotted = is_finding and not current
        style = Qt.PenStyle.DotLine if is_dotted else Qt.PenStyle.SolidLine
        painter.setPen(QPen(theme.finding_mark if is_finding else theme.accent, 1, style))
        for rect in letters:
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    elif current:
        painter.setPen(QPen(theme.text, 1))
        for rect in letters:
            painter.drawRect(rect.adjusted(-0.5, 0.5, 0.5, -0.5))
