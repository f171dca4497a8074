"""The reading view: one collapsible tree whose rows hold both languages."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRect, QTimer, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTreeView, QWidget

from desktop_app.common.typography import PLAIN, Typography
from desktop_app.resolution.language import language_tag
from desktop_app.ui.page.delegate import RowDelegate
from desktop_app.ui.page.ink import fill, fill_path
from desktop_app.ui.page.layouts import Layout
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.page.nodes import Node, followed
from desktop_app.ui.page.typesetting import Typesetter, words_place
from desktop_app.ui.widgets.theme import SPACE, Theme

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

    from desktop_app.ui.cards.note_card import NoteCard
    from desktop_app.ui.cards.pointing import Pointing
    from desktop_app.ui.finding.finder import Hit
    from desktop_app.ui.page.delegate import Index
    from desktop_app.ui.page.highlights import Kind
    from desktop_app.ui.selection.rules import Selection
    from desktop_app.ui.selection.selecting import Selecting
    from desktop_app.ui.settings.kept_places import Begin

_LABELS = 37 * SPACE
"""The least width of the first column at 100 per cent."""
_LABELS_SHARE = 0.26
"""Of the window's width: labels grow with the text until they take that much."""
_INDENTATION = 5 * SPACE
_POINTS = 12.0
"""The size of the text at 100 per cent."""
SMALLEST, LARGEST = 50, 300
"""Zoom, in per cent."""


