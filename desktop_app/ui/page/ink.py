"""Painting in the colours of a theme, as the first page is painted.

PySide makes the ninety enumerations of Qt's namespace, which takes 12 ms, as soon as one of their
names is wanted or QPainter is given a pen or a brush. The window starts without: what is painted on
a first page is filled, by the brush of a palette, and not drawn with a pen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath


def brush(color: QColor) -> QBrush:
    """A brush of one colour. That of a palette costs nothing: for one that is made by itself PySide
    loads all of Qt's gradients and picture formats, 3 ms."""
    return QPalette(color, color).button()


def fill(painter: QPainter, rect: QRect, color: QColor) -> None:
    """Fills a rectangle."""
    painter.setBackground(brush(color))
    painter.eraseRect(rect)


def fill_path(painter: QPainter, path: QPainterPath, color: QColor) -> None:
    """Fills what a path goes around."""
    painter.fillPath(path, brush(color))


def write_in(painter: QPainter, color: QColor) -> None:
    """What is written from now on has a colour: most often that which a painter begins with, the
    text of the palette."""
    if painter.pen().color() != color:
        painter.setPen(color)
