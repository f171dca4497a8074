"""A table that was found on a page: its rows of cells with their characters."""

from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.reading.readers.pdf.lines.rows import Row

Cell = list[Row]
"""The rows of characters in a cell, the uppermost first."""


class Found(NamedTuple):
    """A table between two heights of its page, its cells row by row; `edges` are where its columns
    begin, by which it goes on on the next page."""

    top: float
    bottom: float
    cells: Sequence[Sequence[Cell]]
    edges: tuple[float, ...]


class Place(NamedTuple):
    """The place of a line in a table: the number of the table on its page, row and column, how many
    columns there are, and where they begin."""

    table: int
    row: int
    column: int
    edges: tuple[float, ...]
