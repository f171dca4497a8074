"""Remembers how the window is and place the person is in each document, for the next start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop_app.ui.settings.session import BUNDLED_PAIR

if TYPE_CHECKING:
    from desktop_app.ui.workspace import Workspace

_EVERY = 60_000
"""Milliseconds between two times that all is written, in case the program does not end well."""


class SessionSaver(QObject):
    """Keeps the place when a document is left, and puts in its kept script once its first page,
    which takes less time, is on the screen."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.window)
        self._workspace = workspace
        self._document = workspace.document
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.keep)
        self._timer.start()
        self._document.shown.connect(self._arrive)
        self._document.leaving.connect(self.leave)
        workspace.closing.connect(self.keep)
        self._arrive()

    def _arrive(self) -> None:
        session, document = self._workspace.session, self._document
        kept = session.kept_place(document.pair)
        if kept is not None and kept.script in document.scripts():
            document.set_script(kept.script)
        session.opened(document.pair)

    def leave(self) -> None:
        """Keeps place the person is in the document that is shown."""
        document = self._document
        place, script = self._workspace.view.place(), document.configuration
        self._workspace.session.keep_place(document.pair, document.model.nodes(), place, script)

    def keep(self) -> None:
        """Writes how the window is now."""
        self.leave()
        workspace = self._workspace
        look, shown = workspace.view.look, self._document.pair or BUNDLED_PAIR
        workspace.session.change(
            theme=workspace.theme.name,
            zoom=look.zoom,
            typography=look.typography,
            geometry=bytes(workspace.window.saveGeometry().data()).hex(),
            last=shown if shown != BUNDLED_PAIR else ("", ""),
            layout=look.layout,
        )
        workspace.session.write()
