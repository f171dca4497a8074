"""An excerpt as a PDF: painted by Qt, finished by pypdf."""

import os
import sys
from collections.abc import Iterator, Set
from typing import cast

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPageSize, QPainter, QPdfWriter

from desktop_app import __version__
from desktop_app.common.messages import Message
from desktop_app.export.excerpt.model import Excerpt
from desktop_app.export.excerpt.options import ExportError, Progress, silent
from desktop_app.export.formats.pdf.bookmarks import Placed, Title, bookmarks, shortened
from desktop_app.export.formats.pdf.design import PAGE, POINT, Design
from desktop_app.export.formats.pdf.file import About, Linked, finished
from desktop_app.export.formats.pdf.glyph_text import DrawnGlyphs, MismatchError
from desktop_app.export.formats.pdf.pages import Page
from desktop_app.export.formats.pdf.typesetting import extent
from desktop_app.export.shared.xml_text import check


def render(excerpt: Excerpt, progress: Progress = silent) -> bytes:
    """A PDF with its fonts, bookmarks, and words that can be searched and copied.

    Raises ExportError for a character that cannot be printed.
    """
    check(excerpt, "PDF")
    _be_ready()
    try:
        return _rendered(excerpt, progress)
    except MismatchError as error:
        words = " ".join(str(error).split())
        if words:
            message = Message(
                "With the fonts of this computer “%1” cannot be put into a PDF so that it can be "
                "copied; choose another format.",
                (shortened(words),),
            )
        else:
            message = Message(
                "The fonts of this computer cannot be put into a PDF so that its words can be "
                "copied; choose another format."
            )
        raise ExportError(message) from error


def _rendered(excerpt: Excerpt, progress: Progress) -> bytes:
    design = Design(excerpt)
    drawn = DrawnGlyphs()
    titles: list[Placed] = []
    links: list[Linked] = []
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(72 * POINT)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    try:
        count = 0
        for number, page in enumerate(design.pages()):
            count += 1
            if number:
                writer.newPage()
            drawn.begin_page()
            design.paint(painter, page, number, drawn)
            links += _links(page, number)
            for start in page.starts:
                found = cast(tuple[Title, ...], start.name)
                titles += [Placed(title, number, _above_bottom(start.y)) for title in found]
            progress(0.6 * design.share)
        # Each page tells how many there are: known only now, so it is put there afterwards.
        writer.newPage()
        drawn.begin_page()
        for number in range(count):
            design.paint_number(painter, f"{number + 1} / {count}", drawn)
    except MismatchError:
        _refuse(drawn.missing)  # which is the better reason
        raise
    finally:
        painter.end()
    del painter, writer, design  # the file is whole only then
    _refuse(drawn.missing)
    data = bytes(buffer.data().data())
    buffer.close()
    buffer.setData(b"")  # which may be as large as all else
    *pages, numbers = drawn.pages()
    return finished(
        data,
        pages,
        numbers,
        bookmarks(titles),
        links,
        _about(excerpt),
        lambda share: progress(0.6 + 0.4 * share),
    )


def preview(excerpt: Excerpt, width: int) -> QImage:
    """The first page, so many pixels wide. Needs a running Qt.

    Raises ExportError as `render` does, for what is on this page.
    """
    check(excerpt, "PDF")
    design = Design(excerpt)
    image = QImage(QSize(width, width * PAGE[1] // PAGE[0]), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    drawn = DrawnGlyphs()
    drawn.begin_page()
    painter = QPainter(image)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(width / PAGE[0], width / PAGE[0])
        design.paint(painter, next(design.pages()), 0, drawn)
        design.paint_number(painter, "1", drawn)
    finally:
        painter.end()
    _refuse(drawn.missing)
    return image


def _refuse(missing: Set[str]) -> None:
    """Raises ExportError where there are characters that no font has."""
    if missing:
        character = min(missing)[0]
        raise ExportError(
            Message(
                "No font on this computer has the character %1 (%2); install one that has it, "
                "such as Noto, or choose another format.",
                (character, f"U+{ord(character):04X}"),
            )
        )


_application: QGuiApplication | None = None


def _be_ready() -> None:
    """Starts as much of Qt as fonts need, if no window has."""
    global _application
    if QGuiApplication.instance() is None:
        if sys.platform.startswith("linux"):  # elsewhere fonts need the real one, which is there
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _application = QGuiApplication([])


def _links(page: Page, number: int) -> Iterator[Linked]:
    for found in page.slices:
        for line in found.lines if found.cell.link else ():
            left, right = ((found.cell.x + place) / POINT for place in extent(line))
            bottom, top = (_above_bottom(found.y + y) for y in (line.bottom, line.top))
            yield Linked(
                page=number,
                left=left,
                bottom=bottom,
                right=right,
                top=top,
                address=found.cell.link,
            )


def _above_bottom(y: int) -> float:
    """A place of a page in points above its bottom."""
    return (PAGE[1] - y) / POINT


def _about(excerpt: Excerpt) -> About:
    return About(
        title=" ".join(excerpt.name.split()),
        # The organ has written the official text, and no other.
        author="" if excerpt.versions[0].short_trust else excerpt.texts[0].masthead.organ,
        # What the texts are too: programs show this where they do not show a page.
        subject=" · ".join(
            filter(
                None,
                [
                    " ".join(excerpt.citation.split()),
                    *(version.provenance for version in excerpt.versions),
                ],
            )
        ),
        keywords=excerpt.symbol,
        languages=tuple(version.tag for version in excerpt.versions),
        creator=f"Resolution Reader {__version__}",
    )
