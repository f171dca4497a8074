"""The edges of columns, and how far from them each line begins and ends."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from desktop_app.reading.readers.pdf.lines.lines import Line, Look

_FEW = 8
"""Lines: a column with fewer has the edges of another one."""
_USUAL, _THROUGH = 0.7, 0.8
"""The share of lines that are no longer than a usual one, and parts of its length from which a line
goes through the column."""
_NEAR = 3.0
"""Points between lines that begin at one edge."""
_FURTHER, _OFTEN = 4.0, 0.3
"""Parts of the size by which first lines begin further in, and how often lines begin at the edge
for each of these."""
_NEARLY_ALL = 0.9
"""The share of lines that end before the other edge: in many texts only few reach it."""


def with_margins(lines: Sequence[Line], look: Look) -> list[Line]:
    """The lines with the room before and behind their words, less than none outside of the
    column."""
    columns: dict[int, list[Line]] = {}
    for line in lines:
        columns.setdefault(line.column, []).append(line)
    edges = {column: _edges(own, look) for column, own in columns.items()}
    full = [edge for column, edge in edges.items() if len(columns[column]) >= _FEW]
    for column, own in columns.items():
        if len(own) < _FEW and full:
            edges[column] = min(full, key=lambda edge: _outside(own, edge))
    out: list[Line] = []
    for line in lines:
        left, right = edges[line.column]
        before, behind = line.left - left, right - line.right
        if look.rtl:
            before, behind = behind, before
        out.append(replace(line, indent=before, slack=behind))
    return out


def _outside(lines: Sequence[Line], edge: tuple[float, float]) -> float:
    """How far the words of lines are from the edges of a column."""
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    return abs(left - edge[0]) + max(right - edge[1], 0.0)


def _edges(lines: Sequence[Line], look: Look) -> tuple[float, float]:
    """Where the lines of a column begin and end, by those of its text that go through it."""
    text = [line for line in lines if not line.cell and not line.place]
    lines = [line for line in text if line.size == look.size] or text or lines
    widths = sorted(line.right - line.left for line in lines)
    through = _THROUGH * _at(widths, _USUAL)
    long = [line for line in lines if line.right - line.left >= through]
    size = long[0].size
    if look.rtl:
        start = -_flush([-line.right for line in long], size)
        ends = sorted((line.left for line in long if line.right <= start + _NEAR), reverse=True)
        return _at(ends, _NEARLY_ALL), start
    start = _flush([line.left for line in long], size)
    ends = sorted(line.right for line in long if line.left >= start - _NEAR)
    return start, _at(ends, _NEARLY_ALL)


def _at(ordered: Sequence[float], share: float) -> float:
    """The value that such a share of the others comes before."""
    return ordered[ceil(share * (len(ordered) - 1))]


def _flush(starts: Sequence[float], size: float) -> float:
    """Where most lines begin, first lines of paragraphs apart: not where a masthead does."""
    near = Counter(round(start / _NEAR) for start in starts)
    counts = {
        start: sum(near[round(start / _NEAR) + step] for step in (-1, 0, 1)) for start in starts
    }
    most = max(counts, key=lambda start: (counts[start], -start))
    before = (
        start
        for start, count in counts.items()
        if 0 < most - start <= _FURTHER * size and count >= _OFTEN * counts[most]
    )
    return min(before, default=most)
