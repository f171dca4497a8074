"""Where the clauses of a text stand in its file: the rows of a file that sets two languages side by
side."""

from collections.abc import Sequence

from desktop_app.reading.blocks import Block, BlockKind, Stretch, unraised
from desktop_app.reading.printed import places
from desktop_app.resolution.bitext import FileRows
from desktop_app.resolution.model import Resolution


def file_rows(resolution: Resolution, blocks: Sequence[Block], rows: Sequence[int]) -> FileRows:
    """The rows of the clauses of a resolution that was made of these blocks, each in its row; a
    clause whose words are not found has none. They are found as places on pages are."""
    stretches = [
        Stretch(unraised(block.runs), row)
        for block, row in zip(blocks, rows, strict=False)
        if block.kind is not BlockKind.NOTE
    ]
    out: dict[str, tuple[int, int]] = {}
    for id, row, _ in places(resolution, stretches):
        first, last = out.get(id, (row, row))
        out[id] = min(first, row), max(last, row)
    return out
