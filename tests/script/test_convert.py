"""Converting texts, files and resolutions from one Chinese script to another."""

import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.resolution.bitext import Bitext
from desktop_app.resolution.model import Resolution, Run, Style, words
from desktop_app.resolution.positions import SAME
from desktop_app.resolution.variants import CONFIGURATIONS, VARIANTS
from desktop_app.script import convert as room
from desktop_app.script.convert import (
    ScriptError,
    convert,
    convert_bitext,
    convert_markdown,
    convert_resolution,
    convert_runs,
)
from desktop_app.script.engine import Converter
from desktop_app.script.protected import protected
from tests.script.published import published_cases
from tests.support.texts import EN, ZH, clause, ids, read, read_anew

_CHINESE = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_CONFIGURATIONS = st.sampled_from(sorted(VARIANTS))
_MIXED = st.text(
    st.one_of(
        st.sampled_from("国会發髮后後里裏为為台湾鼠标abc *_#[]()<>/：，。1２\n"), st.characters()
    )
)


def _others(text: str) -> list[str]:
    return _CHINESE.split(text)


def _published(name: str, text: str) -> str:
    """What OpenCC makes of a text, with nothing protected."""
    return Converter(name).mapped(text)[0]


_WITH_SYMBOLS = st.lists(
    st.one_of(
        st.sampled_from(["A/RES/75/58", "S/RES/1540 (2004)", "A／C.1／75／B", "A/59", "T/B"]),
        st.sampled_from(["B超", "BMW集團", "PN结", "A肝", "里姆斯基-科萨科夫", "第74/43号", "⿰"]),
        st.text(st.sampled_from("国发里内存AB/1（2） -\n"), max_size=4),
    ),
    max_size=8,
).map("".join)


@given(_WITH_SYMBOLS, _CONFIGURATIONS)
def test_a_text_is_converted_as_opencc_converts_it_but_for_its_symbols(
    text: str, configuration: str
) -> None:
    expected = ""
    last = 0
    for start, end in [*protected(text), (len(text), len(text))]:
        expected += _published(configuration, text[last:start]) + text[start:end]
        last = end
    assert convert(text, configuration) == expected


@given(_MIXED, _CONFIGURATIONS)
def test_whatever_is_no_chinese_character_stays_where_it_is(text: str, configuration: str) -> None:
    assert _others(convert(text, configuration)) == _others(text)


def test_every_case_that_the_opencc_project_publishes() -> None:
    cases = published_cases()
    wrong = [case for case in cases if convert(case[1], case[0]) != case[2]]
    assert (wrong, len(cases)) == ([], 556)
    assert {case[0] for case in cases} == {*CONFIGURATIONS}


@pytest.mark.parametrize(
    ("text", "configuration", "expected"),
    [
        ("里姆斯基-科萨科夫", "s2t", "里姆斯基-科薩科夫"),
        ("里姆斯基-科萨科夫", "s2tw", "里姆斯基-科薩科夫"),
        ("里姆斯基-科萨科夫", "s2twp", "林姆斯基-高沙可夫"),
        ("B超和彩超", "s2twp", "超音波和彩色超音波"),
        ("BMW集團", "tw2sp", "宝马集团"),
        ("A/B型肝炎", "tw2sp", "A/乙型肝炎"),
    ],
)
def test_words_with_latin_letters_and_signs_are_converted_too(
    text: str, configuration: str, expected: str
) -> None:
    assert convert(text, configuration) == expected
    assert convert_markdown(text, configuration) == expected


def test_a_symbol_keeps_its_letters_beside_a_word_that_begins_with_one() -> None:
    text = "A/C.1/75/B肝和B肝"
    assert convert(text, "tw2sp") == convert_markdown(text, "tw2sp") == "A/C.1/75/B肝和乙肝"
    runs = (Run("A/C.1/"), Run("75/B", Style.EMPHASIS), Run("1", Style.MARK, "fn1"), Run("肝"))
    converted, positions = convert_runs(runs, "tw2sp")
    assert (converted, positions) == (runs, SAME)


def test_after_a_symbol_the_positions_are_right() -> None:
    converted, positions = convert_runs((Run("A/75/B超，B超。"),), "s2twp")
    assert words(converted) == "A/75/B超，超音波。"
    assert positions.shown_range(8, 9) == (8, 11)
    assert positions.published_range(9, 10) == (8, 10)


@pytest.mark.parametrize(("there", "back"), [("s2t", "t2s"), ("s2tw", "tw2s"), ("s2hk", "hk2s")])
def test_there_and_back_the_bundled_text_is_what_it_was(there: str, back: str) -> None:
    assert convert(ZH, there) != ZH
    assert convert(convert(ZH, there), back) == ZH


@pytest.mark.parametrize(
    ("text", "configuration", "expected"),
    [
        ("回顾其第 74/43 号决议", "s2t", "回顧其第 74/43 號決議"),
        ("深为关切", "s2t", "深爲關切"),
        ("深为关切", "s2tw", "深為關切"),
        ("深为关切", "s2hk", "深為關切"),
        ("头发发展", "s2t", "頭髮發展"),
        ("皇后之后", "s2t", "皇后之後"),
        ("软件", "s2tw", "軟件"),
        ("软件", "s2twp", "軟體"),
        ("軟體", "tw2sp", "软件"),
        ("回顧其決議", "t2s", "回顾其决议"),
        ("", "s2t", ""),
    ],
)
def test_words_are_converted_as_words(text: str, configuration: str, expected: str) -> None:
    assert convert(text, configuration) == expected


