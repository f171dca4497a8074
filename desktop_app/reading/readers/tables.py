"""Tables as text, for every format that has cells: the rows of most as a line each, those that only
lay out a page as paragraphs."""

from collections.abc import Sequence

from desktop_app.reading.blocks import Block, BlockKind
from desktop_app.resolution.model import Run, Runs, words

Cell = list[Block]
Row = list[Cell]
_MASTHEAD = 12
"""Rows at most of a table that holds the masthead."""


def flattened(rows: Sequence[Row]) -> list[Block]:
    """A block for each row, tabs between its cells: what Markdown makes of a table."""
    out = [_line(row) for row in rows]
    return [block for block in out if block.text.strip()]


def as_paragraphs(rows: Sequence[Row]) -> list[Block]:
    """The paragraphs of all cells in reading order."""
    return [block for row in rows for cell in row for block in cell]


def lays_out(rows: Sequence[Row], is_first: bool) -> bool:
    """Whether a table only says where things stand: one of a single column, or the masthead, with
    which a document begins (`is_first`)."""
    if all(len(row) <= 1 for row in rows):
        return True
    return is_first and len(rows) <= _MASTHEAD


def with_number(block: Block) -> Runs:
    """The words of a block behind its number."""
    numbered = block.number and block.kind is BlockKind.ITEM
    return (Run(f"{block.number} "), *block.runs) if numbered else block.runs


def _line(row: Row) -> Block:
    cells = [_joined([with_number(block) for block in cell], "\n") for cell in row]
    return Block(BlockKind.PARAGRAPH, _joined(cells, "\t"))


def _joined(pieces: Sequence[Runs], between: str) -> Runs:
    out: list[Run] = []
    for index, piece in enumerate(pieces):
        out += [Run(between), *piece] if index else piece
    return tuple(out)


def is_empty(blocks: Sequence[Block]) -> bool:
    """Whether no block has words."""
    return not any(words(block.runs).strip() for block in blocks)
