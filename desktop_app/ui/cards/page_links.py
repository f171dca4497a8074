"""Where links stand on the page, and what they look like there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import QPainter, QPen

from desktop_app.ui.cards.links import Link, Links
from desktop_app.ui.page.cells.marked_words import FEW, between, visible_positions
from desktop_app.ui.page.cells.text_positions import line_rects, mark_cursor
from desktop_app.ui.widgets.theme import SPACE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QTextCursor, QTextDocument

    from desktop_app.ui.page.nodes import Node
    from desktop_app.ui.page.view import BitextView

_BESIDE = 40
"""Pixels above and below the pointer in which words are looked at."""


class PageLinks:
    """The links of what a view shows, and their places."""

    def __init__(self, view: BitextView) -> None:
        self._view = view
        self.renew()

    def renew(self) -> None:
        """Another document is shown, or other rows of it."""
        model = self._view.bitext_model()
        self._links = Links(model.nodes(), [side for side in model.bitext[:2] if side])

    def cell(self, number: int, side: int) -> Sequence[Link]:
        """The links in one text of a row."""
        return self._links.cell(number, side)

    def row(self, number: int) -> Sequence[Link]:
        """The links of a row in the texts that are shown."""
        shown = self._view.cells.shown_columns()
        return [link for link in self._links.row(number) if link.span.side + 1 in shown]

    def cursor(self, link: Link, document: QTextDocument, node: Node) -> QTextCursor | None:
        """The words of a link in a laid out cell, or its mark."""
        cells, span = self._view.cells, link.span
        if link.symbol:
            return cells.span_cursor(document, node, span)
        return mark_cursor(document, cells.model.texts(node, span.side), span.paragraph, link.mark)

    def rects(self, link: Link) -> list[QRect]:
        """Where a link stands in the viewport, one rectangle a line; laid out if need be."""
        cells = self._view.cells
        node, column = cells.model.nodes()[link.span.node], link.span.side + 1
        document = cells.document(node, column)
        cursor = self.cursor(link, document, node) if document else None
        if document is None or cursor is None:
            return []
        cell = self._view.text_cell(cells.model.index_of(node, column))
        place = cells.text_corner(node, column, cell)
        return [
            found.line.translated(place).toAlignedRect() for found in line_rects(document, cursor)
        ]

    def at(self, point: QPoint) -> Link | None:
        """What stands at a point of the viewport."""
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
        place = cells.text_corner(node, column, host)
        beside = QRectF(point, QSizeF(1, 1)).adjusted(0, -_BESIDE, 0, _BESIDE)
        for link in self.near(links, document, node, beside.translated(-place)):
            if any(rect.adjusted(-1, 0, 1, 0).contains(point) for rect in self.rects(link)):
                return link
        return None

    def near(
        self, links: Sequence[Link], document: QTextDocument, node: Node, part: QRectF
    ) -> Sequence[Link]:
        """Of many links of a cell those that can be in a part of it; all if they are few."""
        if len(links) <= FEW:
            return links
        cursor = self._view.cells.span_cursor
        positions = visible_positions(document, part)
        return between(links, lambda link: cursor(document, node, link.span), positions)


def underline(painter: QPainter, rect: QRectF, base: float, pen: QPen) -> None:
    """Dots below the words: seen without colour, and quieter than a link."""
    painter.setPen(pen)
    bottom = round(base) + SPACE - 0.5
    painter.drawLine(QPointF(rect.left(), bottom), QPointF(rect.right(), bottom))


def ring(painter: QPainter, rect: QRectF, pen: QPen) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.drawRoundedRect(rect.adjusted(-2, 1, 2, -1), 3, 3)
    painter.restore()
