"""Tables whose cells are parted by drawn lines are tables, with their merged cells."""

import random
from itertools import pairwise

import pytest

from desktop_app.reading.readers.pdf import opened
from desktop_app.reading.readers.pdf.tables.strokes import Stroke, turned
from tests.reading.readers.pdf.tables.drawn import TEXT, letters, read, rows, tables_of, word
from tests.support.pdf.bare import pdf

_XS, _YS = (70, 170, 270, 370), (670, 690, 710)
_CELLS = [["Light", "Colour", "Seen"], ["North", "white", "20 km"]]
_WORDS = [
    word(text, x + 4, y + 6)
    for y, row in zip((690, 670), _CELLS, strict=True)
    for x, text in zip(_XS[:-1], row, strict=True)
]


def _line(x: float, y: float, to_x: float, to_y: float) -> str:
    return f"{x} {y} m {to_x} {to_y} l S"


_IN_LINES = [_line(_XS[0], y, _XS[-1], y) for y in _YS] + [_line(x, 670, x, 710) for x in _XS]
_IN_BOXES = [
    f"{x} {y} {to_x - x} {to_y - y} re S" for x, to_x in pairwise(_XS) for y, to_y in pairwise(_YS)
]
_FILLED = [
    *(f"{_XS[0]} {y} 300 0.5 re f" for y in _YS),
    *(f"{x} {y} 0.5 20 re f" for x in _XS for y in _YS[:-1]),  # a piece for each cell, as in Word
]
_ONE_PATH = [" ".join(line.removesuffix(" S") for line in _IN_LINES) + " S"]
_MOVED = [
    "q 0.5 0 0 0.5 0 0 cm",
    *(f"{2 * _XS[0]} {2 * y} 600 1 re f" for y in _YS),
    *(f"{2 * x} 1340 1 80 re f" for x in _XS),
    "Q",
]
_OPEN_SIDES = [line for line in _IN_LINES if not line.startswith(("70 670 m 70", "370 670 m 370"))]


@pytest.mark.parametrize("lines", [_IN_LINES, _IN_BOXES, _FILLED, _ONE_PATH, _MOVED, _OPEN_SIDES])
def test_a_table_is_one_however_its_lines_are_drawn(lines: list[str]) -> None:
    assert tables_of(read([*lines, *_WORDS])) == [(1, _CELLS)]


def test_what_stands_around_a_table_stays_around_it() -> None:
    below = word("The words below the table end the page.", 70, 640)
    texts = [block.text for block in read([*_IN_LINES, *_WORDS, below])]
    assert (texts[0], texts[2]) == (TEXT, "The words below the table end the page.")


def test_words_in_a_cell_of_several_columns_stand_in_the_first_of_them() -> None:
    lines = [line for line in _IN_LINES if not line.startswith("170 670")]
    lines.append(_line(170, 690, 170, 710))  # of the first row alone
    drawn = [*lines, *_WORDS[:3], word("North is white", 74, 676), word("20 km", 274, 676)]
    assert tables_of(read(drawn)) == [(1, [_CELLS[0], ["North is white", "", "20 km"]])]


def test_words_in_a_cell_of_several_rows_stand_in_the_first_of_them() -> None:
    lines = [line for line in _IN_LINES if not line.startswith("70 690")]
    lines.append(_line(170, 690, 370, 690))
    drawn = [*lines, word("Lights", 74, 686), *_WORDS[1:3], *_WORDS[4:]]
    (found,) = tables_of(read(drawn))
    assert found[1] == [["Lights", *_CELLS[0][1:]], ["", *_CELLS[1][1:]]]


def test_lines_that_a_cell_is_broken_in_are_one() -> None:
    words = [word(text, 74, y) for text, y in (("of North and", 700), ("South", 691))]
    (found,) = tables_of(read([*_IN_LINES, *words, *_WORDS[1:]]))
    assert found[1][0][0] == "of North and South"


@pytest.mark.parametrize(
    "lines",
    [
        [_line(70, y, 370, y) for y in _YS],  # under and above words
        [f"{70 + at} 670 m {70 + at} 710 l S" for at in range(0, 300, 7)],  # a bar code
        [f"70 {y} 300 20 re S" for y in _YS],  # boxes around lines
        ["70 670 m 100 700 200 700 370 710 c S"],
    ],
)
def test_other_lines_make_no_table(lines: list[str]) -> None:
    drawn = [*lines, word("One line of words,", 74, 696), word("and another line.", 74, 676)]
    assert tables_of(read(drawn)) == []


def test_a_table_goes_on_on_the_next_page_without_its_headings() -> None:
    second = [["Light", "Colour", "Seen"], ["South", "red", "15 km"]]
    words = [
        word(text, x + 4, y + 6)
        for y, row in zip((690, 670), second, strict=True)
        for x, text in zip(_XS[:-1], row, strict=True)
    ]
    pages = [[*_IN_LINES, *_WORDS], [*_IN_LINES, *words]]
    assert len(tables_of(read(*pages))) == 2  # words stand between them
    data = pdf(["\n".join([word(TEXT, 70, 760), *pages[0]]), "\n".join(pages[1])])
    assert tables_of(opened.read(data, lambda count: None).blocks) == [(1, [*_CELLS, second[1]])]


@pytest.mark.parametrize("turn", range(4))
def test_lines_are_turned_upright_with_the_words(turn: int) -> None:
    stroke = Stroke(True, 700, 70, 370)
    corners = [(70, 700), (370, 700)]
    moved = {0: lambda x, y: (x, y), 1: lambda x, y: (y, -x), 2: lambda x, y: (-x, -y)}
    points = [moved.get(turn, lambda x, y: (-y, x))(x, y) for x, y in corners]
    (found,) = turned([stroke], turn)
    along = [point[0 if found.along else 1] for point in points]
    assert (found.start, found.end) == (min(along), max(along))
    assert {point[1 if found.along else 0] for point in points} == {found.place}


@pytest.mark.parametrize("seed", range(20))
def test_no_word_is_lost_whatever_lines_are_drawn(seed: int) -> None:
    chance = random.Random(seed)
    words = rows([["ab", "c 1", "d"]] * chance.randint(1, 9), (70, 200, 300))
    lines = [
        f"{chance.randint(60, 400)} {chance.randint(500, 720)} {chance.choice((1, 90, 300))} "
        f"{chance.choice((0.5, 20, 90))} re {chance.choice('Sf')}"
        for _ in range(chance.randint(1, 30))
    ]
    assert letters(read([*lines, *words])) == letters(read(words))
