"""Tables: below what they stand, and which of them only lay out a page."""

import pytest

from desktop_app.resolution.model import DocumentKind, Resolution, Table
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
    assert found.kind is DocumentKind.TEXT
    assert [(each.id, bool(each.table)) for each in found.walk()] == [("p1", False), ("p2", True)]


def test_what_is_mostly_gaps_is_no_table() -> None:
    found = read("|a|b|\n|-|-|\n" + "|c|\n" * 200 + "|d" * 200 + "|\n")
    assert not _tables(found)


_ANNEXED = f"{EN_PREAMBLE}1. Decides to act.\n\nAnnex\n\nShares\n\n1. The shares are these.\n\n"
_ROWS = [
    "Member\tShare\tRemark",
    "Alandia\t0.001\tOf 2008",
    "Bolandia\t22.000",
    "Total\t22.001\tAll",
]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_lines_with_tabs_in_an_annex_are_a_table(between: str) -> None:
    found = read(f"{_ANNEXED}{between.join(_ROWS)}\n\n2. We pay.\n")
    assert ids(found)[2:] == ["annex.1", "annex.1.t1", "annex.2"]
    table = clause(found, "annex.1.t1")
    assert table.text == "\n".join([*_ROWS[:2], _ROWS[2] + "\t", _ROWS[3]])
    assert table.table == Table(1)


def test_lines_of_names_and_numbers_are_a_table() -> None:
    found = read(f"{_ANNEXED}Member\tShare\nAlandia\t0.001\nBolandia\t1,022.5 %\n")
    assert clause(found, "annex.1.t1").table == Table(1)


def test_lines_with_tabs_and_a_number_in_each_have_no_heading() -> None:
    found = read(f"{_ANNEXED}1\tSmith\tNorth\n2\tMiller\tSouth\n3\tBaker\tWest\n")
    assert clause(found, "annex.1.t1").table == Table(0)


@pytest.mark.parametrize(
    "lines",
    [
        "Member\tShare\nAlandia\t0.001\n",  # too few
        "2.\tWe pay.\n\n3.\tWe wait.\n\n4.\tWe go.\n",
        "2\tWe pay\n\n3\tWe wait\n\n4\tWe go\n",
        "•\tPeace\n\n•\tLight\n\n•\tBread\n",
        "Rule 1.\tPeace\n\nRule 2.\tLight\n\nRule 3.\tBread\n",
        "1.1\tPeace\n\n1.2\tLight\n\n1.3\tBread\n",
        "(a)\tPeace\n\n(b)\tLight\n\n(c)\tBread\n",
        "I.\tAims\n\nII.\tMeans\n\nIII.\tFollow-up\n\n2. We go.\n",
        "Article 1\tPurpose\n\nArticle 2\tTerms\n\nArticle 3\tEnds\n\n1. We go.\n",
        "a\tb\nc\td\te\nf\tg\th\n",
        "So it is\there.\n\nSo it was\tthere.\n\nSo it be\tthere.\n",
    ],
)
def test_what_may_be_paragraphs_or_headings_is_no_table(lines: str) -> None:
    assert not _tables(read(_ANNEXED + lines))


def test_lines_with_tabs_outside_an_annex_are_as_they_were() -> None:
    text = "\n".join(_ROWS)
    assert not _tables(read(f"{EN_PREAMBLE}1. Decides:\n\n{text}\n\n2. Decides.\n"))


def test_a_long_table_of_names_does_not_hide_the_language() -> None:
    rows = "| Xyzzy | Plugh | 0.001 |\n" * 2_000
    found = read(
        f"{EN_PREAMBLE}1. Decides to act.\n\nAnnex\n\n| a | b | c |\n|---|---|---|\n{rows}"
    )
    assert found.language == "en"
    assert ids(found) == ["pp1", "op1", "annex.t1"]
