"""The printed page beside the text: which page, what is marked on it, and how it follows."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from pytestqt.qtbot import QtBot

from desktop_app.alignment.align import unaligned
from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.opening.documents import open_bitext
from desktop_app.ui.cards.cards import Cards
from desktop_app.ui.cards.labels import label_rect
from desktop_app.ui.finding.contents_panel import ContentsPanel
from desktop_app.ui.printed.printed_pages import PrintedPages
from desktop_app.ui.widgets.background import Background
from desktop_app.ui.window.main_window import MainWindow
from tests.support.texts import bundled_pair
from tests.support.waiting import let_timers_run_out
from tests.ui.cards.conftest import browser_of
from tests.ui.conftest import cell, node_of
from tests.ui.printed.conftest import painted, resolution_pdf


def _read(window: MainWindow, id: str) -> None:
    """Makes a clause the current one."""
    window.view.make_current(node_of(window.view.bitext_model(), id).number)


def test_a_document_without_printed_pages_has_no_command_for_them(window: MainWindow) -> None:
    assert not window.workspace.actions["printed page"].isEnabled()
    window.feature(PrintedPages).open()
    assert window.feature(PrintedPages).panel is None


def test_the_page_of_the_current_clause_is_shown_with_the_clause_marked(
    window: MainWindow, printed: PrintedPages, qtbot: QtBot
) -> None:
    _read(window, "pp2")
    window.workspace.actions["printed page"].trigger()
    panel = painted(printed, qtbot)
    assert panel.title.text() == "Page 1 of 2"
    assert panel.desk.accessibleName() == "Page 1 of 2, PP2 is marked"
    (marked,) = panel.sheet.marked
    (place,) = window.document.published.source.places.of("pp2")
    assert place.box is not None
    scale = panel.sheet.width() / 595
    assert marked.contains(place.box[0] * scale, place.box[1] * scale)
    assert marked.height() < 20 * scale


def test_the_page_follows_what_is_read(
    window: MainWindow, printed: PrintedPages, qtbot: QtBot
) -> None:
    _read(window, "pp1")
    printed.open()
    painted(printed, qtbot)
    _read(window, "op2")
    let_timers_run_out(printed)
    panel = painted(printed, qtbot)
    assert panel.title.text() == "Page 2 of 2"
    assert panel.desk.accessibleName() == "Page 2 of 2, OP2 is marked"


def test_a_clause_across_a_page_end_is_marked_on_both_pages(
    window: MainWindow, printed: PrintedPages, qtbot: QtBot
) -> None:
    _read(window, "op1")
    printed.open()
    let_timers_run_out(printed)  # then the page no longer follows what was read before
    panel = painted(printed, qtbot)
    assert (panel.title.text(), len(panel.sheet.marked)) == ("Page 1 of 2", 1)
    qtbot.keyClick(panel.desk, Qt.Key.Key_Right)
    panel = painted(printed, qtbot)
    assert (panel.title.text(), len(panel.sheet.marked)) == ("Page 2 of 2", 1)
    assert not panel.next.isEnabled()
    panel.previous.click()
    assert painted(printed, qtbot).title.text() == "Page 1 of 2"


def test_a_click_on_the_page_goes_to_the_clause_there(
    window: MainWindow, printed: PrintedPages, qtbot: QtBot
) -> None:
    _read(window, "pp1")
    printed.open()
    panel = painted(printed, qtbot)
    (place,) = window.document.published.source.places.of("pp2")
    assert place.box is not None
    scale = panel.sheet.width() / 595
    point = QPoint(round(place.box[0] * scale) + 4, round(place.box[1] * scale) + 4)
    qtbot.mouseClick(panel.sheet, Qt.MouseButton.LeftButton, pos=point)
    assert window.view.current_node is node_of(window.view.bitext_model(), "pp2")


def test_a_file_that_has_changed_since_is_not_marked_but_said(
    window: MainWindow, printed: PrintedPages, file: Path, qtbot: QtBot
) -> None:
    resolution_pdf(file, first="A line more")
    _read(window, "pp2")
    printed.open()
    panel = painted(printed, qtbot)
    assert "has changed since it was read; open it again" in panel.sentence.text()
    assert panel.sentence.isVisible()
    assert panel.sheet.marked == []


def test_a_file_that_is_gone_is_said(
    window: MainWindow, printed: PrintedPages, file: Path, qtbot: QtBot
) -> None:
    file.unlink()
    printed.open()
    panel = painted(printed, qtbot)
    assert "does not exist" in panel.sentence.text()


def test_each_side_of_a_pair_shows_its_own_file(
    window: MainWindow, file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    """The second has a line more, so that the same clause stands elsewhere in it."""
    other = resolution_pdf(tmp_path / "other.pdf", first="Advance copy of the resolution")
    first, second = open_bitext(file, None).source, open_bitext(other, None).source
    window.document.show(unaligned(first, second), file, other)
    printed = window.feature(PrintedPages)
    assert printed.sides() == [0, 1]
    _read(window, "pp2")
    printed.open(1)
    panel = painted(printed, qtbot)
    assert panel.sides.checkedId() == 1
    (lower,) = panel.sheet.marked
    panel.sides.button(0).click()
    assert painted(printed, qtbot).sides.checkedId() == 0
    assert painted(printed, qtbot).sheet.marked[0].top() < lower.top()


def test_esc_closes_the_page_and_the_focus_goes_back_to_the_text(
    window: MainWindow, printed: PrintedPages, qtbot: QtBot
) -> None:
    window.activateWindow()
    printed.open()
    panel = painted(printed, qtbot)
    qtbot.keyClick(panel.desk, Qt.Key.Key_Escape)
    assert not printed.is_open
    qtbot.waitUntil(window.view.hasFocus)


def test_a_page_that_was_closed_before_it_was_painted_comes_when_it_is_opened_again(
    window: MainWindow, printed: PrintedPages, qtbot: QtBot
) -> None:
    printed.open()
    printed.close()
    printed.open()
    assert not painted(printed, qtbot).sheet.pixels.isEmpty()


def test_a_wish_for_the_page_that_is_being_painted_does_not_begin_it_anew(
    window: MainWindow, printed: PrintedPages, qtbot: QtBot
) -> None:
    _read(window, "pp1")
    printed.open()
    assert printed.panel is not None
    before = printed.panel.findChildren(Background)
    _read(window, "pp2")
    printed.follow()
    assert printed.panel.findChildren(Background) == before
    assert painted(printed, qtbot).desk.accessibleName() == "Page 1 of 2, PP2 is marked"


def test_another_document_closes_a_page_that_it_does_not_have(
    window: MainWindow, printed: PrintedPages, qtbot: QtBot
) -> None:
    printed.open()
    painted(printed, qtbot)
    window.document.show(bundled_pair(), BUNDLED, BUNDLED_TRANSLATION)
    assert not printed.is_open


@pytest.mark.parametrize("contents_first", [True, False])
def test_the_contents_and_the_page_stand_on_both_sides_of_the_text(
    window: MainWindow, printed: PrintedPages, qtbot: QtBot, contents_first: bool
) -> None:
    window.resize(1300, 700)
    contents = window.feature(ContentsPanel)
    steps = [contents.open_panel, printed.open]
    for step in steps if contents_first else reversed(steps):
        step()
    panel = painted(printed, qtbot)
    assert contents.geometry().right() < window.workspace.frame.page.geometry().left()
    assert window.workspace.frame.page.geometry().right() < panel.geometry().left()
    assert window.workspace.frame.page.width() >= 400


def test_a_larger_page_is_painted_anew_in_more_pixels(
    window: MainWindow, printed: PrintedPages, qtbot: QtBot
) -> None:
    printed.open()
    panel = painted(printed, qtbot)
    before = panel.sheet.width()
    assert not panel.smaller.isEnabled()
    panel.larger.click()
    let_timers_run_out(panel)
    panel = painted(printed, qtbot)
    assert panel.sheet.width() == before * 5 // 4
    assert panel.sheet.pixels.width() == round(panel.sheet.width() * panel.devicePixelRatioF())


def test_the_card_of_a_label_says_the_page_and_shows_it(
    window: MainWindow, printed: PrintedPages, qtbot: QtBot
) -> None:
    cards, view = window.feature(Cards), window.view
    cell(window, "op1", 0)
    rect = label_rect(view, node_of(view.bitext_model(), "op1"))
    qtbot.mouseMove(view.viewport(), rect.center())
    qtbot.waitUntil(lambda: cards.is_open)
    assert cards.card.title == "OP1"
    assert cards.card.text == "Pages 1 and 2 · Show the printed page"
    browser = browser_of(cards.card)
    link = browser.toHtml().partition('href="')[2].partition('"')[0]
    browser.anchorClicked.emit(QUrl(link))
    assert not cards.is_open
    assert painted(printed, qtbot).desk.accessibleName() == "Page 1 of 2, OP1 is marked"


def test_a_label_without_a_page_has_no_card(window: MainWindow, qtbot: QtBot) -> None:
    cards, view = window.feature(Cards), window.view
    cell(window, "op1", 0)
    rect = label_rect(view, node_of(view.bitext_model(), "op1"))
    qtbot.mouseMove(view.viewport(), rect.center())
    let_timers_run_out(window)
    assert not cards.is_open
