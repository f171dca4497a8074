"""What a reader is: the record that every input format makes of itself."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from desktop_app.common.messages import Message, UserError
from desktop_app.common.progress import Progress, silent
from desktop_app.reading.blocks import Document
from desktop_app.reading.content import Content

LARGEST = 10_000_000
"""Bytes. The longest resolutions, the programme budgets, have less than one million as text."""


class ReadingError(UserError, ValueError):
    """A file cannot be read; the message names it and the way out in one sentence."""


class Read(Protocol):
    """Reads the bytes of a file; the path is for messages alone. `progress` is told how far it is
    where that takes long, and may raise to end it. Raises ReadingError."""

    def __call__(self, data: bytes, path: Path, progress: Progress = silent) -> Document: ...


def nothing_more(data: bytes, path: Path) -> None:
    """What a file holds whose format has but the blocks of one text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """An input format.

    `name` stands in file dialogs, `endings` are those of its files without the point, the usual
    one first. `recognises` tells from the bytes of a file whether they are of this format. `holds`,
    asked before `read`, does the same for files that hold more than the blocks of one text, and
    gives None for any other. `is_text` says that the bytes are text, which can be converted as it
    stands; any other format must recognise its files by a signature. `largest` is how many bytes a
    file may have.
    """

    name: Message
    endings: tuple[str, ...]
    recognises: Callable[[bytes], bool]
    read: Read
    holds: Callable[[bytes, Path], Content | None] = nothing_more
    is_text: bool = False
    largest: int = LARGEST


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A format that is recognised by how its files begin, and by what they have within, and not
    read; `name` has its article."""

    name: Message
    signature: bytes
    within: bytes = b""

    def recognises(self, data: bytes) -> bool:
        """Whether a file of these bytes is of this format."""
        return data.startswith(self.signature) and self.within in data
