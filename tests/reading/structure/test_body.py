"""How the paragraphs of a body become clauses: numbers, letters, sections, annexes, closing."""

import pytest

from desktop_app.resolution.model import PartKind, words
from tests.support.texts import EN_HEAD, EN_PREAMBLE, ZH, ZH_PREAMBLE, ids, openings, read, texts


@pytest.mark.parametrize(
    "marks",
    [
        ["(a)", "(i)", "(ii)", "(b)"],
        ["(a)", "㈠", "㈡", "(b)"],
        ["(a)", "(一)", "(二)", "(b)"],
        ["（a）", "（一）", "（二）", "（b）"],
    ],
    ids=" ".join,
)
def test_sub_paragraphs_have_the_same_ids_whatever_their_marks(marks: list[str]) -> None:
    lines = "\n\n".join(f"{mark} 采取措施；" for mark in marks)
    found = read(f"{ZH_PREAMBLE}5. 请各国：\n\n{lines}\n\n6. 决定继续处理此案。\n")
    assert ids(found) == ["pp1", "op5", "op5.a", "op5.a.i", "op5.a.ii", "op5.b", "op6"]
    assert [clause.mark for clause in found.walk()] == ["", "5.", *marks, "6."]


def test_sub_paragraphs_that_begin_with_chinese_numerals_are_lettered() -> None:
    found = read(f"{ZH_PREAMBLE}5. 请各国：\n\n㈠ 甲；\n\n㈡ 乙；\n\n6. 决定继续处理此案。\n")
    assert ids(found) == ["pp1", "op5", "op5.a", "op5.b", "op6"]


def test_i_is_a_letter_after_h_and_a_roman_number_elsewhere() -> None:
    letters = "\n\n".join(
        f"({letter}) To act in the name of the Council;" for letter in "abcdefghij"
    )
    found = read(f"{EN_PREAMBLE}1. Requests States to:\n\n{letters}\n\n(i) Twice;\n")
    assert ids(found)[2:] == [f"op1.{letter}" for letter in "abcdefghij"] + ["op1.j.i"]


def test_sub_paragraphs_can_begin_on_the_line_of_their_number() -> None:
    found = read(f"{EN_PREAMBLE}1. (a) Decides to act;\n\n(b) Decides to wait.\n")
    assert texts(found) | {"pp1": ""} == {
        "pp1": "",
        "op1": "",
        "op1.a": "Decides to act;",
        "op1.b": "Decides to wait.",
    }


def test_sub_paragraphs_can_be_an_indented_list() -> None:
    found = read(f"{EN_PREAMBLE}1. Decides:\n   1. To act;\n   2. To wait;\n2. Requests more.\n")
    assert ids(found) == ["pp1", "op1", "op1.1", "op1.2", "op2"]


def test_a_lone_operative_paragraph_without_a_number_is_the_first() -> None:
    found = read(f"{EN_PREAMBLE}Decides to remain seized of the matter.\n")
    assert [part.kind for part in found.parts] == [PartKind.PREAMBLE, PartKind.OPERATIVE]
    assert ids(found) == ["pp1", "op1"]
    assert found.parts[1].clauses[0].number == ""


def test_a_paragraph_between_numbered_ones_without_a_number_is_a_chapeau() -> None:
    found = read(
        f"{EN_PREAMBLE}1. Decides to act;\n\nActing under Chapter VII of the Charter,\n\n"
        "2. Decides to remain seized of the matter.\n"
    )
    assert ids(found) == ["pp1", "op1", "ch1", "op2"]


def test_paragraphs_numbered_on_through_sections_keep_their_numbers() -> None:
    found = read(f"{EN_PREAMBLE}I\n\n1. Decides;\n\nII\n\n2. Requests more.\n")
    assert [(part.id, words(part.heading)) for part in found.parts[1:]] == [
        ("section1", "I"),
        ("section2", "II"),
    ]
    assert ids(found) == ["pp1", "op1", "op2"]


def test_no_two_clauses_have_the_same_id_when_every_section_counts_from_1() -> None:
    found = read(f"{EN_PREAMBLE}I\n\n1. Decides;\n\nII\n\n1. Requests;\n\nIII\n\n1. Invites.\n")
    assert ids(found) == ["pp1", "op1", "section2.op1", "section3.op1"]


def test_no_two_clauses_have_the_same_id_when_a_number_is_printed_twice() -> None:
    found = read(f"{EN_PREAMBLE}1. Decides;\n\n3. Requests;\n\n3. Invites.\n")
    assert len(set(ids(found))) == 4


def test_the_heading_of_a_section_may_stand_on_a_line_of_its_own() -> None:
    found = read(f"{EN_PREAMBLE}## I\n\n## Oceans\n\n1. Decides to act.\n")
    assert [(part.id, words(part.heading)) for part in found.parts[1:]] == [
        ("section1", "I Oceans")
    ]


@pytest.mark.parametrize("heading", ["附件", "附件一", "## 附件", "**附件二**", "附件 1"])
def test_what_follows_the_word_annex_in_chinese_is_an_annex(heading: str) -> None:
    found = read(f"{ZH_PREAMBLE}1. 决定通过宣言。\n\n{heading}\n\n宣言\n\n1. 各国应合作。\n")
    assert [part.kind for part in found.parts] == [
        PartKind.PREAMBLE,
        PartKind.OPERATIVE,
        PartKind.ANNEX,
    ]
    assert words(found.parts[-1].heading).endswith(" 宣言")
    assert ids(found) == ["pp1", "op1", "annex.1"]


