"""Figures of many measured pairs, and how they are printed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from statistics import fmean

from tests.tools.rows.measure import SHARES, Case, Measured, measured
from tests.tools.rows.texts import Half, half

Cell = tuple[bool, float]
"""With or without numbers, and how much is damaged."""
CELLS: tuple[Cell, ...] = tuple((numbered, share) for numbered in (True, False) for share in SHARES)
_WIDE, _CELL = 24, 15
_NONE = "–"
_Columns = dict[str, Callable[[Sequence[Measured]], str]]
"""What is printed of a group of pairs, line by line, by the names of the lines."""


def measure_all(cases: Sequence[Case], pair: Sequence[str] = ()) -> list[Measured]:
    """Every case, on all processors."""
    with ProcessPoolExecutor() as pool:
        found = pool.map(partial(measured, pair=pair), cases, chunksize=2)
        return [one for some in found for one in some]


def in_cell(found: Iterable[Measured], cell: Cell) -> list[Measured]:
    """What was measured of one kind of damage."""
    return [one for one in found if (one.case.numbered, one.case.share) == cell]


def cell_name(cell: Cell) -> str:
    """How a cell is called: "with numbers, 10 % damaged"."""
    numbered, share = cell
    damage = f"{share:.0%} damaged".replace("%", " %") if share else "clean"
    return f"{'with' if numbered else 'without'} numbers, {damage}"


def rows_table(found: Sequence[Measured]) -> Iterator[str]:
    """Mean F1, half by half: of each text and of the half, the yardstick below."""
    yield "mean strict F1 of rows"
    yield from _table(found, _F1)


def pairs_table(found: Sequence[Measured]) -> Iterator[str]:
    """Mean F1 of each pair of languages, the yardstick below."""
    yield "mean strict F1 of rows by the pair of languages"
    yield from _head()
    for pair in dict.fromkeys(one.languages for one in found):
        group = [one for one in found if one.languages == pair]
        yield from _lines("-".join(pair), group, _F1)


def missing_table(found: Sequence[Measured]) -> Iterator[str]:
    """The findings of missing paragraphs: how many are false and right, and how many there are to
    be found."""
    yield "findings of a missing paragraph: false + right / true"
    yield from _table(found, {"": _missing})


def _table(found: Sequence[Measured], columns: _Columns) -> Iterator[str]:
    yield from _head()
    for which in Half:
        some = [one for one in found if half(one.case.text) is which]
        names = list(dict.fromkeys(one.case.text for one in some))
        lines = [(name, [one for one in some if one.case.text == name]) for name in names]
        if len(lines) > 1:
            lines.append((f"all for {which}", some))
        if lines:
            yield f"for {which}"
        for name, group in lines:
            yield from _lines(name, group, columns)


def _head() -> Iterator[str]:
    yield f"{'':{_WIDE}}{'with numbers':>{3 * _CELL}}{'without':>{3 * _CELL}}"
    yield f"{'':{_WIDE}}" + 2 * "".join(f"{share:>{_CELL}.0%}" for share in SHARES)


def _lines(name: str, group: Sequence[Measured], columns: _Columns) -> Iterator[str]:
    for said, figure in columns.items():
        title = f"    {said}" if said else f"  {name}"
        yield f"{title:{_WIDE}}" + "".join(_figures(group, figure))


def _figures(group: Sequence[Measured], figure: Callable[[Sequence[Measured]], str]) -> list[str]:
    cells = (in_cell(group, cell) for cell in CELLS)
    return [f"{figure(cell) if cell else _NONE:>{_CELL}}" for cell in cells]


def _mean_f1(group: Sequence[Measured]) -> str:
    return f"{fmean(one.f1 for one in group):.4f}"


def _mean_length(group: Sequence[Measured]) -> str:
    return f"{fmean(one.by_length for one in group):.4f}"


def _missing(group: Sequence[Measured]) -> str:
    false, right, true = (sum(one.missing[at] for one in group) for at in range(3))
    return f"{false}+{right}/{true}"


_F1: _Columns = {"": _mean_f1, "by length": _mean_length}
