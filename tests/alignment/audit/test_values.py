"""Values that the six languages write each in their own way: equal ones are no finding, others are
exactly one.

`values.json` has two values of each kind, in the official wording of each language, and in other
ways that real texts have.
"""

import json
from functools import cache
from itertools import combinations, permutations

import pytest

from desktop_app.alignment.align import align
from desktop_app.alignment.audit.audit import audit
from desktop_app.resolution.model import Resolution
from tests.support.paths import FIXTURES
from tests.support.texts import read_anew

_KINDS: dict[str, list[dict[str, str]]] = json.loads(
    (FIXTURES / "values.json").read_text(encoding="utf-8")
)
_TEXTS = {
    "en": "# General Assembly\n\n75/58. A title\n\nThe General Assembly,\n\nRecalling its work,\n\n"
    "1. Decides: {}.\n",
    "zh": "大会\n\n75/58. 题目\n\n大会，\n\n回顾其工作，\n\n1. 决定：{}。\n",
    "fr": "# Assemblée générale\n\n75/58. Titre\n\nL'Assemblée générale,\n\n"
    "Rappelant ses travaux,\n\n1. Décide : {}.\n",
    "es": "# Asamblea General\n\n75/58. Título\n\nLa Asamblea General,\n\n"
    "Recordando su labor,\n\n1. Decide: {}.\n",
    "ru": "# Генеральная Ассамблея\n\n75/58. Заголовок\n\nГенеральная Ассамблея,\n\n"
    "ссылаясь на свою работу,\n\n1. постановляет: {}.\n",
    "ar": "# الجمعية العامة\n\n75/58 - عنوان\n\nإن الجمعية العامة،\n\n"
    "إذ تشير إلى أعمالها،\n\n1 - تقرر: {}.\n",
}


@cache
def _resolution(language: str, words: str) -> Resolution:
    return read_anew(_TEXTS[language].format(words))


def _findings(one: tuple[str, str], other: tuple[str, str]) -> list[str]:
    """What the audit finds between two resolutions, each by its language and what it decides."""
    return [found.sentence for found in audit(align(_resolution(*one), _resolution(*other)))]


def test_every_kind_has_two_values_in_every_language() -> None:
    for kind, values in _KINDS.items():
        assert [set(value) for value in values] == [set(_TEXTS)] * 2, kind
    assert len(_KINDS) >= 70


@pytest.mark.parametrize("kind", _KINDS)
def test_an_equal_value_is_no_finding_whatever_way_a_language_writes_it(kind: str) -> None:
    for value in _KINDS[kind]:
        for one, other in combinations(value.items(), 2):
            assert (one, other, _findings(one, other)) == (one, other, [])


@pytest.mark.slow
@pytest.mark.parametrize("kind", _KINDS)
def test_another_value_is_exactly_one_finding(kind: str) -> None:
    first, second = _KINDS[kind]
    for one, other in permutations(_TEXTS, 2):
        found = _findings((one, first[one]), (other, second[other]))
        assert (first[one], second[other], len(found)) == (first[one], second[other], 1), found


@pytest.mark.parametrize(
    ("en", "zh", "count"),
    [
        ("paragraphs 12 and 14", "第12-14段", 0),
        ("paragraphs 12, 13 and 14", "第12和14段", 1),
        ("paragraphs 12, 13 and 14", "第12段，第14段", 1),
        ("paragraphs 12, 13 and 15", "第12至15段", 1),
        ("document CD 1356", "CD/1357号文件", 1),
        ("documents SC/7791 IK/365", "SC/7791-IK/366", 1),
        ("resolution 1540 (2004)", "第1540号决议", 1),
        ("on 7 December 2020", "于2020年12月8日", 1),
        ("within 15 hours", "在3小时内", 1),
        ("at 3 p.m.", "下午4时", 1),
        ("for three decades", "四十年来", 1),
        ("in the 1990s", "二十世纪八十年代", 1),
    ],
)
def test_what_is_nearly_said_otherwise_is_compared(en: str, zh: str, count: int) -> None:
    assert len(_findings(("en", en), ("zh", zh))) == count


def test_a_document_that_one_side_names_with_its_year_is_one_finding() -> None:
    (found,) = _findings(("en", "resolution 1540 (2004)"), ("zh", "第1540号决议"))
    assert found == "OP1: the English text has 1540 (2004), the Chinese text 1540."


@pytest.mark.parametrize(("zh", "en"), [("，[^1]", "[^1],"), ("[^1]，", ",[^1]"), ("[^1]", "[^1]")])
def test_a_footnote_mark_may_stand_before_or_behind_the_sign(zh: str, en: str) -> None:
    source = _TEXTS["en"].format(f"to act{en} and to meet") + "\n[^1]: See A/59/361.\n"
    target = _TEXTS["zh"].format(f"采取行动{zh}并开会") + "\n[^1]: 见 A/59/361。\n"
    assert audit(align(read_anew(source), read_anew(target))) == ()


def test_an_islamic_date_is_compared_where_both_sides_name_one() -> None:
    ar = ("ar", "في 7 محرم 1442 هـ الموافق 26 آب/أغسطس 2020")
    assert _findings(ar, ("en", "on 26 August 2020")) == []
    assert _findings(ar, ("en", "on 7 Muharram 1442 (26 August 2020)")) == []
    assert len(_findings(ar, ("en", "on 8 Muharram 1442 (26 August 2020)"))) == 1
