"""The panel beside the text that shows a printed page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
)

from desktop_app.common.faults import message_of
from desktop_app.ui.language.phrases import translated
from desktop_app.ui.printed.painter import Painter, Wanted
from desktop_app.ui.printed.sheet import SheetView
from desktop_app.ui.widgets.glyph_buttons import glyph_button
from desktop_app.ui.widgets.plain_text import plain_label
from desktop_app.ui.widgets.sentence import Sentence
from desktop_app.ui.widgets.theme import SPACE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from desktop_app.resolution.model import Box, Place
    from desktop_app.ui.printed.painter import Sheet
    from desktop_app.ui.widgets.theme import Theme

_WIDTHS = (200, 4000)
"""Pixels of a picture."""
_RESIZED = 200
"""Milliseconds after the last change of the width until the page is painted for it."""
_LEAST = 60 * SPACE
_ZOOMS = (100, 125, 150, 200, 300)
"""Per cent of the width of the panel."""
_ABOVE = 12 * SPACE
"""Pixels of the page that stay in view above what is marked."""


class PrintedPanel(QFrame):
    """Shows one page of a file, and marks what is read on it.

    Signals: `closed` by its button or Esc; `side_chosen` with 0 or 1; `clicked` with a page and a
    point on it, in points from its top left corner.
    """

    closed = Signal()
    side_chosen = Signal(int)
    clicked = Signal(int, float, float)

    def __init__(self) -> None:
        super().__init__()
        self.page = 0
        """The page shown, counted from 1; 0 before the first."""
        self._file: Path | None = None
        self._digest = ""
        self._pages = 0
        self._places: Sequence[Place] = ()
        self._name = ""
        self._shown: tuple[Path, str, int] | None = None
        """The file and the page of the picture that is seen."""
        self.setAccessibleName(self.tr("Printed page"))
        self.setMinimumWidth(_LEAST)
        self.title = plain_label()
        self.sentence = Sentence()
        self.sentence.setContentsMargins(4 * SPACE, 0, 4 * SPACE, 2 * SPACE)
        self.sentence.hide()
        self.sheet = SheetView()
        self.sheet.clicked.connect(lambda x, y: self.clicked.emit(self.page, x, y))
        self.desk = _Desk(self.sheet)
        self.desk.setAccessibleName(self.tr("Printed page"))
        self.previous = glyph_button("‹", self.tr("Previous page"), lambda: self.turn(-1))
        self.next = glyph_button("›", self.tr("Next page"), lambda: self.turn(1))
        self.smaller = glyph_button("−", self.tr("Smaller"), lambda: self.zoom(-1))
        self.larger = glyph_button("+", self.tr("Larger"), lambda: self.zoom(1))
        self.sides = QButtonGroup(self)
        self.sides.idClicked.connect(self.side_chosen)
        self._painter = Painter(self)
        self._painter.painted.connect(self._painted)
        self._painter.failed.connect(self._failed)
        self._resized = QTimer(self, singleShot=True, interval=_RESIZED)
        self._resized.timeout.connect(self._paint)
        self.desk.resized.connect(self._resized.start)
        self._lay_out()

    def _lay_out(self) -> None:
        font = self.title.font()
        font.setWeight(font.Weight.DemiBold)
        self.title.setFont(font)
        self._head = head = QHBoxLayout()
        head.setContentsMargins(4 * SPACE, SPACE, SPACE, SPACE)
        head.addWidget(self.title)
        head.addSpacing(SPACE)
        head.addWidget(self.previous)
        head.addWidget(self.next)
        head.addStretch(1)
        head.addWidget(self.smaller)
        head.addWidget(self.larger)
        head.addSpacing(SPACE)
        for side in range(2):
            button = QToolButton()
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.sides.addButton(button, side)
            head.addWidget(button)
        head.addWidget(glyph_button("✕", self.tr("Close the printed page"), self.closed.emit))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.sentence)
        layout.addWidget(self.desk, 1)

    def apply_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self.sentence.apply_theme(theme)
        self.sheet.apply_theme(theme)

    @property
    def is_settled(self) -> bool:
        """Whether it shows a page, or says why it cannot."""
        return not self._painter.is_working

    @property
    def _is_painted(self) -> bool:
        """Whether the picture that is seen is that of the page."""
        return self._shown == (self._file, self._digest, self.page)

    # What is shown

    def offer_sides(self, names: Sequence[str], side: int) -> None:
        """Offers the files of two sides by the names of their languages; of one there is no choice.
        `side` is shown."""
        for number, button in enumerate(self.sides.buttons()):
            button.setText(names[number] if number < len(names) else "")
            button.setVisible(number < len(names) > 1)
            button.setChecked(number == side)

    def show_file(self, file: Path, digest: str) -> None:
        """Shows pages of this file, if it is the one that has this SHA-256."""
        if (file, digest) != (self._file, self._digest):
            self._painter.forget()
            self._file, self._digest = file, digest
            self.page = self._pages = 0
            self._shown = None
            self.sheet.show_page(None)

    def show_places(self, places: Sequence[Place], name: str = "") -> None:
        """Marks these places, the first of which is brought into view; `name` is the label of what
        stands there. Where there are none the page stays, without a mark."""
        self._places, self._name = places, name
        page = places[0].page if places else max(self.page, 1)
        if page != self.page or not self._is_painted:
            self._go(page)
        else:
            self._mark()
            self._scroll()

    def turn(self, by: int) -> None:
        """Shows a page further on or back, if there is one."""
        page = self.page + by
        if 1 <= page <= self._pages:
            self._go(page)

    def zoom(self, by: int) -> None:
        """Shows the page larger or smaller by so many steps; at the smallest it is as wide as the
        panel."""
        self.desk.zoom_by(by)
        self._allow()
        self._scroll()

    def _allow(self) -> None:
        self.previous.setEnabled(self.page > 1)
        self.next.setEnabled(self.page < self._pages)
        self.smaller.setEnabled(self.desk.zoom > _ZOOMS[0])
        self.larger.setEnabled(self.desk.zoom < _ZOOMS[-1])

    def _go(self, page: int) -> None:
        self.page = page
        self.sheet.mark(())
        self._paint()

    def leave(self) -> None:
        """Stops painting: the panel is closed."""
        self._painter.cancel()

    # Painting

    def _paint(self) -> None:
        """Has the page painted as wide as it is shown, in the pixels of the screen."""
        if not self.page or self._file is None or self.isHidden():
            return
        width = round(self.sheet.width() * self.sheet.devicePixelRatioF())
        width = max(_WIDTHS[0], min(width, _WIDTHS[1]))
        self._name_page(waits=True)
        self._painter.want(Wanted(self._file, self._digest, self.page, width))

    def _painted(self, wanted: Wanted, sheet: Sheet) -> None:
        is_new = self._shown != wanted[:3]
        self._pages = sheet.pages
        self.sentence.hide()
        self.sheet.show_page(sheet.image, sheet.points)
        self._shown = wanted[:3]
        self.desk.fit()
        self._name_page()
        self._mark()
        if is_new:
            self._scroll()

    def _failed(self, wanted: Wanted, error: Exception) -> None:
        message = message_of(error)
        if message is None:
            raise error
        self._shown = None
        self.sheet.show_page(None)
        self.sheet.mark(())
        self._name_page()
        self.sentence.show_sentence(translated(message), is_error=True)
        self.sentence.show()

    def _boxes(self) -> list[Box]:
        return [place.box for place in self._places if place.page == self.page and place.box]

    def _mark(self) -> None:
        boxes = self._boxes() if self._is_painted else []
        self.sheet.mark(boxes)
        marked = self.tr("%1 is marked").replace("%1", self._name) if boxes and self._name else ""
        spoken = ", ".join(filter(None, [self.title.text(), marked]))
        self.desk.setAccessibleName(spoken or self.tr("Printed page"))

    def _scroll(self) -> None:
        """Brings what is marked into view; without a mark, the top of the page."""
        marked = self.sheet.marked
        if marked:
            self.desk.bring(marked[0])
        else:
            self.desk.verticalScrollBar().setValue(0)

    def _name_page(self, waits: bool = False) -> None:
        """Says which page is shown, and whether it is still to come."""
        name = self.tr("Page %1 of %2") if self._pages else self.tr("Page %1")
        name = name.replace("%1", str(self.page)).replace("%2", str(self._pages))
        self.title.setText(f"{name} …" if waits else name)
        self._allow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.turn(1 if event.key() == Qt.Key.Key_Right else -1)
        elif event.text() in ("+", "-"):
            self.zoom(1 if event.text() == "+" else -1)
        else:
            super().keyPressEvent(event)


class _Desk(QScrollArea):
    """What the page lies on: as wide as the panel, and scrolled where the page is longer.

    Signals: `resized`.
    """

    resized = Signal()

    def __init__(self, sheet: SheetView) -> None:
        super().__init__()
        self._sheet = sheet
        self.zoom = _ZOOMS[0]
        """Per cent of the width of the panel."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setViewportMargins(2 * SPACE, 0, 2 * SPACE, 0)
        self.viewport().setAutoFillBackground(False)  # shows the window's colour
        self.setWidget(sheet)
        sheet.setAutoFillBackground(False)

    def fit(self) -> None:
        """Makes the page as wide as there is room, times the zoom."""
        width = self.viewport().width() * self.zoom // 100
        self._sheet.resize(width, self._sheet.heightForWidth(width))

    def zoom_by(self, steps: int) -> None:
        """Zooms in or out by steps, as far as there are any."""
        at = _ZOOMS.index(self.zoom) + steps
        self.zoom = _ZOOMS[max(0, min(at, len(_ZOOMS) - 1))]
        self.fit()
        self.resized.emit()

    def bring(self, rect: QRectF) -> None:
        """Scrolls a part of the page into view, with its beginning at the least."""
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        height, width = self.viewport().height(), self.viewport().width()
        if rect.top() < down.value() or rect.bottom() > down.value() + height:
            down.setValue(round(rect.top() - _ABOVE))
        across.setValue(round(rect.center().x() - width / 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()  # the panel turns the page
        else:
            super().keyPressEvent(event)
