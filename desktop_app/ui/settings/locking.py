"""One window at a time at a file that all of them write to."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_PATIENCE = 2000
"""Milliseconds to wait for another window."""
_LONGEST = 1500
"""Milliseconds after which a lock counts as left behind: a program killed while making one leaves
it empty, without its owner."""


def set_aside(file: Path) -> None:
    """Renames a damaged file, to begin a new one without losing what can be told from the old one.
    Raises OSError."""
    file.replace(file.with_name(f"{file.name}.damaged"))


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Keeps other windows from the file meanwhile, and makes its folder if need be. If no lock is
    available nothing waits: the file is written whole in any case. A lock left by a killed program
    counts as none."""
    from PySide6.QtCore import QLockFile

    with suppress(OSError):  # writing the file will fail as well
        file.parent.mkdir(parents=True, exist_ok=True)
    lock = QLockFile(str(file.with_name(f".{file.name}.lock")))
    lock.setStaleLockTime(_LONGEST)
    lock.tryLock(_PATIENCE)
    try:
        yield
    finally:
        lock.unlock()
