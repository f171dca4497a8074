"""The lines of a table to its block, across pages."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from desktop_app.reading.blocks import Block, BlockKind
from desktop_app.reading.readers.pdf.lines.lines import Line
from desktop_app.reading.readers.pdf.lines.spaces import is_wide
from desktop_app.reading.readers.tables import Row, as_table
from desktop_app.resolution import runs as styled
from desktop_app.resolution.model import Runs, Style, words

_Marked = tuple[Line, Runs]
"""A line, and its words as they are marked."""
_Cells = dict[int, list[_Marked]]
_Joined = Callable[[Sequence[Runs]], Runs]
_SPACE = 0.3
"""The width of a space in parts of the size of the type."""


def table_of(lines: Sequence[_Marked], joined: _Joined) -> Block:
    """The table of lines; `joined` makes lines one."""
    found: dict[tuple[int, int, int], _Cells] = {}
    widths: dict[int, float] = defaultdict(float)
    width = 0
    for line, runs in lines:
        if line.place:
            width = len(line.place.edges)
            row = found.setdefault((line.page, line.place.table, line.place.row), {})
            row.setdefault(line.place.column, []).append((line, runs))
            widths[line.place.column] = max(widths[line.place.column], line.right - line.left)
    parts: dict[tuple[int, int], list[list[Runs]]] = {}
    for (page, table, _), cells in found.items():
        texts = [_cell(cells.get(column, []), widths[column], joined) for column in range(width)]
        parts.setdefault((page, table), []).append(texts)
    rows = _in_one([*parts.values()])
    headings = _headings(rows)
    made = [Row([_blocks(cell) for cell in row], at < headings) for at, row in enumerate(rows)]
    return as_table(made)[0]


def _cell(lines: Sequence[_Marked], width: float, joined: _Joined) -> Runs:
    """The words of a cell in a column as wide as that: its lines are one where the next word had no
    room on the line before."""
    parts: list[list[Runs]] = []
    for at, (line, runs) in enumerate(lines):
        if at and not _has_room(lines[at - 1][0], line, width):
            parts[-1].append(runs)
        else:
            parts.append([runs])
    return styled.join(map(joined, parts), lambda left, right: "\n")


def _has_room(above: Line, line: Line, width: float) -> bool:
    """Whether the first word of a line had found room on the one above it."""
    text = line.text.strip()
    length = 1 if is_wide(text[:1]) else len(text.partition(" ")[0])
    word = length * (line.right - line.left) / max(len(text), 1)
    space = 0 if is_wide(text[:1]) else _SPACE * line.size
    return above.right - above.left + space + word <= width


def _in_one(parts: Sequence[list[list[Runs]]]) -> list[list[Runs]]:
    """The rows of all pages, without the headings of the columns that each has again."""
    rows = list(parts[0])
    for part in parts[1:]:
        again = 0
        while again < min(len(part), len(rows)) and _words(part[again]) == _words(rows[again]):
            again += 1
        rows += part[again:]
    return rows


def _headings(rows: Sequence[Sequence[Runs]]) -> int:
    """How many of the first rows are headings: all of whose words stand out, if not all others do;
    else the first one without a digit where all others have some."""
    bold = [_stands_out(row) for row in rows]
    count = bold.index(False) if False in bold else 0
    return count or int(_is_heading(rows))


def _stands_out(row: Sequence[Runs]) -> bool:
    return all(run.style is not Style.PLAIN or not run.text.strip() for cell in row for run in cell)


def _is_heading(rows: Sequence[Sequence[Runs]]) -> bool:
    digits = [any(map(str.isdigit, "".join(_words(row)))) for row in rows]
    return not digits[0] and len(rows) > 1 and all(digits[1:])


def _words(row: Sequence[Runs]) -> list[str]:
    return [words(cell) for cell in row]


def _blocks(runs: Runs) -> list[Block]:
    return [Block(BlockKind.PARAGRAPH, runs)] if runs else []
