"""What a person types to choose annexes and sections, and clauses in them."""

import pytest

from desktop_app.citation.naming import places, short_citation
from desktop_app.citation.typed import select
from desktop_app.reading.files import read_resolution
from desktop_app.resolution.labels import SelectionError, label
from tests.support.paths import FIXTURES
from tests.support.texts import EN_PREAMBLE, ids, read

_ANNEXED = read((FIXTURES / "annexes.en.md").read_text("utf-8"))


@pytest.mark.parametrize(
    ("chosen", "first", "last"),
    [
        ("annex1", "annex1.p1", "annex1.2.b"),
        ("Annex I", "annex1.p1", "annex1.2.b"),
        ("annex 2", "annex2.p1", "annex2.1"),
        ("annex", "annex1.p1", "annex2.1"),
        ("preamble", "pp1", "pp1"),
        ("Operative", "op1", "op2"),
        ("附件一", "annex1.p1", "annex1.2.b"),
        ("annex I-II", "annex1.p1", "annex2.1"),
        ("附件一至二", "annex1.p1", "annex2.1"),
        ("附件一第1段至第2段", "annex1.1", "annex1.2.b"),
        ("annex1.p1-p2", "annex1.p1", "annex1.p2"),
        ("附件一 第2段", "annex1.2", "annex1.2.b"),
        ("附件一，第2段", "annex1.2", "annex1.2.b"),
        ("annex I, II", "annex1.p1", "annex2.1"),
        ("annex I, unnumbered para. 1, para. 2", "annex1.p1", "annex1.2.b"),
        ("annexes I and II", "annex1.p1", "annex2.1"),
        ("附件一和附件二", "annex1.p1", "annex2.1"),
        ("附件一和第2段", "op2", "annex1.2.b"),
        ("annex I, paragraph 2", "annex1.2", "annex1.2.b"),
        ("annex I paragraphs 1-2", "annex1.1", "annex1.2.b"),
        ("annex I, para. 2", "annex1.2", "annex1.2.b"),
        ("附件一第1段、第2段", "annex1.1", "annex1.2.b"),
        ("annex 1 2", "annex1.2", "annex1.2.b"),
        ("附件2", "annex2.p1", "annex2.1"),
        ("附件一第2段", "annex1.2", "annex1.2.b"),
        ("序言部分", "pp1", "pp1"),
    ],
)
def test_a_part_is_all_its_clauses(chosen: str, first: str, last: str) -> None:
    found = select(chosen, _ANNEXED)
    assert (found[0], found[-1]) == (first, last)


_RESTARTING = read(
    f"{EN_PREAMBLE}## I\n\n1. Acts;\n\n2. Waits;\n\n## II\n\n1. Rests;\n\n2. Decides.\n"
)


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ("section 1", "op1 op2"),
        ("section II", "section2.op1 section2.op2"),
        ("section II OP1", "section2.op1"),
        ("section II, paragraph 1", "section2.op1"),
        ("section II, op1", "section2.op1"),
        ("sect. II, para. 1, para. 2", "section2.op1 section2.op2"),
        ("sections I and II", "op1 op2 section2.op1 section2.op2"),
        ("第一节和第二节", "op1 op2 section2.op1 section2.op2"),
        ("第一节，第二节", "op1 op2 section2.op1 section2.op2"),
        ("第二节和第1段", "op1 section2.op1 section2.op2"),
        ("section II, para. 2, sect. I, paragraph 1", "op1 section2.op2"),
        ("第二节第1段、第2段", "section2.op1 section2.op2"),
        ("第一节第1段", "op1"),
        ("第一节至第二节", "op1 op2 section2.op1 section2.op2"),
        ("第2段至第二节第1段", "op2 section2.op1"),
        ("section2.op1-op2", "section2.op1 section2.op2"),
        ("section2.op1-2", "section2.op1 section2.op2"),
        ("sect. I, para. 2, sect. II, paras. 1–2", "op2 section2.op1 section2.op2"),
        ("OP2", "op2"),
    ],
)
def test_sections_that_count_anew(chosen: str, expected: str) -> None:
    assert select(chosen, _RESTARTING) == tuple(expected.split())


