"""Copies the selected words, or else the selected rows, to the clipboard."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import QApplication

from desktop_app.export.shared.clipboard import quoted, table
from desktop_app.resolution.tables import in_one_cell
from desktop_app.ui.selection import rules
from desktop_app.ui.selection.selecting import Selecting
from desktop_app.ui.widgets.actions import Menu

if TYPE_CHECKING:
    from desktop_app.export.shared.clipboard import Copied, Passage
    from desktop_app.resolution.model import Runs
    from desktop_app.ui.page.nodes import Node
    from desktop_app.ui.page.view import BitextView
    from desktop_app.ui.workspace import Workspace


class Copying(QObject):
    """The commands that copy; each shows in the status what it did."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.window)
        self._document = workspace.document
        self._view = workspace.view
        self._selecting = workspace.feature(Selecting)
        self._show_status = workspace.status.emit
        add = partial(workspace.actions.add, menu=Menu.EDIT)
        add("copy", self.tr("&Copy"), "Ctrl+C", self.copy, number=20)
        cited = partial(self.copy, cited=True)
        add("copy cited", self.tr("Copy with c&itation"), "Ctrl+Shift+C", cited, number=21)
        name = self.tr("Copy &both languages")
        self._both = add("copy both", name, "Ctrl+B", self.copy_both, number=22)
        workspace.document.shown.connect(self._allow)
        self._allow()

    def _allow(self) -> None:
        self._both.setEnabled(self._document.has_translation)

    def copy(self, cited: bool = False) -> None:
        """Copies the selected words as shown, or else the selected rows in the language of the
        last click; with `cited`, with their citation."""
        model, chosen = self._view.bitext_model(), self._selecting.chosen
        side = chosen.side if chosen else self._selecting.side
        passages = rules.passages(model, chosen) if chosen else []
        if chosen is None:
            side, passages = self._of_rows(side)
        if not passages:
            self._show_status(self.tr("No text is selected"))
            return
        _put(quoted(model.sides()[side], passages, cited))
        self._show_status(self.tr("Copied with citation") if cited else self.tr("Copied"))

    def copy_both(self) -> None:
        """Copies the rows of the selected words, or the selected rows, in both languages; a third
        one is not among them."""
        model = self._view.bitext_model()
        sides = model.sides()[:2]
        rows = rules.whole(model, chosen_rows(self._view), sides)
        if not rows:
            self._show_status(self.tr("No text is selected"))
            return
        cells = [[[_in_a_cell(passage) for passage in cell] for cell in row] for row in rows]
        _put(table(sides, cells))
        if len(rows) == 1:
            self._show_status(self.tr("Copied 1 row in both languages"))
        else:
            message = self.tr("Copied %1 rows in both languages")
            self._show_status(message.replace("%1", str(len(rows))))

    def _of_rows(self, side: int) -> tuple[int, list[Passage]]:
        """The side and text of the selected rows: on one side, or another if that has none."""
        model = self._view.bitext_model()
        rows = rules.whole(model, _selected_rows(self._view), model.sides())
        for column in dict.fromkeys((side, 0, 1)):
            passages = [
                passage for row in rows for cell in row[column : column + 1] for passage in cell
            ]
            if passages:
                return column, passages
        return side, []


def _in_a_cell(passage: Passage) -> Runs:
    return in_one_cell(passage.runs) if passage.table else passage.runs


def chosen_rows(view: BitextView) -> list[Node]:
    """The rows of the selected words, or the selected rows."""
    return view.chosen_by_text() or _selected_rows(view)


def _selected_rows(view: BitextView) -> list[Node]:
    return rules.rows_of(view.selected_nodes(), view.is_folded)


def _put(copied: Copied) -> None:
    data = QMimeData()
    data.setText(copied.plain)
    data.setHtml(copied.html)
    QApplication.clipboard().setMimeData(data)
