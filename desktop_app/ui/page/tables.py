"""How much room the tables of rows take, without Qt; loaded only where a document has some."""

from desktop_app.resolution.model import Runs, words
from desktop_app.resolution.tables import texts

_A_LINE = 8
"""Bytes that take as much height as the line and the margins of an empty cell."""


def lengths(runs: Runs) -> list[int]:
    """For each row of a table the characters of a paragraph of about the same height."""
    return [
        min(len(row) * max(map(len, row)), 2 * sum(map(len, row)))
        for row in texts(words(runs))
    ]  # fmt: skip


def weight(runs: Runs) -> int:
    """The bytes of a paragraph that is at least as high as a table, in the narrowest window."""
    return sum(
        len(row) * (max(len(cell.encode("utf-8", "surrogatepass")) for cell in row) + _A_LINE)
        for row in texts(words(runs))
    )
