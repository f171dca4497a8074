"""Selecting text with the mouse and the keyboard: from a point of the view to words of the rows."""

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
"""Milliseconds between two steps while the pointer is held beyond the edge."""
_FASTEST = 24 * SPACE
"""Pixels of one such step."""

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
"""What Shift and a key do, without Ctrl and with it."""


class Selecting(QObject, Interaction):
    """Selects text on the page, and keeps what is selected and in which language the person is."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.window)
        self._view = view = workspace.view
        self._document = workspace.document
        self.selection: Selection | None = None
        self._side = 0
        self._nodes: Sequence[Node] = ()
        self._clicks = 0
        """What the pointer takes while its button is down: 1 characters, 2 words, 3 clauses."""
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
        """Of one version alone there is no counterpart."""
        self._select_other.setEnabled(self._document.has_translation)

    @property
    def model(self) -> BitextModel:
        """What is shown."""
        return self._view.bitext_model()

    # What is selected

    def take(self, selection: Selection | None) -> None:
        """Selects words in the place of those that were; None selects none, and an empty selection
        only remembers the place that the next one can begin at."""
        if selection == self.selection:
            return
        self.selection = selection
        self._nodes = self.model.nodes()
        if selection is not None:
            self._side = selection.side
        self._view.show_selection(selection)

    @property
    def side(self) -> int:
        """The language of the last click on a text, or the one that is shown alone; that of the
        keyboard and of copied rows."""
        return self._side if self._is_shown(self._side) else 1 - self._side

    def _is_shown(self, side: int) -> bool:
        return side + 1 in self._view.cells.shown_columns()

    @property
    def chosen(self) -> Selection | None:
        """The selection, None where it holds no word that is shown."""
        found = self.selection
        if found is None or not self._is_shown(found.side):
            return None
        return found if rules.has_words(self._nodes, found) else None

    def _follow(self, is_same: bool) -> None:
        """Another model is shown: of the same document with other rows, or of another one."""
        model = self.model
        before, self.selection = self.selection, None
        self._drop()
        self._side = min(self._side, model.columns - 2)
        if before is not None and is_same:
            self.take(rules.followed(before, self._nodes, model.nodes()))

    def take_everything(self) -> None:
        """Selects all the text of the language that the person is in."""
        self.take(rules.everything(self.model.nodes(), self.side))

    def take_counterpart(self) -> None:
        """Selects in the other language the clauses of which words are selected, or the current
        one."""
        if not self._is_shown(1 - self.side):
            return
        chosen = self.chosen
        if chosen is not None:
            other = rules.counterpart(self.model.nodes(), chosen)
        else:
            found = rules.cell(self._view.current_node, 1 - self.side)
            other = Selection(1 - self.side, *found) if found else None
        if other is not None:
            self.take(other)
            self._show_head()

    def chosen_nodes(self) -> list[Node]:
        """The rows that the selected words are in; none where no words are selected."""
        chosen = self.chosen
        return rules.touched(self._nodes, chosen) if chosen else []

    def hover(self, event: QMouseEvent) -> str:
        """Over the lines of a text the pointer is a bar."""
        over = is_over_text(self._view, event.position().toPoint())
        return Qt.CursorShape.IBeamCursor.name if over else ""

    def menu_wanted(self, node: Node) -> None:
        """What is selected elsewhere is not what the menu is about."""
        if node not in self.chosen_nodes():
            self.take(None)

    def current_row_left(self) -> None:
        """The keyboard went elsewhere."""
        self.take(None)

    # The mouse

    def press(self, event: QMouseEvent) -> bool:
        """A button goes down; True if that was all about text and the tree shall not know."""
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
            self.take(None)  # rows are selected
        elif self._is_third(event):
            self._begin(3, point, side)
            self._swallowed = True
        else:
            self._begin(1, point, side)
        return self._swallowed

    def double_click(self, event: QMouseEvent) -> bool:
        """Takes a word; True where there is text."""
        point = event.position().toPoint()
        under = text_at(self._view, point)
        if under is None or event.button() is not Qt.MouseButton.LeftButton:
            return False
        self._last_double = (event.timestamp(), point)
        self._swallowed = True
        self._begin(2, point, under[1])
        return True

    def drag(self, event: QMouseEvent) -> bool:
        """The pointer moves with the button down; True while text is being selected."""
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._drop()  # that the button went up was told to another window
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
        """The button goes up; True if the tree did not know that it was down."""
        if self._first is not None and self.chosen is not None:
            self._offer()
        self._drop()
        return self._swallowed

    def _begin(self, clicks: int, point: QPoint, side: int) -> None:
        """Takes a place, a word or a clause, and more with every move of the pointer."""
        self._clicks = clicks
        self._first = self._stretch(point, side)
        if self._first is not None:
            self.take(Selection(side, *self._first))

    def _extend_to(self, point: QPoint) -> bool:
        """Moves the head of the selection, or of the empty one in the current clause."""
        selection = self.selection
        if selection is None or not self._is_shown(selection.side):
            selection = self._of_current(1)
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
        """Selects from what was taken at first to where the pointer is."""
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
        """What is taken at a point of the viewport: nothing but the place, a word or a clause."""
        place = nearest_point(self._view, point, side, on_character=self._clicks == 2)
        if self._clicks == 2:
            return rules.word(self.model.nodes(), side, place)
        if self._clicks == 3:
            return rules.clause(self.model.nodes(), side, place)
        return place, place

    def _is_third(self, event: QMouseEvent) -> bool:
        """Whether a press comes soon after a double click, at the same place."""
        last, self._last_double = self._last_double, None
        if last is None:
            return False
        near = (event.position().toPoint() - last[1]).manhattanLength()
        soon = event.timestamp() - last[0] <= QApplication.doubleClickInterval()
        return soon and near <= QApplication.startDragDistance()

    def _drop(self) -> None:
        self._first = None
        self._scrolling.stop()

    def _beyond(self) -> int:
        """How far the pointer is beyond the lower edge, or as less than 0 the upper one."""
        y, height = self._pointer.y(), self._view.viewport().height()
        return min(y, 0) + max(y - height + 1, 0)

    def _scroll(self) -> None:
        """The further beyond the edge, the faster."""
        beyond = self._beyond()
        bar = self._view.verticalScrollBar()
        step = min(abs(beyond), _FASTEST)
        bar.setValue(bar.value() + (step if beyond > 0 else -step))
        self._view.settle()
        self._reach()

    def _offer(self) -> None:
        """Where a system has it, what is selected can be put elsewhere with the middle button."""
        clipboard = QApplication.clipboard()
        if clipboard.supportsSelection() and self.selection is not None:
            side = self.model.sides()[self.selection.side]
            plain = quoted(side, rules.passages(self.model, self.selection)).plain
            clipboard.setText(plain, clipboard.Mode.Selection)

    # The keyboard

    def key(self, event: QKeyEvent) -> bool:
        """Shift and an arrow, Home or End; Esc. True if the key was for the selection."""
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
        selection = self._to_go_on_from(move)
        if selection is not None:
            self.take(rules.moved(self.model.nodes(), selection, move, self._view.is_unfolded))
            if self.selection is not None:
                self._show_head()
        return True

    def _to_go_on_from(self, move: Move) -> Selection | None:
        """What is selected; else the place of the last click in the current row, but that clauses
        are taken from their beginning; else the beginning or the end of the current clause."""
        selection = self.selection
        if selection is not None and selection.is_empty:
            here = self._view.current_node.number
            if selection.head.node != here or move.unit is Unit.CLAUSE:
                selection = None
        if selection is not None and not self._is_shown(selection.side):
            selection = None
        return selection or self._of_current(move.way)

    def _of_current(self, way: int) -> Selection | None:
        """No word yet, at the beginning of the current clause, or at its end to go back from."""
        found = rules.cell(self._view.current_node, self.side)
        if found is None:
            return None
        edge = found[0] if way > 0 else found[1]
        return Selection(self.side, edge, edge)

    def _show_head(self) -> None:
        """Brings the head into view, and makes its row the current one."""
        if self.selection is None:
            return
        side, head = self.selection.side, self.selection.head
        host = self._view.cells.layout.host(side + 1)
        node = self.model.nodes()[head.node]
        self._view.setCurrentIndex(self.model.index_of(node, host))
        first = max(head.position - 1, 0)
        self._view.show_span(CellSpan(head.node, side, head.paragraph, first, head.position))
