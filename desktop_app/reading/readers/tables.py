"""Tables of every format that has cells with paragraphs in them: tables of the text, and those that
only lay out a page, which are paragraphs."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from desktop_app.reading.blocks import Block, BlockKind, paragraphs_of
from desktop_app.reading.readers.setting import as_heading
from desktop_app.resolution import tables
from desktop_app.resolution.model import Run, Runs, words

Cell = list[Block]
WIDEST = 63
"""Columns that a cell can take up at most: Word's tables have no more."""
_MASTHEAD = 12
"""Rows at most of a table that holds the masthead."""
GAP: Cell = []
"""Stands in each further row and column that a cell takes up."""
_MOST_GAPS, _GAPS_OF_A_CELL = 10_000, 4
"""Cells that may be missing in the rows of a table, and as many more for each that is there."""


class Row(NamedTuple):
    """A row; `is_heading` says that the file has it as one of the headings of the columns."""

    cells: list[Cell]
    is_heading: bool = False


def as_table(rows: Sequence[Row], as_set: bool = False) -> list[Block]:
    """The block of a table of the text, none for one without words. What is mostly gaps is no
    table: its rows are paragraphs. `as_set` says that emphasis in headings is none of their
    usual setting."""
    rows = [row for row in rows if row.cells]
    columns = max((len(row.cells) for row in rows), default=0)
    cells = sum(cell is not GAP for row in rows for cell in row.cells)
    lines = ([*_cells(row, as_set)] for row in rows)
    if columns * len(rows) - cells > most_gaps(cells):
        blocks = (Block(BlockKind.TABLE, tables.of_rows([line])) for line in lines)
        return [paragraph for block in blocks for paragraph in paragraphs_of(block)]
    headings = next((at for at, row in enumerate(rows) if not row.is_heading), len(rows))
    block = Block(BlockKind.TABLE, tables.of_rows(lines), headings=headings)
    return [] if is_empty([block]) else [block]


def most_gaps(cells: int) -> int:
    """How many gaps a table may have with so many cells."""
    return _MOST_GAPS + _GAPS_OF_A_CELL * cells


def as_paragraphs(rows: Sequence[Row]) -> list[Block]:
    """The paragraphs of all cells in reading order."""
    return [block for row in rows for cell in row.cells for block in cell]


def lays_out(rows: Sequence[Row], is_first: bool) -> bool:
    """Whether a table only says where things stand: one with words in a single column, or the
    masthead, with which a document begins (`is_first`)."""
    filled = {at for row in rows for at, cell in enumerate(row.cells) if cell}
    if len(filled) <= 1:
        return True
    return is_first and len(rows) <= _MASTHEAD


def in_note(blocks: Sequence[Block]) -> Iterator[Runs]:
    """The paragraphs of a note with their numbers: a row of a table is one."""
    for block in blocks:
        if block.kind is BlockKind.TABLE:
            yield from (paragraph.runs for paragraph in paragraphs_of(block))
        else:
            yield _with_number(block)


def is_empty(blocks: Sequence[Block]) -> bool:
    """Whether no block has words."""
    return not any(words(block.runs).strip() for block in blocks)


def _cells(row: Row, as_set: bool) -> Iterator[Runs]:
    for cell in row.cells:
        runs = _runs(cell) if cell else ()
        yield as_heading(runs) if row.is_heading and not as_set else runs


def _runs(cell: Cell) -> Runs:
    """The words of a cell, a line break between its paragraphs."""
    out: list[Run] = []
    for index, block in enumerate(cell):
        out += [Run("\n")] if index else []
        out += _with_number(block)
    return tuple(out)


def _with_number(block: Block) -> Runs:
    """The words of a block behind its number."""
    numbered = block.number and block.kind is BlockKind.ITEM
    return (Run(f"{block.number} "), *block.runs) if numbered else block.runs
