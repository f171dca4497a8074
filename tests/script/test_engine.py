"""The converter gives what OpenCC's own library gives."""

import json
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

from desktop_app.resolution.variants import VARIANTS
from desktop_app.script.engine import Converter
from tests.script.published import published_cases
from tests.support.paths import FIXTURES
from tests.support.texts import ZH

_FIXTURES = FIXTURES / "opencc"
_ANSWERS: dict[str, list[str]] = json.loads((_FIXTURES / "answers.json").read_text("utf-8"))
_LINES: list[str] = json.loads((_FIXTURES / "lines.json").read_text("utf-8"))
_EVERY = st.sampled_from(sorted(VARIANTS))
_TEXTS = st.text(
    st.one_of(
        st.sampled_from("国会發髮后後里裏为為台湾埠鼠标内存软件信息隨身碟A1，"), st.characters()
    )
)


@cache
def _converter(name: str) -> Converter:
    return Converter(name)


def test_every_case_that_the_opencc_project_publishes() -> None:
    cases = published_cases()
    wrong = [case for case in cases if _converter(case[0]).convert(case[1]) != case[2]]
    assert (wrong, len(cases)) == ([], 556)


@pytest.mark.parametrize("name", VARIANTS)
def test_the_bundled_text_as_opencc_s_own_library_converts_it(name: str) -> None:
    expected = (_FIXTURES / f"A_RES_75_58.{name}.md").read_bytes().decode("utf-8")
    assert _converter(name).mapped(ZH)[0] == expected


@pytest.mark.parametrize("name", VARIANTS)
def test_lines_of_every_sort_as_opencc_s_own_library_converts_them(name: str) -> None:
    assert [_converter(name).mapped(line)[0] for line in _LINES] == _ANSWERS[name]


def test_it_is_the_package_s_class() -> None:
    assert isinstance(_converter("s2t"), OpenCC)
    assert _converter("s2t").convert("国") == "國"


@given(_TEXTS, _EVERY)
def test_the_map_leads_from_each_character_to_where_it_stands(text: str, name: str) -> None:
    converted, positions = _converter(name).mapped(text)
    assert positions.shown(len(text)) == len(converted)
    assert positions.published(len(converted)) == len(text)
    within = {p for seam in positions.seams for p in range(seam.start, seam.end)}
    for place, character in enumerate(text):
        if place not in within and character.isascii():
            assert converted[positions.shown(place)] == character


def test_a_word_of_another_length_is_mapped_as_a_whole() -> None:
    converted, positions = _converter("s2twp").mapped("使用内存的人")
    assert converted == "使用記憶體的人"
    assert positions.shown_range(2, 3) == (2, 5)
    assert positions.published_range(3, 4) == (2, 4)
    assert positions.shown_range(4, 6) == (5, 7)


def test_a_protected_stretch_stays_and_ends_a_word() -> None:
    converted, positions = _converter("s2twp").mapped("内存A/B超内存内存", [(2, 5), (8, 9)])
    assert converted == "記憶體A/B超記憶體内存"
    assert positions.shown_range(6, 8) == (7, 10)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("\ud800国\udfff", "\ud800國\udfff"),
        ("カタカナと国", "カタカナと國"),
        ("대한민국 国", "대한민국 國"),
        ("羅\uf90f", "羅羅"),  # a compatibility ideograph becomes the one that it stands for
        ("𠮷国😀", "𠮷國😀"),
    ],
)
def test_characters_of_every_sort(text: str, expected: str) -> None:
    assert _converter("s2t").convert(text) == expected


def test_a_text_of_a_million_characters_is_converted_to_its_end() -> None:
    assert _converter("s2twp").convert("国" * 1_000_000) == "國" * 1_000_000


def test_a_million_signs_of_descriptions_that_do_not_end() -> None:
    text = "⿰" * 500_000 + "⿲发" * 250_000
    converted, positions = _converter("s2t").mapped(text)
    assert positions.shown(len(text)) == len(converted) == len(text)


def test_a_description_before_a_longer_word_moves_its_place() -> None:
    converted, positions = _converter("s2twp").mapped("内存⿰女发使用内存")
    assert converted == "記憶體⿰女发使用記憶體"
    assert positions.shown_range(7, 8) == (8, 11)
    assert positions.published_range(3, 6) == (2, 5)
