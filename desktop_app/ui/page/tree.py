"""The rows of the page as Qt's tree shows them: which are on it, how high, and how to get there.

Rows have estimated heights until they come near the screen, then exact ones (`settle`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView

from desktop_app.resolution.language import language_tag
from desktop_app.ui.page.cells.delegate import RowDelegate
from desktop_app.ui.page.cells.geometry import RowGeometry
from desktop_app.ui.page.cells.typesetting import Typesetter
from desktop_app.ui.page.nodes import Place
from desktop_app.ui.widgets.theme import SPACE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.ui.page.cells.delegate import Index
    from desktop_app.ui.page.interaction import Interaction
    from desktop_app.ui.page.look import Look
    from desktop_app.ui.page.model import BitextModel
    from desktop_app.ui.page.nodes import Node

_POINTS = 12.0
"""The size of the text at 100 per cent."""


class RowTree(QTreeView):
    """Shows a bitext model, always one. A long text takes several rows of Qt's tree, since Qt
    keeps a row's height in 16 bits: the further rows are nothing by themselves, and `whole_row`
    leads from each to the first."""

    def __init__(self, model: BitextModel, look: Look) -> None:
        super().__init__()
        self.look = look
        self.interactions: list[Interaction] = []
        """What answers the mouse and the keyboard, the first to be asked first."""
        self._settling = False
        self.cells = self._geometry(model)
        self.row_delegate = RowDelegate(self, self.cells, self.interactions)
        self.setFrameShape(QFrame.Shape.NoFrame)
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
        self.setHeaderHidden(True)
        self.verticalScrollBar().setSingleStep(8 * SPACE)
        self.setModel(model)
        self.setItemDelegate(self.row_delegate)

    def bitext_model(self) -> BitextModel:
        """The model that is shown."""
        return self.cells.model

    def _geometry(self, model: BitextModel) -> RowGeometry:
        return RowGeometry(self, model, self.typesetter(model), self.look.layout)

    def typesetter(self, model: BitextModel) -> Typesetter:
        """A typesetter for the texts of a model in the present look."""
        tags = [language_tag(side) for side in model.sides()]
        points = _POINTS * self.look.zoom / 100
        return Typesetter(tags, points, self.look.theme, self.look.typography)

    def node(self, index: Index) -> Node:
        """The node that an index is of."""
        return self.bitext_model().node(index)

    @property
    def current_node(self) -> Node:
        """The node of the current row, the root where there is none."""
        return self.node(self.currentIndex())

    def chosen_by_text(self) -> list[Node]:
        """The rows of which text is selected, or that are chosen by another interaction."""
        chosen = (interaction.chosen_nodes() for interaction in self.interactions)
        return next(filter(None, chosen), [])

    def selected_nodes(self) -> list[Node]:
        """The selected rows."""
        return [self.node(index) for index in self.selectionModel().selectedRows()]

    # Folds

    def folded(self) -> set[int]:
        """The numbers of the nodes that are folded."""
        model = self.bitext_model()
        return {
            node.number
            for node in model.nodes()[1:]
            if node.children and not self.isExpanded(model.index_of(node))
        }

    def is_folded(self, node: Node) -> bool:
        """Whether what is below a row is folded away."""
        return bool(node.children) and not self.isExpanded(self.bitext_model().index_of(node))

    def is_unfolded(self, node: Node) -> bool:
        """Whether a row is not folded away itself."""
        above = node.parent
        while above is not None and above.parent is not None:
            if not self.isExpanded(self.bitext_model().index_of(above)):
                return False
            above = above.parent
        return True

    def unfold_above(self, node: Node) -> None:
        """Unfolds what a row is in."""
        above = node.parent
        while above is not None and above.parent is not None:
            self.expand(self.bitext_model().index_of(above))
            above = above.parent

    # Heights: exact where rows are seen

    def settle(self) -> None:
        """Lays out the rows on the screen and gives each the height that it needs."""
        if self._settling:
            return
        self._settling = True
        for _ in range(8):  # each round can bring rows onto the screen that were below it
            rough = [
                index for index in self.visible_rows() if not self.cells.is_exact(self.node(index))
            ]
            if not rough:
                break
            changed = [index for index in rough if self._lay_out(self.node(index))]
            # Each call makes Qt add up the heights of all rows, so neighbours are told together.
            for first, last in _neighbours(changed):
                self.dataChanged(first, last.sibling(last.row() + self.rows_taken(last) - 1, 0))
        self._settling = False

    def _lay_out(self, node: Node) -> bool:
        """Lays out the texts of a row; whether its height is another one than was thought."""
        height = self.cells.row_height(node)
        for column in self.cells.shown_columns():
            self.cells.document(node, column)
        return self.cells.row_height(node) != height

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
        return self.node(index).slices

    def row_edges(self, index: QModelIndex) -> tuple[int, int]:
        """The top and the bottom of a row of the document in the viewport."""
        node = self.node(index)
        top = self.visualRect(self._plain(index)).top()
        return top, top + self.cells.row_height(node)

    def whole_row(self, index: QModelIndex) -> QModelIndex:
        """The index of the row of the document that a row of the tree belongs to."""
        model = self.bitext_model()
        if not model.slice_of(index):
            return index
        return model.index_of(model.node(index), index.column())

    # Scrolling

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
        model, place = self.bitext_model(), self.top_row()
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + pixels)
        if place is None or bar.value() == before:
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
            top, bottom = self.row_edges(self._plain(index))
            height = self.viewport().height()
            if top < 0 and bottom > height:
                return
            if bottom - top > height:
                hint = QAbstractItemView.ScrollHint.PositionAtTop
        super().scrollTo(index, hint)

    def _plain(self, index: Index) -> QModelIndex:
        """The plain index for what Qt hands over as either sort."""
        return self.bitext_model().index_of(self.node(index))

    # Places

    def top_node(self) -> int:
        """The number of the node at the top of the page."""
        return self.node(self.indexAt(QPoint(1, 1))).number

    def top_row(self) -> tuple[int, int] | None:
        """The node at the top of the page, and where its row begins: below 0 where that is
        scrolled out."""
        top = self.indexAt(QPoint(1, 1))
        return (self.node(top).number, self.visualRect(top).top()) if top.isValid() else None

    def bring_back(self, row: tuple[int, int] | None) -> None:
        """Brings a node back to where `top_row` found it."""
        if row is None:
            return
        model = self.bitext_model()
        index = model.index_of(model.nodes()[row[0]])
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() - min(row[1], 0))

    def top_position(self) -> tuple[int, float]:
        """The number of the node at the top of the page, and the share of its height that is
        scrolled out."""
        found = self.top_row()
        if found is None:
            return 0, 0.0
        return found[0], max(-found[1], 0) / max(self._height_of(found[0]), 1)

    def place(self) -> Place:
        """The place, the current row and the folds."""
        return Place(*self.top_position(), self.current_node.number, frozenset(self.folded()))

    def go_to(self, number: int, share: float) -> None:
        """Brings a node to the top of the page, that share of its height scrolled out."""
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
        """The same where the heights that rows were thought to have can forbid it."""
        self.go_to(number, share)
        self.settle()
        self.go_to(number, share)

    def _height_of(self, number: int) -> int:
        return self.cells.row_height(self.bitext_model().nodes()[number])

    def make_current(self, number: int) -> None:
        """Makes a row the current one, in view, and unfolds what it is in."""
        model = self.bitext_model()
        self.unfold_above(model.nodes()[number])
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
        self.bring_back((number, 0))
        self.settle()
        self.bring_back((number, 0))


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
