"""PDF as an input format: has a process read the file, and says in a sentence why it could not."""

import os
import sys
from pathlib import Path

from desktop_app.common.messages import Message
from desktop_app.reading.blocks import Document
from desktop_app.reading.readers.pdf.limits import SECONDS, TOO_LONG, TOO_MUCH
from desktop_app.reading.readers.pdf.serial import Reason, RefusedError, load
from desktop_app.reading.readers.reader import Reader, ReadingError

COMMAND = "read-pdf"
"""What the packaged program is started with to be the process that reads."""
_LARGEST = 50_000_000
_SIGNATURE = b"%PDF-"
_HEAD = 1_024
"""Bytes among which a file says that it is a PDF; some begin with a byte order mark or a line."""
_PATIENCE = 60 * SECONDS
"""Seconds after which a process that does no work any more is given up."""
_START = (
    "import sys; sys.path.append(sys.argv[1]); "
    "from desktop_app.reading.readers.pdf.worker import main; sys.exit(main())"
)
_ROOT = Path(__file__).parents[4]


def read(data: bytes, path: Path) -> Document:
    """The blocks of a PDF. Raises ReadingError."""
    import json
    import subprocess

    try:
        done = subprocess.run(
            _command(),
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _too_much(path) from None
    except OSError as error:
        raise _failed(path) from error
    if done.returncode in (TOO_LONG, TOO_MUCH):
        raise _too_much(path)
    try:
        found = load(json.loads(done.stdout))
    except (ValueError, KeyError, TypeError) as error:
        raise _failed(path) from error
    if isinstance(found, RefusedError):
        raise _refused(found, path)
    return found


def _command() -> list[str]:
    """The process: this program again where it is packaged, else Python without the folder that it
    happens to be started in, which could hold modules of anybody's."""
    if getattr(sys, "frozen", False):
        return [sys.executable, COMMAND]
    return [sys.executable, "-P", "-c", _START, os.fspath(_ROOT)]


def _refused(refused: RefusedError, path: Path) -> ReadingError:
    file = str(path)
    match refused.reason:
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
                (file, refused.detail),
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


def _too_much(path: Path) -> ReadingError:
    return ReadingError(
        Message(
            "%1 takes too much time or memory to read; print it to a new PDF and open that.",
            (str(path),),
        )
    )


def _failed(path: Path) -> ReadingError:
    return ReadingError(
        Message(
            "%1 could not be read, for the PDF library failed at it; print it to a new PDF and "
            "open that.",
            (str(path),),
        )
    )


READER = Reader(
    name=Message("PDF"),
    endings=("pdf",),
    recognises=lambda data: _SIGNATURE in data[:_HEAD],
    read=read,
    largest=_LARGEST,
)
