"""Tables: which of them are tables, and which a converter made of a page's lay-out."""

from collections.abc import Iterator, Sequence

from desktop_app.grammar.characters import ENDS_A_PARAGRAPH, last_sign
from desktop_app.grammar.grammar import Grammar
from desktop_app.reading.blocks import Block, BlockKind
from desktop_app.reading.structure.clauses import OpenClause
from desktop_app.reading.structure.enacting import Enacting, enacting_at, find_enacting
from desktop_app.reading.structure.lines import Field, closing_field
from desktop_app.reading.structure.numbering import printed_number
from desktop_app.reading.structure.sub_paragraphs import starts_with_mark
from desktop_app.resolution import runs as styled
from desktop_app.resolution import tables
from desktop_app.resolution.model import Table, words

_MOST = 200
"""Rows: a table of more is no lay-out."""


def paragraphs_of(block: Block) -> Iterator[Block]:
    """The rows of a table as paragraphs, a tab between two cells; empty ones are left out."""
    for row in tables.rows(block.runs):
        runs = styled.strip(styled.join(row, lambda left, right: "\t"))
        if runs:
            yield Block(BlockKind.PARAGRAPH, runs)


def without_layout(blocks: Sequence[Block], rules: Grammar) -> list[Block]:
    """The blocks with paragraphs in place of the tables that lay out a page: those of the masthead,
    of the closing, and around the text itself."""
    if not any(block.kind is BlockKind.TABLE for block in blocks):
        return [*blocks]
    out: list[Block] = []
    for block in blocks:
        is_layout = block.kind is BlockKind.TABLE and _is_layout(block, rules)
        out += paragraphs_of(block) if is_layout else [block]
    start = find_enacting(out, rules)
    return [*_masthead(out, start), *out[start.place :]] if start else out


def table_of(block: Block) -> Table | None:
    """The table that a block is, None if it is none."""
    return Table(block.headings) if block.kind is BlockKind.TABLE else None


def add_table(block: Block, clauses: list[OpenClause]) -> None:
    """Puts a table below the paragraph that it follows."""
    table = OpenClause("", "", block.runs, table=table_of(block))
    if not clauses or clauses[-1].table:
        clauses.append(table)
        return
    above = clauses[-1]
    while last := above.last:
        above = last
    above.children.append(table)


def _masthead(blocks: Sequence[Block], start: Enacting) -> Iterator[Block]:
    for block in blocks[: start.place]:
        if block.kind is BlockKind.TABLE:
            yield from paragraphs_of(block)
        else:
            yield block


def _is_layout(block: Block, rules: Grammar) -> bool:
    rows = [[cell for cell in row if cell] for row in tables.rows(block.runs)]
    if len(rows) > _MOST:
        return False
    lines = [*paragraphs_of(block)]
    if any(enacting_at(lines, place, rules) for place in range(len(lines))):
        return True
    cells = [words(cell) for row in rows for cell in row]
    if all(closing_field(cell, rules) is not Field.OTHER for cell in cells):
        return True
    return all(_is_clause(row, rules) for row in lines)


def _is_clause(row: Block, rules: Grammar) -> bool:
    """Whether a row is a number or a mark, and a paragraph beside it."""
    marked = printed_number(row, rules)[0] or starts_with_mark(row.text, rules)
    return bool(marked) and last_sign(row.text) in ENDS_A_PARAGRAPH
