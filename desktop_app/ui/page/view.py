"""The page: one collapsible tree whose rows hold both texts."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRect, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView

from desktop_app.ui.page.cells.badges import paint_arrow
from desktop_app.ui.page.columns import INDENTATION, Columns
from desktop_app.ui.page.ink import fill
from desktop_app.ui.page.nodes import Place
from desktop_app.ui.page.tree import RowTree
from desktop_app.ui.widgets.theme import SPACE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import (
        QContextMenuEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
        QWheelEvent,
    )

    from desktop_app.ui.page.cells.delegate import Index
    from desktop_app.ui.page.cells.highlights import HighlightKind, SelectedWords
    from desktop_app.ui.page.cells.spans import CellSpan
    from desktop_app.ui.page.look import Layout, Look
    from desktop_app.ui.page.model import BitextModel


class BitextView(RowTree):
    """Shows a bitext model in a look, and passes mouse and keyboard events to its interactions.

    A new theme, size or font needs a new typesetter, not a new model: folds, ticks and highlights
    stay. Signals: `columns_moved` with start and width of each text in pixels, None for a hidden
    one, and those of the page; `menu_wanted` with a point of the screen and its column;
    `zoom_wanted` with the per cent by which to enlarge the text; `layout_changed`.
    """

    columns_moved = Signal(list, tuple)
    menu_wanted = Signal(QPoint, int)
    zoom_wanted = Signal(int)
    layout_changed = Signal()

    def __init__(self, model: BitextModel, look: Look) -> None:
        super().__init__(model, look)
        self.columns = Columns(self)
        self._turned = 0
        """How far the wheel was turned without zooming yet, in Qt's units."""
        self.setIndentation(INDENTATION)
        self.setAccessibleName(self.tr("Resolution"))
        # Delayed: the columns are resized one after the other.
        self._resized = QTimer(self, singleShot=True, interval=0)
        self._resized.timeout.connect(self._emit_columns)
        self.header().sectionResized.connect(lambda: self._resized.start())

    # What is shown

    def show_model(self, model: BitextModel, start_at: Place | None = None) -> None:
        """Shows a bitext from a place, by default from its top."""
        is_first = len(self.bitext_model().nodes()) == 1
        if start_at is None:
            folded = {node.number for node in model.root.children if node.name == "masthead"}
            start_at = Place(top=0, share=0.0, current=0, folded=frozenset(folded))
        self.setUpdatesEnabled(False)
        self._replace_model(model)
        self._fold(start_at.folded)
        if start_at.current:
            self.setCurrentIndex(model.index_of(model.nodes()[start_at.current]))
        elif not is_first:
            # Otherwise Qt makes the first row current when the page gets the focus, in the middle
            # of reading.
            from PySide6.QtCore import QItemSelectionModel

            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(model.index(0, 0), flag)
        if not is_first:
            self.scrollToTop()  # the page was scrolled for the last document
        self.go_to_surely(start_at.top, start_at.share)
        self._page_changed()

    def show_rows(self, model: BitextModel) -> None:
        """Shows the same document with corrected rows; folds, current row and clause in view
        stay."""
        from desktop_app.ui.page.following import followed  # the first page has no corrections

        before = self.bitext_model().nodes()
        now = followed(before, model.nodes())
        folded = {number for former in self.folded() for number in now[former]}
        top = self.top_row()
        if top is not None:
            top = now[top[0]][0], top[1]
        current = now[self.current_node.number][0]
        self.setUpdatesEnabled(False)
        self._replace_model(model)
        self._fold(folded)
        self.bring_back(top)
        if current:
            self.setCurrentIndex(model.index_of(model.nodes()[current]))
            self.bring_back(top)
        else:
            from PySide6.QtCore import QItemSelectionModel

            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(model.index(0, 0), flag)
        self._page_changed()

    def _replace_model(self, model: BitextModel) -> None:
        self.page_about_to_change()
        self.cells = self._geometry(model)
        self.row_delegate.follow(self.cells)
        self.make_room()
        self.setModel(model)
        model.ticked.connect(lambda _: self.viewport().update())
        self.hide_columns()
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(12 * SPACE)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.columns.fit()

    def _fold(self, folded: Collection[int]) -> None:
        """Folds these nodes and unfolds all others."""
        model = self.bitext_model()
        self.expandAll()
        for number in folded:
            self.collapse(model.index_of(model.nodes()[number]))
        self._emit_columns()

    def page_about_to_change(self) -> None:
        """Tells the interactions that the page is about to change."""
        for interaction in self.interactions:
            interaction.page_about_to_change()

    def _page_changed(self) -> None:
        """Tells the interactions that the page has changed, and repaints it."""
        for interaction in self.interactions:
            interaction.page_changed()
        self.settle()
        self.setUpdatesEnabled(True)

    # The look

    def restyle(self, look: Look) -> None:
        """Shows the same rows in other colours, fonts or another size; folds, current row,
        highlights and clause in view stay."""
        before, self.look = self.look, look
        is_sized = (look.zoom, look.typography) != (before.zoom, before.typography)
        position = self.top_position()
        self.page_about_to_change()
        self.color_labels()
        typesetter = self.typesetter(self.bitext_model())
        if not is_sized:
            typesetter.keep_heights_of(self.cells.typesetter)
        self.cells.typesetter = typesetter
        self.setUpdatesEnabled(False)
        if is_sized:
            self.make_room()
            self.columns.fit()
            self.doItemsLayout()
            self.go_to(*position)
        self._page_changed()
        self.viewport().update()

    def show_layout(self, layout: Layout) -> None:
        """Shows the same rows in another layout; the clause in view stays."""
        self.look = self.look._replace(layout=layout)
        self.make_room()
        position = self.top_position()
        self.page_about_to_change()
        self.setUpdatesEnabled(False)
        self.hide_columns()
        self.columns.fit()
        self.doItemsLayout()
        self.go_to_surely(*position)
        self._emit_columns()
        self.setUpdatesEnabled(True)
        self.layout_changed.emit()

    def show_script(self) -> None:
        """Shows the texts in the model's new script. Rows keep their heights as estimates until
        they come near the screen."""
        self.page_about_to_change()
        typesetter = self.typesetter(self.bitext_model())
        typesetter.estimate_from(self.cells.typesetter)
        self.cells.typesetter = typesetter
        self.settle()
        self.viewport().update()

    def _emit_columns(self) -> None:
        self.columns_moved.emit(self.cells.column_spans(), self.columns.page)

    def expandAll(self) -> None:
        """Unfolds all rows; Qt sends no signal for it."""
        self.page_about_to_change()
        super().expandAll()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        self.settle()
        super().paintEvent(event)
        self._paint_desk()

    def _paint_desk(self) -> None:
        """Paints what is beside the page."""
        left, width = self.columns.page
        painter = QPainter(self.paper)
        desk, height = self.look.theme.window, self.height()
        for edge, room in ((0, left), (left + width, self.width() - left - width)):
            if room > 0:
                fill(painter, QRect(edge, 0, room, height), desk)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        row = self.top_row() if event.oldSize().width() != event.size().width() else None
        super().resizeEvent(event)
        if row is not None:
            self.page_about_to_change()
            is_changed = self.make_room()
            self.columns.fit()
            self.doItemsLayout()
            self.bring_back(row)
            if is_changed:
                self.layout_changed.emit()

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Paints the fold arrow beside the first line of a row, not at its middle as Qt does."""
        if rect.isEmpty():
            return
        node = self.node(index)
        plain = self.bitext_model().index_of(node)
        painter.save()
        if node.slices > 1:
            painter.setClipRect(rect)
            rect = self.cells.whole(node, rect)
        theme = self.look.theme
        if self.selectionModel().isSelected(plain):
            fill(painter, rect, theme.selected)
        elif self.row_delegate.hovered == node.number:
            fill(painter, rect, theme.hover)
        painter.restore()
        if node.children:
            line, scale = self.cells.label_rect(rect, node), self.cells.scale
            center = QPointF(line.right() - 2 * SPACE * scale, line.center().y())
            paint_arrow(painter, center, self.isExpanded(plain), scale, theme)

    # Highlights

    def show_selection(self, selection: SelectedWords | None) -> None:
        """Highlights the selected words, None for none."""
        self.row_delegate.highlights.selection = selection
        self.viewport().update()

    def highlight(
        self, kind: HighlightKind, spans: Iterable[CellSpan], current: Collection[CellSpan] = ()
    ) -> None:
        """Replaces the highlights of one kind; those in `current` stand out."""
        self.row_delegate.highlights.put(kind, spans, current)
        self.viewport().update()

    def highlight_more(self, kind: HighlightKind, spans: Iterable[CellSpan]) -> None:
        """Adds highlights of one kind."""
        self.row_delegate.highlights.add(kind, spans)
        self.viewport().update()

    def show_span(self, span: CellSpan) -> None:
        """Scrolls words into view, no further than it must, and unfolds the rows above them."""
        from desktop_app.ui.page.cells.span_lines import line_of  # late: none on the first page

        cells = self.cells
        node = cells.model.nodes()[span.node]
        self.unfold_above(node)
        self.scrollTo(cells.model.index_of(node, cells.layout.host(span.side + 1)))
        line = line_of(self, span)
        if line is None:
            return
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if line.top() < 0:
            bar.setValue(bar.value() + int(line.top()) - 2 * SPACE)
        elif line.bottom() > height:
            bar.setValue(bar.value() + int(line.bottom() - height) + 2 * SPACE)

    def go_to_span(self, span: CellSpan, *, is_step: bool = False) -> None:
        """Jumps to words: brings them to a third of the page, unless they are in view."""
        from desktop_app.ui.page.cells.span_lines import line_of  # late: none on the first page

        self.jumping.emit(is_step)
        for _ in range(2):  # rows that come into view can prove higher than estimated
            line = line_of(self, span)
            if line is not None:
                self.bring_into_view(line.top(), line.bottom())
                self.settle()
        self.jumped.emit()

    def text_cell(self, index: QModelIndex) -> QRect:
        """The cell that shows the text of a column, in this column or another."""
        host = self.cells.layout.host(index.column())
        return self.visualRect(index.siblingAtColumn(host))

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not any(interaction.press(event) for interaction in self.interactions):
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not any(interaction.release(event) for interaction in self.interactions):
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not any(interaction.double_click(event) for interaction in self.interactions):
            super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        from PySide6.QtCore import Qt

        if any(interaction.drag(event) for interaction in self.interactions):
            return
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()))
        shapes = (interaction.hover(event) for interaction in self.interactions)
        shape = next(filter(None, shapes), Qt.CursorShape.ArrowCursor.name)
        self.viewport().setCursor(Qt.CursorShape[shape])

    def _hover(self, index: QModelIndex) -> None:
        """Lights up both texts of the row under the pointer."""
        number = self.node(index).number if index.isValid() else -1
        if self.row_delegate.hovered != number:
            self.row_delegate.hovered = number
            self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        for interaction in self.interactions:
            interaction.leave()
        self._hover(QModelIndex())
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        from PySide6.QtCore import Qt

        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            # A notch of a wheel is 120, ten per cent; a touchpad sends less at a time.
            self._turned += event.angleDelta().y()
            by = int(self._turned / 12)
            self._turned -= 12 * by
            if by:
                self.zoom_wanted.emit(by)
            event.accept()
            return
        super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        from PySide6.QtGui import QContextMenuEvent

        keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if keyboard else self.indexAt(event.pos())
        if not index.isValid():
            return
        if keyboard:
            corner = self.visualRect(index.siblingAtColumn(0)).bottomLeft()
            self.menu_wanted.emit(self.viewport().mapToGlobal(corner), 0)
        else:
            for interaction in self.interactions:
                interaction.menu_wanted(self.node(index))
            self.setCurrentIndex(index)
            self.menu_wanted.emit(event.globalPos(), index.column())

    # The keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from desktop_app.ui.page.keys import move

        if any(interaction.key(event) for interaction in self.interactions):
            return
        current = self.currentIndex()
        if not move(self, event):
            super().keyPressEvent(event)
        if self.currentIndex() != current:
            for interaction in self.interactions:
                interaction.current_row_left()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Offers Tab to the interactions first. Reports an exception at once: PySide would keep it
        during another call, and the program could crash on it later."""
        try:
            stepped = any(interaction.step(1 if next else -1) for interaction in self.interactions)
        except Exception:
            sys.excepthook(*sys.exc_info())
            stepped = False
        return stepped or super().focusNextPrevChild(next)
