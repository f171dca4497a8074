"""Tables in the window: selected, copied, found, and with their footnotes."""

import pytest
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.ui.cards.cards import Cards
from desktop_app.ui.finding.finding import Finding
from desktop_app.ui.page.building import tree
from desktop_app.ui.page.look import Layout
from desktop_app.ui.page.nodes import Node, NodeKind, Paragraph
from desktop_app.ui.page.tables import lengths, weight
from desktop_app.ui.window.main_window import MainWindow
from tests.support.paths import FIXTURES
from tests.support.texts import EN_PREAMBLE, read
from tests.support.waiting import settle
from tests.ui.cards.conftest import AWAY, note_mark, point_at
from tests.ui.conftest import node_of
from tests.ui.selection.conftest import copied, current, drag, place

_ZH, _EN = (FIXTURES / f"tables.{code}.md" for code in ("zh", "en"))


@pytest.fixture
def tables(window: MainWindow) -> MainWindow:
    """The window with two versions that have tables."""
    window.document.open(_ZH, _EN)
    window.resize(1300, 900)
    settle()
    return window


def _html() -> str:
    return QApplication.clipboard().mimeData(QClipboard.Mode.Clipboard).html()


def test_a_table_is_copied_whole_with_tabs_and_as_a_table(tables: MainWindow) -> None:
    place(tables, "op1.t1", 2, "Alandia")
    current(tables, "op1.t1")
    text = copied(tables)
    assert text.splitlines()[1].split("\t")[1] == "0.001"
    assert text.count("\t") == 8
    assert "<th>" in _html()
    assert _html().count("<tr>") == 4


def test_selected_cells_are_copied_as_a_table(tables: MainWindow) -> None:
    start, end = place(tables, "op1.t1", 2, "0.001"), place(tables, "op1.t1", 2, "22.001", True)
    drag(tables, start, end)
    expected = ["\t0.001\tFrom 2008 only[1]", "Bolandia\t22.000\t", "Total\t22.001"]
    assert copied(tables).split("\n") == expected
    assert "<td></td><td>0.001</td>" in _html()
    assert "<th>" not in _html()


def test_words_of_one_cell_are_copied_as_words(tables: MainWindow) -> None:
    start, end = place(tables, "op1.t1", 2, "rom"), place(tables, "op1.t1", 2, "only", True)
    drag(tables, start, end)
    assert copied(tables) == "rom 2008 only"
    assert "<table" not in _html()


@pytest.mark.parametrize("layout", [Layout.BOTH, Layout.INTERLEAVED])
@pytest.mark.parametrize("width", [1300, 560])
def test_words_of_a_table_are_found_where_they_stand(
    layout: Layout, width: int, tables: MainWindow, qtbot: QtBot
) -> None:
    tables.resize(width, 900)
    tables.view.show_layout(layout)
    finding = tables.feature(Finding)
    finding.open()
    finding.bar.words.setText("22.001")
    assert len(finding.hits) == 2
    for hit in finding.hits:
        tables.view.show_span(hit)
        settle()
        node = tables.view.bitext_model().nodes()[hit.node]
        document = tables.view.cells.document(node, hit.side + 1)
        assert document is not None
        cursor = tables.view.cells.span_cursor(document, node, hit)
        assert cursor.selectedText() == "22.001"


@pytest.mark.parametrize("side", [0, 1])
def test_a_footnote_mark_in_a_cell_opens_its_note(
    side: int, tables: MainWindow, qtbot: QtBot
) -> None:
    cards = tables.feature(Cards)
    place(tables, "annex.p1.t1", 1, "史密斯")
    link = note_mark(tables, "annex.p1.t1", side)
    qtbot.mouseMove(tables.view.viewport(), AWAY)
    assert cards.links.at(point_at(tables, link)) == link
    assert link.note == "fn3"


def test_every_row_has_room_for_its_table(tables: MainWindow) -> None:
    for width in (1300, 700, 480):
        tables.resize(width, 900)
        settle()
        model, cells = tables.view.bitext_model(), tables.view.cells
        for id in ("op1.t1", "annex.p1.t1"):
            node = node_of(model, id)
            place(tables, id, 1, "2")
            settle()
            heights = [
                document.size().height()
                for column in cells.shown_columns()
                if (document := cells.document(node, column))
            ]
            assert tables.view.visualRect(model.index_of(node)).height() >= max(heights)


def _only(node: Node) -> Paragraph:
    return node.texts[0][0]


def test_a_long_table_has_the_slices_that_it_may_need() -> None:
    rows = "| a | 1 |\n" * 2_000
    text = f"{EN_PREAMBLE}1. Decides:\n\n| x | y |\n|---|---|\n{rows}\n2. Decides.\n"
    from desktop_app.alignment.align import alone

    nodes = [node for node in tree(alone(read(text))).walk() if node.kind is NodeKind.CLAUSE]
    table = next(node for node in nodes if _only(node).table)
    assert len(table.lengths[0]) == len(lengths(_only(table).runs)) == 2_001
    # of rows at the largest zoom, in pixels, for the 30,000 of a slice
    assert table.slices * 30_000 > 2_001 * 90
    assert weight(_only(table).runs) > 2_001 * 2
