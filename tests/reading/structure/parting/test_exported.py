"""Headings of exports of this program, with number and title on one line."""

import pytest

from desktop_app.grammar.grammar import grammar
from desktop_app.reading.blocks import EXPORTED, Block, BlockKind, Document
from desktop_app.reading.structure.parting.exported import with_numbers_apart
from desktop_app.reading.structure.resolution import resolution
from desktop_app.resolution.model import Run


def _heading(text: str) -> Block:
    return Block(BlockKind.HEADING, (Run(text),), level=2)


def _paragraph(text: str) -> Block:
    return Block(BlockKind.PARAGRAPH, (Run(text),))


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Annex Rules of lighthouses", "en", ["Annex", "Rules of lighthouses"]),
        ("Annex II Rules of lighthouses", "en", ["Annex II", "Rules of lighthouses"]),
        ("Annex I. Rules", "en", ["Annex I. Rules"]),
        ("Annex", "en", ["Annex"]),
        ("Annexes and their rules", "en", ["Annexes and their rules"]),
        ("Annex to the rules", "en", ["Annex to the rules"]),
        ("Chapter I General provisions", "en", ["Chapter I", "General provisions"]),
        ("Annexe II Règles", "fr", ["Annexe II", "Règles"]),
        ("附件二 规则", "zh", ["附件二", "规则"]),
        ("A Harbours", "en", ["A Harbours"]),  # a section
    ],
)
def test_a_number_stands_above_its_title(text: str, language: str, expected: list[str]) -> None:
    blocks = [_heading(text), _paragraph("1. A lighthouse is lit.")]
    found = with_numbers_apart(blocks, grammar(language))
    assert [block.text for block in found] == [*expected, blocks[1].text]


def test_a_letter_above_enacting_words_is_that_of_a_resolution() -> None:
    blocks = [_heading("A Harbours"), _paragraph("The General Assembly,")]
    found = [block.text for block in with_numbers_apart(blocks, grammar("en"))]
    assert found == ["A", "Harbours", "The General Assembly,"]
    blocks[0] = _heading("A harbour")
    assert [*with_numbers_apart(blocks, grammar("en"))] == blocks


def test_only_headings_of_an_export_are_so_read() -> None:
    """Elsewhere "Annex I Parties" is the heading of a section about them."""
    blocks = (
        *map(_paragraph, ["General Assembly", "75/58. A title", "The General Assembly,"]),
        *map(_paragraph, ["Recalling its report,", "1. Decides to act;"]),
        _heading("Annex I Parties"),
        _paragraph("2. Requests a report."),
    )
    expected = {"": "op2", "yes": "annex.2"}
    for stated, id in expected.items():
        found = resolution(Document(blocks, {EXPORTED: stated} if stated else {}))
        assert [*found.walk()][-1].id == id
