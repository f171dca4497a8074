"""Cards that are pinned, and how they go away again."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.ui.cards.card import Card
from desktop_app.ui.cards.cards import Cards
from desktop_app.ui.finding.finding import Finding
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.window.main_window import MainWindow
from tests.support.waiting import let_timers_run_out, settle
from tests.ui.cards.conftest import AWAY, browser_of, citation, note_mark, point_at
from tests.ui.conftest import node_of

Model = Callable[[], BitextModel]
LEFT = Qt.MouseButton.LeftButton


def test_a_click_on_a_mark_pins_its_card_until_a_click_elsewhere(
    window: MainWindow, card: Card, qtbot: QtBot
) -> None:
    viewport = window.view.viewport()
    mark = point_at(window, note_mark(window, "pp6", 0))
    qtbot.mouseClick(viewport, LEFT, pos=mark)
    assert (card.key, card.is_pinned) == ("fn1", True)
    qtbot.mouseMove(viewport, AWAY)
    let_timers_run_out(card)
    assert card.isVisible()
    qtbot.mouseClick(
        viewport, LEFT, pos=window.view.visualRect(window.view.currentIndex()).center()
    )
    assert card.isHidden()
    assert not card.is_pinned


def test_a_click_on_the_card_pins_it_and_esc_closes_it(
    window: MainWindow, pointing: Cards, card: Card, qtbot: QtBot
) -> None:
    pointing.open(note_mark(window, "pp6", 0))
    browser = browser_of(card)
    qtbot.mouseClick(browser.viewport(), LEFT, pos=QPoint(3, 3))
    assert card.is_pinned
    qtbot.keyClick(browser, Qt.Key.Key_Escape)
    assert card.isHidden()


def test_a_click_anywhere_else_in_the_window_closes_a_pinned_card(
    window: MainWindow, pointing: Cards, card: Card
) -> None:
    pointing.open(note_mark(window, "pp6", 0))
    card.pin()
    QTest.mouseClick(
        window.windowHandle(),
        LEFT,
        Qt.KeyboardModifier.NoModifier,
        QPoint(window.width() - 3, window.height() - 3),
    )
    assert card.isHidden()


def test_a_drag_from_a_citation_pins_nothing(window: MainWindow, card: Card, qtbot: QtBot) -> None:
    viewport = window.view.viewport()
    start = point_at(window, citation(window, "pp1", 1))
    qtbot.mousePress(viewport, LEFT, pos=start)
    qtbot.mouseRelease(viewport, LEFT, pos=start + QPoint(60, 0))
    assert not card.is_pinned


def test_a_card_hides_on_scrolling_and_a_pinned_one_after_a_page(
    window: MainWindow, pointing: Cards, card: Card
) -> None:
    bar = window.view.verticalScrollBar()
    pointing.open(note_mark(window, "pp6", 0))
    bar.setValue(bar.value() + 10)
    assert card.isHidden()
    pointing.open(note_mark(window, "pp6", 0))
    card.pin()
    bar.setValue(bar.value() + 30)
    assert card.isVisible()
    bar.setValue(bar.value() + 2 * window.view.viewport().height())
    assert card.isHidden()


def test_no_card_opens_for_a_mark_scrolled_away(
    window: MainWindow, card: Card, qtbot: QtBot
) -> None:
    view = window.view
    qtbot.mouseMove(view.viewport(), AWAY)
    qtbot.mouseMove(view.viewport(), point_at(window, note_mark(window, "pp6", 0)))
    bar = view.verticalScrollBar()
    bar.setValue(bar.value() + 250)
    let_timers_run_out(card)
    assert card.isHidden()


def test_a_pinned_card_stays_inside_a_window_that_is_made_lower(
    window: MainWindow, pointing: Cards, card: Card, qtbot: QtBot
) -> None:
    pointing.open(note_mark(window, "pp6", 0))
    card.pin()
    window.resize(window.width(), 420)
    settle()
    assert card.isVisible()
    assert window.rect().contains(card.geometry())


@pytest.mark.parametrize("keys", ["Ctrl+Shift+Up", "Ctrl+Shift+Down"])
def test_a_card_hides_when_rows_fold_or_unfold(
    window: MainWindow, pointing: Cards, card: Card, keys: str
) -> None:
    pointing.open(note_mark(window, "pp6", 0))
    QTest.keySequence(window, keys)
    assert card.isHidden()


def test_a_pinned_card_hides_only_when_its_mark_is_folded_away(
    window: MainWindow, model: Model, pointing: Cards, card: Card
) -> None:
    view = window.view
    pointing.open(note_mark(window, "pp6", 0))
    card.pin()
    view.collapse(model().index_of(node_of(model(), "operative")))
    assert card.isVisible()
    view.collapseAll()
    assert card.isHidden()


def test_a_card_follows_the_pointer_to_the_mark_of_the_same_note_in_the_other_text(
    window: MainWindow, card: Card, qtbot: QtBot
) -> None:
    window.resize(780, 700)  # the screen of the tests is 800 pixels wide
    settle()
    viewport = window.view.viewport()
    for clause in ("pp6", "pp7"):  # in one of them the card does not lie over the other mark
        first, second = note_mark(window, clause, 0), note_mark(window, clause, 1)
        assert first.note == second.note
        qtbot.mouseMove(viewport, AWAY)
        qtbot.waitUntil(card.isHidden)
        qtbot.mouseMove(viewport, point_at(window, first))
        qtbot.waitUntil(card.isVisible)
        if not card.geometry().contains(viewport.mapTo(window, point_at(window, second))):
            break
    qtbot.mouseMove(viewport, point_at(window, second))
    qtbot.waitUntil(lambda: card.link == second)
    mark = viewport.mapTo(window, point_at(window, second))
    assert card.geometry().left() <= mark.x() <= card.geometry().right()


def test_esc_closes_a_card_first_wherever_the_keyboard_is(
    window: MainWindow, pointing: Cards, card: Card, qtbot: QtBot
) -> None:
    link = note_mark(window, "pp6", 0)
    window.feature(Finding).open()
    bar = window.feature(Finding).bar
    pointing.open(link)
    qtbot.keyClick(bar.words, Qt.Key.Key_Escape)
    assert (card.isHidden(), bar.isHidden()) == (True, False)
    qtbot.keyClick(bar.words, Qt.Key.Key_Escape)
    assert bar.isHidden()
    button = window.tool_row.findChild(QToolButton)
    assert button is not None
    pointing.open(link)
    card.pin()
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Escape)
    assert card.isHidden()


def test_esc_closes_a_card_that_the_keyboard_went_out_of(
    window: MainWindow, pointing: Cards, card: Card, qtbot: QtBot
) -> None:
    pointing.open(note_mark(window, "pp6", 0))
    card.enter()
    for _ in range(2):
        focus = window.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    focus = window.focusWidget()
    assert focus is not None
    assert not card.isAncestorOf(focus)
    qtbot.keyClick(focus, Qt.Key.Key_Escape)
    assert card.isHidden()
