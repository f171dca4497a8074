"""A printed page on the screen, as wide as there is room, with boxes marked on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.ui.widgets.theme import SPACE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QImage, QMouseEvent, QPaintEvent

    from desktop_app.resolution.model import Box
    from desktop_app.ui.widgets.theme import Theme

_A4 = (595.0, 842.0)
"""Points: the size of a page that is not painted yet."""
_BESIDE, _ABOVE = 3.0, 1.0
"""Points between the words and the edges of the mark: lines stand closer than columns."""
_ALPHA = 44
"""Of 255: how much of the mark covers the words."""


class SheetView(QWidget):
    """The page. Paper is white in every theme, as the printed one is.

    Signals: `clicked` with a point of the page, in points from its top left corner.
    """

    clicked = Signal(float, float)

    def __init__(self) -> None:
        super().__init__()
        self._image: QImage | None = None
        self._points = _A4
        self._boxes: Sequence[Box] = ()
        self._mark = QColor()
        self._edge = QColor()
        self.setSizePolicy(self.sizePolicy().Policy.Ignored, self.sizePolicy().Policy.Fixed)

    def apply_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._mark, self._edge = QColor(theme.accent), QColor(theme.rule)
        self.update()

    def show_page(self, image: QImage | None, points: tuple[float, float] = _A4) -> None:
        """Shows a page of this size in points, None for blank paper of the size before."""
        self._image = image
        if image is not None:
            self._points = points
        self.updateGeometry()
        self.update()

    def mark(self, boxes: Sequence[Box]) -> None:
        """Marks these boxes and no other."""
        self._boxes = boxes
        self.update()

    @property
    def marked(self) -> list[QRectF]:
        """The rectangles that are marked, in pixels."""
        scale = self._scale
        beside, above = _BESIDE * scale, _ABOVE * scale
        return [
            QRectF(left * scale, top * scale, (right - left) * scale, (bottom - top) * scale)
            .adjusted(-beside, -above, beside, above)
            .intersected(QRectF(self.rect()))
            for left, top, right, bottom in self._boxes
        ]

    @property
    def pixels(self) -> QSize:
        """The size of the picture that is shown."""
        return self._image.size() if self._image is not None else QSize()

    @property
    def _scale(self) -> float:
        """Pixels for a point."""
        return self.width() / self._points[0]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * self._points[1] / self._points[0])

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if self._image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.rect(), self._image)
        painter.setPen(self._edge)
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Multiplied, so that what is printed in black stays black.
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        fill = QColor(self._mark)
        fill.setAlpha(_ALPHA)
        painter.setPen(QPen(self._mark, 1))
        painter.setBrush(fill)
        for rect in self.marked:
            corner = min(SPACE, rect.height() / 4)
            painter.drawRoundedRect(rect, corner, corner)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(at.toPoint()):
            self.clicked.emit(at.x() / self._scale, at.y() / self._scale)
