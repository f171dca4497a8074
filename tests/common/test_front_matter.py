"""Front matter is lines of `key: value` between dashes, and nothing else is."""

import pytest

from desktop_app.common.front_matter import NONE, front_matter


@pytest.mark.parametrize(
    ("source", "lines", "text"),
    [
        ("---\nsymbol: A/RES/75/58\n---\n\nText", "symbol: A/RES/75/58\n", "\nText"),
        ("\ufeff---\na: 1\n---\nText", "a: 1\n", "Text"),
        ("---\r\na: 1\r\n---\r\nText", "a: 1\r\n", "Text"),
        ("---\ra: 1\r---\rText", "a: 1\r", "Text"),
        ("-----\na: 1\n---\nb: 2\n------  \nText", "a: 1\n---\nb: 2\n", "Text"),
        ("---\na: 1\n...\nText", "a: 1\n", "Text"),
        ("--- \t\na:\n  b: c\n- d\n# e\n\nf-g.h : i\n'j': k\n---", None, ""),
        ("---\n---\nText", "", "Text"),
        ("---\ntitle:no space\n---\nText", "title:no space\n", "Text"),
    ],
)
def test_front_matter_and_the_text_after_it(source: str, lines: str | None, text: str) -> None:
    found = front_matter(source)
    if lines is not None:
        assert source[found.start : found.end] == lines
    assert source[found.text :] == text if text or lines is None else found == NONE


@pytest.mark.parametrize(
    "source",
    [
        "",
        "Text",
        "\n---\na: 1\n---\n",
        " ---\na: 1\n---\n",
        "--\na: 1\n--\n",
        "---x\na: 1\n---\n",
        "---\na: 1\n",
        "---\nA line of text\n---\n",
        "---\nRecalling its resolution: a text\n---\n",
        "---\n回顾其决议：这是文字\n---\n",
        "---\n- an item\n---\n",
        "---\n    indented\n---\n",
        "---\n# A heading\n---\n",
        "---\na: 1\nand a line of text\n---\n",
        "---\nhttps://docs.un.org\n---\n",
    ],
)
def test_what_a_line_of_dashes_begins_is_text_if_it_is_no_front_matter(source: str) -> None:
    assert front_matter(source) == NONE
