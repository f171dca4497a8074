"""The bytes of a PDF opened by PDFium, page by page, and which files are refused."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, TypeVar

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from desktop_app.reading.blocks import Document
from desktop_app.reading.readers.pdf.document import document, text_of
from desktop_app.reading.readers.pdf.lines.characters import Page, read_page
from desktop_app.reading.readers.pdf.lines.ours import OURS
from desktop_app.reading.readers.pdf.own.document import own_document
from desktop_app.reading.readers.pdf.own.lines import OwnLine, own_lines
from desktop_app.reading.readers.pdf.serial import Reason, RefusedError
from desktop_app.reading.readers.pdf.soundness import is_sound
from desktop_app.resolution.model import Caveat

MOST_PAGES = 1_000
"""The longest resolutions, with their annexes, have some two hundred."""
_END = 2_048
"""Bytes at the end of a file among which its end is marked."""
_FEWEST = 20
"""Characters: a page with fewer has no text worth reading beside a picture that fills it."""
_MOST_NAMELESS = 0.2
_T = TypeVar("_T")


def read(
    data: bytes,
    allow: Callable[[int], None],
    tell: Callable[[int, int], object] = lambda done, count: None,
) -> Document:
    """The blocks of a PDF; `allow` is told how many pages there are, `tell` after each page how
    many are read of how many. Raises RefusedError."""
    if b"%%EOF" not in data.rstrip(b"\0\r\n \t")[-_END:]:
        raise RefusedError(Reason.CUT_OFF)
    if not is_sound(data):
        raise RefusedError(Reason.DAMAGED)
    file = opened(data)
    try:
        count = len(file)
        if not count:
            raise RefusedError(Reason.NO_PAGES)
        if count > MOST_PAGES:
            raise RefusedError(Reason.TOO_MANY_PAGES, str(count))
        allow(count)
        creator = file.get_metadata_value("Creator")
        own = _own(file, tell) if creator.startswith(OURS) else None
        if own:
            return own
        pages = _pages(file, tell)
        found = text_of(pages, creator)
    finally:
        file.close()
    _check(found.pages)
    return document(found, _stated(found.pages))


def opened(data: bytes) -> Any:
    """The document of PDFium's. Raises RefusedError."""
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        reasons = {
            raw.FPDF_ERR_PASSWORD: Reason.ENCRYPTED,
            raw.FPDF_ERR_SECURITY: Reason.ENCRYPTED,
            raw.FPDF_ERR_SUCCESS: Reason.NO_PAGES,  # nothing is wrong, and there is no page
        }
        raise RefusedError(reasons.get(raw.FPDF_GetLastError(), Reason.DAMAGED)) from error


def _pages(file: Any, tell: Callable[[int, int], object]) -> Iterator[Page]:
    for number in range(len(file)):
        yield _page(file, number, read_page)
        tell(number + 1, len(file))


def _own(file: Any, tell: Callable[[int, int], object]) -> Document | None:
    """The blocks of an export of this program, None if its pages do not say what they hold."""
    lines: list[OwnLine] = []
    for number in range(len(file)):
        found = _page(file, number, partial(own_lines, number=number))
        if found is None:
            return None
        lines += found
        tell(number + 1, len(file))
    return own_document(lines) if lines else None


def _page(file: Any, number: int, read: Callable[[Any], _T]) -> _T:
    """What is read of a page. One that is damaged makes the whole file unreadable: no text is given
    in part."""
    try:
        page = file[number]
    except pdfium.PdfiumError as error:
        raise RefusedError(Reason.DAMAGED) from error
    try:
        return read(page)
    except pdfium.PdfiumError as error:
        raise RefusedError(Reason.DAMAGED) from error
    finally:
        page.close()


def _check(pages: Sequence[Page]) -> None:
    """Raises RefusedError for pages without a text that can be read."""
    count = sum(page.amount for page in pages)
    nameless = sum(page.nameless for page in pages)
    if nameless > _MOST_NAMELESS * count:
        raise RefusedError(Reason.NAMELESS)
    if all(page.amount < _FEWEST for page in pages):
        pictured = any(page.pictured for page in pages)
        raise RefusedError(Reason.PICTURES if pictured else Reason.NO_WORDS)


def _stated(pages: Sequence[Page]) -> dict[str, str]:
    """What is to be known of the pages: those that are pictures, and where a program has recognised
    the letters on one."""
    recognised = [n for n, page in enumerate(pages, 1) if page.pictured and page.hidden]
    pictures = [n for n, page in enumerate(pages, 1) if page.pictured and page.amount < _FEWEST]
    found = {Caveat.RECOGNISED.value: recognised, Caveat.PICTURES.value: pictures}
    return {key: ", ".join(map(str, numbers)) for key, numbers in found.items() if numbers}
