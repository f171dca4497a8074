"""The rows of the page in Qt's tree: heights, folds, scrolling and places.

Row heights are estimates until a row comes near the screen, then exact (`settle`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from desktop_app.resolution.language import language_tag
from desktop_app.ui.page.cells.delegate import RowDelegate
from desktop_app.ui.page.cells.geometry import RowGeometry
from desktop_app.ui.page.cells.typesetting import Typesetter
from desktop_app.ui.page.look import THIRD
from desktop_app.ui.page.nodes import Place
from desktop_app.ui.widgets.theme import SPACE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.ui.page.cells.delegate import Index
    from desktop_app.ui.page.interaction import Interaction
    from desktop_app.ui.page.look import Look
    from desktop_app.ui.page.model import BitextModel
    from desktop_app.ui.page.nodes import Node

_REST = 3
"""The share of the page above what was jumped to."""
_POINTS = 12.0
"""The size of the text at 100 per cent, in points."""


class RowTree(QTreeView):
    """Shows a bitext model; there always is one. A long text takes several rows of Qt's tree, since
    Qt keeps a row's height in 16 bits; `whole_row` leads from each of them to the first. Signals:
    `jumping` before the page goes elsewhere, with whether that is a step from hit to hit; `jumped`.
    """

    jumping = Signal(bool)
    jumped = Signal()

    def __init__(self, model: BitextModel, look: Look) -> None:
        super().__init__()
        self.look = look
        self.interactions: list[Interaction] = []
        """Handle mouse and keyboard; asked in this order."""
        self._settling = False
        self.cells = self._geometry(model)
        self.row_delegate = RowDelegate(self, self.cells, self.interactions)
        self._set_viewport()
        self.color_labels()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(False)
        self.setAnimated(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # Shown from the start: if it came later, rows would be laid out again. Set by name, since
        # the start avoids the names of Qt's namespace.
        self.setProperty("verticalScrollBarPolicy", "ScrollBarAlwaysOn")
        self.setProperty("horizontalScrollBarPolicy", "ScrollBarAlwaysOff")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHeaderHidden(True)
        self.verticalScrollBar().setSingleStep(8 * SPACE)
        self.setModel(model)
        self.setItemDelegate(self.row_delegate)

    def _set_viewport(self) -> None:
        """Makes the viewport here: of one that Qt made PySide asks whether it is a button, a
        calendar, a wizard and so on, and loads every widget for that."""
        viewport = QWidget()
        viewport.setObjectName("qt_scrollarea_viewport")  # as Qt names its own
        viewport.setBackgroundRole(QPalette.ColorRole.Base)
        viewport.setAutoFillBackground(True)
        self.setViewport(viewport)
        self.paper = viewport

    def color_labels(self) -> None:
        """Makes painters of the page begin with the colour of labels, since another pen would need
        Qt's namespace (see `ink`); the texts have colours of their own."""
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, self.look.theme.muted)
        self.paper.setPalette(palette)

    @property
    def page_left(self) -> int:
        """The left edge of the page in the view."""
        return self.columnViewportPosition(0)

    def bitext_model(self) -> BitextModel:
        """The model shown."""
        return self.cells.model

    def _geometry(self, model: BitextModel) -> RowGeometry:
        return RowGeometry(self, model, self.typesetter(model), self.look.layout_in(self.width()))

    def typesetter(self, model: BitextModel) -> Typesetter:
        """A typesetter for the texts of a model in the current look."""
        tags = [language_tag(side) for side in model.sides()]
        points = _POINTS * self.look.zoom / 100
        return Typesetter(tags, points, self.look.theme, self.look.typography)

    def node(self, index: Index) -> Node:
        """The node of an index."""
        return self.bitext_model().node(index)

    @property
    def current_node(self) -> Node:
        """The node of the current row, the root if there is none."""
        return self.node(self.currentIndex())

    def chosen_by_text(self) -> list[Node]:
        """The rows that the first interaction with a choice has chosen: those of selected text."""
        chosen = (interaction.chosen_nodes() for interaction in self.interactions)
        return next(filter(None, chosen), [])

    def selected_nodes(self) -> list[Node]:
        """The selected rows."""
        return [self.node(index) for index in self.selectionModel().selectedRows()]

    # Columns

    def hide_columns(self) -> None:
        """Hides the columns whose texts are not shown, or are shown in another."""
        for column in range(1, self.cells.columns):
            self.setColumnHidden(column, self.cells.is_hidden(column))

    def make_room(self) -> bool:
        """Sets two texts side by side, and shows a third version, if the page is wide enough;
        returns whether anything has changed."""
        before = self.cells.layout
        self.cells.set_layout(self.look.layout_in(self.width()))
        is_wide = self.look.has_room_for_three(self.width())
        is_other = is_wide != self.cells.is_wide and self.cells.columns > THIRD
        is_other = is_other or before is not self.cells.layout
        self.cells.set_wide(is_wide)
        if is_other:
            self.hide_columns()
        return is_other

    # Folds

    def folded(self) -> set[int]:
        """The numbers of the folded nodes."""
        model = self.bitext_model()
        return {
            node.number
            for node in model.nodes()[1:]
            if node.children and not self.isExpanded(model.index_of(node))
        }

    def is_folded(self, node: Node) -> bool:
        """Whether the rows below a row are folded away."""
        return bool(node.children) and not self.isExpanded(self.bitext_model().index_of(node))

    def is_unfolded(self, node: Node) -> bool:
        """Whether a row is visible, not folded away."""
        above = node.parent
        while above is not None and above.parent is not None:
            if not self.isExpanded(self.bitext_model().index_of(above)):
                return False
            above = above.parent
        return True

    def unfold_above(self, node: Node) -> None:
        """Unfolds all rows above a row in the tree."""
        above = node.parent
        while above is not None and above.parent is not None:
            self.expand(self.bitext_model().index_of(above))
            above = above.parent

    # Heights, exact for rows on the screen

    def settle(self) -> None:
        """Lays out the rows on the screen and gives each its exact height."""
        if self._settling:
            return
        self._settling = True
        for _ in range(8):  # each round can bring further rows onto the screen
            rough = [
                index for index in self.visible_rows() if not self.cells.is_exact(self.node(index))
            ]
            if not rough:
                break
            changed = [index for index in rough if self._lay_out(self.node(index))]
            # Each call makes Qt add up the heights of all rows, so neighbours share one.
            for first, last in _neighbours(changed):
                self.dataChanged(first, last.sibling(last.row() + self.rows_taken(last) - 1, 0))
        self._settling = False

    def _lay_out(self, node: Node) -> bool:
        """Lays out the texts of a row; returns whether its height differs from the estimate."""
        height = self.cells.row_height(node)
        for column in self.cells.shown_columns():
            self.cells.document(node, column)
        return self.cells.row_height(node) != height

    def visible_rows(self) -> list[QModelIndex]:
        """The rows on the screen, as indexes of their first cells."""
        rows: list[QModelIndex] = []
        index = self.indexAt(QPoint(self.page_left + 1, 0))
        # Not the height of the viewport: to ask for it makes PySide load every widget class, which
        # costs the start 7 ms.
        bottom = self.height()
        while index.isValid() and self.visualRect(index).top() <= bottom:
            rows.append(index)
            for _ in range(self.rows_taken(index)):
                index = self.indexBelow(index)
        return rows

    def rows_taken(self, index: QModelIndex) -> int:
        """The number of rows of Qt's tree that a row of the document takes."""
        return self.node(index).slices

    def row_edges(self, index: QModelIndex) -> tuple[int, int]:
        """The top and bottom of a whole row in the viewport, in pixels."""
        node = self.node(index)
        top = self.visualRect(self._plain(index)).top()
        return top, top + self.cells.row_height(node)

    def whole_row(self, index: QModelIndex) -> QModelIndex:
        """The index of the first row in Qt's tree of the same row of the document."""
        model = self.bitext_model()
        if not model.slice_of(index):
            return index
        return model.index_of(model.node(index), index.column())

    # Scrolling

    def scroll_to_end(self, by: int) -> None:
        """Scrolls to the end of the document, or with `by` below 0 to its start."""
        bar = self.verticalScrollBar()
        for _ in range(8):  # each time the rows there can prove higher than estimated
            end = bar.maximum() if by > 0 else bar.minimum()
            if bar.value() == end:
                break
            bar.setValue(end)
            self.settle()

    def scroll_by(self, pixels: int) -> bool:
        """Scrolls down by pixels, up if below 0, exactly, even if row heights were only estimates;
        returns whether it could scroll."""
        model, place = self.bitext_model(), self.top_row()
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + pixels)
        if place is None or bar.value() == before:
            return False
        number, top = place
        for _ in range(4):  # each time rows with estimated heights can come into view
            self.settle()
            moved = self.visualRect(model.index_of(model.nodes()[number])).top()
            if moved == top - pixels:
                break
            bar.setValue(bar.value() + moved - (top - pixels))
        return True

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The cell at a point of the viewport; for a long text in several rows of Qt's tree, the
        cell in the first."""
        return self.whole_row(super().indexAt(point))

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Scrolls to a cell as Qt does, except for rows higher than the page: one that fills the
        page counts as in view, another is shown from its start."""
        if hint is QAbstractItemView.ScrollHint.EnsureVisible and index.isValid():
            top, bottom = self.row_edges(self._plain(index))
            height = self.viewport().height()
            if top < 0 and bottom > height:
                return
            if bottom - top > height:
                hint = QAbstractItemView.ScrollHint.PositionAtTop
        super().scrollTo(index, hint)

    def _plain(self, index: Index) -> QModelIndex:
        """The QModelIndex for an index of either of Qt's sorts."""
        return self.bitext_model().index_of(self.node(index))

    # Places

    def top_node(self) -> int:
        """The number of the node at the top of the page."""
        return self.node(self.indexAt(QPoint(self.page_left + 1, 1))).number

    def top_row(self) -> tuple[int, int] | None:
        """The number of the node at the top of the page and the top of its row in pixels, below 0
        if scrolled out; None on an empty page."""
        top = self.indexAt(QPoint(self.page_left + 1, 1))
        return (self.node(top).number, self.visualRect(top).top()) if top.isValid() else None

    def bring_back(self, row: tuple[int, int] | None) -> None:
        """Scrolls a node back to where `top_row` found it."""
        if row is None:
            return
        model = self.bitext_model()
        index = model.index_of(model.nodes()[row[0]])
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() - min(row[1], 0))

    def top_position(self) -> tuple[int, float]:
        """The number of the node at the top of the page and the share of its height scrolled
        out."""
        row = self.top_row()
        if row is None:
            return 0, 0.0
        number, top = row
        return number, max(-top, 0) / max(self._height_of(number), 1)

    def place(self) -> Place:
        """Where the person is in the document."""
        return Place(*self.top_position(), self.current_node.number, frozenset(self.folded()))

    def go_to(self, number: int, share: float) -> None:
        """Scrolls a node to the top of the page, with a share of its height scrolled out."""
        model = self.bitext_model()
        if not number:
            return
        index = model.index_of(model.nodes()[number])
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)
        self.settle()
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(share * self._height_of(number)))

    def go_to_surely(self, number: int, share: float) -> None:
        """Like `go_to`, but twice: estimated heights can keep the first from getting there."""
        self.go_to(number, share)
        self.settle()
        self.go_to(number, share)

    def _height_of(self, number: int) -> int:
        return self.cells.row_height(self.bitext_model().nodes()[number])

    def make_current(self, number: int) -> None:
        """Jumps to a row: makes it the current one, unfolds the rows above it, and unless it is in
        view brings it to a third of the page."""
        self.jumping.emit(False)
        model = self.bitext_model()
        node = model.nodes()[number]
        self.unfold_above(node)
        self.make_current_in_place(model.index_of(node))
        self.settle()
        for _ in range(2):  # rows that come into view can prove higher than estimated
            top, bottom = self.row_edges(model.index_of(node))
            self.bring_into_view(top, bottom)
            self.settle()
        self.jumped.emit()

    def bring_into_view(self, top: float, bottom: float) -> None:
        """Scrolls what has these edges to a third of the page, or higher up if it needs more room,
        unless it is in view."""
        height = self.viewport().height()
        if top >= 0 and bottom <= height:
            return
        rest = min(height / _REST, max(height - (bottom - top), 0))
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(top - rest))

    def go_to_place(self, place: Place) -> None:
        """Shows a place as it was left, but for the folds."""
        nodes = self.bitext_model().nodes()
        self.unfold_above(nodes[place.top])
        if place.current:
            self.unfold_above(nodes[place.current])
            self.make_current_in_place(self.bitext_model().index_of(nodes[place.current]))
        self.go_to_surely(place.top, place.share)

    def make_current_in_place(self, index: QModelIndex) -> None:
        """Makes a row the current one without scrolling."""
        self.setAutoScroll(False)
        self.setCurrentIndex(index)
        self.setAutoScroll(True)

    def bring_to_top(self, number: int) -> None:
        """Makes a row the current one, at the top of the page."""
        self.make_current(number)
        self.bring_back((number, 0))
        self.settle()
        self.bring_back((number, 0))


def _neighbours(rows: Iterable[QModelIndex]) -> list[tuple[QModelIndex, QModelIndex]]:
    """Groups rows, given in order, into ranges of neighbours below one parent."""
    ranges: list[tuple[QModelIndex, QModelIndex]] = []
    for index in rows:
        last = ranges[-1][1] if ranges else None
        if last is not None and last.row() + 1 == index.row() and last.parent() == index.parent():
            ranges[-1] = ranges[-1][0], index
        else:
            ranges.append((index, index))
    return ranges
