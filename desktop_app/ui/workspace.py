"""What a feature works with: the open document, the page, and a place for its actions, bars and
messages.

A feature is a class that takes a workspace and adds its actions and widgets when it is made. It is
one line in `window/features.py`. The main window knows none of them but the table of contents,
which stands beside the first page if it was open.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeVar, cast

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QBoxLayout, QSplitter, QWidget

    from desktop_app.ui.document import OpenDocument
    from desktop_app.ui.page.view import BitextView
    from desktop_app.ui.settings.session import Session
    from desktop_app.ui.widgets.actions import Actions
    from desktop_app.ui.widgets.notice import Notice
    from desktop_app.ui.widgets.theme import CurrentTheme

_PAGE = 400
"""The least width in pixels of the page beside a panel; narrower columns would cut texts off."""
_HANDLE = 4
"""Pixels between the page and a panel, to drag."""
Feature = TypeVar("Feature")


class Frame(NamedTuple):
    """The layout of the window, from top to bottom: `above` for the tool row and notices, `page`
    for the texts and their column heads, `below` for bars and lists. `body` holds all three."""

    body: QBoxLayout
    above: QBoxLayout
    page: QWidget
    below: QBoxLayout


class Workspace(QObject):
    """What all features share.

    `window` is the parent of dialogs; `corrections` is the database of corrected rows, None to
    keep none. Signals: `status` with a few words about what was done, shown for some seconds;
    `closing` before the window closes.
    """

    status = Signal(str)
    closing = Signal()

    def __init__(
        self,
        *,
        window: QWidget,
        document: OpenDocument,
        view: BitextView,
        theme: CurrentTheme,
        session: Session,
        frame: Frame,
        corrections: Path | None,
    ) -> None:
        super().__init__(window)
        self.window = window
        self.document = document
        self.view = view
        self.theme = theme
        self.session = session
        self.frame = frame
        self.corrections = corrections
        self._features: dict[object, object] = {}
        self._notice: Notice | None = None
        document.notice_wanted.connect(self.show_notice)

    @cached_property
    def actions(self) -> Actions:
        """The actions of the window."""
        from desktop_app.ui.widgets.actions import Actions  # late: the first page has none

        return Actions(self.window)

    def feature(self, kind: Callable[[Workspace], Feature]) -> Feature:
        """The feature of a class, made on the first call."""
        if kind not in self._features:
            self._features[kind] = kind(self)
        return cast("Feature", self._features[kind])

    def put_beside(self, panel: QWidget, width: int, *, is_first: bool = False) -> QSplitter:
        """Puts a panel of a width beside the page, before or behind it; returns the splitter that
        holds the page and all panels."""
        from PySide6.QtWidgets import QSplitter  # late: the first page seldom has panels

        page = self.frame.page
        # Otherwise Qt passes the focus on when the page is moved, to the next link.
        self.view.clearFocus()
        splitter = page.parentWidget()
        if isinstance(splitter, QSplitter):
            sizes = splitter.sizes()
        else:
            splitter, sizes = self._split(), [self.window.width()]
        sizes[splitter.indexOf(page)] -= width
        place = 0 if is_first else splitter.count()
        splitter.insertWidget(place, panel)
        splitter.setSizes([*sizes[:place], width, *sizes[place:]])
        splitter.setStretchFactor(splitter.indexOf(page), 1)
        return splitter

    def _split(self) -> QSplitter:
        """A splitter with the page in it, in place of the page."""
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QSplitter

        frame = self.frame
        place = frame.body.indexOf(frame.page)
        frame.page.setMinimumWidth(_PAGE)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(_HANDLE)
        splitter.addWidget(frame.page)
        frame.body.insertWidget(place, splitter, 1)
        return splitter

    # The notice

    @property
    def notice(self) -> str:
        """The text of the notice above the page, "" if none is shown."""
        return self._notice.text if self._notice else ""

    def show_notice(
        self, sentence: str, action: str = "", do: Callable[[], object] | None = None
    ) -> None:
        """Shows a notice above the page, with a button named `action` that calls `do`; "" hides the
        notice."""
        if self._notice is None:
            if not sentence:
                return
            from desktop_app.ui.widgets.notice import Notice

            self._notice = Notice(self.theme)
            self.frame.above.addWidget(self._notice)
        self._notice.show_message(sentence, action, do)

    def add_notice(self, sentence: str) -> None:
        """Shows a notice, behind what the one that is shown says."""
        before = self.notice
        self.show_notice(f"{before} {sentence}" if before else sentence)
