"""The figures of `make bench` on texts of different make."""

from collections.abc import Callable, Iterator, Sequence
from statistics import fmean

from tests.tools.rows import catalogues, declaration
from tests.tools.rows.measure import Measured, cases
from tests.tools.rows.tables import CELLS, Cell, cell_name, in_cell, measure_all
from tests.tools.rows.texts import NUMBERED_OTHERWISE, Half, half, own_names, texts

_SEEDS = 5
_DECLARATION = dict(zip(CELLS, (99, 97, 93, 99, 96, 92), strict=True))
_REPORTED = dict(zip(CELLS, (97, 95, 90, 97, 95, 90), strict=True))
"""The percentages that are asked for: of the Universal Declaration, and of the texts of the project
that nothing was tuned on."""


def text_rows(row: Callable[..., bool]) -> Iterator[bool]:
    """Prints a row for each figure, and says whether it keeps its bound."""
    found = measure_all([case for text in texts() for case in cases(text.name, _SEEDS)])
    known = [one for one in found if one.case.text == declaration.NAME]
    own = {which: [one for one in found if _is_own(one, which)] for which in Half}
    for numbered in (True, False):
        cell = (numbered, 0.0)
        tuned = in_cell(own[Half.TUNING], cell)
        print(f"For comparison, texts that were tuned on, {cell_name(cell)}: {_mean(tuned):.2f} %")
    for cell in CELLS:
        some = [one for one in in_cell(found, cell) if one.case.text == catalogues.NAME]
        if some:
            print(f"For comparison, messages of a program, {cell_name(cell)}: {_mean(some):.2f} %")
    reported = own[Half.REPORTING]
    for name, some, bounds in (
        ("Universal Declaration", known, _DECLARATION),
        ("Other texts", [one for one in reported if not _is_mixed(one)], _REPORTED),
        ("Other numbering", [one for one in reported if _is_mixed(one)], _REPORTED),
    ):
        yield from _rows(row, name, some, bounds)
        if some:
            yield _missing(row, name, some)


def _is_own(one: Measured, which: Half) -> bool:
    return one.case.text in own_names() and half(one.case.text) is which


def _is_mixed(one: Measured) -> bool:
    return one.case.text in NUMBERED_OTHERWISE


def _mean(some: Sequence[Measured]) -> float:
    return 100 * fmean(one.f1 for one in some)


def _rows(
    row: Callable[..., bool], name: str, found: Sequence[Measured], bounds: dict[Cell, int]
) -> Iterator[bool]:
    for cell, least in bounds.items():
        some = in_cell(found, cell)
        if some:
            length = 100 * fmean(one.by_length for one in some)
            print(f"For comparison, by length alone: {length:.2f} %")
            yield row(f"{name}, {cell_name(cell)}: rows", _mean(some), least, "%", least=True)


def _missing(row: Callable[..., bool], name: str, found: Sequence[Measured]) -> bool:
    """The false findings of a missing paragraph in undamaged texts: no more than true ones."""
    clean = [one.missing for one in found if not one.case.share]
    false, true = sum(one.false for one in clean), sum(one.true for one in clean)
    return row(f"{name}, clean: false missing paragraphs", false, true, "of")
