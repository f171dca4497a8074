"""The process that makes a Word document of an old one: its bytes on standard input, on standard
output those of the new one, or nothing where that cannot be done."""

import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from desktop_app.reading.readers.apart.limits import TOO_MUCH, Limits

LOCKED = b"locked"
"""The answer about a file that is encrypted."""
_BYTES_A_PAGE = 5_000


def main(arguments: Sequence[str]) -> int:
    """Works in the folder that is given. Returns the exit status."""
    limits = Limits()
    try:
        data = sys.stdin.buffer.read()
        limits.allow(len(data) // _BYTES_A_PAGE)
        sys.stdout.buffer.write(_made(data, Path(arguments[0])))
        sys.stdout.buffer.flush()
    except MemoryError:
        return TOO_MUCH
    return 0


def _made(data: bytes, folder: Path) -> bytes:
    source, made = folder / "old.doc", folder / "new.docx"
    source.write_bytes(data)
    errors = import_module("doc2docx.errors")
    try:
        import_module("doc2docx").convert(source, made)
    except errors.EncryptedDocumentError:
        return LOCKED
    return made.read_bytes()
