"""The tables of a text on the pages of a PDF: each cell of one is a cell of the page."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from desktop_app.common.columns import shared
from desktop_app.export.formats.pdf.pages import Cell, Line
from desktop_app.export.formats.pdf.tags import Tag, TagKind
from desktop_app.export.formats.pdf.typesetting import At, Look, lines, width_of
from desktop_app.resolution.model import Runs, Table
from desktop_app.resolution.plain import plain
from desktop_app.resolution.tables import printed_rows

_APART = 100
"""Between two columns, in units."""
_WIDEST_WORD = 1200
"""Longer words, which are addresses, are broken."""
_SPARE = 20


class Place(NamedTuple):
    """Where a table stands: its left edge, its width, its top below that of the block, and the
    distance of lines."""

    x: int
    width: int
    above: int
    distance: int


def table_cells(
    runs: Runs,
    table: Table,
    look: Look,
    place: Place,
    tagged: Callable[[Line, Tag], Line],
    tag: Tag,
) -> tuple[list[Cell], int]:
    """The cells in reading order, and where the table ends. `tagged` makes a line one of a cell,
    whose tag is made of that of the table."""
    rows = printed_rows(runs)
    bold = replace(look, bold=True, at=At.START)
    looks = [bold if number < table.headings else look for number in range(len(rows))]
    widths = _widths(rows, looks, place.width)
    lefts = [sum(widths[:column]) + column * _APART for column in range(len(widths))]
    if look.runs_left:
        lefts = [place.width - left - width for left, width in zip(lefts, widths, strict=True)]
    out: list[Cell] = []
    top = bottom = place.above
    for number, (row, own) in enumerate(zip(rows, looks, strict=True)):
        kind = TagKind.HEADING_CELL if number < table.headings else TagKind.CELL
        for column, (cell, left, width) in enumerate(zip(row, lefts, widths, strict=True)):
            here = tag._replace(kind=kind, row=number, column=column)
            set_lines = lines(cell, own, width, place.distance, top)
            found = [tagged(line, here._replace(line=at)) for at, line in enumerate(set_lines)]
            out.append(Cell(place.x + left, found))
            bottom = max(bottom, found[-1].bottom)
        top = bottom + place.distance // 5
    return out, bottom


def _widths(rows: Sequence[Sequence[Runs]], looks: Sequence[Look], width: int) -> list[int]:
    needed: list[tuple[float, float]] = []
    for column in zip(*rows, strict=True):
        word = line = _SPARE
        for cell, look in zip(column, looks, strict=True):
            bold = replace(look, bold=True)  # emphasis may be
            text = plain(cell)
            line = max(line, *(width_of(each, bold) + _SPARE for each in text.split("\n")))
            longest = sorted(text.split(), key=len)[-3:] if look.is_spaced else []
            word = max(word, 3 * look.size, *(width_of(each, bold) + _SPARE for each in longest))
        needed.append((min(word, _WIDEST_WORD), line))
    room = width - _APART * (len(needed) - 1)
    found = shared(needed, room)
    if found is None:  # words are broken
        whole = sum(word for word, _ in needed)
        found = [max(room, len(needed)) * word / whole for word, _ in needed]
    return [int(each) for each in found]
