"""Pages with words and lines where a test wants them, read to blocks."""

from collections.abc import Sequence

from desktop_app.reading.blocks import Block, BlockKind
from desktop_app.reading.readers.pdf import opened
from tests.support.pdf.bare import pdf

TEXT = "a line of running text that goes through the whole of the column and a little more"


def word(text: str, x: float, y: float, size: float = 10) -> str:
    """What draws words at a place."""
    escaped = text.replace("(", "\\(").replace(")", "\\)")
    return f"BT /F {size} Tf {x} {y} Td ({escaped}) Tj ET"


def rows(cells: Sequence[Sequence[str]], xs: Sequence[float], top: float = 700) -> list[str]:
    """Words in columns that begin at these places."""
    return [
        word(text, x, top - 16 * at)
        for at, row in enumerate(cells)
        for text, x in zip(row, xs, strict=True)
        if text
    ]


def read(*pages: Sequence[str]) -> tuple[Block, ...]:
    """The blocks of pages, each with a line of text above what is drawn."""
    data = pdf(["\n".join([word(TEXT, 70, 760), *drawn]) for drawn in pages])
    return opened.read(data, lambda count: None).blocks


def tables_of(blocks: Sequence[Block]) -> list[tuple[int, list[list[str]]]]:
    """The headings and the cells of the tables among blocks."""
    return [
        (block.headings, [row.split("\t") for row in block.text.split("\n")])
        for block in blocks
        if block.kind is BlockKind.TABLE
    ]


def letters(blocks: Sequence[Block]) -> list[str]:
    """All characters of blocks but for white space, in any order."""
    return sorted("".join("".join(block.text.split()) for block in blocks))
