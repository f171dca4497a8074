"""Tables whose columns are parted by white bands alone.

Rows that follow each other are a table where the same white bands run down through all of them, at
least three of them have words on both sides of each, and what stands in the first column is not
just the numbers or marks of paragraphs.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from desktop_app.reading.readers.pdf.lines.characters import Char
from desktop_app.reading.readers.pdf.lines.rows import Row
from desktop_app.reading.readers.pdf.tables.cells import Cell, Found

_BAND = 1.5
"""Parts of the size of the type: the width of a band at least."""
_FEWEST = 3
"""Rows with words in several columns."""
_APART = 2.6
"""Parts of the size: rows of a table are no further apart."""
_SAME = 0.1
"""The same between two edges that are one, or two distances."""
_TIGHTER = 0.85
"""Rows that are so much nearer to each other than those of a table are usually are of one cell."""
_ALONE = 6
"""Rows in one column that may follow each other within a table."""
_LEADER = 4
_DOTS = ".…"
"""Dots in a row that only lead the eye."""
_MARK = 6
"""Characters of the number or mark of a paragraph at most."""
_MOST, _THROUGH = 0.9, 0.8
"""The share of rows that are no longer than running text is, and the part of its length from which
a row is some."""

_Span = tuple[float, float]


class _Pieces(NamedTuple):
    """A row as pieces that stand apart, and the room between them."""

    row: Row
    pieces: list[list[Char]]
    gaps: list[_Span]


def banded(rows: Sequence[Row], *, is_first: bool, rtl: bool) -> Iterator[Row | Found]:
    """The rows of a column from the uppermost, tables in place of theirs. `is_first`: of the first
    page, whose masthead is none; `rtl`: the first column is the one at the right."""
    known = [_pieces(row) for row in rows]
    start = _end_of_masthead(rows) if is_first else 0
    yield from rows[:start]
    at = start
    while at < len(rows):
        found = _at(known, at, rtl)
        if found.bands:
            yield _table(known[at : at + found.length], found.bands, rtl)
        else:
            yield from rows[at : at + found.length]
        at += found.length


def _end_of_masthead(rows: Sequence[Row]) -> int:
    """The place of the first row of running text."""
    whole = [row.right - row.left if len(_pieces(row).gaps) == 0 else 0.0 for row in rows]
    usual = sorted(whole)[int(_MOST * len(whole))] if whole else 0.0
    return next((at for at, width in enumerate(whole) if width >= _THROUGH * usual), len(rows))


def _pieces(row: Row) -> _Pieces:
    chars = _without_leaders(row.chars)
    pieces, gaps = [[chars[0]]], []
    end, widest = chars[0].right, _BAND * row.size
    for char in chars[1:]:
        if char.left - end > widest:
            gaps.append((end, char.left))
            pieces.append([])
        pieces[-1].append(char)
        if char.right > end:
            end = char.right
    return _Pieces(row, pieces, gaps)


def _without_leaders(chars: Sequence[Char]) -> Sequence[Char]:
    """The characters without rows of dots; all of them if there are no others."""
    if sum([char.text in _DOTS for char in chars]) < _LEADER:
        return chars
    out: list[Char] = []
    dots: list[Char] = []
    for char in (*chars, None):
        if char is not None and char.text in _DOTS:
            dots.append(char)
            continue
        out += dots if len(dots) < _LEADER else []
        dots = []
        if char is not None:
            out.append(char)
    return out or chars


class _Rows(NamedTuple):
    """So many rows, which are a table if there are bands between its columns."""

    length: int
    bands: Sequence[_Span] = ()


def _at(known: Sequence[_Pieces], at: int, rtl: bool, *, looks_below: bool = True) -> _Rows:
    """The rows from a place on that are a table, or that are none."""
    bands: Sequence[_Span] = known[at].gaps
    if not bands:
        return _Rows(1)
    whole = [at]
    end = at + 1
    while end < len(known) and end - whole[-1] <= _ALONE:
        near = _is_near(known[end - 1].row, known[end].row)
        own = _narrowed(bands, known[end]) if near else None
        if own is None:
            break
        bands = own
        whole += [end] if known[end].gaps else []
        end += 1
    if len(whole) < _FEWEST:
        return _Rows(1)
    last = whole[-1] + 1
    while last < end and _is_below(known[at:last], known[last].row, bands, rtl):
        last += 1
    count = last - at
    if _is_list([known[place] for place in whole], rtl):
        return _Rows(count)
    has_more = max(len(known[place].gaps) for place in whole) > len(bands)
    if has_more and looks_below:  # the first row may have fewer columns than those below it
        below = _at(known, at + 1, rtl, looks_below=False)
        if len(below.bands) > len(bands):
            return _Rows(1)
    return _Rows(count, bands)


def _is_near(above: Row, row: Row) -> bool:
    return above.base - row.base <= _APART * max(above.size, row.size)


def _is_below(table: Sequence[_Pieces], row: Row, bands: Sequence[_Span], rtl: bool) -> bool:
    """Whether a row at the end of a table goes on in a cell of it: not in the first column, where
    others begin there, and no further below than they are from each other."""
    least = min(above.row.base - own.row.base for above, own in pairwise(table))
    near = table[-1].row.base - row.base <= least + _SAME * row.size
    pieces = [piece for own in table for piece in own.pieces]
    if rtl:
        begun, start = [max(char.right for char in piece) for piece in pieces], row.right
        is_further = row.right <= bands[-1][1]
    else:
        begun, start = [piece[0].left for piece in pieces], row.left
        is_further = row.left >= bands[0][0]
    return near and is_further and any(abs(edge - start) <= _SAME * row.size for edge in begun)


def _narrowed(bands: Sequence[_Span], row: _Pieces) -> list[_Span] | None:
    """The bands as far as they are white in a row too, None if one is not."""
    first, last = row.pieces[0][0].left, max(char.right for char in row.pieces[-1])
    white = [(float("-inf"), first), *row.gaps, (last, float("inf"))]
    out: list[_Span] = []
    for left, right in bands:
        common = [(max(left, a), min(right, b)) for a, b in white]
        widest = max(common, key=lambda span: span[1] - span[0])
        if widest[1] - widest[0] < 0.5 * _BAND * row.row.size:
            return None
        out.append(widest)
    return out


def _is_list(rows: Sequence[_Pieces], rtl: bool) -> bool:
    """Whether the first column of two has the numbers or marks of paragraphs."""
    marks = 0
    for row in rows:
        first, last = (row.pieces[-1], row.pieces[0]) if rtl else (row.pieces[0], row.pieces[-1])
        text = "".join(char.text for char in first)
        words = "".join(char.text for char in last)
        short = len(text) <= _MARK and not (text[-1].isalpha() and len(text) > 1)
        marks += len(row.pieces) == 2 and short and any(map(str.isalpha, words))
    return 2 * marks >= len(rows)


def _table(known: Sequence[_Pieces], bands: Sequence[_Span], rtl: bool) -> Found:
    middles = [(left + right) / 2 for left, right in bands]
    lines = [_in_columns(own, middles) for own in known]
    cells: list[list[Cell]] = []
    steps = [above.row.base - own.row.base for above, own in pairwise(known)]
    usual = median(steps)
    for at, line in enumerate(lines):
        near = at > 0 and steps[at - 1] < _TIGHTER * usual
        if cells and (near or _goes_on(line, cells[-1], rtl)):
            for column, row in enumerate(line):
                cells[-1][column] += [row] if row else []
        else:
            cells.append([[row] if row else [] for row in line])
    lefts = (min(row.left for row in column if row) for column in zip(*lines, strict=True))
    return Found(known[0].row.base, known[-1].row.base, cells, tuple(lefts))


def _in_columns(own: _Pieces, middles: Sequence[float]) -> list[Row | None]:
    """The part of a row in each column."""
    columns: list[list[Char]] = [[] for _ in range(len(middles) + 1)]
    for piece in own.pieces:
        for char in piece:
            columns[sum(char.left >= middle for middle in middles)].append(char)
    row = own.row
    return [Row(row.base, row.size, chars, row.raised) if chars else None for chars in columns]


def _goes_on(line: Sequence[Row | None], above: Sequence[Cell], rtl: bool) -> bool:
    """Whether a line goes on in the cells above it: one without a first column, one below a first
    column alone, or one that begins further in than this."""
    if rtl:
        line, above = line[::-1], above[::-1]
    own, first = line[0], above[0]
    if own is None:
        return True
    if not first:
        return False
    is_alone = not any(above[1:])
    has_others = any(line[1:])
    indent = first[0].right - own.right if rtl else own.left - first[0].left
    further = indent > 0.5 * own.size
    return (is_alone and has_others and further) or (not has_others and further)
