"""The log of errors that nobody foresaw, in a file that does not grow beyond its bound.

It holds types of errors, places in the code and versions. Messages of errors and paths of files are
left out, since they can hold words of a document.
"""

import os
import platform
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from types import TracebackType

from desktop_app import __version__
from desktop_app.common.paths import log_file

_LARGEST = 500_000
"""Bytes; of the file before, as much is kept."""
_FIRST, _LAST = 10, 30
"""Places in the code of one error; recursion passes thousands."""
_DEEPEST = 5
"""Errors that led to an error."""


def record(error: BaseException) -> None:
    """Puts an error into the log; does nothing where it cannot be written."""
    file = log_file()
    entry = f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC\n{described(error)}\n\n".encode()
    with suppress(OSError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if file.exists() and file.stat().st_size + len(entry) > _LARGEST:
            os.replace(file, file.with_name("errors.old.log"))
        descriptor = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(descriptor, entry)
        finally:
            os.close(descriptor)


def described(error: BaseException) -> str:
    """Versions, and an error with those that led to it, the last one first."""
    return "\n".join([_versions(), *_errors(error)])


def _versions() -> str:
    qt = getattr(sys.modules.get("PySide6"), "__version__", "")
    return (
        f"resolution-reader {__version__}, Python {platform.python_version()}, "
        f"{f'PySide6 {qt}, ' if qt else ''}{platform.platform()}"
    )


def _errors(error: BaseException) -> Iterator[str]:
    before: BaseException | None = error
    for _ in range(_DEEPEST):
        if before is None:
            return
        kind = type(before)
        module = "" if kind.__module__ == "builtins" else f"{kind.__module__}."
        yield f"{module}{kind.__qualname__}"
        places = [*_places(before.__traceback__)]
        if len(places) > _FIRST + _LAST:
            places[_FIRST:-_LAST] = [f"  ... {len(places) - _FIRST - _LAST} more"]
        yield from places
        before = before.__cause__ or (None if before.__suppress_context__ else before.__context__)


def _places(trace: TracebackType | None) -> Iterator[str]:
    while trace is not None:
        frame = trace.tb_frame
        module = frame.f_globals.get("__name__", "?")
        yield f"  {module}:{trace.tb_lineno} {frame.f_code.co_qualname}"
        trace = trace.tb_next
