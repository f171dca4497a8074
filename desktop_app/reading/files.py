"""A file on disk to its bytes, its text, or the resolution in it."""

import os
import stat
from pathlib import Path
from typing import BinaryIO

from desktop_app.common.messages import Message, reason
from desktop_app.reading.readers.encodings import decode
from desktop_app.reading.readers.reader import LARGEST, ReadingError
from desktop_app.reading.readers.registry import largest, reader_of, signed_reader
from desktop_app.reading.structure.resolution import resolution
from desktop_app.resolution.model import Resolution

_BEGINNING = 1 << 16
"""Bytes that tell the formats apart that are no text."""
_LONG = 500_000
"""Bytes of a text that is read in half a second."""


def read_resolution(path: Path) -> Resolution:
    """The resolution in a file of any format that is read. A text that is no resolution is returned
    as plain paragraphs, of the kind TEXT. Raises ReadingError."""
    return resolution_in(read_bytes(path), path)


def resolution_in(data: bytes, path: Path) -> Resolution:
    """The resolution in the bytes of a file; `path` is for messages. Raises ReadingError."""
    found = resolution(reader_of(data, path).read(data, path))
    if not found.parts:
        raise ReadingError(
            Message("%1 has no text in it; choose a file with a resolution.", (str(path),))
        )
    return found


def read_text(path: Path) -> str:
    """The text of a file, every character as it is. Raises ReadingError."""
    data = read_bytes(path)
    reader = reader_of(data, path)
    if not reader.is_text:
        raise ReadingError(
            Message(
                "%1 is not a text file (%2), and only text is converted as it stands; save the "
                "resolution as Markdown and convert that.",
                (str(path), reader.name),
            )
        )
    return decode(data, path)


def takes_long(path: Path) -> bool:
    """Whether a file takes longer to read than a person waits for: a long text, or one in a format
    that another process reads or that is unpacked."""
    try:
        with open(_regular(path), "rb") as file:
            data = file.read(_BEGINNING)
            return signed_reader(data) is not None or os.fstat(file.fileno()).st_size > _LONG
    except (OSError, ValueError, ReadingError):
        return False  # reading it will show what is wrong


def read_bytes(path: Path) -> bytes:
    """The bytes of a regular file that is not too large for its format. Raises ReadingError."""
    try:
        with open(_regular(path), "rb") as file:
            before = _state(file)
            data = file.read(LARGEST + 1)
            most = largest(data)
            if len(data) <= most:
                data += file.read(most - len(data) + 1)
            if _state(file) != before:  # half of it can be what it was, half what it is
                raise ReadingError(
                    Message("%1 has changed while it was read; open it again.", (str(path),))
                )
    except FileNotFoundError:
        raise ReadingError(
            Message("%1 does not exist; check the name and the folder.", (str(path),))
        ) from None
    except PermissionError:
        raise ReadingError(
            Message("%1 may not be read; ask its owner for permission or copy it.", (str(path),))
        ) from None
    except ReadingError:
        raise
    except (OSError, ValueError) as error:
        raise _unreadable(path, reason(error)) from None
    _check_size(data, most, path)
    return data


def _state(file: BinaryIO) -> tuple[int, int]:
    """What differs once somebody has written into a file."""
    found = os.fstat(file.fileno())
    return found.st_size, found.st_mtime_ns


def _check_size(data: bytes, most: int, path: Path) -> None:
    """Raises ReadingError for bytes that are too many, or none but white space."""
    if len(data) > most:
        raise ReadingError(
            Message(
                "%1 is larger than %2 MB, too large for a resolution; open the resolution's own "
                "file.",
                (str(path), str(most // 1_000_000)),
            )
        )
    if not data.strip():
        raise ReadingError(
            Message("%1 is empty; choose a file with the text of a resolution.", (str(path),))
        )


def _regular(path: Path) -> Path:
    """The path, if it leads to a regular file: reading a pipe or a device might never end."""
    mode = os.stat(path).st_mode
    if stat.S_ISDIR(mode):
        raise _unreadable(path, Message("it is a folder"))
    if not stat.S_ISREG(mode):
        raise _unreadable(path, Message("it is not a regular file"))
    return path


def _unreadable(path: Path, why: str | Message) -> ReadingError:
    return ReadingError(
        Message("%1 cannot be read (%2); check the name and the disk.", (str(path), why))
    )
