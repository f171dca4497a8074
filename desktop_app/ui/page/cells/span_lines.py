"""Where words are in the viewport."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.ui.page.cells.text_positions import first_line_rect

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF

    from desktop_app.ui.page.cells.spans import CellSpan
    from desktop_app.ui.page.tree import RowTree


def line_of(view: RowTree, span: CellSpan) -> QRectF | None:
    """The first line of words in the viewport, None if their cell is empty; the rows above them are
    unfolded."""
    cells = view.cells
    node, column = cells.model.nodes()[span.node], span.side + 1
    view.unfold_above(node)
    view.settle()
    document = cells.document(node, column)
    if document is None:
        return None
    cell = view.visualRect(cells.model.index_of(node, cells.layout.host(column)))
    line = first_line_rect(document, cells.span_cursor(document, node, span))
    line.translate(cells.text_corner(node, column, cell))
    return line
