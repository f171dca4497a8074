"""The card that shows a footnote at its mark, in both languages."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop_app.ui.theme import SPACE, Theme

SHOW_AFTER = 150
HIDE_AFTER = 200
"""Milliseconds: on the mark before the card shows, off mark and card before it goes."""
_WIDTH = 420


class NoteCard(QFrame):
    """One card, made once by the view that owns it and used for every footnote.

    It stays while the pointer is on the mark or on the card; Esc closes it.
    """

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self.note = ""
        self._wanted: tuple[str, Sequence[str], QRect] | None = None
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 3 * SPACE)
        self._layout.addWidget(self._text)
        self._rule = QColor()
        self.setAutoFillBackground(True)
        self.setAccessibleName(self.tr("Footnote"))
        self._show_timer = QTimer(self, singleShot=True, interval=SHOW_AFTER)
        self._show_timer.timeout.connect(self._show_wanted)
        self._hide_timer = QTimer(self, singleShot=True, interval=HIDE_AFTER)
        self._hide_timer.timeout.connect(self.dismiss)

    def dress(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        palette = theme.palette()
        palette.setColor(self.backgroundRole(), theme.card)
        self.setPalette(palette)
        self._rule = theme.muted

    def want(self, note: str, paragraphs: Sequence[str], mark: QRect) -> None:
        """The pointer is on a mark: shows the card soon. `paragraphs` are rich text, `mark` is
        where the mark stands on the screen."""
        self._hide_timer.stop()
        if self.isVisible() and self.note == note:
            return
        self._wanted = (note, paragraphs, mark)
        if not self._show_timer.isActive():
            self._show_timer.start()

    def leave(self) -> None:
        """The pointer has left the mark."""
        self._show_timer.stop()
        self._wanted = None
        if self.isVisible() and not self._hide_timer.isActive():
            self._hide_timer.start()

    def open(self, note: str, paragraphs: Sequence[str], mark: QRect) -> None:
        """Shows the card at once."""
        self._wanted = (note, paragraphs, mark)
        self._show_wanted()

    @property
    def text(self) -> str:
        """The rich text that it shows."""
        return self._text.text()

    def hold(self) -> None:
        """The pointer is on the card: it stays."""
        self._hide_timer.stop()

    def dismiss(self) -> None:
        """Hides the card at once."""
        self._show_timer.stop()
        self._hide_timer.stop()
        self.note = ""
        self.hide()

    def _show_wanted(self) -> None:
        if self._wanted is None:
            return
        self.note, paragraphs, mark = self._wanted
        self._text.setText("".join(paragraphs))
        self.setFixedWidth(_WIDTH)
        self.setFixedHeight(self._layout.totalHeightForWidth(_WIDTH))
        self.setGeometry(QRect(self._place(mark), self.size()))
        self.show()

    def _place(self, mark: QRect) -> QPoint:
        """Below the mark, or above it where the screen ends, and never outside the screen."""
        area = self.screen().availableGeometry()
        x = min(max(mark.center().x() - 6 * SPACE, area.left()), area.right() - self.width())
        y = mark.bottom() + SPACE
        if y + self.height() > area.bottom():
            y = mark.top() - SPACE - self.height()
        return QPoint(max(x, area.left()), max(y, area.top()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self._rule)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def enterEvent(self, event: QEnterEvent) -> None:
        self.hold()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hide_timer.start()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)
