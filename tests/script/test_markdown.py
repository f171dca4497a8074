"""Text and markup in the source of a Markdown file, and its front matter."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.reading.readers import markdown
from desktop_app.script.markdown import front_matter, split_markup, stated_as_converted


@pytest.mark.parametrize(
    ("source", "pieces"),
    [
        ("", [""]),
        ("头发", ["头发"]),
        ("头**发**", ["头", "**", "发", "**", ""]),
        ("见[^注]头", ["见", "[^注]", "头"]),
        ("头\n发", ["头", "\n", "发"]),
        ("# 头\n发", ["# 头\n发"]),
        ("A/RES/75/58<sup>1</sup>号", ["A/RES/75/58", "<sup>1</sup>", "号"]),
    ],
)
def test_a_source_is_by_turns_text_and_markup(source: str, pieces: list[str]) -> None:
    assert split_markup(source) == pieces


@given(st.text(st.sampled_from("头发国*_[]()^1<>/sup# \n\r-:.!`"), max_size=40))
def test_text_and_markup_joined_are_the_source(text: str) -> None:
    assert "".join(split_markup(text)) == text


_OPENINGS = st.sampled_from(["---\n", "---\r\n", "----\r", "--\n", "---x\n", " ---\n", ""])
_HEADS = st.text(st.sampled_from("-. \t\r\n:ax国\ufeff\u2028"), max_size=12)


@given(_HEADS, _HEADS, _OPENINGS)
def test_front_matter_is_what_the_reader_takes_for_it(one: str, two: str, opening: str) -> None:
    text = f"{opening}{one}\na: 1\n{two}\n---\n\n国"
    tokens = markdown._parser().parse(text)
    start, end = front_matter(text)
    assert bool(start) == (tokens[0].type == "front_matter")
    if start:
        lines = re.sub(r"\r\n?", "\n", text[start:end])
        assert lines.removesuffix("\n") == tokens[0].content
    stated = markdown.read(stated_as_converted(text)).metadata.get("provenance", "")
    assert stated == ("converted" if start else "")
