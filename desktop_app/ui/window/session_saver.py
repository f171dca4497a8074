"""Saves the state of the window and the place in each document for the next start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop_app.ui.language.phrases import translated
from desktop_app.ui.pairing.beside import Pairing
from desktop_app.ui.settings.kept_file import NotKeptError
from desktop_app.ui.settings.session import BUNDLED_PAIR

if TYPE_CHECKING:
    from desktop_app.ui.workspace import Workspace

_FIRST = 3_000
"""Milliseconds to the first save, which shows early that nothing can be kept."""
_EVERY = 60_000
"""Milliseconds between two saves, in case the program crashes."""


class SessionSaver(QObject):
    """Keeps the place when a document is left. Restores a document's script after its first page,
    which must not wait for the dictionaries."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.window)
        self._workspace = workspace
        self._document = workspace.document
        self._is_reported = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.save)
        self._timer.start(_FIRST)
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
        """Keeps the place in the document shown."""
        document = self._document
        place, script = self._workspace.view.place(), document.configuration
        ticked = document.model.ticked_numbers
        self._workspace.session.keep_place(
            document.pair, document.model.nodes(), place, script, ticked
        )

    def save(self) -> None:
        """Keeps the place and the state of the window, and writes them; shows a notice once as long
        as they cannot be written."""
        self._timer.setInterval(_EVERY)
        self.keep()
        try:
            self._workspace.session.write()
        except NotKeptError as error:
            if not self._is_reported:
                self._is_reported = True
                self._workspace.add_notice(translated(error.message))
        else:
            self._is_reported = False

    def keep(self) -> None:
        """Keeps the place and the state of the window for the next time they are written."""
        self.leave()
        workspace = self._workspace
        look, pair = workspace.view.look, self._document.pair or BUNDLED_PAIR
        pairing = workspace.feature(Pairing)
        workspace.session.change(
            theme=workspace.theme.name,
            zoom=look.zoom,
            typography=look.typography,
            geometry=bytes(workspace.window.saveGeometry().data()).hex(),
            last=pair if pair != BUNDLED_PAIR else ("", ""),
            loaded=pairing.loaded(),
            third=str(pairing.third.file or "") if pairing.third else "",
            layout=look.layout,
        )
