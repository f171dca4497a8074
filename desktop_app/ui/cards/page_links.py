"""The links on the page: finds them at points and paints them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import QPainter, QPen

from desktop_app.ui.cards.links import Link, Links
from desktop_app.ui.page.cells.highlight_painting import FEW, between, visible_positions
from desktop_app.ui.page.cells.text_positions import line_rects, mark_cursor
from desktop_app.ui.widgets.theme import SPACE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QTextCursor

    from desktop_app.ui.page.cells.typesetting import CellDocument
    from desktop_app.ui.page.nodes import Node
    from desktop_app.ui.page.view import BitextView

_BESIDE = 40
"""Pixels above and below the pointer in which links are checked."""


class PageLinks:
    """The links of the document in a view, and where they are in the viewport."""

    def __init__(self, view: BitextView) -> None:
        self._view = view
        self.renew()

    def renew(self) -> None:
        """Reads the links again, for another document or corrected rows."""
        model = self._view.bitext_model()
        self._links = Links(model.nodes(), model.published)

    def cell(self, number: int, side: int) -> Sequence[Link]:
        """The links in one text of a row."""
        return self._links.cell(number, side)

    def row(self, number: int) -> Sequence[Link]:
        """The links of a row in the texts shown."""
        columns = self._view.cells.shown_columns()
        return [link for link in self._links.row(number) if link.span.side + 1 in columns]

    def cursor(self, link: Link, document: CellDocument, node: Node) -> QTextCursor | None:
        """A cursor over a citation or a footnote mark in a laid-out cell."""
        cells, span = self._view.cells, link.span
        if link.symbol:
            return cells.span_cursor(document, node, span)
        return mark_cursor(document, cells.model.texts(node, span.side), span.paragraph, link.mark)

    def rects(self, link: Link) -> list[QRect]:
        """The rectangles of a link in the viewport, one per line; lays its text out if needed."""
        cells = self._view.cells
        node, column = cells.model.nodes()[link.span.node], link.span.side + 1
        document = cells.document(node, column)
        cursor = self.cursor(link, document, node) if document else None
        if document is None or cursor is None:
            return []
        cell = self._view.text_cell(cells.model.index_of(node, column))
        corner = cells.text_corner(node, column, cell)
        return [
            rects.line.translated(corner).toAlignedRect() for rects in line_rects(document, cursor)
        ]

    def at(self, point: QPoint) -> Link | None:
        """The link at a point of the viewport, None if there is none."""
        cells, index = self._view.cells, self._view.indexAt(point)
        if index.column() < 1:
            return None
        node, cell = self._view.node(index), self._view.visualRect(index)
        column = cells.column_at(node, index.column(), cell, point.y())
        document = cells.document(node, column)
        links = self._links.cell(node.number, column - 1)
        if document is None or not links:
            return None
        host = self._view.text_cell(cells.model.index_of(node, column))
        corner = cells.text_corner(node, column, host)
        beside = QRectF(point, QSizeF(1, 1)).adjusted(0, -_BESIDE, 0, _BESIDE)
        for link in self.near(links, document, node, beside.translated(-corner)):
            if any(rect.adjusted(-1, 0, 1, 0).contains(point) for rect in self.rects(link)):
                return link
        return None

    def near(
        self, links: Sequence[Link], document: CellDocument, node: Node, part: QRectF
    ) -> Sequence[Link]:
        """The links that a part of a cell can show; all, if they are few."""
        if len(links) <= FEW:
            return links
        cursor = self._view.cells.span_cursor
        positions = visible_positions(document, part)
        return between(links, lambda link: cursor(document, node, link.span), positions)


def underline(painter: QPainter, rect: QRectF, base: float, pen: QPen) -> None:
    """Draws a line below words."""
    painter.setPen(pen)
    bottom = round(base) + SPACE - 0.5
    painter.drawLine(QPointF(rect.left(), bottom), QPointF(rect.right(), bottom))


def ring(painter: QPainter, rect: QRectF, pen: QPen) -> None:
    """Draws a ring around words."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.drawRoundedRect(rect.adjusted(-2, 1, 2, -1), 3, 3)
    painter.restore()
