"""The process that reads a PDF: its bytes on standard input, its blocks as JSON on standard output.

Run by `reader.py`, in the packaged program by the command line. It opens no file.
"""

import gc
import json
import sys

from desktop_app.reading.blocks import Document
from desktop_app.reading.readers.pdf.limits import TOO_MUCH, Limits
from desktop_app.reading.readers.pdf.serial import RefusedError, dump


def main() -> int:
    """Reads one PDF. Returns the exit status."""
    gc.disable()  # hundreds of thousands of characters, none of them in a circle
    limits = Limits()
    try:
        answer = dump(_read(sys.stdin.buffer.read(), limits))
        sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode("utf-8"))
        sys.stdout.buffer.flush()
    except MemoryError:
        return TOO_MUCH
    return 0


def _read(data: bytes, limits: Limits) -> Document | RefusedError:
    from desktop_app.reading.readers.pdf.opened import read

    try:
        return read(data, limits.allow)
    except RefusedError as refused:
        return refused
