"""Footnote marks, citations and their cards by the keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop_app.ui.cards.card import Card
from desktop_app.ui.cards.cards import Cards
from desktop_app.ui.page.look import Layout
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.window.main_window import MainWindow
from tests.support.waiting import settle
from tests.ui.cards.conftest import browser_of, note_mark, stepped_through
from tests.ui.conftest import node_of

Model = Callable[[], BitextModel]


def test_tab_goes_from_mark_to_mark_in_both_columns_and_leaves_at_the_end_of_the_page(
    window: MainWindow, model: Model, pointing: Cards
) -> None:
    window.view.setCurrentIndex(model().index_of(node_of(model(), "pp4")))
    walked = list(stepped_through(window, pointing, 1))
    assert [link.symbol for link in walked[:2]] == ["S/RES/1540 (2004)"] * 2
    assert [link.span.side for link in walked[:2]] == [0, 1]
    rows = [link.span.node for link in walked]
    assert rows == sorted(rows)
    assert len(set(rows)) > 1
    assert model().node(window.view.currentIndex()).number == rows[-1]
    back = list(stepped_through(window, pointing, -1))
    assert back[: len(walked)] == walked[::-1]


def test_the_tab_key_walks_and_after_esc_leaves_the_text(
    window: MainWindow, model: Model, pointing: Cards, qtbot: QtBot
) -> None:
    view = window.view
    view.setCurrentIndex(model().index_of(node_of(model(), "pp1")))
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert pointing.focused is not None
    assert pointing.focused.symbol == "A/RES/74/43"
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert pointing.focused.span.side == 1
    qtbot.keyClick(view, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert pointing.focused.span.side == 0
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert pointing.focused is None
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert pointing.focused is None


def test_a_mark_in_a_hidden_text_loses_the_focus(
    window: MainWindow, model: Model, pointing: Cards, card: Card, qtbot: QtBot
) -> None:
    view = window.view
    view.setCurrentIndex(model().index_of(node_of(model(), "pp6")))
    for _ in range(3):
        qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert pointing.focused == note_mark(window, "pp6", 1)
    window.view.show_layout(Layout.FIRST)
    assert pointing.focused is None
    assert not pointing.open_focused()
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert pointing.focused == note_mark(window, "pp6", 0)


def test_a_mark_folded_away_loses_the_focus(
    window: MainWindow, model: Model, pointing: Cards
) -> None:
    view = window.view
    view.setCurrentIndex(model().index_of(node_of(model(), "pp6")))
    assert pointing.step(1)
    view.collapseAll()
    assert pointing.focused is None


def test_an_exception_at_the_tab_key_is_reported_and_the_key_goes_on(
    window: MainWindow, pointing: Cards, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(by: int) -> bool:
        raise ValueError("a fault")

    monkeypatch.setattr(pointing, "step", fail)
    with qtbot.captureExceptions() as told:
        qtbot.keyClick(window.view, Qt.Key.Key_Tab)
    assert [str(error) for _, error, _ in told] == ["a fault"]
    assert not window.view.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_key_opens_the_card_of_the_focused_citation_and_then_goes_into_it(
    window: MainWindow, model: Model, card: Card, qtbot: QtBot, key: Qt.Key
) -> None:
    view = window.view
    view.setCurrentIndex(model().index_of(node_of(model(), "pp1")))
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    qtbot.keyClick(view, key)
    assert (card.isVisible(), card.title) == (True, "A/RES/74/43")
    assert model().ticked_rows() == []
    qtbot.keyClick(view, key)
    assert card.is_pinned
    browser = browser_of(card)
    assert window.focusWidget() is browser
    qtbot.keyClick(browser, Qt.Key.Key_Tab)
    qtbot.keyClick(browser, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "https://docs.un.org/zh/A/RES/74/43"
    qtbot.keyClick(browser, Qt.Key.Key_Escape)
    assert card.isHidden()
    assert window.focusWidget() is view


def test_space_on_a_row_without_a_focused_link_ticks_it(
    window: MainWindow, model: Model, pointing: Cards, qtbot: QtBot
) -> None:
    view = window.view
    view.setCurrentIndex(model().index_of(node_of(model(), "pp1")))
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert pointing.focused is None
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert [row.source for row in model().ticked_rows()] == [("pp2",)]


def test_the_focused_mark_is_seen(
    window: MainWindow, model: Model, pointing: Cards, qtbot: QtBot
) -> None:
    view = window.view
    view.setCurrentIndex(model().index_of(node_of(model(), "pp6")))
    settle()
    before = view.viewport().grab().toImage()
    assert pointing.step(1)
    settle()
    assert view.viewport().grab().toImage() != before
