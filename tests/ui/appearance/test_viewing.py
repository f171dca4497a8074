"""The size of the text: by the wheel and by keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.window.main_window import MainWindow
from tests.support.waiting import settle
from tests.ui.conftest import node_of

Model = Callable[[], BitextModel]


def _turn_wheel(window: MainWindow, by: int, held: Qt.KeyboardModifier) -> None:
    view = window.view.viewport()
    middle = QPointF(view.rect().center())
    event = QWheelEvent(
        middle,
        view.mapToGlobal(middle),
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def test_ctrl_and_the_wheel_size_the_text_and_the_clause_in_view_stays(
    window: MainWindow, model: Model, qtbot: QtBot
) -> None:
    op1 = node_of(model(), "op1").number
    window.view.go_to(op1, 0.5)
    for by, zoom in ((120, 110), (240, 130), (30, 132), (6, 133), (6, 133), (-360, 104)):
        _turn_wheel(window, by, Qt.KeyboardModifier.ControlModifier)
        settle()
        assert window.view.look.zoom == zoom
        number, share = window.view.top_position()
        assert number == op1
        assert share == pytest.approx(0.5, abs=0.05)


def test_the_wheel_alone_scrolls(window: MainWindow) -> None:
    _turn_wheel(window, -120, Qt.KeyboardModifier.NoModifier)
    assert window.view.look.zoom == 100
    assert window.view.verticalScrollBar().value() > 0
