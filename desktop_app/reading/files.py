"""A file on disk to its bytes, its text, or the language versions in it."""

import os
import stat
from pathlib import Path
from typing import BinaryIO, NamedTuple

from desktop_app.common.collection import no_collection
from desktop_app.common.messages import Message, reason
from desktop_app.common.progress import Progress, part, silent
from desktop_app.reading.alternating import alternating
from desktop_app.reading.blocks import EXPORTED, Document
from desktop_app.reading.content import Content, Text
from desktop_app.reading.file_rows import file_rows
from desktop_app.reading.printed import places
from desktop_app.reading.readers.encodings import decode
from desktop_app.reading.readers.reader import LARGEST, ReadingError
from desktop_app.reading.readers.registry import largest, reader_of, signed_reader
from desktop_app.reading.structure.resolution import resolution
from desktop_app.resolution.bitext import FileRows, Row
from desktop_app.resolution.model import Places, Resolution

_BEGINNING = 1 << 16
"""Bytes that tell the formats apart that are no text."""
_READ = 0.9
"""The share of the time after which the blocks of a file are read, and only their structure is to
be found; it is that of a long PDF."""
_LONG = 500_000
"""Bytes of a text that is read in half a second."""


class Versions(NamedTuple):
    """The language versions in a file, and what it says of how they stand to each other: `rows`
    between the clauses, or the `file_rows` of the clauses of each version; () where it says
    nothing."""

    source: Resolution
    target: Resolution | None = None
    rows: tuple[Row, ...] = ()
    file_rows: tuple[FileRows, ...] = ()


def read_versions(path: Path, progress: Progress = silent) -> Versions:
    """The language versions in a file of any format that is read. A text that is no resolution is
    returned as plain paragraphs, of the kind TEXT. Raises ReadingError."""
    return versions_in(read_bytes(path), path, progress)


def read_resolution(path: Path) -> Resolution:
    """The same of the first version alone."""
    return read_versions(path).source


def resolution_in(data: bytes, path: Path) -> Resolution:
    """The first version in the bytes of a file; `path` is for messages. Raises ReadingError."""
    return versions_in(data, path).source


@no_collection()
def versions_in(data: bytes, path: Path, progress: Progress = silent) -> Versions:
    """The language versions in the bytes of a file; `path` is for messages. Raises ReadingError."""
    reader = reader_of(data, path)
    content = reader.holds(data, path)
    found = _versions(content, is_stated=True) if content else None
    if found is None:
        document = reader.read(data, path, part(progress, 0.0, _READ))
        progress(_READ)
        turns = alternating(document)
        found = (turns and _versions(turns, is_stated=False)) or Versions(_placed(document, data))
    if not found.source.parts:
        raise ReadingError(
            Message("%1 has no text in it; choose a file with a resolution.", (str(path),))
        )
    return found


def _placed(document: Document, data: bytes) -> Resolution:
    """The resolution of a file, and where it stands on its pages."""
    found = resolution(document)
    if not document.printed:
        return found
    from hashlib import sha256  # takes long to load, and the first page has no places

    known = places(found, document.printed)
    return found._replace(places=Places(sha256(data).hexdigest(), known))


def _versions(content: Content, is_stated: bool) -> Versions | None:
    """What a file holds as language versions; None for blocks in two columns or turns that are no
    two versions of a resolution. `is_stated`: the file says that it holds two."""
    source = _structured(content.texts[0])
    if len(content.texts) == 1:
        return Versions(source)
    target = _structured(content.texts[1]) if source.is_structured or is_stated else None
    if target is None:
        return None
    # Two versions of some clauses, or two in one language, only where this program says so.
    is_pair = source.is_structured and target.is_structured and source.language != target.language
    if not is_pair and not (is_stated and all(map(_is_exported, content.texts))):
        return None
    documents = [text for text in content.texts if isinstance(text, Document)]
    stood = zip((source, target), documents, content.file_rows, strict=False)
    return Versions(
        source,
        target,
        content.rows,
        tuple(file_rows(text, document.blocks, rows) for text, document, rows in stood),
    )


def _is_exported(text: Text) -> bool:
    return isinstance(text, Resolution) or EXPORTED in text.metadata


def _structured(text: Text) -> Resolution:
    return resolution(text) if isinstance(text, Document) else text


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
