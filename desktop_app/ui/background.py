"""One task at a time, at once or in the background, with its result brought back to the window."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal


class Background(QObject):
    """Runs a task and tells its result; a newer task makes the result of an older one unwanted.

    Signals: `done` with the result, `failed` with the exception.
    """

    done = Signal(object)
    failed = Signal(object)
    _ended = Signal(int, object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._latest = 0
        self.is_busy = False
        self._ended.connect(self._end)

    def run(self, task: Callable[[], object], in_background: bool) -> None:
        """Starts a task. In the background it ends with the program, however long it takes."""
        self._latest += 1
        self.is_busy = True
        number = self._latest
        if in_background:
            threading.Thread(target=self._work, args=(number, task), daemon=True).start()
        else:
            self._work(number, task)

    def cancel(self) -> None:
        """The result of the running task is not wanted any more."""
        self._latest += 1
        self.is_busy = False

    def _work(self, number: int, task: Callable[[], object]) -> None:
        result: object = None
        error: Exception | None = None
        try:
            result = task()
        except Exception as caught:  # handed to the window, which says it
            error = caught
        self._ended.emit(number, result, error)

    def _end(self, number: int, result: object, error: Exception | None) -> None:
        if number != self._latest:
            return
        self.is_busy = False
        if error is None:
            self.done.emit(result)
        else:
            self.failed.emit(error)
