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

    from PySide6.QtWidgets import QBoxLayout, QWidget

    from desktop_app.ui.document import OpenDocument
    from desktop_app.ui.page.view import BitextView
    from desktop_app.ui.settings.session import Session
    from desktop_app.ui.widgets.actions import Actions
    from desktop_app.ui.widgets.notice import Notice
    from desktop_app.ui.widgets.theme import CurrentTheme

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
