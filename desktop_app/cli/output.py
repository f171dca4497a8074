"""Where commands put their results: standard output or a file."""

import sys
from collections.abc import Sequence
from pathlib import Path

from desktop_app.cli.command import CommandError
from desktop_app.common.writing import write


def print_text(text: str) -> None:
    """Prints a text in UTF-8, whatever the locale. Raises CommandError."""
    _print_bytes((text + "\n").encode("utf-8", "replace"))


def write_result(output: str, data: bytes, read_only: Sequence[Path | None]) -> None:
    """Writes to a file, never over one that is being read; "-" is standard output. Raises
    UserError."""
    if output in ("-", "/dev/stdout"):
        _print_bytes(data)
    else:
        write(Path(output), data, read_only)


def _print_bytes(data: bytes) -> None:
    if sys.stdout is None:
        raise CommandError("Standard output is closed; name a file with -o.")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CommandError(
            f"Standard output cannot be written ({error.strerror}); name a file with -o."
        ) from error
