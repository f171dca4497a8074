"""Not a word of a Markdown text is lost, whatever it is marked up with."""

import pytest
from hypothesis import given, settings

from desktop_app.cli.outline import as_text
from tests.support.markdown_sources import (
    BEFORE,
    BREAKS,
    INLINE,
    LINES,
    NUMBERED,
    Source,
    construct,
    sources,
)
from tests.support.texts import EN_PREAMBLE, every_text, read


def _lost(source: Source) -> list[str]:
    return source.lost_in(" ".join(every_text(read(source.text))))


@pytest.mark.parametrize("before", BEFORE)
def test_no_word_of_any_construct_is_lost(before: str) -> None:
    found = {
        template: lost
        for template in (*INLINE, *BREAKS, *LINES, *NUMBERED)
        if (lost := _lost(construct(template, before)))
    }
    assert found == {}


@pytest.mark.slow
@settings(max_examples=300)
@given(sources())
def test_no_word_of_constructs_within_constructs_is_lost(source: Source) -> None:
    assert _lost(source) == []


@pytest.mark.slow
@settings(max_examples=20_000)
@given(sources())
def test_no_word_of_very_many_texts_is_lost(source: Source) -> None:
    assert _lost(source) == []


@pytest.mark.parametrize("before", ["nothing", "front matter"])
def test_no_word_and_no_number_of_a_text_that_is_no_resolution_is_missing_in_its_outline(
    before: str,
) -> None:
    for template in (*INLINE, *BREAKS, *LINES, *NUMBERED):
        source = construct(template, before)
        assert source.lost_in(as_text(read(source.text))) == [], template


def test_a_mark_on_a_line_of_its_own_takes_no_line_of_a_text_without_structure() -> None:
    words = ("дx20y", "wx21y", "各x22y", "дx23y", "wx24y", "各x25y")
    found = read("# дx20y\n\nwx21y 各x22y дx23y-wx24y\n\n[^5]\n各x25y\n")
    assert [word for word in words if word not in " ".join(every_text(found))] == []


@pytest.mark.parametrize(
    "table",
    [
        "| a | b |\n|---|---|\n| c | d | e |\n",
        "a | b\n--|--\nc | d | e\n",
        "| a | b |\n|---|---|\n| c | d | e",
        "> | a | b |\n> |---|---|\n> | c | d | e |\n",
        "- | a | b |\n  |---|---|\n  | c | d | e |\n",
    ],
)
def test_a_row_with_more_cells_than_the_head_keeps_them(table: str) -> None:
    assert every_text(read(table))[-1] == "a\tb\t\nc\td\te"


def test_cells_beyond_the_head_may_be_empty_and_are_set_as_all_cells_are() -> None:
    found = read("| a |\n|---|\n| b | | *c* \\| d | |\n")
    assert every_text(found)[-1] == "a\t\t\t\nb\t\tc | d\t"
    assert [run.text for part in found.parts for run in part.clauses[-1].runs][-2] == "c"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5. # Decides\n\nNext", ["5. Decides", "Next"]),
        ("5. | Decides |\n   |---|\n\nNext", ["5. Decides", "Next"]),
        ("5. - Decides\n\nNext", ["5. Decides", "Next"]),
        ("5. 6. Decides\n\nNext", ["5.", "6. Decides", "Next"]),
        ("5.\n\nNext", ["5. Next"]),
    ],
)
def test_a_number_stays_with_what_it_numbers(text: str, expected: list[str]) -> None:
    assert [clause.text for clause in read(text).walk()] == expected


def test_paragraphs_between_two_lines_of_dashes_are_no_front_matter() -> None:
    found = read("---\nThe Secretary-General reports\n---\n\nNext")
    assert [clause.text for clause in found.walk()] == ["The Secretary-General reports", "Next"]


def test_a_letter_in_brackets_behind_square_brackets_is_no_address_of_a_link() -> None:
    found = read("Decides [to act](a) and [to report](b), [as asked](../A/75/399.md)")
    assert found.parts[0].clauses[0].text == "Decides [to act](a) and [to report](b), as asked"


def test_a_numbered_paragraph_that_begins_with_a_mark_keeps_its_number() -> None:
    found = read("5. <sup>1</sup> A report\n\n6. <sup>6</sup> Note six")
    assert [clause.text for clause in found.walk()] == ["5.  A report"]
    assert [(note.mark, note.text) for note in found.footnotes] == [("6", "Note six")]


def test_a_note_that_is_a_symbol_stays_however_often_it_stands_there() -> None:
    notes = "[^1]: A/75/171.\n\n[^2]: A/75/172.\n\n[^3]: A/75/171.\n\n[^4]: A/75/171.\n"
    found = read(f"{EN_PREAMBLE}1. Decides[^1] to[^2] act[^3] now.[^4]\n\n{notes}")
    assert [note.text for note in found.footnotes] == [
        "A/75/171.",
        "A/75/172.",
        "A/75/171.",
        "A/75/171.",
    ]


def test_a_symbol_among_the_lines_of_a_note_takes_no_other_away() -> None:
    notes = "[^7]: A/75/171.\n and so on.\n[^7]: A/75/171.\n"
    found = read(f"{EN_PREAMBLE}1. Decides.\n{notes}")
    assert [note.text for note in found.footnotes] == ["A/75/171. and so on.", "A/75/171."]
