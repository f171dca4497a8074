"""Which of many marked words of a long cell can be seen, so that only these are painted."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPointF, QRectF, Qt

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QTextCursor, QTextDocument

    from desktop_app.ui.finding.finder import Hit
    from desktop_app.ui.page.highlights import Kind

    Marked = tuple[Hit, Kind, bool]

T = TypeVar("T")

FEW = 60
"""So many marked words are painted without asking which of them are in sight."""
_LONG = 300
"""Characters: longer words are painted wherever they start."""


def positions_in_sight(document: QTextDocument, seen: QRectF) -> tuple[int, int]:
    """The first and the last position of a laid out cell that can be in a part of it."""
    layout = document.documentLayout()
    found = [
        layout.hitTest(QPointF(x, y), Qt.HitTestAccuracy.FuzzyHit)
        for x in (0.0, document.textWidth())
        for y in (seen.top(), seen.bottom())
    ]
    return min(found), max(found)


def in_sight(
    marked: Sequence[Marked],
    cursor: Callable[[Hit], QTextCursor],
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
