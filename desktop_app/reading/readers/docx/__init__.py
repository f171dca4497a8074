"""Word documents to blocks: lxml on the parts themselves.

Libraries for Word drop what a resolution is made of: notes, computed numbers, and words in smart
tags and content controls. The file counts as hostile, so `archive.py` bounds what is unpacked, and
nothing in it is run or fetched. What is read is what the printed page shows: insertions and no
deletions, results of fields, no hidden text.

- `archive.py`: the parts of the file, and how they refer to each other
- `styles.py`, `numbering.py`, `counting.py`: what styles make of a paragraph, and the number that
  Word prints before it
- `words.py`: the runs of a paragraph; `symbols.py`: characters of the font Symbol
- `notes.py`: footnotes and endnotes with their marks
- `head.py`, `stars.py`, `own.py`: the head of the first page, starred notes in a frame at its foot,
  and files that this program exported
- `document.py`: the whole file
"""

from pathlib import Path

from desktop_app.common.messages import Message
from desktop_app.common.progress import Progress, silent
from desktop_app.reading.blocks import Document
from desktop_app.reading.content import Content
from desktop_app.reading.readers.reader import Reader

_ARCHIVE = b"PK\x03\x04"
_CONTAINER = b"\xd0\xcf\x11\xe0"
"""How an old Word document begins, and any file of Word that is encrypted."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def _recognises(data: bytes) -> bool:
    """Whether it is an archive with a folder of Word's, or such a one that is encrypted."""
    if data.startswith(_ARCHIVE):
        return b"word/" in data
    return data.startswith(_CONTAINER) and _ENCRYPTED in data


def _read(data: bytes, path: Path, progress: Progress = silent) -> Document:
    from desktop_app.reading.readers.docx.document import read  # late: dialogs need no lxml

    return read(data, path, progress)


def _holds(data: bytes, path: Path) -> Content | None:
    from desktop_app.reading.readers.docx.document import content

    return content(data, path)


READER = Reader(
    name=Message("Word"),
    endings=("docx", "docm", "dotx"),
    recognises=_recognises,
    read=_read,
    holds=_holds,
    largest=50_000_000,
)
