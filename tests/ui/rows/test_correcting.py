"""Rows corrected by hand in the window: shown, marked, undone, and there again tomorrow."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop_app.alignment.align import align
from desktop_app.library import stored_rows
from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.resolution.bitext import Bitext
from desktop_app.ui.export.exporting import Exporting
from desktop_app.ui.finding.finding import Finding
from desktop_app.ui.page.building import tree
from desktop_app.ui.page.following import followed
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.page.nodes import Remark
from desktop_app.ui.rows.correcting import Correcting, Correction
from desktop_app.ui.rows.row_menu import RowMenu
from desktop_app.ui.settings.preferences import ExportChoice
from desktop_app.ui.window.main_window import MainWindow
from tests.support.texts import EN_HEAD, bundled_pair, read
from tests.support.waiting import let_timers_run_out, settle
from tests.ui.conftest import cell, node_of

Model = Callable[[], BitextModel]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "data" / "corrections.sqlite"


@pytest.fixture
def window(qtbot: QtBot, database: Path) -> MainWindow:
    return _opened(qtbot, database)


def _opened(
    qtbot: QtBot, database: Path, bitext: Callable[[], Bitext] = bundled_pair
) -> MainWindow:
    """A new window on a text, its start finished after the text is shown."""
    made = MainWindow("light", corrections=database)
    qtbot.addWidget(made)
    made.resize(1120, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.document.show(bitext(), BUNDLED, BUNDLED_TRANSLATION)
    made.finish_start()
    settle()
    return made


def _correcting(window: MainWindow) -> Correcting:
    return window.feature(Correcting)


def _choose(window: MainWindow, id: str) -> None:
    model = window.view.bitext_model()
    window.view.setCurrentIndex(model.index_of(node_of(model, id)))


def _rows(window: MainWindow) -> list[str]:
    model = window.view.bitext_model()
    return [f"{' '.join(row.source)}|{' '.join(row.target)}" for row in model.bitext.rows]


def test_a_split_is_undone_and_redone(window: MainWindow, model: Model) -> None:
    before = _rows(window)
    _choose(window, "pp6")
    window.feature(RowMenu).corrections[Correction.SPLIT].trigger()
    assert _rows(window)[5:7] == ["pp6|pp6", "|pp7"]
    assert window.feature(RowMenu).undo.text() == "&Undo splitting PP6"
    window.feature(RowMenu).undo.trigger()
    assert _rows(window) == before
    assert model().bitext == window.document.published
    assert not window.feature(RowMenu).undo.isEnabled()
    assert window.feature(RowMenu).redo.text() == "&Redo splitting PP6"
    window.feature(RowMenu).redo.trigger()
    assert _rows(window)[5:7] == ["pp6|pp6", "|pp7"]


@pytest.mark.parametrize(
    ("key", "modifiers", "rows"),
    [
        ("M", "Ctrl", ["pp2 pp3|pp2 pp3", "pp4|pp4"]),
        ("N", "Ctrl+Shift", ["pp2|", "|pp2"]),
        ("Up", "Alt", ["pp3|pp2", "pp4|pp3"]),
        ("Up", "Alt+Shift", ["pp2|pp3", "pp3|pp4"]),
        ("Down", "Alt", ["|pp2", "pp2|pp3"]),
        ("Down", "Alt+Shift", ["pp2|", "pp3|pp2"]),
    ],
)
def test_every_correction_has_its_keys(
    window: MainWindow, qtbot: QtBot, key: str, modifiers: str, rows: list[str]
) -> None:
    _choose(window, "pp2")
    names = {
        "Ctrl": Qt.KeyboardModifier.ControlModifier,
        "Shift": Qt.KeyboardModifier.ShiftModifier,
        "Alt": Qt.KeyboardModifier.AltModifier,
    }
    pressed = Qt.KeyboardModifier.NoModifier
    for name in modifiers.split("+"):
        pressed |= names[name]
    window.activateWindow()
    window.view.setFocus()
    qtbot.keyClick(window.view, getattr(Qt.Key, f"Key_{key}"), pressed)
    assert _rows(window)[1:3] == rows


def test_a_corrected_row_has_a_badge_also_for_screen_readers(
    window: MainWindow, model: Model
) -> None:
    plain = window.view.viewport().grab().toImage()
    _choose(window, "pp1")
    _correcting(window).correct(Correction.MERGE)
    node = node_of(model(), "pp1")
    index = model().index_of(node)
    assert model().remarks(node) == [(Remark.BY_HAND, "Corrected by hand")]
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "Corrected by hand"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "PP1. Corrected by hand"
    assert model().remarks(node_of(model(), "pp3")) == []
    assert window.view.viewport().grab().toImage() != plain


def test_a_correction_keeps_place_folds_ticks_script_and_the_current_row(
    window: MainWindow, model: Model
) -> None:
    view = window.view
    window.document.set_script("s2t")
    view.collapse(model().index_of(node_of(model(), "footnotes")))
    model().tick([node_of(model(), id) for id in ("pp6", "op2", "op3")], True)
    cell(window, "op4", 1)
    _choose(window, "op3")
    place = view.visualRect(model().index_of(node_of(model(), "op3"))).top()
    top = model().node(view.indexAt(QPoint(1, 1))).name
    _correcting(window).correct(Correction.MERGE)
    assert model().node(view.indexAt(QPoint(1, 1))).name == top
    assert view.visualRect(model().index_of(node_of(model(), "op3"))).top() == place
    assert model().node(view.currentIndex()).row == model().bitext.rows[19]
    assert not view.isExpanded(model().index_of(node_of(model(), "footnotes")))
    assert [row.source for row in model().ticked_rows()] == [("pp6",), ("op2",), ("op3", "op4")]
    assert model().texts(node_of(model(), "op2"), 0)[0].runs[0].text.startswith("呼籲")
    _choose(window, "pp6")
    _correcting(window).correct(Correction.SPLIT)
    ticked = [row.target for row in model().ticked_rows()]
    assert ticked == [("pp6",), ("pp7",), ("op2",), ("op3", "op4")]


def test_an_impossible_correction_shows_a_notice_until_the_next(
    window: MainWindow,
) -> None:
    _choose(window, "op6")
    _correcting(window).correct(Correction.MERGE)
    assert window.workspace.notice.startswith("No row follows")
    _choose(window, "preamble")
    _correcting(window).correct(Correction.SPLIT)
    assert window.workspace.notice.startswith("Choose a row with clauses")
    _choose(window, "pp1")
    _correcting(window).correct(Correction.MERGE)
    assert window.workspace.notice == ""


def test_a_row_goes_back_to_the_automatic_one(window: MainWindow, model: Model) -> None:
    _choose(window, "pp2")
    _correcting(window).correct(Correction.TARGET_DOWN)
    _choose(window, "pp5")
    _correcting(window).correct(Correction.RESTORE)
    assert model().bitext == window.document.published
    assert window.feature(RowMenu).undo.text() == "&Undo taking PP5 back to the automatic row"


def test_the_context_menu_offers_to_move_the_text_that_it_is_over(
    window: MainWindow, model: Model, qtbot: QtBot
) -> None:
    texts = {
        column: [action.text() for action in window.feature(RowMenu).menu(column).actions()]
        for column in (0, 1, 2)
    }
    assert "Move Chinese up" in texts[0]
    assert "Move English down" in texts[0]
    assert "Move English up" not in texts[1]
    assert "Move Chinese up" not in texts[2]
    place = cell(window, "pp2", 2).center()
    view = window.view
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, place, view.viewport().mapToGlobal(place)
    )
    QApplication.sendEvent(view.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert model().node(view.currentIndex()) is node_of(model(), "pp2")
    menu.close()


def test_an_open_menu_disables_what_the_row_does_not_allow(window: MainWindow) -> None:
    actions = window.feature(RowMenu).corrections
    for id, possible in {
        "pp1": {"merge", "unpair", "source down", "target down"},
        "pp6": {"merge", "split", "unpair"}
        | {f"{side} {way}" for side in ("source", "target") for way in ("up", "down")},
        "preamble": set(),
    }.items():
        _choose(window, id)
        menu = window.feature(RowMenu).menu(0)
        menu.popup(QPoint(0, 0))
        assert {name for name, action in actions.items() if action.isEnabled()} == possible
        menu.close()
        assert all(action.isEnabled() for action in actions.values())


def test_the_menu_of_rows_disables_it_too(window: MainWindow) -> None:
    menus = [action.menu() for action in window.menuBar().actions()]
    (menu,) = [menu for menu in menus if isinstance(menu, QMenu) and menu.title() == "&Rows"]
    _choose(window, "preamble")
    menu.popup(QPoint(0, 0))
    assert not any(action.isEnabled() for action in window.feature(RowMenu).corrections.values())
    menu.close()


def test_without_a_translation_there_is_nothing_to_correct(window: MainWindow) -> None:
    window.document.open(BUNDLED)
    assert not any(action.isEnabled() for action in window.feature(RowMenu).corrections.values())


def test_a_correction_is_kept_for_the_next_day_and_for_a_copy_of_the_file(
    window: MainWindow, qtbot: QtBot, database: Path, tmp_path: Path
) -> None:
    _choose(window, "pp6")
    _correcting(window).correct(Correction.SPLIT)
    corrected = _rows(window)
    tomorrow = _opened(qtbot, database)
    assert _rows(tomorrow) == corrected
    assert not tomorrow.feature(RowMenu).undo.isEnabled()
    tomorrow.document.open(BUNDLED)
    files = [tmp_path / "a.md", tmp_path / "b.md"]
    for file, bundled in zip(files, (BUNDLED, BUNDLED_TRANSLATION), strict=True):
        file.write_bytes(bundled.read_bytes())
    tomorrow.document.open(files[0], files[1])
    assert _rows(tomorrow) == corrected
    _choose(tomorrow, "pp6")
    _correcting(tomorrow).correct(Correction.RESTORE)
    assert _opened(qtbot, database).document.published == bundled_pair()
    assert _rows(_opened(qtbot, database)) == _rows(tomorrow)


def test_a_damaged_database_shows_a_notice_and_the_window_goes_on(
    qtbot: QtBot, database: Path
) -> None:
    database.parent.mkdir()
    database.write_bytes(b"damaged" * 1000)
    window = _opened(qtbot, database)
    assert window.workspace.notice.startswith(f"Your corrections in {database} cannot be read")
    _choose(window, "pp6")
    _correcting(window).correct(Correction.SPLIT)
    assert _rows(window)[5:7] == ["pp6|pp6", "|pp7"]
    assert window.workspace.notice.startswith("The correction is shown but cannot be kept in")


def test_two_windows_on_one_pair_keep_both_corrections(
    window: MainWindow, qtbot: QtBot, database: Path
) -> None:
    other = _opened(qtbot, database)
    _choose(window, "pp1")
    _correcting(window).correct(Correction.MERGE)
    _choose(other, "op5")
    _correcting(other).correct(Correction.UNPAIR)
    assert _rows(other)[0] == "pp1 pp2|pp1 pp2"
    assert "op5|" in _rows(other)
    assert other.workspace.notice == ""
    assert _rows(_opened(qtbot, database)) == _rows(other)
    other.feature(RowMenu).undo.trigger()
    assert _rows(other) == _rows(window)
    other.feature(RowMenu).redo.trigger()
    _choose(window, "op5")
    _correcting(window).correct(Correction.MERGE)
    assert window.workspace.notice.startswith("Another window had corrected some of these rows")
    assert "op5 op6|op5 op6" in _rows(window)
    assert _rows(_opened(qtbot, database)) == _rows(window)
    window.feature(RowMenu).undo.trigger()
    assert window.workspace.notice == ""
    assert "op5|" in _rows(window)


@pytest.mark.slow
def test_corrections_come_when_the_database_is_free(
    window: MainWindow, qtbot: QtBot, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stored_rows, "_PATIENCE", 0.01)
    _choose(window, "pp1")
    _correcting(window).correct(Correction.MERGE)
    lock = sqlite3.connect(database)
    lock.execute("BEGIN EXCLUSIVE")
    waiting, working = _opened(qtbot, database), _opened(qtbot, database)
    sentence = f"Your corrections in {database} cannot be read"
    assert waiting.workspace.notice.startswith(sentence)
    assert _rows(waiting)[0] == "pp1|pp1"
    _choose(working, "op5")
    _correcting(working).correct(Correction.UNPAIR)
    assert working.workspace.notice.startswith("The correction is shown but cannot be kept")
    for shown in (waiting, working):
        let_timers_run_out(shown)
    assert waiting.workspace.notice.startswith(sentence)
    lock.close()
    for shown in (waiting, working):
        let_timers_run_out(shown)
        assert shown.workspace.notice == ""
        assert _rows(shown)[0] == "pp1 pp2|pp1 pp2"
    assert "op5|" in _rows(working)
    assert _rows(_opened(qtbot, database)) == _rows(working)


def test_a_pair_opened_the_other_way_round_is_corrected_as_well(
    window: MainWindow, qtbot: QtBot, database: Path
) -> None:
    _choose(window, "pp6")
    _correcting(window).correct(Correction.SPLIT)
    other = _opened(qtbot, database)
    other.document.open(BUNDLED_TRANSLATION, BUNDLED)
    assert _rows(other)[5:7] == ["pp6|pp6", "pp7|"]


def test_another_document_has_no_steps_to_undo(window: MainWindow) -> None:
    _choose(window, "pp1")
    _correcting(window).correct(Correction.MERGE)
    window.document.open(BUNDLED_TRANSLATION)
    assert not window.feature(RowMenu).undo.isEnabled()
    assert window.feature(RowMenu).undo.text() == "&Undo"


def test_hits_stay_highlighted_in_corrected_rows(window: MainWindow) -> None:
    window.feature(Finding).open()
    window.feature(Finding).bar.words.setText("核")
    count = len(window.feature(Finding).hits)
    place = window.view.verticalScrollBar().value()
    _choose(window, "pp1")
    _correcting(window).correct(Correction.MERGE)
    assert len(window.feature(Finding).hits) == count > 0
    assert window.view.verticalScrollBar().value() <= place


def test_ticked_rows_are_exported_as_they_were_corrected(
    window: MainWindow, model: Model, tmp_path: Path, qtbot: QtBot
) -> None:
    _choose(window, "op1")
    _correcting(window).correct(Correction.MERGE)
    model().tick([node_of(model(), "op1")], True)
    dialog = window.feature(Exporting).dialog(ExportChoice("md"))
    qtbot.addWidget(dialog)
    dialog.save_to(tmp_path / "out.md")
    qtbot.waitUntil(lambda: dialog.written is not None)
    text = (tmp_path / "out.md").read_text(encoding="utf-8")
    assert "*促请*" in text
    assert "*呼吁*" in text


def _of_two_paragraphs() -> Bitext:
    zh = "大会\n\n75/58. 题目\n\n大会，\n\n回顾其第 74/43 号决议，\n\n决定在 2025 年前这样做。\n"
    return align(
        read(zh), read(f"{EN_HEAD}Recalling its resolution 74/43,\n\nDecides to do so by 2025.\n")
    )


def test_a_correction_that_leaves_a_part_empty_is_there_tomorrow_and_can_be_taken_back(
    qtbot: QtBot, database: Path
) -> None:
    window = _opened(qtbot, database, _of_two_paragraphs)
    assert _rows(window) == ["pp1|pp1", "op1|op1"]
    _choose(window, "pp1")
    _correcting(window).correct(Correction.MERGE)
    assert _rows(window) == ["pp1 op1|pp1 op1"]
    window.feature(RowMenu).undo.trigger()
    assert _rows(window) == ["pp1|pp1", "op1|op1"]
    window.feature(RowMenu).redo.trigger()
    window.close()
    again = _opened(qtbot, database, _of_two_paragraphs)
    assert _rows(again) == ["pp1 op1|pp1 op1"]
    assert again.workspace.notice == ""
    _choose(again, "pp1")
    _correcting(again).correct(Correction.RESTORE)
    assert _rows(again) == ["pp1|pp1", "op1|op1"]


def test_every_node_is_followed_to_where_its_clauses_are() -> None:
    bitext = bundled_pair()
    before = list(tree(bitext).walk())
    assert followed(before, before) == {node.number: [node.number] for node in before}
    rows = (bitext.rows[0]._replace(source=("pp1", "pp2"), target=("pp1", "pp2")),)
    after = list(tree(bitext._replace(rows=rows + bitext.rows[2:])).walk())
    now = followed(before, after)
    pp = [node.number for node in before if node.row and node.row.source in (("pp1",), ("pp2",))]
    assert now[pp[0]] == now[pp[1]] == [pp[0]]
    back = followed(after, before)
    assert back[pp[0]] == pp
