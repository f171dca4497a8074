"""Text and markup in the source of a Markdown file, and its front matter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.common.front_matter import front_matter
from desktop_app.reading.readers import markdown
from desktop_app.script.markdown import escaped, split_markup, stated_as_converted


@pytest.mark.parametrize(
    ("source", "pieces"),
    [
        ("", [""]),
        ("头发", ["头发"]),
        ("头**发**", ["头", "**", "发", "**", ""]),
        ("见[^注]头", ["见", "[^注]", "头"]),
        ("头\n发", ["头", "\n", "发"]),
        ("# 头\n发", ["# 头\n发"]),
        (r"头\-发", ["头", r"\-", "发"]),
        (r"头\\-发", ["头", r"\\", "-发"]),
        (r"头\[^注]", ["头", r"\[", "^注]"]),
        ("头&#45;发&x2d;", ["头", "&#45;", "发", "&x2d;", ""]),
        ("A/RES/75/58<sup>1</sup>号", ["A/RES/75/58", "<sup>1</sup>", "号"]),
    ],
)
def test_a_source_is_by_turns_text_and_markup(source: str, pieces: list[str]) -> None:
    assert split_markup(source) == pieces


@given(st.text(st.sampled_from("头发国*_[]()^1<>/sup# \n\r-:.!`\\&;"), max_size=40))
def test_text_and_markup_joined_are_the_source(text: str) -> None:
    assert "".join(split_markup(text)) == text


@pytest.mark.parametrize(
    ("markup", "character"),
    [(r"\-", "-"), ("&#45;", "-"), ("&#x2D;", "-"), ("&amp;", "&"), ("&notit;", ""), ("**", "")],
)
def test_what_is_escaped_is_one_character(markup: str, character: str) -> None:
    assert escaped(markup) == character


_HEADS = st.text(st.sampled_from("-. \t\r\n:ax国\ufeff\u2028"), max_size=12)


@given(_HEADS, _HEADS)
def test_what_a_reader_takes_for_front_matter_says_that_the_text_was_converted(
    one: str, two: str
) -> None:
    text = f"---\n{one}\na: 1\n{two}\n---\n\n国"
    start, *_ = front_matter(text)
    stated = markdown.read(stated_as_converted(text)).metadata.get("provenance", "")
    assert stated == ("converted" if start else "")
