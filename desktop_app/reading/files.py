"""A file on disk to its bytes, its text, or the resolution in it."""

import os
import stat
from pathlib import Path

from desktop_app.common.messages import Message, reason
from desktop_app.reading.readers.encodings import decode
from desktop_app.reading.readers.reader import ReadingError
from desktop_app.reading.readers.registry import largest_of, reader_of
from desktop_app.reading.structure.resolution import resolution
from desktop_app.resolution.model import Resolution

LARGEST = 10_000_000
"""Bytes of a text. The longest resolutions, the programme budgets, have less than one million."""


def read_resolution(path: Path) -> Resolution:
    """The resolution in a file of any format that is read. A text that is no resolution is returned
    as plain paragraphs, with `is_resolution` False. Raises ReadingError."""
    data = read_bytes(path)
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


def read_bytes(path: Path) -> bytes:
    """The bytes of a regular file, at most as many as its format may have. Raises ReadingError."""
    try:
        with open(_regular(path), "rb") as file:
            data = file.read(LARGEST + 1)
            largest = largest_of(data)
            if len(data) <= largest:
                data += file.read(largest - len(data) + 1)
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
    _check_size(data, largest, path)
    return data


def _check_size(data: bytes, largest: int, path: Path) -> None:
    """Raises ReadingError for bytes that are too many, or none but white space."""
    if len(data) > largest:
        raise ReadingError(
            Message(
                "%1 is larger than %2 MB, too large for a resolution; open the resolution's own "
                "file.",
                (str(path), str(largest // 1_000_000)),
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
