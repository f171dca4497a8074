"""Files written whole or not at all."""

import errno
import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from desktop_app.common.messages import Message, UserError, reason

_AT_ONCE = 1 << 20
_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


class WritingError(UserError, OSError):
    """A file cannot be written; the message names it and the way out in one sentence. `reason` is
    the system's own reason, "" if it gave none."""

    def __init__(self, message: Message, reason: "str | Message" = "") -> None:
        super().__init__(message)
        self.reason = reason


def write(
    path: Path,
    data: bytes,
    never_over: Iterable[Path | None] = (),
    *,
    durable: bool = True,
    private: bool = False,
) -> None:
    """Writes a file beside its place and renames it, so that a failure leaves the old file as it
    was. Raises WritingError.

    `never_over` are the documents that are being read. What is `durable` survives a failure of the
    power as well, and takes until the disk has it; only this person may read what is `private`.
    """
    if any(document and _is_same(path, document) for document in never_over):
        raise WritingError(
            Message(
                "%1 is the document itself, which is never written to; name another file.",
                (str(path),),
            )
        )
    try:
        place = _place(path)
        _write(path, place, data, 0o600 if private else _mode(place), durable)
    except WritingError:
        raise
    except (OSError, ValueError) as error:
        why = reason(error)
        facts = (str(path), why)
        raise WritingError(
            Message("%1 cannot be written (%2); choose another folder or name.", facts), why
        ) from None


def _place(path: Path) -> Path:
    """Where the file is to stand: of a link, the file that it leads to. Raises WritingError for
    what no file can replace, OSError for what may not be replaced."""
    place = Path(os.path.realpath(path))
    if place.exists() and not place.is_file():
        kind = Message("a folder") if place.is_dir() else Message("no file")
        raise WritingError(Message("%1 is %2; name a file.", (str(path), kind)))
    if place.exists() and not place.stat().st_mode & _WRITABLE:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return place


def _write(path: Path, place: Path, data: bytes, mode: int, durable: bool) -> None:
    from desktop_app.common.temporary import beside, remove_leftovers  # no page is shown with it

    remove_leftovers(place.parent)
    with beside(place) as file:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(file.descriptor, rest[:_AT_ONCE]) :]
        os.chmod(file.path, mode)
        if durable:
            _sync(file.descriptor)
        try:
            os.replace(file.path, place)
        except OSError:  # Windows and some networks rename no open file
            file.close()
            _put(file.path, place, path)
    if durable:
        _sync_folder(place.parent)


def _sync(descriptor: int) -> None:
    """Waits until the disk has the file; some devices and networks know no such wait."""
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.ENOSYS):
            raise


def _sync_folder(folder: Path) -> None:
    """Waits until the disk knows the new name, where a system can: Windows opens no folder."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _put(temporary: str, place: Path, path: Path) -> None:
    """Renames the file; Windows lets none be replaced that is open elsewhere."""
    try:
        os.replace(temporary, place)
    except PermissionError as error:
        why = reason(error)
        raise WritingError(
            Message(
                "%1 cannot be replaced (%2); another program may have it open: close it there, or "
                "choose another name.",
                (str(path), why),
            ),
            why,
        ) from None


def _is_same(path: Path, document: Path) -> bool:
    try:
        return path.samefile(document)
    except (OSError, ValueError):
        return False  # one of them is not there


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, or those that a new file gets."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
