"""The cells of a table in its runs, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.resolution.model import Run, Style, words
from desktop_app.resolution.tables import (
    in_one_cell,
    lined_up,
    lost_in_cell,
    of_rows,
    out_of_cell,
    rows,
    spans,
    texts,
)
from desktop_app.script.convert import convert_runs

_WORDS = st.text("ab c\t\n\r\u2028中国后", max_size=6)
_CELL = st.lists(
    st.builds(Run, _WORDS, st.sampled_from([Style.PLAIN, Style.EMPHASIS])), max_size=3
).map(tuple)
_ROWS = st.integers(1, 4).flatmap(
    lambda count: st.lists(st.lists(_CELL, min_size=count, max_size=count), min_size=1, max_size=4)
)


@given(_ROWS)
def test_the_cells_of_any_table_are_found_again(cells: list[list[tuple[Run, ...]]]) -> None:
    runs = of_rows(cells)
    assert of_rows(rows(runs)) == runs
    assert [len(row) for row in rows(runs)] == [len(row) for row in cells]


@given(_ROWS)
def test_cells_are_the_words_between_their_ends(cells: list[list[tuple[Run, ...]]]) -> None:
    runs = of_rows(cells)
    text = words(runs)
    found = [[text[start:end] for start, end in row] for row in spans(text)]
    assert found == texts(text) == [[words(cell) for cell in row] for row in rows(runs)]


@given(_ROWS)
def test_a_table_comes_back_out_of_a_cell(cells: list[list[tuple[Run, ...]]]) -> None:
    runs = of_rows(cells)
    assert out_of_cell(in_one_cell(runs), lost_in_cell(words(runs))) == runs


def test_lines_that_are_no_such_table_are_refused() -> None:
    runs = (Run("a | b"),)
    assert out_of_cell(runs, [1]) == (Run("a\tb"),)
    for lost in ([0], [1, 3], [-1], [9]):
        with pytest.raises(ValueError, match="cell"):
            out_of_cell(runs, lost)


def test_a_tab_in_a_cell_is_a_space_and_a_line_end_a_break_in_it() -> None:
    runs = of_rows([[(Run(" a\tb \r\n  c "),), (Run("d"),)]])
    assert words(runs) == "a b\u2028c\td"


def test_a_row_with_fewer_cells_gets_empty_ones() -> None:
    assert words(of_rows([[(Run("a"),)], [(Run("b"),), (Run("c"),)]])) == "a\t\nb\tc"


def test_a_mark_alone_stays_in_its_cell() -> None:
    mark = (Run("1", Style.MARK, "fn1"),)
    cells = (((Run("a"),), mark, ()), (mark, (), (Run("b"), *mark)))
    assert rows(of_rows(cells)) == cells


def test_converting_keeps_every_cell() -> None:
    cells = [[(Run("皇后"),), (Run("后面"),)], [(Run("网络", Style.EMPHASIS),), (Run("头发"),)]]
    converted, _ = convert_runs(of_rows(cells), "s2twp")
    assert texts(words(converted)) == [["皇后", "後面"], ["網路", "頭髮"]]


def test_columns_are_lined_up_by_the_width_of_their_letters() -> None:
    cells = [[(Run("会员"),), (Run("b"),)], [(Run("a"),), (Run("c"),)], [(Run("x" * 50),)]]
    assert lined_up(of_rows(cells)) == ["会员 | b", "a    | c", "x" * 50 + " |"]
