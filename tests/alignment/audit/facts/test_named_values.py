"""Countries, fractions, currencies and weekdays: one that differs is found, and nothing else."""

import pytest

from desktop_app.alignment.align import align
from desktop_app.alignment.audit.audit import audit
from desktop_app.alignment.audit.registry import named
from tests.support.texts import EN_PREAMBLE, ZH_PREAMBLE, read


def _said(name: str, zh: str, en: str) -> list[str]:
    bitext = align(read(f"{ZH_PREAMBLE}1. 决定{zh}。\n"), read(f"{EN_PREAMBLE}1. Decides {en}.\n"))
    return [found.sentence.removeprefix("OP1: ") for found in audit(bitext, named([name]))]


@pytest.mark.parametrize(
    ("zh", "en", "said"),
    [
        (
            "请加拿大、法国和日本参加",
            "to invite Canada and Japan to take part",
            "法国 of the Chinese text is not in the English text.",
        ),
        (
            "请加拿大和日本参加",
            "to invite Canada, the Niger and Japan to take part",
            "Niger of the English text is not in the Chinese text.",
        ),
        (
            "请尼日利亚参加",
            "to invite the Niger to take part",
            "the Chinese text has 尼日利亚, the English text Niger.",
        ),
    ],
)
def test_a_country_that_one_side_lacks_is_found(zh: str, en: str, said: str) -> None:
    assert _said("countries", zh, en) == [said]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("请发展中国家参加", "to invite developing countries to take part"),
        ("请法国政府参加", "to invite the French Government to take part"),
        ("请巴布亚新几内亚和几内亚参加", "to invite Papua New Guinea and Guinea to take part"),
        ("请拉丁美洲的美国家参加", "to invite Latin American countries to take part"),
        ("拨款100美元", "to grant 100 United States dollars"),
        ("在华盛顿哥伦比亚特区开会", "to meet in Washington, D.C."),
        ("请联合王国参加", "to invite the United Kingdom of Great Britain and Northern Ireland"),
        ("请朝鲜参加", "to invite the Democratic People's Republic of Korea to take part"),
    ],
)
def test_what_only_looks_like_a_country_is_none(zh: str, en: str) -> None:
    assert _said("countries", zh, en) == []


@pytest.mark.parametrize(
    ("zh", "en", "said"),
    [
        (
            "须有三分之二多数",
            "to require a majority of three quarters",
            "the Chinese text has 三分之二, the English text three quarters.",
        ),
        (
            "须有三分之二多数",
            "to require a majority",
            "三分之二 of the Chinese text is not in the English text.",
        ),
        (
            "须有二分之一多数",
            "to require a two-thirds majority",
            "two-thirds of the English text is not in the Chinese text.",
        ),
    ],
)
def test_a_fraction_that_differs_is_found(zh: str, en: str, said: str) -> None:
    assert _said("fractions", zh, en) == [said]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("须有三分之二多数", "to require a two-thirds majority"),
        ("须有四分之三多数", "to require 75 per cent of the votes"),
        ("须有三分之二多数", "to require 2/3 of the votes"),
        ("由第三方开会", "to meet at the third party's seat"),
        ("达到百分之三", "to reach three per cent"),
    ],
)
def test_what_says_the_same_fraction_is_no_finding(zh: str, en: str) -> None:
    assert _said("all", zh, en) == []


def test_the_words_of_a_fraction_are_no_numbers_besides() -> None:
    zh, en = "须有四分之三多数", "to require two thirds"
    assert len(_said("all", zh, en)) == 1


def test_a_currency_and_a_weekday_that_differ_are_found() -> None:
    assert _said("currencies", "拨款100欧元", "to grant 100 dollars") == [
        "the Chinese text has 100欧元, the English text 100 dollars."
    ]
    assert _said("weekdays", "星期一开会", "to meet on Tuesday") == [
        "the Chinese text has 星期一, the English text Tuesday."
    ]
    assert _said("weekdays", "星期一开会", "to meet on Monday") == []


def test_a_day_whose_name_is_another_word_too_in_one_language_is_no_finding() -> None:
    ar = "الجمعية العامة،\n\nإذ تشير إلى قرارها 74/43 المؤرخ 12 كانون الأول/ديسمبر 2019،\n\n"
    sides = (
        read(f"{ar}1. تقرر أن تجتمع يوم الاثنين؛\n"),
        read(f"{EN_PREAMBLE}1. Decides: Monday;\n"),
    )
    assert audit(align(*sides), named(["weekdays"])) == ()


def test_dollars_of_a_country_do_not_speak_of_it() -> None:
    ru = "Генеральная Ассамблея,\n\nссылаясь на свою резолюцию 74/43 от 12 декабря 2019 года,\n\n"
    sides = read(f"{ru}1. выделяет 100 долл. США;\n"), read(f"{EN_PREAMBLE}1. Grants $100;\n")
    assert audit(align(*sides), named(["countries"])) == ()
