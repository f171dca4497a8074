"""What the program has exported as PDF comes back: the same outline and words, every mark on its
clause, and nothing of what the export puts beside the text."""

import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import cast

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import EncodedStreamObject

from desktop_app.alignment.align import align, alone
from desktop_app.citation.typed import select
from desktop_app.export.excerpt.choosing import rows_of
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.excerpt.options import AS_THEY_ARE, Arrangement, Notes
from desktop_app.export.formats.registry import render
from desktop_app.grammar.languages import OFFICIAL
from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.reading.blocks import EXPORTED, Document
from desktop_app.reading.files import read_resolution
from desktop_app.reading.readers.pdf import opened
from desktop_app.reading.structure.resolution import resolution
from desktop_app.resolution.bitext import Bitext
from desktop_app.resolution.model import Resolution
from tests.reading.readers.bold_tables import bold_tables, tables_of
from tests.support.paths import FIXTURES
from tests.support.texts import EN, ZH, outline, read

_ARRANGEMENTS = (Arrangement.COLUMNS, Arrangement.INTERLEAVED, Arrangement.SEQUENCE)
_FILES = [BUNDLED, BUNDLED_TRANSLATION, *sorted(FIXTURES.glob("*.md"))]


def _exported(
    bitext: Bitext,
    arrangement: Arrangement = Arrangement.COLUMNS,
    notes: Notes = Notes.FOOT,
    clauses: str = "all",
) -> bytes:
    options = replace(AS_THEY_ARE, arrangement=arrangement, notes=notes)
    rows = rows_of(bitext, select(clauses, bitext.source))
    return render(excerpt(bitext, rows, options), "pdf")


def _blocks(data: bytes) -> Document:
    return opened.read(data, lambda pages: None)


def _from_pdf(data: bytes) -> Resolution:
    return resolution(_blocks(data))


def _lines(read: Resolution) -> list[str]:
    return re.sub(r"[^\S\n]+", "", outline(read)).splitlines()[1:]  # but for the provenance


def _changed(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """The file with other contents of its pages."""
    file = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    for page in file.pages:
        content = cast(EncodedStreamObject, page["/Contents"].get_object())
        content.set_data(change(content.get_data()))
    out = BytesIO()
    file.write(out)
    return out.getvalue()


def _silent(content: bytes) -> bytes:
    """The content of a page as earlier versions wrote it, without what its words are of."""
    return re.sub(rb"^(/\w+ (<<.*>> BDC|BMC)|EMC)\n", b"", content, flags=re.MULTILINE)


@pytest.mark.parametrize("file", _FILES, ids=lambda file: file.stem)
def test_an_exported_document_comes_back_with_its_outline(file: Path) -> None:
    expected = read_resolution(file)
    assert _lines(_from_pdf(_exported(alone(expected)))) == _lines(expected)


@pytest.mark.parametrize("notes", [Notes.FOOT, Notes.END])
@pytest.mark.parametrize("language", OFFICIAL)
def test_one_with_everything_in_it_comes_back_with_its_notes_anywhere(
    language: str, notes: Notes
) -> None:
    expected = read_resolution(FIXTURES / "everything" / f"{language}.md")
    found = _from_pdf(_exported(alone(expected), notes=notes))
    assert _lines(found) == _lines(expected)
    assert [clause.runs for clause in found.walk()] == [clause.runs for clause in expected.walk()]


@pytest.mark.parametrize("arrangement", _ARRANGEMENTS)
def test_of_an_export_in_two_languages_the_first_is_read(arrangement: Arrangement) -> None:
    for first, second in ((EN, ZH), (ZH, EN)):
        back = _from_pdf(_exported(align(read(first), read(second)), arrangement))
        assert _lines(back) == _lines(read(first))


@pytest.mark.parametrize("arrangement", _ARRANGEMENTS)
@pytest.mark.parametrize(("first", "second"), [("en", "zh"), ("zh", "en"), ("ar", "en")])
def test_the_tables_of_the_first_language_come_back_as_they_were(
    first: str, second: str, arrangement: Arrangement
) -> None:
    text = bold_tables(first) if first != "ar" else read_resolution(_everything("ar"))
    other = bold_tables(second) if first != "ar" else read_resolution(_everything("en"))
    found = tables_of(_from_pdf(_exported(align(text, other), arrangement)))
    assert found
    assert found == tables_of(text)


def _everything(language: str) -> Path:
    return FIXTURES / "everything" / f"{language}.md"


def test_a_word_that_a_line_parts_behind_its_hyphen_is_whole() -> None:
    words = "a drug-resistant and people-centred co-operation by the Secretary-General " * 9
    text = f"General Assembly\n\n75/58. A title\n\nThe General Assembly,\n\n1. Decides {words}.\n"
    assert [c.text for c in _from_pdf(_exported(alone(read(text)))).walk()] == [
        c.text for c in read(text).walk()
    ]


def test_an_excerpt_holds_its_paragraphs_alone() -> None:
    found = _blocks(_exported(alone(read(EN)), clauses="OP2"))
    (text,) = [block.text for block in found.blocks if block.kind.value == "paragraph"]
    assert text.startswith("2. Appeals")
    assert found.metadata == {"language": "en", EXPORTED: "yes"}


@pytest.mark.parametrize("file", [BUNDLED, BUNDLED_TRANSLATION], ids=lambda file: file.stem)
def test_a_file_of_an_earlier_version_is_read_by_how_it_looks(file: Path) -> None:
    expected = read_resolution(file)
    data = _changed(_exported(alone(expected)), _silent)
    assert EXPORTED not in _blocks(data).metadata
    assert _lines(_from_pdf(data)) == _lines(expected)


def test_words_that_were_added_to_a_file_are_read_with_it() -> None:
    """A file that says of only some words what they are of is read by how it looks."""
    data = _changed(_exported(alone(read(EN))), lambda content: content.replace(b"EMC\n", b"", 1))
    stamp = re.compile(rb"/Artifact BMC\n(.*\n)*?EMC\n")
    once = _changed(data, lambda content: stamp.sub(lambda m: _silent(m[0]), content, count=1))
    assert EXPORTED not in _blocks(once).metadata
