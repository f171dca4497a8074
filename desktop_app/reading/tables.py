"""Tables: which of them are tables, and which a converter made of a page's lay-out."""

import re
from collections.abc import Iterator, Sequence

from desktop_app.grammar.characters import ENDS_A_PARAGRAPH, last_sign
from desktop_app.grammar.grammar import Grammar
from desktop_app.reading.blocks import Block, BlockKind, paragraphs_of
from desktop_app.reading.structure.clauses import OpenClause
from desktop_app.reading.structure.enacting import Enacting, enacting_at, find_enacting
from desktop_app.reading.structure.headings import is_annex, is_numbered_heading
from desktop_app.reading.structure.lines import Field, closing_field
from desktop_app.reading.structure.numbering import printed_number
from desktop_app.reading.structure.sub_paragraphs import starts_with_mark
from desktop_app.resolution import runs as styled
from desktop_app.resolution import tables
from desktop_app.resolution.model import Runs, Table, words

_NUMBER = re.compile(r"[-−+]?\d[\d\s.,٫٬]*%?")
_FEWEST = 3
"""Lines that a table has at least which only tabs tell."""
_MOST = 200
"""Rows: a table of more is no lay-out."""


def without_layout(blocks: Sequence[Block], rules: Grammar) -> list[Block]:
    """The blocks with paragraphs in place of the tables that lay out a page: those of the masthead,
    of the closing, and around the text itself."""
    if not any(block.kind is BlockKind.TABLE for block in blocks):
        return [*blocks]
    out: list[Block] = []
    for block in blocks:
        is_layout = block.kind is BlockKind.TABLE and _is_layout(block, rules)
        out += _laid_out(block, rules) if is_layout else [block]
    start = find_enacting(out, rules)
    return [*_masthead(out, start), *out[start.place :]] if start else out


def _laid_out(block: Block, rules: Grammar) -> Iterator[Block]:
    """The paragraphs that a table lays out: a row is one, with its sub-paragraphs one each."""
    for row in paragraphs_of(block):
        pieces: list[list[Runs]] = []
        for line in styled.lines(row.runs):
            if pieces and not starts_with_mark(words(line), rules):
                pieces[-1].append(line)
            else:
                pieces.append([line])
        for piece in pieces:
            yield row.having(styled.join(piece, lambda left, right: "\n"))


def with_tabs_read(blocks: Sequence[Block], rules: Grammar) -> list[Block]:
    """The blocks with tables for the lines with tabs in annexes, as Word copies its tables.

    Three lines at least must have cells, and as many of them but for empty ones at their ends; none
    may be a paragraph, a heading or a number with its paragraph. Of two cells the second must be a
    number: else it is the text of an item of a list, with any sign before it.
    """
    first = next((at for at, block in enumerate(blocks) if is_annex(block.text, rules)), None)
    if first is None or not any("\t" in block.text for block in blocks[first:]):
        return [*blocks]
    out = [*blocks[:first]]
    found: list[tuple[Block, list[Runs]]] = []  # blocks whose lines all have cells
    for block in (*blocks[first:], None):
        lines = _lines_with_cells(block, rules) if block else []
        if block and lines and (not found or _go_on(found[0][1][0], lines)):
            found.append((block, lines))
            continue
        out += _as_table(found)
        found = [(block, lines)] if block and lines else []
        if block and not lines:
            out.append(block)
    return out


def _lines_with_cells(block: Block, rules: Grammar) -> list[Runs]:
    """The lines of a block if each has several cells and begins nothing else."""
    if block.kind is not BlockKind.PARAGRAPH or block.number or "\t" not in block.text:
        return []
    lines = styled.lines(block.runs)
    return lines if all(_has_cells(words(line), rules) for line in lines) else []


def _has_cells(line: str, rules: Grammar) -> bool:
    tabs = line.count("\t")
    if not tabs or last_sign(line) in ENDS_A_PARAGRAPH or is_annex(line, rules):
        return False
    begins = starts_with_mark(line, rules) or is_numbered_heading(line, rules)
    return not begins and not rules.article.match(line)


def _go_on(first: Runs, lines: Sequence[Runs]) -> bool:
    """Whether lines can be of one table with its first: none has more cells."""
    most = words(first).count("\t")
    return all(words(line).count("\t") <= most for line in lines)


def _as_table(found: Sequence[tuple[Block, list[Runs]]]) -> list[Block]:
    """A table, or the blocks as they are where too little tells that they are one."""
    lines = [line for _, own in found for line in own]
    counts = [words(line).count("\t") for line in lines]
    cells = [tables.rows(line)[0] for line in lines]
    whole = sum(count == counts[0] for count in counts)
    is_one = len(lines) >= _FEWEST and 3 * whole >= 2 * len(lines)
    if not is_one or (counts[0] == 1 and not _has_numbers(cells)):
        return [block for block, _ in found]
    headings = 1 if _is_heading(cells) else 0
    return [Block(BlockKind.TABLE, tables.of_rows(cells), headings=headings)]


def _has_numbers(cells: Sequence[Sequence[Runs]]) -> bool:
    """Whether the last cell of every row but the first is a number, and the first one is none."""
    return all(
        _NUMBER.fullmatch(words(row[-1]).strip()) and any(map(str.isalpha, words(row[0])))
        for row in cells[1:]
    )


def _is_heading(cells: Sequence[Sequence[Runs]]) -> bool:
    """Whether the first row has no digit and every other one has."""
    digits = [any(map(str.isdigit, "".join(map(words, row)))) for row in cells]
    return not digits[0] and all(digits[1:])


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
    if block.text.count("\n") > _MOST:
        return False
    rows = [[cell for cell in row if cell] for row in tables.rows(block.runs)]
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
