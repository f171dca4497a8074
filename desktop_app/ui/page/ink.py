"""Painting in theme colours, without what would slow down the first page.

PySide builds the ninety enumerations of Qt's namespace, in 12 ms, as soon as one of their names is
used or QPainter is given a pen or a brush. So the first page is filled with brushes from a palette
and never drawn with a pen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath


def brush(color: QColor) -> QBrush:
    """A brush of one colour. It comes from a palette: to construct one, PySide loads all of Qt's
    gradients and picture formats, which takes 3 ms."""
    return QPalette(color, color).button()


def fill(painter: QPainter, rect: QRect, color: QColor) -> None:
    """Fills a rectangle."""
    painter.setBackground(brush(color))
    painter.eraseRect(rect)


def fill_path(painter: QPainter, path: QPainterPath, color: QColor) -> None:
    """Fills a path."""
    painter.fillPath(path, brush(color))


def write_in(painter: QPainter, color: QColor) -> None:
    """Sets the colour of text, unless it is the painter's already: that saves making a pen."""
    if painter.pen().color() != color:
        painter.setPen(color)
