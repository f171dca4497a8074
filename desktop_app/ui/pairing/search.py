"""Looks for versions of a document in threads, so that nothing waits for a disk."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.ui.widgets.background import Background

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from desktop_app.opening.versions import Glances, Version

_MOST_AT_ONCE = 8
"""Threads: those that wait for a drive which hangs are not added to without end."""


class _Hunt:
    """One place that is looked through. The thread adds to `found` and sets `is_over`; once the
    window knows, `is_taken`."""

    def __init__(self) -> None:
        self.found: list[Version] = []
        self.is_over = self.is_taken = False


class Search(QObject):
    """The search for the versions of one document at a time, each place in a thread of its own.

    Signals: `found` when there may be more in `versions`; `ended` when every place was looked
    through.
    """

    found = Signal()
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._hunts: list[_Hunt] = []
        self._waiting: list[_Hunt] = []
        """All that are not over, those of earlier searches too."""
        self._threads: list[Background] = []
        self._glances: Glances | None = None

    @property
    def is_busy(self) -> bool:
        """Whether some place is not looked through yet."""
        return any(not hunt.is_taken for hunt in self._hunts)

    def versions(self) -> list[Version]:
        """What was found so far."""
        return [version for hunt in self._hunts for version in list(hunt.found)]

    def begin(
        self, symbol: str, shown: Path | None, folders: Sequence[Path], files: Sequence[Path]
    ) -> None:
        """Looks for the versions of a document: in folders, and among files."""
        from desktop_app.opening.versions import Glances, files_beside

        self.cancel()
        self._glances = self._glances or Glances()
        for folder in folders:
            self._start(symbol, partial(files_beside, folder, shown, symbol))
        self._start(symbol, partial(list, files))

    def cancel(self) -> None:
        """Ends the search; what was found is forgotten."""
        for thread in self._threads:
            thread.cancel()
        self._hunts, self._threads = [], []

    def _start(self, symbol: str, listed: Callable[[], list[Path]]) -> None:
        from desktop_app.opening.versions import versions

        self._waiting = [hunt for hunt in self._waiting if not hunt.is_over]
        if len(self._waiting) >= _MOST_AT_ONCE:
            return
        hunt, glances = _Hunt(), self._glances
        assert glances is not None, "made when a search begins"

        def look(progress: Callable[[float], None]) -> None:
            try:
                versions(listed(), symbol, glances, hunt.found.append, progress)
            finally:
                hunt.is_over = True

        thread = Background(self, look)
        thread.advanced.connect(self.found)
        thread.done.connect(lambda: self._end(hunt))
        thread.failed.connect(lambda error: self._fail(hunt, error))
        self._hunts.append(hunt)
        self._waiting.append(hunt)
        self._threads.append(thread)
        thread.start()

    def _end(self, hunt: _Hunt) -> None:
        hunt.is_taken = True
        self.found.emit()
        if not self.is_busy:
            self.ended.emit()

    def _fail(self, hunt: _Hunt, error: Exception) -> None:
        self._end(hunt)
        raise error  # a fault of the program: what a file has is never one
