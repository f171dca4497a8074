"""Workbooks, read back by openpyxl: every chosen character once and in order, every cell text."""

import io
import re
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock

from desktop_app import __version__
from desktop_app.export.excerpt.model import Excerpt
from desktop_app.export.excerpt.options import Arrangement, ExportError, Notes, Options
from desktop_app.export.formats.registry import render
from desktop_app.resolution.model import Run, Runs, Style
from tests.support.reading_back import (
    BOTH,
    EN_ALONE,
    EN_BESIDE_ZH,
    IBID,
    TAIWAN,
    TAIWAN_TEXT,
    ZH_ALONE,
    any_runs,
    body,
    chosen,
    crossed,
    footnotes,
    joined,
    of_words,
    official,
    squeezed,
)
from tests.support.texts import EN, ZH
from tests.tools.bench import made_up


def _rows(found: Excerpt, sheet: str = "Clauses") -> list[list[str]]:
    """The cells of a sheet, "" for empty ones; every other one is text."""
    book = load_workbook(io.BytesIO(render(found, "xlsx")))
    cells = [cell for row in book[sheet].iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
    assert [cell.coordinate for cell in cells if cell.hyperlink] == []
    return [[value or "" for value in row] for row in book[sheet].iter_rows(values_only=True)]


def _column(found: Excerpt, name: str) -> list[str]:
    head, *rows = _rows(found)
    place = head.index(name)
    return [row[place] for row in rows]


def _unmarked(cells: list[str]) -> str:
    return squeezed(re.sub(r"\[\d+\]", "", cell) for cell in cells)


@pytest.mark.parametrize(
    ("found", "tag", "text"),
    [
        (chosen(BOTH, "all"), "zh-Hans", ZH),
        (chosen(BOTH, "all"), "en", EN_BESIDE_ZH),
        (chosen(EN_ALONE, "all"), "en", EN),
        (chosen(ZH_ALONE, "all"), "zh-Hans", ZH),
        (chosen(TAIWAN, "all"), "zh-Hant-TW", TAIWAN_TEXT),
    ],
)
def test_everything_is_every_word_once_and_in_order(found: Excerpt, tag: str, text: str) -> None:
    assert _unmarked(_column(found, f"Text ({tag})")) == body(text, numbers=True)
    assert _unmarked(_column(found, f"Footnotes ({tag})")) == footnotes(text)


def test_a_row_is_a_clause_with_the_footnotes_that_it_calls() -> None:
    head, *rows = _rows(chosen(BOTH, "PP6,OP1"))
    assert head == [
        "Symbol",
        "Kind",
        "Label",
        "Text (zh-Hans)",
        "Text (en)",
        "Footnotes (zh-Hans)",
        "Footnotes (en)",
    ]
    assert [row[:3] for row in rows] == [
        ["A/RES/75/58", "clause", "PP6 / PP6-PP7"],
        ["A/RES/75/58", "clause", "OP1"],
    ]
    assert rows[0][5:] == [
        "[1] 联合国，《条约汇编》，第 2445 卷，第 44004 号。\n[2] 同上，第 1456 卷，第 24631 号。",
        "[1] United Nations, Treaty Series, vol. 2445, No. 44004.\n"
        "[2] Ibid., vol. 1456, No. 24631.",
    ]
    assert rows[1][5:] == ["", ""]


def test_another_sheet_says_what_the_texts_are() -> None:
    assert _rows(chosen(TAIWAN, "OP1-2"), "About") == [
        ["Document", "A/RES/75/58 防止恐怖分子獲取大規模毀滅性武器的措施", "", "", ""],
        [
            "Citation",
            "General Assembly resolution 75/58 of 7 December 2020 (A/RES/75/58, paras. 1 and 2) "
            "[source not stated, converted from Simplified by OpenCC with local terms]",
            "",
            "",
            "",
        ],
        ["Symbol", "A/RES/75/58", "", "", ""],
        ["Written by", f"Resolution Reader {__version__}", "", "", ""],
        [""] * 5,
        ["Language", "Tag", "Title", "Provenance", "Official address"],
        [
            "Chinese (Traditional)",
            "zh-Hant-TW",
            "防止恐怖分子獲取大規模毀滅性武器的措施",
            "converted from Simplified (OpenCC, Taiwan with local terms); some words are others "
            "than published; source not stated, not compared with the official record",
            "https://docs.un.org/zh/A/RES/75/58",
        ],
        [
            "English",
            "en",
            "Measures to prevent terrorists from acquiring weapons of mass destruction",
            "transcription, not the official record",
            "https://docs.un.org/en/A/RES/75/58",
        ],
    ]


def test_the_file_says_what_it_is_without_being_opened() -> None:
    found = load_workbook(io.BytesIO(render(chosen(BOTH, "OP1"), "xlsx"))).properties
    title = "A/RES/75/58 防止恐怖分子获取大规模毁灭性武器的措施 [source not stated]"
    assert found.title == title
    assert found.subject == (
        "General Assembly resolution 75/58 of 7 December 2020 (A/RES/75/58, para. 1) "
        "[source not stated]"
    )
    assert found.description.splitlines() == [
        "Chinese (Simplified): source not stated, not compared with the official record "
        "https://docs.un.org/zh/A/RES/75/58",
        "English: transcription, not the official record https://docs.un.org/en/A/RES/75/58",
    ]


def test_the_sheet_can_be_read_and_filtered() -> None:
    sheet = load_workbook(io.BytesIO(render(chosen(BOTH, "OP1-3"), "xlsx")))["Clauses"]
    assert sheet.freeze_panes == "D2"
    assert sheet.auto_filter.ref == "A1:G4"
    assert sheet["D2"].alignment.wrap_text
    assert sheet.column_dimensions["D"].width > 50
    assert sheet.print_title_rows == "$1:$1"


@pytest.mark.parametrize(
    ("found", "font"), [(chosen(BOTH, "OP1"), "SimSun"), (chosen(TAIWAN, "OP1"), "PMingLiU")]
)
def test_chinese_has_a_font_of_its_script(found: Excerpt, font: str) -> None:
    sheet = load_workbook(io.BytesIO(render(found, "xlsx")))["Clauses"]
    assert [sheet[cell].font.name for cell in ("D2", "E2")] == [font, "Calibri"]


def test_arabic_runs_from_the_right() -> None:
    sheet = load_workbook(io.BytesIO(render(chosen(official("ar"), "OP1"), "xlsx")))["Clauses"]
    assert [sheet[cell].alignment.readingOrder for cell in ("D2", "E2")] == [0, 2]
    assert sheet["E2"].alignment.horizontal == "right"


def test_without_footnotes_there_are_no_marks() -> None:
    (_, row) = _rows(chosen(BOTH, "PP6", Options(notes=Notes.NONE)))
    assert "[" not in "".join(row)


def test_paragraphs_of_one_row_are_lines_of_one_cell() -> None:
    assert _column(chosen(joined(), "OP1"), "Text (en)") == [
        "1. Decides to act;\n2. Requests more."
    ]


def test_ibid_says_what_it_stands_for() -> None:
    assert _column(chosen(IBID, "OP1"), "Footnotes (en)") == [
        "[2] Ibid., para. 6. [that is, footnote 1: See A/74/1, para. 5.]"
    ]


def test_a_row_with_a_gap_has_an_empty_cell() -> None:
    assert [row[2:5] for row in _rows(chosen(crossed(), "all")) if "OP1" in row[2]] == [
        ["OP1 / —", "1. 决定采取行动。", ""],
        ["— / OP1", "", "1. Decides to act."],
    ]


@pytest.mark.parametrize("language", ["ar", "es", "fr", "ru"])
def test_every_clause_of_every_official_language_is_as_it_was_read(language: str) -> None:
    bitext = official(language)
    assert bitext.target is not None
    shown = re.sub(r"\[\w+\]", "", "\n".join(_column(chosen(bitext, "all"), f"Text ({language})")))
    assert [clause.id for clause in bitext.target.walk() if clause.text not in shown] == []


def test_a_thousand_rows_are_a_thousand_rows() -> None:
    bitext = made_up.bitext(1000, 60)
    assert bitext.target is not None
    head, *rows = _rows(chosen(bitext, "all"))
    for side, tag in ((bitext.source, "zh-Hans"), (bitext.target, "en")):
        place = head.index(f"Text ({tag})")
        texts = [f"{clause.mark} {clause.text}" for clause in side.walk()]
        assert [row[place] for row in rows] == texts


def _unnumbered(runs: Runs) -> Excerpt:
    """A clause of these words without a number before them."""
    found = of_words(runs)
    (entry,) = found.entries
    return replace(
        found, entries=(entry._replace(texts=((entry.texts[0][0]._replace(mark=""),),)),)
    )


@pytest.mark.parametrize("words", ["=1+1", "{=1}", "12", "1e5", "https://docs.un.org/", "mailto:a"])
def test_what_looks_like_more_is_text(words: str) -> None:
    made = _unnumbered((Run(words),))
    assert _column(made, "Text (zh-Hans)") == [words]
    cell = load_workbook(io.BytesIO(render(made, "xlsx")))["Clauses"]["D2"]
    assert cell.data_type == "s"
    assert bool(cell.quotePrefix) == words.startswith("=")  # text also once it is edited


def test_what_is_raised_is_raised_and_marks_are_in_brackets() -> None:
    runs = (
        Run("10"),
        Run("2", Style.SUPERSCRIPT),
        Run(" tons"),
        Run("1", Style.MARK, "fn1"),
        Run(";"),
    )
    book = load_workbook(io.BytesIO(render(_unnumbered(runs), "xlsx")), rich_text=True)
    cell = book["Clauses"]["D2"].value
    assert isinstance(cell, CellRichText)
    shown = [(part.text, part.font.vertAlign) for part in cell if isinstance(part, TextBlock)]
    assert shown[0] == ("10", None)
    assert shown[1] == ("2", "superscript")
    assert "".join(text for text, _ in shown) == "102 tons[1];"


def test_a_cell_as_long_as_excel_allows_is_written_whole() -> None:
    words = "字" * 32_765 + "𠀀"
    assert _column(_unnumbered((Run(words),)), "Text (zh-Hans)") == [words]


@pytest.mark.parametrize("style", [Style.PLAIN, Style.SUPERSCRIPT])
def test_a_longer_one_is_refused_with_a_sentence(style: Style) -> None:
    with pytest.raises(ExportError) as error:
        render(_unnumbered((Run("a"), Run("字" * 32_765 + "𠀀", style))), "xlsx")
    assert str(error.value) == (
        "OP2 has 32,768 characters, more than the 32,767 that a cell of Excel holds; export as CSV."
    )


def test_control_characters_are_written_as_the_standard_writes_them() -> None:
    with zipfile.ZipFile(io.BytesIO(render(_unnumbered((Run("a\v\rb_x000B_"),)), "xlsx"))) as file:
        root = etree.fromstring(file.read("xl/sharedStrings.xml"))
    assert "a_x000B__x000D_b_x005F_x000B_" in [str(text) for text in root.itertext()]


def test_it_is_the_same_however_languages_are_asked_to_stand() -> None:
    written = [
        _rows(chosen(BOTH, "OP1", Options(arrangement=arrangement)))
        for arrangement in (None, *Arrangement)
    ]
    assert written == [written[0]] * 4


def test_it_can_be_stopped() -> None:
    def stop(share: float) -> None:
        raise InterruptedError(share)

    with pytest.raises(InterruptedError):
        render(chosen(BOTH, "all"), "xlsx", stop)


@pytest.mark.slow
@settings(deadline=None)
@given(
    any_runs(
        st.text(
            st.one_of(
                st.sampled_from("=+-@' \t\n<>&\"中。"),
                st.characters(
                    min_codepoint=0x20,
                    exclude_categories=["Cs"],
                    exclude_characters="_\ufffe\uffff",
                ),
            ),
            min_size=1,
        ),
        (Style.PLAIN, Style.EMPHASIS, Style.SUPERSCRIPT),
    )
)
def test_any_words_read_back_as_they_were(runs: Runs) -> None:
    words = "".join(run.text for run in runs)
    assert _column(_unnumbered(runs), "Text (zh-Hans)") == [words]
