"""Selecting in the window, with the mouse and with the keyboard."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop_app.opening.bundled import BUNDLED
from desktop_app.ui.appearance.viewing import Viewing
from desktop_app.ui.cards.cards import Cards
from desktop_app.ui.finding.finding import Finding
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.rows.correcting import Correction
from desktop_app.ui.rows.row_menu import RowMenu
from desktop_app.ui.selection.selecting import Selecting
from desktop_app.ui.selection.ticking import Ticking
from desktop_app.ui.window.main_window import MainWindow
from tests.support.waiting import let_timers_run_out, settle
from tests.ui.conftest import cell, node_of, tick_box
from tests.ui.selection.conftest import click, copied, current, drag, mouse, place, press

Model = Callable[[], BitextModel]
LEFT = Qt.MouseButton.LeftButton
NO_BUTTON = Qt.MouseButton.NoButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


def double_click(window: MainWindow, point: QPoint) -> None:
    click(window, point)
    mouse(window, QEvent.Type.MouseButtonDblClick, point)
    mouse(window, QEvent.Type.MouseButtonRelease, point, LEFT, NO_BUTTON)


def selected(window: MainWindow) -> bool:
    return window.feature(Selecting).chosen is not None


def test_dragging_selects_words_of_a_clause(window: MainWindow) -> None:
    start = place(window, "pp2", 2, "determination")
    drag(window, start, place(window, "pp2", 2, "determination", after=True))
    assert copied(window) == "determination"
    drag(window, place(window, "pp2", 1, "决心", after=True), place(window, "pp2", 1, "国际"))
    assert copied(window) == "国际社会决心"


def test_dragging_down_the_rows_selects_in_one_language(window: MainWindow) -> None:
    start = place(window, "pp2", 1, "决心")
    # the pointer strays over the other column
    end = place(window, "pp4", 1, "各国")
    strayed = QPoint(place(window, "pp3", 2, "concerned").x(), end.y())
    drag(window, start, strayed, end)
    lines = copied(window).splitlines()
    assert lines[0] == "决心打击恐怖主义，"
    assert lines[1].startswith("深为关切")
    assert lines[2] == "认识到"
    # and up
    drag(window, end, start)
    assert copied(window).splitlines() == lines


def test_a_double_click_takes_a_word_and_a_third_click_the_clause(window: MainWindow) -> None:
    point = place(window, "pp3", 1, "毁灭性") + QPoint(3, 0)
    double_click(window, point)
    assert copied(window) == "大规模毁灭性武器"
    click(window, point)
    assert copied(window).startswith("深为关切恐怖主义")
    double_click(window, place(window, "pp4", 2, "non-prolif") + QPoint(2, 0))
    assert copied(window) == "non-proliferation"
    # of two in one cell the one under the pointer
    point = place(window, "pp6", 2, "Welcoming also") + QPoint(3, 0)
    double_click(window, point)
    click(window, point)
    assert copied(window).startswith("Welcoming also the adoption")
    assert len(copied(window).splitlines()) == 1


def test_a_third_click_that_is_drawn_on_takes_clause_after_clause(window: MainWindow) -> None:
    start = place(window, "pp6", 2, "Welcoming also") + QPoint(3, 0)
    double_click(window, start)
    mouse(window, QEvent.Type.MouseButtonPress, start)
    mouse(window, QEvent.Type.MouseMove, place(window, "pp6", 2, "the entry") + QPoint(3, 0))
    assert [line[:14] for line in copied(window).splitlines()] == [
        "Welcoming the ",
        "Welcoming also",
    ]


def test_a_double_click_that_is_drawn_on_takes_word_after_word(window: MainWindow) -> None:
    start = place(window, "pp2", 2, "determination") + QPoint(5, 0)
    mouse(window, QEvent.Type.MouseButtonDblClick, start)
    mouse(window, QEvent.Type.MouseMove, place(window, "pp2", 2, "Recognizing") + QPoint(9, 0))
    assert copied(window) == "Recognizing the determination"


def test_a_double_click_on_a_text_folds_nothing(window: MainWindow, model: Model) -> None:
    preamble = model().index_of(node_of(model(), "preamble"))
    double_click(window, place(window, "preamble", 2, "Assembly") + QPoint(2, 0))
    assert window.view.isExpanded(preamble)
    assert copied(window) == "Assembly"


def test_shift_and_a_click_extend_from_the_last_click(window: MainWindow) -> None:
    click(window, place(window, "pp2", 2, "determination"))
    click(window, place(window, "pp2", 2, "determination", after=True), SHIFT)
    assert copied(window) == "determination"
    click(window, place(window, "pp2", 2, "Recognizing"), SHIFT)
    assert copied(window) == "Recognizing the "


def test_a_click_makes_the_row_current_and_selects_no_text(
    window: MainWindow, model: Model
) -> None:
    drag(window, place(window, "pp2", 2, "the"), place(window, "pp2", 2, "community"))
    assert selected(window)
    click(window, place(window, "pp3", 2, "growing"))
    assert not selected(window)
    assert model().node(window.view.currentIndex()) is node_of(model(), "pp3")
    # dragging over text selects no rows
    drag(window, place(window, "pp2", 2, "the"), place(window, "pp3", 2, "growing"))
    rows = window.view.selectionModel().selectedRows()
    assert [model().node(row) for row in rows] == [node_of(model(), "pp2")]


def test_ticking_and_folding_leave_the_selected_text_alone(
    window: MainWindow, model: Model, qtbot: QtBot
) -> None:
    drag(window, place(window, "pp2", 2, "the"), place(window, "pp4", 2, "steps"))
    before = copied(window)
    qtbot.mouseClick(window.view.viewport(), LEFT, pos=tick_box(window, "pp3"))
    assert [row.source for row in model().ticked_rows()] == [("pp3",)]
    preamble = model().index_of(node_of(model(), "preamble"))
    arrow = cell(window, "preamble", 0).topLeft() + QPoint(-8, 18)
    qtbot.mouseClick(window.view.viewport(), LEFT, pos=arrow)
    assert not window.view.isExpanded(preamble)
    assert copied(window) == before


def test_the_same_words_stay_selected_in_another_script_size_and_width(
    window: MainWindow, qtbot: QtBot
) -> None:
    drag(window, place(window, "pp3", 1, "恐怖主义"), place(window, "pp3", 1, "与大规模"))
    for script, shown in (("s2t", "恐怖主義"), ("s2twp", "恐怖主義"), ("", "恐怖主义")):
        window.document.set_script(script)
        assert copied(window) == shown
    window.feature(Viewing).zoom(150)
    window.resize(700, 600)
    settle()
    assert copied(window) == "恐怖主义"
    delegate = window.view.row_delegate
    assert delegate.highlights is not None
    assert delegate.highlights.selection == window.feature(Selecting).selection


def test_the_same_words_stay_selected_when_rows_are_corrected(
    window: MainWindow, model: Model
) -> None:
    drag(window, place(window, "op2", 2, "Appeals"), place(window, "op2", 2, " to all"))
    window.view.setCurrentIndex(model().index_of(node_of(model(), "op1")))
    window.feature(RowMenu).corrections[Correction.MERGE].trigger()
    assert copied(window) == "Appeals"
    window.document.open(BUNDLED)
    assert not selected(window)


def test_selected_words_stay_visible_without_the_focus(window: MainWindow, qtbot: QtBot) -> None:
    window.view.setFocus()
    before = window.view.viewport().grab().toImage()
    start = place(window, "pp2", 2, "determination")
    drag(window, start, place(window, "pp2", 2, "determination", after=True))
    window.feature(Finding).open()
    settle()
    after = window.view.viewport().grab().toImage()
    inside = start + QPoint(2, 8)
    assert before.pixelColor(inside) != after.pixelColor(inside)


def test_the_pointer_beyond_the_edge_scrolls(window: MainWindow, qtbot: QtBot) -> None:
    start = place(window, "pp1", 2, "Recalling")
    bar = window.view.verticalScrollBar()
    bar.setValue(0)
    start = place(window, "pp1", 2, "Recalling")
    mouse(window, QEvent.Type.MouseButtonPress, start)
    below = QPoint(start.x(), window.view.viewport().height() + 90)
    mouse(window, QEvent.Type.MouseMove, below, NO_BUTTON)
    qtbot.waitUntil(lambda: bar.value() > 600)
    mouse(window, QEvent.Type.MouseButtonRelease, below, LEFT, NO_BUTTON)
    stopped = bar.value()
    let_timers_run_out(window)
    assert bar.value() == stopped
    assert copied(window).startswith("Recalling its")
    assert len(copied(window).splitlines()) > 6


def test_the_pointer_is_a_beam_over_text_and_a_hand_over_a_mark(window: MainWindow) -> None:
    port = window.view.viewport()

    def shape(point: QPoint) -> Qt.CursorShape:
        mouse(window, QEvent.Type.MouseMove, point, NO_BUTTON, NO_BUTTON)
        return port.cursor().shape()

    assert shape(place(window, "pp2", 2, "community")) is Qt.CursorShape.IBeamCursor
    assert shape(cell(window, "pp2", 0).center()) is Qt.CursorShape.ArrowCursor
    model = window.view.bitext_model()
    cell(window, "pp6", 1)
    index = model.index_of(node_of(model, "pp6"), 1)
    mark = port.mapFromGlobal(window.feature(Cards).mark_rect(index, "fn1").center())
    assert shape(mark) is Qt.CursorShape.PointingHandCursor


def test_shift_and_the_arrows_select_from_the_current_clause(
    window: MainWindow, model: Model, qtbot: QtBot
) -> None:
    current(window, "op3")
    press(window, qtbot, Qt.Key.Key_Down)
    assert copied(window).startswith("敦促全体会员国")
    press(window, qtbot, Qt.Key.Key_Down)
    assert len(copied(window).splitlines()) == 2
    assert model().node(window.view.currentIndex()) is node_of(model(), "op4")
    press(window, qtbot, Qt.Key.Key_Escape, NONE)
    assert not selected(window)
    current(window, "op3")
    press(window, qtbot, Qt.Key.Key_Right, SHIFT | CTRL)
    assert copied(window) == "敦促"
    press(window, qtbot, Qt.Key.Key_Right)
    assert copied(window) == "敦促全"
    press(window, qtbot, Qt.Key.Key_Down, NONE)
    assert not selected(window)


def test_the_keyboard_reaches_the_other_language(window: MainWindow, qtbot: QtBot) -> None:
    current(window, "op3")
    window.workspace.actions["select other"].trigger()
    assert copied(window).startswith("Urges all Member States")
    window.workspace.actions["select all"].trigger()
    assert "Recalling its resolution" in copied(window)
    assert "回顾" not in copied(window)
    window.workspace.actions["select other"].trigger()
    assert "回顾其" in copied(window)


def test_all_text_has_the_title_once(window: MainWindow) -> None:
    window.workspace.actions["select all"].trigger()
    assert copied(window).count("75/58. 防止恐怖分子获取大规模毁灭性武器的措施") == 1


def test_ticking_what_is_selected_ticks_the_clauses_of_the_words(
    window: MainWindow, model: Model
) -> None:
    drag(window, place(window, "preamble", 2, "Assembly"), place(window, "pp2", 2, "community"))
    window.feature(Ticking).tick_selected()
    assert [row.source for row in model().ticked_rows()] == [("pp1",), ("pp2",)]
