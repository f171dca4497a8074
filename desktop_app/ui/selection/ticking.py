"""The commands that tick clauses for the export."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.ui.widgets.actions import Menu

if TYPE_CHECKING:
    from desktop_app.ui.workspace import Workspace


class Ticking(QObject):
    """Ticks and unticks clauses, in the Edit menu."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.window)
        self._view = workspace.view
        add = partial(workspace.actions.add, menu=Menu.EDIT)
        add(
            "tick",
            self.tr("&Tick or untick selected"),
            "Ctrl+Return",
            self.tick_selected,
            number=40,
        )
        all_on, all_off = partial(self.tick_all, True), partial(self.tick_all, False)
        add("tick all", self.tr("Tick &all"), "Ctrl+Shift+A", all_on, number=41)
        add("untick all", self.tr("&Untick all"), "Ctrl+Shift+U", all_off, number=42)

    def tick_selected(self) -> None:
        """Ticks the clauses with selected text, or else the selected rows; unticks them if all are
        ticked."""
        model = self._view.bitext_model()
        nodes = [node for node in self._view.chosen_by_text() if node.row]
        nodes = nodes or self._view.selected_nodes()
        model.tick(nodes, not model.are_ticked(nodes))

    def tick_all(self, on: bool) -> None:
        """Ticks or unticks every clause."""
        model = self._view.bitext_model()
        model.tick([model.root], on)
