"""What a feature of the window works with: the open document, the page, and where its actions,
bars and sentences go.

A feature is a class that takes a workspace. It adds its actions and widgets when it is made, and
is one line in `window/features.py`; the main window knows none of them.
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
    """The parts of the window from top to bottom: `above` the page the tool row and notices, in
    the middle of `body` the `page` with the heads of its columns, and `below` it bars and lists."""

    body: QBoxLayout
    above: QBoxLayout
    page: QWidget
    below: QBoxLayout


class Workspace(QObject):
    """`window` is the parent of dialogs, `corrections` the database for corrected rows, None for
    nowhere. Signals: `told` with what was done, in a few words that are shown for some
    seconds; `closing` before the window closes."""

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
        """The feature of a class, made when it is first wanted."""
        if kind not in self._features:
            self._features[kind] = kind(self)
        return cast("Feature", self._features[kind])

    # What must be said

    @property
    def notice(self) -> str:
        """The sentence that is shown above the text, "" if there is none."""
        return self._notice.text if self._notice else ""

    def show_notice(
        self, sentence: str, action: str = "", do: Callable[[], object] | None = None
    ) -> None:
        """Shows a sentence above the text, with a button for what can be done about it; "" hides
        what was there."""
        if self._notice is None:
            if not sentence:
                return
            from desktop_app.ui.widgets.notice import Notice

            self._notice = Notice(self.theme)
            self.frame.above.addWidget(self._notice)
        self._notice.show_message(sentence, action, do)
