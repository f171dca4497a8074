"""What a person points at in the texts, by mouse or by keyboard, and the card that answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSizeF, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QMouseEvent, QPainter, QPen

from desktop_app.ui.cards.card_text import CardText, of_document, of_note
from desktop_app.ui.cards.links import Link, Links
from desktop_app.ui.cards.note_card import NoteCard
from desktop_app.ui.finding.finder import Hit
from desktop_app.ui.page.typesetting import line_rects, mark_cursor
from desktop_app.ui.page.visible_marks import FEW, between, positions_in_sight
from desktop_app.ui.widgets.theme import SPACE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QItemSelectionModel
    from PySide6.QtGui import QTextCursor, QTextDocument

    from desktop_app.ui.page.model import BitextModel
    from desktop_app.ui.page.nodes import Node
    from desktop_app.ui.page.view import BitextView

_STILL = 4
"""Pixels: a click that moves no further is no drag."""
_BESIDE = 40
"""Pixels above and below the pointer in which words are looked at."""


class Pointing(QObject):
    """Made by the view once its first page is shown, and owned by it.

    Citations are looked for in the texts that are painted, and nowhere else.
    """

    def __init__(self, view: BitextView) -> None:
        super().__init__(view)
        self._view = view
        self._links: Links | None = None
        self._focused: Link | None = None
        self._selection: QItemSelectionModel | None = None
        self._leaves = False
        self._pressed: tuple[Link, QPoint] | None = None
        self._pinned_at = 0
        self._card: NoteCard | None = None
        view.viewport().installEventFilter(self)
        view.verticalScrollBar().valueChanged.connect(self._scrolled)
        view.collapsed.connect(self._folded)
        view.expanded.connect(self._folded)
        self._warming = QTimer(self, singleShot=True, interval=0)
        self._warming.timeout.connect(self._warm)
        self._warming.start()
        self.follow()

    # The card

    def _warm(self) -> None:
        """Makes the card, and reads what it needs, before it is wanted in a hurry."""
        model, delegate = self._view.bitext_model(), self._view.row_delegate
        if model is not None and delegate is not None and self._card is None:
            notes = model.bitext.source.footnotes
            of_note(model, notes[-1].id if notes else "", delegate.typesetter.theme)
            self.card.ensurePolished()

    @property
    def card(self) -> NoteCard:
        """The card, made when the first one is wanted."""
        if self._card is None:
            self._card = NoteCard(self._view.window())
            self._card.left.connect(self._view.setFocus)
            self._card.pin_button.toggled.connect(self._pin_moved)
            self.apply_theme()
        return self._card

    def dismiss(self) -> None:
        """Hides the card, if there is one."""
        if self._card is not None:
            self._card.dismiss()

    @property
    def is_answering(self) -> bool:
        """Whether the card is shown."""
        return self._card is not None and self._card.isVisible()

    def apply_theme(self) -> None:
        """Takes the colours of the text."""
        delegate = self._view.row_delegate
        if self._card is not None and delegate is not None:
            self._card.apply_theme(delegate.typesetter.theme, self._view.zoom)

    def follow(self) -> None:
        """Another document is shown, or the same one in another look."""
        self.dismiss()
        self._focused = None
        self._pressed = None
        model, delegate = self._view.bitext_model(), self._view.row_delegate
        if model is None or delegate is None:
            return
        sides = [side for side in (model.bitext.source, model.bitext.target) if side]
        self._links = Links(model.nodes(), sides)
        delegate.pointing = self
        self.apply_theme()
        if self._selection is not self._view.selectionModel():
            self._selection = self._view.selectionModel()
            self._selection.currentChanged.connect(self._current_changed)
        self._view.viewport().update()

    # Where links are

    def _cursor(self, link: Link, document: QTextDocument, node: Node) -> QTextCursor | None:
        """The words of a link in a laid out cell, or its mark."""
        model, delegate = self._view.bitext_model(), self._view.row_delegate
        if model is None or delegate is None:
            return None
        if link.symbol:
            return delegate.hit_cursor(document, node, link.hit)
        paragraphs = model.texts(node, link.hit.side)
        return mark_cursor(document, paragraphs, link.hit.paragraph, link.mark)

    def rects(self, link: Link) -> list[QRect]:
        """Where a link stands in the viewport, one rectangle a line; laid out if need be."""
        model, delegate = self._view.bitext_model(), self._view.row_delegate
        if model is None or delegate is None:
            return []
        node, column = model.nodes()[link.hit.node], link.hit.side + 1
        document = delegate.document(node, column)
        cursor = self._cursor(link, document, node) if document else None
        if document is None or cursor is None:
            return []
        cell = self._view.text_cell(model.index_of(node, column))
        place = delegate.text_place(node, column, cell)
        return [rect.translated(place).toAlignedRect() for rect, _ in line_rects(document, cursor)]

    def mark_rect(self, number: int, side: int, note: str) -> QRect:
        """Where the first mark of a footnote in a cell stands on the screen."""
        links = self._links.cell(number, side) if self._links else ()
        link = next((link for link in links if link.note == note), None)
        return self._on_screen(link, None) if link else QRect()

    def link_at(self, point: QPoint) -> Link | None:
        """What stands at a point of the viewport."""
        model, index = self._view.bitext_model(), self._view.indexAt(point)
        delegate = self._view.row_delegate
        if model is None or delegate is None or self._links is None or index.column() < 1:
            return None
        node, cell = model.node(index), self._view.visualRect(index)
        column = delegate.column_at(node, index.column(), cell, point.y())
        document = delegate.document(node, column)
        links = self._links.cell(node.number, column - 1)
        if document is None or not links:
            return None
        place = delegate.text_place(
            node, column, self._view.text_cell(model.index_of(node, column))
        )
        beside = QRectF(point, QSizeF(1, 1)).adjusted(0, -_BESIDE, 0, _BESIDE)
        for link in self._near(links, document, node, beside.translated(-place)):
            if any(rect.adjusted(-1, 0, 1, 0).contains(point) for rect in self.rects(link)):
                return link
        return None

    def _near(
        self, links: Sequence[Link], document: QTextDocument, node: Node, part: QRectF
    ) -> Sequence[Link]:
        """Of many links of a cell those that can be in a part of it; all if they are few."""
        delegate = self._view.row_delegate
        if delegate is None or len(links) <= FEW:
            return links
        positions = positions_in_sight(document, part)
        return between(links, lambda link: delegate.hit_cursor(document, node, link.hit), positions)

    def paint(
        self, painter: QPainter, document: QTextDocument, place: QPointF, node: Node, column: int
    ) -> None:
        """Underlines the citations of a cell, and draws a ring around what the keyboard is on."""
        delegate = self._view.row_delegate
        if self._links is None or delegate is None:
            return
        theme = delegate.typesetter.theme
        links = self._links.cell(node.number, column - 1)
        focused = self.focused if self._view.hasFocus() else None
        seen = QRectF(self._view.viewport().rect()).translated(-place)
        for link in self._near(links, document, node, seen):
            is_focused = link == focused
            cursor = self._cursor(link, document, node) if link.symbol or is_focused else None
            if cursor is None:
                continue
            for rect, base in line_rects(document, cursor):
                shown = rect.translated(place)
                if link.symbol:
                    _underline(
                        painter, shown, place.y() + base, QPen(theme.muted, 1, Qt.PenStyle.DotLine)
                    )
                if is_focused:
                    _ring(painter, shown, QPen(theme.accent, 2))

    # By mouse

    def point_at(self, point: QPoint) -> bool:
        """The pointer is at a point of the viewport; whether something there has a card."""
        link = self.link_at(point)
        if link is not None:
            self.card.want(link, lambda: self._text(link), self._on_screen(link, point))
        elif self._card is not None:
            self._card.leave()
        return link is not None

    def leave(self) -> None:
        """The pointer has left the texts."""
        if self._card is not None:
            self._card.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click on a mark or a citation pins its card, one elsewhere closes what was shown. Takes
        nothing away from others: a drag can begin on a citation."""
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            point = event.position().toPoint()
            if event.type() == QEvent.Type.MouseButtonPress:
                link = self.link_at(point)
                self._pressed = (link, point) if link else None
                if link is None or (self._card is not None and self._card.link != link):
                    self.dismiss()
            elif event.type() == QEvent.Type.MouseButtonRelease and self._pressed:
                link, start = self._pressed
                self._pressed = None
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
        model = self._view.bitext_model()
        if model is None or self._links is None:
            return False
        leaves, self._leaves = self._leaves, False
        link = None if leaves else self._next(model, by)
        self._focused = link
        self._view.viewport().update()
        if link is None:
            return False
        self.dismiss()
        node = model.nodes()[link.hit.node]
        if model.node(self._view.currentIndex()) is not node:
            self._view.setCurrentIndex(model.index_of(node))
        self._view.show_hit(link.hit)
        self._announce(link)
        return True

    def _next(self, model: BitextModel, by: int) -> Link | None:
        rows = [model.node(index).number for index in self._view.visible_rows()]
        current = model.node(self._view.currentIndex()).number
        focused = self.focused
        at = current if current in rows else (rows[0] if by > 0 else rows[-1]) if rows else 0
        order = [link for row in rows for link in self._shown(row)]
        if focused in order:
            place = order.index(focused) + by
            return order[place] if 0 <= place < len(order) else None
        if by > 0:
            return next((link for link in order if link.hit.node >= at), None)
        return next((link for link in reversed(order) if link.hit.node <= at), None)

    def _shown(self, row: int) -> list[Link]:
        """The marks and citations of a row in the texts that are shown."""
        delegate = self._view.row_delegate
        if delegate is None or self._links is None:
            return []
        shown = delegate.shown()
        return [link for link in self._links.row(row) if link.hit.side + 1 in shown]

    def _is_shown(self, link: Link) -> bool:
        """Whether a link is in a text that is shown and in no row that is folded away."""
        model, delegate = self._view.bitext_model(), self._view.row_delegate
        if model is None or delegate is None:
            return False
        node = model.nodes()[link.hit.node]
        return link.hit.side + 1 in delegate.shown() and self._view.is_unfolded(node)

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
        model = self._view.bitext_model()
        self._leaves = False
        if model is None or self._focused is None:
            return
        if model.node(self._view.currentIndex()).number != self._focused.hit.node:
            self._focused = None
            self._view.viewport().update()

    def _announce(self, link: Link) -> None:
        """Says to screen readers what the keyboard is on."""
        if QAccessible.isActive():
            said = self._text(link).title
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, said))

    # Opening

    def open(self, link: Link, point: QPoint | None = None) -> None:
        """Opens the card of a link at once."""
        self.card.open(link, lambda: self._text(link), self._on_screen(link, point))

    def open_note(self, note: str, rows: list[int]) -> bool:
        """Opens the card of a footnote at its first mark in these rows; False if there is none."""
        link = next(
            (link for row in rows for link in self._shown(row) if link.note == note),
            None,
        )
        if link is None:
            return False
        self._view.show_hit(link.hit)
        self.open(link)
        return True

    def note_text(self, note: str) -> Callable[[], CardText]:
        """What makes the text of a footnote's card."""
        return lambda: self._text(Link(Hit(0, 0, 0, 0, 0), note=note))

    def _text(self, link: Link) -> CardText:
        model, delegate = self._view.bitext_model(), self._view.row_delegate
        assert model is not None, "a link of no model"
        assert delegate is not None, "a link of no page"
        theme = delegate.typesetter.theme
        return (
            of_note(model, link.note, theme, self._view.typography, self.card.scale, link.hit.side)
            if link.note
            else of_document(model, link.symbol, theme)
        )

    def _on_screen(self, link: Link, point: QPoint | None) -> QRect:
        """Where a link stands on the screen: the line of it that a point is on, or its first."""
        rects = self.rects(link) or [QRect(0, 0, 1, 1)]
        found = next((rect for rect in rects if point and rect.contains(point)), rects[0])
        return QRect(self._view.viewport().mapToGlobal(found.topLeft()), found.size())


def _underline(painter: QPainter, rect: QRectF, base: float, pen: QPen) -> None:
    """Dots below the words: seen without colour, and quieter than a link."""
    painter.setPen(pen)
    bottom = round(base) + SPACE - 0.5
    painter.drawLine(QPointF(rect.left(), bottom), QPointF(rect.right(), bottom))


def _ring(painter: QPainter, rect: QRectF, pen: QPen) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.drawRoundedRect(rect.adjusted(-2, 1, 2, -1), 3, 3)
    painter.restore()
