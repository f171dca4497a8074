"""One document with everything in it is the same in Word as in Markdown, whoever wrote the file."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.alignment.align import align, alone
from desktop_app.citation.typed import select
from desktop_app.export.excerpt.choosing import rows_of
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.excerpt.options import AS_THEY_ARE, Arrangement, Notes
from desktop_app.export.formats.registry import render
from desktop_app.grammar.languages import OFFICIAL
from desktop_app.reading.files import read_resolution
from desktop_app.reading.readers.docx import READER
from desktop_app.reading.structure.resolution import resolution
from desktop_app.resolution.bitext import Bitext
from desktop_app.resolution.model import Resolution
from tests.reading.readers.bold_tables import bold_tables, tables_of
from tests.reading.readers.docx.word_files import made_of, packed, parts_of
from tests.support.paths import FIXTURES
from tests.support.texts import EN, ZH, outline, read

_LANGUAGES = tuple(OFFICIAL)
_DOCUMENTS = sorted(FIXTURES.glob("*.md"))


def _everything(language: str) -> str:
    return (FIXTURES / "everything" / f"{language}.md").read_text(encoding="utf-8")


def _lines(found: Resolution) -> list[str]:
    """The outline without white space."""
    return [re.sub(r"\s", "", line) for line in outline(found).splitlines() if line]


def _from_word(data: bytes) -> Resolution:
    return resolution(READER.read(data, Path("a.docx")))


def _exported(
    bitext: Bitext, arrangement: Arrangement = Arrangement.INTERLEAVED, notes: Notes = Notes.FOOT
) -> bytes:
    options = replace(AS_THEY_ARE, arrangement=arrangement, notes=notes)
    return render(excerpt(bitext, rows_of(bitext, select("all", bitext.source)), options), "docx")


@pytest.mark.parametrize("language", _LANGUAGES)
def test_a_file_that_word_wrote(language: str) -> None:
    text = _everything(language)
    found = _from_word(made_of(text, language))
    assert _lines(found) == _lines(read(text))
    assert found.head == _from_word(made_of(text, language)).head


@pytest.mark.parametrize("language", _LANGUAGES)
def test_every_mark_is_on_its_clause(language: str) -> None:
    found = _from_word(made_of(_everything(language), language))
    assert [note.mark for note in found.footnotes] == ["*", *map(str, range(1, 13))]
    marks = {clause.id: clause.notes for clause in found.walk() if clause.notes}
    assert marks == {
        "pp1": ("fn1",),
        "pp2": ("fn2", "fn3"),
        "op1": ("fn4",),
        "op2.a": ("fn5",),
        "op2.b": ("fn6",),
        "op4": ("fn7",),
        "op5": ("fn8",),
        "annex1.art1.p1": ("fn9",),
        "annex1.art2.p2": ("fn10",),
        "annex1.art3.p1.t1": ("fn11",),
        "annex1.art4.p1": ("fn12",),
    }


def test_the_strict_variant_of_the_format_is_read_alike() -> None:
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    parts = parts_of("<w:p><w:r><w:t>Words</w:t></w:r></w:p>")
    changed = {
        name: str(content).encode().replace(usual, strict) for name, content in parts.items()
    }
    assert READER.read(packed(changed), Path("a")) == READER.read(packed(parts), Path("a"))


@pytest.mark.parametrize("arrangement", [Arrangement.INTERLEAVED, Arrangement.COLUMNS])
@pytest.mark.parametrize("notes", [Notes.FOOT, Notes.END])
@pytest.mark.parametrize("language", _LANGUAGES)
def test_a_file_that_this_program_wrote(
    language: str, notes: Notes, arrangement: Arrangement
) -> None:
    found = read(_everything(language))
    back = _from_word(_exported(alone(found), arrangement, notes))
    assert _lines(back) == _lines(found)


@pytest.mark.parametrize("document", _DOCUMENTS, ids=lambda path: path.stem)
def test_every_document_comes_back_from_word(document: Path) -> None:
    found = read_resolution(document)
    back = _from_word(_exported(alone(found)))
    assert _lines(back)[1:] == _lines(found)[1:]  # an export keeps no provenance


@pytest.mark.parametrize("arrangement", Arrangement)
@pytest.mark.parametrize(("first", "second"), [("en", "zh"), ("zh", "en")])
def test_the_tables_of_the_first_language_come_back_as_they_were(
    first: str, second: str, arrangement: Arrangement
) -> None:
    text = bold_tables(first)
    back = _from_word(_exported(align(text, bold_tables(second)), arrangement))
    found = tables_of(back)
    assert [clause.id for clause in found] == ["op1.t1", "op2.a.t1", "annex.p1.t1"]
    assert found == tables_of(text)


@pytest.mark.parametrize("arrangement", Arrangement)
def test_of_an_export_in_two_languages_the_first_is_read(arrangement: Arrangement) -> None:
    for first, second in ((EN, ZH), (ZH, EN)):
        back = _from_word(_exported(align(read(first), read(second)), arrangement))
        assert _lines(back)[1:] == _lines(read(first))[1:]
