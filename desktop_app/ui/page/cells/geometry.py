"""The geometry of rows in pixels: heights, and where texts, labels, tick boxes and badges are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QFont, QFontMetricsF

from desktop_app.resolution.model import Run
from desktop_app.ui.page.cells.typesetting import Rank
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
_PART = 5 * SPACE
"""Above a part, whose hairline is in the middle of it."""
_BESIDE = 4 * SPACE
_TITLE = 8
"""Line heights that a column must be wide for large letters in the title."""
_APART = 2 * SPACE
"""Between two texts, one below the other."""
_GUTTER = 10 * SPACE
"""Left of the second text: room for labels that differ from the row's own."""
_BOX = 14
_BADGE = 15
SHORTEST = 15 * SPACE
"""The shortest line in pixels."""
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
        self.heads = model.heads

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
            room = self._rooms[key] = max(width - taken, SHORTEST)
        return room

    def shown_columns(self) -> list[int]:
        """The columns whose texts are shown."""
        return self._shown

    @property
    def shown_hosts(self) -> list[int]:
        """The columns of the tree that show texts."""
        return [*dict.fromkeys(map(self.layout.host, self._shown))]

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
            self._rank(node),
        )

    def _rank(self, node: Node) -> Rank:
        if node.kind is not NodeKind.SECTION:
            return Rank.TEXT
        if node.name == "masthead":
            is_wide = all(
                self.text_width(node, c) >= _TITLE * self.first_line() for c in self._shown
            )
            return Rank.TITLE if is_wide else Rank.HEADING
        return Rank.TEXT if self.heads.name(node) else Rank.HEADING

    def head(self, node: Node, column: int) -> CellDocument:
        """The laid-out name of a part."""
        named = Paragraph("", (Run(self.heads.name(node)),))
        key = -node.number, column - 1
        runs_left = self.typesetter.runs_left(column - 1)
        width = self.text_width(node, column) if runs_left else self.texts_width()
        return self.typesetter.document(key, [named], width, Rank.HEADING)

    def texts_width(self) -> int:
        """The width of all columns with texts."""
        return sum(map(self._tree.columnWidth, self.shown_hosts))

    def head_corner(self, node: Node, column: int, cell: QRect) -> QPointF:
        """The top left corner of the name of a part."""
        corner = self.text_corner(node, column, cell)
        corner.setY(self.text_top(cell, node))
        return corner

    def first_line_end(self, node: Node, column: int, cell: QRect) -> float:
        """The right end of what stands in the first line of a head, as far as it reaches into a
        cell of a column."""
        if self.head_height(node):
            first = self.shown_hosts[0]
            start = self._tree.columnViewportPosition(first) + self.left(node.depth, first)
            return start + _line_width(self.head(node, first))
        document = self.document(node, column)
        if document is None:
            return cell.left()
        if self.typesetter.runs_left(column - 1):
            return self.text_right(node, column, cell)
        return self.text_corner(node, column, cell).x() + _line_width(document)

    def head_height(self, node: Node) -> int:
        """The height of the line above the texts of a part that names it, 0 for none."""
        is_named = node.kind is NodeKind.SECTION and self.heads.name(node)
        return round(1.25 * self.first_line()) if is_named else 0

    def facts_height(self, node: Node) -> int:
        """The height of the facts below the title, 0 for any other row."""
        return self.first_line() if node.name == "masthead" and node.texts else 0

    def beside(self, column: int) -> int:
        """What a column is wider than its text."""
        return self.px(_GUTTER if column > 1 else _BESIDE) + self.px(_BESIDE)

    def text_corner(self, node: Node, column: int, cell: QRect) -> QPointF:
        """The top left corner of a column's text in the cell that shows it; for a text from right
        to left, that of its longest possible line."""
        left = self.left(node.depth, column)
        if self.typesetter.runs_left(column - 1):
            room = self.text_width(node, column)
            left = self.px(_BESIDE) + room - min(room, self.typesetter.measure(column - 1))
        top = self.text_top(cell, node) + self.head_height(node)
        if column > 1 and self.layout is Layout.INTERLEAVED:
            first = self._share(node, 1)
            top += first + self.px(_APART) if first else 0
        return QPointF(cell.left() + left, top)

    def text_top(self, cell: QRect, node: Node) -> int:
        """The top of the first line in a cell."""
        return cell.top() + self._above(node)

    def _above(self, node: Node) -> int:
        return self.px(_PART if node.kind is NodeKind.SECTION else _ABOVE)

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
        head = self.head_height(node)
        if not head:
            height = max(self.first_line(), height)
        return self._above(node) + head + height + self.facts_height(node) + self.px(_BELOW)

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

    def label_rect(self, cell: QRect, node: Node) -> QRect:
        """The part of a first cell beside the first line of a row."""
        top = self.text_top(cell, node) + self.typesetter.drop
        return QRect(cell.left(), top, cell.width(), self.first_line())

    def tick_rect(self, cell: QRect, node: Node) -> QRect:
        """The tick box in a first cell, left of the longest label."""
        side = self.px(_BOX)
        box = QRect(0, 0, side, side)
        line = self.label_rect(cell, node)
        left = line.left() + self.px(_BADGE) + 2 * SPACE
        box.moveTopLeft(QPoint(left, line.center().y() - side // 2))
        return box

    def labels(self, node: Node, column: int) -> list[str]:
        """The label of each paragraph in a cell of a column: the row's own where it has none of its
        own."""
        texts = node.texts[column - 1] if column <= len(node.texts) else ()
        return [
            paragraph.label or ("" if number else node.name)
            for number, paragraph in enumerate(texts)
        ]

    def label(self, node: Node) -> str:
        """The label beside the first text that is shown, "" for a gap."""
        return next(iter(self.labels(node, self._shown[0])), "")

    def label_words(self, cell: QRect, node: Node) -> QRect:
        """Where the words of a label are: flush right, beside the text."""
        rect = self.label_rect(cell, node)
        rect.setRight(rect.right() - self.px(SPACE))
        words = QFontMetricsF(self.label_font()).horizontalAdvance(self.label(node))
        rect.setLeft(max(rect.right() - round(words), rect.left()))
        return rect

    def whole(self, node: Node, cell: QRect) -> QRect:
        """The whole cell of a node, from the cell of one of its slices."""
        top = self._tree.visualRect(self.model.index_of(node)).top()
        return QRect(cell.left(), top, cell.width(), self.row_height(node))

    def badge_rect(self, cell: QRect, node: Node, number: int) -> QRect:
        """A badge in a first cell, left of the tick box; a further one below it."""
        side = self.px(_BADGE)
        badge = QRect(0, 0, side, side)
        line = self.label_rect(cell, node)
        top = line.center().y() - side // 2 + number * (side + SPACE)
        badge.moveTopLeft(QPoint(line.left() + SPACE, top))
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
        """The width that the first cell of a row needs: badge, tick box, label."""
        words = 0.0
        if node.kind is not NodeKind.SECTION:
            words = QFontMetricsF(self.label_font()).horizontalAdvance(node.name)
        beside = self.px(_BADGE) + self.px(_BOX) + self.px(SPACE) + 4 * SPACE
        return beside + words

    def small_font(self) -> QFont:
        """The font of labels beside paragraphs and of gaps."""
        font = self.label_font()
        font.setPointSizeF(font.pointSizeF() * 0.85)
        return font


def _line_width(document: CellDocument) -> float:
    """The width of the first line of a laid-out text."""
    return document.begin().layout().lineAt(0).naturalTextWidth()


def _published(node: Node, column: int) -> tuple[Paragraph, ...]:
    """The published text of a cell: shows whether it is empty in any script."""
    return node.texts[column - 1] if column <= len(node.texts) else ()
