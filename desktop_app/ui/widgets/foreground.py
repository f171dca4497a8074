"""A long task that must run in the window's own thread, such as painting."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from desktop_app.ui.widgets.background import CancelledError

_BETWEEN = 0.03
"""Seconds between two times that the window handles events, if the task reports progress often
enough."""


class Foreground(QObject):
    """One task, with the same signals as `Background`. The window handles events, such as a click
    on Cancel, when the task reports its progress."""

    done = Signal(object)
    failed = Signal(object)
    advanced = Signal(float)

    def __init__(self, parent: QObject, task: Callable[[Callable[[float], None]], object]) -> None:
        super().__init__(parent)
        self._task = task
        self._wanted = True
        self._reported = 0.0
        self._answered = 0.0

    def start(self) -> None:
        """Starts the task as soon as the window is idle."""
        QTimer.singleShot(0, self, self._work)

    def cancel(self) -> None:
        """Cancels the task."""
        self._wanted = False

    def _progress(self, share: float) -> None:
        if monotonic() > self._answered + _BETWEEN:
            QApplication.processEvents()
            self._answered = monotonic()
        if not self._wanted:
            raise CancelledError
        if share >= self._reported + 0.01:
            self._reported = share
            self.advanced.emit(share)

    def _work(self) -> None:
        self.deleteLater()
        if not self._wanted:
            return
        try:
            result = self._task(self._progress)
        except CancelledError:
            return
        except Exception as error:  # handed to the window, which shows it
            self.failed.emit(error)
        else:
            self.done.emit(result)
