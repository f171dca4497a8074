"""Commands that open files, and the menu of recent documents."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu

from desktop_app.ui.language.phrases import translated
from desktop_app.ui.settings.session import missing_file
from desktop_app.ui.widgets.actions import Menu
from desktop_app.ui.widgets.plain_text import tooltip

if TYPE_CHECKING:
    from desktop_app.ui.settings.kept_places import Pair
    from desktop_app.ui.workspace import Workspace


class Files(QObject):
    """Open, Open translation and Open recent, in the File menu and the tool row."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.window)
        self._workspace = workspace
        self._window = workspace.window
        self._document = workspace.document
        actions = workspace.actions
        add = partial(actions.add, menu=Menu.FILE)
        file = add("open", self.tr("&Open…"), "Ctrl+O", self.ask_file, number=10)
        add(
            "open translation",
            self.tr("Open &translation…"),
            "Ctrl+T",
            self.ask_translation,
            number=11,
        )
        self.recent = QMenu(self.tr("Open &recent"), self._window)
        self.recent.aboutToShow.connect(self.fill_recent)
        actions.add_menu(Menu.FILE, 12, self.recent)
        add("quit", self.tr("&Quit"), "Ctrl+Q", self._window.close, number=30)
        words = self.tr("Open")
        file.setToolTip(f"{words} ({file.shortcut().toString()})")
        actions.add_tool(10, file, words, "open")

    def _kinds(self) -> str:
        # Late: the readers, and markdown-it with them, take the start 60 ms.
        from desktop_app.reading.readers.registry import dialog_filter

        return translated(dialog_filter())

    def ask_file(self) -> None:
        """Asks for a document and opens it."""
        path, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open a resolution"), "", self._kinds()
        )
        if path:
            self._document.open(Path(path))

    def ask_translation(self) -> None:
        """Asks for a translation and opens it beside the document."""
        path, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open a translation"), "", self._kinds()
        )
        if path:
            self._document.open_translation(Path(path))

    # Recent documents

    def fill_recent(self) -> None:
        """Lists the recent documents, and at the end the bundled one."""
        self.recent.clear()
        for number, pair in enumerate(self._workspace.session.preferences.recent, start=1):
            action = QAction(_recent_name(number, pair), self.recent)
            action.setToolTip(tooltip("\n".join(filter(None, pair))))
            action.triggered.connect(partial(self.open_recent, pair))
            self.recent.addAction(action)
        if self.recent.actions():
            self.recent.addSeparator()
        bundled = QAction(self.tr("&A/RES/75/58, the bundled resolution"), self.recent)
        bundled.triggered.connect(lambda: self._document.open_bundled())
        self.recent.addAction(bundled)

    def open_recent(self, pair: Pair, checked: bool = False) -> None:
        """Opens a recent document. If a file is missing, shows so and removes the entry."""
        missing = missing_file(pair)
        if not missing:
            self._document.open(Path(pair[0]), Path(pair[1]) if pair[1] else None)
            return
        self._workspace.session.forget(pair)
        message = self.tr("%1 is not there any more, so it was taken off the list.")
        self._workspace.show_notice(message.replace("%1", missing))


def _recent_name(number: int, pair: Pair) -> str:
    """An entry of the list: "&1  resolution.zh.md + resolution.en.md"."""
    files = " + ".join(Path(path).name for path in pair if path).replace("&", "&&")
    return f"&{number % 10}  {files}"
