"""Moving through the page by keys, row by row and page by page, without skipping any text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.ui.page.tree import RowTree


def move(tree: RowTree, event: QKeyEvent) -> bool:
    """Handles Up, Down, Page Up, Page Down, Home and End; returns whether it was one of them."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return False
    match event.key():
        case Qt.Key.Key_Down:
            _row(tree, 1)
        case Qt.Key.Key_Up:
            _row(tree, -1)
        case Qt.Key.Key_PageDown:
            _page(tree, 1)
        case Qt.Key.Key_PageUp:
            _page(tree, -1)
        case Qt.Key.Key_Home:
            tree.scroll_to_end(-1)
            _take_outermost(tree, -1)
        case Qt.Key.Key_End:
            tree.scroll_to_end(1)
            _take_outermost(tree, 1)
        case _:
            return False
    return True


def _page(tree: RowTree, by: int) -> None:
    """Scrolls by a page less one line, so that reading can go on. The first row that begins in the
    upper half of the page becomes current, or the one that fills it."""
    moved = tree.scroll_by(by * _most(tree))
    if not moved:
        _take_outermost(tree, by)
        return
    rows = tree.visible_rows()
    half = tree.viewport().height() // 2
    begins = (row for row in rows if 0 <= tree.visualRect(row).top() < half)
    tree.make_current_in_place(next(begins, rows[0]))


def _take_outermost(tree: RowTree, by: int) -> None:
    """Makes the last row on the screen current, or with `by` below 0 the first."""
    rows = tree.visible_rows()
    if rows:
        tree.make_current_in_place(rows[-1 if by > 0 else 0])


def _row(tree: RowTree, by: int) -> None:
    """Moves to the next row, after scrolling through the rest of the current one. If the current
    row is off the screen, moves to the first or last row that is wholly on it."""
    current = tree.currentIndex()
    height = tree.viewport().height()
    top, bottom = tree.row_edges(current) if current.isValid() else (0, 0)
    if top >= height or bottom <= 0:
        rows = tree.visible_rows()[::by]
        whole = (row for row in rows if _is_whole(*tree.row_edges(row), height))
        if rows:
            tree.make_current_in_place(next(whole, rows[0]))
        return
    hidden = bottom - height if by > 0 else -top
    if hidden > 0 and tree.scroll_by(by * min(hidden, _most(tree))):
        return
    beside = _beside(tree, current, by)
    if not beside.isValid():
        return
    tree.make_current_in_place(beside)
    top, bottom = tree.row_edges(beside)
    if top < 0 or bottom > height:
        # Of a row higher than the page, the edge from which it is read.
        at_top = (bottom - top > height) == (by > 0)
        tree.scroll_by(top if at_top else bottom - height)


def _is_whole(top: int, bottom: int, height: int) -> bool:
    return top >= 0 and bottom <= height


def _most(tree: RowTree) -> int:
    """The height of a page less one line, in pixels."""
    line = tree.cells.typesetter.line_height
    return max(tree.viewport().height() - line, line)


def _beside(tree: RowTree, index: QModelIndex, by: int) -> QModelIndex:
    """The next visible row below or above."""
    first = index.siblingAtColumn(0)
    if by < 0:
        return tree.whole_row(tree.indexAbove(first))
    for _ in range(tree.rows_taken(first)):
        first = tree.indexBelow(first)
    return first
