"""Sets the tables of cells: as tables of Qt with thin rules between the rows; without the room for
one as lines, each cell below the one before.

Qt knows no tables from right to left: there the columns are set in reverse.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)

from desktop_app.common.columns import shared
from desktop_app.grammar.scripts import UNSPACED
from desktop_app.resolution.model import Run, Runs, Style, words
from desktop_app.resolution.tables import BREAK, rows
from desktop_app.ui.page.ink import brush
from desktop_app.ui.widgets.theme import SPACE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QTextCursor, QTextTable

    from desktop_app.resolution.tables import Rows
    from desktop_app.ui.page.nodes import Paragraph
    from desktop_app.ui.widgets.theme import Theme

    Insert = Callable[[QTextCursor, Runs, bool, float], None]
    """Writes runs at a cursor, bold if they stand at the head of a table, and in letters of that
    share of the size of other texts."""

_MOST = 4_000
"""Cells: a longer table is set as lines, for it takes longer than a person waits."""
_TRIES = ((5 * SPACE, 1.0), (2 * SPACE, 1.0), (2 * SPACE, 0.85))
"""How far two columns are apart, and the size of letters as a share of that of other texts: what is
tried until there is room."""
_SPARE = 3
"""Pixels by which a word may turn out wider than it is measured."""
_WIDEST_WORD = 12
"""Ems: longer words, which are addresses, are broken."""
_LONGEST = 3
"""Words of a cell that are measured: those with the most letters."""
_NUMBER = re.compile(r"[\d\s.,٫٬%+−–—()/-]*\d[\d\s.,٫٬%+−–—()/-]*|[-–—.]+")
_WORD = re.compile(rf"[{UNSPACED}]|[^\s{UNSPACED}]+")
_LINES = str.maketrans({"\t": "\u2003", "\n": "\u2029"})
"""What stands between the cells and the rows of a long table: a wide space, and for Qt the end of a
paragraph."""


class Setting(NamedTuple):
    """How a table is set: the format of its paragraphs, its font, width and direction;
    `in_new_block`: the cursor stands in an empty paragraph that is for the table."""

    block: QTextBlockFormat
    font: QFont
    width: float
    runs_left: bool
    theme: Theme
    in_new_block: bool


class Widths(NamedTuple):
    """The widths of the columns of a table, how far they are apart, and the size of letters as a
    share of that of other texts."""

    columns: list[float]
    apart: float
    size: float


class Placed(NamedTuple):
    """Where the cells of a table start, in reading order, or the first of those that stand one
    behind the other; `as_table`: it was set as one, and behind it there is an empty paragraph for
    what follows."""

    cells: list[int]
    as_table: bool


def set_table(
    cursor: QTextCursor, paragraph: Paragraph, setting: Setting, insert: Insert
) -> Placed:
    """Puts a table at the end of a document."""
    text = words(paragraph.runs)
    if text.count("\t") + text.count("\n") >= _MOST:
        return Placed([_set_long(cursor, paragraph.runs, setting, insert)], False)
    cells = rows(paragraph.runs)
    headings = paragraph.table.headings if paragraph.table else 0
    widths = _widths(cells, headings, setting)
    if widths is None:
        return Placed(_set_lines(cursor, cells, headings, setting, insert), False)
    table = cursor.insertTable(len(cells), len(cells[0]), _format(setting, widths))
    starts = _fill(table, cells, headings, setting, insert, widths)
    cursor.movePosition(cursor.MoveOperation.End)
    return Placed(starts, True)


def _fill(
    table: QTextTable, cells: Rows, headings: int, setting: Setting, insert: Insert, widths: Widths
) -> list[int]:
    plain, right = QTextBlockFormat(setting.block), QTextBlockFormat(setting.block)
    for block in (plain, right):
        block.setTopMargin(0)
    plain.setAlignment(Qt.AlignmentFlag.AlignLeading)
    right.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    numeric = _numeric(cells, headings)
    last = len(numeric) - 1
    for number, row in enumerate(cells):
        form = _cell(setting.theme, number, len(cells), strong=number == headings - 1)
        for column, runs in enumerate(row):
            place = last - column if setting.runs_left else column
            cell = table.cellAt(number, place)
            form.setRightPadding(0 if place == last else widths.apart)
            cell.setFormat(form)
            at = cell.firstCursorPosition()
            at.setBlockFormat(right if numeric[column] else plain)
            insert(at, runs, number < headings, widths.size)
    # Only now, for every word moves what stands behind it.
    columns = range(last, -1, -1) if setting.runs_left else range(last + 1)
    return [
        table.cellAt(number, place).firstPosition()
        for number in range(len(cells))
        for place in columns
    ]


def _set_long(cursor: QTextCursor, runs: Runs, setting: Setting, insert: Insert) -> int:
    """Sets a very long table as a paragraph a row; gives where it starts."""
    if setting.in_new_block:
        cursor.setBlockFormat(setting.block)
    else:
        cursor.insertBlock(setting.block)
    start = cursor.position()
    plain = (
        run if run.style is Style.MARK else run._replace(text=run.text.translate(_LINES))
        for run in runs
    )
    insert(cursor, tuple(plain), False, 1)
    return start


def _set_lines(
    cursor: QTextCursor,
    cells: Rows,
    headings: int,
    setting: Setting,
    insert: Insert,
) -> list[int]:
    """Sets a table as a paragraph a row, and in it a line a cell."""
    starts: list[int] = []
    block = QTextBlockFormat(setting.block)
    for number, row in enumerate(cells):
        if number or not setting.in_new_block:
            cursor.insertBlock(block)
        else:
            cursor.setBlockFormat(block)
        block.setTopMargin(SPACE)
        for place, runs in enumerate(row):
            if place:
                insert(cursor, (Run(BREAK),), False, 1)
            starts.append(cursor.position())
            insert(cursor, runs, number < headings, 1)
    return starts


def _format(setting: Setting, widths: Widths) -> QTextTableFormat:
    form = QTextTableFormat()
    columns = widths.columns[::-1] if setting.runs_left else widths.columns
    padded = [*(width + widths.apart for width in columns[:-1]), columns[-1]]
    fixed = QTextLength.Type.FixedLength
    form.setColumnWidthConstraints([QTextLength(fixed, width) for width in padded])
    form.setBorder(0)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
    form.setBorderCollapse(True)
    form.setCellSpacing(0)
    form.setCellPadding(0)
    form.setTopMargin(setting.block.topMargin())
    if setting.runs_left:
        form.setAlignment(Qt.AlignmentFlag.AlignRight)
    return form


def _cell(theme: Theme, row: int, rows: int, *, strong: bool) -> QTextTableCellFormat:
    """The format of a cell: its margins, and the rule below it, none below the last row. The first
    row stands as high as a line of any text."""
    form = QTextTableCellFormat()
    form.setTopPadding(SPACE / 2 if row else 0)
    form.setBottomPadding(SPACE / 2 if row < rows - 1 else 0)
    if row < rows - 1:
        form.setBottomBorder(1)
        form.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setBottomBorderBrush(brush(theme.muted if strong else theme.rule))
    return form


def _widths(cells: Rows, headings: int, setting: Setting) -> Widths | None:
    """The widths of the columns: as wide as their cells, and with less room in proportion to what
    each of them lacks; None if their longest words have no room."""
    columns = [_needed(column, headings, setting.font) for column in zip(*cells, strict=True)]
    for apart, size in _TRIES:
        room = setting.width - apart * (len(columns) - 1)
        widths = shared([(w * size + _SPARE, line * size + _SPARE) for w, line in columns], room)
        if widths:
            return Widths(widths, apart, size)
    return None


def _needed(column: Sequence[Runs], headings: int, font: QFont) -> tuple[float, float]:
    """How wide the longest word of a column is, and its longest line."""
    bold = QFont(font)
    bold.setBold(True)
    advances = [QFontMetricsF(each).horizontalAdvance for each in (font, bold)]
    word = line = 0.0
    for number, runs in enumerate(column):
        advance = advances[number < headings or _has_emphasis(runs)]
        text = "".join(run.text for run in runs)
        line = max(line, *map(advance, text.split(BREAK)))
        word = max(word, *map(advance, sorted(_WORD.findall(text), key=len)[-_LONGEST:]), 0.0)
    word = min(word, _WIDEST_WORD * advances[0]("n"))
    return word, max(line, word)


def _has_emphasis(runs: Runs) -> bool:
    return any(run.style is Style.EMPHASIS for run in runs)


def _numeric(cells: Rows, headings: int) -> list[bool]:
    """For each column whether it holds numbers and nothing else below its heading."""
    body = cells[headings:]
    columns = [[words(row[place]).strip() for row in body] for place in range(len(cells[0]))]
    return [
        any(column) and all(_NUMBER.fullmatch(text) for text in column if text)
        for column in columns
    ]
