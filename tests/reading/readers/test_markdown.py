"""Markdown to blocks: what marks up what, and that HTML is text or nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.reading.blocks import Block
from desktop_app.reading.readers import markdown
from desktop_app.resolution.model import Style
from tests.support.texts import EN_PREAMBLE, every_text, read


def _blocks(text: str) -> list[tuple[str, str, str, int]]:
    return [
        (block.kind.value, block.number, block.text, block.level)
        for block in markdown.read(text).blocks
    ]


def _only(text: str) -> Block:
    (block,) = markdown.read(text).blocks
    return block


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# One\n\n### Three\n", [("heading", "", "One", 1), ("heading", "", "Three", 3)]),
        ("1. One\n2. Two\n", [("item", "1.", "One", 1), ("item", "2.", "Two", 1)]),
        ("3) Three\n4) Four\n", [("item", "3)", "Three", 1), ("item", "4)", "Four", 1)]),
        (
            "1. One\n1. Two\n1. Three\n",
            [("item", f"{n}.", t, 1) for n, t in enumerate(["One", "Two", "Three"], 1)],
        ),
        ("7. One\n9. Two\n", [("item", "7.", "One", 1), ("item", "9.", "Two", 1)]),
        ("1. One\n\n   More\n", [("item", "1.", "One", 1), ("paragraph", "", "More", 1)]),
        ("1. One\n   1. In it\n", [("item", "1.", "One", 1), ("item", "1.", "In it", 2)]),
        ("- One\n- Two\n", [("paragraph", "", "One", 1), ("paragraph", "", "Two", 1)]),
        ("[^3]: A note\n", [("note", "3", "A note", 0)]),
        (
            "[^3]: A note\n\n    in two\n[^4]: B\n",
            [("note", "3", "A note\nin two", 0), ("note", "4", "B", 0)],
        ),
        ("[^3]: A\n\n    1. B\n    2. C\n\n    > D\n", [("note", "3", "A\n1. B\n2. C\nD", 0)]),
        ("[^3]: A\n\n    1. B\n    2.\n    3. C\n", [("note", "3", "A\n1. B\n2.\n3. C", 0)]),
        (
            "[^3]: A\n\n    2. 1. B\n       2. C\n    3. D\n",
            [("note", "3", "A\n2.\n1. B\n2. C\n3. D", 0)],
        ),
        (
            "[^3]: A\n\n    [^4]: B\n\n    C\n",
            [("note", "4", "B", 0), ("note", "3", "A\nC", 0)],
        ),
        (
            "[^3]: A\n\n    | B | C |\n    |---|---|\n    | D | E |\n",
            [("note", "3", "A\nB\tC\nD\tE", 0)],
        ),
        ("> Quoted\n", [("paragraph", "", "Quoted", 0)]),
        ("```\ncode\n```\n", [("paragraph", "", "code", 0)]),
        ("    indented\n", [("paragraph", "", "indented", 0)]),
        ("One\n---\n\nTwo\n", [("paragraph", "", "One", 0), ("paragraph", "", "Two", 0)]),
        ("One\ntwo  \nthree\\\nfour\n", [("paragraph", "", "One\ntwo\nthree\nfour", 0)]),
        ("a | b\n--|--\nc | d\n", [("table", "", "a\tb\nc\td", 0)]),
        ("| | |\n|-|-|\n| c | |\n| | d |\n", [("table", "", "c\t\n\td", 0)]),
        ("|a|b|\n|-|-|\n|c<br>d| e \\| f|\n", [("table", "", "a\tb\nc\u2028d\te | f", 0)]),
        ("|a|\n|-|\n|c|\n", [("paragraph", "", "a", 0), ("paragraph", "", "c", 0)]),
        ("|a|b|\n|-|-|\n||\n\nd\n", [("table", "", "a\tb\n\t", 0), ("paragraph", "", "d", 0)]),
        ("| | |\n|-|-|\n| | |\n\nd\n", [("paragraph", "", "d", 0)]),
    ],
)
def test_blocks(text: str, expected: list[tuple[str, str, str, int]]) -> None:
    assert _blocks(text) == expected


def test_the_front_matter_is_read_and_is_no_text() -> None:
    document = markdown.read(
        '---\nSymbol: A/RES/75/58\ntitle: "A: b"\nempty:\n  deep: 1\n---\n\nText\n'
    )
    assert document.metadata == {"symbol": "A/RES/75/58", "title": "A: b"}
    assert [block.text for block in document.blocks] == ["Text"]


def test_a_rule_in_the_middle_is_no_front_matter() -> None:
    document = markdown.read("Text\n\n---\nsymbol: A/RES/1/1\n---\n")
    assert document.metadata == {}


@pytest.mark.parametrize(
    "emphasised",
    ["*b*", "**b**", "_b_", "***b***", "<b>b</b>", "<em>b</em>", "** b **", "__ b __", "**b **"],
)
def test_emphasis_however_it_is_written(emphasised: str) -> None:
    runs = _only(f"a {emphasised} c").runs
    assert [run.text for run in runs if run.style is Style.EMPHASIS] == ["b"]
    assert [run.style for run in runs] == [Style.PLAIN, Style.EMPHASIS, Style.PLAIN]


@pytest.mark.parametrize(
    "text", ["2 * 3 * 4", "a_b_c", "a ** b", r"\*not\*", "5 < 6 > 4", "AT&T", "[x]"]
)
def test_signs_that_mark_nothing_up_stay(text: str) -> None:
    assert _only(text).text == text.replace("\\", "")


def test_links_leave_their_words_and_images_their_alternative_text() -> None:
    text = "See [the report](https://example.org/a) and ![the map](map.png), <https://docs.un.org>."
    assert _only(text).text == "See the report and the map, https://docs.un.org."


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '<img src="x.png" onerror="alert(1)">',
        '<iframe src="https://example.org"></iframe>',
        "<style>p { color: red }</style>",
        '<a href="javascript:alert(1)">words</a>',
        "<object data=x></object>",
        "<!-- a comment -->",
        "<!DOCTYPE html>",
        "<?php echo 1 ?>",
        "<div onclick=x>words</div>",
    ],
)
@pytest.mark.parametrize("place", ["{}\n", "Words before {} and after\n", "1. {}\n", "## {}\n"])
def test_html_is_shown_as_it_is_written_or_dropped(text: str, place: str) -> None:
    blocks = markdown.read(place.format(text)).blocks
    shown = "".join(block.text for block in blocks)
    if shown == "1.":  # an item with nothing in it to show keeps its number
        shown = ""
    assert shown in (
        place.format(content).lstrip("#1. ").strip() for content in (text, "", "words")
    )
    assert all(run.style in Style for block in blocks for run in block.runs)


def test_a_script_in_a_resolution_is_characters_of_its_clause() -> None:
    found = read(f"{EN_PREAMBLE}1. Decides <script>alert(1)</script> to act in the name of all;\n")
    shown = [text for text in every_text(found) if "alert" in text]
    assert shown == ["Decides <script>alert(1)</script> to act in the name of all;"]


def test_a_comment_between_paragraphs_is_no_clause() -> None:
    found = read(f"{EN_PREAMBLE}<!-- page 2 -->\n\n1. Decides to act.\n")
    assert [clause.id for clause in found.walk()] == ["pp1", "op1"]


def test_entities_are_the_characters_they_stand_for() -> None:
    assert _only("A &amp; B &lt;i&gt; &#20013;").text == "A & B <i> 中"


def test_raised_text_is_a_run_of_its_own() -> None:
    runs = _only("a<sup>1</sup><sup>2</sup>b").runs
    assert [(run.text, run.style) for run in runs] == [
        ("a", Style.PLAIN),
        ("1", Style.SUPERSCRIPT),
        ("2", Style.SUPERSCRIPT),
        ("b", Style.PLAIN),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[^" * 5_000 + "word",
        "*" * 20_000 + "word",
        "<sup>" * 5_000 + "word",
        "*a **b " * 2_000 + "word",
        "> " * 5_000 + "word",
        "- " * 3_000 + "word",
        "[" * 10_000 + "word",
        "![" * 5_000 + "word",
        "`" * 10_001 + "word",
        "a|b\n-|-\n" + "c|d\n" * 1_000 + "\nword",
        "1. a\n" * 2_000 + "\nword",
        "[^1]" * 3_000 + "\n\n[^1]: word\n",
        "<" * 10_000 + "word",
    ],
    ids=lambda text: text[:6],
)
def test_a_text_made_to_hang_a_reader_is_read_to_its_last_word(text: str) -> None:
    assert "word" in "".join(every_text(read(text)))


def test_a_note_that_looks_like_a_link_definition_is_not_lost() -> None:
    found = read(f"{EN_PREAMBLE}1. Takes note of the report;[1]\n\n[1]: A/75/171\n")
    assert "A/75/171" in "".join(every_text(found))


@given(st.lists(st.sampled_from(["[^1]", "[^*]", "[^a-b]", "[^1", "]", "a", " ", "(b)", ".", "é"])))
def test_a_text_with_marks_alone_is_read_as_any_other(pieces: list[str]) -> None:
    # "&" makes the whole parser read it; the other sign lets what knows only marks.
    content = "x" + "".join(pieces)
    whole, marks = (_only(f"{content}{end}").runs for end in ("&amp;", "~"))
    assert [(run.text.replace("&", "~"), run.style) for run in whole] == [
        (run.text, run.style) for run in marks
    ]
