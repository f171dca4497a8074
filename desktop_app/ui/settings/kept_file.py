"""A file that all windows write to: one at a time, whole, and never over what cannot be read."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from desktop_app.common.messages import Message, UserError, reason
from desktop_app.common.writing import WritingError, write

_PATIENCE = 2000
"""Milliseconds to wait for another window."""
_LONGEST = 1500
"""Milliseconds after which a lock counts as left behind: a program killed while making one leaves
it empty, without its owner."""


class NotKeptError(UserError):
    """Nothing can be kept in a file, as the system says; the message names it and the way out."""

    def __init__(self, file: Path, error: OSError) -> None:
        why = error.reason if isinstance(error, WritingError) else ""
        super().__init__(
            Message(
                "%1 cannot be read or written (%2), so that settings and places are not kept; free "
                "space on the disk, or let the file and its folder be written.",
                (str(file), why or reason(error)),
            )
        )


def put(file: Path, data: bytes, is_damaged: bool) -> None:
    """Writes a file whole or not at all. What `is_damaged` is renamed before, to begin anew without
    losing what can be told from the old one. Raises NotKeptError."""
    try:
        if is_damaged:
            file.replace(file.with_name(f"{file.name}.damaged"))
        write(file, data)
    except OSError as error:
        raise NotKeptError(file, error) from None


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
