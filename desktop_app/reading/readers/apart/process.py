"""Starts the process that works with a file, gives it the bytes and takes its answer."""

import os
import re
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.reading.readers.apart.limits import SECONDS, TOO_LONG, TOO_MUCH

if TYPE_CHECKING:
    from subprocess import Popen

PATIENCE = 60 * SECONDS
"""Seconds after which a process that does no work any more is given up."""
_CHECK_EVERY = 0.1
_PAGES = re.compile(rb"(\d{1,9})/(\d{1,9})\r?\n")
"""The lines before an answer: how many pages are read, and how many there are."""
_START = (
    "import sys; sys.path.append(sys.argv[1]); from importlib import import_module; "
    "sys.exit(import_module(sys.argv[2]).main(sys.argv[3:]))"
)
_ROOT = Path(__file__).parents[4]


class TooMuchError(Exception):
    """A file takes more time or memory than `limits` allow."""


def command(name: str, worker: str) -> list[str]:
    """The process whose `main` is in the module `worker`: this program again, with `name` behind
    it, where it is packaged, else Python without the folder that it happens to be started in, which
    could hold modules of anybody's."""
    if getattr(sys, "frozen", False):
        return [sys.executable, name]
    return [sys.executable, "-P", "-c", _START, os.fspath(_ROOT), worker]


def answer(
    process: Sequence[str], data: bytes, told: Callable[[int, int], object] = lambda done, count: 0
) -> bytes:
    """What a process answers that is given the bytes of a file. `told` is called now and then with
    how many pages are read of how many, 0 of 0 before that is known, and may raise to end the
    process. Raises TooMuchError, and OSError where it cannot be started."""
    import subprocess

    started = subprocess.Popen(
        process,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    talk = _Talk(started, data)
    if not talk.hear(told) or started.returncode in (TOO_LONG, TOO_MUCH):
        raise TooMuchError
    return talk.answer


class _Talk:
    """What passes between this process and the other: the bytes of the file there, and back a line
    for each page that is read and then the `answer`."""

    def __init__(self, process: "Popen[bytes]", data: bytes) -> None:
        self.answer = b""
        self._process = process
        self._data = data
        self._pages = 0, 0

    def hear(self, told: Callable[[int, int], object]) -> bool:
        """Waits for the answer; whether it came before the process had had time enough."""
        talk = threading.Thread(target=self._run, daemon=True)
        talk.start()
        until = time.monotonic() + PATIENCE
        try:
            talk.join(_CHECK_EVERY)
            while talk.is_alive() and time.monotonic() < until:
                told(*self._pages)
                talk.join(_CHECK_EVERY)
            return not talk.is_alive()
        finally:
            if talk.is_alive():
                self._process.kill()
                talk.join()

    def _run(self) -> None:
        given, taken = self._process.stdin, self._process.stdout
        assert given is not None
        assert taken is not None
        with self._process, taken:
            # One that ends before it has read everything says by its status why it did.
            with suppress(OSError), given:
                given.write(self._data)
            line = taken.readline()
            while found := _PAGES.fullmatch(line):
                self._pages = int(found[1]), int(found[2])
                line = taken.readline()
            self.answer = line + taken.read()


def tell(done: int, count: int) -> None:
    """Says in the process how far it is. Where nobody listens any more that fails, and it ends."""
    sys.stdout.buffer.write(b"%d/%d\n" % (done, count))
    sys.stdout.buffer.flush()
