"""Paints the cells of the tree: label and tick box at the top, both texts as set pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyledItemDelegate

from desktop_app.ui.page.ink import fill, fill_path, write_in
from desktop_app.ui.page.layouts import Layout
from desktop_app.ui.page.model import PARTLY, TICKED, UNTICKED, BitextModel
from desktop_app.ui.page.nodes import Mark, Node, NodeKind, Paragraph
from desktop_app.ui.page.typesetting import Typesetter, cursor_over, paint
from desktop_app.ui.widgets.theme import SPACE

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QEvent, QPersistentModelIndex
    from PySide6.QtGui import QColor, QTextCursor, QTextDocument
    from PySide6.QtWidgets import QStyleOptionViewItem, QTreeView

    from desktop_app.ui.cards.pointing import Pointing
    from desktop_app.ui.finding.finder import Hit
    from desktop_app.ui.page.highlights import Highlights
    from desktop_app.ui.page.visible_marks import Marked

    Index = QModelIndex | QPersistentModelIndex

_ABOVE = 2 * SPACE
_BELOW = 2 * SPACE
_BESIDE = 4 * SPACE
_APART = 2 * SPACE
"""Between two texts of which one stands below the other."""
_GUTTER = 10 * SPACE
"""Left of the second text: room for labels that differ from the row's."""
_BOX = 14
_BADGE = 15
_NO_SIZE = QSize(0, 0)
_SLICE = 30_000
"""Pixels: Qt keeps the height of a row in 16 bits, and a clause of some pages needs more."""
_INDENT = 7 * SPACE
"""Of a sub-paragraph, for each level."""
_SET_IN = 0.35
"""Of its column, the most that a sub-paragraph is set in: the rest is for its text."""


