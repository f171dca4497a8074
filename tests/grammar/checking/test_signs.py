"""Doubled words, words of another language, opening words and signs without their other half."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.grammar.characters import plain
from desktop_app.grammar.checking.doubled import doubled
from desktop_app.grammar.checking.foreign import foreign
from desktop_app.grammar.checking.openings import strength
from desktop_app.grammar.checking.paired import unpaired
from desktop_app.grammar.languages import OFFICIAL
from desktop_app.grammar.tables import table

_LANGUAGES = [*OFFICIAL]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("(a [b] c)", []),
        ("(a [b) c", [3]),
        ("a) b", []),
        ("text) b", [4]),
        ("« a “b” c »", []),
        ("”مرحبا“", []),
        ("„a“ и „b”", []),
        ("（一)", []),
        ('"a" and "b', [8]),
        ("《a〈b〉》", []),
        ("a » b", [2]),
    ],
)
def test_signs_without_their_other_half(text: str, places: list[int]) -> None:
    assert unpaired(text) == places


@given(st.text(alphabet="()[]“”«»„ 《》…", max_size=30))
def test_only_signs_in_pairs_can_lack_their_half(text: str) -> None:
    places = unpaired(text)
    assert places == sorted(set(places))
    assert all(text[place] in '()[]“”«»"„《》' for place in places)
    assert unpaired(f"({text})") == [place + 1 for place in places] or places


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("of the the States", "en", ["the"]),
        ("Nous nous engageons", "fr", []),
        ("le le rapport", "fr", ["le"]),
        ("в в этом", "ru", []),
        ("на на этом", "ru", ["на"]),
        ("вновь вновь", "ru", ["вновь"]),
        ("في في هذا", "ar", ["في"]),
        ("大会决议决议草案", "zh", ["决议"]),
        ("一个一个研究", "zh", []),
        ("well-being being", "en", []),
        ("75 75", "en", []),
        ("REGISTRATION DATE DATE RECEIVED", "en", []),
    ],
)
def test_doubled_words(text: str, language: str, words: list[str]) -> None:
    assert [text[start:end] for start, end in doubled(text, language)] == words


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        (
            "大会决定 the report of the Secretary-General on this，",
            "zh",
            ["the report of the Secretary-General on this"],
        ),
        (
            "dans le respect des droits all States should act in accordance with the law",
            "fr",
            ["droits all States should act in accordance with the law"],
        ),
        ("United Nations, Treaty Series, vol. 1456", "zh", []),
        ("the Front populaire pour la renaissance de la Centrafrique, charged", "en", []),
        ("卢旺达民主解放力量（Forces démocratiques de libération du Rwanda）", "zh", []),
        ("Генеральная Ассамблея, the report of the Council on the law", "ru",
         ["the report of the Council on the law"]),
    ],
)  # fmt: skip
def test_words_of_another_language(text: str, language: str, words: list[str]) -> None:
    assert [text[start:end] for start, end in foreign(text, language)] == words


@pytest.mark.parametrize("language", _LANGUAGES)
def test_every_language_has_every_strength_in_whole_words(language: str) -> None:
    strengths = table(language, "strengths")["strengths"]
    assert list(strengths) == list(table("en", "strengths")["strengths"])
    for name, forms in strengths.items():
        for form in forms:
            assert form == plain(form)
            found = strength(form, language)
            assert found is not None
            assert name in found.value
