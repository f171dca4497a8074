"""One window for a person's data: a second start hands its files to the window that is open.

The windows meet by files in the data folder and no socket: a lock, ended with its process; and a
request, deleted by the open window as soon as it has read it.
"""

from __future__ import annotations

import json
import os
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal

from desktop_app.common.writing import WritingError, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QFileSystemWatcher

_PATIENCE = 3.0
"""Seconds to wait for the open window to take a request; it may be busy."""
_LOOK = 0.02
"""Seconds between two looks."""
_LATE = 100
"""Milliseconds after which a request is looked at once more, if it was not written whole."""


class Instance(QObject):
    """The claim of a window on a data folder, which need not exist.

    Signals: `asked` with the absolute paths (str) of a document and of its translation, "" for none
    of either, when another start has handed them over. As objects: Qt's own strings lose the bytes
    of names that are not UTF-8.
    """

    asked = Signal(object, object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._requests = folder / "requests"
        self._lock = QLockFile(str(folder / "window.lock"))
        self._lock.setStaleLockTime(0)  # by its process alone: a window may be open for days
        self._watcher: QFileSystemWatcher | None = None

    def claim(self) -> bool:
        """Whether this is the one window of the folder; also where no lock can be made in it."""
        try:
            self._requests.mkdir(parents=True, exist_ok=True)
        except OSError:
            return True
        if self._lock.tryLock(0) or (self._is_nobodys() and self._lock.tryLock(0)):
            self._drop_old_requests()
            return True
        return self._lock.error() is not QLockFile.LockError.LockFailedError

    def _drop_old_requests(self) -> None:
        """Deletes what nobody waits for any more: its sender was killed while it waited."""
        for request in self._requests.glob("*.json"):
            with suppress(OSError):  # its sender, or another start, was quicker
                if time.time() - request.stat().st_mtime > _PATIENCE:
                    request.unlink()

    def _is_nobodys(self) -> bool:
        """Deletes an empty lock; returns whether there was one. A program killed while making the
        lock leaves it empty, and no window is behind it."""
        file = Path(self._lock.fileName())
        try:
            status = file.stat()
            if status.st_size or time.time() - status.st_mtime < _PATIENCE:
                return False
            file.unlink()
        except OSError:
            return False
        return True

    def hand_over(self, files: Sequence[Path | None]) -> bool:
        """Hands files to the window that is open, and waits until it has them; False where it does
        not answer, and nothing was handed over."""
        request = self._requests / f"{os.getpid()}-{time.time_ns()}.json"
        paths = [str(file.absolute()) if file else "" for file in files]
        try:
            write(request, json.dumps(paths).encode("ascii"))
        except (OSError, WritingError):
            return False
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            if not request.exists():
                return True
            time.sleep(_LOOK)
        try:
            request.unlink()
        except OSError:
            return True  # taken at the last moment
        return False

    def listen(self) -> None:
        """From now on emits `asked` for each request, first for those already waiting."""
        if self._watcher is None and self._requests.is_dir():
            from PySide6.QtCore import QFileSystemWatcher  # the first page listens to nobody

            self._watcher = QFileSystemWatcher([str(self._requests)], self)
            self._watcher.directoryChanged.connect(self._look)
            self._look()

    def _look(self) -> None:
        for request in sorted(self._requests.glob("*.json")):
            try:
                paths = json.loads(request.read_bytes())
            except OSError:
                continue  # its sender took it back
            except ValueError:
                QTimer.singleShot(_LATE, self._look)
                continue
            try:
                request.unlink()
            except OSError:
                continue
            match paths:
                case [str(file), str(translation)]:
                    self.asked.emit(file, translation)
