"""Notes at the foot of old pages within the text, with bare numbers and with slashes for marks."""

import pytest

from tests.support.texts import EN_PREAMBLE, clause, every_text, ids, read, texts


def test_they_part_no_paragraph() -> None:
    found = read(
        f"{EN_PREAMBLE}Noting the report of the keepers,81\n\nHaving seen the harbour,82\n\n"
        "1. Decides to keep all the lights of the harbour lit and\n\n"
        "81 Official Records, Annexes, document A/4514.\n\n82 Ibid., document A/4512.\n\n"
        "to thank their keepers;\n\n2. Decides to end.\n"
    )
    assert ids(found) == ["pp1", "pp2", "pp3", "op1", "op2"]
    assert [(note.mark, note.text) for note in found.footnotes] == [
        ("81", "Official Records, Annexes, document A/4514."),
        ("82", "Ibid., document A/4512."),
    ]
    assert texts(found)["pp2"] == "Noting the report of the keepers,"
    assert clause(found, "pp3").notes == ("fn82",)
    assert texts(found)["op1"].endswith("the harbour lit and to thank their keepers;")


def test_the_mark_may_be_stuck_to_a_word() -> None:
    found = read(
        f"{EN_PREAMBLE}1. Takes note of the report9 of the keepers;\n\n"
        "9 Official Records, document A/1409.\n\n2. Decides to end.\n"
    )
    assert texts(found)["op1"] == "Takes note of the report of the keepers;"
    assert clause(found, "op1").notes == ("fn9",)


def test_the_mark_may_be_stuck_to_the_comma_behind_a_year() -> None:
    found = read(
        f"{EN_PREAMBLE}1. Takes note of the report of 4 May 1982,9 in which 1,982,9 lamps are;\n\n"
        "9 Official Records, document A/1409.\n\n2. Decides to end.\n"
    )
    assert texts(found)["op1"].startswith(
        "Takes note of the report of 4 May 1982, in which 1,982,9"
    )
    assert clause(found, "op1").notes == ("fn9",)


def test_each_page_has_its_own() -> None:
    page = "Noting the report,{0}\n\n{0} Document A/{0}.\n\n"
    found = read(EN_PREAMBLE + page.format(5) + page.format(6) + "1. Decides.\n")
    assert [clause(found, id).notes for id in ("pp2", "pp3")] == [("fn5",), ("fn6",)]


@pytest.mark.parametrize(
    "lines",
    [
        "12 Members of the Committee\n\n15 Members of the Board",  # nothing calls them
        "10 Calls upon all to act;",  # a paragraph whose full stop was lost
        "7 December 2020",
    ],
)
def test_other_lines_with_a_number_stay(lines: str) -> None:
    found = read(f"{EN_PREAMBLE}1. Decides so, 10 times;\n\n{lines}\n\n2. Decides to end.\n")
    assert not found.footnotes
    text = "\n".join([*every_text(found), *(f"{one.mark} {one.text}" for one in found.walk())])
    assert all(line in text for line in lines.split("\n\n"))


def test_a_number_with_a_dash_is_none_of_a_note() -> None:
    found = read(
        "---\nlanguage: ar\n---\nإن الجمعية العامة،\n\nإذ تشير إلى قرارها السابق،1\n\n"
        "1 - تقرر أن تواصل النظر في المسألة؛\n\n2 - تقرر أن تجتمع.\n"
    )
    assert ids(found) == ["pp1", "op1", "op2"]
    assert not found.footnotes


def test_notes_with_a_slash_part_no_paragraph() -> None:
    found = read(
        f"{EN_PREAMBLE}Noting the rights of the keepers, 1/ their letter, 2/ and their duty; 1/\n\n"
        "1. Decides to keep all the lights of the harbour lit, by day and by night and also\n\n"
        "___________\n\n1/\tResolution 217 A (III).\n\n2/\tA/48/563.\n\n"
        "to thank their keepers; 10/\n\n2. Decides to end.\n"
    )
    assert [(note.mark, note.text) for note in found.footnotes] == [
        ("1", "Resolution 217 A (III)."),
        ("2", "A/48/563."),
    ]
    assert texts(found)["pp2"] == "Noting the rights of the keepers, their letter, and their duty;"
    assert clause(found, "pp2").notes == ("fn1", "fn2")
    assert texts(found)["op1"].endswith("and also to thank their keepers; 10/")
    assert ids(found) == ["pp1", "pp2", "op1", "op2"]


def test_they_may_follow_line_by_line() -> None:
    found = read(
        f"{EN_PREAMBLE}1. Notes the report, 1/ and the letter; 2/\n\n2. Decides to end.\n\n"
        "1/ A/48/563.\n2/ A/48/564.\n"
    )
    assert [note.text for note in found.footnotes] == ["A/48/563.", "A/48/564."]


@pytest.mark.parametrize("line", ["1/ The first of the lamps", "2/3 of the keepers", "5/ A/48/1."])
def test_a_line_with_a_slash_that_nothing_calls_stays(line: str) -> None:
    found = read(f"{EN_PREAMBLE}1. Decides A/48/563 and 7/8;\n\n{line}\n\n2. Decides to end.\n")
    assert not found.footnotes
    assert line in "\n".join(every_text(found))


def test_notes_that_count_on_from_each_other_are_notes_though_marks_are_lost() -> None:
    found = read(
        f"{EN_PREAMBLE}Noting the report of the keepers,\n\nHaving seen the harbour,46\n\n"
        "44 Official Records, document A/122.\n\n45 Ibid., document A/121.\n\n"
        "46 Ibid., Plenary Meetings.\n\nNoting the lamps,\n\n1. Decides to end.\n"
    )
    assert ids(found) == ["pp1", "pp2", "pp3", "pp4", "op1"]
    assert [note.mark for note in found.footnotes] == ["44", "45", "46"]
    assert clause(found, "pp3").notes == ("fn46",)


def test_paragraphs_that_do_not_count_on_stay() -> None:
    found = read(
        f"{EN_PREAMBLE}Having seen the harbour,46\n\n12 Gates were open.\n\n"
        "30 Keepers slept.\n\n46 Ibid., Plenary Meetings.\n\n1. Decides to end.\n"
    )
    assert not found.footnotes


def test_a_run_of_notes_without_marks_parts_no_paragraph() -> None:
    found = read(
        f"{EN_PREAMBLE}Convinced of the right of all the people to self-\n\n"
        "102 Publication, Sales No. E.83.I.21.\n\n103 Ibid., chap. I.2.\n\n"
        "104 Ibid., paras. 10 and 11.\n\ndetermination and to lamps,\n\n1. Decides.\n"
    )
    assert ids(found) == ["pp1", "pp2", "op1"]
    assert texts(found)["pp2"].endswith("self-determination and to lamps,")
    assert [note.mark for note in found.footnotes] == ["102", "103", "104"]


def test_a_numbered_list_of_members_is_none() -> None:
    members = "102 Albania\n\n103 Algeria\n\n104 Angola\n\n"
    assert not read(f"{EN_PREAMBLE}1. Elects:\n\n{members}2. Decides.\n").footnotes
