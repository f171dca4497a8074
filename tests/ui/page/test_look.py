"""The two texts side by side, one alone, one below the other."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop_app.opening.bundled import BUNDLED
from desktop_app.ui.appearance.viewing import Viewing
from desktop_app.ui.cards.cards import Cards
from desktop_app.ui.page.look import Layout
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.window.main_window import MainWindow
from tests.support.waiting import settle
from tests.ui.conftest import node_of

Model = Callable[[], BitextModel]
_LAYOUTS = pytest.mark.parametrize("layout", Layout)


@_LAYOUTS
def test_another_layout_keeps_the_clause_in_view(
    layout: Layout, window: MainWindow, model: Model
) -> None:
    view = window.view
    view.scrollTo(model().index_of(node_of(model(), "op3")), view.ScrollHint.PositionAtTop)
    view.settle()
    before = view.top_node()
    window.view.show_layout(layout)
    assert view.top_node() == before
    window.view.show_layout(Layout.BOTH)
    assert view.top_node() == before


@_LAYOUTS
@pytest.mark.parametrize("width", [500, 1120])
def test_every_text_that_is_shown_has_its_room(
    layout: Layout, width: int, window: MainWindow, model: Model, qtbot: QtBot
) -> None:
    window.resize(width, 700)
    window.view.show_layout(layout)
    settle()
    view = window.view
    delegate = view.row_delegate
    for id in ("pp6", "pp8", "op2"):
        view.scrollTo(model().index_of(node_of(model(), id)))
        view.settle()
        for index in view.visible_rows():
            node = model().node(index)
            bottom = view.visualRect(index).top()
            for column in delegate.geometry.shown_columns():
                cell = view.text_cell(index.siblingAtColumn(column))
                place = delegate.geometry.text_corner(node, column, cell)
                document = delegate.geometry.document(node, column)
                if document is None:
                    continue
                if layout is Layout.INTERLEAVED:
                    assert place.y() >= bottom
                bottom = round(place.y() + document.size().height())
                assert bottom <= view.visualRect(index).bottom() + 1


@pytest.mark.parametrize(
    ("layout", "names"),
    [
        (Layout.BOTH, 2),
        (Layout.FIRST, 1),
        (Layout.SECOND, 1),
        (Layout.INTERLEAVED, 2),
    ],
)
def test_the_head_of_a_text_is_hidden_with_it(
    layout: Layout, names: int, window: MainWindow
) -> None:
    window.view.show_layout(layout)
    assert len(window.trust.lefts()) == names


@pytest.mark.parametrize("column", [1, 2])
def test_a_footnote_opens_at_its_mark_where_one_text_is_below_the_other(
    column: int, window: MainWindow, model: Model, qtbot: QtBot
) -> None:
    window.view.show_layout(Layout.INTERLEAVED)
    view = window.view
    node = node_of(model(), "pp11")
    view.scrollTo(model().index_of(node), view.ScrollHint.PositionAtTop)
    view.settle()
    place = window.feature(Cards).mark_rect(model().index_of(node, column), "fn4").center()
    point = view.viewport().mapFromGlobal(place)
    link = window.feature(Cards).links.at(point)
    assert link is not None
    assert (link.note, link.span.side + 1) == ("fn4", column)
    delegate = view.row_delegate
    index = view.indexAt(point)
    assert (
        delegate.geometry.column_at(node, index.column(), view.visualRect(index), point.y())
        == column
    )


def test_the_menu_checks_the_layout_shown(window: MainWindow) -> None:
    actions = window.feature(Viewing).layouts
    actions[Layout.INTERLEAVED].trigger()
    assert [layout for layout, action in actions.items() if action.isChecked()] == [
        Layout.INTERLEAVED
    ]
    assert window.view.isColumnHidden(2)


def test_a_text_alone_has_one_layout(window: MainWindow, model: Model) -> None:
    window.view.show_layout(Layout.SECOND)
    window.document.open(BUNDLED)
    assert not window.view.isColumnHidden(1)
    assert not any(action.isEnabled() for action in window.feature(Viewing).layouts.values())
    window.view.viewport().grab()


def test_a_gap_takes_a_line_where_one_text_is_below_the_other(
    window: MainWindow, model: Model, qtbot: QtBot
) -> None:
    window.view.show_layout(Layout.INTERLEAVED)
    qtbot.keyClick(window.view, Qt.Key.Key_Home)
    assert window.view.indexAt(QPoint(window.view.page_left + 5, 5)).isValid()
    window.view.viewport().grab()


def test_a_page_too_narrow_for_two_texts_has_one_below_the_other(
    window: MainWindow, model: Model
) -> None:
    view = window.view
    for width, zoom, layout in (
        (700, 100, Layout.BOTH),
        (699, 100, Layout.INTERLEAVED),
        (1120, 200, Layout.BOTH),
        (1100, 200, Layout.INTERLEAVED),
    ):
        window.feature(Viewing).zoom(zoom)
        window.resize(width, 700)
        settle()
        assert view.cells.layout is layout
        assert view.isColumnHidden(2) is (layout is Layout.INTERLEAVED)
        # What is chosen stays, and comes back with the room.
        assert view.look.layout is Layout.BOTH
    view.show_layout(Layout.SECOND)
    assert view.cells.layout is Layout.SECOND
