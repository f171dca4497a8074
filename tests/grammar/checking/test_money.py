"""Amounts of money, and what texts speak of, in six languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.grammar.anchors import anchors
from desktop_app.grammar.anchors.addresses import addresses
from desktop_app.grammar.checking.foreign import copied
from desktop_app.grammar.checking.money import amounts
from desktop_app.grammar.checking.named import named
from desktop_app.grammar.checking.speaking import speaks_of, spoken
from desktop_app.grammar.languages import OFFICIAL

_LANGUAGES = [*OFFICIAL]


def _amounts(text: str, language: str) -> list[tuple[str, str]]:
    found = amounts(text, anchors(text, language), named(text, language))
    return [(one.number, one.currency) for one in found]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "1.5 مليون دولار و 20 يورو"),
        ("en", "$1.5 million and €20"),
        ("en", "US$ 1,500,000 and EUR 20"),
        ("es", "1,5 millones de dólares de los Estados Unidos y 20 euros"),
        ("fr", "1,5 million de dollars des États-Unis et 20 euros"),
        ("ru", "1,5 млн. долл. США и 20 евро"),
        ("zh", "150万美元和20欧元"),
    ],
)
def test_an_amount_has_its_currency_in_every_language(language: str, text: str) -> None:
    assert _amounts(text, language) == [("1500000", "dollar"), ("20", "euro")]


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "C$100, 3 euro-zone States of 19"), ("zh", "100加元"), ("en", "¥100"), ("fr", "5 %")],
)
def test_other_currencies_are_not_known(language: str, text: str) -> None:
    assert ("100", "dollar") not in _amounts(text, language)
    assert ("100", "yen") not in _amounts(text, language)


@pytest.mark.parametrize(
    ("language", "text", "country", "speaks"),
    [
        ("en", "Guinea-Bissau", "guinea", False),
        ("en", "the Guinean delegation", "guinea", True),
        ("en", "South Sudan", "sudan", False),
        ("fr", "la calligraphe mongole", "mongolia", True),
        ("es", "los expertos suizos", "switzerland", True),
        ("ru", "норвежские ученые", "norway", True),
        ("ar", "الخبراء السويسريون", "switzerland", True),
        ("zh", "刚果民主共和国", "congo", False),
        ("zh", "西班牙文", "spain", True),
    ],
)
def test_a_text_speaks_of_a_country(language: str, text: str, country: str, speaks: bool) -> None:
    said = spoken(text, language, named(text, language))
    assert speaks_of(country, said, language) is speaks


@given(st.sampled_from(_LANGUAGES), st.text(alphabet="$€ 15.,-:/@wexamplorg美元и", max_size=60))
def test_what_is_found_stands_in_order_within_the_text(language: str, text: str) -> None:
    money = amounts(text, anchors(text, language), named(text, language))
    for found in (list(money), list(addresses(text))):
        starts = [one.start for one in found]
        assert starts == sorted(starts)
        assert all(0 <= one.start < one.end <= len(text) for one in found)


@given(st.text(alphabet="ab cd,", max_size=60), st.text(alphabet="ab cd,", max_size=60))
def test_copied_words_stand_in_both_texts(one: str, other: str) -> None:
    end = 0
    for start, stop in copied(one, other):
        assert end <= start < stop <= len(one)
        assert {*one[start:stop].replace(",", " ").split()} <= {*other.replace(",", " ").split()}
        end = stop


def test_an_address_has_one_shape_in_all_languages() -> None:
    pages = "https://www.un.org/en/ga/75", "www.un.org/zh/ga/68", "un.org/ar/ga/1"
    shapes = {address.shape for page in pages for address in addresses(f"见{page}。")}
    assert shapes == {"un.org//ga/#"}
