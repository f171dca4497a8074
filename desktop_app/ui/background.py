"""A task that takes long, beside the window and not in its way."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal


class Background(QObject):
    """One task in a thread of its own. It ends with the program, however long it takes.

    Signals: `done` with the result, `failed` with the exception; neither after `cancel`.
    """

    done = Signal(object)
    failed = Signal(object)
    _ended = Signal(object, object)

    def __init__(self, parent: QObject, task: Callable[[], object]) -> None:
        super().__init__(parent)
        self._task = task
        self._wanted = True
        self._ended.connect(self._end)

    def start(self) -> None:
        """Starts the task."""
        threading.Thread(target=self._work, daemon=True).start()

    def cancel(self) -> None:
        """The result is not wanted any more."""
        self._wanted = False

    def _work(self) -> None:
        result: object = None
        error: Exception | None = None
        try:
            result = self._task()
        except Exception as caught:  # handed to the window, which says it
            error = caught
        self._ended.emit(result, error)

    def _end(self, result: object, error: Exception | None) -> None:
        self.deleteLater()
        if not self._wanted:
            return
        if error is None:
            self.done.emit(result)
        else:
            self.failed.emit(error)