def test_of_several_with_one_number_each_is_chosen_by_its_own_label() -> None:
    text = (
        f"---\nlanguage: en\n---\n{EN_PREAMBLE}1. Decides to act;\n\nAnnex\n\nA. Peace\n\n"
        "1. All States shall act.\n\n2. All States shall:\n\n(a) Wait;\n\n(b) Rest.\n\n"
        "2. No State shall act.\n\n3. No State shall wait.\n"
    )
    side = read(text)
    assert {"annex.1", "annex.2_2", "annex.3"} <= set(ids(side))
    for id in ids(side):
        assert select(label(id), side)[0] == id
    assert select("ANNEX.1-2", side)[-1] != "annex.2_2"
    assert places(side, ["annex.2_2"]) == ["annex, para. 2 [no. 2 of this number]"]
    assert select("annex, para. 2 [no. 2 of this number]", side) == ("annex.2_2",)
    for typed in ("ANNEX.2_2-3", "ANNEX.2_2-ANNEX.3"):
        assert select(typed, side) == ("annex.2_2", "annex.3")
    assert short_citation(side, ["annex.2_2"]).startswith(
        "A/RES/75/58, annex, para. 2 [no. 2 of this number], "
    )


def test_there_may_be_many_annexes() -> None:
    many = "".join(
        f"Annex {numeral}\n\n1. All States shall act.\n\n" for numeral in ("I", "II", "III")
    )
    side = read(f"{EN_PREAMBLE}1. Decides to act;\n\n2. Decides to remain seized.\n\n{many}")
    part = side.parts[-1]
    side = side._replace(
        parts=(
            *side.parts[:-1],
            part._replace(
                id="annex19",
                clauses=tuple(clause._replace(id="annex19.1") for clause in part.clauses),
            ),
        )
    )
    assert select("annex XIX", side) == select("annex XIX, para. 1", side) == ("annex19.1",)


def test_what_exists_names_the_clauses_of_annexes_too() -> None:
    with pytest.raises(
        SelectionError, match=r"OP1 to OP2, ANNEX1\.P1 to ANNEX1\.2 and ANNEX2\.P1 to ANNEX2\.1"
    ):
        select("annex3", _ANNEXED)


_BELOW = read_resolution(FIXTURES / "sections_below.en.md")


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ("section I", "section2.op1 section2.op2 section3.op1"),
        ("section 2", "section4.op1 section4.op2"),
        ("第二节", "section4.op1 section4.op2"),
        ("sections I and II", "section2.op1 section2.op2 section3.op1 section4.op1 section4.op2"),
        ("sections I–II", "section2.op1 section2.op2 section3.op1 section4.op1 section4.op2"),
        ("section I, para. 1", "section2.op1"),
        ("section II, paras. 1 and 2", "section4.op1 section4.op2"),
        ("section I, para. 2, sect. II, para. 1", "section2.op2 section4.op1"),
        ("第一节第2段、第二节第1段", "section2.op2 section4.op1"),
        ("SECTION3.OP1", "section3.op1"),
        ("SECTION4.OP1-OP2", "section4.op1 section4.op2"),
        ("section2", "section2.op1 section2.op2"),
        ("OP1", "op1"),
    ],
)
def test_a_section_is_known_by_the_number_that_its_heading_states(
    chosen: str, expected: str
) -> None:
    assert select(chosen, _BELOW) == tuple(expected.split())


@pytest.mark.parametrize("name", ["sections_below.en.md", "sections_named.en.md"])
def test_what_is_cited_of_sections_chooses_them_again(name: str) -> None:
    side = read_resolution(FIXTURES / name)
    for clause in side.walk():
        assert select(", ".join(places(side, [clause.id])), side) == (clause.id,)


