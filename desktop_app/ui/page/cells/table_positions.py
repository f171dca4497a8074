"""Positions in the words of a table and in its laid-out cells.

`cells` are the positions at which the cells start, in reading order; the first alone for cells that
stand one behind the other. One character stands between
two cells in the words, and between two that are beside each other in the document.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QTextDocument


def position_in_table(document: QTextDocument, cells: Sequence[int], offset: int) -> int:
    """The position of an offset in the laid-out words."""
    if _in_order(cells):
        return cells[0] + offset
    offsets = _offsets(document, cells)
    cell = bisect_right(offsets, offset) - 1
    return cells[cell] + offset - offsets[cell]


def offset_in_table(document: QTextDocument, cells: Sequence[int], position: int) -> int:
    """The offset in the laid-out words of a position."""
    if _in_order(cells):
        return max(position - cells[0], 0)
    order = sorted(range(len(cells)), key=cells.__getitem__)
    found = max(bisect_right(order, position, key=cells.__getitem__) - 1, 0)
    cell = order[found]
    end = cells[order[found + 1]] - 1 if found + 1 < len(order) else position
    return _offsets(document, cells)[cell] + min(max(position, cells[cell]), end) - cells[cell]


def _in_order(cells: Sequence[int]) -> bool:
    return len(cells) < 2 or cells[0] < cells[1]


def _offsets(document: QTextDocument, cells: Sequence[int]) -> list[int]:
    """Where the cells start in the laid-out words."""
    order = sorted(cells)
    last = document.findBlock(order[-1])
    ends = dict(pairwise([*order, last.position() + last.length()]))
    return [0, *accumulate(ends[start] - start for start in cells)][:-1]
