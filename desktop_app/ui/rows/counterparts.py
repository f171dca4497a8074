"""Lights up the counterpart of the words under the pointer, and these words themselves."""

from __future__ import annotations

from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPen

from desktop_app.resolution.model import words
from desktop_app.ui.cards.cards import Cards
from desktop_app.ui.cards.page_links import ring
from desktop_app.ui.page.cells.highlights import HighlightKind
from desktop_app.ui.page.cells.text_positions import line_rects
from desktop_app.ui.page.interaction import Interaction
from desktop_app.ui.selection.points import is_over_text, nearest_point, text_at
from desktop_app.ui.selection.selecting import Selecting
from desktop_app.ui.widgets.actions import Menu

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter

    from desktop_app.ui.cards.links import Link
    from desktop_app.ui.page.cells.typesetting import CellDocument
    from desktop_app.ui.page.nodes import Node
    from desktop_app.ui.rows.linked_words import Linked, LinkedWords
    from desktop_app.ui.workspace import Workspace

_SLICE, _BETWEEN = 0.005, 5
"""Seconds that a piece of learning may take, and milliseconds between two pieces."""


class Counterparts(QObject, Interaction):
    """Lights up words and their counterpart, by mouse and keyboard.

    Nothing is loaded or learned before the pointer is on a text, or the keyboard asks. What is
    learned holds as long as the two texts are shown, also in corrected rows and another script.
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.window)
        self._workspace = workspace
        self._view = workspace.view
        self._document = workspace.document
        self._words: LinkedWords | None = None
        self._steps: Iterator[None] = iter(())
        self.is_learned = False
        self.lit: Linked | None = None
        """The words that are lit up."""
        self.lit_marks: tuple[Link, ...] = ()
        """The footnote marks that are lit up."""
        self._slices = QTimer(self, interval=_BETWEEN)
        self._slices.timeout.connect(lambda: self._go_on(monotonic() + _SLICE))
        # Before the cards: over a link, they are the last to hear of the pointer.
        workspace.view.interactions.insert(0, self)
        workspace.document.shown.connect(self._start_again)
        workspace.document.rows_changed.connect(self._follow_rows)
        self._add_actions()

    def _add_actions(self) -> None:
        add = partial(self._workspace.actions.add, menu=Menu.VIEW)
        self._switch = add(
            "counterparts", self.tr("Co&unterparts"), "Ctrl+Shift+L", self._switched, number=53
        )
        self._switch.setCheckable(True)
        self._switch.setChecked(self._workspace.session.preferences.counterparts)
        after, before = partial(self.step_link, 1), partial(self.step_link, -1)
        add("next counterpart", self.tr("Next counterpar&t"), "F4", after, number=54)
        name = self.tr("Previous &counterpart")
        add("previous counterpart", name, "Shift+F4", before, number=55)

    def _switched(self) -> None:
        self._workspace.session.change(counterparts=self._switch.isChecked())
        self.put_out()

    # What is linked

    def _start_again(self) -> None:
        """Forgets the links of another document."""
        self._slices.stop()
        self._steps = iter(())
        self._words = None
        self.is_learned = False
        self.put_out()

    def _follow_rows(self) -> None:
        """Follows a correction: the links are those of the new rows, by what was learned."""
        self.put_out()
        if self._words is not None:
            from desktop_app.ui.rows.linked_words import LinkedWords

            self._words = LinkedWords(self._document.model.bitext, self._words)

    @property
    def linked_words(self) -> LinkedWords | None:
        """The links of the document, None for a text alone. The first call starts to learn."""
        if self._words is None and self._document.has_translation:
            from desktop_app.ui.rows.linked_words import LinkedWords  # late: no start needs it

            self._words = LinkedWords(self._document.model.bitext)
            self._steps = self._words.steps()
            self._slices.start()
        return self._words

    def _go_on(self, until: float) -> None:
        """Learns from further rows, until a time or to the end."""
        for _ in self._steps:
            if monotonic() > until:
                return
        self._slices.stop()
        self.is_learned = True
        if self._words is not None:
            self._words.look_again()

    def learn_now(self) -> None:
        """Learns all at once."""
        if self.linked_words is not None:
            self._go_on(float("inf"))

    # By mouse

    def hover(self, event: QMouseEvent) -> str:
        """Lights up the words or the footnote mark under the pointer, with their counterpart."""
        if self._switch.isChecked() and self._are_both_shown() and not event.buttons():
            point = event.position().toPoint()
            marks = self._marks_at(point)
            self._light(None if marks else self._linked_at(point), marks)
        return ""

    def leave(self) -> None:
        """Puts out what is lit: the pointer has left the texts."""
        self.put_out()

    def press(self, event: QMouseEvent) -> bool:
        """Puts out what is lit: a selection begins, or a card opens."""
        self.put_out()
        return False

    def _are_both_shown(self) -> bool:
        return {1, 2} <= {*self._view.cells.shown_columns()}

    def _linked_at(self, point: QPoint) -> Linked | None:
        under = text_at(self._view, point)
        if under is None or under[1] > 1 or not is_over_text(self._view, point):
            return None
        known = self.linked_words
        node, side = under
        at = nearest_point(self._view, point, side, on_character=True)
        if known is None or at.node != node.number:
            return None
        return known.at(node, side, at.paragraph, at.position)

    def _marks_at(self, point: QPoint) -> tuple[Link, ...]:
        """The footnote mark at a point and its counterpart in the row, () if it has none."""
        links = self._workspace.feature(Cards).links
        mark = links.at(point)
        if mark is None or not mark.note or mark.span.side > 1 or self.linked_words is None:
            return ()
        notes = self.linked_words.notes
        if mark.span.side:
            notes = {other: one for one, other in notes.items()}
        others = links.cell(mark.span.node, 1 - mark.span.side)
        wanted = notes.get(mark.note)
        found = next((other for other in others if other.note and other.note == wanted), None)
        return (mark, found) if found else ()

    # By keyboard

    def step_link(self, by: int) -> None:
        """Lights up the next words of the current row with a counterpart (1), or the previous ones
        (-1); first those where a selection begins."""
        known = self.linked_words
        if known is None or not self._are_both_shown():
            return
        self.learn_now()
        from desktop_app.ui.rows.linked_words import beside

        node = self._view.current_node
        order = known.of(node)
        linked = self._linked_at_caret(node) if self.lit is None else None
        linked = linked or beside(order, self.lit, by)
        if linked is None:
            self._workspace.status.emit(self.tr("No counterpart is known in this row."))
            return
        self._view.show_span(linked.spans[0])
        self._light(linked, ())
        self._announce(linked)

    def _linked_at_caret(self, node: Node) -> Linked | None:
        """The link of the words where the selection begins, if that is in the current row."""
        known, selection = self.linked_words, self._workspace.feature(Selecting).selection
        if known is None or selection is None or selection.side > 1:
            return None
        at = selection.start
        if at.node != node.number:
            return None
        places = at.position, at.position - 1  # a caret can stand behind a word
        found = (known.at(node, selection.side, at.paragraph, place) for place in places)
        return next(filter(None, found), None)

    def _announce(self, linked: Linked) -> None:
        """Says both words in the status, and to screen readers."""
        said = " = ".join(self._said(linked))
        self._workspace.status.emit(said)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, said))

    def _said(self, linked: Linked) -> Iterator[str]:
        model = self._view.bitext_model()
        for span in linked.spans:
            paragraph = model.texts(model.nodes()[span.node], span.side)[span.paragraph]
            start, end = paragraph.positions.shown_range(span.start, span.end)
            yield words(paragraph.runs)[start:end]

    def key(self, event: QKeyEvent) -> bool:
        """Esc puts out what is lit."""
        is_escape = event.key() == Qt.Key.Key_Escape and not event.modifiers()
        had = self.lit is not None
        if is_escape:
            self.put_out()
        return is_escape and had

    def current_row_left(self) -> None:
        """Puts out what is lit in the row that was left."""
        self.put_out()

    # Lighting up

    def put_out(self) -> None:
        """Lights up nothing."""
        self._light(None, ())

    def _light(self, linked: Linked | None, marks: tuple[Link, ...]) -> None:
        if (linked, marks) == (self.lit, self.lit_marks):
            return
        self.lit, self.lit_marks = linked, marks
        self._view.highlight(HighlightKind.LINK, linked.spans if linked else ())

    def page_changed(self) -> None:
        """Puts out what is lit: the page shows other rows."""
        self.put_out()

    def paint(
        self, painter: QPainter, document: CellDocument, corner: QPointF, node: Node, column: int
    ) -> None:
        """Draws a ring around the footnote marks that are lit."""
        for mark in self.lit_marks:
            if (mark.span.node, mark.span.side) != (node.number, column - 1):
                continue
            cursor = self._workspace.feature(Cards).links.cursor(mark, document, node)
            for rects in line_rects(document, cursor) if cursor else ():
                pen = QPen(self._view.look.theme.accent, 1)
                ring(painter, rects.line.translated(corner), pen)
