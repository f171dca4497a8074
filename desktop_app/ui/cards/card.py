"""The card: a widget that shows a footnote at its mark or a document at its citation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPen,
    QShortcut,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.cards.labels import PAGE
from desktop_app.ui.widgets.plain_text import plain_label
from desktop_app.ui.widgets.theme import SPACE, Theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject, QUrl
    from PySide6.QtGui import QEnterEvent, QPaintEvent

    from desktop_app.ui.cards.card_text import CardText
    from desktop_app.ui.cards.links import Link

    Make = Callable[[], CardText]

SHOW_AFTER = 150
HIDE_AFTER = 200
"""Milliseconds: over a link until its card shows, away from link and card until it hides."""
_WIDTH = 420
"""Pixels, at 100 per cent."""
_LEAST = 40 * SPACE
"""The least height in pixels of a card too high for the window, which then scrolls."""


class Card(QFrame):
    """One card, made once and reused for all links.

    It lies above the page in the same window, so that its text can be selected and its links
    reached by keyboard. It stays while the pointer is on its link or on the card; pinned by a
    click, until a click elsewhere or a long scroll. Esc hides it, wherever the focus is.

    Signals: `copied` with the address put on the clipboard, `page_wanted` with the side whose
    printed page is to be shown, `left` when the focus is to go back to the page.
    """

    copied = Signal(str)
    page_wanted = Signal(int)
    left = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.key = ""
        """The key of the text shown; "" while it is hidden."""
        self.link: Link | None = None
        """The link whose card it is; None while it is hidden."""
        self._wanted: tuple[Link, Make, QRect] | None = None
        self._addresses: tuple[str, ...] = ()
        self._link_rect = QRect()
        """Where the link is in the window."""
        self.scale = 1.0
        """The size of its words, relative to 100 per cent."""
        self._title = plain_label(wrapped=True)
        self.pin_button = _Pin()
        self.pin_button.toggled.connect(self._pinned)
        self._text = QTextBrowser()
        self._text.setOpenLinks(False)
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._text.document().setDocumentMargin(0)
        self._text.viewport().setAutoFillBackground(False)
        self._text.installEventFilter(self)
        self._text.viewport().installEventFilter(self)
        self._text.anchorClicked.connect(self._follow)
        self._message = plain_label(wrapped=True)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.pin_button)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(4 * SPACE, 2 * SPACE, 3 * SPACE, 3 * SPACE)
        self._layout.setSpacing(SPACE)
        self._layout.addLayout(head)
        self._layout.addWidget(self._text, 1)
        self._layout.addWidget(self._message)
        self._rule = QColor()
        self.setAutoFillBackground(True)
        self.hide()
        self._show_timer = QTimer(self, singleShot=True, interval=SHOW_AFTER)
        self._show_timer.timeout.connect(self._show_wanted)
        self._hide_timer = QTimer(self, singleShot=True, interval=HIDE_AFTER)
        self._hide_timer.timeout.connect(self.dismiss)
        # A shortcut, since the focused widget would take the key; active while the card is visible.
        QShortcut(Qt.Key.Key_Escape, self, self.dismiss)
        window.installEventFilter(self)

    def apply_theme(self, theme: Theme, zoom: int) -> None:
        """Takes the colours of a theme and a zoom in per cent; like labels, it never gets smaller
        than at 100."""
        self.scale = max(zoom / 100, 1.0)
        font = QFont(self._window.font())
        font.setPointSizeF(font.pointSizeF() * self.scale)
        self.setFont(font)
        font.setWeight(font.Weight.DemiBold)
        self._title.setFont(font)
        self.pin_button.resize_to(self.scale)
        palette = theme.palette()
        palette.setColor(self.backgroundRole(), theme.card)
        palette.setColor(palette.ColorRole.Base, theme.card)
        self.setPalette(palette)
        self.pin_button.color = theme.accent
        self._rule = theme.muted

    # Shown by the pointer

    def want(self, link: Link, make: Make, link_rect: QRect) -> None:
        """Shows the card of the link under the pointer after a moment. `make` gives its text when
        needed; `link_rect` is the link's rectangle on the screen. A pinned card does not change."""
        self._hide_timer.stop()
        if self.is_pinned or self.link == link:
            self._show_timer.stop()
            self._wanted = None
            return
        if self._wanted is None or self._wanted[0] != link:
            self._show_timer.start()
        self._wanted = (link, make, link_rect)

    def leave(self) -> None:
        """Hides the card after a moment: the pointer has left the link."""
        self._show_timer.stop()
        self._wanted = None
        if self.isVisible() and not self.is_pinned and not self._hide_timer.isActive():
            self._hide_timer.start()

    def hold(self) -> None:
        """Keeps the card while the pointer is on it."""
        self._hide_timer.stop()

    def open(self, link: Link, make: Make, link_rect: QRect) -> None:
        """Shows the card at once."""
        self._wanted = (link, make, link_rect)
        self._show_wanted()

    def dismiss(self) -> None:
        """Hides the card at once."""
        self._show_timer.stop()
        self._hide_timer.stop()
        self._wanted = None
        self.pin_button.setChecked(False)
        if self.isVisible():
            focus: QWidget | None = self._window.focusWidget()
            had_focus = focus is not None and self.isAncestorOf(focus)
            self.key, self.link = "", None
            self.hide()
            if had_focus:
                self.left.emit()

    # Pinned

    @property
    def is_pinned(self) -> bool:
        """Whether it stays when the pointer leaves."""
        return self.pin_button.isChecked()

    def pin(self) -> None:
        """Pins the card."""
        self.pin_button.setChecked(True)

    def enter(self) -> None:
        """Pins the card and moves the focus to its text."""
        self.pin()
        self._text.setFocus(Qt.FocusReason.TabFocusReason)

    def _pinned(self, on: bool) -> None:
        handle = self.window().windowHandle()
        if handle is not None:
            if on:
                handle.installEventFilter(self)
            else:
                handle.removeEventFilter(self)
        self._hide_timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pins the card on a click into its text and hides it on a click elsewhere. Keeps the keys
        that select and copy for the card while it has the focus. Follows the window's size."""
        if watched is self._window:
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._fit()
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            keys = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.SelectAll)
            if watched is self._text and any(event.matches(key) for key in keys):
                event.accept()
                return True
            return False
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            if watched is self._text.viewport():
                self.pin()
            elif not self.geometry().contains(event.position().toPoint()):
                self.dismiss()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pin()
        event.accept()

    # Text

    @property
    def text(self) -> str:
        """The plain text shown."""
        return self._text.toPlainText()

    @property
    def title(self) -> str:
        return self._title.text()

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses that its links copy."""
        return self._addresses

    def _show_wanted(self) -> None:
        if self._wanted is None:
            return
        self.link, make, link_rect = self._wanted
        self._link_rect = QRect(self._window.mapFromGlobal(link_rect.topLeft()), link_rect.size())
        text = make()
        self.key = text.key
        self._addresses = text.addresses
        self._title.setText(text.title)
        self.setAccessibleName(text.title)
        self._text.setAccessibleName(text.title)
        self._text.setHtml(text.html)
        self.show()  # before it is measured, which needs its fonts and margins
        self.raise_()
        self._show_message("")
        self._text.verticalScrollBar().setValue(0)  # Qt moved it when the card was resized

    def _show_message(self, sentence: str) -> None:
        self._message.setText(sentence)
        self._message.setVisible(bool(sentence))
        self._fit()

    def _follow(self, link: QUrl) -> None:
        if link.scheme() == PAGE:
            self.page_wanted.emit(int(link.path()))
            return
        address = self._addresses[int(link.path())]
        QGuiApplication.clipboard().setText(address)
        self._show_message(self.tr("Copied: %1").replace("%1", address))
        self.copied.emit(address)

    # Position

    def _fit(self) -> None:
        """Makes the card as high as its text, and puts it below its link, or above if there is more
        room, within window and screen."""
        area = self._area()
        margins = self._layout.contentsMargins()
        width = min(round(_WIDTH * self.scale), area.width())
        inner = width - margins.left() - margins.right()
        document = self._text.document()
        document.setTextWidth(inner)
        height = round(document.size().height()) + margins.top() + margins.bottom() + SPACE
        pin = self.pin_button.sizeHint()
        height += max(self._title.heightForWidth(inner - pin.width() - SPACE), pin.height())
        if self._message.text():
            height += self._message.heightForWidth(inner) + SPACE
        link_rect = self._link_rect
        below, above = (
            area.bottom() - link_rect.bottom() - SPACE,
            link_rect.top() - area.top() - SPACE,
        )
        is_below = height <= below or below >= above
        height = min(height, max(below if is_below else above, _LEAST), area.height())
        y = link_rect.bottom() + SPACE if is_below else link_rect.top() - SPACE - height
        x = min(link_rect.center().x() - 6 * SPACE, area.right() - width)
        y = min(y, area.bottom() - height)
        self.setGeometry(QRect(max(x, area.left()), max(y, area.top()), width, height))

    def _area(self) -> QRect:
        """The part of the window on the screen, less a margin."""
        screen = self.screen().availableGeometry()
        seen = QRect(self._window.mapFromGlobal(screen.topLeft()), screen.size())
        return self._window.rect().intersected(seen).adjusted(SPACE, SPACE, -SPACE, -SPACE)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(
            QPainter.RenderHint.Antialiasing
        )  # otherwise cut off at a scale of 1.5
        painter.setPen(self._rule)
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def enterEvent(self, event: QEnterEvent) -> None:
        self.hold()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if not self.is_pinned:
            self._hide_timer.start()
        super().leaveEvent(event)


class _Pin(QAbstractButton):
    """The pin: upright and filled while the card is pinned, slanted and empty otherwise."""

    def __init__(self) -> None:
        super().__init__()
        self.color = QColor()
        self._scale = 1.0
        self.setCheckable(True)
        self.setAccessibleName(self.tr("Keep the card"))
        self.setToolTip(self.tr("Keep the card until Esc or a click elsewhere"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def resize_to(self, scale: float) -> None:
        """Sets its size, relative to 100 per cent."""
        self._scale = scale
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(6 * SPACE, 6 * SPACE) * self._scale

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.color, 1.4))
        if self.hasFocus():
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 3, 3)
        painter.translate(QPointF(self.rect().center()) + QPointF(0.5, 0.5))
        painter.scale(self._scale, self._scale)
        if self.isChecked():
            painter.setBrush(self.color)
        else:
            painter.rotate(40)
        head = ((-3, -7), (3, -7), (2, -5), (2, -1), (5, 2), (-5, 2), (-2, -1), (-2, -5))
        painter.drawPolygon([QPointF(x, y) for x, y in head])
        painter.drawLine(QPoint(0, 2), QPoint(0, 8))
