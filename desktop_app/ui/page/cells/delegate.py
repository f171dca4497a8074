"""Paints the cells of the tree: label, tick box and badges, and the typeset texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate

from desktop_app.ui.page.cells.badges import draw_line, paint_badge, paint_tick_box
from desktop_app.ui.page.cells.highlights import HighlightKind, Highlights
from desktop_app.ui.page.cells.typesetting import paint
from desktop_app.ui.page.ink import fill, write_in
from desktop_app.ui.page.look import THIRD, Layout
from desktop_app.ui.page.nodes import Node, NodeKind
from desktop_app.ui.widgets.theme import SPACE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QAbstractItemModel, QEvent, QPersistentModelIndex
    from PySide6.QtGui import QColor, QTextCursor
    from PySide6.QtWidgets import QStyleOptionViewItem, QTreeView

    from desktop_app.ui.page.cells.geometry import RowGeometry
    from desktop_app.ui.page.cells.highlights import Highlight
    from desktop_app.ui.page.cells.typesetting import CellDocument
    from desktop_app.ui.page.interaction import Interaction

    Index = QModelIndex | QPersistentModelIndex

_NO_SIZE = QSize(0, 0)
_SLICE = 30_000
"""The largest height of a row in pixels: Qt keeps it in 16 bits, too few for a clause of some
pages."""


class RowDelegate(QStyledItemDelegate):
    """Paints the rows of one view. `geometry` changes with the model; `interactions` paint over the
    texts; `hovered` is the number of the node under the pointer, -1 for none."""

    def __init__(
        self, view: QTreeView, geometry: RowGeometry, interactions: list[Interaction]
    ) -> None:
        super().__init__(view)
        self._view = view
        self._interactions = interactions
        self.geometry = geometry
        self.highlights = Highlights()
        self.hovered = -1

    def follow(self, geometry: RowGeometry) -> None:
        """Takes the geometry of another model, without highlights."""
        self.geometry = geometry
        self.highlights = Highlights()
        self.hovered = -1

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if index.column():
            return _NO_SIZE  # Qt asks every column for the height of a row; the first gives it
        node = self.geometry.model.node(index)
        height = self.geometry.row_height(node)
        if node.slices > 1:
            before = self.geometry.model.slice_of(index) * _SLICE
            height = min(max(height - before, 0), _SLICE)
        return QSize(80, height)

    # Painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        node = self.geometry.model.node(index)
        cell: QRect = option.rect
        if cell.isEmpty():
            return  # a slice not needed at this width
        painter.save()
        if node.slices > 1:
            painter.setClipRect(cell)
            cell = self.geometry.whole(node, cell)
        self._background(painter, cell, node)
        if node.kind is NodeKind.SECTION and index.column():
            self._head(painter, cell, node, index.column())
        if index.column() == 0:
            self._label(painter, cell, node)
        elif self.geometry.layout is Layout.INTERLEAVED:
            for column in self.geometry.shown_columns():
                self._text(painter, cell, node, column)
        else:
            self._text(painter, cell, node, index.column())
        painter.restore()

    def _background(self, painter: QPainter, rect: QRect, node: Node) -> None:
        # The state in the option says the same, but to ask for it makes PySide load every style
        # class, which costs the start 5 ms.
        theme = self.geometry.typesetter.theme
        if self._view.selectionModel().isSelected(self.geometry.model.index_of(node)):
            fill(painter, rect, theme.selected)
        elif self.hovered == node.number:
            fill(painter, rect, theme.hover)

    def _label(self, painter: QPainter, cell: QRect, node: Node) -> None:
        theme = self.geometry.typesetter.theme
        if self.geometry.model.node(self._view.currentIndex()) is node and self._view.hasFocus():
            fill(painter, QRect(cell.left(), cell.top(), 3, cell.height() - 1), theme.accent)
        if node.has_clauses and self._shows_box(node):
            state = self.geometry.model.state(node)
            box = QRectF(self.geometry.tick_rect(cell, node))
            paint_tick_box(painter, box, state, self.geometry.scale, theme)
        if node.kind is not NodeKind.SECTION:
            self._row_labels(painter, cell, node)
        remarks = dict.fromkeys(remark for remark, _ in self.geometry.model.remarks(node))
        for number, remark in enumerate(remarks):
            badge = QRectF(self.geometry.badge_rect(cell, node, number))
            paint_badge(painter, badge, remark, self._view.font(), theme)

    def _row_labels(self, painter: QPainter, cell: QRect, node: Node) -> None:
        """Paints the labels of the first text that is shown; one that has none leaves a gap."""
        geometry = self.geometry
        column = geometry.shown_columns()[0]
        rect = geometry.label_words(cell, node)
        painter.setFont(geometry.label_font())
        write_in(painter, geometry.typesetter.theme.muted)
        draw_line(painter, rect.left(), rect.center().y(), geometry.label(node))
        document = (
            geometry.document(node, column) if len(geometry.labels(node, column)) > 1 else None
        )
        if document is not None:
            x = cell.right() + geometry.left(0, column)
            edge = QPointF(x, geometry.text_top(cell, node))
            further = ["", *geometry.labels(node, column)[1:]]
            self._paragraph_labels(painter, document, edge, further, is_before=True)

    def _shows_box(self, node: Node) -> bool:
        """Whether the tick box of a row is there: under the pointer, where the keyboard is, and
        everywhere once something is ticked."""
        is_current = self.geometry.model.node(self._view.currentIndex()) is node
        return (
            self.hovered == node.number
            or (is_current and self._view.hasFocus())
            or self.geometry.model.has_ticks
        )

    def _head(self, painter: QPainter, cell: QRect, node: Node, column: int) -> None:
        """Paints what the head of a part says besides its words: the rule above it, its name at the
        left, the counts at the right, and the facts below the title."""
        geometry, theme = self.geometry, self.geometry.typesetter.theme
        if node.number > 1 and not node.depth:
            middle = cell.top() + geometry.px(2 * SPACE)
            left = cell.left() + (geometry.left(0, 1) if column == 1 else 0)
            right = cell.right() - geometry.px(4 * SPACE) * (column == geometry.shown_hosts[-1])
            fill(painter, QRect(left, middle, right - left, 1), theme.rule)
        if column == geometry.shown_hosts[0] and geometry.head_height(node):
            document = geometry.head(node, column)
            corner = geometry.head_corner(node, column, cell)
            paint(painter, document, corner, QRectF(cell), ink=theme.text)
        painter.setFont(geometry.label_font())
        write_in(painter, theme.muted)
        if column == geometry.shown_hosts[-1]:
            self._counts(painter, cell, node, column)
        if column == geometry.shown_hosts[0] and geometry.facts_height(node):
            self._facts(painter, cell, node, column)

    def _counts(self, painter: QPainter, cell: QRect, node: Node, column: int) -> None:
        """Paints the counts at the right end of the first line, if the words leave room."""
        geometry = self.geometry
        counts = geometry.heads.counts(node)
        width = QFontMetricsF(painter.font()).horizontalAdvance(counts)
        right = cell.right() - geometry.px(4 * SPACE)
        taken = geometry.first_line_end(node, column, cell) + geometry.px(4 * SPACE)
        if counts and right - width > taken:
            middle = geometry.label_rect(cell, node).center().y()
            draw_line(painter, right - width, middle, counts)

    def _facts(self, painter: QPainter, cell: QRect, node: Node, column: int) -> None:
        """Paints the facts below the title."""
        geometry = self.geometry
        start = geometry.left(0, column)
        room = geometry.texts_width() - start - geometry.px(4 * SPACE)
        facts = geometry.heads.facts(room, QFontMetricsF(painter.font()).horizontalAdvance)
        bottom = cell.bottom() - geometry.px(2 * SPACE)
        draw_line(painter, cell.left() + start, bottom - geometry.facts_height(node) / 2, facts)

    def _text(self, painter: QPainter, cell: QRect, node: Node, column: int) -> None:
        document = self.geometry.document(node, column)
        if document is None:
            if node.kind is not NodeKind.SECTION:
                self._gap(painter, cell, node, column)
            return
        corner = self.geometry.text_corner(node, column, cell)
        painter.save()
        if node.slices == 1:  # otherwise the painter clips to the slice
            painter.setClipRect(cell)
        colored = self._colored_words(document, node, column)
        # Only the lines on the screen, for a long clause.
        seen = QRectF(cell.intersected(QRect(0, 0, self._view.width(), self._view.height())))
        paint(painter, document, corner, seen, colored, self.geometry.typesetter.theme.text)
        self._gutter_labels(painter, document, corner, node, column)
        for interaction in self._interactions:
            interaction.paint(painter, document, corner, node, column)
        if not self.highlights.is_empty:
            self._underlines(painter, document, corner, node, column)
        painter.restore()

    def _underlines(
        self, painter: QPainter, document: CellDocument, corner: QPointF, node: Node, column: int
    ) -> None:
        """Underlines or frames highlighted words."""
        from desktop_app.ui.page.cells.highlight_painting import paint_underline

        theme = self.geometry.typesetter.theme
        highlights = self.highlights.within(node.number, column - 1)
        for hit, kind, current in self._visible(document, node, column, highlights):
            for words in self.geometry.span_cursors(document, node, hit):
                paint_underline(painter, document, corner, words, kind, current, theme)

    def _colored_words(
        self, document: CellDocument, node: Node, column: int
    ) -> list[tuple[QTextCursor, QColor]]:
        """The highlighted words of a cell, with their colours."""
        if self.highlights.is_empty:
            return []
        theme = self.geometry.typesetter.theme
        return [
            (words, theme.highlight(kind.value, current))
            for hit, kind, current in self._visible(
                document, node, column, self.highlights.on(node, column - 1)
            )
            for words in self.geometry.span_cursors(
                document, node, hit, to_edges=kind is HighlightKind.SELECTION
            )
        ]

    def _visible(
        self, document: CellDocument, node: Node, column: int, highlights: list[Highlight]
    ) -> list[Highlight]:
        """The highlights of a cell; of many, only those on the screen."""
        from desktop_app.ui.page.cells.highlight_painting import FEW, visible, visible_positions

        if len(highlights) <= FEW:
            return highlights
        host = self.geometry.layout.host(column)
        cell = self._view.visualRect(self.geometry.model.index_of(node, host))
        seen = QRectF(0, 0, self._view.width(), self._view.height())
        seen.translate(-self.geometry.text_corner(node, column, cell))
        positions = visible_positions(document, seen)
        cursor = self.geometry.span_cursor
        return visible(highlights, lambda hit: cursor(document, node, hit), positions)

    def _gutter_labels(
        self, painter: QPainter, document: CellDocument, corner: QPointF, node: Node, column: int
    ) -> None:
        """Paints the labels of another text than the first in its gutter, where they differ."""
        geometry = self.geometry
        if column == geometry.shown_columns()[0] or node.kind is NodeKind.SECTION:
            return
        first, *further = geometry.labels(node, column)
        labels = ["" if first == geometry.label(node) else first, *further]
        runs_left = geometry.typesetter.runs_left(column - 1)
        edge = QPointF(corner.x() + (document.textWidth() if runs_left else 0), corner.y())
        self._paragraph_labels(painter, document, edge, labels, is_before=not runs_left)

    def _paragraph_labels(
        self,
        painter: QPainter,
        document: CellDocument,
        edge: QPointF,
        labels: Sequence[str],
        *,
        is_before: bool,
    ) -> None:
        """Paints labels of paragraphs, each beside the paragraph's first line: left of an edge of
        the text, or right of it."""
        if not any(labels):
            return
        write_in(painter, self.geometry.typesetter.theme.muted)
        painter.setFont(self.geometry.small_font())
        layout = document.documentLayout()
        for label, start in zip(labels, document.starts, strict=True):
            if label:
                block = document.findBlock(start)
                top = layout.blockBoundingRect(block).top() + block.layout().lineAt(0).y()
                middle = edge.y() + top + self.geometry.typesetter.line_height / 2
                width = QFontMetricsF(painter.font()).horizontalAdvance(label)
                apart = self.geometry.px(2 * SPACE)
                left = edge.x() - width - apart if is_before else edge.x() + apart
                draw_line(painter, left, middle, label)

    def _gap(self, painter: QPainter, cell: QRect, node: Node, column: int) -> None:
        """Paints a cell that has no counterpart for the other text, or that of a third one which
        stands in the row above."""
        theme = self.geometry.typesetter.theme
        corner = self.geometry.text_corner(node, column, cell)
        if self.geometry.layout is not Layout.INTERLEAVED:
            fill(painter, cell.adjusted(0, 0, 0, -1), theme.gap)
        painter.setPen(theme.muted)
        painter.setFont(self.geometry.small_font())
        middle = corner.y() + self.geometry.first_line() / 2
        left, text = corner.x(), self.tr("— no counterpart")
        if column == THIRD and node.is_covered:
            text = self.tr("— in the row above")
        if self.geometry.typesetter.runs_left(column - 1):
            right = self.geometry.text_right(node, column, cell)
            left = right - QFontMetricsF(painter.font()).horizontalAdvance(text)
        draw_line(painter, left, middle, text)

    # Ticking, by a click on the box or by Space

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        from PySide6.QtCore import QEvent, Qt
        from PySide6.QtGui import QKeyEvent, QMouseEvent

        node = self.geometry.model.node(index)
        hit = False
        if not node.has_clauses:
            return False
        if isinstance(event, QKeyEvent):
            hit = event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Space
        elif isinstance(event, QMouseEvent) and index.column() == 0:
            cell: QRect = option.rect
            around = self.geometry.tick_rect(cell, node).adjusted(-SPACE, -SPACE, SPACE, SPACE)
            released = event.type() == QEvent.Type.MouseButtonRelease
            hit = released and around.contains(event.position().toPoint())
        if hit:
            self.geometry.model.toggle(node)
        return hit
