"""Draws the preview in a thread of its own, a little after the last change."""

from dataclasses import dataclass, replace
from typing import cast

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from desktop_app.export.excerpt.cache import ExcerptCache, Request
from desktop_app.export.excerpt.first_page import PAGE, SCREENS, first_page, is_cut
from desktop_app.export.excerpt.model import Excerpt
from desktop_app.export.excerpt.options import Progress
from desktop_app.export.formats import registry as formats
from desktop_app.export.formats.registry import FORMATS
from desktop_app.ui.export.errors import sentence_of
from desktop_app.ui.export.preview import ExportPreview
from desktop_app.ui.widgets.background import Background

_PAUSE = 150
"""Milliseconds without a change after which the preview is drawn."""
_SLOW = 500
"""Milliseconds after which the preview is taking long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """The first page of an excerpt in a format. `text` is the characters or the HTML of its
    beginning, "" where it has to be painted; `failure` is why there is none."""

    excerpt: Excerpt
    key: str
    beginning: Excerpt
    is_cut: bool
    text: str = ""
    failure: Exception | None = None


class Drawing(QObject):
    """Keeps a preview in step with what is chosen; shows why where a format cannot write it.

    Signals: `drawn` with the excerpt once its page is shown, `failed` with the error where there is
    no excerpt, `slow` when the page takes long.
    """

    drawn = Signal(object)
    failed = Signal(object)
    slow = Signal()

    def __init__(
        self, parent: QObject, *, owner: QObject, cache: ExcerptCache, preview: ExportPreview
    ) -> None:
        """`owner` is a window that outlives the parent, which may be gone before a page is made."""
        super().__init__(parent)
        self._owner = owner
        self._cache = cache
        self._preview = preview
        self._wanted: tuple[Request, str] | None = None
        self._work: Background | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._draw)
        self._is_slow = QTimer(self, singleShot=True, interval=_SLOW)
        self._is_slow.timeout.connect(self.slow)
        preview.resized.connect(self._draw_again)

    @property
    def is_drawing(self) -> bool:
        """Whether the preview does not yet show what is chosen."""
        return self._pause.isActive() or self._work is not None

    def draw_later(self, request: Request, key: str) -> None:
        """Draws a request in the format of a key, unless another one comes first."""
        self._wanted = request, key
        self._pause.start()
        self._is_slow.start()

    def stop(self) -> None:
        """Draws nothing more."""
        self._cancel()
        self._wanted = None
        self._pause.stop()
        self._is_slow.stop()

    def _draw_again(self) -> None:
        """Draws the page again for another width."""
        if self._wanted is not None:
            self._pause.start()

    def _cancel(self) -> None:
        if self._work is not None:
            self._work.cancel()
            self._work = None

    def _draw(self) -> None:
        self._cancel()
        if self._wanted is None:
            return
        cache, (request, key) = self._cache, self._wanted

        def make(progress: Progress) -> _Page:
            return _page_of(cache.excerpt(request, progress), key)

        self._work = Background(self._owner, make)
        self._work.done.connect(self._show)
        self._work.failed.connect(self._fail)
        self._work.start()

    def _fail(self, error: Exception) -> None:
        self._work = None
        self.failed.emit(error)

    def _show(self, page: _Page) -> None:
        self._work = None
        self._is_slow.stop()
        found = FORMATS[page.key]
        if page.failure is not None:
            self._preview.show_sentence(sentence_of(page.failure))
        elif not found.is_page:
            self._preview.show_text(page.text, page.is_cut)
        elif not found.is_painted:
            self._preview.show_page(page.text, page.is_cut, found.is_web_page)
        else:
            self._paint(page)
        self.drawn.emit(page.excerpt)

    def _paint(self, page: _Page) -> None:
        """Qt paints in the window's own thread alone."""
        try:
            picture = formats.picture(page.beginning, page.key, self._preview.width_for_picture)
        except Exception as error:
            self._preview.show_sentence(sentence_of(error))
        else:
            self._preview.show_picture(cast(QImage, picture))


def _page_of(excerpt: Excerpt, key: str) -> _Page:
    """The first page of an excerpt in a format."""
    found = FORMATS[key]
    beginning = first_page(excerpt, PAGE if found.is_page else SCREENS)
    goes_on = is_cut(excerpt, beginning.entries)
    written = beginning
    if goes_on and found.has_notes_last(excerpt.notes_at):
        written = replace(beginning, notes=())
    text, failure = "", None
    try:
        if not found.is_page:
            text = formats.copied(written, key).plain
        elif not found.is_painted:
            text = formats.sketch(written, key)
    except Exception as error:  # shown in place of the page
        failure = error
    return _Page(
        excerpt=excerpt,
        key=key,
        beginning=beginning,
        is_cut=goes_on,
        text=text,
        failure=failure,
    )
