"""A long task in a thread, so that the window stays responsive."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from desktop_app.common.progress import Progress

_CHECK_EVERY = 20
"""Milliseconds between two checks of the task's progress."""


class CancelledError(Exception):
    """The task was cancelled."""


class Background(QObject):
    """One task in a thread of its own.

    The task gets a function to call now and then with the share done. That function raises
    CancelledError after `cancel`, or once the window is gone, which ends the task. The thread only
    records its progress and emits no signals, since window and program may end before it does.

    Signals: `done` with the result, `failed` with the exception, `advanced` with the share done;
    none after `cancel`.
    """

    done = Signal(object)
    failed = Signal(object)
    advanced = Signal(object)

    def __init__(self, parent: QObject, task: Callable[[Progress], object]) -> None:
        super().__init__(parent)
        self._task = task
        self._wanted = True
        self._reached = self._reported = 0.0
        self._outcome: tuple[object, Exception | None] | None = None
        self._checking = QTimer(self, interval=_CHECK_EVERY)
        self._checking.timeout.connect(self._check)

    def start(self) -> None:
        """Starts the task."""
        self._checking.start()
        threading.Thread(target=self._work, daemon=True).start()

    def cancel(self) -> None:
        """Cancels the task."""
        self._wanted = False

    def _progress(self, share: float) -> None:
        if not (self._wanted and isValid(self)):
            raise CancelledError
        self._reached = share

    def _work(self) -> None:
        try:
            self._outcome = self._task(self._progress), None
        except Exception as caught:  # handed to the window, which shows it
            self._outcome = None, caught

    def _check(self) -> None:
        """Emits what the thread has recorded."""
        reached, outcome = self._reached, self._outcome
        if outcome is not None:
            self._checking.stop()
            self.deleteLater()
        if not self._wanted:
            return
        if outcome is None:
            if reached > self._reported:
                self._reported = reached
                self.advanced.emit(reached)
        elif outcome[1] is None:
            self.done.emit(outcome[0])
        else:
            self.failed.emit(outcome[1])
