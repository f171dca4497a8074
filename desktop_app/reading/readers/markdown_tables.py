"""The rule of the Markdown parser for tables: every row with all of its cells.

markdown-it-py's own drops the cells beyond the last of the head, and makes three tokens a cell and
four a row more than is needed: a second for a long table.
"""

import re
from collections.abc import Sequence

from markdown_it.parser_block import RuleFuncBlockType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.table import getLine, table
from markdown_it.token import Token

_EDGE = re.compile(r"\\.|(\|)")
"""A bar between two cells, or an escaped sign, which is none."""


def table_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Reads a table that begins at a line: head, line of dashes, rows."""
    if not table(state, start, end, silent=True):
        return False
    if silent:
        return True
    before, state.parentType = state.parentType, "table"
    opening = state.push("table_open", "table", 1)
    _add_row(state, start)
    enders = state.md.block.ruler.getRules("blockquote")
    line = start + 2
    while line < end and _is_row(state, line, end, enders):
        _add_row(state, line)
        line += 1
    state.push("table_close", "table", -1)
    opening.map = [start, line]
    state.parentType, state.line = before, line
    return True


def _is_row(state: StateBlock, line: int, end: int, enders: Sequence[RuleFuncBlockType]) -> bool:
    """Whether a line goes on with the table: `enders` are the rules for what ends it."""
    return (
        state.sCount[line] >= state.blkIndent
        and not any(ends(state, line, end, True) for ends in enders)
        and bool(getLine(state, line).strip())
        and not state.is_code_block(line)
    )


def _add_row(state: StateBlock, line: int) -> None:
    state.push("tr_open", "tr", 1)
    level, tokens = state.level, state.tokens
    for cell in _cells(getLine(state, line).strip()):
        tokens.append(Token("inline", "", 0, content=cell, level=level, block=True))
    state.push("tr_close", "tr", -1)


def _cells(line: str) -> list[str]:
    """The cells of a row, without the bars at its ends; an escaped bar is a sign in its cell."""
    if "\\" not in line:
        cells = line.split("|")
    else:
        ends = [found.start() for found in _EDGE.finditer(line) if found[1]]
        starts = [0, *(end + 1 for end in ends)]
        cells = [
            line[first:last].replace("\\|", "|")
            for first, last in zip(starts, [*ends, len(line)], strict=True)
        ]
    first, last = not cells[0], len(cells) - (not cells[-1])
    return [cell.strip() for cell in cells[first:last]]
