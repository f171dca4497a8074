"""Finds the text, and the position in it, at a point of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF

from desktop_app.ui.page.cells.text_positions import point_at
from desktop_app.ui.selection import rules
from desktop_app.ui.selection.rules import Point
from desktop_app.ui.widgets.theme import SPACE

if TYPE_CHECKING:
    from desktop_app.ui.page.nodes import Node
    from desktop_app.ui.page.view import BitextView


def text_at(view: BitextView, point: QPoint) -> tuple[Node, int] | None:
    """The row and side of the text whose cell is at a point of the viewport."""
    cells, index = view.cells, view.indexAt(point)
    if not index.isValid() or index.column() == 0:
        return None
    node, cell = view.node(index), view.visualRect(index)
    side = cells.column_at(node, index.column(), cell, point.y()) - 1
    return (node, side) if cells.model.texts(node, side) else None


def is_over_text(view: BitextView, point: QPoint) -> bool:
    """Whether a point of the viewport is on the lines of a text, not beside them."""
    text = text_at(view, point)
    if text is None:
        return False
    node, side = text
    document = view.cells.document(node, side + 1)
    if document is None:
        return False
    corner = view.cells.text_corner(node, side + 1, view.visualRect(view.indexAt(point)))
    return QRectF(corner, document.size()).contains(QPointF(point))


def nearest_point(view: BitextView, point: QPoint, side: int, on_character: bool) -> Point:
    """The point in the texts of one side nearest to a point of the viewport; with `on_character`,
    before the character there, not at its nearer side."""
    cells, column = view.cells, side + 1
    host = cells.layout.host(column)
    left = view.columnViewportPosition(host)
    x = min(max(point.x(), left), left + view.columnWidth(host) - 1)
    y = min(max(point.y(), 0), view.viewport().height() - 1)
    index = view.indexAt(QPoint(x, y))
    if not index.isValid():  # below the last row
        rows = view.visible_rows()
        last = view.node(rows[-1]) if rows else cells.model.root
        stretch = rules.cell(last, side)
        return stretch[1] if stretch else Point(last.number, 0, 0)
    node = view.node(index)
    paragraphs = cells.model.texts(node, side)
    document = cells.document(node, column)
    if document is None:
        return Point(node.number, 0, 0)
    in_text = QPointF(x, y) - cells.text_corner(node, column, view.visualRect(index))
    number, position = point_at(document, paragraphs, in_text, on_character)
    return Point(node.number, number, paragraphs[number].positions.published(position))


def is_handle(view: BitextView, point: QPoint) -> bool:
    """Whether a point is on a fold arrow or a tick box, where a click keeps the selection."""
    index = view.indexAt(point)
    if not index.isValid() or index.column() != 0:
        return False
    cell = view.visualRect(index)
    box = view.cells.tick_rect(cell, view.node(index)).adjusted(-SPACE, -SPACE, SPACE, SPACE)
    return point.x() < cell.left() or box.contains(point)
