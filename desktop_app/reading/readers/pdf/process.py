"""Starts the process that works with a PDF, and says in a sentence why it could not."""

import os
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.common.messages import Message
from desktop_app.reading.readers.pdf.limits import SECONDS, TOO_LONG, TOO_MUCH
from desktop_app.reading.readers.reader import ReadingError

if TYPE_CHECKING:
    from subprocess import Popen

COMMAND = "read-pdf"
"""What the packaged program is started with to be the process that reads."""
_PATIENCE = 60 * SECONDS
"""Seconds after which a process that does no work any more is given up."""
_CHECK_EVERY = 0.1
_START = (
    "import sys; sys.path.append(sys.argv[1]); from desktop_app.reading.readers.pdf.worker "
    "import main; sys.exit(main(sys.argv[2:]))"
)
_ROOT = Path(__file__).parents[4]


def answer(
    data: bytes,
    path: Path,
    arguments: Sequence[str] = (),
    go_on: Callable[[], object] = lambda: None,
) -> bytes:
    """What the process answers about a PDF. `go_on` is called now and then, and may raise to end
    it. Raises ReadingError."""
    import subprocess

    try:
        process = subprocess.Popen(
            [*_command(), *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise failed(path) from error
    found = _answer(process, data, go_on)
    if found is None or process.returncode in (TOO_LONG, TOO_MUCH):
        raise too_much(path)
    return found


def _answer(process: "Popen[bytes]", data: bytes, go_on: Callable[[], object]) -> bytes | None:
    """What a process answers, None once it has had time enough."""
    found: list[bytes] = []
    # `communicate` with a time-out forgets what it has not written yet when it is called again.
    talk = threading.Thread(target=lambda: found.append(process.communicate(data)[0]), daemon=True)
    talk.start()
    until = time.monotonic() + _PATIENCE
    try:
        talk.join(_CHECK_EVERY)
        while talk.is_alive() and time.monotonic() < until:
            go_on()
            talk.join(_CHECK_EVERY)
        in_time = not talk.is_alive()
    finally:
        if talk.is_alive():
            process.kill()
            talk.join()
    return (found or [b""])[0] if in_time else None


def _command() -> list[str]:
    """The process: this program again where it is packaged, else Python without the folder that it
    happens to be started in, which could hold modules of anybody's."""
    if getattr(sys, "frozen", False):
        return [sys.executable, COMMAND]
    return [sys.executable, "-P", "-c", _START, os.fspath(_ROOT)]


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