@pytest.mark.parametrize("word", ["Section", "PART", "Chapter"])
def test_a_section_that_is_called_one_is_chosen_by_its_number(word: str) -> None:
    text = "".join(
        f"## {word} {numeral}\n\n### Peace and rest\n\n{number}. Decides so;\n\n"
        for number, numeral in enumerate(("I", "II", "III"), start=1)
    )
    side = read(EN_PREAMBLE + text)
    assert [select(f"section {number}", side) for number in (1, 2, 3)] == [
        (f"op{number}",) for number in (1, 2, 3)
    ]


@pytest.mark.parametrize(
    ("headings", "chosen", "expected"),
    [
        (["First", "Second"], "section II", "section2.op1"),
        (["II", "I"], "section II", "section2.op1"),
        (["III", "Last"], "section I", "op1"),
        (
            ["Chapter I of the Charter", "Chapter VII of the Charter", "Other"],
            "section 3",
            "section3.op1",
        ),
        ([f"{letter}. Peace" for letter in "ABCDEFGHIJK"], "section IX", "section9.op1"),
        (["Introduction", "I. Aims", "II. Means"], "section II", "section3.op1"),
        (["一、目标", "二、手段"], "第二节", "section2.op1"),
        (["Introduction", "Section 1", "Section 2"], "section 2", "section3.op1"),
        (["导言", "第1节 甲", "第2节 乙"], "第2节第1段", "section3.op1"),
        (["مقدمة", "أولا - الأهداف", "ثانياً - الوسائل"], "section II", "section3.op1"),
        (["Opening", "I—Aims", "II—Means"], "sect.2, para. 1", "section3.op1"),
        (["Opening", "(I) Aims", "(II) Means"], "section II, para. 1", "section3.op1"),
        (["Opening", "Ⅰ. Aims", "Ⅱ. Means"], "section II", "section3.op1"),
        (["I. Aims", "II. Means", "Follow-up and review"], "section II", "section2.op1"),
        (["A. Aims", "I. One", "II. Two", "B. Other"], "section II", "section3.op1"),
    ],
)
def test_sections_without_numbers_in_their_order_are_counted(
    headings: list[str], chosen: str, expected: str
) -> None:
    text = "".join(f"## {heading}\n\n1. Decides so;\n\n" for heading in headings)
    side = read(f"---\nlanguage: en\n---\n{EN_PREAMBLE}{text}")
    ids = [f"section{count}" for count in range(1, len(headings) + 1)]
    assert [part.id for part in side.parts[1:]] == ids
    assert select(chosen, side) == (expected,)


def test_a_section_of_which_all_stands_below_another_heading_is_all_that() -> None:
    text = (
        "## I. Aims\n\n### A. Peace\n\n1. Decides so;\n\n### B. Rest\n\n2. Waits;\n\n"
        "## II. Means\n\n3. Acts.\n"
    )
    side = read(f"---\nlanguage: en\n---\n{EN_PREAMBLE}{text}")
    assert select("section I", side) == ("op1", "op2")
    assert select("section I, para. 2", side) == ("op2",)
    with pytest.raises(SelectionError, match="There is no section III in this document"):
        select("section III", side)
    with pytest.raises(SelectionError, match="The range section II-I runs backwards"):
        select("section II-I", side)


def test_a_paragraph_that_a_section_does_not_have_is_none_of_what_follows_it() -> None:
    text = "## I\n\n1. Acts;\n\n## II\n\n1. Waits;\n\n## Follow-up\n\n1. Rests;\n\n2. Decides.\n"
    side = read(f"---\nlanguage: en\n---\n{EN_PREAMBLE}{text}")
    with pytest.raises(SelectionError, match="There is no section II, OP2 in this document"):
        select("section II, para. 2", side)


def test_a_heading_within_a_section_is_chosen_as_it_is_cited() -> None:
    text = "## I\n\n1. Acts;\n\n## II\n\nActing in accordance with the Charter,\n\n1. Waits.\n"
    side = read(f"---\nlanguage: en\n---\n{EN_PREAMBLE}{text}")
    assert places(side, ["ch1"]) == ["sect. II, heading 1"]
    assert select("sect. II, heading 1", side) == ("ch1",)
