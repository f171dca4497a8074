"""The styles of a Word document, and the rows of its table."""

from dataclasses import replace

import pytest
from lxml import etree

from desktop_app.alignment.align import alone
from desktop_app.export.excerpt.model import Kind
from desktop_app.export.excerpt.options import Arrangement, Notes, Options
from desktop_app.resolution.model import Run, Style
from tests.export.formats.docx.conftest import (
    BITEXTS,
    BOTH,
    ZH_TEXT,
    W,
    excerpt_of,
    opened,
    runs_of,
    style_of,
    text_of,
    value_of,
    with_runs,
)
from tests.support.texts import EN_PREAMBLE, read
from tests.tools.bench.made_up import bitext as made_up

_COLUMNS, _INTERLEAVED, _SEQUENCE = Arrangement


def test_one_language_alone_is_paragraphs_unless_a_table_is_wanted() -> None:
    tables = {
        arrangement: len(
            opened(
                excerpt_of(alone(ZH_TEXT), "OP1", Options(arrangement=arrangement))
            ).document.tables
        )
        for arrangement in (None, _INTERLEAVED, _COLUMNS)
    }
    assert tables == {None: 0, _INTERLEAVED: 0, _COLUMNS: 1}
    assert opened(excerpt_of(BOTH, "OP1", Options())).document.tables


def test_the_title_of_the_resolution_has_a_style_of_its_own() -> None:
    written = opened(excerpt_of(alone(ZH_TEXT), "all", Options()))
    titles = [text for style, text in written.paragraphs() if style == "Resolution Title"]
    assert titles == [line.text for line in ZH_TEXT.head if line.id == "head.title"] != []


def test_words_are_formatted_by_styles_alone() -> None:
    allowed = {"rStyle", "rFonts", "rtl", "lang"}
    for name in ("both", "Arabic"):
        written = opened(excerpt_of(BITEXTS[name]))
        for run in runs_of(written):
            properties = run.find(f"{W}rPr")
            if properties is not None:
                assert {etree.QName(child).localname for child in properties} <= allowed
        paragraphs = written.body.iter(f"{W}pPr")
        assert {etree.QName(child).localname for found in paragraphs for child in found} <= {
            "pStyle",
            "bidi",
            "sectPr",
        }


def test_every_style_that_is_used_is_there() -> None:
    for options in (Options(), Options(arrangement=_SEQUENCE, notes=Notes.END)):
        written = opened(excerpt_of(BITEXTS["1540"], options=options))
        known = {style.get(f"{W}styleId") for style in written.xml["word/styles.xml"]}
        used = {
            element.get(f"{W}val")
            for root in written.xml.values()
            for element in root.iter(
                *(f"{W}{name}" for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"))
            )
        }
        assert used <= known


@pytest.mark.parametrize(("bitext", "style"), [("one", "Strong"), ("1540", "Strong")])
def test_emphasis_is_bold_in_chinese_and_arabic(bitext: str, style: str) -> None:
    found = excerpt_of(alone(BITEXTS[bitext].source))
    written = opened(found)
    emphasised = [
        text_of(run)
        for run in runs_of(written)
        if value_of(run, "rPr/rStyle") in ("Strong", "Emphasis")
    ]
    styles = {value_of(run, "rPr/rStyle") for run in runs_of(written)} & {"Strong", "Emphasis"}
    assert styles == {style}
    assert "".join(emphasised) == "".join(
        run.text
        for entry in found.entries
        for paragraph in entry.texts[0]
        for run in paragraph.runs
        if run.style is Style.EMPHASIS
    )


def test_emphasis_is_italic_in_other_languages_and_superscript_is_raised() -> None:
    runs = (Run("Decides", Style.EMPHASIS), Run(" m"), Run("2", Style.SUPERSCRIPT))
    document = opened(excerpt_of(alone(with_runs(runs)), "OP1")).document
    cell = document.tables[0].rows[1].cells[1]
    found = {run.text: run.style for run in cell.paragraphs[0].runs}
    assert found["Decides"].font.italic
    assert found["2"].font.superscript
    assert not found[" m"].font.italic


def test_sub_paragraphs_stand_further_in() -> None:
    text = f"{EN_PREAMBLE}1. Requests:\n\n(a) To act;\n\n(i) At once;\n\n2. Decides in the end.\n"
    document = opened(excerpt_of(alone(read(text)), "OP1")).document
    cells = [row.cells[1].paragraphs[0] for row in document.tables[0].rows[1:]]
    assert [style_of(cell.style) for cell in cells] == [
        "Clause Text",
        "Clause Text 1",
        "Clause Text 2",
    ]
    indents = [cell.style.paragraph_format.left_indent for cell in cells if cell.style]
    assert indents[0] is None
    assert 0 < indents[1] < indents[2]


def test_depth_without_end_has_the_last_style() -> None:
    found = excerpt_of(alone(with_runs((Run("Deep"),))), "OP1")
    deep = replace(found, entries=(found.entries[0]._replace(depth=30),))
    assert style_of(opened(deep).document.tables[0].rows[1].cells[1].paragraphs[0].style) == (
        "Clause Text 8"
    )


def test_headings_are_headings() -> None:
    text = f"{EN_PREAMBLE}## I\n\n## Oceans\n\n1. Decides to act;\n\n## II\n\n2. Requests more.\n"
    written = opened(excerpt_of(alone(read(text)), options=Options(arrangement=_INTERLEAVED)))
    headings = [text for style, text in written.paragraphs() if style == "Heading 2"]
    assert " ".join(headings).split() == ["I", "Oceans", "II"]


def test_the_first_row_is_repeated_and_only_long_rows_break() -> None:
    found = excerpt_of(alone(with_runs((Run("word " * 400),))))
    short = excerpt_of(BOTH)
    for excerpt_, breaks in ((found, True), (short, False)):
        rows = list(opened(excerpt_).body.iter(f"{W}tr"))
        assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}tblHeader") is None for row in rows[1:])
        whole = rows[-1].find(f"{W}trPr/{W}cantSplit") is not None
        assert whole != breaks


def test_a_long_table_goes_on_in_another_but_not_between_heading_and_clause() -> None:
    found = excerpt_of(made_up(450, 10))
    sizes = [len(table.rows) for table in opened(found).document.tables]
    assert sizes == [201, 201, 51]
    heading = found.entries[0]._replace(kind=Kind.HEADING, label="")
    entries = (*found.entries[:199], heading, *found.entries[199:])
    tables = opened(replace(found, entries=entries)).document.tables
    assert [len(table.rows) for table in tables] == [202, 201, 51]
    assert {table.rows[0].cells[0].text for table in tables} == {"Clause"}
