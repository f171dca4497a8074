"""One document with everything in it comes to one outline and one text, in all six languages and
from whatever program a file of it is, with every mark on its clause."""

import re
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from desktop_app.alignment.align import alone
from desktop_app.citation.typed import select
from desktop_app.export.excerpt.choosing import rows_of
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.formats.registry import render
from desktop_app.grammar.languages import OFFICIAL
from desktop_app.reading.files import resolution_in
from desktop_app.reading.readers.pdf.lines.characters import read_page
from desktop_app.reading.readers.pdf.lines.lines import Look, page_lines
from desktop_app.resolution.model import Resolution
from tests.reading.readers.docx import word_files
from tests.reading.readers.html.pages import MANNERS, page_of
from tests.support.everything import libreoffice, pandoc, printed
from tests.support.everything.documents import markdown_of
from tests.support.pdf.press import NARROW, WIDE
from tests.support.texts import outline, read

pytestmark = pytest.mark.usefixtures("qapp")  # to set a PDF would start Qt without windows


def _as_markdown(language: str) -> bytes:
    return markdown_of(language).encode("utf-8")


def _as_page(language: str, manner: str) -> bytes:
    return page_of(markdown_of(language), MANNERS[manner], language)


def _exported(language: str, format: str) -> bytes:
    bitext = alone(read(markdown_of(language)))
    return render(excerpt(bitext, rows_of(bitext, select("all", bitext.source))), format)


def _as_word(language: str) -> bytes:
    return word_files.made_of(markdown_of(language), language)


_FILES: dict[str, Callable[[str], bytes]] = {
    "Markdown": _as_markdown,
    **{f"our {name}": partial(_exported, format=name) for name in ("docx", "html", "pdf")},
    "Word": _as_word,
    "LibreOffice docx": libreoffice.made_of,
    "pandoc docx": pandoc.made_of,
    **{f"{name} html": partial(_as_page, manner=name) for name in MANNERS},
    "wide PDF": partial(printed.by_press, width=WIDE),
    "narrow PDF": partial(printed.by_press, width=NARROW),
    "wide Qt PDF": partial(printed.by_qt, width=WIDE),
    "narrow Qt PDF": partial(printed.by_qt, width=NARROW),
}


@cache
def _expected(language: str, is_pandoc: bool) -> Resolution:
    return read(pandoc.markdown_for(language) if is_pandoc else markdown_of(language))


def _lines(found: Resolution) -> list[str]:
    """The outline without white space; an export keeps no provenance."""
    return [re.sub(r"\s", "", line) for line in outline(found).splitlines() if line][1:]


@pytest.mark.parametrize("language", OFFICIAL)
@pytest.mark.parametrize("file", _FILES)
def test_a_document_is_the_same_from_every_file(file: str, language: str) -> None:
    expected = _expected(language, file == "pandoc docx")
    found = resolution_in(_FILES[file](language), Path("a"))
    assert _lines(found) == _lines(expected)
    marks = {clause.id: clause.notes for clause in found.walk() if clause.notes}
    assert marks == {clause.id: clause.notes for clause in expected.walk() if clause.notes}
    assert [note.mark for note in found.footnotes] == [note.mark for note in expected.footnotes]


def test_there_are_as_many_files_as_are_wanted() -> None:
    assert len(_FILES) * len(OFFICIAL) >= 36


@pytest.mark.parametrize("language", OFFICIAL)
def test_the_document_has_everything_in_it(language: str) -> None:
    found = read(markdown_of(language))
    ids = [clause.id for clause in found.walk()]
    assert {"pp3", "op2.a.ii.b", "annex1.art3.p1.t1", "annex2.art1.p1.b"} <= {*ids}
    assert [note.mark for note in found.footnotes] == ["*", *map(str, range(1, 13))]
    assert [part.id for part in found.parts][:3] == ["preamble", "section1", "section2"]


def _letters(text: str) -> str:
    return re.sub(r"[\W\d_]", "", text)


def _pages(data: bytes) -> list[str]:
    """The letters of the pages of a PDF, as they are set."""
    file = pdfium.PdfDocument(data)
    pages = [read_page(file[number]) for number in range(len(file))]
    look = Look(pages)
    lines = [page_lines(page, number, 0, look) for number, page in enumerate(pages)]
    return ["".join(_letters(line.text) for line in own) for own in lines]


@pytest.mark.parametrize("language", OFFICIAL)
def test_a_paragraph_and_a_note_across_a_page_end_are_whole(language: str) -> None:
    expected = _expected(language, False)
    data = printed.by_press(language, NARROW, printed.SHORT.get(language, 165))
    found = resolution_in(data, Path("a"))
    paragraph = next(clause.text for clause in expected.walk() if clause.id == "op3")
    note = next(note.text for note in expected.footnotes if note.mark == "8")
    pages = _pages(data)
    for text in map(_letters, (paragraph, note)):
        assert not any(text in page for page in pages)
        assert any(text[:8] in page for page in pages)
    assert _letters(paragraph) in map(_letters, (clause.text for clause in found.walk()))
    assert _letters(note) in [_letters(note.text) for note in found.footnotes]
