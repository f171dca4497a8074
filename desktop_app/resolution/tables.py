"""The cells of a table: how its runs hold them.

The words of a table stand in runs as those of any clause do, so that finding, copying, checking and
converting need not know of tables. A tab parts two cells and a line break two rows; a line break
within a cell is the line separator of Unicode. Every row has the same number of cells.
"""

import re
from collections.abc import Iterable, Sequence
from unicodedata import combining, east_asian_width

from desktop_app.resolution.model import Run, Runs, Style
from desktop_app.resolution.plain import plain
from desktop_app.resolution.runs import merged, strip

CELL, ROW, BREAK = "\t", "\n", "\u2028"
_BAR = " | "
"""Stands for the edge of a cell where a row is a line."""
_EDGE = re.compile(f"([{CELL}{ROW}])")
_ODD = re.compile(r"[\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BREAKS = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")

_WIDEST = 40
"""Letters of the widest cell that others are lined up with."""

Rows = tuple[tuple[Runs, ...], ...]


def rows(runs: Runs) -> Rows:
    """The rows of a table's runs, each with the runs of its cells."""
    out: list[list[list[Run]]] = [[[]]]
    for run in runs:
        if run.style is Style.MARK:
            out[-1][-1].append(run)
            continue
        for piece in _EDGE.split(run.text):
            if piece == CELL:
                out[-1].append([])
            elif piece == ROW:
                out.append([[]])
            elif piece:
                out[-1][-1].append(run._replace(text=piece))
    return tuple(tuple(map(tuple, row)) for row in out)


def texts(text: str) -> list[list[str]]:
    """The same of the words alone, or of any text made of the runs."""
    return [row.split(CELL) for row in text.split(ROW)]


def spans(text: str) -> list[list[tuple[int, int]]]:
    """Where the cells of every row start and end in the words of a table."""
    out: list[list[tuple[int, int]]] = []
    start = 0
    for row in texts(text):
        out.append([])
        for cell in row:
            out[-1].append((start, start + len(cell)))
            start += len(cell) + 1
    return out


def of_rows(rows: Iterable[Sequence[Runs]]) -> Runs:
    """The runs of a table with these cells; a row with fewer than others gets empty ones."""
    cells = [[_cell(cell) for cell in row] for row in rows]
    columns = max(map(len, cells), default=0)
    out: list[Run] = []
    plain: list[str] = []  # the words since the last run of another style
    for number, row in enumerate(cells):
        plain += [ROW] if number else []
        for place in range(columns):
            plain += [CELL] if place else []
            for run in row[place] if place < len(row) else ():
                if run.style is Style.PLAIN:
                    plain.append(run.text)
                    continue
                out += [Run("".join(plain)), run] if plain else [run]
                plain = []
    return (*out, Run("".join(plain))) if plain else tuple(out)


def _cell(runs: Runs) -> Runs:
    """The runs of a cell, stripped, without the signs that part cells."""
    if len(runs) == 1 and not _ODD.search(runs[0].text):  # most cells are so
        return strip(runs)
    plain = (
        run if run.style is Style.MARK else run._replace(text=_one_cell(run.text))
        for run in merged(run for run in runs if run.text)
    )
    return strip(tuple(plain))


def _one_cell(text: str) -> str:
    lines = _BREAKS.split(text.replace(CELL, " "))
    last = len(lines) - 1
    return BREAK.join(_line(line, not place, place == last) for place, line in enumerate(lines))


def _line(text: str, is_first: bool, is_last: bool) -> str:
    text = text if is_first else text.lstrip(" ")
    return text if is_last else text.rstrip(" ")


def lined_up(runs: Runs) -> list[str]:
    """The rows for a text in letters of one width, footnote marks as [1], with their columns below
    each other; a cell wider than `_WIDEST` pushes the rest of its row to the side."""
    cells = [[plain(cell).replace(BREAK, " ") for cell in row] for row in rows(runs)]
    columns = [
        max((width for cell in column if (width := _width(cell)) <= _WIDEST), default=0)
        for column in zip(*cells, strict=True)
    ]
    return [
        " | ".join(
            cell + " " * (width - _width(cell)) for cell, width in zip(row, columns, strict=True)
        ).rstrip()
        for row in cells
    ]


def _width(text: str) -> int:
    """How many letters of a terminal a text is wide: Chinese characters are two."""
    return sum(
        0 if combining(sign) else 1 + (east_asian_width(sign) in ("W", "F")) for sign in text
    )


def in_one_cell(runs: Runs) -> Runs:
    """The runs of a table for a cell of another, where a tab would be an edge: a line a row, with
    bars between the cells."""
    return tuple(
        run._replace(text=run.text.replace(CELL, _BAR).replace(BREAK, " ")) for run in runs
    )


def lost_in_cell(text: str) -> list[int]:
    """The places in the words of a table that `out_of_cell` wants: those of the edges of cells, and
    those of the line breaks in them as negative numbers, where -1 is the first letter."""
    return [
        -1 - at if sign == BREAK else at for at, sign in enumerate(text) if sign in CELL + BREAK
    ]


def out_of_cell(runs: Runs, lost: Sequence[int]) -> Runs:
    """The runs of a table that `in_one_cell` set as lines. Raises ValueError where these are not
    its lines."""
    edits = iter(lost)
    edit = next(edits, None)
    done = 0
    out: list[Run] = []
    for run in runs:
        if run.style is Style.MARK:
            out.append(run)
            continue
        text, ahead = "", run.text
        while edit is not None and (at := edit if edit >= 0 else -1 - edit) < done + len(ahead):
            sign, shown = (CELL, r" ?\| ?") if edit >= 0 else (BREAK, " ")
            found = re.compile(shown).match(ahead, at - done)  # a space may be lost beside nothing
            if not found:
                raise ValueError("there is no edge of a cell")
            text += ahead[: at - done] + sign
            ahead = ahead[found.end() :]
            done = at + 1
            edit = next(edits, None)
        done += len(ahead)
        out.append(run._replace(text=text + ahead))
    if edit is not None:
        raise ValueError("there are fewer cells")
    return tuple(out)


def printed_rows(runs: Runs) -> Rows:
    """The same as `rows` with plain line breaks in the cells, for what has cells of its own."""
    return tuple(
        tuple(
            tuple(run._replace(text=run.text.replace(BREAK, "\n")) for run in cell) for cell in row
        )
        for row in rows(runs)
    )
