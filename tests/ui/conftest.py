"""A window on the bundled resolution, as a person has it in front of them."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.page.nodes import Node
from desktop_app.ui.window.main_window import MainWindow
from tests.support.texts import bundled_pair
from tests.support.waiting import HeldClock, PatientBot, settle


@pytest.fixture(scope="session", autouse=True)
def _clipboard_left_empty(qapp: QApplication) -> Iterator[None]:
    """Empties the clipboard last: the offscreen platform frees it only after Python has ended,
    and data made in Python then crashes. A real display frees it in time.
    """
    yield
    qapp.clipboard().clear()


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture(autouse=True)
def finding_clock(monkeypatch: pytest.MonkeyPatch) -> HeldClock:
    """The clock of what is looked for: it stands still, so that all is found at once."""
    clock = HeldClock()
    monkeypatch.setattr("desktop_app.ui.finding.finding.monotonic", clock)
    return clock


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = MainWindow("light")
    qtbot.addWidget(made)
    made.resize(1120, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.document.show(bundled_pair(), BUNDLED, BUNDLED_TRANSLATION)
    made.finish_start()
    settle()
    return made


@pytest.fixture
def model(window: MainWindow) -> Callable[[], BitextModel]:
    """The model that the window shows at the moment."""

    def current() -> BitextModel:
        return window.view.bitext_model()

    return current


def node_of(model: BitextModel, id: str) -> Node:
    """The node that shows a clause or footnote of the source, or the section of that name."""
    return next(
        node
        for node in model.nodes()
        if node.name == id or (node.row is not None and id in node.row.source)
    )


def cell(window: MainWindow, id: str, column: int) -> QRect:
    """Where a cell is in the viewport, brought into view and laid out first."""
    model = window.view.bitext_model()
    index = model.index_of(node_of(model, id), column)
    window.view.scrollTo(index)
    window.view.settle()
    window.view.scrollTo(index)
    return window.view.visualRect(index)


def tick_box(window: MainWindow, id: str) -> QPoint:
    """The middle of a clause's tick box in the viewport."""
    rect = cell(window, id, 0)
    return window.view.row_delegate.geometry.tick_rect(
        rect, node_of(window.view.bitext_model(), id)
    ).center()
