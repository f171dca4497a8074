"""A ring around the focused widget, for keyboard users."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.ui.widgets.theme import SPACE

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_LINE = 2


class FocusRing(QWidget):
    """The ring of one window; it makes another for each dialog of the window. It lies over the
    focused widget in the colour of links and passes all events through. `without` are widgets that
    show their focus themselves."""

    def __init__(self, window: QWidget, without: tuple[QWidget, ...] = ()) -> None:
        super().__init__(window)
        self._without = without
        self._around: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        application = QApplication.instance()
        assert isinstance(application, QApplication), "a ring in no application"
        application.focusChanged.connect(self._follow)

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        self._around = None
        self.hide()
        if now is None or now in self._without:
            return
        top = now.window()
        if top is self.parentWidget():
            if top.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
                self._around = now
                # Never removed: by then the widget may be gone.
                now.installEventFilter(self)
                self._surround()
        elif top.parentWidget() is self.parentWidget() and top.findChild(FocusRing) is None:
            FocusRing(top)._follow(before, now)

    def _surround(self) -> None:
        top = self.parentWidget()
        if self._around is None or top is None:
            return
        corner = self._around.mapTo(top, self._around.rect().topLeft())
        area = self._around.rect().translated(corner)
        beyond = SPACE // 2
        self.setGeometry(area.adjusted(-beyond, -beyond, beyond, beyond))
        self.raise_()
        self.setVisible(self._around.isVisible())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)
        if watched is self._around and event.type() in kinds:
            self._surround()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().link().color(), _LINE))
        inside = _LINE / 2
        frame = self.rect().toRectF().adjusted(inside, inside, -inside, -inside)
        painter.drawRoundedRect(frame, SPACE, SPACE)
        painter.end()
