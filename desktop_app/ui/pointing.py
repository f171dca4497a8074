"""What a person points at in the texts, by mouse or by keyboard, and the card that answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSizeF, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QMouseEvent, QPainter, QPen

from desktop_app.ui.card_text import CardText, of_document, of_note
from desktop_app.ui.finder import Hit
from desktop_app.ui.in_sight import FEW, between, positions_in_sight
from desktop_app.ui.note_card import NoteCard
from desktop_app.ui.spots import Spot, Spots
from desktop_app.ui.theme import SPACE
from desktop_app.ui.typesetting import line_rects, mark_cursor

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QItemSelectionModel
    from PySide6.QtGui import QTextCursor, QTextDocument

    from desktop_app.ui.model import BitextModel
    from desktop_app.ui.nodes import Node
    from desktop_app.ui.view import BitextView

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
        self._spots: Spots | None = None
        self._focused: Spot | None = None
        self._selection: QItemSelectionModel | None = None
        self._leaves = False
        self._pressed: tuple[Spot, QPoint] | None = None
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
            self.dress()
        return self._card

    def dismiss(self) -> None:
        """Hides the card, if there is one."""
        if self._card is not None:
            self._card.dismiss()

    @property
    def is_answering(self) -> bool:
        """Whether the card is shown."""
        return self._card is not None and self._card.isVisible()

    def dress(self) -> None:
        """Takes the colours of the text."""
        delegate = self._view.row_delegate
        if self._card is not None and delegate is not None:
            self._card.dress(delegate.typesetter.theme, self._view.zoom)

    def follow(self) -> None:
        """Another document is shown, or the same one in another look."""
        self.dismiss()
        self._focused = None
        self._pressed = None
        model, delegate = self._view.bitext_model(), self._view.row_delegate
        if model is None or delegate is None:
            return
        sides = [side for side in (model.bitext.source, model.bitext.target) if side]
        self._spots = Spots(model.nodes(), sides)
        delegate.pointing = self
        self.dress()
        if self._selection is not self._view.selectionModel():
            self._selection = self._view.selectionModel()
            self._selection.currentChanged.connect(self._current_changed)
        self._view.viewport().update()

    # Where spots are

    def _cursor(self, spot: Spot, document: QTextDocument, node: Node) -> QTextCursor | None:
        """The words of a spot in a laid out cell, or its mark."""
        model, delegate = self._view.bitext_model(), self._view.row_delegate
        if model is None or delegate is None:
            return None
        if spot.symbol:
            return delegate.hit_cursor(document, node, spot.hit)
        paragraphs = model.texts(node, spot.hit.side)
        return mark_cursor(document, paragraphs, spot.hit.paragraph, spot.mark)

    def rects(self, spot: Spot) -> list[QRect]:
        """Where a spot stands in the viewport, one rectangle a line; laid out if need be."""
        model, delegate = self._view.bitext_model(), self._view.row_delegate
        if model is None or delegate is None:
            return []
        node, column = model.nodes()[spot.hit.node], spot.hit.side + 1
        document = delegate.document(node, column)
        cursor = self._cursor(spot, document, node) if document else None
        if document is None or cursor is None:
            return []
        cell = self._view.text_cell(model.index_of(node, column))
        place = delegate.text_place(node, column, cell)
        return [rect.translated(place).toAlignedRect() for rect, _ in line_rects(document, cursor)]

    def mark_rect(self, number: int, side: int, note: str) -> QRect:
        """Where the first mark of a footnote in a cell stands on the screen."""
        spots = self._spots.cell(number, side) if self._spots else ()
        spot = next((spot for spot in spots if spot.note == note), None)
        return self._on_screen(spot, None) if spot else QRect()

    def spot_at(self, point: QPoint) -> Spot | None:
        """What stands at a point of the viewport."""
        model, index = self._view.bitext_model(), self._view.indexAt(point)
        delegate = self._view.row_delegate
        if model is None or delegate is None or self._spots is None or index.column() < 1:
            return None
        node, cell = model.node(index), self._view.visualRect(index)
        column = delegate.column_at(node, index.column(), cell, point.y())
        document = delegate.document(node, column)
        spots = self._spots.cell(node.number, column - 1)
        if document is None or not spots:
            return None
        place = delegate.text_place(
            node, column, self._view.text_cell(model.index_of(node, column))
        )
        beside = QRectF(point, QSizeF(1, 1)).adjusted(0, -_BESIDE, 0, _BESIDE)
        for spot in self._near(spots, document, node, beside.translated(-place)):
            if any(rect.adjusted(-1, 0, 1, 0).contains(point) for rect in self.rects(spot)):
                return spot
        return None

    def _near(
        self, spots: Sequence[Spot], document: QTextDocument, node: Node, part: QRectF
    ) -> Sequence[Spot]:
        """Of many spots of a cell those that can be in a part of it; all if they are few."""
        delegate = self._view.row_delegate
        if delegate is None or len(spots) <= FEW:
            return spots
        positions = positions_in_sight(document, part)
        return between(spots, lambda spot: delegate.hit_cursor(document, node, spot.hit), positions)

    def paint(
        self, painter: QPainter, document: QTextDocument, place: QPointF, node: Node, column: int
    ) -> None:
        """Underlines the citations of a cell, and draws a ring around what the keyboard is on."""
        delegate = self._view.row_delegate
        if self._spots is None or delegate is None:
            return
        theme = delegate.typesetter.theme
        spots = self._spots.cell(node.number, column - 1)
        focused = self.focused if self._view.hasFocus() else None
        seen = QRectF(self._view.viewport().rect()).translated(-place)
        for spot in self._near(spots, document, node, seen):
            is_focused = spot == focused
            cursor = self._cursor(spot, document, node) if spot.symbol or is_focused else None
            if cursor is None:
                continue
            for rect, base in line_rects(document, cursor):
                shown = rect.translated(place)
                if spot.symbol:
                    _underline(
                        painter, shown, place.y() + base, QPen(theme.muted, 1, Qt.PenStyle.DotLine)
                    )
                if is_focused:
                    _ring(painter, shown, QPen(theme.accent, 2))

    # By mouse

    def point_at(self, point: QPoint) -> bool:
        """The pointer is at a point of the viewport; whether something there has a card."""
        spot = self.spot_at(point)
        if spot is not None:
            self.card.want(spot, lambda: self._text(spot), self._on_screen(spot, point))
        elif self._card is not None:
            self._card.leave()
        return spot is not None

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
                spot = self.spot_at(point)
                self._pressed = (spot, point) if spot else None
                if spot is None or (self._card is not None and self._card.spot != spot):
                    self.dismiss()
            elif event.type() == QEvent.Type.MouseButtonRelease and self._pressed:
                spot, start = self._pressed
                self._pressed = None
                if (point - start).manhattanLength() <= _STILL:
                    self.open(spot, point)
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
        spot = self._card.spot if self._card is not None else None
        if spot is None or not self.card.is_pinned or not self._is_shown(spot):
            self.dismiss()

    def _pin_moved(self, on: bool) -> None:
        self._pinned_at = self._view.verticalScrollBar().value()

    # By keyboard

    @property
    def focused(self) -> Spot | None:
        """What the keyboard is on within the current row: nothing where that is not shown, because
        it is folded away or its text is."""
        spot = self._focused
        return spot if spot is not None and self._is_shown(spot) else None

    def step(self, by: int) -> bool:
        """To the next mark or citation, or for -1 the one before: of the current row, then of the
        next ones. False if there is none on the page, or after Esc: then the keyboard goes on to
        what is beside the texts."""
        model = self._view.bitext_model()
        if model is None or self._spots is None:
            return False
        leaves, self._leaves = self._leaves, False
        spot = None if leaves else self._next(model, by)
        self._focused = spot
        self._view.viewport().update()
        if spot is None:
            return False
        self.dismiss()
        node = model.nodes()[spot.hit.node]
        if model.node(self._view.currentIndex()) is not node:
            self._view.setCurrentIndex(model.index_of(node))
        self._view.show_hit(spot.hit)
        self._announce(spot)
        return True

    def _next(self, model: BitextModel, by: int) -> Spot | None:
        rows = [model.node(index).number for index in self._view.visible_rows()]
        current = model.node(self._view.currentIndex()).number
        focused = self.focused
        at = current if current in rows else (rows[0] if by > 0 else rows[-1]) if rows else 0
        order = [spot for row in rows for spot in self._shown(row)]
        if focused in order:
            place = order.index(focused) + by
            return order[place] if 0 <= place < len(order) else None
        if by > 0:
            return next((spot for spot in order if spot.hit.node >= at), None)
        return next((spot for spot in reversed(order) if spot.hit.node <= at), None)

    def _shown(self, row: int) -> list[Spot]:
        """The marks and citations of a row in the texts that are shown."""
        delegate = self._view.row_delegate
        if delegate is None or self._spots is None:
            return []
        shown = delegate.shown()
        return [spot for spot in self._spots.row(row) if spot.hit.side + 1 in shown]

    def _is_shown(self, spot: Spot) -> bool:
        """Whether a spot is in a text that is shown and in no row that is folded away."""
        model, delegate = self._view.bitext_model(), self._view.row_delegate
        if model is None or delegate is None:
            return False
        node = model.nodes()[spot.hit.node]
        return spot.hit.side + 1 in delegate.shown() and self._view.is_unfolded(node)

    def open_focused(self) -> bool:
        """Opens the card of what the keyboard is on, or if it is open, goes into it; False if the
        keyboard is on nothing that has one."""
        spot = self.focused
        if spot is None:
            return False
        if self.is_answering and self.card.spot == spot:
            self.card.enter()
        else:
            self.open(spot)
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

    def _announce(self, spot: Spot) -> None:
        """Says to screen readers what the keyboard is on."""
        if QAccessible.isActive():
            said = self._text(spot).title
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, said))

    # Opening

    def open(self, spot: Spot, point: QPoint | None = None) -> None:
        """Opens the card of a spot at once."""
        self.card.open(spot, lambda: self._text(spot), self._on_screen(spot, point))

    def open_note(self, note: str, rows: list[int]) -> bool:
        """Opens the card of a footnote at its first mark in these rows; False if there is none."""
        spot = next(
            (spot for row in rows for spot in self._shown(row) if spot.note == note),
            None,
        )
        if spot is None:
            return False
        self._view.show_hit(spot.hit)
        self.open(spot)
        return True

    def note_text(self, note: str) -> Callable[[], CardText]:
        """What makes the text of a footnote's card."""
        return lambda: self._text(Spot(Hit(0, 0, 0, 0, 0), note=note))

    def _text(self, spot: Spot) -> CardText:
        model, delegate = self._view.bitext_model(), self._view.row_delegate
        assert model is not None, "a spot of no model"
        assert delegate is not None, "a spot of no page"
        theme = delegate.typesetter.theme
        return (
            of_note(model, spot.note, theme, self._view.typography, self.card.scale, spot.hit.side)
            if spot.note
            else of_document(model, spot.symbol, theme)
        )

    def _on_screen(self, spot: Spot, point: QPoint | None) -> QRect:
        """Where a spot stands on the screen: the line of it that a point is on, or its first."""
        rects = self.rects(spot) or [QRect(0, 0, 1, 1)]
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
