"""The straight lines that are drawn on a page, along it or down it."""

import ctypes
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2.raw as raw

_MOST = 4_000
"""Lines of a page: with more it is a drawing, and its tables are read by their words."""
_MOST_OF_A_PATH = 500
_THIN = 2.5
"""Points: a filled box of less is a line."""
_STRAIGHT = 0.5


class Stroke(NamedTuple):
    """A line from left to right or from bottom to top; `along`: it is the first."""

    along: bool
    place: float
    """Its height, or its distance from the left."""
    start: float
    end: float


_Point = tuple[float, float]


def strokes_of(page: Any) -> tuple[Stroke, ...]:
    """The lines of a page of PDFium's, none where there are too many."""
    found: list[Stroke] = []
    for number in range(raw.FPDFPage_CountObjects(page)):
        drawn = raw.FPDFPage_GetObject(page, number)
        if raw.FPDFPageObj_GetType(drawn) != raw.FPDF_PAGEOBJ_PATH:
            continue
        if raw.FPDFPath_CountSegments(drawn) <= _MOST_OF_A_PATH:
            found += _of_path(drawn)
        if len(found) > _MOST:
            return ()
    return tuple(found)


def turned(strokes: Sequence[Stroke], turn: int) -> tuple[Stroke, ...]:
    """The lines as they are once a page is turned upright that stands in so many quarter turns."""
    return tuple(_turned(stroke, turn) for stroke in strokes) if turn else tuple(strokes)


def _turned(stroke: Stroke, turn: int) -> Stroke:
    along, place, start, end = stroke
    if turn == 2:
        return Stroke(along, -place, -end, -start)
    # A quarter turn to the left moves (x, y) to (y, -x), one to the right to (-y, x).
    if along == (turn == 1):
        return Stroke(not along, place, -end, -start)
    return Stroke(not along, -place, start, end)


def _of_path(drawn: Any) -> Iterator[Stroke]:
    fill, is_stroked = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(drawn, fill, is_stroked)
    for points in _outlines(drawn):
        xs, ys = [x for x, _ in points], [y for _, y in points]
        left, right, bottom, top = min(xs), max(xs), min(ys), max(ys)
        width, height = right - left, top - bottom
        if height <= _THIN < width:
            yield Stroke(True, (bottom + top) / 2, left, right)
        elif width <= _THIN < height:
            yield Stroke(False, (left + right) / 2, bottom, top)
        elif is_stroked.value:
            yield from _edges(points)


def _edges(points: Sequence[_Point]) -> Iterator[Stroke]:
    for (x, y), (to_x, to_y) in pairwise(points):
        if abs(y - to_y) <= _STRAIGHT < abs(x - to_x):
            yield Stroke(True, y, min(x, to_x), max(x, to_x))
        elif abs(x - to_x) <= _STRAIGHT < abs(y - to_y):
            yield Stroke(False, x, min(y, to_y), max(y, to_y))


def _outlines(drawn: Any) -> Iterator[list[_Point]]:
    """The points of each part of a path, without those that have curves."""
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(drawn, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[_Point] = []
    is_curved = False
    for number in range(raw.FPDFPath_CountSegments(drawn)):
        segment = raw.FPDFPath_GetPathSegment(drawn, number)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            if len(points) > 1 and not is_curved:
                yield points
            points, is_curved = [], False
        is_curved = is_curved or kind == raw.FPDF_SEGMENT_BEZIERTO
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        points.append(
            (
                matrix.a * x.value + matrix.c * y.value + matrix.e,
                matrix.b * x.value + matrix.d * y.value + matrix.f,
            )
        )
        if raw.FPDFPathSegment_GetClose(segment) and points:
            points.append(points[0])
    if len(points) > 1 and not is_curved:
        yield points
