"""The text in the clipboard opened as a document, or put beside the one that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from desktop_app.common.messages import UserError
from desktop_app.ui.language.phrases import translated
from desktop_app.ui.widgets.actions import Menu

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QMimeData

    from desktop_app.ui.workspace import Workspace


class Pasting(QObject):
    """New from clipboard and Paste as translation, in the Edit menu."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.window)
        self._workspace = workspace
        add = workspace.actions.add
        add(
            "new from clipboard",
            self.tr("&New from clipboard"),
            "Ctrl+Shift+V",
            self.open_pasted,
            menu=Menu.EDIT,
            number=25,
        )
        add(
            "paste as translation",
            self.tr("Paste as &translation"),
            "Ctrl+Alt+V",
            self.open_pasted_translation,
            menu=Menu.EDIT,
            number=26,
        )

    def open_pasted(self) -> None:
        """Opens the text in the clipboard."""
        file = self._kept()
        if file is not None:
            self._workspace.document.open(file)

    def open_pasted_translation(self) -> None:
        """Opens the text in the clipboard beside the document shown."""
        file = self._kept()
        if file is not None:
            self._workspace.document.open_translation(file)

    def _kept(self) -> Path | None:
        """The file of the text in the clipboard; without one a notice says so."""
        from datetime import datetime

        from desktop_app.opening.pasted import keep  # late: it needs the readers

        copied = _copied()
        html, text = (copied.html(), copied.text()) if copied is not None else ("", "")
        try:
            return keep(html, text, datetime.now())
        except UserError as error:
            self._workspace.show_notice(translated(error.message))
            return None


def _copied() -> QMimeData | None:
    """What is in the clipboard; None where a program took its offer back."""
    return QGuiApplication.clipboard().mimeData()
