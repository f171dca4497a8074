"""Which language and script a text is in, and how a language counts and opens its paragraphs."""

from datetime import date

import pytest

from desktop_app.grammar.grammar import LANGUAGES, grammar
from desktop_app.reading.structure.language import detect
from desktop_app.script.convert import convert
from tests.support.texts import EN, ZH, read_anew


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ZH, "zh"),
        (convert(ZH, "s2t"), "zh"),
        (EN, "en"),
        ("大会，", "zh"),
        ("Rappelle que la résolution des Nations Unies a été adoptée par les États.", "fr"),
        ("Recordando su resolución 74/43, de 12 de diciembre de 2019, y las demás.", "es"),
        ("Ссылаясь на свою резолюцию 74/43 от 12 декабря 2019 года,", "ru"),
        ("إن الجمعية العامة، إذ تشير إلى قرارها", "ar"),
        ("Die Generalversammlung, unter Hinweis auf ihre Resolution 74/43", "und"),
        ("国際連合は総会の決議に基づいて、テロリストが大量破壊兵器を取得することを防ぐ。", "und"),
        ("대한민국의 주권은 국민에게 있고 모든 권력은 국민으로부터 나온다.", "und"),
        ("", "und"),
        ("12345 67/89 ...", "und"),
    ],
)
def test_the_language_of_a_text(text: str, expected: str) -> None:
    assert detect(text) == expected


@pytest.mark.parametrize(
    ("stated", "expected"),
    [("zh", "zh"), ("zh-Hans", "zh"), ("EN", "en"), ("fr", "fr"), ("de", "und")],
)
def test_what_the_front_matter_says_decides(stated: str, expected: str) -> None:
    assert detect("A/75/171", stated) == expected


def test_a_text_loads_no_grammar_but_its_own() -> None:
    grammar.cache_clear()
    read_anew(EN)
    assert grammar.cache_info().currsize == 1


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("七十五", 75), ("十", 10), ("十一", 11), ("二十", 20), ("一百", 100), ("一百零三", 103),
        ("一〇三", 103), ("一九七六", 1976), ("二千七百五十八", 2758), ("75", 75), ("多", None),
        ("", None),
    ],
)  # fmt: skip
def test_chinese_numerals(text: str, value: int | None) -> None:
    assert grammar("zh").count(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Seventy-fifth", 75), ("Thirtieth", 30), ("Eleventh", 11), ("first", 1), ("75th", 75),
        ("22nd", 22), ("Third", 3), ("Umpteenth", None), ("", None),
    ],
)  # fmt: skip
def test_english_ordinals(text: str, value: int | None) -> None:
    assert grammar("en").count(text) == value


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("zh", "2020年12月7日", date(2020, 12, 7)),
        ("zh", "于 2020 年 12 月 7 日通过", date(2020, 12, 7)),
        ("zh", "2020年13月7日和2021年1月2日", date(2021, 1, 2)),
        ("zh", "一九七一年十月二十五日", date(1971, 10, 25)),
        ("zh", "2020年12月", None),
        ("en", "adopted on 7 December 2020 in", date(2020, 12, 7)),
        ("en", "30 February 2020 or 1 March 2020", date(2020, 3, 1)),
        ("en", "December 2020", None),
    ],
)
def test_dates(language: str, text: str, value: date | None) -> None:
    assert grammar(language).find_date(text) == value


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("回顾其决议", "回顾"), ("又回顾其决议", "又回顾"), ("深为关切恐怖主义", "深为关切"),
        ("还表示注意到《成果》", "还表示注意到"), ("赞赏地注意到报告", "赞赏地注意到"),
        ("兹决定设立", "兹决定"),
        ("請秘書長", "請"), ("深爲關切", "深爲關切"), ("各国应合作", ""), ("", ""),
    ],
)  # fmt: skip
def test_chinese_opening_words(text: str, opening: str) -> None:
    assert grammar("zh").opening(text) == opening


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("Recalling its resolution", "Recalling"), ("Deeply concerned by", "Deeply concerned"),
        ("Taking note also of", "Taking note also"), ("Also welcomes the", "Also welcomes"),
        ("Strongly urges all", "Strongly urges"), ("Calls upon States", "Calls upon"),
        ("Recallingly said", ""), ("All States shall", ""),
        ("Noting with great concern the", "Noting with great concern"),
        ("Noting with deep concern the", "Noting with deep concern"),
        ("Noting with satisfaction that", "Noting with satisfaction"),
    ],
)  # fmt: skip
def test_english_opening_words(text: str, opening: str) -> None:
    assert grammar("en").opening(text) == opening


@pytest.mark.parametrize("language", LANGUAGES)
def test_broken_lines_are_joined_as_the_language_does(language: str) -> None:
    assert grammar("en").join("of the", "report") == " "
    assert grammar("zh").join("报告", "和决定") == ""
    assert grammar("zh").join("2020", "2021") == " "
    assert grammar(language).join("", "x") == grammar(language).join("x", "") == ""
