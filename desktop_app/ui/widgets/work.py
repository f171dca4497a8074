"""The line of a dialog that shows how far its task is, and cancels it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget
from shiboken6 import isValid

from desktop_app.common.progress import Progress
from desktop_app.ui.widgets.background import Background
from desktop_app.ui.widgets.foreground import Foreground
from desktop_app.ui.widgets.plain_text import plain_label
from desktop_app.ui.widgets.theme import SPACE

_LONG = 300
"""Milliseconds: of what takes no longer nothing is shown."""


class Work(QWidget):
    """Does one task after the other; hidden unless one takes long. `owner` is a window that
    outlives it, for what ends later.

    Signals: `busy_changed` with True when a task turns out to take long, with False when that has
    ended; `cancelled` when the person ended it.
    """

    busy_changed = Signal(bool)
    cancelled = Signal()

    def __init__(self, owner: QObject) -> None:
        super().__init__()
        self._owner = owner
        self._work: Background | Foreground | None = None
        self._doing = ""
        self._label = plain_label()
        self._bar = QProgressBar()
        self._bar.setRange(0, 100)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._bar.setMaximumHeight(2 * SPACE)
        self.stop = QPushButton(self.tr("Cancel"))
        self.stop.setAutoDefault(False)
        self.stop.clicked.connect(self.cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3 * SPACE)
        layout.addWidget(self._label)
        layout.addWidget(self._bar, 1)
        layout.addWidget(self.stop)
        self._is_long = QTimer(self, singleShot=True, interval=_LONG)
        self._is_long.timeout.connect(self._appear)
        self.hide()

    @property
    def is_busy(self) -> bool:
        """Whether something is being done."""
        return self._work is not None

    @property
    def text(self) -> str:
        """What it shows, "" while it is hidden."""
        return "" if self.isHidden() else self._label.text()

    def begin(
        self,
        doing: str,
        task: Callable[[Progress], object],
        done: Callable[[object], None],
        failed: Callable[[Exception], None],
        here: bool = False,
    ) -> None:
        """Does a task: `here` in the window's thread, else beside it. `doing` is shown while it
        takes long; `done` may go on with another task."""
        if here:
            work: Background | Foreground = Foreground(self._owner, task)
        else:
            work = Background(self._owner, task)
        if self._doing != doing:
            self._doing = doing
            self._label.setText(doing)
            self._bar.setValue(0)
            self._is_long.start()
        self._work = work
        work.advanced.connect(self._advance)
        work.done.connect(lambda result: self._end(lambda: done(result)))
        work.failed.connect(lambda error: self._end(lambda: failed(error)))
        work.start()

    def cancel(self) -> None:
        """Ends the task; nothing comes of it."""
        if self._work is not None:
            self._work.cancel()
            self._end(self.cancelled.emit)

    def _advance(self, share: float) -> None:
        if not isValid(self):
            return
        self._label.setText(f"{self._doing} {share:.0%}")
        self._bar.setValue(round(share * 100))

    def _appear(self) -> None:
        self.show()
        self.busy_changed.emit(True)

    def _end(self, then: Callable[[], None]) -> None:
        if not isValid(self):
            return  # the dialog is gone, and whatever it would show
        self._work = None
        then()
        if self._work is None:  # else it goes on
            self._doing = ""
            self._is_long.stop()
            if not self.isHidden():
                self.hide()
                self.busy_changed.emit(False)