def test_two_annexes_are_counted() -> None:
    found = read(f"{EN_PREAMBLE}1. Decides.\n\nAnnex\n\nFirst.\n\n# Annex II\n\nSecond.\n")
    assert ids(found)[2:] == ["annex1.p1", "annex2.p1"]
    assert [words(part.heading) for part in found.parts[2:]] == ["Annex", "Annex II"]


def test_the_word_annex_within_a_paragraph_starts_no_annex() -> None:
    found = read(f"{EN_PREAMBLE}1. Decides as follows:\n\nAnnex II shall be read anew.\n")
    assert [part.kind for part in found.parts] == [PartKind.PREAMBLE, PartKind.OPERATIVE]


@pytest.mark.parametrize(
    "closing",
    [
        "\n\n37th plenary meeting\n7 December 2020\n",
        "\n37th plenary meeting\n7 December 2020\n",
        "\n\n37th plenary meeting\n\n7 December 2020\n",
        "\n\n*37th plenary meeting  \n7 December 2020*\n",
        "\n\n### 37th plenary meeting\n\n### 7 December 2020\n",
    ],
)
def test_meeting_and_date_are_the_closing_and_no_part_of_the_last_paragraph(closing: str) -> None:
    found = read(f"{EN_PREAMBLE}1. Decides to act;\n\n2. Requests more.{closing}")
    assert [(line.id, line.text) for line in found.closing] == [
        ("closing.meeting", "37th plenary meeting"),
        ("closing.date", "7 December 2020"),
    ]
    assert texts(found)["op2"] == "Requests more."
    assert (found.masthead.meeting, str(found.masthead.adopted)) == (37, "2020-12-07")


def test_a_date_that_ends_a_broken_line_is_no_closing() -> None:
    found = read(f"{EN_PREAMBLE}1. Decides to meet on\n7 December 2020\nin New York.\n")
    assert texts(found)["op1"] == "Decides to meet on 7 December 2020 in New York."
    assert found.closing == ()


def test_a_paragraph_that_a_page_end_cut_in_two_is_one_again() -> None:
    found = read(
        f"{EN_PREAMBLE}1. Decides to take all\n\nnecessary measures;\n\n2. Requests more.\n"
    )
    assert texts(found)["op1"] == "Decides to take all necessary measures;"


def test_chinese_lines_that_were_broken_are_joined_without_a_space() -> None:
    found = read(f"{ZH_PREAMBLE}1. 决定采取一切\n必要措施；\n\n2. 请秘书长\n\n提出报告。\n")
    assert texts(found)["op1"] == "决定采取一切必要措施；"
    assert texts(found)["op2"] == "请秘书长提出报告。"


@pytest.mark.parametrize(
    "furniture", ["20-16954 (C)", "*2016954*", "20-16954", "20-16954 (C) *2016954*"]
)
def test_job_numbers_and_bar_codes_between_paragraphs_are_no_clauses(furniture: str) -> None:
    line = furniture.replace("*", r"\*")
    found = read(f"{EN_PREAMBLE}{line}\n\n1. Decides to act.\n\n{line}\n")
    assert ids(found) == ["pp1", "op1"]


@pytest.mark.parametrize(
    "enacting",
    [
        "The General Assembly,",
        "*The General Assembly*,",
        "*The General Assembly,*",
        "## The General Assembly,",
        "The General Assembly,\nRecalling its resolution 74/1 of 12 December 2019,",
        "The General Assembly, Recalling its resolution 74/1 of 12 December 2019,",
    ],
)
def test_the_enacting_words_are_found_wherever_they_stand(enacting: str) -> None:
    rest = (
        "" if "Recalling" in enacting else "\n\nRecalling its resolution 74/1 of 12 December 2019,"
    )
    found = read(f"75/58. A title\n\n{enacting}{rest}\n\n1. Decides to act.\n")
    assert words(found.parts[0].heading) == "The General Assembly,"
    assert texts(found)["pp1"] == "Recalling its resolution 74/1 of 12 December 2019,"
    assert found.is_structured


def test_a_resolution_that_lost_its_enacting_words_is_still_one() -> None:
    found = read(ZH.replace("大会，\n\n回顾", "回顾"))
    assert ids(found) == ids(read(ZH))
    assert words(found.parts[0].heading) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Hello.\n",
        "# The General Assembly\n\nThe General Assembly, as everybody knows, meets in autumn.\n",
        "# 大会\n\n大会，是联合国的主要机关。大会每年秋天在纽约开会，所有会员国都派代表参加。\n",
        "The General Assembly,\n",
        "1. One\n2. Two\n",
        "Bonjour à toutes et à tous, voici le compte rendu de la réunion de jeudi.\n",
    ],
)
def test_a_text_without_the_build_of_a_resolution_is_plain_paragraphs(text: str) -> None:
    found = read(text)
    assert not found.is_structured
    assert [part.id for part in found.parts] == ["text"]
    assert ids(found)[0] == "p1"


def test_a_preamble_alone_is_read_as_one() -> None:
    assert openings(read(EN_PREAMBLE)) == ["Recalling"]
    assert not read(EN_HEAD).is_structured


def test_the_heading_of_a_section_may_be_a_plain_paragraph_below_its_number() -> None:
    found = read(f"{EN_PREAMBLE}1. *Decides*;\n\nI\n\nOceans\n\n2. *Requests*.\n")
    assert [(part.id, words(part.heading)) for part in found.parts[2:]] == [
        ("section1", "I Oceans")
    ]
    assert ids(found)[-2:] == ["op1", "op2"]


def test_a_number_that_was_cut_off_from_its_paragraph_goes_back_to_it() -> None:
    found = read(f"{EN_PREAMBLE}1.\n\nCalls upon all;\n\n2.\n\nDecides to act.\n")
    assert texts(found)["op1"] == "Calls upon all;"
    assert texts(found)["op2"] == "Decides to act."
