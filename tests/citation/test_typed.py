"""Clause labels, and what a person types to choose clauses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.citation.naming import places, short_citation
from desktop_app.citation.typed import select
from desktop_app.reading.files import read_resolution
from desktop_app.resolution.labels import SelectionError, label
from desktop_app.resolution.model import Resolution
from tests.support.paths import FIXTURES
from tests.support.texts import EN_PREAMBLE, ZH, ids, read

_SUB_PARAGRAPHS = (
    f"{EN_PREAMBLE}1. Decides to act;\n\n2. Requests all States:\n\n(a) To act;\n\n(i) At once;\n\n"
    "(ii) With force;\n\n(b) To wait;\n\n(c) To report;\n\n3. Decides to remain seized.\n\n"
    "Annex\n\nA declaration.\n\n1. All States shall act.\n"
)


@pytest.fixture(scope="module")
def bundled() -> Resolution:
    return read(ZH)


@pytest.fixture(scope="module")
def nested() -> Resolution:
    return read(_SUB_PARAGRAPHS)


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        ("pp1", "PP1"),
        ("op12", "OP12"),
        ("op5.a", "OP5(a)"),
        ("op5.a.ii", "OP5(a)(ii)"),
        ("annex.1", "ANNEX.1"),
        ("annex2.3.b", "ANNEX2.3(b)"),
        ("section2.op1", "SECTION2.OP1"),
        ("fn3", "FN3"),
        ("head.agenda_item", "Masthead (agenda item)"),
        ("closing.date", "Closing lines (date)"),
        ("head.other2", "Masthead (other line 2)"),
        ("ch1", "CH1"),
    ],
)
def test_the_label_of_an_id(id: str, expected: str) -> None:
    assert label(id) == expected


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ("OP1-3,PP5", "pp5 op1 op2 op3"),
        ("op1-3,pp5", "pp5 op1 op2 op3"),
        ("PP5", "pp5"),
        ("OP6,OP1", "op1 op6"),
        ("OP1,OP1,OP1-2", "op1 op2"),
        ("OP1-OP3", "op1 op2 op3"),
        ("OP 1 - 3", "op1 op2 op3"),
        ("OP1–3", "op1 op2 op3"),
        ("OP1—3", "op1 op2 op3"),
        ("OP1～3", "op1 op2 op3"),
        ("OP1，PP5", "pp5 op1"),
        ("OP1、PP5；OP2", "pp5 op1 op2"),
        ("OP1 PP5", "pp5 op1"),
        (" OP1 , ", "op1"),
        ("PP17-OP1", "pp17 op1"),
        ("OP1-1", "op1"),
        ("ＯＰ１－３，ｐｐ５", "pp5 op1 op2 op3"),
        ("OP-1", "op1"),
        ("执行部分第1段至第3段、序言部分第5段", "pp5 op1 op2 op3"),
        ("執行部分第 2 段", "op2"),
        ("第1至3段", "op1 op2 op3"),
        ("第六段", "op6"),
        ("序言部分第1段至第3段", "pp1 pp2 pp3"),
        ("序言第十一段至第十三段", "pp11 pp12 pp13"),
        ("序言部分第十七段至执行部分第二段", "pp17 op1 op2"),
        ("第1、3段", "op1 op3"),
        ("执行部分 第3段", "op3"),
        ("序言部分 第 1 段、第 2 段", "pp1 pp2"),
        ("第1段 第3段", "op1 op3"),
        ("第1段和第3段", "op1 op3"),
        ("OP1, 3-4, PP2, 4", "pp2 pp4 op1 op3 op4"),
        ("PP16-operative", "pp16 pp17 op1 op2 op3 op4 op5 op6"),
        ("PP17-第1段", "pp17 op1"),
        ("PP17-OP2, 4", "pp17 op1 op2 op4"),
        ("序言第1段、第3段", "pp1 pp3"),
        ("序言部分第一段、第二段和第三段", "pp1 pp2 pp3"),
        ("第2段，序言部分第4段、第6段", "pp4 pp6 op2"),
        ("执行部分第1段、序言部分第2段至第4段", "pp2 pp3 pp4 op1"),
        ("preambular para. 2, paras. 1–3 and 5", "pp2 op1 op2 op3 op5"),
        ("preambular paras. 1 and 3–4, para. 6", "pp1 pp3 pp4 op6"),
        ("执行部分", "op1 op2 op3 op4 op5 op6"),
    ],
)
def test_what_is_chosen_comes_in_reading_order_each_once(
    chosen: str, expected: str, bundled: Resolution
) -> None:
    assert select(chosen, bundled) == tuple(expected.split())


@pytest.mark.parametrize("chosen", ["all", "ALL", "OP1,all", "PP1-17,OP1-6", "PP1-OP6", "全部"])
def test_everything_is_all_or_a_range_over_everything(chosen: str, bundled: Resolution) -> None:
    assert select(chosen, bundled) == tuple(ids(bundled))


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ("OP2", "op2 op2.a op2.a.i op2.a.ii op2.b op2.c"),
        ("op2(a)", "op2.a op2.a.i op2.a.ii"),
        ("OP2(a)(ii)", "op2.a.ii"),
        ("OP2（b）", "op2.b"),
        ("op2.b", "op2.b"),
        ("OP2(a)-(b)", "op2.a op2.a.i op2.a.ii op2.b"),
        ("OP2(b)-(c)", "op2.b op2.c"),
        ("OP 2 (b) – (c)", "op2.b op2.c"),
        ("ANNEX.1", "annex.1"),
        ("OP2(a)(ii)-(b)", "op2.a.ii op2.b"),
        ("第1段至第2段(a)项", "op1 op2 op2.a op2.a.i op2.a.ii"),
        ("第2段(a)项、(b)项", "op2.a op2.a.i op2.a.ii op2.b"),
        ("执行部分第2段(b)至第3段", "op2.b op2.c op3"),
        ("OP1-2(a)", "op1 op2 op2.a op2.a.i op2.a.ii"),
        ("OP2(a)-3", "op2.a op2.a.i op2.a.ii op2.b op2.c op3"),
        ("OP2(a), (c)", "op2.a op2.a.i op2.a.ii op2.c"),
        ("OP2(a)(i), (ii)", "op2.a.i op2.a.ii"),
        ("OP2(a)-(b), 3", "op2.a op2.a.i op2.a.ii op2.b op3"),
        ("OP1-OP2(a), 3", "op1 op2 op2.a op2.a.i op2.a.ii op3"),
        ("para. 2 (b)–(c)", "op2.b op2.c"),
        ("annex, para. 1", "annex.1"),
        ("annex, unnumbered para. 1", "annex.p1"),
        ("第2段a项", "op2.a op2.a.i op2.a.ii"),
        ("第2段（a）分段", "op2.a op2.a.i op2.a.ii"),
        ("para. 2 (b) to (c)", "op2.b op2.c"),
        ("paras. 2 to 3", "op2 op2.a op2.a.i op2.a.ii op2.b op2.c op3"),
        ("op2 chapeau", "op2"),
        ("第2段(a)项", "op2.a op2.a.i op2.a.ii"),
        ("annex 1.1", "annex.1"),
        ("Annex I", "annex.p1 annex.1"),
        ("附件一", "annex.p1 annex.1"),
        ("附件第1段", "annex.1"),
        ("OP2(a)-OP3", "op2.a op2.a.i op2.a.ii op2.b op2.c op3"),
        ("OP1-OP2(a)", "op1 op2 op2.a op2.a.i op2.a.ii"),
        ("OP1-3", "op1 op2 op2.a op2.a.i op2.a.ii op2.b op2.c op3"),
    ],
)
def test_a_clause_brings_its_sub_paragraphs_along(
    chosen: str, expected: str, nested: Resolution
) -> None:
    assert select(chosen, nested) == tuple(expected.split())


@pytest.mark.parametrize(
    "chosen",
    [
        "OP9",
        "OP1,OP9",
        "all,OP9",
        "OP9,all",
        "OP1-OP3-OP5",
        "OP①",
        "OP1²",
        "PP1-annex",
        "第9段",
        "OP1-9",
        "PP18",
        "OP1(a)",
        "FN1",
        "nonsense",
        "5",
    ],
)
def test_what_is_not_there_is_said_with_what_there_is(chosen: str, bundled: Resolution) -> None:
    with pytest.raises(SelectionError) as error:
        select(chosen, bundled)
    assert str(error.value).startswith("There is no ")
    assert str(error.value).endswith("in this document: it has PP1 to PP17 and OP1 to OP6.")


@pytest.mark.parametrize("chosen", ["", " ", ",", "，、"])
def test_nothing_chosen_is_said_with_an_example(chosen: str, bundled: Resolution) -> None:
    with pytest.raises(SelectionError, match="OP1-3,PP5 or all"):
        select(chosen, bundled)


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ("OP2(z)", "There is no OP2(z) in this document: it has OP2(a) to OP2(c)."),
        ("OP2(a)(iv)", "There is no OP2(a)(iv) in this document: it has OP2(a)(i) to OP2(a)(ii)."),
        ("OP2(b)-(a)", "The range OP2(b)-(a) runs backwards."),
        (
            "(a)",
            "There is no (a) in this document: it has PP1, OP1 to OP3 and ANNEX.P1 to ANNEX.1.",
        ),
    ],
)
def test_what_is_said_of_sub_paragraphs(chosen: str, said: str, nested: Resolution) -> None:
    with pytest.raises(SelectionError) as error:
        select(chosen, nested)
    assert str(error.value) == said


def test_a_range_without_an_end_is_said(bundled: Resolution) -> None:
    with pytest.raises(SelectionError, match="The range OP1- has no end"):
        select("OP1-", bundled)


def test_a_range_that_runs_backwards_is_said(bundled: Resolution) -> None:
    with pytest.raises(SelectionError, match="OP3-1 runs backwards"):
        select("OP3-1", bundled)


@given(st.text("opOP123456789()abi-–,，. \talPp", max_size=15))
def test_whatever_is_typed_is_a_selection_or_one_sentence(chosen: str) -> None:
    resolution = read(_SUB_PARAGRAPHS)
    found: tuple[str, ...] = ()
    message = ""
    try:
        found = select(chosen, resolution)
    except SelectionError as error:
        message = str(error)
    assert bool(found) == (message == "")
    assert list(found) == [id for id in ids(resolution) if id in found]
    assert message[-1:] in ("", ".")


def test_every_label_chooses_its_clause(nested: Resolution) -> None:
    for id in ids(nested):
        assert select(label(id), nested)[0] == id


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
        "1. All States shall act.\n\n2. All States shall:\n\n(a) Wait;\n\n(b) Rest.\n\nB. War\n\n"
        "1. No State shall act.\n\n2. No State shall wait.\n"
    )
    side = read(text)
    assert {"annex.1", "annex.1_2", "annex.2_2"} <= set(ids(side))
    for id in ids(side):
        assert select(label(id), side)[0] == id
    assert select("ANNEX.1-2", side)[-1] != "annex.1_2"
    assert places(side, ["annex.1_2"]) == ["annex, para. 1 [no. 2 of this number]"]
    assert select("annex, para. 1 [no. 2 of this number]", side) == ("annex.1_2",)
    for typed in ("ANNEX.1_2-2", "ANNEX.1_2-ANNEX.2_2", "ANNEX.1_2-2_2"):
        assert select(typed, side) == ("annex.1_2", "annex.2_2")
    assert short_citation(side, ["annex.1_2"]).startswith(
        "A/RES/75/58, annex, para. 1 [no. 2 of this number], "
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


# Sections that others stand below

_FIXTURES = FIXTURES
_BELOW = read_resolution(_FIXTURES / "sections_below.en.md")


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
    side = read_resolution(_FIXTURES / name)
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
