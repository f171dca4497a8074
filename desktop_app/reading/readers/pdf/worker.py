"""The process that works with a PDF: its bytes on standard input, and on standard output a line for
each page that is read and then its blocks as JSON or, where arguments ask for that, one page as a
picture.

Started by `apart/process.py`, in the packaged program by way of the command line. It opens no file.
"""

import gc
import json
import sys
from collections.abc import Sequence

from desktop_app.reading.blocks import Document
from desktop_app.reading.readers.apart.limits import TOO_MUCH, Limits
from desktop_app.reading.readers.apart.process import tell
from desktop_app.reading.readers.pdf.serial import RefusedError, dump


def main(arguments: Sequence[str] = ()) -> int:
    """Reads one PDF, or paints a page of it: its number from 1, and the width in pixels. Returns
    the exit status."""
    gc.disable()  # hundreds of thousands of characters, none of them in a circle
    limits = Limits()
    try:
        data = sys.stdin.buffer.read()
        sys.stdout.buffer.write(_painted(data, *arguments) if arguments else _read(data, limits))
        sys.stdout.buffer.flush()
    except MemoryError:
        return TOO_MUCH
    return 0


def _read(data: bytes, limits: Limits) -> bytes:
    from desktop_app.reading.readers.pdf.opened import read

    try:
        found: Document | RefusedError = read(data, limits.allow, tell)
    except RefusedError as refused:
        found = refused
    return json.dumps(dump(found), ensure_ascii=False).encode("utf-8")


def _painted(data: bytes, number: str, width: str) -> bytes:
    from desktop_app.reading.readers.pdf.painted import paint

    try:
        return paint(data, int(number), int(width))
    except RefusedError as refused:
        return json.dumps(dump(refused)).encode("utf-8")
