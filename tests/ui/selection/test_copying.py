"""Copying in the window: words, rows and citations."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.opening.bundled import BUNDLED
from desktop_app.ui.finding.finding import Finding
from desktop_app.ui.page.look import Layout
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.rows.row_menu import RowMenu
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import node_of
from tests.ui.selection.conftest import click, copied, current, drag, place, press

Model = Callable[[], BitextModel]
LEFT = Qt.MouseButton.LeftButton
NO_BUTTON = Qt.MouseButton.NoButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


def html() -> str:
    return QApplication.clipboard().mimeData(QClipboard.Mode.Clipboard).html()


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
