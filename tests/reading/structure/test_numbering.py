"""A printed number is part of the law; marks of every kind."""

import pytest

from desktop_app.resolution.model import words
from tests.support.texts import EN_PREAMBLE, ZH_PREAMBLE, ids, read, texts


def test_a_list_that_begins_anew_begins_a_section_and_keeps_its_numbers() -> None:
    found = read(f"{EN_PREAMBLE}1. Decides a;\n\n2. Decides b;\n\nA list.\n\n1. Requests c.\n")
    assert [clause.mark for clause in found.walk() if clause.number] == ["1.", "2.", "1."]
    assert ids(found)[-1] == "section1.op1"


def test_items_that_are_all_numbered_1_are_counted_for_their_author() -> None:
    found = read(f"{EN_PREAMBLE}1. Decides a;\n\nIt is so.\n\n1. Decides b;\n1. Requests c.\n")
    assert [clause.mark for clause in found.walk() if clause.number] == ["1.", "2.", "3."]


def test_a_number_that_is_printed_twice_changes_none_behind_it() -> None:
    found = read(f"{EN_PREAMBLE}1. Decides a;\n1. Decides b;\n2. Requests c.\n")
    assert [clause.mark for clause in found.walk() if clause.number] == ["1.", "1.", "2."]


def test_lists_of_one_item_in_sections_are_not_counted_on() -> None:
    found = read(f"{EN_PREAMBLE}I\n\n1. Decides;\n\nII\n\n1. Requests.\n\nAnnex\n\n1. A rule.\n")
    assert [clause.mark for clause in found.walk() if clause.number] == ["1.", "1.", "1."]


@pytest.mark.parametrize(
    ("mark", "number"), [("5 bis.", "5bis"), ("5A.", "5A"), ("10\t", "10"), ("5\u00a0bis.", "5bis")]
)
def test_numbers_of_every_kind_are_those_that_are_printed(mark: str, number: str) -> None:
    found = read(f"{EN_PREAMBLE}1. Decides a;\n\n{mark} Calls upon b.\n")
    last = found.parts[-1].clauses[-1]
    assert last.id == f"op{number}"
    assert (last.number, last.text) == (number, "Calls upon b.")


@pytest.mark.parametrize(
    ("start", "id"),
    [
        ("2.[^1] Calls", "op2"),
        ("2. [^1] Calls", "op2"),
        ("2.<sup>1</sup> Calls", "op2"),
        ("(a)[^1] Calls", "op1.a"),
        ("(a) [^1]", "op1.a"),
        ("(a)[^1]", "op1.a"),
    ],
)
def test_a_note_on_a_number_is_one_on_its_paragraph(start: str, id: str) -> None:
    found = read(f"{EN_PREAMBLE}1. Decides:\n\n{start}\n\n[^1]: A note.\n")
    last = [*found.walk()][-1]
    assert (last.id, last.notes) == (id, ("fn1",))


def test_a_note_behind_the_number_of_an_article_stays() -> None:
    lines = "Annex\n\nArticle 1.[^1] The lamp is lit each night.\n\n[^1]: A note.\n"
    found = read(f"{EN_PREAMBLE}1. Decides.\n\n{lines}")
    last = [*found.walk()][-1]
    assert (last.text, last.notes) == ("The lamp is lit each night.", ("fn1",))


def test_a_mark_without_a_note_can_be_all_of_a_sub_paragraph() -> None:
    found = read(f"{EN_PREAMBLE}1. Decides:\n\n(a) [^WORD]\n")
    assert "".join(run.text for run in [*found.walk()][-1].runs) == "WORD"


def test_letters_go_on_with_two_of_them_after_z() -> None:
    letters = [*"abcdefghijklmnopqrstuvwxyz", "aa", "bb"]
    lines = "\n\n".join(f"({letter}) To do so;" for letter in letters)
    found = read(f"{EN_PREAMBLE}1. Decides:\n\n{lines}\n")
    assert [clause.number for clause in found.parts[1].clauses[0].clauses] == letters


@pytest.mark.parametrize("marks", [("a.", "b."), ("a)", "b)"), ("i.", "ii."), ("i)", "ii)")])
def test_marks_without_an_opening_bracket(marks: tuple[str, str]) -> None:
    lines = "\n\n".join(f"{mark}\tto light the lamp;" for mark in marks)
    found = read(f"{EN_PREAMBLE}1. Decides:\n\n{lines}\n")
    assert [clause.text for clause in found.parts[1].clauses[0].clauses] == [
        "to light the lamp;",
        "to light the lamp;",
    ]


@pytest.mark.parametrize("dash", [" – ", "- ", "-", " -"])
def test_arabic_letters_with_a_dash_are_marks(dash: str) -> None:
    found = read(
        "إن الجمعية العامة،\n\nوإذ تشير إلى قرارها السابق،\n\n1 - تقرر ما يلي:\n\n"
        f"أ{dash}إضاءة المنارة؛\n\nب{dash}صيانة المنارة.\n"
    )
    assert ids(found)[-2:] == ["op1.a", "op1.b"]


def test_a_paragraph_a_line_needs_no_empty_lines() -> None:
    found = read(
        "General Assembly\nSeventy-fifth session\n75/900. Lamps\nThe General Assembly,\n"
        "Recalling its resolution 74/900,\nNoting that lamps are dark,\n2. Decides to act;\n"
        "3. Requests more.\n37th plenary meeting\n7 December 2020\n"
    )
    assert ids(found) == ["pp1", "pp2", "op2", "op3"]
    assert found.masthead.symbol == "A/RES/75/900"
    assert found.masthead.adopted == "2020-12-07"
    assert words(found.parts[0].heading) == "The General Assembly,"


def test_a_number_below_a_paragraph_that_is_complete_begins_another() -> None:
    found = read(
        f"{EN_PREAMBLE}1. Decides to light\nthe lamp;\n2. Decides, since 30 January\n"
        "1946, to wait until\n30 June of each year;\n\n3. Requests more.\n"
    )
    assert texts(found)["op2"] == (
        "Decides, since 30 January 1946, to wait until 30 June of each year;"
    )
    assert ids(found) == ["pp1", "op1", "op2", "op3"]


def test_a_chinese_line_that_ends_within_a_sentence_begins_no_paragraph() -> None:
    found = read(f"{ZH_PREAMBLE}1. 决定点亮灯塔，\n请各国维护灯塔；\n\n2. 请秘书长报告。\n")
    assert texts(found)["op1"] == "决定点亮灯塔，请各国维护灯塔；"


def test_a_number_whose_full_stop_was_read_as_a_comma_is_one() -> None:
    found = read(f"{EN_PREAMBLE}1. Decides to act;\n\n2, Requests a report.\n")
    assert [(one.number, one.mark) for one in found.walk()][1:] == [("1", "1."), ("2", "2,")]


def test_an_annex_with_numbers_leaves_the_lone_operative_paragraph_operative() -> None:
    found = read(f"{EN_PREAMBLE}Adopts the declaration.\n\nAnnex\n\nDeclaration\n\n1. We act.\n")
    assert ids(found) == ["pp1", "op1", "annex.1"]
