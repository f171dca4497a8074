"""A file's bytes to text: which encodings are read, and which are refused rather than guessed."""

import codecs
import os
import stat
from pathlib import Path

from desktop_app.common.messages import Message, UserError, reason
from desktop_app.grammar.scripts import common_characters

LARGEST = 10_000_000
"""Bytes. The longest resolutions, the programme budgets, have less than one million."""

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KNOWN_FORMATS = (
    (b"%PDF", Message("a PDF document")),
    (b"PK\x03\x04", Message("a Word document or another archive")),
    (b"\xd0\xcf\x11\xe0", Message("an old Word document")),
    (b"\x89PNG", Message("a picture")),
    (b"\xff\xd8\xff", Message("a picture")),
    (b"{\\rtf", Message("a rich text document")),
)
_LEGACY = ("utf-16-le", "utf-16-be", "gb18030", "big5", "cp950", "big5hkscs")


class ReadingError(UserError, ValueError):
    """A file cannot be read; the message names it and the way out in one sentence."""


def read_bytes(path: Path) -> bytes:
    """The bytes of a regular file of at most LARGEST bytes. Raises ReadingError."""
    try:
        with open(_regular(path), "rb") as file:
            data = file.read(LARGEST + 1)
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
    if len(data) > LARGEST:
        raise ReadingError(
            Message(
                "%1 is larger than %2 MB, too large for a resolution; open the resolution's own "
                "file.",
                (str(path), str(LARGEST // 1_000_000)),
            )
        )
    if not data.strip():
        raise ReadingError(
            Message("%1 is empty; choose a file with the text of a resolution.", (str(path),))
        )
    return data


def _regular(path: Path) -> Path:
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


def decode(data: bytes, path: Path) -> str:
    """The text of UTF-8, UTF-16, GB 18030 or Big5 bytes, a byte order mark kept as U+FEFF.

    `path` is for the message of ReadingError, raised for bytes that are none of these.
    """
    for start, name in _KNOWN_FORMATS:
        if data.startswith(start):
            raise ReadingError(
                Message(
                    "%1 is %2, which this version does not read; save the resolution as Markdown "
                    "and open that.",
                    (str(path), name),
                )
            )
    text = _decoded(data)
    if text is None:
        raise ReadingError(
            Message(
                "%1 is not text in UTF-8, UTF-16, GB 18030 or Big5; save it as UTF-8 and open it "
                "again.",
                (str(path),),
            )
        )
    return text


def _decoded(data: bytes) -> str | None:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strict(data, encoding)
    text = _plain_utf8(data)
    if text is not None:
        return text
    best, share = "", 0.25
    for encoding in _LEGACY:
        reading = _strict(data, encoding)
        if reading is not None and _plausibility(reading, encoding) > share:
            best, share = reading, _plausibility(reading, encoding)
    return best or None


def _plain_utf8(data: bytes) -> str | None:
    """UTF-8, unless its control characters show that it only happens to be well formed."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    controls = sum(data.count(value) for value in range(32)) - sum(map(data.count, b"\t\n\r\f"))
    return None if b"\0" in data or controls > len(data) / 100 else text


def _strict(data: bytes, encoding: str) -> str | None:
    """The decoded text, or None if a byte does not fit or the result holds control characters."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if any(c < " " and c not in "\t\n\r\f" for c in set(text)) else text


def _plausibility(text: str, encoding: str) -> float:
    """The share of characters that are common in Chinese text. ASCII counts in UTF-16 alone:
    in the other encodings every reading of the bytes has the same."""
    common = common_characters()
    counted = text if encoding.startswith("utf-16") else [c for c in text if c > "\x7f"]
    return sum(c in common or c < "\x7f" for c in counted) / max(len(counted), 1)