class BitextView(QTreeView):
    """Shows a bitext model. Rows are laid out when they come near the screen; until then their
    heights are estimates.

    Signals: `columns_moved` with where each text starts and how wide its column is,
    `menu_wanted` with a point of the screen and the column that it is in, `zoom_wanted` with the
    per cent by which the text is to be larger.
    """

    columns_moved = Signal(list)
    menu_wanted = Signal(QPoint, int)
    zoom_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._zoom = 100
        self._layout = Layout.BOTH
        self._typography = PLAIN
        self._turned = 0
        self._longest: tuple[BitextModel, dict[int, Node]] | None = None
        self.row_delegate: RowDelegate | None = None
        self._settling = False
        self._pointing: Pointing | None = None
        self._selecting: Selecting | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(_INDENTATION)
        self.setUniformRowHeights(False)
        self.setAnimated(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # There from the start, so that rows are not laid out again for the width that it takes.
        # By name, for the start does without the names of Qt's namespace.
        self.setProperty("verticalScrollBarPolicy", "ScrollBarAlwaysOn")
        self.setProperty("horizontalScrollBarPolicy", "ScrollBarAlwaysOff")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAccessibleName(self.tr("Resolution"))
        self.setHeaderHidden(True)
        # A little later: the columns are resized one after the other, and all count.
        self._resized = QTimer(self, singleShot=True, interval=0)
        self._resized.timeout.connect(self._tell_columns)
        self.header().sectionResized.connect(self._columns_resized)
        self.verticalScrollBar().setSingleStep(8 * SPACE)

    @property
    def pointing(self) -> Pointing:
        """What answers when marks and citations are pointed at, made when it is first wanted."""
        if self._pointing is None:
            from desktop_app.ui.cards.pointing import Pointing

            self._pointing = Pointing(self)
        return self._pointing

    def answer(self) -> None:
        """From now on citations are found and underlined: called once there is a page to read."""
        self.pointing.follow()

    @property
    def card(self) -> NoteCard:
        """The card for footnotes and cited documents."""
        return self.pointing.card

    def dismiss_card(self) -> None:
        """Hides the card, if there is one."""
        if self._pointing is not None:
            self._pointing.dismiss()

    @property
    def selecting(self) -> Selecting:
        """What selects text, made when the first text is."""
        if self._selecting is None:
            from desktop_app.ui.selection.selecting import Selecting

            self._selecting = Selecting(self)
        return self._selecting

    # What is shown

    def bitext_model(self) -> BitextModel | None:
        model = self.model()
        return model if isinstance(model, BitextModel) else None

    @property
    def zoom(self) -> int:
        """The size of the text in per cent."""
        return self._zoom

    @property
    def typography(self) -> Typography:
        """The fonts and the alignment of the text."""
        return self._typography

    def begin_with(self, zoom: int, typography: Typography, layout: Layout) -> None:
        """How the first document will be set."""
        self._zoom = min(max(zoom, SMALLEST), LARGEST)
        self._typography = typography
        self._layout = layout

    def show_model(
        self,
        model: BitextModel,
        theme: Theme,
        zoom: int,
        again: bool = False,
        begin: Begin | None = None,
    ) -> None:
        """Shows a bitext, as it was left if that is known. If it is the one that was shown, `again`
        with its rows corrected, then folds, the current row and the clause in view stay as they
        are."""
        before = self.bitext_model()
        if before and again:
            now = followed(before.nodes(), model.nodes())
            folded = {number for former in self._folded(before) for number in now[former]}
            place = self._place()
            if place is not None:
                place = now[place[0]][0], place[1]
            current = now[before.node(self.currentIndex()).number][0]
        else:
            folded = {n.number for n in model.root.children if n.name == "masthead"}
            place, current = None, 0
            if begin is not None:
                folded, current = set(begin.folded), begin.current
        self.dismiss_card()
        self._theme = theme
        self._zoom = min(max(zoom, SMALLEST), LARGEST)
        typesetter = self._typesetter(model, theme)
        self.setUpdatesEnabled(False)
        former = self.row_delegate
        self.row_delegate = None
        self.setModel(model)
        if before is not model:
            model.ticked.connect(self._ticks_changed)
        self.row_delegate = RowDelegate(self, model, typesetter)
        self._lay_out_columns(self.row_delegate)
        if former is not None and before is model:
            self.row_delegate.highlights = former.highlights
        self.setItemDelegate(self.row_delegate)
        if former is not None:
            former.deleteLater()
        if self._selecting is not None:
            self._selecting.follow(model, again)
        if self._pointing is not None:
            self._pointing.follow()
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(12 * SPACE)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        self._size_labels()
        self.expandAll()
        for number in folded:
            self.collapse(model.index_of(model.nodes()[number]))
        self._tell_columns()
        self._restore(place)
        if current:
            self.setCurrentIndex(model.index_of(model.nodes()[current]))
            self._restore(place)
        elif before is not None:
            # Else Qt makes the first row the current one when the keyboard comes back, in the
            # midst of reading.
            from PySide6.QtCore import QItemSelectionModel

            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(model.index(0, 0), flag)
        if before is not None and not again:
            self.scrollToTop()  # the document before was elsewhere
        if begin is not None:
            self.go_to(begin.top, begin.share)
            self.settle()
            self.go_to(begin.top, begin.share)  # which the heights thought before can forbid
        self.settle()
        self.setUpdatesEnabled(True)

    @property
    def text_layout(self) -> Layout:
        """How the two texts stand to each other."""
        return self._layout

    def show_layout(self, layout: Layout) -> None:
        """Shows the same rows with their texts in another layout; the clause in view stays."""
        self._layout = layout
        if self.row_delegate is None:
            return
        place = self.place()
        self.dismiss_card()
        self.setUpdatesEnabled(False)
        self._lay_out_columns(self.row_delegate)
        self.doItemsLayout()
        self.go_to(*place)
        self.settle()
        self.go_to(*place)
        self._tell_columns()
        self.setUpdatesEnabled(True)

    def _lay_out_columns(self, delegate: RowDelegate) -> None:
        """Shows and hides columns; a text alone has but one."""
        layout = self._layout if delegate.columns > 2 else Layout.BOTH
        delegate.layout = layout
        for column in range(1, delegate.columns):
            self.setColumnHidden(column, column in layout.hidden)

    def restyle(
        self,
        theme: Theme | None = None,
        zoom: int | None = None,
        typography: Typography | None = None,
    ) -> None:
        """Shows the same rows in other colours, in another size or in other fonts; folds, the
        current row, marked words and the clause in view stay as they are."""
        sized = zoom is not None or typography is not None
        if zoom is not None:
            self._zoom = min(max(zoom, SMALLEST), LARGEST)
        if typography is not None:
            self._typography = typography
        if theme is not None:
            self._theme = theme
        model = self.bitext_model()
        if model is None or self.row_delegate is None or self._theme is None:
            return
        place = self.place()
        self.dismiss_card()
        typesetter = self._typesetter(model, self._theme)
        if not sized:
            typesetter.keep_heights_of(self.row_delegate.typesetter)
        self.row_delegate.typesetter = typesetter
        if self._pointing is not None:
            self._pointing.apply_theme()
        if sized:
            self.setUpdatesEnabled(False)
            self._size_labels()
            self.doItemsLayout()
            self.go_to(*place)
            self.setUpdatesEnabled(True)
        if self._pointing is not None:
            self._pointing.follow()
        self.settle()
        self.viewport().update()

    def _size_labels(self) -> None:
        """Gives labels, boxes and the column that they are in the size of the text, as far as that
        leaves room for the texts."""
        model = self.bitext_model()
        if model is None or self.row_delegate is None:
            return
        self.row_delegate.scale = 1.0
        least = self._labels_width(model)
        room = _LABELS_SHARE * self.width() / least
        self.row_delegate.scale = scale = max(1.0, min(self._zoom / 100, room))
        width = (
            round(least * scale)
            if scale == 1
            else max(self._labels_width(model), round(_LABELS * scale))
        )
        if self.indentation() != round(_INDENTATION * scale):
            self.setIndentation(round(_INDENTATION * scale))
        if self.header().sectionSize(0) != width:
            self.header().resizeSection(0, width)

    def _labels_width(self, model: BitextModel) -> int:
        """The width that the longest label of each level needs at the present scale."""
        assert self.row_delegate is not None, "asked for the labels of no rows"
        if self._longest is None or self._longest[0] is not model:
            self._longest = model, _longest_labels(model)
        indentation = _INDENTATION * self.row_delegate.scale
        needs = [
            indentation * (level + 1) + self.row_delegate.label_width(node)
            for level, node in self._longest[1].items()
        ]
        return max(_LABELS, *map(round, needs)) if needs else _LABELS

    def show_script(self, configuration: str) -> None:
        """Shows the Chinese of the same bitext in another script. Rows keep their heights until
        they are laid out again, which is when they come near the screen."""
        model = self.bitext_model()
        if model is None or self._theme is None or self.row_delegate is None:
            return
        self.dismiss_card()
        model.show_script(configuration)
        typesetter = self._typesetter(model, self._theme)
        typesetter.estimate_from(self.row_delegate.typesetter)
        self.row_delegate.typesetter = typesetter
        self.settle()
        self.viewport().update()

    def _typesetter(self, model: BitextModel, theme: Theme) -> Typesetter:
        tags = [language_tag(side) for side in model.sides()]
        return Typesetter(tags, _POINTS * self._zoom / 100, theme, self._typography)

    def _columns_resized(self) -> None:
        self._resized.start()

    def _tell_columns(self) -> None:
        if self.row_delegate is None:
            return
        delegate = self.row_delegate
        places: list[tuple[int, int] | None] = [None] * (delegate.columns - 1)
        for column in delegate.shown():
            places[column - 1] = delegate.text_span(column)
        first, *others = places
        if delegate.layout is Layout.INTERLEAVED and first and others[0]:
            # One text below the other: what is said of them stands side by side, and of a text
            # from right to left at the right, where it begins.
            step = -1 if delegate.typesetter.runs_left(0) else 1
            (left, _), (start, width) = (first, others[0])[::step]
            middle = (left + start + width) // 2
            places[:] = [(left, middle - left), (middle, start + width - middle)][::step]
        self.columns_moved.emit(places)

    def expandAll(self) -> None:
        """Qt tells nobody of it."""
        self.dismiss_card()
        super().expandAll()

    def _folded(self, model: BitextModel) -> set[int]:
        return {
            node.number
            for node in model.nodes()[1:]
            if node.children and not self.isExpanded(model.index_of(node))
        }

    def place(self) -> tuple[int, float]:
        """The number of the node at the top of the viewport, and the share of its height that is
        scrolled out."""
        found = self._place()
        if found is None:
            return 0, 0.0
        return found[0], max(-found[1], 0) / max(self._height_of(found[0]), 1)

    def where(self) -> Begin:
        """The place, the current row and the folds."""
        from desktop_app.ui.settings.kept_places import Begin

        model = self.bitext_model()
        current = model.node(self.currentIndex()).number if model else 0
        return Begin(*self.place(), current, frozenset(self.folded()))

    def go_to(self, number: int, share: float) -> None:
        """Brings a node to the top of the viewport, that share of its height scrolled out."""
        model = self.bitext_model()
        if model is None or not number:
            return
        index = model.index_of(model.nodes()[number])
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)
        self.settle()
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(share * self._height_of(number)))

    def _height_of(self, number: int) -> int:
        model = self.bitext_model()
        if model is None or self.row_delegate is None:
            return 0
        return self.row_delegate.row_height(model.nodes()[number])

    def folded(self) -> set[int]:
        """The numbers of the nodes that are folded."""
        model = self.bitext_model()
        return self._folded(model) if model else set()

    def _place(self) -> tuple[int, int] | None:
        """The node at the top of the viewport, and how far it is scrolled out."""
        model = self.bitext_model()
        top = self.indexAt(QPoint(1, 1))
        if not model or not top.isValid():
            return None
        return model.node(top).number, self.visualRect(top).top()

    def _restore(self, place: tuple[int, int] | None) -> None:
        """Brings a node back to where `_place` found it."""
        model = self.bitext_model()
        if place is None or model is None:
            return
        self.scrollTo(
            model.index_of(model.nodes()[place[0]]), QAbstractItemView.ScrollHint.PositionAtTop
        )
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() - min(place[1], 0))

    # Rows are exact where they are seen

    def paintEvent(self, event: QPaintEvent) -> None:
        self.settle()
        super().paintEvent(event)

    def settle(self) -> None:
        """Lays out the rows on the screen and gives each the height that it needs."""
        if self._settling or self.row_delegate is None:
            return
        self._settling = True
        for _ in range(8):  # each round can bring rows onto the screen that were below it
            rough = [
                index
                for index in self.visible_rows()
                if not self.row_delegate.is_exact(self._node(index))
            ]
            if not rough:
                break
            changed = [index for index in rough if self._lay_out(self._node(index))]
            # Each call makes Qt add up the heights of all rows, so neighbours are told together.
            for first, last in _neighbours(changed):
                self.dataChanged(first, last.sibling(last.row() + self.rows_taken(last) - 1, 0))
        self._settling = False

    def _lay_out(self, node: Node) -> bool:
        """Lays out the texts of a row; whether its height is another one than was thought."""
        if self.row_delegate is None:
            return False
        height = self.row_delegate.row_height(node)
        for column in self.row_delegate.shown():
            self.row_delegate.document(node, column)
        return self.row_delegate.row_height(node) != height

    def visible_rows(self) -> list[QModelIndex]:
        """The rows on the screen, by their first cells."""
        found: list[QModelIndex] = []
        index = self.indexAt(QPoint(1, 0))
        # The viewport knows its height, but asking for it makes PySide load every widget class,
        # which costs the start of the window 7 ms.
        bottom = self.height()
        while index.isValid() and self.visualRect(index).top() <= bottom:
            found.append(index)
            for _ in range(self.rows_taken(index)):
                index = self.indexBelow(index)
        return found

    def rows_taken(self, index: QModelIndex) -> int:
        """How many rows of the tree a row of the document takes."""
        return self._node(index).slices

    def edges(self, index: QModelIndex) -> tuple[int, int]:
        """The top and the bottom of a row of the document in the viewport."""
        node = self._node(index)
        top = self.visualRect(self._index(index)).top()
        return top, top + self._height_of(node.number)

    def whole_row(self, index: QModelIndex) -> QModelIndex:
        """The index of the row of the document that a row of the tree belongs to."""
        model = self.bitext_model()
        if model is None or not model.slice_of(index):
            return index
        return model.index_of(model.node(index), index.column())

    def scroll_to_end(self, by: int) -> None:
        """Scrolls to the end of the document, or with `by` below zero to its begin."""
        bar = self.verticalScrollBar()
        for _ in range(8):  # each time the rows there can turn out to be higher
            end = bar.maximum() if by > 0 else bar.minimum()
            if bar.value() == end:
                break
            bar.setValue(end)
            self.settle()

    def scroll_by(self, pixels: int) -> bool:
        """Scrolls by so many pixels, downwards or, below zero, upwards, whatever heights the rows
        turn out to have; whether there was anything to scroll."""
        model, place = self.bitext_model(), self._place()
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + pixels)
        if model is None or place is None or bar.value() == before:
            return False
        number, top = place
        for _ in range(4):  # each time further rows can come into view that were estimated
            self.settle()
            moved = self.visualRect(model.index_of(model.nodes()[number])).top()
            if moved == top - pixels:
                break
            bar.setValue(bar.value() + moved - (top - pixels))
        return True

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The cell at a point of the viewport; of a long text, which takes several rows, the cell
        in the first of them, from which its places are counted."""
        return self.whole_row(super().indexAt(point))

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """A row that fills the page is in view already, wherever it begins; one that would, is
        shown from its beginning."""
        if hint is QAbstractItemView.ScrollHint.EnsureVisible and index.isValid():
            top, bottom = self.edges(self._index(index))
            height = self.viewport().height()
            if top < 0 and bottom > height:
                return
            if bottom - top > height:
                hint = QAbstractItemView.ScrollHint.PositionAtTop
        super().scrollTo(index, hint)

    def _index(self, index: Index) -> QModelIndex:
        """The plain index for what Qt hands over as either sort."""
        model = self.bitext_model()
        return model.index_of(model.node(index)) if model else QModelIndex()

    def _node(self, index: Index) -> Node:
        model = self.bitext_model()
        assert model is not None, "asked for a row of no model"
        return model.node(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        place = self._place() if event.oldSize().width() != event.size().width() else None
        super().resizeEvent(event)
        if place is not None:
            self.dismiss_card()
            self._size_labels()
            self.doItemsLayout()
            self._restore(place)

    # What is marked

    def top_node(self) -> int:
        """The number of the node at the top of the viewport."""
        model = self.bitext_model()
        return model.node(self.indexAt(QPoint(1, 1))).number if model else 0

    def show_selection(self, selection: Selection | None) -> None:
        """Marks the selected words."""
        from desktop_app.ui.page.highlights import Highlights

        if self.row_delegate is not None:
            if self.row_delegate.highlights is None:
                self.row_delegate.highlights = Highlights()
            self.row_delegate.highlights.selection = selection
            self.viewport().update()

    def is_unfolded(self, node: Node) -> bool:
        """Whether a row is not folded away."""
        model = self.bitext_model()
        above = node.parent
        while model is not None and above is not None and above.parent is not None:
            if not self.isExpanded(model.index_of(above)):
                return False
            above = above.parent
        return True

    def highlight(self, kind: Kind, hits: Iterable[Hit], current: Collection[Hit] = ()) -> None:
        """Marks words in the place of those of the same kind, some as the current ones."""
        from desktop_app.ui.page.highlights import Highlights

        if self.row_delegate is None:
            return
        if self.row_delegate.highlights is None:
            self.row_delegate.highlights = Highlights()
        self.row_delegate.highlights.put(kind, hits, current)
        self.viewport().update()

    def highlight_more(self, kind: Kind, hits: Iterable[Hit]) -> None:
        """Marks further words of a kind."""
        if self.row_delegate is not None and self.row_delegate.highlights is not None:
            self.row_delegate.highlights.add(kind, hits)
            self.viewport().update()

    def make_current(self, number: int) -> None:
        """Makes a row the current one, in view, and unfolds what it is in."""
        model = self.bitext_model()
        if model is not None:
            self._unfold_above(model, model.nodes()[number])
            index = model.index_of(model.nodes()[number])
            self.setCurrentIndex(index)
            self.settle()
            self.scrollTo(index)

    def make_current_in_place(self, index: QModelIndex) -> None:
        """Makes a row the current one and scrolls nothing."""
        self.setAutoScroll(False)
        self.setCurrentIndex(index)
        self.setAutoScroll(True)

    def bring_to_top(self, number: int) -> None:
        """Makes a row the current one, as the first of the page."""
        self.make_current(number)
        self._restore((number, 0))
        self.settle()
        self._restore((number, 0))

    def _unfold_above(self, model: BitextModel, node: Node) -> None:
        above = node.parent
        while above is not None and above.parent is not None:
            self.expand(model.index_of(above))
            above = above.parent

    def show_hit(self, hit: Hit) -> None:
        """Brings marked words into view, and unfolds what they are in."""
        model = self.bitext_model()
        if model is None or self.row_delegate is None:
            return
        node = model.nodes()[hit.node]
        self._unfold_above(model, node)
        index = model.index_of(node, self.row_delegate.layout.host(hit.side + 1))
        self.scrollTo(index)
        self.settle()
        document = self.row_delegate.document(node, hit.side + 1)
        if document is None:
            return
        cell = self.visualRect(index)
        line = words_place(document, self.row_delegate.hit_cursor(document, node, hit))
        line.translate(self.row_delegate.text_place(node, hit.side + 1, cell))
        height = self.viewport().height()
        bar = self.verticalScrollBar()
        if line.top() < 0:
            bar.setValue(bar.value() + int(line.top()) - 2 * SPACE)
        elif line.bottom() > height:
            bar.setValue(bar.value() + int(line.bottom() - height) + 2 * SPACE)

    def _ticks_changed(self, count: int) -> None:
        self.viewport().update()

    # Painting what is not a cell

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """The fold arrow, beside the first line of the row and not in the middle of it."""
        if self.row_delegate is None or rect.isEmpty():
            return
        node = self._node(index)
        painter.save()
        if node.slices > 1:
            painter.setClipRect(rect)
            rect = self.row_delegate.whole(node, rect)
        theme = self.row_delegate.typesetter.theme
        selected = self.selectionModel().isSelected(self._index(index))
        if selected:
            fill(painter, rect, theme.selected)
        elif self.row_delegate.hovered == node.number:
            fill(painter, rect, theme.hover)
        elif node.parent and not node.parent.parent:
            fill(painter, rect, theme.window)
        fill(painter, QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.rule)
        painter.restore()
        if not node.children:
            return
        line = self.row_delegate.label_rect(rect)
        scale = self.row_delegate.scale
        center = QPointF(line.right() - 2 * SPACE * scale, line.center().y())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(center)
        painter.scale(scale, scale)
        painter.rotate(90 if self.isExpanded(self._index(index)) else 0)
        arrow = QPainterPath()
        arrow.addPolygon(QPolygonF([QPointF(-2.5, -4), QPointF(3, 0), QPointF(-2.5, 4)]))
        fill_path(painter, arrow, theme.muted)
        painter.restore()

    # Text that is selected

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.selecting.press(event):
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self.selecting.release():
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self.selecting.double_click(event):
            super().mouseDoubleClickEvent(event)

    # Footnote marks

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        from PySide6.QtCore import Qt

        if self._selecting is not None and self._selecting.drag(event):
            return
        super().mouseMoveEvent(event)
        point = event.position().toPoint()
        self._hover(self.indexAt(point))
        found = not event.buttons() and self.pointing.point_at(point)
        shape = Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor
        if not found and self.selecting.is_over_text(point):
            shape = Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def _hover(self, index: QModelIndex) -> None:
        """The pointer is on a row: both its texts light up."""
        number = self._node(index).number if index.isValid() else -1
        if self.row_delegate is not None and self.row_delegate.hovered != number:
            self.row_delegate.hovered = number
            self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        if self._pointing is not None:
            self._pointing.leave()
        self._hover(QModelIndex())
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt

        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape and self.pointing.escape():
            return
        if event.key() in (*keys, Qt.Key.Key_Space) and self.pointing.open_focused():
            return
        if self.selecting.key(event):
            return
        if event.key() in keys:
            self.open_notes_of_current()
        else:
            from desktop_app.ui.page.keys import walk

            current = self.currentIndex()
            if not walk(self, event):
                super().keyPressEvent(event)
            if self.currentIndex() != current:
                self.selecting.take(None)

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

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes from mark to mark first. What goes wrong is told at once: PySide keeps it where
        the key comes from within another call, and the program can end of it later."""
        try:
            stepped = self.pointing.step(1 if next else -1)
        except Exception:
            sys.excepthook(*sys.exc_info())
            stepped = False
        return stepped or super().focusNextPrevChild(next)

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
            if self._node(index) not in self.selecting.chosen_nodes():
                self.selecting.take(None)
            self.setCurrentIndex(index)
            self.menu_wanted.emit(event.globalPos(), index.column())

    def text_cell(self, index: QModelIndex) -> QRect:
        """The cell in which the text of a column is shown, which may be that of another column."""
        host = self.row_delegate.layout.host(index.column()) if self.row_delegate else 1
        return self.visualRect(index.siblingAtColumn(host))

    def mark_rect(self, index: QModelIndex, note: str) -> QRect:
        """Where the mark of a footnote in a cell stands on the screen."""
        return self.pointing.mark_rect(self._node(index).number, index.column() - 1, note)

    def open_note(self, note: str) -> bool:
        """Opens the card of a footnote at the first clause that bears its mark; False if there
        is none."""
        model = self.bitext_model()
        rows = [node.number for node in model.nodes() if note in _notes(node)] if model else []
        return self.pointing.open_note(note, rows)

    def open_notes_of_current(self) -> None:
        """Opens the card of the next footnote of the current row: the keyboard's way to it."""
        node = self._node(self.currentIndex())
        order = list(dict.fromkeys(_notes(node)))
        if order:
            after = order.index(self.card.note) + 1 if self.card.note in order else 0
            self.pointing.open_note(order[after % len(order)], [node.number])


def _neighbours(rows: Iterable[QModelIndex]) -> list[tuple[QModelIndex, QModelIndex]]:
    """Rows that come in order as ranges of rows next to each other below one parent."""
    ranges: list[tuple[QModelIndex, QModelIndex]] = []
    for index in rows:
        last = ranges[-1][1] if ranges else None
        if last is not None and last.row() + 1 == index.row() and last.parent() == index.parent():
            ranges[-1] = ranges[-1][0], index
        else:
            ranges.append((index, index))
    return ranges


def _longest_labels(model: BitextModel) -> dict[int, Node]:
    """For each level of the tree the node with the longest label."""
    longest: dict[int, Node] = {}
    levels = {0: -1}
    for node in model.nodes()[1:]:
        assert node.parent is not None, "only the root has none"
        level = levels[node.number] = levels[node.parent.number] + 1
        before = longest.get(level)
        if before is None or len(model.label(node)) > len(model.label(before)):
            longest[level] = node
    return longest


def _notes(node: Node) -> list[str]:
    """The footnotes whose marks a row bears."""
    return [run.note for text in node.texts for p in text for run in p.runs if run.note]
