"""A file's bytes to text: which encodings are read, and which are refused rather than guessed."""

import codecs
from pathlib import Path

from desktop_app.common.messages import Message
from desktop_app.grammar.scripts import common_characters
from desktop_app.reading.readers.reader import ReadingError

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LEGACY = ("utf-16-le", "utf-16-be", "gb18030", "big5", "cp950", "big5hkscs")
"""Tried where a file is not UTF-8; UTF-16 here is without its byte order mark."""


def decode(data: bytes, path: Path) -> str:
    """The text of UTF-8, UTF-16, GB 18030 or Big5 bytes, a byte order mark kept as U+FEFF.

    `path` is for the message of ReadingError, raised for bytes that are none of these.
    """
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
