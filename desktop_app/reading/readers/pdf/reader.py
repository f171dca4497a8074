"""PDF as an input format: has a process read the file, and says in a sentence why it could not."""

from pathlib import Path

from desktop_app.common.messages import Message
from desktop_app.common.progress import Progress, silent
from desktop_app.reading.blocks import Document
from desktop_app.reading.readers.pdf.process import answer, failed
from desktop_app.reading.readers.pdf.serial import Reason, RefusedError, load
from desktop_app.reading.readers.reader import Reader, ReadingError

_LARGEST = 50_000_000
_SIGNATURE = b"%PDF-"
_HEAD = 1_024
"""Bytes among which a file says that it is a PDF; some begin with a byte order mark or a line."""


def read(data: bytes, path: Path, progress: Progress = silent) -> Document:
    """The blocks of a PDF. Raises ReadingError."""
    import json

    text = answer(data, path, progress=progress)
    try:
        found = load(json.loads(text))
    except (ValueError, KeyError, TypeError) as error:
        raise failed(path) from error
    if isinstance(found, RefusedError):
        raise refused(found, path)
    return found


def refused(why: RefusedError, path: Path) -> ReadingError:
    """The error for a file that is refused."""
    file = str(path)
    match why.reason:
        case Reason.ENCRYPTED:
            message = Message(
                "%1 is locked with a password; open it in a PDF viewer, save it without the "
                "password and open that.",
                (file,),
            )
        case Reason.CUT_OFF:
            message = Message(
                "%1 ends too early, as a download does that was cut off; download the file again.",
                (file,),
            )
        case Reason.DAMAGED:
            message = Message(
                "%1 is damaged and cannot be read as a PDF; download the file again.", (file,)
            )
        case Reason.NO_PAGES:
            message = Message("%1 is a PDF without a page; download the file again.", (file,))
        case Reason.TOO_MANY_PAGES:
            message = Message(
                "%1 has %2 pages, too many for a resolution; open the resolution's own file.",
                (file, why.detail),
            )
        case Reason.PICTURES:
            message = Message(
                "The pages of %1 are pictures without text; have a program recognize the text, or "
                "open the Word file of the resolution.",
                (file,),
            )
        case Reason.NO_WORDS:
            message = Message("%1 is a PDF without text; choose a file with a resolution.", (file,))
        case Reason.NAMELESS:
            message = Message(
                "%1 does not say which characters its letters are, so that its text cannot be "
                "read; open the Word file of the resolution.",
                (file,),
            )
    return ReadingError(message)


READER = Reader(
    name=Message("PDF"),
    endings=("pdf",),
    recognises=lambda data: _SIGNATURE in data[:_HEAD],
    read=read,
    largest=_LARGEST,
)
