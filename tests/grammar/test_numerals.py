"""Roman and Chinese numerals."""

import pytest

from desktop_app.grammar.numerals import ROMAN, of_chinese, of_roman, roman


@pytest.mark.parametrize(
    ("number", "numeral"),
    [(1, "I"), (4, "IV"), (14, "XIV"), (39, "XXXIX"), (41, "XLI"), (199, "CXCIX")],
)
def test_a_number_as_a_roman_numeral(number: int, numeral: str) -> None:
    assert roman(number) == numeral


def test_roman_numerals_are_read_as_they_are_written() -> None:
    assert [of_roman(numeral) for numeral in ROMAN] == list(range(40))
    assert of_roman("IIII") == of_roman("C") == 0


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
def test_chinese_numerals(numeral: str, number: int) -> None:
    assert of_chinese(numeral) == number
