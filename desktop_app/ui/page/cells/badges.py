"""Paints the small drawings beside the texts: tick box, badges and fold arrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from desktop_app.ui.page.ink import fill_path
from desktop_app.ui.page.model import PARTLY, TICKED, UNTICKED
from desktop_app.ui.page.nodes import Remark

if TYPE_CHECKING:
    from desktop_app.ui.widgets.theme import Theme


def paint_badge(painter: QPainter, rect: QRectF, remark: Remark, font: QFont, theme: Theme) -> None:
    """Paints the badge of a remark: an unequal sign in a filled circle, a question mark in an open
    one, or a pencil."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 16, rect.height() / 16)
    color = theme.finding_mark if remark is Remark.FINDING else theme.muted
    painter.setPen(QPen(color, 1.3))
    if remark is Remark.FINDING:
        painter.setBrush(color)
        painter.drawEllipse(QRectF(0.6, 0.6, 14.8, 14.8))
        painter.setPen(QPen(theme.paper, 1.5))
        for line in ((4.5, 6.3, 11.5, 6.3), (4.5, 9.7, 11.5, 9.7), (9.7, 3.8, 6.3, 12.2)):
            painter.drawLine(QPointF(*line[:2]), QPointF(*line[2:]))
    elif remark is Remark.UNSURE:
        painter.drawEllipse(QRectF(0.9, 0.9, 14.2, 14.2))
        font = QFont(font)
        font.setPixelSize(11)
        painter.setFont(font)
        width = QFontMetricsF(font).horizontalAdvance("?")
        draw_line(painter, 8 - width / 2, 8, "?")
    else:
        pencil = ((2, 14), (3, 10.2), (10.8, 2.4), (13.6, 5.2), (5.8, 13), (2, 14))
        painter.drawPolyline([QPointF(x, y) for x, y in pencil])
        painter.drawLine(QPointF(8.9, 4.3), QPointF(11.7, 7.1))
    painter.restore()


def paint_tick_box(painter: QPainter, rect: QRectF, state: int, scale: float, theme: Theme) -> None:
    """Paints a tick box: Qt's own has no outline on dark paper."""
    side = min(rect.width(), rect.height())
    box = QRectF(0, 0, side, side)
    box.moveCenter(rect.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    empty = state == UNTICKED
    fill_path(painter, _rounded(box, 2.5), theme.muted if empty else theme.accent)
    if empty:
        fill_path(painter, _rounded(box.adjusted(1, 1, -1, -1), 1.5), theme.paper)
    else:
        painter.setPen(QPen(theme.paper, 1.8 * scale))
    if state == TICKED:
        points = ((0.24, 0.52), (0.43, 0.7), (0.76, 0.3))
        painter.drawPolyline([box.topLeft() + QPointF(x * side, y * side) for x, y in points])
    elif state == PARTLY:
        middle = box.center().y()
        painter.drawLine(
            QPointF(box.left() + 0.22 * side, middle),
            QPointF(box.right() - 0.22 * side, middle),
        )
    painter.restore()


def paint_arrow(
    painter: QPainter, center: QPointF, is_open: bool, scale: float, theme: Theme
) -> None:
    """Paints the fold arrow, which points down while the part is open."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(center)
    painter.scale(scale, scale)
    painter.rotate(90 if is_open else 0)
    arrow = QPainterPath()
    arrow.addPolygon(QPolygonF([QPointF(-2.5, -4), QPointF(3, 0), QPointF(-2.5, 4)]))
    fill_path(painter, arrow, theme.muted)
    painter.restore()


def _rounded(rect: QRectF, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    return path


def draw_line(painter: QPainter, left: float, middle: float, text: str) -> None:
    """Draws one line of text, vertically centred on `middle`."""
    metrics = QFontMetricsF(painter.font())
    baseline = middle + (metrics.ascent() - metrics.descent()) / 2
    painter.drawText(QPointF(left, baseline), text)
