"""Like resolutions of two texts with several stand beside each other."""

from pathlib import Path

import pytest

from desktop_app.alignment.align import align
from desktop_app.alignment.audit.audit import audit
from desktop_app.alignment.corrections.operations import CorrectionError, merge
from desktop_app.reading.files import read_resolution
from desktop_app.resolution.bitext import Bitext
from tests.support.paths import FIXTURES
from tests.support.texts import ids, read


def _text(name: str) -> str:
    return (FIXTURES / f"{name}.md").read_text(encoding="utf-8")


def _aligned(source: str, target: str) -> Bitext:
    return align(read(source), read(target))


def _pairs(bitext: Bitext) -> list[tuple[str, ...]]:
    return [row.source + row.target for row in bitext.rows if row.source and row.target]


@pytest.mark.parametrize("language", ["ar", "es", "fr", "ru", "zh"])
def test_lettered_resolutions_stand_letter_by_letter(language: str) -> None:
    bitext = _aligned(_text("several_lettered.en"), _text(f"several_lettered.{language}"))
    assert all(source == target for source, target in _pairs(bitext))
    assert {source.partition(".")[0] for source, _ in _pairs(bitext)} == {"a", "b"}
    rows = [row for row in bitext.rows if row.source[:1] != ("fn1",)]
    assert [id for row in rows for id in row.source] == ids(bitext.source)
    target = read(_text(f"several_lettered.{language}"))
    assert [id for row in rows for id in row.target] == ids(target)


def test_a_resolution_that_one_text_lacks_moves_no_row_of_the_others() -> None:
    whole = _text("printed_volume.en")
    start, end = whole.index("46/974."), whole.index("46/975.")
    bitext = _aligned(whole, _text("printed_volume.fr"))
    shorter = _aligned(whole[:start] + whole[end:], _text("printed_volume.fr"))
    assert ("r1.op4", "r1.op4") in _pairs(bitext)
    assert ("r3.op1", "r3.op1") in _pairs(bitext)
    assert ("r2.op1", "r3.op1") in _pairs(shorter)


def test_a_text_whose_letters_are_lost_can_stand_beside_one_that_has_them() -> None:
    source = read(_text("several_lettered.en"))
    target = read(
        _text("several_lettered.fr").replace("\nB\n\nPhares\n\nL'Assemblée générale,\n", "")
    )
    bitext = align(source, target)
    assert [id for row in bitext.rows for id in row.target] == ids(target)
    assert ("a.op1", "a.op1") in _pairs(bitext) or ("a.op1", "op1") in _pairs(bitext)


def test_rows_are_joined_within_one_resolution_and_not_across_two() -> None:
    bitext = _aligned(_text("several_lettered.en"), _text("several_lettered.fr"))
    first = [row.source for row in bitext.rows]
    joined = merge(bitext, first.index(("b.op1",)))
    assert ("b.op1", "b.op2") in [row.source for row in joined]
    with pytest.raises(CorrectionError):
        merge(bitext, first.index(("a.op2.b",)))
    with pytest.raises(CorrectionError):
        merge(bitext, first.index(("a.op2",)))


def test_a_date_that_differs_in_one_closing_is_told() -> None:
    french = _text("several_lettered.fr").replace("10 décembre 2035", "11 décembre 2035")
    bitext = _aligned(_text("several_lettered.en"), french)
    found = [finding.sentence for finding in audit(bitext) if finding.source == ("b.pp1",)]
    assert found == [
        "Resolution B: the date of adoption is 2035-12-10 in the English text, 2035-12-11 in the "
        "French text."
    ]


@pytest.mark.parametrize("name", ["treaty_alone", "declaration_alone", "statement", "decision"])
def test_other_documents_stand_beside_their_translations(name: str) -> None:
    language = "ru" if name == "declaration_alone" else "fr"
    files = [Path(FIXTURES / f"{name}.{code}.md") for code in ("en", language)]
    source, target = map(read_resolution, files)
    rows = align(source, target).rows
    assert [id for row in rows for id in row.source] == ids(source)
    assert [id for row in rows for id in row.target] == ids(target)
    articles = [
        row for row in rows if row.source and row.source[0].startswith("art") and row.target
    ]
    assert all(row.source == row.target for row in articles)
