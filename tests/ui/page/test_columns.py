"""The page: a sheet of limited width in the middle of the desk, whose texts share it by need."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from desktop_app.ui.appearance.viewing import Viewing
from desktop_app.ui.page.look import Layout
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.window.main_window import MainWindow
from tests.support.paths import FIXTURES
from tests.support.waiting import settle
from tests.ui.conftest import node_of

Model = Callable[[], BitextModel]


def _edges(window: MainWindow) -> tuple[int, int, int]:
    """The left margin, the width of the page, and the right margin."""
    left, width = window.view.columns.page
    return left, width, window.view.viewport().width() - left - width


@pytest.mark.parametrize("zoom", [100, 150])
@pytest.mark.parametrize("layout", Layout)
def test_a_wide_window_has_the_page_in_its_middle(
    window: MainWindow, layout: Layout, zoom: int
) -> None:
    window.feature(Viewing).zoom(zoom)
    window.view.show_layout(layout)
    window.resize(3840, 1000)
    settle()
    left, width, right = _edges(window)
    assert abs(left - right) <= 1
    assert left > 0
    cells = window.view.cells
    for column in cells.shown_columns():
        start, room = cells.text_span(column)
        assert left < start < start + room <= left + width
        # No line is longer than what is read well.
        document = cells.document(node_of(cells.model, "pp1"), column)
        assert document is not None
        assert document.textWidth() <= cells.typesetter.measure(column - 1)


def test_what_is_beside_the_page_is_the_desk(window: MainWindow) -> None:
    window.resize(2400, 700)
    settle()
    left, width, _ = _edges(window)
    picture = window.view.viewport().grab().toImage()
    desk, paper = window.theme.colors.window, window.theme.colors.paper
    for x in (2, left - 2, left + width + 2):
        assert QColor(picture.pixel(x, 300)) == desk
    assert QColor(picture.pixel(left + width - 3, 300)) == paper


def test_a_narrow_window_is_all_page(window: MainWindow) -> None:
    window.resize(800, 700)
    settle()
    left, width, right = _edges(window)
    assert (left, right) == (0, 0)
    assert width == sum(map(window.view.columnWidth, range(3)))


def test_texts_share_the_page_by_what_they_need(window: MainWindow) -> None:
    cells = window.view.cells
    clause = node_of(cells.model, "pp1")
    chinese, english = (cells.text_width(clause, column) for column in (1, 2))
    assert chinese / (chinese + english) == pytest.approx(0.42, abs=0.01)
    window.document.open(FIXTURES / "everything" / "fr.md", FIXTURES / "everything" / "en.md")
    settle()
    french, english = window.view.columnWidth(1), window.view.columnWidth(2)
    assert french / (french + english) == pytest.approx(0.5, abs=0.06)


def test_a_point_on_the_desk_is_on_no_row(window: MainWindow) -> None:
    window.resize(2400, 700)
    settle()
    assert not window.view.indexAt(QPoint(2, 300)).isValid()
    assert window.view.top_row() is not None
    assert window.view.visible_rows()


def _boxes(window: MainWindow, model: Model) -> set[str]:
    """The clauses beside which something is painted where the tick box is."""
    QApplication.processEvents()
    picture = window.view.viewport().grab().toImage()
    paper = window.theme.colors.paper
    found = set()
    for index in window.view.visible_rows():
        node = model().node(index)
        box: QRect = window.view.cells.tick_rect(window.view.visualRect(index), node)
        colors = {
            QColor(picture.pixel(x, y)).name()
            for x in range(box.left(), box.right())
            for y in range(box.top(), min(box.bottom(), picture.height()))
        }
        if node.has_clauses and colors - {paper.name(), window.theme.colors.selected.name()}:
            found.add(model().label(node))
    return found


def test_tick_boxes_are_there_once_something_is_ticked(window: MainWindow, model: Model) -> None:
    window.view.bring_to_top(node_of(model(), "pp1").number)
    window.view.clearSelection()
    assert _boxes(window, model) <= {"PP1"}  # the current row
    model().tick([node_of(model(), "op1")], on=True)
    assert {"PP1", "PP2", "PP3"} <= _boxes(window, model)
