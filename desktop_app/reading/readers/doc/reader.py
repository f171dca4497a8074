"""Has a process make a Word document of an old one, and reads that."""

from pathlib import Path
from tempfile import TemporaryDirectory

from desktop_app.common.messages import Message
from desktop_app.common.progress import Progress
from desktop_app.reading.blocks import Document
from desktop_app.reading.readers import docx
from desktop_app.reading.readers.apart import process
from desktop_app.reading.readers.doc.worker import LOCKED
from desktop_app.reading.readers.reader import ReadingError
from desktop_app.resolution.model import Caveat

COMMAND = "read-doc"
"""What the packaged program is started with to be the process."""
WORKER = "desktop_app.reading.readers.doc.worker"


def read(data: bytes, path: Path, progress: Progress) -> Document:
    """The blocks of an old Word document. Raises ReadingError."""
    try:
        made = _made(data, progress)
    except process.TooMuchError as error:
        raise ReadingError(
            Message(
                "%1 takes too much time or memory to read; save it as a Word document (.docx) and "
                "open that.",
                (str(path),),
            )
        ) from error
    except OSError:
        made = b""
    if made == LOCKED:
        raise ReadingError(
            Message(
                "%1 is locked with a password; open it in Word, save it without the password and "
                "open that.",
                (str(path),),
            )
        )
    if not docx.READER.recognises(made):
        raise ReadingError(
            Message(
                "%1 could not be read as an old Word document; save it as a Word document (.docx) "
                "and open that.",
                (str(path),),
            )
        )
    found = docx.READER.read(made, path, progress)
    return Document(found.blocks, found.metadata | {Caveat.OLD_WORD.value: "yes"}, found.indent)


def _made(data: bytes, progress: Progress) -> bytes:
    """The Word document that the process makes of an old one. Raises OSError and TooMuchError."""
    with TemporaryDirectory(prefix="resolution-reader-") as folder:
        start = [*process.command(COMMAND, WORKER), folder]
        return process.answer(start, data, lambda done, count: progress(0.0))
