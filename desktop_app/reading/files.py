"""A file on disk to a Resolution: bytes, text, blocks, structure."""

from pathlib import Path

from desktop_app.reading.decode import ReadingError, decode, read_bytes
from desktop_app.resolution.model import Resolution
from desktop_app.wording import Said

__all__ = ["ReadingError", "read_resolution", "read_text"]


def read_text(path: Path) -> str:
    """The text of a file, every character as it is. Raises ReadingError."""
    return decode(read_bytes(path), path)


def read_resolution(path: Path) -> Resolution:
    """The resolution in a Markdown or plain text file. Raises ReadingError; a text that is no
    resolution is returned as plain paragraphs, with `is_resolution` False."""
    from desktop_app.reading import markdown, structure  # late: the slowest import of the start

    text = read_text(path).removeprefix("\ufeff")
    found = structure.resolution(markdown.read(text))
    if not found.parts:
        raise ReadingError(
            Said("%1 has no text in it; choose a file with a resolution.", (str(path),))
        )
    return found
