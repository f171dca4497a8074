"""Opens the card for a link on the page, by mouse or keyboard, and by mouse that for a label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPen

from desktop_app.ui.cards.card import Card
from desktop_app.ui.cards.card_text import CardText, document_card, footnote_card
from desktop_app.ui.cards.labels import label_at, label_card, label_rect
from desktop_app.ui.cards.page_links import PageLinks, ring, underline
from desktop_app.ui.page.cells.text_positions import line_rects
from desktop_app.ui.page.interaction import Interaction
from desktop_app.ui.printed.printed_pages import PrintedPages
from desktop_app.ui.widgets.actions import Menu

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QItemSelectionModel, QModelIndex
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from desktop_app.ui.cards.links import Link
    from desktop_app.ui.page.cells.typesetting import CellDocument
    from desktop_app.ui.page.nodes import Node
    from desktop_app.ui.workspace import Workspace

_STILL = 4
"""Pixels that the pointer may move during a click."""


class Cards(QObject, Interaction):
    """The card for footnotes and cited documents, and the links that open it.

    Citations are looked for only in the texts that are painted.
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.window)
        self._workspace = workspace
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
        """Makes the card and loads what it needs, in idle time."""
        if self._card is None:
            model = self._view.bitext_model()
            notes = model.bitext.source.footnotes
            footnote_card(model, notes[-1].id if notes else "", self._view.look.theme)
            self.card.ensurePolished()

    @property
    def card(self) -> Card:
        """The card, made on the first call."""
        if self._card is None:
            self._card = Card(self._view.window())
            self._card.left.connect(self._view.setFocus)
            self._card.page_wanted.connect(self._show_page)
            self._card.pin_button.toggled.connect(self._pin_moved)
            self._card.apply_theme(self._view.look.theme, self._view.look.zoom)
        return self._card

    def dismiss(self) -> None:
        """Hides the card, if there is one."""
        self._view.viewport().removeEventFilter(self)
        if self._card is not None:
            self._card.dismiss()

    @property
    def is_open(self) -> bool:
        """Whether the card is shown."""
        return self._card is not None and self._card.isVisible()

    def page_about_to_change(self) -> None:
        """Hides the card: its link is about to move."""
        self.dismiss()

    def page_changed(self) -> None:
        """Follows the page to another document or look."""
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
        self, painter: QPainter, document: CellDocument, corner: QPointF, node: Node, column: int
    ) -> None:
        """Underlines the citations of a cell, and draws a ring around the focused link."""
        theme = self._view.look.theme
        links = self.links.cell(node.number, column - 1)
        focused = self.focused if self._view.hasFocus() else None
        seen = QRectF(self._view.viewport().rect()).translated(-corner)
        for link in self.links.near(links, document, node, seen):
            is_focused = link == focused
            cursor = self.links.cursor(link, document, node) if link.symbol or is_focused else None
            if cursor is None:
                continue
            for rects in line_rects(document, cursor):
                line = rects.line.translated(corner)
                if link.symbol:
                    pen = QPen(theme.muted, 1, Qt.PenStyle.DotLine)
                    underline(painter, line, corner.y() + rects.base, pen)
                if is_focused:
                    ring(painter, line, QPen(theme.accent, 2))

    def mark_rect(self, index: QModelIndex, note: str) -> QRect:
        """The first mark of a footnote in a cell, in screen coordinates."""
        links = self.links.cell(self._view.node(index).number, index.column() - 1)
        link = next((link for link in links if link.note == note), None)
        return self._on_screen(link, None) if link else QRect()

    # By mouse

    def hover(self, event: QMouseEvent) -> str:
        """Shows the card of the link under the pointer after a moment."""
        point = event.position().toPoint()
        link = self.links.at(point) or label_at(self._view, point)
        if link is not None and not event.buttons():
            if link.is_label:
                self._view.viewport().installEventFilter(self)
            self.card.want(link, lambda: self.text(link), self._on_screen(link, point))
            return "" if link.is_label else Qt.CursorShape.PointingHandCursor.name
        if self._card is not None and not event.buttons():
            self._card.leave()
        return ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps the remarks on a row from being shown twice: in the card of its label, and in a
        tooltip."""
        return event.type() is QEvent.Type.ToolTip and self.is_open

    def leave(self) -> None:
        """Hides the card soon: the pointer has left the texts."""
        if self._card is not None:
            self._card.leave()

    def press(self, event: QMouseEvent) -> bool:
        """Remembers a press on a link, whose release pins its card; a press elsewhere hides the
        card. Leaves the event to others: a drag can start on a citation."""
        if event.button() is Qt.MouseButton.LeftButton:
            point = event.position().toPoint()
            link = self.links.at(point)
            self._pressed = (link, point) if link else None
            if link is None or (self._card is not None and self._card.link != link):
                self.dismiss()
        return False

    def release(self, event: QMouseEvent) -> bool:
        """Ends a click on a link: opens and pins its card."""
        pressed, self._pressed = self._pressed, None
        if pressed and event.button() is Qt.MouseButton.LeftButton:
            link, start = pressed
            point = event.position().toPoint()
            if (point - start).manhattanLength() <= _STILL:
                self.open(link, point)
                self.card.pin()
        return False

    def _scrolled(self, value: int) -> None:
        """Hides the card, or cancels one that is due; a pinned card only after a page's length."""
        if not self.is_open:
            self.dismiss()
            return
        far = abs(value - self._pinned_at) > self._view.viewport().height()
        if not self.card.is_pinned or far:
            self.dismiss()

    def _folded(self) -> None:
        """Hides the card if its link was folded away, or if it is not pinned."""
        link = self._card.link if self._card is not None else None
        if link is None or not self.card.is_pinned or not self._is_shown(link):
            self.dismiss()

    def _pin_moved(self, on: bool) -> None:
        self._pinned_at = self._view.verticalScrollBar().value()

    # By keyboard

    def key(self, event: QKeyEvent) -> bool:
        """Esc takes the focus off a link. Enter and Space open the focused link's card; without
        one, Enter opens the card of the row's next footnote."""
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
        """The link that has the focus, None if it is not visible."""
        link = self._focused
        return link if link is not None and self._is_shown(link) else None

    def step(self, by: int) -> bool:
        """Moves the focus to the next link (1) or the previous one (-1), from the current row on.
        False if the page has no further link, or after Esc: then the focus leaves the texts."""
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
            index = order.index(focused) + by
            return order[index] if 0 <= index < len(order) else None
        if by > 0:
            return next((link for link in order if link.span.node >= at), None)
        return next((link for link in reversed(order) if link.span.node <= at), None)

    def _is_shown(self, link: Link) -> bool:
        """Whether a link is in a text shown and not in a folded row."""
        node = self._view.bitext_model().nodes()[link.span.node]
        is_in_shown_text = link.span.side + 1 in self._view.cells.shown_columns()
        return is_in_shown_text and self._view.is_unfolded(node)

    def open_focused(self) -> bool:
        """Opens the focused link's card, or moves the focus into it if it is open; False if no link
        is focused."""
        link = self.focused
        if link is None:
            return False
        if self.is_open and self.card.link == link:
            self.card.enter()
        else:
            self.open(link)
        return True

    def escape(self) -> bool:
        """Takes the focus off a link; False if none has it."""
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
        """Announces the focused link to screen readers."""
        if QAccessible.isActive():
            title = self.text(link).title
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, title))

    # Opening

    def open(self, link: Link, point: QPoint | None = None) -> None:
        """Opens the card of a link at once; `point` is where it was clicked."""
        self.card.open(link, lambda: self.text(link), self._on_screen(link, point))

    def open_footnote(self, note: str) -> bool:
        """Opens the card of a footnote at the first clause with its mark; False if there is
        none."""
        nodes = self._view.bitext_model().nodes()
        return self._open_first(note, [node.number for node in nodes if note in _footnotes(node)])

    def open_footnotes_of_current(self) -> None:
        """Opens the card of the current row's first footnote, or of the one after that shown."""
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
        self._view.go_to_span(link.span)
        self.open(link)
        return True

    def _show_page(self, side: int) -> None:
        """Shows the printed page of the row whose label has the card."""
        link = self.card.link
        self.dismiss()
        if link is not None:
            self._view.make_current(link.span.node)
        self._workspace.feature(PrintedPages).open(side)

    def text(self, link: Link) -> CardText:
        """The text for a link's card."""
        model, look = self._view.bitext_model(), self._view.look
        if link.is_label:
            with_pages = self._workspace.feature(PrintedPages).sides()
            node = model.nodes()[link.span.node]
            remarks = [sentence for _, sentence in model.remarks(node)]
            return label_card(node, model.sides(), with_pages, remarks, look.theme)
        if not link.note:
            return document_card(model, link.symbol, look.theme)
        typography, scale = look.typography, self.card.scale
        return footnote_card(model, link.note, look.theme, typography, scale, link.span.side)

    def _on_screen(self, link: Link, point: QPoint | None) -> QRect:
        """A link's line at a point, or its first line, in screen coordinates."""
        if link.is_label:
            rects = [label_rect(self._view, self._view.bitext_model().nodes()[link.span.node])]
        else:
            rects = self.links.rects(link) or [QRect(0, 0, 1, 1)]
        line = next((rect for rect in rects if point and rect.contains(point)), rects[0])
        return QRect(self._view.viewport().mapToGlobal(line.topLeft()), line.size())


def _footnotes(node: Node) -> list[str]:
    """The ids of the footnotes whose marks a row has."""
    return [run.note for text in node.texts for p in text for run in p.runs if run.note]