class RowDelegate(QStyledItemDelegate):
    """Paints the rows of one view with one typesetter."""

    def __init__(self, view: QTreeView, model: BitextModel, typesetter: Typesetter) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self.typesetter = typesetter
        self.columns = model.columns
        self.layout = Layout.BOTH
        self.hovered = -1
        """The number of the node that the pointer is on."""
        self.highlights: Highlights | None = None
        """The words that are marked in the texts; None until some are for the first time."""
        self.scale = 1.0
        """Of labels, boxes and distances: they grow with the text as far as there is room."""
        self.pointing: Pointing | None = None
        """What underlines citations; None until the first page is shown."""

        self._rooms: dict[tuple[int, int, int, float], int] = {}

    # Geometry

    def text_width(self, node: Node, column: int) -> int:
        """The room for text in a cell of a column."""
        width = self._view.columnWidth(self.layout.host(column))
        key = (node.depth, column, width, self.scale)
        room = self._rooms.get(key)
        if room is None:
            taken = self.left(node.depth, column) + self._px(_BESIDE)
            room = self._rooms[key] = max(width - taken, 60)
        return room

    def shown(self) -> list[int]:
        """The columns whose texts are shown."""
        return [column for column in self.layout.shown if column < self.columns]

    def _px(self, distance: float) -> int:
        """A distance at the present scale."""
        return round(distance * self.scale)

    def left(self, depth: int, column: int) -> int:
        """Where the text of a row of that depth starts in a column, from its left edge."""
        start = self._px(_GUTTER if column > 1 else _BESIDE)
        if not depth:
            return start
        return start + min(
            self._px(depth * _INDENT),
            round(_SET_IN * self._view.columnWidth(self.layout.host(column))),
        )

    def document(self, node: Node, column: int) -> QTextDocument | None:
        """The laid out text of a cell, None for a cell without one."""
        paragraphs = self._model.texts(node, column - 1)
        if not paragraphs:
            return None
        return self.typesetter.document(
            (node.number, column - 1),
            paragraphs,
            self.text_width(node, column),
            node.kind is NodeKind.SECTION,
        )

    def text_place(self, node: Node, column: int, cell: QRect) -> QPointF:
        """Where the text of a column starts in the cell that it is shown in, or from right to left,
        where its longest line ends."""
        left = self.left(node.depth, column)
        if self.typesetter.runs_left(column - 1):
            room = self.text_width(node, column)
            left = self._px(_BESIDE) + room - min(room, self.typesetter.measure(column - 1))
        top = cell.top() + self._px(_ABOVE)
        if column > 1 and self.layout is Layout.INTERLEAVED:
            first = self._share(node, 1)
            top += first + self._px(_APART) if first else 0
        return QPointF(cell.left() + left, top)

    def column_at(self, node: Node, column: int, cell: QRect, y: int) -> int:
        """The column whose text is at a height in a cell of a column."""
        if self.layout is Layout.INTERLEAVED and column == 1 and self.columns > 2:
            return 2 if y >= self.text_place(node, 2, cell).y() - self._px(_APART) / 2 else 1
        return column

    def text_span(self, column: int) -> tuple[int, int]:
        """Where the texts of a column start in the viewport, and how far they may go from there."""
        host = self.layout.host(column)
        start, width = self._view.columnViewportPosition(host), self._view.columnWidth(host)
        left = self.left(0, column)
        if self.typesetter.runs_left(column - 1):
            return start + self._px(_BESIDE), width - left - self._px(_BESIDE)
        return start + left, width - left

    def is_exact(self, node: Node) -> bool:
        """Whether every text of the row is laid out at the present width."""
        return all(
            not _published(node, column) or self._known_height(node, column) is not None
            for column in self.shown()
        )

    def _known_height(self, node: Node, column: int) -> int | None:
        key = (node.number, column - 1)
        return self.typesetter.known_height(key, self.text_width(node, column))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if index.column():
            return _NO_SIZE  # the height of a row is asked of every column; the first has it
        node = self._model.node(index)
        height = self.row_height(node)
        if node.slices > 1:
            before = self._model.slice_of(index) * _SLICE
            height = min(max(height - before, 0), _SLICE)
        return QSize(80, height)

    def row_height(self, node: Node) -> int:
        """The height of a row, exact once its texts are laid out."""
        if self.layout is Layout.INTERLEAVED:
            shares = [share for column in self.shown() if (share := self._share(node, column))]
            height = sum(shares) + self._px(_APART) * max(len(shares) - 1, 0)
        else:
            height = 0
            for column in self.layout.shown:
                of_text = self._height(node, column)
                height = of_text if of_text > height else height
        return max(self._first_line(), height) + self._px(_ABOVE) + self._px(_BELOW)

    def _share(self, node: Node, column: int) -> int:
        """The height of a text where one stands below the other; a gap takes a line."""
        height = self._height(node, column)
        return height if height or node.kind is NodeKind.SECTION else self._first_line()

    def _height(self, node: Node, column: int) -> int:
        """The height of a text, or an estimate of it before it is laid out."""
        lengths = node.lengths[column - 1] if column <= len(node.lengths) else ()
        if not lengths:
            return 0
        width = self.text_width(node, column)
        return self.typesetter.height((node.number, column - 1), lengths, width)

    def _first_line(self) -> int:
        return self.typesetter.line_height

    def label_rect(self, cell: QRect) -> QRect:
        """The part of a first cell that stands beside the first line of the texts."""
        top = cell.top() + self._px(_ABOVE) + self.typesetter.drop
        return QRect(cell.left(), top, cell.width(), self._first_line())

    def tick_rect(self, cell: QRect) -> QRect:
        """The tick box in a first cell."""
        side = self._px(_BOX)
        box = QRect(0, 0, side, side)
        line = self.label_rect(cell)
        box.moveTopLeft(QPoint(line.left() + self._px(SPACE), line.center().y() - side // 2))
        return box

    # Painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        node = self._model.node(index)
        cell: QRect = option.rect
        if cell.isEmpty():
            return  # a slice that is not needed at this width
        painter.save()
        if node.slices > 1:
            painter.setClipRect(cell)
            cell = self.whole(node, cell)
        self._background(painter, cell, node)
        if index.column() == 0:
            self._label(painter, cell, node)
        elif self.layout is Layout.INTERLEAVED:
            for column in self.shown():
                self._text(painter, cell, node, column)
        else:
            self._text(painter, cell, node, index.column())
        painter.restore()

    def whole(self, node: Node, cell: QRect) -> QRect:
        """The cell of a node as a whole, for that of one of its slices."""
        top = self._view.visualRect(self._model.index_of(node)).top()
        return QRect(cell.left(), top, cell.width(), self.row_height(node))

    def _background(self, painter: QPainter, rect: QRect, node: Node) -> None:
        # The state that Qt puts into the option says the same, but asking for it makes PySide
        # load every style class, which costs the start of the window 5 ms.
        theme = self.typesetter.theme
        if self._view.selectionModel().isSelected(self._model.index_of(node)):
            fill(painter, rect, theme.selected)
        elif self.hovered == node.number:
            fill(painter, rect, theme.hover)
        elif node.kind is NodeKind.SECTION:
            fill(painter, rect, theme.window)
        fill(painter, QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.rule)

    def _label(self, painter: QPainter, cell: QRect, node: Node) -> None:
        theme = self.typesetter.theme
        rect = self.label_rect(cell)
        if self._model.node(self._view.currentIndex()) is node and self._view.hasFocus():
            fill(painter, QRect(cell.left(), cell.top(), 3, cell.height() - 1), theme.accent)
        if node.has_clauses:
            self._tick_box(painter, QRectF(self.tick_rect(cell)), self._model.state(node))
        rect.setLeft(self.tick_rect(cell).right() + SPACE)
        font = self._label_font()
        if node.kind is NodeKind.SECTION:
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        write_in(painter, theme.text)
        _draw_line(painter, rect.left() + SPACE, rect.center().y(), self._model.label(node))
        if node.texts and len(node.texts[0]) > 1:
            document = self.document(node, 1)
            if document is not None:
                corner = QPointF(rect.left() + SPACE, cell.top() + self._px(_ABOVE))
                self._paragraph_labels(painter, document, corner, node, 0)
        for place, mark in enumerate({mark: None for mark, _ in self._model.remarks(node)}):
            self._badge(painter, QRectF(self.badge_rect(cell, place)), mark)

    def badge_rect(self, cell: QRect, place: int) -> QRect:
        """Where the mark of a row stands in its first cell; the first one outermost."""
        side = self._px(_BADGE)
        badge = QRect(0, 0, side, side)
        line = self.label_rect(cell)
        right = line.right() - SPACE - place * (side + SPACE)
        badge.moveTopLeft(QPoint(right - side, line.center().y() - side // 2))
        return badge

    def _badge(self, painter: QPainter, rect: QRectF, mark: Mark) -> None:
        """A mark of its own shape for each: a sign of inequality in a full circle, a question in
        an open one, a pencil."""
        theme = self.typesetter.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(rect.topLeft())
        painter.scale(rect.width() / 16, rect.height() / 16)
        color = theme.finding_mark if mark is Mark.FINDING else theme.muted
        painter.setPen(QPen(color, 1.3))
        if mark is Mark.FINDING:
            painter.setBrush(color)
            painter.drawEllipse(QRectF(0.6, 0.6, 14.8, 14.8))
            painter.setPen(QPen(theme.paper, 1.5))
            for line in ((4.5, 6.3, 11.5, 6.3), (4.5, 9.7, 11.5, 9.7), (9.7, 3.8, 6.3, 12.2)):
                painter.drawLine(QPointF(*line[:2]), QPointF(*line[2:]))
        elif mark is Mark.UNSURE:
            painter.drawEllipse(QRectF(0.9, 0.9, 14.2, 14.2))
            font = QFont(self._view.font())
            font.setPixelSize(11)
            painter.setFont(font)
            width = QFontMetricsF(font).horizontalAdvance("?")
            _draw_line(painter, 8 - width / 2, 8, "?")
        else:
            pencil = ((2, 14), (3, 10.2), (10.8, 2.4), (13.6, 5.2), (5.8, 13), (2, 14))
            painter.drawPolyline([QPointF(x, y) for x, y in pencil])
            painter.drawLine(QPointF(8.9, 4.3), QPointF(11.7, 7.1))
        painter.restore()

    def _tick_box(self, painter: QPainter, rect: QRectF, state: int) -> None:
        """A box of our own: Qt's has no outline on dark paper."""
        theme = self.typesetter.theme
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
            painter.setPen(QPen(theme.paper, 1.8 * self.scale))
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

    def _text(self, painter: QPainter, cell: QRect, node: Node, column: int) -> None:
        document = self.document(node, column)
        if document is None:
            if node.kind is not NodeKind.SECTION:
                self._gap(painter, cell, node, column)
            return
        place = self.text_place(node, column, cell)
        painter.save()
        if node.slices == 1:  # of others the painter has that of the slice
            painter.setClipRect(cell)
        marked = self._marked(document, node, column)
        # Of a long clause only the lines on the screen.
        seen = QRectF(cell.intersected(QRect(0, 0, self._view.width(), self._view.height())))
        paint(painter, document, place, seen, marked, self.typesetter.theme.text)
        self._own_labels(painter, document, place, node, column)
        if self.pointing is not None:
            self.pointing.paint(painter, document, place, node, column)
        if self.highlights is not None:
            self._signs(painter, document, place, node, column)
        painter.restore()

    def _signs(
        self, painter: QPainter, document: QTextDocument, place: QPointF, node: Node, column: int
    ) -> None:
        """What tells marked words apart beside their colour."""
        from desktop_app.ui.page.marks import paint_sign

        assert self.highlights is not None, "asked for without marked words"
        theme = self.typesetter.theme
        marked = self.highlights.within(node.number, column - 1)
        for hit, kind, current in self._in_sight(document, node, column, marked):
            words = self.hit_cursor(document, node, hit)
            paint_sign(painter, document, place, words, kind, current, theme)

    def _marked(
        self, document: QTextDocument, node: Node, column: int
    ) -> list[tuple[QTextCursor, QColor]]:
        """The marked words of a cell, with their colours."""
        if self.highlights is None:
            return []
        from desktop_app.ui.page.highlights import Kind

        theme = self.typesetter.theme
        return [
            (
                self.hit_cursor(document, node, hit, to_edges=kind is Kind.SELECTED),
                theme.highlight(kind.value, current),
            )
            for hit, kind, current in self._in_sight(
                document, node, column, self.highlights.on(node, column - 1)
            )
        ]

    def _in_sight(
        self, document: QTextDocument, node: Node, column: int, marked: list[Marked]
    ) -> list[Marked]:
        """Of many marked words of a cell those that are on the screen."""
        from desktop_app.ui.page.visible_marks import FEW, in_sight, positions_in_sight

        if len(marked) <= FEW:
            return marked
        host = self.layout.host(column)
        cell = self._view.visualRect(self._model.index_of(node, host))
        seen = QRectF(0, 0, self._view.width(), self._view.height())
        seen.translate(-self.text_place(node, column, cell))
        positions = positions_in_sight(document, seen)
        return in_sight(marked, lambda hit: self.hit_cursor(document, node, hit), positions)

    def hit_cursor(
        self, document: QTextDocument, node: Node, hit: Hit, to_edges: bool = False
    ) -> QTextCursor:
        """Marked words in the laid out cell; `to_edges` with the footnote marks at the edges of
        the paragraph that they reach."""
        paragraphs = self._model.texts(node, hit.side)
        positions = paragraphs[hit.paragraph].positions
        start, end = positions.shown_range(hit.start, hit.end)
        return cursor_over(document, paragraphs, hit.paragraph, start, end, to_edges)

    def _own_labels(
        self, painter: QPainter, document: QTextDocument, place: QPointF, node: Node, column: int
    ) -> None:
        """The labels of paragraphs that differ from the row's: those of the first text below the
        row's own, with the first cell; those of the second here, in the gutter."""
        if column > 1:
            corner = QPointF(place.x() - self._px(_GUTTER), place.y())
            if self.typesetter.runs_left(column - 1):
                corner.setX(place.x() + document.textWidth() + SPACE)
            self._paragraph_labels(painter, document, corner, node, column - 1)

    def _paragraph_labels(
        self, painter: QPainter, document: QTextDocument, corner: QPointF, node: Node, side: int
    ) -> None:
        """The labels of the paragraphs of a text that bear one, each beside its first line."""
        paragraphs = self._model.texts(node, side)
        if not any(paragraph.label for paragraph in paragraphs):
            return
        painter.setPen(self.typesetter.theme.muted)
        painter.setFont(self._small_font())
        block = document.begin()
        layout = document.documentLayout()
        for paragraph in paragraphs:
            if paragraph.label:
                top = layout.blockBoundingRect(block).top() + block.layout().lineAt(0).y()
                middle = corner.y() + top + self.typesetter.line_height / 2
                _draw_line(painter, corner.x(), middle, paragraph.label)
            block = block.next()

    def _label_font(self) -> QFont:
        font = QFont(self._view.font())
        font.setPointSizeF(font.pointSizeF() * self.scale)
        return font

    def label_width(self, node: Node) -> float:
        """The room that the first cell of a row takes from its left edge, badges and all."""
        font = self._label_font()
        if node.kind is NodeKind.SECTION:
            font.setWeight(QFont.Weight.DemiBold)
        words = QFontMetricsF(font).horizontalAdvance(self._model.label(node))
        return self._px(SPACE) + self._px(_BOX) + 2 * SPACE + words + 2 * SPACE

    def _small_font(self) -> QFont:
        font = self._label_font()
        font.setPointSizeF(font.pointSizeF() * 0.85)
        return font

    def _gap(self, painter: QPainter, cell: QRect, node: Node, column: int) -> None:
        """A cell whose text the other version has alone: a gap is shown as a gap."""
        theme = self.typesetter.theme
        place = self.text_place(node, column, cell)
        if self.layout is not Layout.INTERLEAVED:
            fill(painter, cell.adjusted(0, 0, 0, -1), theme.gap)
        painter.setPen(theme.muted)
        painter.setFont(self._small_font())
        middle = place.y() + self._first_line() / 2
        left, said = place.x(), self.tr("— no counterpart")
        if self.typesetter.runs_left(column - 1):
            right = cell.left() + self._px(_BESIDE) + self.text_width(node, column)
            left = right - QFontMetricsF(painter.font()).horizontalAdvance(said)
        _draw_line(painter, left, middle, said)

    # Ticking, by a click on the box or with Space

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        from PySide6.QtCore import QEvent, Qt
        from PySide6.QtGui import QKeyEvent, QMouseEvent

        node = self._model.node(index)
        hit = False
        if not node.has_clauses:
            return False
        if isinstance(event, QKeyEvent):
            hit = event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Space
        elif isinstance(event, QMouseEvent) and index.column() == 0:
            cell: QRect = option.rect
            around = self.tick_rect(cell).adjusted(-SPACE, -SPACE, SPACE, SPACE)
            released = event.type() == QEvent.Type.MouseButtonRelease
            hit = released and around.contains(event.position().toPoint())
        if hit:
            self._model.toggle(node)
        return hit


def _published(node: Node, column: int) -> tuple[Paragraph, ...]:
    """What a cell holds in any script: enough to say whether it is empty and about how long."""
    return node.texts[column - 1] if column <= len(node.texts) else ()


def _rounded(rect: QRectF, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    return path


def _draw_line(painter: QPainter, left: float, middle: float, text: str) -> None:
    """Draws one line of text, centred upon a height."""
    metrics = QFontMetricsF(painter.font())
    baseline = middle + (metrics.ascent() - metrics.descent()) / 2
    painter.drawText(QPointF(left, baseline), text)
