"""Clauses of one of several resolutions are cited by its own symbol."""

import pytest

from desktop_app.citation.naming import citation, short_citation
from desktop_app.citation.styles import CitationStyle, cite
from desktop_app.citation.typed import select
from desktop_app.reading.files import read_resolution
from tests.support.paths import FIXTURES

_LETTERED = read_resolution(FIXTURES / "several_lettered.en.md")
_VOLUME = read_resolution(FIXTURES / "printed_volume.en.md")


@pytest.mark.parametrize(
    ("chosen", "cited"),
    [
        (
            "B.OP1-2",
            "General Assembly resolution 90/12 B of 10 December 2035 "
            "(A/RES/90/12B, paras. 1 and 2)",
        ),
        (
            "a.op2(a)-(b)",
            "General Assembly resolution 90/12 A of 9 December 2035 "
            "(A/RES/90/12A, para. 2 (a) and (b))",
        ),
        (
            "b.annex.1",
            "General Assembly resolution 90/12 B of 10 December 2035 "
            "(A/RES/90/12B, annex, para. 1)",
        ),
        (
            "C",
            "General Assembly resolution 90/12 C of 10 December 2035 "
            "(A/RES/90/12C, preambular para. 1, para. 1)",
        ),
    ],
)
def test_a_clause_is_cited_by_the_symbol_of_its_own_resolution(chosen: str, cited: str) -> None:
    assert cite(_LETTERED, select(chosen, _LETTERED)).partition(" [")[0] == cited


def test_clauses_of_several_are_cited_with_the_number_of_each() -> None:
    ids = select("a.pp1, b.op2", _LETTERED)
    assert citation(_LETTERED, ids) == (
        "General Assembly resolution 90/12 of 9 December 2035 (A/RES/90/12, "
        "resolution 90/12 A, preambular para. 1, resolution 90/12 B, para. 2)"
    )
    assert short_citation(_LETTERED, ids).startswith("A/RES/90/12, A, PP 1, B, OP 2, ")


def test_what_has_no_number_is_cited_by_its_place() -> None:
    assert citation(_VOLUME, ["r1.op4"]) == "resolution [no. 1], para. 4"
    assert short_citation(_VOLUME, ["r2.op1"]).startswith("A/RES/46/974, OP 1, ")


def test_reference_managers_get_the_title_and_the_date_of_its_own() -> None:
    lines = cite(_VOLUME, ["r3.op1"], CitationStyle.RIS).split("\n")
    assert "TI  - Appointment of keepers" in lines
    assert "DA  - 1991/12/11" in lines


def test_a_treaty_and_a_statement_are_cited_by_their_titles() -> None:
    treaty = read_resolution(FIXTURES / "treaty_alone.en.md")
    assert citation(treaty, ["art2.p2.a"]) == (
        "Convention on the Keeping of Lighthouses (art. 2, para. 2 (a))"
    )
    statement = read_resolution(FIXTURES / "statement.en.md")
    assert citation(statement, ["p2"]) == (
        "Statement by the President of the Security Council of 22 September 2035 "
        "(S/PRST/2035/3, unnumbered para. 2)"
    )
