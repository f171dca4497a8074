"""Which checks run, what they are called, and how much their findings matter."""

import pytest

from desktop_app.alignment.align import align
from desktop_app.alignment.audit.audit import audit, by_row
from desktop_app.alignment.audit.registry import CHECKS, DEFAULT, named, switched, switches
from desktop_app.common.messages import UserError
from desktop_app.resolution.bitext import Bitext, Row, Severity
from tests.support.texts import EN, EN_PREAMBLE, ZH, ZH_PREAMBLE, read

_DAMAGED = EN.replace("1540 (2004)", "1541 (2004)", 1).replace("12 December", "13 December")


def test_only_the_checks_that_are_named_run() -> None:
    bitext = align(read(ZH), read(_DAMAGED))
    assert {found.check for found in audit(bitext)} == {"paragraphs", "symbols", "dates"}
    assert {found.check for found in audit(bitext, named(["dates"]))} == {"dates"}
    assert {found.check for found in audit(bitext, named(["Dates", " symbols"]))} == {
        "dates",
        "symbols",
    }


def test_every_check_has_its_own_name_in_small_letters_and_takes_one_thing() -> None:
    names = [check.name for check in CHECKS]
    assert len(names) == len({*names})
    assert all(name.isalpha() and name.islower() for name in names)
    assert all((check.of_row is None) != (check.of_document is None) for check in CHECKS)


def test_all_stands_for_every_check() -> None:
    assert named(["all"]) == CHECKS
    assert named(["all", "dates"]) == CHECKS


@pytest.mark.parametrize("names", [["numbres"], ["dates", "numbres"], ["all", "numbres"]])
def test_an_unknown_check_is_refused_with_the_names_there_are(names: list[str]) -> None:
    with pytest.raises(UserError, match="no check numbres; the checks are: paragraphs, footnotes"):
        named(names)


@pytest.mark.parametrize("names", [[], [""], [" ", ""]])
def test_no_name_is_refused(names: list[str]) -> None:
    with pytest.raises(UserError, match="No check is named; the checks are: paragraphs"):
        named(names)


def test_switches_are_kept_as_what_differs_from_the_default() -> None:
    assert switches(DEFAULT) == ""
    assert switched("") == DEFAULT
    some = tuple(check for check in CHECKS if check.name != "dates")
    assert switched(switches(some)) == some
    assert switched("-nonsense +what -") == DEFAULT


def _unsure(*rows: tuple[tuple[str, ...], tuple[str, ...]]) -> Bitext:
    zh = ZH_PREAMBLE + "".join(f"{number}. 决定采取行动；\n\n" for number in (1, 2, 3))
    en = EN_PREAMBLE + "".join(f"{number}. Decides to act;\n\n" for number in (1, 2, 3))
    bitext = align(read(zh), read(en))
    return bitext._replace(rows=tuple(Row(*row, 0.3) for row in rows))


def test_a_missing_paragraph_of_an_unsure_row_is_a_doubt() -> None:
    (found,) = audit(_unsure((("op1",), ())), named(["paragraphs"]))
    assert found.severity is Severity.DOUBT
    sure = _unsure((("op1",), ()))
    sure = sure._replace(rows=(sure.rows[0]._replace(score=0.9),))
    (found,) = audit(sure, named(["paragraphs"]))
    assert found.severity is Severity.ERROR


def test_two_unsure_paragraphs_beside_each_other_are_one_finding() -> None:
    bitext = _unsure((("op1",), ()), ((), ("op1",)), (("op2",), ()))
    found = audit(bitext, named(["paragraphs"]))
    assert [(one.source, one.target) for one in found] == [(("op1",), ("op1",)), (("op2",), ())]
    assert found[0].sentence == (
        "OP1 of the Chinese text and OP1 of the English text stand alone; they may be counterparts."
    )
    turned = audit(bitext.swapped(), named(["paragraphs"]))
    assert [(one.source, one.target) for one in turned] == [(("op1",), ("op1",)), ((), ("op2",))]


def test_two_paragraphs_surely_missing_are_two_findings() -> None:
    bitext = _unsure((("op1",), ()), ((), ("op1",)))
    rows = (bitext.rows[0], bitext.rows[1]._replace(score=1.0))
    found = audit(bitext._replace(rows=rows), named(["paragraphs"]))
    assert [(one.source, one.target) for one in found] == [(("op1",), ()), ((), ("op1",))]


def test_findings_of_the_whole_document_stand_with_their_rows() -> None:
    bitext = align(read(ZH), read(_DAMAGED))
    piecemeal = [found for findings in by_row(bitext) for found in findings]
    assert sorted(audit(bitext), key=str) == sorted(piecemeal, key=str)
