"""Names and values in six languages: the same value whatever the language, case and article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.grammar.characters import plain
from desktop_app.grammar.checking.named import NamedKind, named
from desktop_app.grammar.languages import OFFICIAL, language_of
from desktop_app.grammar.tables import table
from desktop_app.grammar.terms import terms

_LANGUAGES = [*OFFICIAL]


def _values(text: str, language: str, kind: NamedKind) -> list[str]:
    return [one.value for one in named(text, language) if one.kind is kind]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "France, the Sudan and Papua New Guinea"),
        ("fr", "la France, le Soudan et la Papouasie-Nouvelle-Guinée"),
        ("es", "Francia, el Sudán y Papua Nueva Guinea"),
        ("ru", "с Францией, Суданом и Папуа — Новой Гвинеей".replace(" — ", "-")),
        ("ar", "وفرنسا والسودان وبابوا غينيا الجديدة"),
        ("zh", "法国、苏丹和巴布亚新几内亚"),
    ],
)
def test_countries_have_one_name_in_all_languages(language: str, text: str) -> None:
    found = _values(text, language, NamedKind.COUNTRY)
    assert found == ["france", "sudan", "papua new guinea"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "a two-thirds majority"),
        ("fr", "la majorité des deux tiers"),
        ("es", "mayoría de dos tercios"),
        ("es", "las dos terceras partes"),
        ("ru", "большинством в две трети"),
        ("ru", "большинство двух третей голосов"),
        ("ar", "بأغلبية ثلثي الأصوات"),
        ("ar", "أغلبية الثلثين"),
        ("zh", "三分之二多数"),
    ],
)
def test_a_fraction_is_one_value_in_all_languages(language: str, text: str) -> None:
    assert _values(text, language, NamedKind.FRACTION) == ["2/3"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "кроме того, из-за этого"),
        ("fr", "une grenade; le maire de Saint-Maurice"),
        ("es", "la antigua ciudad de Granada"),
        ("ar", "الدعم المالي في كل قطر"),
        ("zh", "发展中国家、其中国际机构、上海地区"),
        ("en", "Northern Ireland; a third party; United States dollars"),
    ],
)
def test_words_that_only_look_like_names_are_none(language: str, text: str) -> None:
    assert _values(text, language, NamedKind.COUNTRY) == []
    assert _values(text, language, NamedKind.FRACTION) == []


@pytest.mark.parametrize("language", _LANGUAGES)
def test_every_form_of_the_tables_is_found_and_in_its_form(language: str) -> None:
    data = table(language, "named")
    for kind in (
        NamedKind.COUNTRY,
        NamedKind.FRACTION,
        NamedKind.CURRENCY,
        NamedKind.BODY,
        NamedKind.WEEKDAY,
        NamedKind.CITY,
    ):
        for value, forms in data[kind.value].items():
            for form in forms:
                assert form == plain(form)
                assert value in _values(form.title(), language, kind), form


@pytest.mark.parametrize("language", _LANGUAGES)
def test_every_country_is_a_term_too_so_that_its_people_speak_of_it(language: str) -> None:
    known = {*table(language, "terms")["names"]}
    assert {*table(language, "named")["countries"]} <= known
    countries = table(language, "named")["countries"]
    unknown = {
        value for value, forms in countries.items() if value not in terms(forms[0], language)
    }
    assert len(unknown) < len(countries) / 5


@given(st.sampled_from(_LANGUAGES), st.text(max_size=80))
def test_names_stand_in_order_within_the_text(language: str, text: str) -> None:
    found = named(text, language)
    ends = [0, *(one.end for one in found)]
    for before, one in zip(ends, found, strict=False):
        assert before <= one.start < one.end <= len(text)


def test_a_language_without_a_table_has_no_names() -> None:
    assert language_of("de").name == "Unknown language"
    assert named("Frankreich, France", "de") == ()
