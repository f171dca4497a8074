"""Cards on the page: what a person points at, by mouse or by keyboard, and the card for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPen

from desktop_app.ui.cards.card import Card
from desktop_app.ui.cards.card_text import CardText, document_card, footnote_card
from desktop_app.ui.cards.page_links import PageLinks, ring, underline
from desktop_app.ui.page.cells.text_positions import line_rects
from desktop_app.ui.page.interaction import Interaction
from desktop_app.ui.widgets.actions import Menu

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QItemSelectionModel, QModelIndex
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QTextDocument

    from desktop_app.ui.cards.links import Link
    from desktop_app.ui.page.nodes import Node
    from desktop_app.ui.workspace import Workspace

_STILL = 4
"""Pixels: a click that moves no further is no drag."""


class Cards(QObject, Interaction):
    """The card for footnotes and cited documents, and the marks and citations that it answers to.

    Citations are looked for in the texts that are painted, and nowhere else.
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.window)
        self._view = view = workspace.view
        self.links = PageLinks(view)
        self._focused: Link | None = None
        self._selection: QItemSelectionModel | None = None
        self._leaves = False
        self._pressed: tuple[Link, QPoint] | None = None
        self._pinned_at = 0
        self._card: Card | None = None
        view.interactions.insert(0, self)
        view.verticalScrollBar().valueChanged.connect(self._scrolled)
        view.collapsed.connect(self._folded)
        view.expanded.connect(self._folded)
        workspace.actions.add(
            "notes",
            self.tr("Foot&notes of the clause"),
            "Ctrl+J",
            self.open_footnotes_of_current,
            menu=Menu.VIEW,
            number=43,
        )
        self._warming = QTimer(self, singleShot=True, interval=0)
        self._warming.timeout.connect(self._warm)
        self._warming.start()
        self.page_changed()

    # The card

    def _warm(self) -> None:
        """Makes the card, and reads what it needs, before it is wanted in a hurry."""
        if self._card is None:
            model = self._view.bitext_model()
            notes = model.bitext.source.footnotes
            footnote_card(model, notes[-1].id if notes else "", self._view.look.theme)
            self.card.ensurePolished()

    @property
    def card(self) -> Card:
        """The card, made when the first one is wanted."""
        if self._card is None:
            self._card = Card(self._view.window())
            self._card.left.connect(self._view.setFocus)
            self._card.pin_button.toggled.connect(self._pin_moved)
            self._card.apply_theme(self._view.look.theme, self._view.look.zoom)
        return self._card

    def dismiss(self) -> None:
        """Hides the card, if there is one."""
        if self._card is not None:
            self._card.dismiss()

    @property
    def is_answering(self) -> bool:
        """Whether the card is shown."""
        return self._card is not None and self._card.isVisible()

    def page_about_to_change(self) -> None:
        """What the card lies at will stand elsewhere."""
        self.dismiss()

    def page_changed(self) -> None:
        """Another document is shown, or the same one in another look."""
        self.dismiss()
        self._focused = None
        self._pressed = None
        self.links.renew()
        if self._card is not None:
            self._card.apply_theme(self._view.look.theme, self._view.look.zoom)
        if self._selection is not self._view.selectionModel():
            self._selection = self._view.selectionModel()
            self._selection.currentChanged.connect(self._current_changed)
        self._view.viewport().update()

    def paint(
        self, painter: QPainter, document: QTextDocument, corner: QPointF, node: Node, column: int
    ) -> None:
        """Underlines the citations of a cell, and draws a ring around what the keyboard is on."""
        theme = self._view.look.theme
        links = self.links.cell(node.number, column - 1)
        focused = self.focused if self._view.hasFocus() else None
        seen = QRectF(self._view.viewport().rect()).translated(-corner)
        for link in self.links.near(links, document, node, seen):
            is_focused = link == focused
            cursor = self.links.cursor(link, document, node) if link.symbol or is_focused else None
            if cursor is None:
                continue
            for found in line_rects(document, cursor):
                shown = found.line.translated(corner)
                if link.symbol:
                    pen = QPen(theme.muted, 1, Qt.PenStyle.DotLine)
                    underline(painter, shown, corner.y() + found.base, pen)
                if is_focused:
                    ring(painter, shown, QPen(theme.accent, 2))

    def mark_rect(self, index: QModelIndex, note: str) -> QRect:
        """Where the first mark of a footnote in a cell stands on the screen."""
        links = self.links.cell(self._view.node(index).number, index.column() - 1)
        link = next((link for link in links if link.note == note), None)
        return self._on_screen(link, None) if link else QRect()

    # By mouse

    def hover(self, event: QMouseEvent) -> str:
        """Shows the card of what the pointer is on, soon."""
        point = event.position().toPoint()
        link = None if event.buttons() else self.links.at(point)
        if link is not None:
            self.card.want(link, lambda: self.text(link), self._on_screen(link, point))
            return Qt.CursorShape.PointingHandCursor.name
        if self._card is not None and not event.buttons():
            self._card.leave()
        return ""

    def leave(self) -> None:
        """The pointer has left the texts."""
        if self._card is not None:
            self._card.leave()

    def press(self, event: QMouseEvent) -> bool:
        """A click on a mark or a citation pins its card, one elsewhere closes what was shown. Takes
        nothing away from others: a drag can begin on a citation."""
        if event.button() is Qt.MouseButton.LeftButton:
            point = event.position().toPoint()
            link = self.links.at(point)
            self._pressed = (link, point) if link else None
            if link is None or (self._card is not None and self._card.link != link):
                self.dismiss()
        return False

    def release(self, event: QMouseEvent) -> bool:
        """The second half of a click."""
        pressed, self._pressed = self._pressed, None
        if pressed and event.button() is Qt.MouseButton.LeftButton:
            link, start = pressed
            point = event.position().toPoint()
            if (point - start).manhattanLength() <= _STILL:
                self.open(link, point)
                self.card.pin()
        return False

    def _scrolled(self, value: int) -> None:
        """A card goes when what it belongs to moves, or does not come; a pinned one goes after the
        length of a page."""
        if not self.is_answering:
            self.dismiss()
            return
        far = abs(value - self._pinned_at) > self._view.viewport().height()
        if not self.card.is_pinned or far:
            self.dismiss()

    def _folded(self) -> None:
        """A card goes with its mark, and one that is not pinned when rows move."""
        link = self._card.link if self._card is not None else None
        if link is None or not self.card.is_pinned or not self._is_shown(link):
            self.dismiss()

    def _pin_moved(self, on: bool) -> None:
        self._pinned_at = self._view.verticalScrollBar().value()

    # By keyboard

    def key(self, event: QKeyEvent) -> bool:
        """Esc takes the keyboard off a mark; Enter opens the card of the mark that it is on, or
        else of a footnote of the row, Space that of the mark alone."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            return self.escape()
        if enter or event.key() == Qt.Key.Key_Space:
            if self.open_focused():
                return True
            if enter:
                self.open_footnotes_of_current()
        return enter

    @property
    def focused(self) -> Link | None:
        """What the keyboard is on within the current row: nothing where that is not shown, because
        it is folded away or its text is."""
        link = self._focused
        return link if link is not None and self._is_shown(link) else None

    def step(self, by: int) -> bool:
        """To the next mark or citation, or for -1 the one before: of the current row, then of the
        next ones. False if there is none on the page, or after Esc: then the keyboard goes on to
        what is beside the texts."""
        leaves, self._leaves = self._leaves, False
        link = None if leaves else self._next(by)
        self._focused = link
        self._view.viewport().update()
        if link is None:
            return False
        self.dismiss()
        model = self._view.bitext_model()
        node = model.nodes()[link.span.node]
        if self._view.current_node is not node:
            self._view.setCurrentIndex(model.index_of(node))
        self._view.show_span(link.span)
        self._announce(link)
        return True

    def _next(self, by: int) -> Link | None:
        rows = [self._view.node(index).number for index in self._view.visible_rows()]
        current = self._view.current_node.number
        focused = self.focused
        at = current if current in rows else (rows[0] if by > 0 else rows[-1]) if rows else 0
        order = [link for row in rows for link in self.links.row(row)]
        if focused in order:
            place = order.index(focused) + by
            return order[place] if 0 <= place < len(order) else None
        if by > 0:
            return next((link for link in order if link.span.node >= at), None)
        return next((link for link in reversed(order) if link.span.node <= at), None)

    def _is_shown(self, link: Link) -> bool:
        """Whether a link is in a text that is shown and in no row that is folded away."""
        node = self._view.bitext_model().nodes()[link.span.node]
        is_in_shown_text = link.span.side + 1 in self._view.cells.shown_columns()
        return is_in_shown_text and self._view.is_unfolded(node)

    def open_focused(self) -> bool:
        """Opens the card of what the keyboard is on, or if it is open, goes into it; False if the
        keyboard is on nothing that has one."""
        link = self.focused
        if link is None:
            return False
        if self.is_answering and self.card.link == link:
            self.card.enter()
        else:
            self.open(link)
        return True

    def escape(self) -> bool:
        """Takes the keyboard off the mark that it is on; False if it is on none."""
        if self.focused is None:
            return False
        self._focused = None
        self._leaves = True
        self._view.viewport().update()
        return True

    def _current_changed(self) -> None:
        self._leaves = False
        if self._focused is None:
            return
        if self._view.current_node.number != self._focused.span.node:
            self._focused = None
            self._view.viewport().update()

    def _announce(self, link: Link) -> None:
        """Says to screen readers what the keyboard is on."""
        if QAccessible.isActive():
            said = self.text(link).title
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, said))

    # Opening

    def open(self, link: Link, point: QPoint | None = None) -> None:
        """Opens the card of a link at once."""
        self.card.open(link, lambda: self.text(link), self._on_screen(link, point))

    def open_footnote(self, note: str) -> bool:
        """Opens the card of a footnote at the first clause that bears its mark; False if there is
        none."""
        nodes = self._view.bitext_model().nodes()
        return self._open_first(note, [node.number for node in nodes if note in _footnotes(node)])

    def open_footnotes_of_current(self) -> None:
        """Opens the card of the next footnote of the current row: the keyboard's way to it."""
        node = self._view.current_node
        order = list(dict.fromkeys(_footnotes(node)))
        if order:
            after = order.index(self.card.key) + 1 if self.card.key in order else 0
            self._open_first(order[after % len(order)], [node.number])

    def _open_first(self, note: str, rows: Sequence[int]) -> bool:
        """Opens the card of a footnote at its first mark in these rows; False if there is none."""
        links = (link for row in rows for link in self.links.row(row) if link.note == note)
        link = next(links, None)
        if link is None:
            return False
        self._view.show_span(link.span)
        self.open(link)
        return True

    def text(self, link: Link) -> CardText:
        """What the card of a link says."""
        model, look = self._view.bitext_model(), self._view.look
        if not link.note:
            return document_card(model, link.symbol, look.theme)
        typography, scale = look.typography, self.card.scale
        return footnote_card(model, link.note, look.theme, typography, scale, link.span.side)

    def _on_screen(self, link: Link, point: QPoint | None) -> QRect:
        """Where a link stands on the screen: the line of it that a point is on, or its first."""
        rects = self.links.rects(link) or [QRect(0, 0, 1, 1)]
        found = next((rect for rect in rects if point and rect.contains(point)), rects[0])
        return QRect(self._view.viewport().mapToGlobal(found.topLeft()), found.size())


def _footnotes(node: Node) -> list[str]:
    """The footnotes whose marks a row bears."""
    return [run.note for text in node.texts for p in text for run in p.runs if run.note]
