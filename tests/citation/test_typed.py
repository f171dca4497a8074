"""Clause labels, and what a person types to choose clauses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.citation.typed import select
from desktop_app.resolution.labels import SelectionError, label
from desktop_app.resolution.model import Resolution
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


@pytest.mark.parametrize("typed", ["section {}", "section {}, para. 1", "op{}", "第{}段", "op1-{}"])
@pytest.mark.parametrize("digit", ["9", "九", "٩"])
def test_a_number_without_end_names_nothing(typed: str, digit: str, bundled: Resolution) -> None:
    with pytest.raises(SelectionError):
        select(typed.format(digit * 5000), bundled)
