"""A task that takes long, beside the window and not in its way."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

_LOOK_AFTER = 20
"""Milliseconds between two looks at how far the task is."""


class CancelledError(Exception):
    """The result of the task is not wanted any more."""


class Background(QObject):
    """One task in a thread of its own. The task is given a function to call now and then with the
    share that is done; that raises CancelledError once the task is cancelled or the window is gone,
    so that it ends. The thread only notes how far it is, and sends nothing: the window may
    go, and the program end, before it does.

    Signals: `done` with the result, `failed` with the exception, `advanced` with the share that is
    done; none after `cancel`.
    """

    done = Signal(object)
    failed = Signal(object)
    advanced = Signal(float)

    def __init__(self, parent: QObject, task: Callable[[Callable[[float], None]], object]) -> None:
        super().__init__(parent)
        self._task = task
        self._wanted = True
        self._reached = self._reported = 0.0
        self._outcome: tuple[object, Exception | None] | None = None
        self._looking = QTimer(self, interval=_LOOK_AFTER)
        self._looking.timeout.connect(self._look)

    def start(self) -> None:
        """Starts the task."""
        self._looking.start()
        threading.Thread(target=self._work, daemon=True).start()

    def cancel(self) -> None:
        """The result is not wanted any more."""
        self._wanted = False

    def _progress(self, share: float) -> None:
        if not (self._wanted and isValid(self)):
            raise CancelledError
        self._reached = share

    def _work(self) -> None:
        try:
            self._outcome = self._task(self._progress), None
        except Exception as caught:  # handed to the window, which says it
            self._outcome = None, caught

    def _look(self) -> None:
        """Tells the window what the thread has noted."""
        reached, outcome = self._reached, self._outcome
        if outcome is not None:
            self._looking.stop()
            self.deleteLater()
        if not self._wanted:
            return
        if outcome is None:
            if reached >= self._reported + 0.01:
                self._reported = reached
                self.advanced.emit(reached)
        elif outcome[1] is None:
            self.done.emit(outcome[0])
        else:
            self.failed.emit(outcome[1])
