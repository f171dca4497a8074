"""A task that takes long, beside the window and not in its way."""

import threading
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Signal


class CancelledError(Exception):
    """The result of the task is not wanted any more."""


class Background(QObject):
    """One task in a thread of its own. The task is given a function to call now and then with the
    share that is done; that raises CancelledError once the task is cancelled, so that it ends.

    Signals: `done` with the result, `failed` with the exception, `advanced` with the share that is
    done; none after `cancel`.
    """

    done = Signal(object)
    failed = Signal(object)
    advanced = Signal(float)
    _ended = Signal(object, object)
    _reached = Signal(float)

    def __init__(self, parent: QObject, task: Callable[[Callable[[float], None]], object]) -> None:
        super().__init__(parent)
        self._task = task
        self._wanted = True
        self._told = 0.0
        self._ended.connect(self._end)
        self._reached.connect(self._advance)

    def start(self) -> None:
        """Starts the task."""
        threading.Thread(target=self._work, daemon=True).start()

    def cancel(self) -> None:
        """The result is not wanted any more."""
        self._wanted = False

    def _progress(self, share: float) -> None:
        if not self._wanted:
            raise CancelledError
        if share >= self._told + 0.01:
            self._told = share
            self._reached.emit(share)

    def _work(self) -> None:
        result: object = None
        error: Exception | None = None
        try:
            result = self._task(self._progress)
        except Exception as caught:  # handed to the window, which says it
            error = caught
        with suppress(RuntimeError):  # the window is gone, and this with it
            self._ended.emit(result, error)

    def _advance(self, share: float) -> None:
        if self._wanted:
            self.advanced.emit(share)

    def _end(self, result: object, error: Exception | None) -> None:
        self.deleteLater()
        if not self._wanted:
            return
        if error is None:
            self.done.emit(result)
        else:
            self.failed.emit(error)
