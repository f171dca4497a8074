"""The time that reading a Word file or a web page takes grows with its length and no faster."""

import zipfile
from pathlib import Path

import pytest

from desktop_app.reading.readers import docx, html
from tests.reading.readers.docx.word_files import level, packed, paragraph, parts_of, run, table
from tests.support.growth import Construct, is_linear

_PAGE = "<html><body>"
_PAGES = {
    "paragraphs": Construct("<p>a", _PAGE),
    "line breaks": Construct("a<br>", _PAGE),
    "emphasis that is not closed": Construct("<i>x</b>", _PAGE),
    "emphasis that crosses": Construct("<b><i>x</b>", _PAGE),
    "tables": Construct("<table><tr><td>a</table>", _PAGE),
    "tables in tables": Construct("<table><tr><td>a", _PAGE),
    "cells": Construct("<td>a", _PAGE),
    "rows": Construct("<tr><td>a<td>b", f"{_PAGE}<p>x<table>"),
    "large cells": Construct("<tr><td rowspan=9 colspan=99>a", f"{_PAGE}<p>x<table>"),
    "lists in lists": Construct("<ol><li>a", _PAGE),
    "marks of one note": Construct('<a href="#n">[1]</a>', _PAGE, "<p id=n>[1] a"),
    "notes": Construct('<sup><a href="#n{}">1</a></sup><p id=n{}>1 a', _PAGE, counts=True),
    "marks before one note": Construct('<div><sup><a href="#m">1</a></sup>', _PAGE, "<p id=m>a"),
    "classes": Construct("<style>.c{}{color:red}</style>", _PAGE, counts=True),
    "tags that do not end": Construct("<b", _PAGE),
    "comments that do not end": Construct("<!--", _PAGE),
    "scripts that do not end": Construct("<script>", _PAGE),
    "line breaks of the source": Construct("国\n", _PAGE),
}
_NOTE = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
_FRAMED = paragraph(run("* a"), "<w:framePr/>")
_ITEM = paragraph(run("a"), '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>')
_ROW = table([[paragraph(run("a"))] * 2]).removeprefix("<w:tbl><w:tblPr/>").removesuffix("</w:tbl>")
_LARGE = _ROW.replace("<w:tc>", '<w:tc><w:tcPr><w:gridSpan w:val="63"/></w:tcPr>')
_OPEN_TABLE = paragraph(run("x")) + "<w:tbl>"
_WORDS = {
    "paragraphs": Construct(paragraph(run("a"))),
    "runs": Construct(run("a", "<w:i/>"), "<w:p>", "</w:p>"),
    "marks": Construct(_NOTE, "<w:p>", "</w:p>", counts=True),
    "raised words": Construct(run("1", '<w:vertAlign w:val="superscript"/>'), "<w:p>", "</w:p>"),
    "starred notes": Construct(paragraph(run("a*")) + _FRAMED),
    "starred notes without stars": Construct(paragraph(run("a")) + _FRAMED),
    "items": Construct(_ITEM),
    "tables": Construct(table([[paragraph(run("a"))] * 2])),
    "rows": Construct(_ROW, _OPEN_TABLE, "</w:tbl>"),
    "large cells": Construct(_LARGE, _OPEN_TABLE, "</w:tbl>"),
    "sections": Construct(paragraph(run("a"), "<w:sectPr/>")),
    "ends that are deleted": Construct(paragraph(run("a"), "<w:rPr><w:del/></w:rPr>")),
    "fields that do not end": Construct('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "<w:p>",
                                        "</w:p>"),
}  # fmt: skip
_NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{level(1, "decimal", "%1.%2")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
_NOTES = "".join(f'<w:footnote w:id="{id}">{paragraph(run("a"))}</w:footnote>' for id in range(99))


def _read_page(text: str) -> None:
    html.READER.read(text.encode(), Path("a.html"))


def _read_word(body: str) -> None:
    parts = parts_of(body, numbering=_NUMBERING, footnotes=_NOTES)
    # Not packed, since what is packed so well is taken for a bomb.
    docx.READER.read(packed(parts, zipfile.ZIP_STORED), Path("a.docx"))


@pytest.mark.slow
@pytest.mark.parametrize("name", _PAGES)
def test_the_time_for_a_page_grows_no_faster_than_the_page(name: str) -> None:
    linear, measured = is_linear(_read_page, _PAGES[name])
    assert linear, measured


@pytest.mark.slow
@pytest.mark.parametrize("name", _WORDS)
def test_the_time_for_a_word_file_grows_no_faster_than_the_file(name: str) -> None:
    linear, measured = is_linear(_read_word, _WORDS[name])
    assert linear, measured


@pytest.mark.parametrize("name", _PAGES)
def test_every_construct_of_pages_is_read(name: str) -> None:
    _read_page(_PAGES[name].text(2_000))


@pytest.mark.parametrize("name", _WORDS)
def test_every_construct_of_word_files_is_read(name: str) -> None:
    _read_word(_WORDS[name].text(2_000))
