"""The geometry of rows in pixels: heights, and where texts, labels, tick boxes and badges are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QFont, QFontMetricsF

from desktop_app.ui.page.look import THIRD, Layout
from desktop_app.ui.page.nodes import Node, NodeKind, Paragraph
from desktop_app.ui.widgets.theme import SPACE

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCursor
    from PySide6.QtWidgets import QTreeView

    from desktop_app.ui.page.cells.spans import CellSpan
    from desktop_app.ui.page.cells.typesetting import CellDocument, Typesetter
    from desktop_app.ui.page.model import BitextModel

_ABOVE = 2 * SPACE
_BELOW = 2 * SPACE
_BESIDE = 4 * SPACE
_APART = 2 * SPACE
"""Between two texts, one below the other."""
_GUTTER = 10 * SPACE
"""Left of the second text: room for labels that differ from the row's own."""
_BOX = 14
_BADGE = 15
_INDENT = 7 * SPACE
"""Of a sub-paragraph, per level."""
_SET_IN = 0.35
"""The largest share of a column that indents a sub-paragraph; the rest is for its text."""


class RowGeometry:
    """The geometry of one model's rows in one tree, set by one typesetter.

    `scale` enlarges labels, boxes and distances, which grow with the text as far as there is room.
    """

    def __init__(
        self, tree: QTreeView, model: BitextModel, typesetter: Typesetter, layout: Layout
    ) -> None:
        self._tree = tree
        self.model = model
        self.typesetter = typesetter
        self.columns = model.columns
        self.is_wide = False
        """Whether there is room for a third version."""
        self.set_layout(layout)
        self.scale = 1.0
        self._rooms: dict[tuple[int, int, int, float], int] = {}

    def set_layout(self, layout: Layout) -> None:
        """Sets the layout; one text alone has only one."""
        self.layout = layout if self.columns > 2 else Layout.BOTH
        self._show_columns()

    def set_wide(self, is_wide: bool) -> None:
        """Sets whether there is room for a third version."""
        self.is_wide = is_wide
        self._show_columns()

    def _show_columns(self) -> None:
        self._shown = [
            column
            for column in self.layout.shown_columns
            if column < self.columns and (column < THIRD or self.is_wide)
        ]

    def text_width(self, node: Node, column: int) -> int:
        """The width for text in a cell of a column."""
        width = self._tree.columnWidth(self.layout.host(column))
        key = (node.depth, column, width, self.scale)
        room = self._rooms.get(key)
        if room is None:
            taken = self.left(node.depth, column) + self.px(_BESIDE)
            room = self._rooms[key] = max(width - taken, 60)
        return room

    def shown_columns(self) -> list[int]:
        """The columns whose texts are shown."""
        return self._shown

    def is_hidden(self, column: int) -> bool:
        """Whether a column of the tree is hidden."""
        return column in self.layout.hidden_columns or (column == THIRD and not self.is_wide)

    def px(self, distance: float) -> int:
        """A distance at the current scale."""
        return round(distance * self.scale)

    def left(self, depth: int, column: int) -> int:
        """The indentation of a row's text from the left edge of a column, at a depth."""
        start = self.px(_GUTTER if column > 1 else _BESIDE)
        if not depth:
            return start
        return start + min(
            self.px(depth * _INDENT),
            round(_SET_IN * self._tree.columnWidth(self.layout.host(column))),
        )

    def document(self, node: Node, column: int) -> CellDocument | None:
        """The laid-out text of a cell, None if it is empty."""
        paragraphs = self.model.texts(node, column - 1)
        if not paragraphs:
            return None
        return self.typesetter.document(
            (node.number, column - 1),
            paragraphs,
            self.text_width(node, column),
            node.kind is NodeKind.SECTION,
        )

    def text_corner(self, node: Node, column: int, cell: QRect) -> QPointF:
        """The top left corner of a column's text in the cell that shows it; for a text from right
        to left, that of its longest possible line."""
        left = self.left(node.depth, column)
        if self.typesetter.runs_left(column - 1):
            room = self.text_width(node, column)
            left = self.px(_BESIDE) + room - min(room, self.typesetter.measure(column - 1))
        top = self.text_top(cell)
        if column > 1 and self.layout is Layout.INTERLEAVED:
            first = self._share(node, 1)
            top += first + self.px(_APART) if first else 0
        return QPointF(cell.left() + left, top)

    def text_top(self, cell: QRect) -> int:
        """The top of the first text in a cell."""
        return cell.top() + self.px(_ABOVE)

    def text_right(self, node: Node, column: int, cell: QRect) -> int:
        """The right edge for the lines of a text."""
        return cell.left() + self.px(_BESIDE) + self.text_width(node, column)

    @property
    def gutter(self) -> int:
        """The width of the gutter left of the second text."""
        return self.px(_GUTTER)

    def column_at(self, node: Node, column: int, cell: QRect, y: int) -> int:
        """The column whose text is at height `y` in a cell of a column."""
        if self.layout is Layout.INTERLEAVED and column == 1 and self.columns > 2:
            return 2 if y >= self.text_corner(node, 2, cell).y() - self.px(_APART) / 2 else 1
        return column

    def text_span(self, column: int) -> tuple[int, int]:
        """Start and width of a column's texts in the viewport."""
        host = self.layout.host(column)
        start, width = self._tree.columnViewportPosition(host), self._tree.columnWidth(host)
        left = self.left(0, column)
        if self.typesetter.runs_left(column - 1):
            return start + self.px(_BESIDE), width - left - self.px(_BESIDE)
        return start + left, width - left

    def column_spans(self) -> list[tuple[int, int] | None]:
        """Start and width of each text for what stands over it, None for a hidden one."""
        spans: list[tuple[int, int] | None] = [None] * (self.columns - 1)
        for column in self._shown:
            spans[column - 1] = self.text_span(column)
        if self.layout is Layout.INTERLEAVED and spans[0] and spans[1]:
            # One text below the other: their heads stand side by side, that of a text from right
            # to left at the right, where its lines begin.
            step = -1 if self.typesetter.runs_left(0) else 1
            (left, _), (start, width) = (spans[0], spans[1])[::step]
            middle = (left + start + width) // 2
            spans[:2] = [(left, middle - left), (middle, start + width - middle)][::step]
        return spans

    def is_exact(self, node: Node) -> bool:
        """Whether all texts of a row are laid out at the current width."""
        return all(
            not _published(node, column) or self._known_height(node, column) is not None
            for column in self.shown_columns()
        )

    def _known_height(self, node: Node, column: int) -> int | None:
        key = (node.number, column - 1)
        return self.typesetter.known_height(key, self.text_width(node, column))

    def row_height(self, node: Node) -> int:
        """The height of a row, exact once its texts are laid out."""
        if self.layout is Layout.INTERLEAVED:
            shares = [
                share for column in self.shown_columns() if (share := self._share(node, column))
            ]
            height = sum(shares) + self.px(_APART) * max(len(shares) - 1, 0)
        else:
            height = 0
            for column in self._shown:
                text_height = self._height(node, column)
                height = text_height if text_height > height else height
        return max(self.first_line(), height) + self.px(_ABOVE) + self.px(_BELOW)

    def _share(self, node: Node, column: int) -> int:
        """The height of a text in the interleaved layout; a gap takes one line."""
        height = self._height(node, column)
        return height if height or node.kind is NodeKind.SECTION else self.first_line()

    def _height(self, node: Node, column: int) -> int:
        """The height of a text, an estimate until it is laid out."""
        lengths = node.lengths[column - 1] if column <= len(node.lengths) else ()
        if not lengths:
            return 0
        width = self.text_width(node, column)
        return self.typesetter.height((node.number, column - 1), lengths, width)

    def first_line(self) -> int:
        """The height of one line."""
        return self.typesetter.line_height

    def label_rect(self, cell: QRect) -> QRect:
        """The part of a first cell beside the first line of the texts."""
        top = self.text_top(cell) + self.typesetter.drop
        return QRect(cell.left(), top, cell.width(), self.first_line())

    def tick_rect(self, cell: QRect) -> QRect:
        """The tick box in a first cell."""
        side = self.px(_BOX)
        box = QRect(0, 0, side, side)
        line = self.label_rect(cell)
        box.moveTopLeft(QPoint(line.left() + self.px(SPACE), line.center().y() - side // 2))
        return box

    def whole(self, node: Node, cell: QRect) -> QRect:
        """The whole cell of a node, from the cell of one of its slices."""
        top = self._tree.visualRect(self.model.index_of(node)).top()
        return QRect(cell.left(), top, cell.width(), self.row_height(node))

    def badge_rect(self, cell: QRect, number: int) -> QRect:
        """A badge in a first cell, counted from 0 at the right edge."""
        side = self.px(_BADGE)
        badge = QRect(0, 0, side, side)
        line = self.label_rect(cell)
        right = line.right() - SPACE - number * (side + SPACE)
        badge.moveTopLeft(QPoint(right - side, line.center().y() - side // 2))
        return badge

    def span_cursors(
        self, document: CellDocument, node: Node, span: CellSpan, to_edges: bool = False
    ) -> list[QTextCursor]:
        """The words of a span in the laid-out cell: one cursor, and in a table one a cell of it;
        with `to_edges` they include footnote marks at the start or end of the paragraph."""
        from desktop_app.ui.page.cells.text_positions import cursors_over

        paragraphs = self.model.texts(node, span.side)
        positions = paragraphs[span.paragraph].positions
        start, end = positions.shown_range(span.start, span.end)
        return cursors_over(document, paragraphs, span.paragraph, start, end, to_edges)

    def span_cursor(self, document: CellDocument, node: Node, span: CellSpan) -> QTextCursor:
        """The words of a span in the laid-out cell; in a table those in its first cell."""
        return self.span_cursors(document, node, span)[0]

    def label_font(self) -> QFont:
        """The font of labels."""
        font = QFont(self._tree.font())
        font.setPointSizeF(font.pointSizeF() * self.scale)
        return font

    def label_width(self, node: Node) -> float:
        """The width that the first cell of a row needs, from its left edge, with badges."""
        font = self.label_font()
        if node.kind is NodeKind.SECTION:
            font.setWeight(QFont.Weight.DemiBold)
        words = QFontMetricsF(font).horizontalAdvance(self.model.label(node))
        return self.px(SPACE) + self.px(_BOX) + 2 * SPACE + words + 2 * SPACE

    def small_font(self) -> QFont:
        """The font of labels beside paragraphs and of gaps."""
        font = self.label_font()
        font.setPointSizeF(font.pointSizeF() * 0.85)
        return font


def _published(node: Node, column: int) -> tuple[Paragraph, ...]:
    """The published text of a cell: shows whether it is empty in any script."""
    return node.texts[column - 1] if column <= len(node.texts) else ()
