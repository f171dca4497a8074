"""Has a process work with a PDF, and says in a sentence why it could not."""

from collections.abc import Sequence
from pathlib import Path

from desktop_app.common.messages import Message
from desktop_app.common.progress import PagesRead, Progress, silent
from desktop_app.reading.readers.apart import process
from desktop_app.reading.readers.reader import ReadingError

COMMAND = "read-pdf"
"""What the packaged program is started with to be the process that reads."""
WORKER = "desktop_app.reading.readers.pdf.worker"


def answer(
    data: bytes,
    path: Path,
    arguments: Sequence[str] = (),
    progress: Progress = silent,
) -> bytes:
    """What the process answers about a PDF. `progress` is told now and then how many pages are
    read, and may raise to end the process. Raises ReadingError."""

    def told(done: int, count: int) -> None:
        progress(PagesRead.of(path, done, count))

    try:
        return process.answer([*_command(), *arguments], data, told)
    except OSError as error:
        raise failed(path) from error
    except process.TooMuchError as error:
        raise too_much(path) from error


def _command() -> list[str]:
    return process.command(COMMAND, WORKER)


def too_much(path: Path) -> ReadingError:
    """The error for a file that takes more than `limits` allow."""
    return ReadingError(
        Message(
            "%1 takes too much time or memory to read; print it to a new PDF and open that.",
            (str(path),),
        )
    )


def failed(path: Path) -> ReadingError:
    """The error for a file at which the process ended, or answered what makes no sense."""
    return ReadingError(
        Message(
            "%1 could not be read, for the PDF library failed at it; print it to a new PDF and "
            "open that.",
            (str(path),),
        )
    )
