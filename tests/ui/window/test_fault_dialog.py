"""A fault of the program is one dialog, whose details hold no word of a document."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app import app
from desktop_app.common.messages import Message, UserError
from desktop_app.ui.window.fault_dialog import FaultDialog, show_fault
from desktop_app.ui.window.main_window import MainWindow
from tests.support.waiting import settle


def _fault() -> Exception:
    try:
        raise ValueError("words of a document")
    except ValueError as error:
        return error


def test_a_fault_is_one_dialog_with_details_to_copy_and_a_way_to_go_on(
    window: MainWindow, qtbot: QtBot
) -> None:
    app._fault(window, _fault())
    app._fault(window, _fault())  # what follows from it
    (dialog,) = window.findChildren(FaultDialog)
    assert dialog.text().startswith("Something unforeseen went wrong (ValueError")
    dialog.copy_button.click()
    assert dialog.isVisible()
    copied = QGuiApplication.clipboard().text()
    assert "ValueError" in copied
    assert "test_fault_dialog" in copied
    assert "words of a document" not in copied
    dialog.go_on_button.click()
    qtbot.waitUntil(lambda: not window.findChildren(FaultDialog))


def test_an_error_for_the_user_is_a_notice(window: MainWindow) -> None:
    app._fault(window, UserError(Message("The disk is full.")))
    assert window.workspace.notice == "The disk is full."
    assert window.findChildren(FaultDialog) == []


def test_what_an_error_quotes_is_plain_text(window: MainWindow, qtbot: QtBot) -> None:
    show_fault(window, ValueError("<img src=/x>"))
    (dialog,) = window.findChildren(FaultDialog)
    settle()
    assert "<img src=/x>" in "".join(label.text() for label in dialog.findChildren(QLabel))
    dialog.go_on_button.click()
    qtbot.waitUntil(lambda: not window.findChildren(FaultDialog))
