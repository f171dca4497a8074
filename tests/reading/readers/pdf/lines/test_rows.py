"""Characters on one line: marks, ligatures, words drawn twice."""

from desktop_app.reading.readers.pdf.lines.characters import Char, Face
from desktop_app.reading.readers.pdf.lines.rows import Row, rows

_FACE = Face("Times", bold=False, italic=False)


def _typed(text: str, left: float, base: float, size: float = 10.0, number: int = 0) -> list[Char]:
    width = 0.5 * size
    return [
        Char(
            sign, left + at * width, left + (at + 1) * width, base, size, _FACE, number + at, False
        )
        for at, sign in enumerate(text)
    ]


def _texts(found: list[Row]) -> list[str]:
    return ["".join(char.text for char in row.chars) for row in found]


def test_a_mark_joins_the_line_of_its_word_and_is_raised() -> None:
    words = _typed("Nations,", 100, 500)
    mark = _typed("12", 140, 503.3, 6.5, 50)
    (row,) = rows([*words, *mark])
    assert _texts([row]) == ["Nations,12"]
    assert row.raised == {50, 51}


def test_a_small_figure_below_the_line_is_no_mark() -> None:
    (row,) = rows([*_typed("CO", 100, 500), *_typed("2", 110, 498, 6.5, 50)])
    assert (_texts([row]), row.raised) == (["CO2"], set())


def test_a_mark_between_two_lines_belongs_to_the_lower_one() -> None:
    upper, lower = _typed("above it", 100, 512), _typed("Nations", 100, 500, number=20)
    found = rows([*upper, *lower, *_typed("1", 135, 503.3, 6.5, 50)])
    assert _texts(found) == ["above it", "Nations1"]


def test_a_mark_alone_in_the_margin_is_a_line_of_its_own() -> None:
    found = rows([*_typed("Nations", 100, 500), *_typed("1", 400, 503.3, 6.5, 50)])
    assert _texts(found) == ["1", "Nations"]


def test_type_of_two_sizes_on_one_baseline_is_one_line_without_a_mark() -> None:
    (row,) = rows([*_typed("A", 100, 500, 20), *_typed("/RES/75/58", 110, 500, 10, 9)])
    assert (_texts([row]), row.raised) == (["A/RES/75/58"], set())


def test_words_that_are_drawn_twice_to_look_bold_are_there_once() -> None:
    (row,) = rows([*_typed("Annex", 100, 500), *_typed("Annex", 100.3, 500, number=50)])
    assert _texts([row]) == ["Annex"]


def test_two_equal_letters_of_a_ligature_stay_two() -> None:
    double = [Char("f", 100, 105, 500, 10.0, _FACE, number, False) for number in (7, 8)]
    (row,) = rows([*_typed("a", 95, 500), *double])
    assert _texts([row]) == ["aff"]
