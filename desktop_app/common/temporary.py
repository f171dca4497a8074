"""Temporary files beside the file to be written, and the leftovers of crashes.

Whoever writes one holds a lock on it, so that others know it for no leftover. The system gives the
lock up when the program ends, however it ends.
"""

import os
import re
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl

_NAME = re.compile(r"\..{1,40}\.[0-9a-f]{16}\.resolution-reader", re.DOTALL)
_FLAGS = os.O_RDWR | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
_OLD = 24 * 60 * 60
"""Seconds after which a file is a leftover where there are no locks."""


class Temporary:
    """An open file that only this person may read."""

    def __init__(self, descriptor: int, path: str) -> None:
        self.descriptor = descriptor
        self.path = path
        self._is_open = True

    def close(self) -> None:
        """Closes the file, if it is open."""
        if self._is_open:
            self._is_open = False
            os.close(self.descriptor)


@contextmanager
def beside(place: Path) -> Iterator[Temporary]:
    """A file in the folder of its later place. Whoever wants to keep it renames it; else it is
    gone in the end. Raises OSError."""
    file = _opened(place)
    try:
        yield file
    finally:
        with suppress(OSError):
            file.close()
        with suppress(OSError):
            os.unlink(file.path)


def remove_leftovers(folder: Path) -> None:
    """Removes what crashes left in a folder, of this person's files alone."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _NAME.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                with suppress(OSError):
                    _remove_leftover(entry.path)


def _opened(place: Path) -> Temporary:
    while True:
        path = str(place.parent / f".{place.name[:40]}.{os.urandom(8).hex()}.resolution-reader")
        file = Temporary(os.open(path, _FLAGS | os.O_CREAT | os.O_EXCL, 0o600), path)
        # Before it is locked, another program may take it for a leftover; then it is gone.
        if _lock(file.descriptor) is not False and os.path.exists(path):
            return file
        file.close()


def _lock(descriptor: int) -> bool | None:
    """Whether a file is now locked; False if another program has it, None where there are no
    locks."""
    if sys.platform == "win32":
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True


def _remove_leftover(path: str) -> None:
    file = Temporary(os.open(path, _FLAGS), path)
    try:
        status = os.fstat(file.descriptor)
        locked = _lock(file.descriptor)
        is_old = time.time() - status.st_mtime > _OLD
        if sys.platform != "win32" and status.st_uid != os.getuid():
            return
        if locked is None:
            file.close()  # Windows deletes no open file
        if locked or (locked is None and is_old):
            os.unlink(path)
    finally:
        file.close()
