"""Files written whole or not at all."""

import errno
import os
import stat
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from desktop_app.common.messages import Message, UserError, reason

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


class WritingError(UserError, OSError):
    """A file cannot be written; the message names it and the way out in one sentence."""


def write(path: Path, data: bytes, never_over: Iterable[Path | None] = ()) -> None:
    """Writes a file beside its place and renames it, so that a failure leaves the old file as it
    was. `never_over` are the documents that are being read. Raises WritingError."""
    if any(document and _is_same(path, document) for document in never_over):
        raise WritingError(
            Message(
                "%1 is the document itself, which is never written to; name another file.",
                (str(path),),
            )
        )
    temporary = ""
    try:
        place = Path(os.path.realpath(path))  # of a link, the file that it leads to
        if place.exists() and not place.is_file():
            kind = Message("a folder") if place.is_dir() else Message("no file")
            raise WritingError(Message("%1 is %2; name a file.", (str(path), kind)))
        if place.exists() and not place.stat().st_mode & _WRITABLE:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        with tempfile.NamedTemporaryFile(
            dir=place.parent, prefix=f".{place.name[:40]}.", delete=False
        ) as file:
            temporary = file.name
            file.write(data)
        os.chmod(temporary, _mode(place))
        _put(temporary, place, path)
    except WritingError:
        raise
    except (OSError, ValueError) as error:
        facts = (str(path), reason(error))
        raise WritingError(
            Message("%1 cannot be written (%2); choose another folder or name.", facts)
        ) from None
    finally:  # after a success there is none left
        _discard(temporary)


def _put(temporary: str, place: Path, path: Path) -> None:
    """Renames the file; Windows lets none be replaced that is open elsewhere."""
    try:
        os.replace(temporary, place)
    except PermissionError as error:
        raise WritingError(
            Message(
                "%1 cannot be replaced (%2); another program may have it open: close it there, or "
                "choose another name.",
                (str(path), reason(error)),
            )
        ) from None


def _discard(temporary: str) -> None:
    if temporary:
        with suppress(OSError):
            os.unlink(temporary)


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
