"""Open by symbol: gets documents from the network, once a person asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.ui.pairing.beside import Pairing
from desktop_app.ui.widgets.actions import Menu

if TYPE_CHECKING:
    from desktop_app.ui.window.symbol_dialog import SymbolDialog
    from desktop_app.ui.workspace import Workspace


class Fetching(QObject):
    """Open by symbol in the File menu. Nothing is asked of a network before its dialog says so."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.window)
        self._workspace = workspace
        workspace.actions.add(
            "open by symbol",
            self.tr("Open by &symbol…"),
            "Ctrl+Shift+O",
            self.ask,
            menu=Menu.FILE,
            number=13,
        )

    def dialog(self) -> SymbolDialog:
        """The dialog, with the languages that are shown."""
        # Late: it needs the readers, which no start may wait for.
        from desktop_app.ui.window.symbol_dialog import SymbolDialog

        workspace = self._workspace
        return SymbolDialog(
            parent=workspace.window,
            languages=tuple(side.language for side in workspace.document.sides),
            source=workspace.session.preferences.source,
            theme=workspace.theme,
        )

    def ask(self) -> None:
        """Asks for a symbol, and opens what comes: the first two languages beside each other,
        the others loaded."""
        dialog = self.dialog()
        dialog.exec()
        self._workspace.session.change(source=dialog.source())
        files = dialog.files
        if files:
            self._workspace.feature(Pairing).open_all(files)
            for sentence in dialog.missing:
                self._workspace.add_notice(sentence)
        dialog.deleteLater()