def test_a_very_long_stretch_is_converted_to_its_end() -> None:
    assert convert("国" * 50_000, "s2t") == "國" * 50_000


def test_a_conversion_that_there_is_not() -> None:
    with pytest.raises(ScriptError, match="no conversion s2x; choose one of s2t, "):
        convert("国", "s2x")


@pytest.fixture(scope="module")
def zh() -> Resolution:
    return read(ZH)


def _shape(resolution: Resolution) -> list[object]:
    return [
        [line.id for line in (*resolution.head, *resolution.closing)],
        [part.id for part in resolution.parts],
        [(c.id, c.number, c.mark, c.notes, [r.style for r in c.runs]) for c in resolution.walk()],
        [(note.id, note.mark) for note in resolution.footnotes],
    ]


@pytest.mark.parametrize("configuration", ["s2t", "s2tw", "s2twp", "s2hk"])
def test_a_resolution_in_another_script_has_the_same_build(
    configuration: str, zh: Resolution
) -> None:
    found = convert_resolution(zh, configuration)
    assert _shape(found) == _shape(zh)
    assert (found.script, found.converted) == ("Hant", configuration)
    for old, new in zip(zh.walk(), found.walk(), strict=True):
        assert new.text == convert(old.text, configuration)
        assert new.opening == convert(old.opening, configuration)


def test_the_masthead_the_headings_and_the_notes_are_converted_too(zh: Resolution) -> None:
    found = convert_resolution(zh, "s2t")
    assert found.masthead.title == "防止恐怖分子獲取大規模毀滅性武器的措施"
    assert found.masthead.agenda_title.startswith("全面徹底裁軍")
    assert found.masthead.organ == "General Assembly"
    assert found.head[2].text == "第七十五屆會議"
    assert found.parts[0].heading[0].text == "大會，"
    assert found.closing[1].text == "第37次全體會議"
    assert found.footnotes[0].text == "聯合國，《條約彙編》，第 2445 卷，第 44004 號。"


def test_the_resolution_itself_is_not_changed(zh: Resolution) -> None:
    convert_resolution(zh, "s2t")
    assert zh == read_anew(ZH)


def test_a_word_that_reaches_over_a_seam_is_converted_as_one(zh: Resolution) -> None:
    runs = (Run("头", Style.EMPHASIS), Run("1", Style.MARK, "fn1"), Run("发"))
    part = zh.parts[0]._replace(clauses=(zh.parts[0].clauses[0]._replace(runs=runs, opening="头"),))
    found = clause(convert_resolution(zh._replace(parts=(part,)), "s2t"), "pp1")
    assert [run.text for run in found.runs] == ["頭", "1", "髮"]
    assert found.opening == "頭"


def test_a_conversion_that_makes_a_text_longer_keeps_every_run(zh: Resolution) -> None:
    runs = (Run("决定", Style.EMPHASIS), Run("使用内存"), Run("1", Style.MARK, "fn1"))
    part = zh.parts[0]._replace(
        clauses=(zh.parts[0].clauses[0]._replace(runs=runs, opening="决定"),)
    )
    found = clause(convert_resolution(zh._replace(parts=(part,)), "s2twp"), "pp1")
    assert found.text == convert("决定使用内存", "s2twp")
    assert len(found.text) != len("决定使用内存")
    assert (found.opening, found.notes) == ("決定", ("fn1",))


def test_of_two_texts_that_one_is_converted_which_the_script_fits(zh: Resolution) -> None:
    taiwan = read(convert(ZH, "s2tw"))
    both = Bitext(zh, taiwan, ())
    found = convert_bitext(both, "s2hk")
    assert found.source == convert_resolution(zh, "s2hk")
    assert found.target is taiwan
    found = convert_bitext(both, "tw2s")
    assert found.source is zh
    assert found.target == convert_resolution(taiwan, "tw2s")


def test_a_script_that_fits_neither_text_is_refused(zh: Resolution) -> None:
    with pytest.raises(ScriptError, match=r"hk2t does not fit this text; those that do: s2t, s2tw"):
        convert_bitext(Bitext(zh, read(EN), ()), "hk2t")
    with pytest.raises(ScriptError, match=r"those that do: none\."):
        convert_bitext(Bitext(read(EN), None, ()), "s2t")


def test_english_comes_back_as_it_is() -> None:
    english = read(EN)
    assert convert_resolution(english, "s2t") is english


def test_ids_do_not_depend_on_the_script(zh: Resolution) -> None:
    assert ids(read(convert(ZH, "s2t"))) == ids(zh)


@pytest.mark.parametrize(
    "content",
    [
        "def broken(:",
        "raise AttributeError('no attribute x')",
        "class OpenCC:\n    pass\n",
        "class Other:\n    pass\n",
        "raise ValueError",
    ],
)
def test_a_damaged_engine_is_said_in_a_sentence(
    content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "opencc.py").write_text(content, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "opencc")
    monkeypatch.delitem(sys.modules, "desktop_app.script.engine")
    room._converter.cache_clear()
    with pytest.raises(ScriptError, match="so the text stays as published"):
        convert("国", "s2t")
    monkeypatch.undo()
    assert convert("国", "s2t") == "國"
