"""Tables: below what they stand, and which of them only lay out a page."""

import pytest

from desktop_app.resolution.model import Resolution
from desktop_app.resolution.tables import rows
from tests.support.texts import EN_HEAD, EN_PREAMBLE, ZH_PREAMBLE, clause, ids, read, texts

_TABLE = "| a | b |\n|---|---|\n| c | d |\n\n"
_INDENTED = _TABLE.replace("|\n", "|\n   ").replace("| a", "   | a").rstrip() + "\n\n"


def _tables(resolution: Resolution) -> list[str]:
    return [found.id for found in resolution.walk() if found.table]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"1. Decides as follows:\n\n{_TABLE}2. Decides.\n", ["op1", "op1.t1", "op2"]),
        (f"1. Decides:\n\n{_INDENTED}2. Decides.\n", ["op1", "op1.t1", "op2"]),
        (
            f"1. Decides:\n\n(a) This:\n\n{_TABLE}(b) That.\n",
            ["op1", "op1.a", "op1.a.t1", "op1.b"],
        ),
        (
            f"1. Decides:\n\n{_TABLE}(a) This;\n\n(b) That.\n",
            ["op1", "op1.t1", "op1.a", "op1.b"],
        ),
        (f"1. Decides:\n\n{_TABLE}{_TABLE}2. Decides.\n", ["op1", "op1.t1", "op1.t2", "op2"]),
        (f"1. Decides.\n\nAnnex\n\n{_TABLE}1. We pay.\n", ["op1", "annex.t1", "annex.1"]),
        (f"1. Decides.\n\nAnnex\n\n{_TABLE}We pay.\n", ["op1", "annex.t1", "annex.p1"]),
        (f"1. Decides:\n\n{_TABLE}and requests more.\n", ["op1", "op1.t1", "ch1"]),
    ],
)
def test_a_table_belongs_below_the_paragraph_that_it_follows(
    text: str, expected: list[str]
) -> None:
    assert ids(read(EN_PREAMBLE + text))[1:] == expected


def test_a_table_in_the_preamble_belongs_below_its_paragraph() -> None:
    found = read(f"{EN_HEAD}Recalling the following:\n\n{_TABLE}1. Decides to act.\n")
    assert ids(found) == ["pp1", "pp1.t1", "op1"]


def test_both_versions_of_a_table_have_the_same_id() -> None:
    zh = read(f"{ZH_PREAMBLE}1. 决定如下：\n\n{_TABLE}2. 决定采取行动。\n")
    en = read(f"{EN_PREAMBLE}1. Decides as follows:\n\n{_TABLE}2. Decides to act.\n")
    assert ids(zh) == ids(en)
    assert _tables(zh) == _tables(en) == ["op1.t1"]


def test_emphasis_and_marks_stay_in_their_cells() -> None:
    text = "1. Decides:\n\n| a | *b* |\n|---|---|\n| [^1] | 5[^2] |\n\n[^1]: One.\n[^2]: Two.\n"
    table = clause(read(EN_PREAMBLE + text), "op1.t1")
    cells = [[[tuple(run) for run in cell] for cell in row] for row in rows(table.runs)]
    assert cells == [
        [[("a", "plain", "")], [("b", "emphasis", "")]],
        [[("1", "mark", "fn1")], [("5", "plain", ""), ("2", "mark", "fn2")]],
    ]
    assert table.opening == ""


def test_the_head_of_a_table_is_no_number_and_no_heading() -> None:
    found = read(f"{EN_PREAMBLE}1. Decides:\n\n| 2. Annex | I |\n|---|---|\n| 3. | Annex |\n")
    assert ids(found) == ["pp1", "op1", "op1.t1"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("| United Nations | A/RES/75/58 |\n|---|---|\n| General Assembly | |\n\n", ""),
        ("", "\n| 37th plenary meeting | 7 December 2020 |\n|---|---|\n"),
    ],
)
def test_a_table_of_masthead_or_closing_is_none(before: str, after: str) -> None:
    found = read(f"{before}{EN_PREAMBLE}1. Decides to act.\n{after}")
    assert ids(found) == ["pp1", "op1"]
    expected = "A/RES/75/58" if before else "7 December 2020"
    assert expected in " ".join(line.text for line in (*found.head, *found.closing))


def test_a_table_of_the_text_itself_is_none() -> None:
    found = read(
        "| General Assembly | |\n|---|---|\n| 75/58. | A title |\n| The General Assembly, | |\n"
        "| Recalling its resolution 74/43, | |\n| 1. | Decides to act; |\n| 2. | Decides. |\n"
    )
    assert texts(found) == {
        "pp1": "Recalling its resolution 74/43,",
        "op1": "Decides to act;",
        "op2": "Decides.",
    }


def test_a_table_of_numbered_paragraphs_is_none() -> None:
    found = read(f"{EN_PREAMBLE}| 1. | Decides to act; |\n|---|---|\n| 2. | Decides. |\n")
    assert ids(found) == ["pp1", "op1", "op2"]


def test_a_text_that_is_no_resolution_keeps_its_tables() -> None:
    found = read(f"Eggs\n\n{_TABLE}")
    assert not found.is_resolution
    assert [(each.id, bool(each.table)) for each in found.walk()] == [("p1", False), ("p2", True)]


def test_what_is_mostly_gaps_is_no_table() -> None:
    found = read("|a|b|\n|-|-|\n" + "|c|\n" * 200 + "|d" * 200 + "|\n")
    assert not _tables(found)
