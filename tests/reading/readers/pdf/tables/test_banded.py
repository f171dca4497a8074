"""Columns that only white bands part are tables, lists and mastheads are none."""

import random

import pytest

from desktop_app.reading.blocks import BlockKind
from desktop_app.reading.readers.pdf import opened
from tests.reading.readers.pdf.tables.drawn import TEXT, letters, read, rows, tables_of, word
from tests.support.pdf.bare import pdf

_SCALE = [["Member State", "Percentage"], ["Afghanistan", "0.006"], ["Albania", "0.008"]]


def test_a_scale_of_assessments_is_a_table() -> None:
    assert tables_of(read(rows(_SCALE, (70, 300)))) == [(1, _SCALE)]


def test_dots_that_lead_the_eye_are_left_out() -> None:
    drawn = rows(_SCALE[:1], (70, 300))
    drawn += [
        word(f"{name} {'. ' * 20}", 70, y) + "\n" + word(number, 300, y)
        for (name, number), y in zip(_SCALE[1:], (684, 668), strict=True)
    ]
    assert tables_of(read(drawn)) == [(1, _SCALE)]


def test_a_name_in_two_lines_is_one_cell() -> None:
    cells = [
        *_SCALE,
        ["United Kingdom of Great Britain", ""],
        ["  and Northern Ireland", "4.463"],
        ["Zambia", "0.007"],
    ]
    drawn = rows([[name.strip(), number] for name, number in cells], (70, 300))
    drawn = [line.replace("70 636", "80 636") for line in drawn]
    (found,) = tables_of(read(drawn))
    assert found[1][3:] == [
        ["United Kingdom of Great Britain and Northern Ireland", "4.463"],
        ["Zambia", "0.007"],
    ]


def test_numbers_at_the_right_of_their_columns_are_of_these() -> None:
    cells = [["Oil", "7", "1 204"], ["Gas", "1 700", "9"], ["Coal", "12", "800"]]
    drawn = [
        word(text, right - 5 * len(text) if at else 70, 700 - 16 * row)
        for row, line in enumerate(cells)
        for at, (text, right) in enumerate(zip(line, (0, 250, 350), strict=True))
    ]
    assert tables_of(read(drawn)) == [(0, cells)]


@pytest.mark.parametrize(
    "cells",
    [
        [["1.", "Calls upon all States;"], ["2.", "Decides to act;"], ["3.", "Requests more."]],
        [["(a)", "To act;"], ["(b)", "To go on;"], ["(c)", "To end."]],
        [["-", "To act;"], ["-", "To go on;"], ["-", "To end."]],
        [["Light", "Colour"], ["North", "white"]],  # two lines can be anything
    ],
)
def test_a_list_is_no_table(cells: list[list[str]]) -> None:
    assert tables_of(read(rows(cells, (70, 110)))) == []


def test_the_masthead_of_the_first_page_is_no_table() -> None:
    masthead = [["United Nations", "A/RES/1/1"], ["General Assembly", "Distr.: General"]]
    drawn = rows([*masthead, ["", "1 May 2020"], ["Session", "Item 5"]], (70, 400), 800)
    data = pdf(["\n".join([*drawn, word(TEXT, 70, 600), word(TEXT, 70, 588)])])
    blocks = opened.read(data, lambda count: None).blocks
    assert not [block for block in blocks if block.kind is BlockKind.TABLE]


def test_a_table_goes_on_on_the_next_page_without_its_headings() -> None:
    first = "\n".join([word(TEXT, 70, 760), *rows(_SCALE, (70, 300))])
    more = [["Zambia", "0.007"], ["Zimbabwe", "0.004"]]
    second = "\n".join(rows([_SCALE[0], *more], (70, 300)))
    found = tables_of(opened.read(pdf([first, second]), lambda count: None).blocks)
    assert found == [(1, [*_SCALE, *more])]


def test_a_note_is_called_from_its_cell() -> None:
    mark = "BT /F 6.5 Tf 325 687.3 Td (1) Tj ET"
    rule, sign, note = ("_" * 18, 110, 8), ("1", 98, 5.5), ("As revised.", 95, 8.5)
    foot = [word(text, 70 + 8 * (size > 8), y, size) for text, y, size in (rule, sign, note)]
    blocks = read([*rows(_SCALE, (70, 300)), mark, *foot])
    (table,) = [block for block in blocks if block.kind is BlockKind.TABLE]
    assert [run.text for run in table.runs if run.style.value == "mark"] == ["1"]


@pytest.mark.parametrize("seed", range(40))
def test_no_word_is_lost_however_columns_stand(seed: int) -> None:
    chance = random.Random(seed)
    words = [
        word(chance.choice(("a", "1", "word", "12.5", "(a)")), x, 700 - 12 * row)
        for row in range(chance.randint(2, 20))
        for x in (70, 150, 230, 310, 390)
        if chance.random() < 0.7
    ]
    expected = sorted("".join(line.partition("(")[2].rpartition(")")[0] for line in words))
    found = letters(read([*words, word(TEXT, 70, 300)]))
    for sign in 2 * TEXT.replace(" ", ""):
        found.remove(sign)
    assert found == [sign for sign in expected if sign != "\\"]
