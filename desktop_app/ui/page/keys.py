"""The keys that walk through the page, by row and by page, past nothing that was not seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.ui.page.view import BitextView


def walk(view: BitextView, event: QKeyEvent) -> bool:
    """Does what Up, Down, Page Up, Page Down, Home and End are for; whether it was one of these."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or view.row_delegate is None:
        return False
    match event.key():
        case Qt.Key.Key_Down:
            _row(view, 1)
        case Qt.Key.Key_Up:
            _row(view, -1)
        case Qt.Key.Key_PageDown:
            _page(view, 1)
        case Qt.Key.Key_PageUp:
            _page(view, -1)
        case Qt.Key.Key_Home:
            view.scroll_to_end(-1)
            _take_outermost(view, -1)
        case Qt.Key.Key_End:
            view.scroll_to_end(1)
            _take_outermost(view, 1)
        case _:
            return False
    return True


def _page(view: BitextView, by: int) -> None:
    """A page less a line, which is where reading goes on; the current row is then the first that
    begins in the upper half of the page, or the one that fills it."""
    moved = view.scroll_by(by * _most(view))
    if not moved:
        _take_outermost(view, by)
        return
    rows = view.visible_rows()
    half = view.viewport().height() // 2
    begins = (row for row in rows if 0 <= view.visualRect(row).top() < half)
    view.make_current_in_place(next(begins, rows[0]))


def _take_outermost(view: BitextView, by: int) -> None:
    """The first row of the page, or the last one."""
    rows = view.visible_rows()
    if rows:
        view.make_current_in_place(rows[-1 if by > 0 else 0])


def _row(view: BitextView, by: int) -> None:
    """The next row; but first the rest of the current one, if it reaches beyond the edge of the
    page. Where the page was scrolled away from the current row, the first or the last that is
    whole on it."""
    current = view.currentIndex()
    height = view.viewport().height()
    top, bottom = view.edges(current) if current.isValid() else (0, 0)
    if top >= height or bottom <= 0:
        rows = view.visible_rows()[::by]
        whole = (row for row in rows if _is_whole(*view.edges(row), height))
        if rows:
            view.make_current_in_place(next(whole, rows[0]))
        return
    hidden = bottom - height if by > 0 else -top
    if hidden > 0 and view.scroll_by(by * min(hidden, _most(view))):
        return
    beside = _beside(view, current, by)
    if not beside.isValid():
        return
    view.make_current_in_place(beside)
    top, bottom = view.edges(beside)
    if top < 0 or bottom > height:
        # Of one that is higher than the page, the edge at which it is read first.
        at_top = (bottom - top > height) == (by > 0)
        view.scroll_by(top if at_top else bottom - height)


def _is_whole(top: int, bottom: int, height: int) -> bool:
    return top >= 0 and bottom <= height


def _most(view: BitextView) -> int:
    """The pixels of a page less a line."""
    assert view.row_delegate is not None, "asked of a page without a document"
    line = view.row_delegate.typesetter.line_height
    return max(view.viewport().height() - line, line)


def _beside(view: BitextView, index: QModelIndex, by: int) -> QModelIndex:
    """The row below or above, unfolded ones only."""
    first = index.siblingAtColumn(0)
    if by < 0:
        return view.whole_row(view.indexAbove(first))
    for _ in range(view.rows_taken(first)):
        first = view.indexBelow(first)
    return first
