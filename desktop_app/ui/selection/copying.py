"""Copying in the window: the selected words, or else the selected rows, to the clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtWidgets import QApplication

from desktop_app.export.shared.clipboard import quoted, table
from desktop_app.ui.selection import rules

if TYPE_CHECKING:
    from desktop_app.export.shared.clipboard import Copied, Passage
    from desktop_app.ui.page.model import BitextModel
    from desktop_app.ui.page.nodes import Node
    from desktop_app.ui.page.view import BitextView


def copy(view: BitextView, cited: bool = False) -> str:
    """Copies the selected words as they are shown, or the text of the selected rows in the
    language of the last click; `cited` with what they are quoted from. Returns what was done."""
    model = view.bitext_model()
    if model is None:
        return ""
    chosen = view.selecting.chosen
    side = chosen.side if chosen else view.selecting.side
    passages = rules.passages(model, chosen) if chosen else []
    if chosen is None:
        side, passages = _of_rows(view, model, side)
    if not passages:
        return _tr("No text is selected")
    _put(quoted(model.sides()[side], passages, cited))
    return _tr("Copied with citation") if cited else _tr("Copied")


def copy_both(view: BitextView) -> str:
    """Copies the rows that the selected words are in, or the selected rows, in both languages.
    Returns what was done."""
    model = view.bitext_model()
    if model is None:
        return ""
    rows = rules.whole(model, chosen_rows(view, model), model.sides())
    if not rows:
        return _tr("No text is selected")
    _put(table(model.sides(), [[[found.runs for found in cell] for cell in row] for row in rows]))
    if len(rows) == 1:
        return _tr("Copied 1 row in both languages")
    return _tr("Copied %1 rows in both languages").replace("%1", str(len(rows)))


def chosen_rows(view: BitextView, model: BitextModel) -> list[Node]:
    """The rows that the selected words are in, or the selected rows."""
    return view.selecting.chosen_nodes() or _selected_rows(view, model)


def _of_rows(view: BitextView, model: BitextModel, side: int) -> tuple[int, list[Passage]]:
    """The text of the selected rows on one side, or if they have none there, on the other."""
    rows = rules.whole(model, _selected_rows(view, model), model.sides())
    for column in (side, 1 - side):
        found = [passage for row in rows for cell in row[column : column + 1] for passage in cell]
        if found:
            return column, found
    return side, []


def _selected_rows(view: BitextView, model: BitextModel) -> list[Node]:
    chosen = [model.node(index) for index in view.selectionModel().selectedRows()]
    return rules.rows_of(
        chosen, lambda node: bool(node.children) and not view.isExpanded(model.index_of(node))
    )


def _put(copied: Copied) -> None:
    data = QMimeData()
    data.setText(copied.plain)
    data.setHtml(copied.html)
    QApplication.clipboard().setMimeData(data)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Copying", text)
