"""The pages of Word files: said where Word has kept its last layout, and nowhere else."""

from pathlib import Path

import pytest

from desktop_app.reading.files import resolution_in
from desktop_app.resolution.model import Resolution
from tests.reading.readers.docx.word_files import packed, paragraph, parts_of, run

_BREAK = "<w:r><w:lastRenderedPageBreak/></w:r>"
_RAISED = '<w:vertAlign w:val="superscript"/>'
_CALL = f'<w:r><w:rPr>{_RAISED}</w:rPr><w:footnoteReference w:id="1"/></w:r>'
_NOTE = paragraph("<w:r><w:footnoteRef/></w:r>" + run(" A/75/399."))
_NOTES = f'<w:footnote w:id="1">{_NOTE}</w:footnote>'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties"
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def _read(*paragraphs: str, pages: str = "") -> Resolution:
    body = "".join(map(paragraph, paragraphs))
    parts = parts_of(body, footnotes=_NOTES)
    if pages:
        main = str(parts["_rels/.rels"])
        relation = f'<Relationship Id="b" Type="{_KIND}" Target="docProps/app.xml"/>'
        parts["_rels/.rels"] = main.replace("</Relationships>", f"{relation}</Relationships>")
        parts["docProps/app.xml"] = (
            f'<Properties xmlns="{_APP}"><Pages>{pages}</Pages></Properties>'
        )
    return resolution_in(packed(parts), Path("a.docx"))


def _document(first: str = _BREAK, second: str = _BREAK, pages: str = "") -> Resolution:
    return _read(
        run("The General Assembly,"),
        run("Recalling its resolution 74/43 of 12 December 2019,"),
        run("Noting the light") + first + run("houses of the northern coasts,") + _CALL,
        second + run("1. Requests the keepers to keep them lit;"),
        run("2. Decides to remain seized of the matter."),
        pages=pages,
    )


def test_clauses_have_the_pages_of_the_last_layout() -> None:
    places = _document().places
    assert [places.pages(id) for id in ("pp1", "pp2", "op1", "op2")] == [(1,), (1, 2), (3,), (3,)]


def test_a_footnote_is_on_the_page_that_calls_it() -> None:
    assert _document().places.pages("fn1") == (2,)


def test_a_page_of_a_word_file_has_no_box() -> None:
    places = _document().places
    assert not places.are_set
    assert all(place.box is None for place in places.known)


def test_nothing_is_said_where_the_file_keeps_no_layout() -> None:
    page_break = '<w:r><w:br w:type="page"/></w:r>'
    assert _document(page_break, page_break).places.known == ()


@pytest.mark.parametrize(("pages", "said"), [("3", True), ("7", False), ("many", False)])
def test_nothing_is_said_where_breaks_and_pages_do_not_agree(pages: str, said: bool) -> None:
    assert bool(_document(pages=pages).places.known) is said


def test_deleted_words_and_typed_marks_do_not_hide_a_clause() -> None:
    deleted = '<w:del w:id="1"><w:r><w:delText>dark </w:delText></w:r></w:del>'
    found = _read(
        run("The General Assembly,"),
        run("Recalling its ")
        + deleted
        + run("resolution 74/43")
        + run("9", _RAISED)
        + run(" of 2019,"),
        _BREAK + run("1. Requests the keepers to keep them lit."),
    )
    assert found.places.pages("pp1") == (1,)
    assert found.places.pages("op1") == (2,)
