"""Roman and Chinese numerals."""

import pytest

from desktop_app.grammar.numerals import (
    ROMAN,
    chinese_value,
    of_chinese,
    of_roman,
    roman,
    roman_value,
    with_digits,
)


@pytest.mark.parametrize(
    ("number", "numeral"),
    [(1, "I"), (4, "IV"), (14, "XIV"), (39, "XXXIX"), (41, "XLI"), (199, "CXCIX")],
)
def test_a_number_as_a_roman_numeral(number: int, numeral: str) -> None:
    assert roman(number) == numeral
    assert roman_value(numeral) == number


def test_roman_numerals_are_read_as_they_are_written() -> None:
    assert [of_roman(numeral) for numeral in ROMAN] == list(range(40))
    assert of_roman("IIII") == of_roman("C") == 0


def test_any_row_of_roman_letters_has_a_value() -> None:
    assert [roman_value(numeral) for numeral in ("IIII", "XXVI", "C", "")] == [4, 26, 100, 0]


@pytest.mark.parametrize(
    ("numeral", "number"),
    [
        ("一", 1),
        ("十", 10),
        ("十七", 17),
        ("二十", 20),
        ("九十九", 99),
        ("一二", 0),
        ("", 0),
        ("百", 0),
    ],
)
def test_chinese_numerals_below_a_hundred(numeral: str, number: int) -> None:
    assert of_chinese(numeral) == number


@pytest.mark.parametrize(
    ("numeral", "number"),
    [
        ("七十六", 76),
        ("一九七六", 1976),
        ("一千零一十", 1010),
        ("两百零五", 205),
        ("三百万", 3_000_000),
        ("一亿三千万", 130_000_000),
        ("零", 0),
        ("七个", None),
        ("", None),
    ],
)
def test_every_chinese_numeral(numeral: str, number: int | None) -> None:
    assert chinese_value(numeral) == number


def test_chinese_numerals_in_a_text_become_digits() -> None:
    assert with_digits("第十七段和第三百段") == "第17段和第3百段"
