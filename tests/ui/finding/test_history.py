"""The way back from a jump, and where a jump comes to rest."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.opening.bundled import BUNDLED
from desktop_app.ui.cards.cards import Cards
from desktop_app.ui.finding.contents_panel import ContentsPanel
from desktop_app.ui.finding.finding import Finding
from desktop_app.ui.finding.history import History
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.rows.auditing import Auditing
from desktop_app.ui.window.main_window import MainWindow
from tests.support.waiting import settle
from tests.ui.conftest import node_of

Model = Callable[[], BitextModel]
Jump = Callable[[MainWindow], object]


def _jump(window: MainWindow, id: str) -> None:
    window.view.make_current(node_of(window.view.bitext_model(), id).number)


def _find(window: MainWindow) -> None:
    window.feature(Finding).open()
    window.feature(Finding).bar.words.setText("秘书长编写")


_JUMPS: dict[str, Jump] = {
    "a clause": lambda window: _jump(window, "op5"),
    "a finding": lambda window: window.feature(Auditing).show_finding(0),
    "a footnote": lambda window: window.feature(Cards).open_footnote("fn7"),
    "a hit": _find,
    "a part": lambda window: window.view.bring_to_top(
        node_of(window.view.bitext_model(), "operative").number
    ),
}


@pytest.mark.parametrize("jump", _JUMPS.values(), ids=_JUMPS)
def test_back_and_forward_from_every_jump(window: MainWindow, jump: Jump) -> None:
    view, actions = window.view, window.workspace.actions
    assert not actions["back"].isEnabled()
    before = view.place()
    jump(window)
    there = view.place()
    assert there.top != before.top
    actions["back"].trigger()
    assert view.place()[:2] == before[:2]
    assert not actions["back"].isEnabled()
    actions["forward"].trigger()
    assert view.place()[:3] == there[:3]
    assert not actions["forward"].isEnabled()


def test_each_jump_is_one_step_of_the_way_back(window: MainWindow) -> None:
    view, history = window.view, window.feature(History)
    places = [view.place()[:2]]
    for id in ("op5", "fn7", "pp9"):
        _jump(window, id)
        places.append(view.place()[:2])
    for place in reversed(places[:-1]):
        history.back()
        assert view.place()[:2] == place
    history.back()  # there is no more
    assert view.place()[:2] == places[0]
    _jump(window, "op6")
    history.forward()  # a new jump ends the way forward
    assert view.current_node is node_of(view.bitext_model(), "op6")


def test_steps_from_hit_to_hit_are_one_jump_until_the_page_is_moved(
    window: MainWindow, qtbot: QtBot
) -> None:
    view, history = window.view, window.feature(History)
    start = view.place()[:2]
    window.feature(Finding).open()
    window.feature(Finding).bar.words.setText("大规模毁灭性武器")
    for _ in range(12):
        window.feature(Finding).step(1)
    history.back()
    assert view.place()[:2] == start
    window.feature(Finding).step(1)
    view.scroll_by(300)
    moved = view.place()[:2]
    for _ in range(6):
        window.feature(Finding).step(1)
    history.back()
    assert view.place()[:2] == moved


def test_what_is_jumped_to_rests_at_a_third_unless_it_is_in_view(window: MainWindow) -> None:
    view = window.view
    _jump(window, "op3")
    top, bottom = view.row_edges(view.currentIndex())
    assert 0.2 < top / view.viewport().height() < 0.45
    place = view.place()[:2]
    near = view.node(view.indexBelow(view.currentIndex()))
    view.make_current(near.number)
    assert view.place()[:2] == place
    assert bottom < view.viewport().height()


def test_other_rows_have_no_way_back(window: MainWindow) -> None:
    _jump(window, "op5")
    window.document.open(BUNDLED)
    settle()
    assert not window.workspace.actions["back"].isEnabled()


def test_the_keys(window: MainWindow, qtbot: QtBot) -> None:
    before = window.view.place()[:2]
    window.feature(ContentsPanel)
    _jump(window, "op5")
    qtbot.keyClick(window.view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.view.place()[:2] == before
    qtbot.keyClick(window.view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.view.place()[:2] != before


def test_a_jump_that_does_not_move_the_page_has_no_way_back(window: MainWindow) -> None:
    for _ in range(3):
        _jump(window, "pp1")
    assert not window.workspace.actions["back"].isEnabled()
