"""The heads of the columns: the language of each text, and how far it can be trusted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QWidget

from desktop_app.grammar.languages import Direction
from desktop_app.resolution.language import direction, language_name
from desktop_app.resolution.trust import trust
from desktop_app.ui.language.phrases import phrase
from desktop_app.ui.page.ink import fill
from desktop_app.ui.widgets.theme import SPACE, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPaintEvent, QResizeEvent

    from desktop_app.opening.marc import MarcRecord
    from desktop_app.resolution.model import Resolution

_MARGIN = 2 * SPACE
_WRAPPED = 0x1000
_RIGHT = _WRAPPED | 0x0002
"""Qt's TextWordWrap and AlignRight as numbers: the start avoids the names of Qt's namespace."""


class _Words(QWidget):
    """Paints words in its palette's colour, with which a painter starts: another colour would need
    Qt's namespace."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.placed: list[tuple[QRect, int, str]] = []

    def apply_theme(self, color: QColor) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, color)
        self.setPalette(palette)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for rect, flags, words in self.placed:
            painter.drawText(rect, flags, words)
        painter.end()


class TrustBar(QWidget):
    """Shows the language and the provenance of each text over its column, never cut off."""

    def __init__(self) -> None:
        super().__init__()
        self._theme: Theme | None = None
        self._labels: list[tuple[str, str]] = []
        self._flags: list[int] = []
        self._columns: list[tuple[int, int] | None] = []
        self._page = 0, 0
        self._rects: list[tuple[QRect, QRect] | None] = []
        self._names, self._origins = _Words(self), _Words(self)

    def show_sides(
        self, sides: list[Resolution], theme: Theme, record: MarcRecord | None = None
    ) -> None:
        """Shows the labels of the texts in the colours of a theme; that of the first says what a
        catalogue's record has of the document."""
        self._theme = theme
        self._names.apply_theme(theme.text)
        self._origins.apply_theme(theme.muted)
        self._labels = [(language_name(side, phrase), trust(side, phrase)) for side in sides]
        if record and self._labels:
            from desktop_app.opening.marc import described

            name, origin = self._labels[0]
            self._labels[0] = name, "\n".join([origin, *described(record, phrase)])
        self._flags = [_RIGHT if direction(side) is Direction.RTL else _WRAPPED for side in sides]
        self.setAccessibleName("; ".join(self.texts()))
        self._place()

    def texts(self) -> list[str]:
        """The label of each text."""
        return [f"{name}: {origin}" for name, origin in self._labels]

    def lefts(self) -> list[int]:
        """The left edges of the labels shown, in pixels."""
        return [rects[0].left() for rects in self._rects if rects]

    def follow_columns(
        self, columns: list[tuple[int, int] | None], page: tuple[int, int] = (0, 0)
    ) -> None:
        """Moves the labels over their texts; `columns` has each text's start and width in pixels,
        None for a hidden one, and `page` those of the page."""
        self._columns = columns
        self._page = page
        self._place()

    def _place(self) -> None:
        metrics = QFontMetrics(self.font())
        self._rects = []
        self._names.placed, self._origins.placed = [], []
        lowest = 0
        for label, flags, column in zip(self._labels, self._flags, self._columns, strict=False):
            if column is None:
                self._rects.append(None)
                continue
            left, width = column
            if flags == _RIGHT:
                left += _MARGIN  # a margin at the end of the lines, as for those from the left
            name = QRect(left, _MARGIN, max(width - _MARGIN, 1), metrics.height())
            room = QRect(left, name.bottom() + 1, name.width(), 100 * metrics.height())
            words = metrics.boundingRect(room, flags, label[1])
            self._rects.append((name, words))
            self._names.placed.append((name, flags, label[0]))
            self._origins.placed.append((words, flags, label[1]))
            lowest = max(lowest, words.bottom())
        self.setFixedHeight(lowest + 1 + _MARGIN)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        for words in (self._names, self._origins):
            words.setGeometry(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is not None:
            painter = QPainter(self)
            fill(painter, self.rect(), self._theme.window)
            left, width = self._page
            fill(painter, QRect(left, 0, width, self.height()), self._theme.paper)
            fill(painter, QRect(left, self.height() - 1, width, 1), self._theme.rule)
            painter.end()
