"""Tables in what is exported: shown as tables, and read back from Markdown as they were."""

import json
from html.parser import HTMLParser
from io import BytesIO

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from desktop_app.alignment.align import align, alone
from desktop_app.cli.outline import as_json, as_text
from desktop_app.export.excerpt.options import Arrangement, Notes, Options
from desktop_app.export.formats import html, markdown, model_json, text
from desktop_app.export.formats.akn import document as akn
from desktop_app.export.formats.docx import document as docx
from desktop_app.reading.readers.json_files.exported import versions
from desktop_app.resolution.bitext import Bitext
from desktop_app.resolution.model import Clause, Run, Runs, Style, Table, words
from desktop_app.resolution.serial import dump, load
from desktop_app.resolution.tables import of_rows
from tests.support.paths import FIXTURES
from tests.support.reading_back import chosen
from tests.support.texts import EN_PREAMBLE, ids, read

_EN, _ZH = (
    read((FIXTURES / f"tables.{code}.md").read_text(encoding="utf-8")) for code in ("en", "zh")
)
_BOTH = align(_ZH, _EN)
_CELLS = [
    ["Member", "Percentage", "Remarks"],
    ["Alandia", "0.001", "From 2008 only"],
    ["Bolandia", "22.000", ""],
    ["Total", "22.001", "See annex, table 2"],
]
_SIGNS = "ab 1中.|\\`*_[]<>&~#+-=()!:^$\u00a0\u3000"


def _cell(words_: str) -> Runs:
    return (Run(words_),) if words_ else ()


_ANY_CELL = st.one_of(
    st.text(_SIGNS + "\n\t", max_size=8).map(_cell),
    st.tuples(
        st.text("ab中", min_size=1, max_size=3).map(Run),
        st.text("xy文", min_size=1, max_size=3).map(lambda text: Run(text, Style.EMPHASIS)),
        st.text("b ,", max_size=3).map(Run),
    ),
    st.tuples(st.just(Run("a")), st.just(Run("1", Style.MARK, "fn1"))),
    st.just((Run("1", Style.MARK, "fn1"),)),
    st.just((Run("10"), Run("half", Style.SUPERSCRIPT), Run(" m"))),
)
_ANY_ROWS = st.integers(2, 4).flatmap(
    lambda count: st.lists(
        st.lists(_ANY_CELL, min_size=count, max_size=count), min_size=1, max_size=4
    )
)


def _with_table(runs: Runs, headings: int) -> Bitext:
    """A resolution whose first paragraph has a table below it."""
    found = read(f"{EN_PREAMBLE}1. Decides:\n\n|a|b|\n|-|-|\n\n2. Decides.[^1]\n\n[^1]: A note.\n")
    preamble, operative = found.parts
    first, second = operative.clauses
    table = Clause("op1.t1", "", "", "", runs, (), Table(headings))
    clauses = (first._replace(clauses=(table,)), second)
    return alone(found._replace(parts=(preamble, operative._replace(clauses=clauses))))


@given(_ANY_ROWS, st.sampled_from([0, 1]))
def test_any_table_that_is_written_as_markdown_is_read_back_equal(
    rows: list[list[Runs]], headings: int
) -> None:
    runs = of_rows(rows)
    if not words(of_rows(rows[:1])).strip() and not of_rows(rows[:1])[0].note:
        headings = 0  # an empty heading is none
    if not words(runs).strip():
        return  # an empty table is none
    written = markdown.render(chosen(_with_table(runs, headings), "OP1.T1")).decode("utf-8")
    again = [found for found in read(written).walk() if found.table]
    assert [found.table for found in again] == [Table(headings)]
    assert _plain(again[0].runs) == _plain(runs)


def _plain(runs: Runs) -> list[tuple[str, Style]]:
    """Runs without the place that they call, with a mark in any style a mark."""
    return [(run.text, run.style) for run in runs]


def test_the_tables_of_both_languages_are_read_back_from_markdown() -> None:
    written = markdown.render(chosen(_BOTH, "all"))
    again = [found for found in read(written.decode("utf-8")).walk() if found.table]
    tables = [found for side in (_ZH, _EN) for found in side.walk() if found.table]
    assert sorted(found.text for found in again) == sorted(found.text for found in tables)


