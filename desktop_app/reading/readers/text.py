"""Plain text to blocks. It is read as Markdown: numbered paragraphs, footnotes and emphasis are
written alike in both, and whoever saves Markdown as .txt loses nothing."""

from dataclasses import replace
from pathlib import Path

from desktop_app.common.messages import Message
from desktop_app.common.progress import Progress, silent
from desktop_app.reading.blocks import Document
from desktop_app.reading.readers import markdown
from desktop_app.reading.readers.encodings import decode
from desktop_app.reading.readers.indents import parted
from desktop_app.reading.readers.reader import Reader
from desktop_app.reading.readers.spacing import closed_up


def from_bytes(data: bytes, path: Path, progress: Progress = silent) -> Document:
    """The blocks of a plain text. Raises ReadingError for bytes that are no text."""
    return read(decode(data, path).removeprefix("\ufeff"))


def read(text: str) -> Document:
    """The blocks of a plain text. Any text can be read."""
    with_empty_lines, indent = parted(closed_up(text))
    return replace(markdown.read(with_empty_lines), indent=indent)


READER = Reader(
    name=Message("plain text"),
    endings=("txt",),
    recognises=lambda data: True,  # decoding finds out whether it is text
    read=from_bytes,
    is_text=True,
)
