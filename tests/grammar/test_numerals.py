"""Digits, Roman and Chinese numerals."""

import pytest

from desktop_app.grammar.numerals import (
    MOST_DIGITS,
    ROMAN,
    chinese_value,
    in_ascii,
    of_chinese,
    of_digits,
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


@pytest.mark.parametrize(
    ("digits", "ascii", "number"),
    [
        ("75", "75", 75),
        ("٧٥", "75", 75),
        ("007", "7", 7),
        ("0", "0", 0),
        ("9" * MOST_DIGITS, "9" * MOST_DIGITS, 10**MOST_DIGITS - 1),
        ("9" * 5_000, "9" * 5_000, None),
        ("٩" * 5_000, "9" * 5_000, None),
    ],
    ids=lambda value: str(value)[:8],
)
def test_digits_of_any_script_and_number(digits: str, ascii: str, number: int | None) -> None:
    assert in_ascii(digits) == ascii
    assert of_digits(digits) == number


@pytest.mark.parametrize("sign", ["七", "百", "亿", "零"])
def test_a_row_of_very_many_chinese_numerals_is_no_number(sign: str) -> None:
    assert chinese_value(sign * MOST_DIGITS) is not None
    assert chinese_value(sign * (MOST_DIGITS + 1)) is None


def test_a_number_that_no_roman_could_write_stays_in_digits() -> None:
    assert roman(3999).endswith("IX")
    assert roman(4000) == "4000"
    assert roman(10**20) == "1" + "0" * 20
