"""Pages of PDF files as pictures, painted in the background."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from desktop_app.common.messages import Message, UserError
from desktop_app.reading.files import read_bytes
from desktop_app.reading.readers.pdf.pictures import picture
from desktop_app.ui.widgets.background import Background

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.reading.readers.pdf.pictures import Picture

_KEPT = 64_000_000
"""Bytes of the pages that are kept, so that going back to one takes no time."""


class ChangedError(UserError):
    """A file has changed since it was read."""


class Wanted(NamedTuple):
    """A page, counted from 1, of the file that has this SHA-256, so many pixels wide."""

    file: Path
    digest: str
    page: int
    width: int


class Sheet(NamedTuple):
    """A painted page: its picture, its size in points, and how many pages the file has."""

    image: QImage
    points: tuple[float, float]
    pages: int


class Painter(QObject):
    """Paints one page at a time; a new wish cancels the last.

    Signals: `painted` with what was wanted and its Sheet, `failed` with it and the error.
    """

    painted = Signal(object, object)
    failed = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._working: Background | None = None
        self._wanted: Wanted | None = None
        self._kept: dict[Wanted, Sheet] = {}

    def want(self, wanted: Wanted) -> None:
        """Paints a page, in time or at once where it is kept."""
        if self._working is not None and wanted == self._wanted:
            return
        self.cancel()
        known = self._kept.get(wanted)
        if known is not None:
            self.painted.emit(wanted, known)
            return
        self._wanted = wanted
        self._working = Background(self, lambda progress: _painted(wanted, progress))
        self._working.done.connect(lambda made: self._done(wanted, made))
        self._working.failed.connect(lambda error: self._failed(wanted, error))
        self._working.start()

    @property
    def is_working(self) -> bool:
        """Whether a page is still to come."""
        return self._working is not None

    def cancel(self) -> None:
        """Stops painting."""
        if self._working is not None:
            self._working.cancel()
            self._working = None

    def forget(self) -> None:
        """Stops painting and lets go of all pages."""
        self.cancel()
        self._kept.clear()

    def _done(self, wanted: Wanted, made: Picture) -> None:
        self._working = None
        size = made.width, made.height
        image = QImage(made.pixels, *size, 4 * made.width, QImage.Format.Format_RGB32).copy()
        sheet = self._kept[wanted] = Sheet(image, made.points, made.pages)
        self._drop_oldest()
        self.painted.emit(wanted, sheet)

    def _drop_oldest(self) -> None:
        """Keeps no more than there is room for, and the last page in any case."""
        total = 0
        for wanted, sheet in reversed([*self._kept.items()]):
            total += sheet.image.sizeInBytes()
            if total > _KEPT and wanted != self._wanted:
                del self._kept[wanted]

    def _failed(self, wanted: Wanted, error: Exception) -> None:
        self._working = None
        self.failed.emit(wanted, error)


def _painted(wanted: Wanted, progress: Callable[[float], None]) -> Picture:
    """The picture of a page. Raises UserError."""
    data = read_bytes(wanted.file)
    if sha256(data).hexdigest() != wanted.digest:
        raise ChangedError(
            Message(
                "%1 has changed since it was read; open it again to see its printed pages.",
                (str(wanted.file),),
            )
        )
    return picture(data, wanted.file, wanted.page, wanted.width, progress)
