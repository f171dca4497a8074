"""A page of a PDF as a picture, painted in the process that works with it."""

import json
from typing import Any

import pypdfium2 as pdfium

from desktop_app.reading.readers.pdf.opened import opened
from desktop_app.reading.readers.pdf.serial import Reason, RefusedError

_MOST = 24_000_000
"""Pixels of a picture, which has four bytes for each."""


def paint(data: bytes, number: int, width: int) -> bytes:
    """A page, counted from 1, so many pixels wide: a line of JSON with the size of the picture in
    pixels, that of the page in points and the number of pages, then four bytes for each pixel:
    blue, green, red, and one without meaning. A page that is too large comes smaller. Raises
    RefusedError."""
    file = opened(data)
    try:
        if not 1 <= number <= len(file):
            raise RefusedError(Reason.NO_PAGES)
        return _painted(file, number, width)
    except pdfium.PdfiumError as error:
        raise RefusedError(Reason.DAMAGED) from error
    finally:
        file.close()


def _painted(file: Any, number: int, width: int) -> bytes:
    page = file[number - 1]
    points = page.get_size()
    if min(points) <= 0:
        raise RefusedError(Reason.DAMAGED)
    # A little less, for the library rounds up.
    scale = min((width - 0.01) / points[0], (_MOST / (points[0] * points[1])) ** 0.5)
    picture = page.render(scale=scale, prefer_bgrx=True)
    size = {
        "width": picture.width,
        "height": picture.height,
        "points": points,
        "pages": len(file),
    }
    return json.dumps(size).encode("ascii") + b"\n" + bytes(picture.buffer)
