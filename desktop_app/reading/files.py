"""A file on disk to a Resolution: bytes, text, blocks, structure."""

from pathlib import Path

from desktop_app.common.messages import Message
from desktop_app.reading.readers.encodings import ReadingError, decode, read_bytes
from desktop_app.resolution.model import Resolution

__all__ = ["ReadingError", "read_resolution", "read_text"]


def read_text(path: Path) -> str:
    """The text of a file, every character as it is. Raises ReadingError."""
    return decode(read_bytes(path), path)


def read_resolution(path: Path) -> Resolution:
    """The resolution in a Markdown or plain text file. Raises ReadingError; a text that is no
    resolution is returned as plain paragraphs, with `is_resolution` False."""
    from desktop_app.reading.readers import markdown
    from desktop_app.reading.structure import (
        body as structure,  # late: the slowest import of the start
    )

    text = read_text(path).removeprefix("\ufeff")
    found = structure.resolution(markdown.read(text))
    if not found.parts:
        raise ReadingError(
            Message("%1 has no text in it; choose a file with a resolution.", (str(path),))
        )
    return found
