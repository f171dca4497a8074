"""Selects text with the mouse and the keyboard."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication

from desktop_app.export.shared.clipboard import quoted
from desktop_app.ui.page.cells.spans import CellSpan
from desktop_app.ui.page.interaction import Interaction
from desktop_app.ui.selection import rules
from desktop_app.ui.selection.points import is_handle, is_over_text, nearest_point, text_at
from desktop_app.ui.selection.rules import Move, Selection, Stretch, Unit
from desktop_app.ui.widgets.actions import Menu
from desktop_app.ui.widgets.theme import SPACE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from desktop_app.ui.page.model import BitextModel
    from desktop_app.ui.page.nodes import Node
    from desktop_app.ui.workspace import Workspace

_SCROLL = 40
"""Milliseconds between two steps of scrolling while the pointer is beyond the edge."""
_FASTEST = 24 * SPACE
"""The largest such step, in pixels."""

_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_MOVES: dict[tuple[Qt.Key, bool], Move] = {
    (Qt.Key.Key_Left, False): Move(Unit.CHARACTER, -1),
    (Qt.Key.Key_Right, False): Move(Unit.CHARACTER, 1),
    (Qt.Key.Key_Left, True): Move(Unit.WORD, -1),
    (Qt.Key.Key_Right, True): Move(Unit.WORD, 1),
    (Qt.Key.Key_Up, False): Move(Unit.CLAUSE, -1),
    (Qt.Key.Key_Down, False): Move(Unit.CLAUSE, 1),
    (Qt.Key.Key_Home, False): Move(Unit.PARAGRAPH, -1),
    (Qt.Key.Key_End, False): Move(Unit.PARAGRAPH, 1),
}
"""What a key does with Shift, without and with Ctrl."""


class Selecting(QObject, Interaction):
    """Selects text on the page; knows the selection and the language in use."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.window)
        self._view = view = workspace.view
        self._document = workspace.document
        self.selection: Selection | None = None
        self._side = 0
        self._nodes: Sequence[Node] = ()
        self._clicks = 0
        """The clicks of the current drag: 1 selects characters, 2 words, 3 clauses."""
        self._first: Stretch | None = None
        self._swallowed = False
        self._last_double: tuple[int, QPoint] | None = None
        self._pointer = QPoint()
        self._scrolling = QTimer(self, interval=_SCROLL)
        self._scrolling.timeout.connect(self._scroll)
        view.interactions.append(self)
        workspace.document.shown.connect(lambda: self._follow(is_same=False))
        workspace.document.rows_changed.connect(lambda: self._follow(is_same=True))
        add = partial(workspace.actions.add, menu=Menu.EDIT)
        add("select all", self.tr("Select all te&xt"), "Ctrl+A", self.take_everything, number=23)
        self._select_other = add(
            "select other",
            self.tr("Select the c&ounterpart"),
            "F6",
            self.take_counterpart,
            number=24,
        )
        workspace.document.shown.connect(self._allow)
        self._allow()

    def _allow(self) -> None:
        """Enables the counterpart only if there is a translation."""
        self._select_other.setEnabled(self._document.has_translation)

    @property
    def model(self) -> BitextModel:
        """The model shown."""
        return self._view.bitext_model()

    # The selection

    def take(self, selection: Selection | None) -> None:
        """Replaces the selection; None selects nothing, and an empty one only remembers where the
        next can start."""
        if selection == self.selection:
            return
        self.selection = selection
        self._nodes = self.model.nodes()
        if selection is not None:
            self._side = selection.side
        self._view.show_selection(selection)

    @property
    def side(self) -> int:
        """The side of the last click on a text, or the only one shown; used by the keyboard and
        for copied rows."""
        return self._side if self._is_shown(self._side) else self._others(self._side)[0]

    def _others(self, side: int) -> list[int]:
        """The other sides that are shown, the one that follows first."""
        shown = [column - 1 for column in self._view.cells.shown_columns() if column - 1 != side]
        return sorted(shown, key=lambda other: (other < side, other))

    def _is_shown(self, side: int) -> bool:
        return side + 1 in self._view.cells.shown_columns()

    @property
    def chosen(self) -> Selection | None:
        """The selection, None if it has no words or its text is hidden."""
        selection = self.selection
        if selection is None or not self._is_shown(selection.side):
            return None
        return selection if rules.has_words(self._nodes, selection) else None

    def _follow(self, is_same: bool) -> None:
        """Follows the page to another document, or to corrected rows of the same one."""
        model = self.model
        before, self.selection = self.selection, None
        self._end_drag()
        self._side = min(self._side, model.columns - 2)
        if before is not None and is_same:
            self.take(rules.followed(before, self._nodes, model.nodes()))

    def take_everything(self) -> None:
        """Selects all text of the language in use."""
        self.take(rules.everything(self.model.nodes(), self.side))

    def take_counterpart(self) -> None:
        """Selects the clauses with selected words in the other language, or else the current
        clause; of three languages, in the next one."""
        others = self._others(self.side)
        if not others:
            return
        chosen, side = self.chosen, others[0]
        if chosen is not None:
            other = rules.counterpart(self.model.nodes(), chosen, side)
        else:
            stretch = rules.cell(self._view.current_node, side)
            other = Selection(side, *stretch) if stretch else None
        if other is not None:
            self.take(other)
            self._show_head()

    def chosen_nodes(self) -> list[Node]:
        """The rows of the selected words."""
        chosen = self.chosen
        return rules.touched(self._nodes, chosen) if chosen else []

    def hover(self, event: QMouseEvent) -> str:
        """Shows the text pointer over the lines of a text."""
        over = is_over_text(self._view, event.position().toPoint())
        return Qt.CursorShape.IBeamCursor.name if over else ""

    def menu_wanted(self, node: Node) -> None:
        """Clears a selection elsewhere: the menu is about this row."""
        if node not in self.chosen_nodes():
            self.take(None)

    def current_row_left(self) -> None:
        """Clears the selection."""
        self.take(None)

    # The mouse

    def press(self, event: QMouseEvent) -> bool:
        """Starts a selection on a press over text; True if the tree is not to see the press."""
        point = event.position().toPoint()
        self._swallowed = False
        if event.button() is not Qt.MouseButton.LeftButton:
            return False
        under = text_at(self._view, point)
        if under is None:
            if not is_handle(self._view, point):
                self.take(None)
            return False
        side = under[1]
        if event.modifiers() & _SHIFT and self._extend_to(point):
            self._swallowed = True
        elif event.modifiers() & (_SHIFT | _CTRL):
            self.take(None)  # the tree selects rows
        elif self._is_third(event):
            self._start_drag(3, point, side)
            self._swallowed = True
        else:
            self._start_drag(1, point, side)
        return self._swallowed

    def double_click(self, event: QMouseEvent) -> bool:
        """Selects a word; True over text."""
        point = event.position().toPoint()
        under = text_at(self._view, point)
        if under is None or event.button() is not Qt.MouseButton.LeftButton:
            return False
        self._last_double = (event.timestamp(), point)
        self._swallowed = True
        self._start_drag(2, point, under[1])
        return True

    def drag(self, event: QMouseEvent) -> bool:
        """Extends the selection to the pointer; True while text is being selected."""
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._end_drag()  # the release went to another window
        if self._first is None:
            return False
        self._pointer = event.position().toPoint()
        self._reach()
        beyond = self._beyond()
        if beyond and not self._scrolling.isActive():
            self._scrolling.start()
        elif not beyond:
            self._scrolling.stop()
        return True

    def release(self, event: QMouseEvent) -> bool:
        """Ends the drag; True if the tree did not see the press."""
        if self._first is not None and self.chosen is not None:
            self._fill_primary_selection()
        self._end_drag()
        return self._swallowed

    def _start_drag(self, clicks: int, point: QPoint, side: int) -> None:
        """Selects nothing, a word or a clause at a point; moves of the pointer extend it."""
        self._clicks = clicks
        self._first = self._stretch(point, side)
        if self._first is not None:
            self.take(Selection(side, *self._first))

    def _extend_to(self, point: QPoint) -> bool:
        """Moves the head of the selection to a point; without one, selects from the start of the
        current clause."""
        selection = self.selection
        if selection is None or not self._is_shown(selection.side):
            selection = self._empty_in_current(1)
        if selection is None:
            return False
        self._clicks = 1
        self._first = (selection.anchor, selection.anchor)
        self.take(
            selection._replace(
                head=nearest_point(self._view, point, selection.side, on_character=False)
            )
        )
        return True

    def _reach(self) -> None:
        """Selects from the first stretch of the drag to the pointer."""
        if self._first is None:
            return
        side = self.side
        stretch = self._stretch(self._pointer, side)
        if stretch is not None:
            selection = rules.spanning(side, self._first, stretch)
            if selection != self.selection:
                self._view.page_about_to_change()
                self.take(selection)

    def _stretch(self, point: QPoint, side: int) -> Stretch | None:
        """The stretch at a point of the viewport: empty, a word or a clause."""
        nearest = nearest_point(self._view, point, side, on_character=self._clicks == 2)
        if self._clicks == 2:
            return rules.word(self.model.nodes(), side, nearest)
        if self._clicks == 3:
            return rules.clause(self.model.nodes(), side, nearest)
        return nearest, nearest

    def _is_third(self, event: QMouseEvent) -> bool:
        """Whether a press follows a double click soon and at the same point."""
        last, self._last_double = self._last_double, None
        if last is None:
            return False
        near = (event.position().toPoint() - last[1]).manhattanLength()
        soon = event.timestamp() - last[0] <= QApplication.doubleClickInterval()
        return soon and near <= QApplication.startDragDistance()

    def _end_drag(self) -> None:
        self._first = None
        self._scrolling.stop()

    def _beyond(self) -> int:
        """Pixels that the pointer is below the page, or as a negative number above it."""
        y, height = self._pointer.y(), self._view.viewport().height()
        return min(y, 0) + max(y - height + 1, 0)

    def _scroll(self) -> None:
        """Scrolls the faster, the further the pointer is beyond the edge."""
        beyond = self._beyond()
        bar = self._view.verticalScrollBar()
        step = min(abs(beyond), _FASTEST)
        bar.setValue(bar.value() + (step if beyond > 0 else -step))
        self._view.settle()
        self._reach()

    def _fill_primary_selection(self) -> None:
        """Fills the primary selection, pasted by the middle button, on systems with one."""
        clipboard = QApplication.clipboard()
        if clipboard.supportsSelection() and self.selection is not None:
            side = self.model.sides()[self.selection.side]
            plain = quoted(side, rules.passages(self.model, self.selection)).plain
            clipboard.setText(plain, clipboard.Mode.Selection)

    # The keyboard

    def key(self, event: QKeyEvent) -> bool:
        """Handles Shift with an arrow, Home or End, and Esc; returns whether it did."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Escape and not modifiers:
            had = self.chosen is not None
            self.take(None)
            return had
        if not modifiers & _SHIFT or modifiers & ~(_SHIFT | _CTRL):
            return False
        move = _MOVES.get((Qt.Key(event.key()), bool(modifiers & _CTRL)))
        if move is None:
            return False
        selection = self._to_move(move)
        if selection is not None:
            self.take(rules.moved(self.model.nodes(), selection, move, self._view.is_unfolded))
            if self.selection is not None:
                self._show_head()
        return True

    def _to_move(self, move: Move) -> Selection | None:
        """The selection to move: the current one, or the point of the last click in the current
        row, except by clauses; else an empty one at an end of the current clause."""
        selection = self.selection
        if selection is not None and selection.is_empty:
            current = self._view.current_node.number
            if selection.head.node != current or move.unit is Unit.CLAUSE:
                selection = None
        if selection is not None and not self._is_shown(selection.side):
            selection = None
        return selection or self._empty_in_current(move.way)

    def _empty_in_current(self, way: int) -> Selection | None:
        """An empty selection at the start of the current clause, or at its end with `way` below
        0."""
        stretch = rules.cell(self._view.current_node, self.side)
        if stretch is None:
            return None
        start, end = stretch
        point = start if way > 0 else end
        return Selection(self.side, point, point)

    def _show_head(self) -> None:
        """Scrolls the head into view and makes its row the current one."""
        if self.selection is None:
            return
        side, head = self.selection.side, self.selection.head
        host = self._view.cells.layout.host(side + 1)
        node = self.model.nodes()[head.node]
        self._view.setCurrentIndex(self.model.index_of(node, host))
        first = max(head.position - 1, 0)
        self._view.show_span(CellSpan(head.node, side, head.paragraph, first, head.position))