def test_a_table_in_the_cell_of_another_is_lines_with_bars() -> None:
    written = markdown.render(chosen(_BOTH, "OP1.T1", Options(arrangement=Arrangement.COLUMNS)))
    row = next(line for line in written.decode("utf-8").splitlines() if line.startswith("| OP1.T1"))
    assert r"Member \| Percentage \| Remarks<br>Alandia \| 0.001" in row


class _Cells(HTMLParser):
    """The cells of the text's own tables of a web page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.tags: set[str] = set()
        self._in_cell = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr" and not attrs:
            self.rows.append([])
        elif tag in ("td", "th") and ("class", "own") in attrs:
            self.rows[-1].append("")
            self.tags.add(tag)
            self._in_cell = True

    def handle_endtag(self, tag: str) -> None:
        self._in_cell &= tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self._in_cell:
            self.rows[-1][-1] += data


@pytest.mark.parametrize("arrangement", [Arrangement.COLUMNS, Arrangement.INTERLEAVED])
def test_a_web_page_has_the_tables_of_both_languages(arrangement: Arrangement) -> None:
    page = html.render(chosen(_BOTH, "OP1.T1", Options(arrangement=arrangement))).decode("utf-8")
    cells = _Cells(page)
    plain = [[cell.removesuffix("1").removesuffix("2") for cell in row] for row in cells.rows]
    assert plain[4][0] == "Member"
    assert [row[0] for row in plain] == [
        *("会员", "阿兰迪亚", "博兰迪亚", "共计", "Member", "Alandia", "Bolandia", "Total")
    ]
    assert cells.tags == {"th", "td"}


def test_the_emphasis_of_a_chinese_table_is_bold_on_the_clipboard() -> None:
    page = html.copied(chosen(_BOTH, "OP1.T1")).html
    assert '仅自<em style="font-style: normal; font-weight: bold">2008</em>年起' in page
    assert "From <em>2008</em> only" in page


@pytest.mark.parametrize("arrangement", [Arrangement.COLUMNS, Arrangement.INTERLEAVED])
def test_a_word_document_has_the_table_with_its_heading(arrangement: Arrangement) -> None:
    options = Options(arrangement=arrangement, notes=Notes.NONE)
    data = docx.render(chosen(alone(_EN), "OP1.T1", options))
    document = Document(BytesIO(data))
    outer = document.tables[0]
    own = outer.rows[1].cells[1].tables[0] if arrangement is Arrangement.COLUMNS else outer
    assert [[cell.text for cell in row.cells] for row in own.rows] == _CELLS
    assert "w:tblHeader" in own.rows[0]._tr.xml
    assert own.rows[0].cells[0].paragraphs[0].style.name == "Table Heading"


def test_akoma_ntoso_has_the_table() -> None:
    root = etree.fromstring(akn.render(chosen(alone(_EN), "OP1")))
    space = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
    (table,) = root.iter(f"{space}table")
    tags = [[etree.QName(cell).localname for cell in row] for row in table]
    assert tags == [["th"] * 3, *[["td"] * 3] * 3]
    assert "".join(map(str, table[1][1].itertext())).strip() == "0.001"


def test_json_keeps_tables() -> None:
    data = model_json.render(chosen(_BOTH, "all"))
    assert versions(json.loads(data)) == (_ZH, _EN)
    assert load(json.loads(json.dumps(dump(_BOTH)))) == _BOTH


def test_plain_text_lines_the_columns_up() -> None:
    written = text.render(chosen(alone(_EN), "OP1.T1")).decode("utf-8")
    assert "Alandia  | 0.001      | From 2008 only[1]\nBolandia | 22.000     |\n" in written


def test_the_outline_has_the_cells_and_lines_the_columns_up() -> None:
    outline = json.loads(as_json(_EN))
    operative, annex = outline["parts"][1:]
    assert operative["clauses"][0]["clauses"][0]["table"] == _CELLS
    assert annex["clauses"][0]["clauses"][0]["table"][0][1] == "Keeper\n(or deputy)"
    assert "table" not in operative["clauses"][0]
    assert "  OP1.T1   Member   | Percentage | Remarks\n" in as_text(_EN)


def test_the_tables_of_two_versions_stand_in_the_same_rows() -> None:
    rows = {row.source: row for row in _BOTH.rows}
    for id in ("op1.t1", "op2.a.t1", "annex.p1.t1"):
        assert rows[id,].target == (id,)
    assert ids(_ZH) == ids(_EN)
