"""Numbers of more digits than Python reads: never a fault, and no number that words could say."""

import pytest

from desktop_app.grammar.anchors import anchors, spelled_numbers
from desktop_app.grammar.grammar import LANGUAGES, grammar
from desktop_app.grammar.numerals import MOST_DIGITS, chinese_value, of_digits
from desktop_app.grammar.raised import belongs_to_words

_MANY = 5000


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("digit", ["7", "٧", "〇", "七"])
def test_a_long_row_of_digits_or_numerals_is_read(language: str, digit: str) -> None:
    text = f"第 {digit * _MANY} 5 {digit * _MANY} 届"
    found = anchors(text, language)
    assert "5" in [anchor.value for anchor in found]
    assert all(number < 10**MOST_DIGITS for number in spelled_numbers(text, language))
    assert grammar(language).count(digit * _MANY) is None


def test_a_long_number_in_digits_is_what_its_digits_say() -> None:
    (found,) = anchors(f"of {'123' * _MANY} tons", "en")
    assert found.value == "123" * _MANY


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("en", "million "),
        ("en", "thousand "),
        ("en", "two thousand "),
        ("en", "one hundred thousand "),
        ("fr", "mille "),
        ("es", "mil "),
        ("ru", "тысяча "),
        ("ar", "ألف "),
    ],
)
def test_words_for_numbers_that_never_end_are_read(language: str, word: str) -> None:
    text = f"1 {word * _MANY}"
    assert all(len(anchor.value) < 60 for anchor in anchors(text, language))
    assert all(number < 10**60 for number in spelled_numbers(text, language))


def test_the_longest_number_that_is_read_as_one() -> None:
    assert of_digits("9" * MOST_DIGITS) == 10**MOST_DIGITS - 1
    assert of_digits("9" * (MOST_DIGITS + 1)) is None
    assert chinese_value("九" * MOST_DIGITS) == 10**MOST_DIGITS - 1
    assert chinese_value("九" * (MOST_DIGITS + 1)) is None
    assert of_digits("٣") == 3
    assert [of_digits(text) for text in ("", "²", "1a", "-1")] == [None] * 4


def test_a_raised_row_of_digits_is_no_exponent() -> None:
    assert not belongs_to_words("5 Bq/m", "3" * _MANY, " of air")
