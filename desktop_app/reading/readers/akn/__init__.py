"""Akoma Ntoso 3.0 (OASIS LegalDocML), as this program, the United Nations and parliaments write it.

- `names.py`: the names of the standard that matter, and those that this program adds
- `own.py`: files that this program wrote, to texts with their structure
- `document.py`: any other, to blocks
- `languages.py`: the language that a document states
- `reading.py`: the whole file, which can be a collection of two languages
"""

from pathlib import Path

from desktop_app.common.messages import Message
from desktop_app.common.progress import Progress, silent
from desktop_app.reading.blocks import Document
from desktop_app.reading.content import Content
from desktop_app.reading.readers.reader import Reader


def _recognises(data: bytes) -> bool:
    head = data[:4_000].replace(b"\0", b"")
    if b"akomaNtoso" not in head:
        return False
    from desktop_app.reading.readers.xml_files import begins_with  # late: it needs lxml

    return begins_with(data, "akomaNtoso")


def _holds(data: bytes, path: Path) -> Content | None:
    from desktop_app.reading.readers.akn.reading import content  # late: dialogs need no lxml

    return content(data, path)


def _read(data: bytes, path: Path, progress: Progress = silent) -> Document:
    from desktop_app.reading.readers.akn.reading import document

    return document(data, path)


READER = Reader(
    name=Message("Akoma Ntoso"),
    endings=("xml", "akn"),
    recognises=_recognises,
    read=_read,
    holds=_holds,
)
