"""One document with everything in it is the same as a web page as in Markdown, whoever wrote it."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.alignment.align import align, alone
from desktop_app.citation.typed import select
from desktop_app.export.excerpt.choosing import rows_of
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.excerpt.options import AS_THEY_ARE, Arrangement
from desktop_app.export.formats.registry import render
from desktop_app.grammar.languages import OFFICIAL
from desktop_app.reading.files import read_resolution
from desktop_app.reading.readers.html import READER
from desktop_app.reading.structure.resolution import resolution
from desktop_app.resolution.bitext import Bitext
from desktop_app.resolution.model import Resolution
from tests.reading.readers.bold_tables import bold_tables, tables_of
from tests.reading.readers.html.pages import MANNERS, page_of
from tests.support.paths import FIXTURES
from tests.support.texts import EN, ZH, outline, read

_LANGUAGES = tuple(OFFICIAL)
_DOCUMENTS = sorted(FIXTURES.glob("*.md"))


def _everything(language: str) -> str:
    return (FIXTURES / "everything" / f"{language}.md").read_text(encoding="utf-8")


def _lines(found: Resolution) -> list[str]:
    """The outline without white space."""
    return [re.sub(r"\s", "", line) for line in outline(found).splitlines() if line]


def _from_page(data: bytes) -> Resolution:
    return resolution(READER.read(data, Path("a.html")))


def _exported(bitext: Bitext, arrangement: Arrangement = Arrangement.INTERLEAVED) -> bytes:
    options = replace(AS_THEY_ARE, arrangement=arrangement)
    return render(excerpt(bitext, rows_of(bitext, select("all", bitext.source)), options), "html")


@pytest.mark.parametrize("language", _LANGUAGES)
@pytest.mark.parametrize("manner", MANNERS)
def test_a_page_that_another_program_wrote(manner: str, language: str) -> None:
    text = _everything(language)
    found = _from_page(page_of(text, MANNERS[manner], language))
    assert _lines(found) == _lines(read(text))
    marks = {clause.id: clause.notes for clause in found.walk()}
    assert marks == {clause.id: clause.notes for clause in read(text).walk()}


@pytest.mark.parametrize("language", _LANGUAGES)
def test_line_breaks_of_the_source_are_spaces_only_where_words_have_spaces(language: str) -> None:
    text = _everything(language)
    found = _from_page(page_of(text, MANNERS["Word"], language))
    expected = {clause.id: clause.text for clause in read(text).walk()}
    del expected["annex1.p1"]  # Chinese breaks after a comma as well
    texts = {clause.id: clause.text for clause in found.walk() if clause.id in expected}
    assert texts == expected


@pytest.mark.parametrize("arrangement", Arrangement)
@pytest.mark.parametrize("language", _LANGUAGES)
def test_a_page_that_this_program_wrote(language: str, arrangement: Arrangement) -> None:
    found = read(_everything(language))
    assert _lines(_from_page(_exported(alone(found), arrangement))) == _lines(found)


@pytest.mark.parametrize("document", _DOCUMENTS, ids=lambda path: path.stem)
def test_every_document_comes_back_from_a_page(document: Path) -> None:
    found = read_resolution(document)
    back = _from_page(_exported(alone(found)))
    assert _lines(back)[1:] == _lines(found)[1:]  # an export keeps no provenance


@pytest.mark.parametrize("arrangement", Arrangement)
@pytest.mark.parametrize(("first", "second"), [("en", "zh"), ("zh", "en")])
def test_the_tables_of_the_first_language_come_back_as_they_were(
    first: str, second: str, arrangement: Arrangement
) -> None:
    text = bold_tables(first)
    back = _from_page(_exported(align(text, bold_tables(second)), arrangement))
    found = tables_of(back)
    assert [clause.id for clause in found] == ["op1.t1", "op2.a.t1", "annex.p1.t1"]
    assert found == tables_of(text)


@pytest.mark.parametrize("arrangement", Arrangement)
def test_of_an_export_in_two_languages_the_first_is_read(arrangement: Arrangement) -> None:
    for first, second in ((EN, ZH), (ZH, EN)):
        back = _from_page(_exported(align(read(first), read(second)), arrangement))
        assert _lines(back)[1:] == _lines(read(first))[1:]
