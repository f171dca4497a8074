"""What the program has exported as PDF comes back: the same outline and words, every mark on its
clause, and nothing of what the export puts beside the text."""

import re
from pathlib import Path

import pytest

from desktop_app.alignment.align import alone
from desktop_app.citation.typed import select
from desktop_app.export.excerpt.choosing import rows_of
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.formats.registry import render
from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.reading.files import read_resolution
from desktop_app.reading.readers.pdf import opened
from desktop_app.reading.structure.resolution import resolution
from desktop_app.resolution.model import Resolution
from tests.support.paths import FIXTURES
from tests.support.texts import outline

_NAMES = (
    "general_assembly_75_58.*",
    "security_council_1540.*",
    "sections.en",
    "statement.*",
    "declaration_alone.*",
    "treaty_alone.*",
)
_FILES = [file for name in _NAMES for file in sorted(FIXTURES.glob(f"{name}.md"))]
# Beside a Latin label PDFium reads the quotation marks of an Arabic mark (’1‘) the other way round.
_FILES.remove(FIXTURES / "security_council_1540.ar.md")
# Six lines, of which two are one paragraph: they do not tell how far apart its lines are set.
_FILES.remove(FIXTURES / "statement.zh.md")


def _exported(read: Resolution) -> bytes:
    bitext = alone(read)
    return render(excerpt(bitext, rows_of(bitext, select("all", read))), "pdf")


def _lines(read: Resolution) -> list[str]:
    return re.sub(r"[^\S\n]+", "", outline(read)).splitlines()[1:]


@pytest.mark.parametrize(
    "file", [BUNDLED, BUNDLED_TRANSLATION, *_FILES], ids=lambda file: file.stem
)
def test_an_exported_document_comes_back_with_its_outline(file: Path) -> None:
    expected = read_resolution(file)
    found = resolution(opened.read(_exported(expected), lambda pages: None))
    assert _lines(found) == _lines(expected)


@pytest.mark.parametrize(
    "file", sorted(FIXTURES.glob("several_lettered.*.md")), ids=lambda file: file.stem
)
def test_every_paragraph_of_several_resolutions_comes_back_in_its_order(file: Path) -> None:
    # Not the outline: a letter and its title stand on one line of the export ("A Harbours"), like
    # the word for an annex and its title, and the line alone does not tell that from a title.
    expected = read_resolution(file)
    found = opened.read(_exported(expected), lambda pages: None)
    text = _folded("".join(block.text for block in found.blocks))
    clauses = [_folded(clause.text) for part in expected.parts for clause in part.walk()]
    places = [text.find(clause) for clause in clauses]
    assert clauses
    assert -1 not in places
    assert places == sorted(places)


def _folded(text: str) -> str:
    return re.sub(r"\s+", "", text)
