"""Selecting and copying in the window, with the mouse and with the keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QClipboard, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.opening.bundled import BUNDLED
from desktop_app.resolution.model import words
from desktop_app.ui.appearance.viewing import Viewing
from desktop_app.ui.cards.cards import Cards
from desktop_app.ui.finding.finding import Finding
from desktop_app.ui.page.cells.text_positions import cursor_over, first_line_rect
from desktop_app.ui.page.look import Layout
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.rows.correcting import Correction
from desktop_app.ui.rows.row_menu import RowMenu
from desktop_app.ui.selection.selecting import Selecting
from desktop_app.ui.selection.ticking import Ticking
from desktop_app.ui.window.main_window import MainWindow
from tests.support.waiting import let_timers_run_out, settle
from tests.ui.conftest import cell, node_of, tick_box

Model = Callable[[], BitextModel]
LEFT = Qt.MouseButton.LeftButton
NO_BUTTON = Qt.MouseButton.NoButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


def place(window: MainWindow, id: str, column: int, words_: str, after: bool = False) -> QPoint:
    """In the viewport, the left edge of the first of some words of a clause, or where they end."""
    rect = cell(window, id, window.view.look.layout.host(column))
    model = window.view.bitext_model()
    delegate = window.view.row_delegate
    node = node_of(model, id)
    paragraphs = model.texts(node, column - 1)
    number = next(n for n, p in enumerate(paragraphs) if words_ in words(p.runs))
    start = words(paragraphs[number].runs).index(words_)
    document = delegate.geometry.document(node, column)
    assert document is not None
    cursor = cursor_over(document, paragraphs, number, start, start + len(words_))
    if after:
        cursor.setPosition(cursor.selectionEnd())
    line = first_line_rect(document, cursor)
    block = document.findBlock(cursor.selectionStart())
    layout = block.layout().lineForTextPosition(cursor.selectionStart() - block.position())
    x = layout.cursorToX(cursor.selectionStart() - block.position())
    left = float(x[0]) if isinstance(x, tuple) else float(str(x))
    corner = delegate.geometry.text_corner(node, column, rect)
    return QPoint(round(corner.x() + left), round(corner.y() + line.center().y()))


def mouse(
    window: MainWindow,
    kind: QEvent.Type,
    point: QPoint,
    button: Qt.MouseButton = LEFT,
    down: Qt.MouseButton = LEFT,
    keys: Qt.KeyboardModifier = NONE,
) -> None:
    port = window.view.viewport()
    glob = QPointF(port.mapToGlobal(point))
    QApplication.sendEvent(port, QMouseEvent(kind, QPointF(point), glob, button, down, keys))


def drag(window: MainWindow, start: QPoint, *on: QPoint) -> None:
    mouse(window, QEvent.Type.MouseButtonPress, start)
    for point in on:
        mouse(window, QEvent.Type.MouseMove, point, NO_BUTTON)
    mouse(window, QEvent.Type.MouseButtonRelease, on[-1], LEFT, NO_BUTTON)


def double_click(window: MainWindow, point: QPoint) -> None:
    click(window, point)
    mouse(window, QEvent.Type.MouseButtonDblClick, point)
    mouse(window, QEvent.Type.MouseButtonRelease, point, LEFT, NO_BUTTON)


def click(window: MainWindow, point: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
    mouse(window, QEvent.Type.MouseButtonPress, point, keys=keys)
    mouse(window, QEvent.Type.MouseButtonRelease, point, LEFT, NO_BUTTON, keys)


def copied(window: MainWindow) -> str:
    """What Ctrl+C copies."""
    QApplication.clipboard().clear()
    window.workspace.actions["copy"].trigger()
    return QApplication.clipboard().text()


def html() -> str:
    return QApplication.clipboard().mimeData(QClipboard.Mode.Clipboard).html()


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


# By keyboard


def current(window: MainWindow, id: str) -> None:
    model = window.view.bitext_model()
    window.view.setFocus()
    window.view.setCurrentIndex(model.index_of(node_of(model, id)))


def press(window: MainWindow, qtbot: QtBot, key: Qt.Key, keys: Qt.KeyboardModifier = SHIFT) -> None:
    qtbot.keyClick(window.view, key, keys)


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


# Copying


def test_rows_are_copied_if_no_text_is_selected(window: MainWindow, model: Model) -> None:
    click(window, place(window, "op3", 2, "Member"))
    assert copied(window).startswith("3. Urges all Member States")
    click(window, place(window, "op3", 1, "会员国"))
    assert copied(window).startswith("3. 敦促全体会员国")
    window.view.setCurrentIndex(model().index_of(node_of(model(), "operative")))
    assert [line[:2] for line in copied(window).splitlines()] == [f"{n}." for n in range(1, 7)]


def test_words_are_copied_with_their_citation(window: MainWindow) -> None:
    drag(window, place(window, "op3", 1, "敦促"), place(window, "op3", 1, "全体"))
    window.document.set_script("s2t")
    window.workspace.actions["copy cited"].trigger()
    note = "source not stated, converted from Simplified by OpenCC"
    assert QApplication.clipboard().text() == f"敦促 (A/RES/75/58, OP 3, {note})"
    assert 'lang="zh-Hant"' in html()


def test_the_rows_of_the_words_are_copied_in_both_languages(window: MainWindow) -> None:
    place(window, "op2", 1, "全体")  # so that both are in view
    drag(window, place(window, "op1", 1, "全体"), place(window, "op2", 1, "全体"))
    window.workspace.actions["copy both"].trigger()
    lines = [line.split("\t") for line in QApplication.clipboard().text().splitlines()]
    assert lines[0][1] == "English: transcription, not the official record"
    assert [[cell[:4] for cell in line] for line in lines[1:]] == [
        ["1. 促", "1. C"],
        ["2. 呼", "2. A"],
    ]
    assert html().count('<td lang="zh-Hans" dir="ltr"') == 2


def test_a_text_alone_is_copied_in_its_own_language_only(window: MainWindow, qtbot: QtBot) -> None:
    window.document.open(BUNDLED)
    assert not window.workspace.actions["copy both"].isEnabled()
    current(window, "op3")
    assert copied(window).startswith("3. 敦促")


def test_copying_in_the_find_field_copies_the_query(window: MainWindow, qtbot: QtBot) -> None:
    current(window, "op3")
    press(window, qtbot, Qt.Key.Key_Down)
    window.feature(Finding).open()
    field = window.feature(Finding).bar.words
    field.setText("terror")
    qtbot.keyClick(field, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(field, Qt.Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == "terror"


def test_one_text_below_the_other_each_is_selected_by_itself(window: MainWindow) -> None:
    window.view.show_layout(Layout.INTERLEAVED)
    place(window, "op2", 2, "Appeals")
    drag(window, place(window, "op1", 2, "Member"), place(window, "op2", 2, "consider"))
    first, second = copied(window).splitlines()
    assert first.startswith("Member States to support")
    assert second == "Appeals to all Member States to "
    drag(window, place(window, "op1", 1, "全体"), place(window, "op2", 1, "全体"))
    assert [line[:2] for line in copied(window).splitlines()] == ["全体", "呼吁"]


def test_a_hidden_text_is_neither_selected_nor_copied(window: MainWindow, qtbot: QtBot) -> None:
    drag(window, place(window, "op3", 1, "敦促"), place(window, "op3", 1, "全体"))
    window.view.show_layout(Layout.SECOND)
    assert copied(window).startswith("3. Urges")
    press(window, qtbot, Qt.Key.Key_Right, SHIFT | CTRL)
    assert copied(window) == "Urges"
    window.workspace.actions["select other"].trigger()
    assert copied(window) == "Urges"
    window.workspace.actions["select all"].trigger()
    assert "敦促" not in copied(window)


@pytest.mark.parametrize("column", [0, 1, 2])
def test_the_context_menu_copies_and_keeps_the_words(window: MainWindow, column: int) -> None:
    menu = window.feature(RowMenu).menu(column)
    names = [action.text().replace("&", "") for action in menu.actions()]
    assert names[:3] == ["Copy", "Copy with citation", "Copy both languages"]
    menu.deleteLater()
