"""Has the process paint a page of a PDF, and takes its picture."""

from pathlib import Path
from typing import Any, NamedTuple

from desktop_app.common.progress import Progress
from desktop_app.reading.readers.pdf.process import answer, failed
from desktop_app.reading.readers.pdf.reader import refused
from desktop_app.reading.readers.pdf.serial import RefusedError, load


class Picture(NamedTuple):
    """A page: its size in pixels, four bytes for each pixel (blue, green, red, and one without
    meaning), the size of the page in points, and how many pages the file has."""

    width: int
    height: int
    pixels: bytes
    points: tuple[float, float]
    pages: int


def picture(data: bytes, path: Path, page: int, width: int, progress: Progress) -> Picture:
    """A page of a PDF, counted from 1, so many pixels wide, or less if it is too large. `progress`
    is called now and then, and may raise to end it. Raises ReadingError."""
    import json

    head, _, pixels = answer(data, path, (str(page), str(width)), progress).partition(b"\n")
    try:
        size = json.loads(head)
        why = load(size) if "reason" in size else None
        made = None if why else _picture(size, pixels)
    except (ValueError, KeyError, TypeError) as error:
        raise failed(path) from error
    if isinstance(why, RefusedError):
        raise refused(why, path)
    if made is None:
        raise failed(path)
    return made


def _picture(size: dict[str, Any], pixels: bytes) -> Picture:
    """The picture that is said to have this size. Raises ValueError, KeyError or TypeError."""
    width, height = map(float, size["points"])
    pixel_size = int(size["width"]), int(size["height"])
    made = Picture(*pixel_size, pixels, (width, height), int(size["pages"]))
    if len(pixels) != 4 * made.width * made.height or min(width, height, made.width) <= 0:
        raise ValueError("another size")
    return made
