"""Documents of Word before 2007 (`.doc`), where the package msdoc2docx is installed that turns them
into those of today: it is no part of the program, but its extra `doc`.

It works in a process of its own and in a folder of its own, which is gone afterwards. What it makes
is read like any other Word document.

- `reader.py`: has the process do it, and says in a sentence why it could not
- `worker.py`: that process
"""

from importlib.util import find_spec
from pathlib import Path

from desktop_app.common.messages import Message
from desktop_app.common.progress import Progress, silent
from desktop_app.reading.blocks import Document
from desktop_app.reading.readers.reader import Reader

_CONTAINER = b"\xd0\xcf\x11\xe0"
_TEXT_OF_WORD = "WordDocument".encode("utf-16-le")
"""The name of the stream that holds the text ([MS-DOC] 2.1)."""


def recognises(data: bytes) -> bool:
    """Whether a file is a document of Word before 2007."""
    return data.startswith(_CONTAINER) and _TEXT_OF_WORD in data


def _read(data: bytes, path: Path, progress: Progress = silent) -> Document:
    from desktop_app.reading.readers.doc.reader import read  # late: few have such files

    return read(data, path, progress)


READER = Reader(
    name=Message("old Word"),
    endings=("doc", "dot"),
    recognises=recognises,
    read=_read,
    largest=50_000_000,
)
READERS = (READER,) if find_spec("doc2docx") else ()
"""Empty where the package is not installed."""
