"""Every input format, and the uses of the list: the format of a file, the filter of file dialogs,
and the sentence about an unreadable file.

Files dropped on the window are opened like any other, so this list decides on them too.
"""

from collections.abc import Iterator
from pathlib import Path

from desktop_app.common.messages import Listed, Message
from desktop_app.reading.readers import akn, doc, docx, html, json_files, markdown, text
from desktop_app.reading.readers.pdf import reader as pdf
from desktop_app.reading.readers.reader import LARGEST, Reader, ReadingError, Unread
from desktop_app.reading.readers.units import tmx, xliff
from desktop_app.reading.readers.unread import UNREAD

READERS: tuple[Reader, ...] = (
    # Formats with a signature stand here, before those that are text.
    pdf.READER,
    docx.READER,
    *doc.READERS,
    html.READER,
    akn.READER,
    json_files.READER,
    xliff.READER,
    tmx.READER,
    markdown.READER,
    text.READER,
)
"""The formats that are read, in the order in which dialogs name them; the last one takes whatever
is left."""


def _formats() -> Iterator[Reader | Unread]:
    """Every format; the first that recognises a file's bytes has it. Text comes after what is
    recognised and not read, for it takes anything."""
    yield from (one for one in READERS if not one.is_text)
    yield from UNREAD
    yield from (one for one in READERS if one.is_text)


def reader_of(data: bytes, path: Path) -> Reader:
    """The reader of a file's bytes; `path` is for the message. Raises ReadingError for a format
    that is known and not read."""
    found = next(one for one in _formats() if one.recognises(data))
    if isinstance(found, Reader):
        return found
    raise ReadingError(
        Message(
            "%1 is %2, which this version does not read; save the resolution as a Word document "
            "(.docx) and open that.",
            (str(path), found.name),
        )
    )


def signed_reader(data: bytes) -> Reader | None:
    """The reader of a file that begins with these bytes, None if it has no signature of a format
    that is read."""
    return next((one for one in READERS if not one.is_text and one.recognises(data)), None)


def largest(data: bytes) -> int:
    """How many bytes a file may have that begins with these."""
    reader = signed_reader(data)
    return reader.largest if reader else LARGEST


def dialog_filter() -> Message:
    """The kinds of files that a dialog offers, as Qt wants them: those that are read, then all."""
    names = Listed(tuple(reader.name for reader in READERS))
    patterns = " ".join(f"*.{ending}" for reader in READERS for ending in reader.endings)
    return Message("%1 (%2);;All files (*)", (names, patterns))
