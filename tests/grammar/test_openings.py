"""The opening words of a paragraph, which the official versions of it share."""

import json
from itertools import combinations

import pytest

from desktop_app.alignment.align import align
from desktop_app.grammar.checking.openings import strength
from desktop_app.grammar.terms import opening
from desktop_app.reading.files import read_resolution
from tests.support.paths import FIXTURES

_LANGUAGES = ("en", "zh", "fr", "es", "ru", "ar")
_OFFICIAL: list[list[str]] = json.loads((FIXTURES / "openings.json").read_text(encoding="utf-8"))
"""Beginnings of paragraphs as the six official versions have them."""


@pytest.mark.parametrize(
    ("language", "text", "concept"),
    [
        ("en", "Decides to remain seized of the matter", "decid"),
        ("zh", "决定继续处理此案", "decid"),
        ("fr", "Décide de demeurer saisi de la question", "decid"),
        ("es", "Decide seguir ocupándose de la cuestión", "decid"),
        ("ru", "постановляет продолжать заниматься этим вопросом", "decid"),
        ("ar", "يقرر أن يبقي المسألة قيد نظره", "decid"),
        ("en", "Requests the Secretary-General to continue", "request"),
        ("zh", "请秘书长继续", "request"),
        ("en", "Welcomes the decision to establish", "welcom"),
    ],
)
def test_the_first_opening_word_counts_and_not_the_longest(
    language: str, text: str, concept: str
) -> None:
    assert opening(text, language) == concept


@pytest.mark.parametrize(
    ("language", "text", "concept"),
    [
        ("en", "Deeply concerned by the linkages", "concern"),
        ("en", "Expresses its deep appreciation to", "appreciat"),
        ("fr", "Se déclare profondément préoccupée", "concern"),
        ("es", "Expresa su profunda preocupación", "concern"),
        ("ru", "с сожалением отмечает доклад", "noting"),
        ("ru", "выражает глубокую озабоченность", "concern"),
        ("zh", "又严重关切地注意到", "noting"),
        ("zh", "强烈谴责", "condemn"),
        ("ar", "تعرب عن بالغ قلقها", "concern"),
    ],
)
def test_words_that_say_the_manner_stand_before_the_opening_word(
    language: str, text: str, concept: str
) -> None:
    assert opening(text, language) == concept


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", '"The Security Council welcomes the measures'),
        ("zh", "“安全理事会欢迎"),
        ("fr", "« Le Conseil de sécurité se félicite"),
        ("es", "«El Consejo de Seguridad acoge con beneplácito"),
        ("ru", "«Совет Безопасности приветствует"),
        ("ar", "”ويرحب مجلس الأمن"),
    ],
)
def test_a_statement_names_the_organ_before_its_opening_words(language: str, text: str) -> None:
    assert opening(text, language) == "welcom"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The peoples of all lands that call for peace"),
        ("en", "Lighthouses"),
        ("zh", "灯塔"),
        ("und", "Recalling its resolution"),
        ("en", ""),
    ],
)
def test_a_paragraph_without_opening_words(language: str, text: str) -> None:
    assert opening(text, language) == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Calls upon all States", "Requests the Secretary-General"),
        ("Recalling its resolution", "Noting the report"),
        ("Condemns all acts", "Deplores the loss"),
        ("Decides to meet", "Demands that all parties"),
        ("Convinced that", "Concerned that"),
    ],
)
def test_openings_that_mean_different_things_stay_apart(one: str, other: str) -> None:
    assert opening(one, "en") != opening(other, "en")


def test_the_official_versions_of_an_opening_agree() -> None:
    pairs = [
        (one, other)
        for row in _OFFICIAL
        for one, other in combinations(map(opening, row, _LANGUAGES), 2)
        if one and other
    ]
    known = sum(map(bool, (opening(text, "en") for text, *_ in _OFFICIAL)))
    assert known == len(_OFFICIAL)
    assert sum(one == other for one, other in pairs) >= 0.97 * len(pairs)


@pytest.mark.parametrize("name", ["security_council_1540", "general_assembly_75_58", "everything"])
def test_the_openings_of_true_rows_agree(name: str) -> None:
    folder = FIXTURES / name
    files = sorted(folder.glob("*.md") if folder.is_dir() else FIXTURES.glob(f"{name}.*.md"))
    versions = [read_resolution(file) for file in files]
    assert len(versions) >= 2
    for one, other in combinations(versions, 2):
        texts = [{clause.id: clause.text for clause in side.walk()} for side in (one, other)]
        for row in align(one, other).rows:
            if row.source == row.target and row.source[0] in texts[0]:
                both = [
                    opening(text[row.source[0]], side.language)
                    for text, side in zip(texts, (one, other), strict=True)
                ]
                assert "" in both or both[0] == both[1], (row.source, both)


@pytest.mark.parametrize("texts", _OFFICIAL, ids=lambda texts: texts[0])
def test_official_versions_open_with_one_strength(texts: list[str]) -> None:
    found = [strength(text, code) for text, code in zip(texts, _LANGUAGES, strict=True)]
    known = [one.value for one in found if one]
    assert all(one & other for one, other in combinations(known, 2))
