"""Converting Markdown files: the markup stays, and the front matter states it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.reading.readers import markdown
from desktop_app.resolution.model import Provenance
from desktop_app.resolution.variants import VARIANTS
from desktop_app.script.convert import convert_markdown
from desktop_app.script.dictionaries import configuration
from tests.support.paths import FIXTURES
from tests.support.texts import EN, ZH, read

_CHINESE = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_CONFIGURATIONS = st.sampled_from(sorted(VARIANTS))
_MIXED = st.text(
    st.one_of(
        st.sampled_from("国会發髮后後里裏为為台湾鼠标abc *_#[]()<>/：，。1２\n"), st.characters()
    )
)


def _others(text: str) -> list[str]:
    return _CHINESE.split(text)


@given(_MIXED, _CONFIGURATIONS)
def test_markdown_keeps_all_but_its_chinese(text: str, configuration: str) -> None:
    assert _others(convert_markdown(text, configuration)) == _others(text)


@pytest.mark.parametrize("configuration", VARIANTS)
def test_the_bundled_file_keeps_its_markup_in_every_script(configuration: str) -> None:
    assert _others(convert_markdown(ZH, configuration)) == _others(ZH)


@pytest.mark.parametrize("configuration", VARIANTS)
def test_english_has_nothing_to_convert(configuration: str) -> None:
    assert convert_markdown(EN, configuration) == EN


@pytest.mark.parametrize(
    "kept",
    [
        "[^条约]",
        "](决议.md)",
        "](https://example.org/决议)",
        '<a href="决议">',
        "<span title=决议>",
    ],
)
def test_what_the_machine_reads_in_markdown_is_no_chinese_text(kept: str) -> None:
    assert convert_markdown(f"决议 {kept} 决议", "s2t") == f"決議 {kept} 決議"


@pytest.mark.parametrize(
    "source",
    [
        "头[^1]发",
        "头**发**",
        "**头**发",
        "头*发*",
        "头__发__",
        "头<sup>1</sup>发",
        "头<sup>发</sup>",
        "头¹发",
        "头<b>发</b>",
        "头<br>发",
        "头\n发",
        "头\r\n发",
        "头  \n    发",
        "**头**\n发",
        "头**\n**发",
        "头 ** \n发",
        "[头](a.md)发",
        "![头](决议.png)发",
    ],
)
def test_a_word_that_reaches_over_markup_in_a_file_is_converted_as_one(source: str) -> None:
    expected = source.replace("头", "頭").replace("发", "髮")
    assert convert_markdown(source, "s2t") == expected
    text = f"大会，\n\n回顾{source}，\n发展和{source}"
    assert convert_markdown(text, "s2t") == f"大會，\n\n回顧{expected}，\n發展和{expected}"


@pytest.mark.parametrize(
    "source",
    ["头\n\n发", "头\n* 发", "头\n- 发", "# 头\n发", "头 发", "---\n题目: 头\n发: 1\n---\n"],
)
def test_a_paragraph_an_item_and_a_heading_end_a_word(source: str) -> None:
    converted = convert_markdown(source, "s2t").replace("provenance: converted\n", "")
    assert converted == source.translate(str.maketrans("题头发", "題頭發"))


@pytest.mark.parametrize("sign", ["-", r"\-", "&#45;", "&#x2d;", r"**\-**"])
def test_an_escaped_sign_in_a_word_is_a_part_of_it_and_stays_escaped(sign: str) -> None:
    source = f"与里姆斯基{sign}科萨科夫"
    assert convert_markdown(source, "s2twp") == f"與林姆斯基{sign}高沙可夫"


def test_a_word_that_becomes_shorter_leaves_something_in_its_emphasis() -> None:
    word, short = next(
        (word, short)
        for word, short in configuration("tw2sp").chain[0].words.items()
        if (len(word), len(short)) == (3, 2)
    )
    found = convert_markdown(f"**{word[0]}**{word[1:]}", "tw2sp")
    assert len(found) == len(short) + 4
    assert "****" not in found


@pytest.mark.parametrize("name", VARIANTS)
def test_the_bundled_file_as_opencc_s_own_library_converts_it(name: str) -> None:
    fixture = FIXTURES / "opencc" / f"A_RES_75_58.{name}.md"
    assert convert_markdown(ZH, name) == fixture.read_bytes().decode("utf-8")


@given(st.text(st.sampled_from("头发国*_[]()^1<>/sup# \n\r-:.!`"), max_size=40))
def test_a_file_is_what_it_was_but_for_its_chinese(text: str) -> None:
    back = str.maketrans("頭發髮國", "头发发国")
    assert convert_markdown(f"，{text}", "s2t").translate(back) == f"，{text}"


@pytest.mark.parametrize("quote", ["", '"', "'"])
def test_an_official_text_that_was_converted_is_not_called_official(quote: str) -> None:
    head = f"---\nsymbol: A/RES/75/58\nProvenance: {quote}official{quote}\n---\n"
    converted = convert_markdown(f"{head}\n大会，\n\n回顾\nprovenance: official\n", "s2t")
    assert converted == (
        f"---\nsymbol: A/RES/75/58\nProvenance: {quote}converted{quote}\n---\n"
        "\n大會，\n\n回顧\nprovenance: official\n"
    )
    assert read(converted).provenance is Provenance.CONVERTED


@pytest.mark.parametrize(
    "text",
    [
        "---\nprovenance: official\n---\n\nThe General Assembly,\n",  # nothing was converted
        "---\nsymbol: x\n---\nprovenance: official\n",
        "provenance: official\n",
    ],
)
def test_all_else_stays_as_it_is(text: str) -> None:
    assert convert_markdown(text, "s2t") == text


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("title: 国", "title: 國\nprovenance: converted"),
        ("provenance: transcription", "provenance: converted"),
        ("PROVENANCE : 'Transcription'", "PROVENANCE : 'converted'"),
        ("provenance:", "provenance: converted"),
        ("provenance: official # 国", "provenance: converted"),
        ("provenance: converted\ntitle: 国", "provenance: converted\ntitle: 國"),
        (
            "provenance: official\nx: 1\nProvenance: a",
            "provenance: converted\nx: 1\nProvenance: converted",
        ),
        ("x:\n  provenance: official", "x:\n  provenance: official\nprovenance: converted"),
        ("---x: 1\nprovenance: official", "---x: 1\nprovenance: converted"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("opening", "closing"), [("---", "---"), ("----", "  -----\t"), ("---", "...")]
)
def test_a_front_matter_says_that_the_text_was_converted(
    lines: str, expected: str, end: str, opening: str, closing: str
) -> None:
    def file(head: str, body: str) -> str:
        return f"{opening}\n{head}\n{closing}\n\n{body}\n\nprovenance: official\n".replace(
            "\n", end
        )

    converted = convert_markdown(file(lines, "国"), "s2t")
    assert converted == file(expected, "國")
    assert markdown.read(converted).metadata["provenance"] == "converted"
