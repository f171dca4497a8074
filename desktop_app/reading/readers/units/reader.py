"""The reader of a format with units."""

from collections.abc import Callable
from pathlib import Path

from desktop_app.common.messages import Message
from desktop_app.common.progress import Progress, silent
from desktop_app.reading.blocks import Document
from desktop_app.reading.content import Content
from desktop_app.reading.readers.reader import Reader

_BEGINNING = 4_000


def _recognises(root: str) -> Callable[[bytes], bool]:
    def is_one(data: bytes) -> bool:
        if f"<{root}".encode() not in data[:_BEGINNING].replace(b"\0", b""):
            return False
        from desktop_app.reading.readers.xml_files import begins_with  # late: it needs lxml

        return begins_with(data, root)

    return is_one


def _read(data: bytes, path: Path, progress: Progress = silent) -> Document:
    from desktop_app.reading.readers.units.document import document

    return document(data, path)


def _holds(data: bytes, path: Path) -> Content | None:
    from desktop_app.reading.readers.units.document import content

    return content(data, path)


def reader(name: Message, root: str, endings: tuple[str, ...]) -> Reader:
    """The reader of files whose root has this name."""
    return Reader(
        name=name, endings=endings, recognises=_recognises(root), read=_read, holds=_holds
    )
