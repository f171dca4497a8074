"""The keys walk through the page past nothing that was not seen, and go on from where one is."""

import itertools
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.resolution.bitext import Bitext, Row
from desktop_app.ui.appearance.viewing import Viewing
from desktop_app.ui.cards.cards import Cards
from desktop_app.ui.finding.contents_panel import ContentsPanel
from desktop_app.ui.finding.finding import Finding
from desktop_app.ui.page.look import Layout
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.window.main_window import MainWindow
from tests.tools.bench.made_up import bitext
from tests.ui.conftest import node_of

_SIZES = [((1120, 700), 100), ((1120, 700), 150), ((1366, 740), 200), ((700, 500), 200)]


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = MainWindow("light")
    qtbot.addWidget(made)
    made.resize(1120, 700)
    made.show()
    made.document.open(BUNDLED, BUNDLED_TRANSLATION)
    made.finish_start()
    made.view.setFocus()
    QApplication.processEvents()
    return made


def _model(window: MainWindow) -> BitextModel:
    return window.view.bitext_model()


def _press(window: MainWindow, key: Qt.Key) -> None:
    QTest.keyClick(window.view, key)
    QApplication.processEvents()


def _lines(window: MainWindow) -> set[tuple[int, int]]:
    """The lines of both texts that are wholly on the page: the number of the row, and how many
    lines of that row are above."""
    view = window.view
    line = view.cells.typesetter.line_height
    seen = set()
    for row in view.visible_rows():
        top, bottom = view.row_edges(row)
        for number in range((bottom - top) // line):
            if top + number * line >= 0 and top + (number + 1) * line <= view.viewport().height():
                seen.add((_model(window).node(row).number, number))
    return seen


def _all_lines(window: MainWindow) -> set[tuple[int, int]]:
    bar = window.view.verticalScrollBar()
    seen: set[tuple[int, int]] = set()
    bar.setValue(0)
    while True:
        QApplication.processEvents()
        seen |= _lines(window)
        if bar.value() == bar.maximum():
            return seen
        bar.setValue(bar.value() + 40)


@pytest.mark.slow
@pytest.mark.parametrize(("size", "zoom"), _SIZES)
@pytest.mark.parametrize("keys", [("PageDown", "PageUp"), ("Down", "Up")])
def test_paging_from_end_to_end_shows_every_line(
    window: MainWindow, size: tuple[int, int], zoom: int, keys: tuple[str, str]
) -> None:
    window.resize(*size)
    window.feature(Viewing).zoom(zoom)
    QApplication.processEvents()
    everything = _all_lines(window)
    bar = window.view.verticalScrollBar()
    for name, begin, end in ((keys[0], "Home", "End"), (keys[1], "End", "Home")):
        _press(window, getattr(Qt.Key, f"Key_{begin}"))
        bar.setValue(0 if begin == "Home" else bar.maximum())
        QApplication.processEvents()
        seen = _lines(window)
        for _ in range(400):
            before = bar.value(), window.view.currentIndex()
            _press(window, getattr(Qt.Key, f"Key_{name}"))
            seen |= _lines(window)
            if (bar.value(), window.view.currentIndex()) == before:
                break
        assert bar.value() == (bar.maximum() if end == "End" else 0), name
        assert everything - seen == set(), name


def test_a_page_goes_on_with_the_last_line_of_the_one_before(window: MainWindow) -> None:
    view = window.view
    bar = view.verticalScrollBar()
    _press(window, Qt.Key.Key_PageDown)
    top = _model(window).node(view.indexAt(QPoint(1, 1)))
    first = view.visualRect(_model(window).index_of(top)).top()
    before = bar.value()
    _press(window, Qt.Key.Key_PageDown)
    moved = first - view.visualRect(_model(window).index_of(top)).top()
    line = view.cells.typesetter.line_height
    assert bar.value() > before
    assert moved == view.viewport().height() - line


def test_the_current_row_is_on_the_page_after_a_page(window: MainWindow) -> None:
    for key in [Qt.Key.Key_PageDown] * 3 + [Qt.Key.Key_PageUp] * 2:
        _press(window, key)
        top, bottom = window.view.row_edges(window.view.currentIndex())
        assert 0 <= top < window.view.viewport().height() // 2 or (top < 0 < bottom)
    for key, end in ((Qt.Key.Key_PageDown, -1), (Qt.Key.Key_PageUp, 0)):
        for _ in range(30):
            _press(window, key)
        rows = window.view.visible_rows()
        assert window.view.currentIndex().siblingAtColumn(0) == rows[end]


def test_a_clause_of_many_pages_is_read_page_by_page(window: MainWindow) -> None:
    published = bitext(3, 60)
    clauses = [list(side.walk()) for side in (published.source, published.target) if side]
    sides = []
    for side, own in zip((published.source, published.target), clauses, strict=True):
        assert side is not None
        long = own[1]._replace(runs=(own[1].runs[0]._replace(text=own[1].text * 200),))
        part = side.parts[0]._replace(clauses=(own[0], long, own[2]))
        sides.append(side._replace(parts=(part,)))
    rows = tuple(Row((c.id,), (c.id,), 1.0) for c in clauses[0])
    window.document.show(Bitext(sides[0], sides[1], rows))
    node = node_of(_model(window), "op2")
    view = window.view
    view.make_current(node.number)
    _press(window, Qt.Key.Key_PageDown)
    height = view.cells.row_height(node)
    page = view.viewport().height()
    presses = 0
    while view.row_edges(_model(window).index_of(node))[1] > page:
        before = view.verticalScrollBar().value()
        _press(window, Qt.Key.Key_Down if presses % 2 else Qt.Key.Key_PageDown)
        assert 0 < view.verticalScrollBar().value() - before <= page
        presses += 1
    assert presses > height // page // 2


# Where a document begins


def test_another_document_begins_at_its_top(window: MainWindow, tmp_path: Path) -> None:
    bar = window.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    QApplication.processEvents()
    other = tmp_path / "other.md"
    other.write_bytes(BUNDLED.read_bytes())
    window.document.open(other)
    QApplication.processEvents()
    assert bar.value() == 0


def test_with_another_translation_the_clause_in_view_stays(
    window: MainWindow, tmp_path: Path
) -> None:
    window.document.open(BUNDLED)
    QApplication.processEvents()
    node = node_of(_model(window), "pp10")
    window.view.bring_to_top(node.number)
    QApplication.processEvents()
    window.document.open_translation(BUNDLED_TRANSLATION)
    QApplication.processEvents()
    assert _model(window).columns == 3
    assert window.view.top_node() == node_of(_model(window), "pp10").number


# Panels and finding leave the reader where they are


def test_the_contents_open_where_the_reader_is(window: MainWindow) -> None:
    node = node_of(_model(window), "pp2")
    window.view.bring_to_top(node.number)
    QApplication.processEvents()
    for _ in range(3):
        window.feature(ContentsPanel).toggle()
        QApplication.processEvents()
        assert _model(window).node(window.view.currentIndex()) is node
        assert window.view.top_node() == node.number
        assert window.feature(Cards).focused is None
    window.feature(ContentsPanel).toggle()
    QTest.keyClick(window.view, Qt.Key.Key_Space)
    assert [row.source for row in _model(window).ticked_rows()] == [("pp2",)]


def test_after_finding_the_keys_go_on_from_the_hit(window: MainWindow) -> None:
    window.feature(Finding).open()
    window.feature(Finding).bar.words.setText("linkages")
    QApplication.processEvents()
    window.feature(Finding).bar.close_bar()
    assert _model(window).node(window.view.currentIndex()) is node_of(_model(window), "pp3")
    _press(window, Qt.Key.Key_Down)
    assert _model(window).node(window.view.currentIndex()) is node_of(_model(window), "pp4")


def test_a_row_chosen_while_finding_stays_current(window: MainWindow) -> None:
    window.feature(Finding).open()
    window.feature(Finding).bar.words.setText("linkages")
    QApplication.processEvents()
    node = node_of(_model(window), "pp1")
    window.view.setCurrentIndex(_model(window).index_of(node))
    window.feature(Finding).bar.close_bar()
    assert _model(window).node(window.view.currentIndex()) is node


def test_in_one_language_hits_are_found_in_that_language(window: MainWindow) -> None:
    window.feature(Finding).open()
    window.feature(Finding).bar.words.setText("2325")
    window.feature(Finding).step(1)
    both = window.feature(Finding).hits
    assert {hit.side for hit in both} == {0, 1}
    for layout, side in ((Layout.FIRST, 0), (Layout.SECOND, 1)):
        window.view.show_layout(layout)
        for _ in range(20):
            QApplication.processEvents()
        assert window.feature(Finding).hits == [hit for hit in both if hit.side == side]
        assert window.feature(Finding).bar.summary.endswith(
            f"of {len(window.feature(Finding).hits)}"
        )
    window.view.show_layout(Layout.INTERLEAVED)
    for _ in range(20):
        QApplication.processEvents()
    assert window.feature(Finding).hits == both


# A document in a window that showed another


def _second(window: MainWindow, tmp_path: Path) -> None:
    other = tmp_path / "other.md"
    other.write_bytes(BUNDLED.read_bytes())
    window.document.open(other)
    QApplication.processEvents()


def test_in_a_second_document_the_keys_go_on_from_the_hit(
    window: MainWindow, tmp_path: Path
) -> None:
    _second(window, tmp_path)
    window.feature(Finding).open()
    window.feature(Finding).bar.words.setText("原子能")
    QApplication.processEvents()
    window.feature(Finding).bar.close_bar()
    hit = _model(window).node(window.view.currentIndex())
    assert hit is node_of(_model(window), "pp6")
    _press(window, Qt.Key.Key_Down)
    assert _model(window).node(window.view.currentIndex()) is node_of(_model(window), "pp7")


def test_in_a_second_document_panels_leave_the_current_row_alone(
    window: MainWindow, tmp_path: Path
) -> None:
    _second(window, tmp_path)
    current = window.view.currentIndex()
    assert _model(window).node(current).name == "masthead"
    bar = window.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    window.feature(ContentsPanel).toggle()
    window.feature(ContentsPanel).toggle()
    assert window.view.currentIndex() == current
    assert bar.value() == bar.maximum()


def test_home_and_end_reach_the_ends_from_anywhere(window: MainWindow) -> None:
    bar = window.view.verticalScrollBar()
    for _ in range(2):
        _press(window, Qt.Key.Key_End)
        assert bar.value() == bar.maximum() > 0
        bar.setValue(0)
        QApplication.processEvents()
    _press(window, Qt.Key.Key_End)
    for _ in range(2):
        _press(window, Qt.Key.Key_Home)
        assert bar.value() == 0
        assert window.view.currentIndex().row() == 0
        bar.setValue(bar.maximum())
        QApplication.processEvents()


@pytest.mark.parametrize("key", ["Down", "Up"])
def test_after_the_wheel_the_keys_go_on_where_the_page_is(window: MainWindow, key: str) -> None:
    bar = window.view.verticalScrollBar()
    _press(window, Qt.Key.Key_Home)
    bar.setValue(bar.maximum() // 2)
    QApplication.processEvents()
    place = bar.value()
    _press(window, getattr(Qt.Key, f"Key_{key}"))
    assert bar.value() == place
    top, bottom = window.view.row_edges(window.view.currentIndex())
    assert top >= 0
    assert bottom <= window.view.viewport().height()


def test_beside_the_contents_no_text_is_cut_off(window: MainWindow) -> None:
    window.resize(400, 500)
    window.feature(ContentsPanel).toggle()
    for zoom in (100, 200, 300):
        window.feature(Viewing).zoom(zoom)
        for layout in (Layout.BOTH, Layout.INTERLEAVED):
            window.view.show_layout(layout)
            QApplication.processEvents()
            delegate = window.view.row_delegate
            for column in delegate.geometry.shown_columns():
                for node in _model(window).nodes()[1:]:
                    start = delegate.geometry.left(node.depth, column)
                    room = window.view.columnWidth(delegate.geometry.layout.host(column))
                    assert start + delegate.geometry.text_width(node, column) <= room


def test_tools_do_not_overlap_in_a_narrow_window(qtbot: QtBot) -> None:
    made = MainWindow("light")
    qtbot.addWidget(made)
    made.resize(360, 400)
    made.show()
    made.document.open(BUNDLED, BUNDLED_TRANSLATION)
    made.finish_start()
    QApplication.processEvents()
    tools = made.tool_row.tools
    items = [tools.itemAt(number) for number in range(tools.count())]
    placed = [widget for item in items if item and (widget := item.widget())]
    places = [widget.geometry() for widget in placed if widget.isVisible()]
    assert len(places) > 5
    for left, right in itertools.pairwise(places):
        assert left.right() < right.left()
