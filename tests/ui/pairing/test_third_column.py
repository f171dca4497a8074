"""A third version beside the pair, where the window is wide enough."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.common.progress import PagesRead, Progress
from desktop_app.resolution.model import Resolution
from desktop_app.ui.appearance.scripts import Scripts
from desktop_app.ui.cards.card_text import footnote_card
from desktop_app.ui.finding.finding import Finding
from desktop_app.ui.page.look import THIRD, Layout
from desktop_app.ui.pairing import third_column
from desktop_app.ui.pairing.beside import Pairing
from desktop_app.ui.pairing.beside_menu import BesideMenu
from desktop_app.ui.pairing.known import Known
from desktop_app.ui.rows.correcting import Correcting, Correction
from desktop_app.ui.selection.copying import Copying
from desktop_app.ui.selection.selecting import Selecting
from desktop_app.ui.widgets.background import CancelledError
from desktop_app.ui.window.main_window import MainWindow
from tests.support.waiting import settle
from tests.ui.conftest import node_of
from tests.ui.pairing.conftest import NAMES, Look, choose, shown


@pytest.fixture
def wide(window: MainWindow, folder: Path, look: Look) -> MainWindow:
    """A wide window on the English and the French text that knows the other four."""
    window.resize(1700, 800)
    window.document.open(folder / NAMES["en"], folder / NAMES["fr"])
    look()
    return window


def _offered(window: MainWindow) -> list[str]:
    return [
        action.text().partition(" ")[0] for action in window.feature(BesideMenu).third.actions()
    ]


def _put(window: MainWindow, qtbot: QtBot, words: str) -> None:
    menu = window.feature(BesideMenu).third
    next(entry for entry in menu.actions() if entry.text().startswith(words)).trigger()
    qtbot.waitUntil(lambda: window.document.third is not None)
    settle()


def _columns(window: MainWindow) -> list[str]:
    """The languages of the columns that are shown."""
    texts, view = window.document.model.published, window.view
    return [
        texts[column - 1].language
        for column in range(1, len(texts) + 1)
        if not view.isColumnHidden(column)
    ]


def test_it_is_offered_only_where_there_is_room(wide: MainWindow) -> None:
    assert _offered(wide) == ["Chinese", "Arabic", "Russian", "Spanish", "&None"]
    wide.resize(1300, 800)
    settle()
    wide.feature(BesideMenu).menu.aboutToShow.emit()
    assert _offered(wide) == []
    assert not wide.feature(BesideMenu).third.isEnabled()
    wide.resize(1700, 800)
    wide.view.restyle(wide.view.look.zoomed(150))
    wide.feature(BesideMenu).menu.aboutToShow.emit()
    assert _offered(wide) == []


def test_one_text_alone_is_offered_no_third(wide: MainWindow) -> None:
    choose(wide, "&Alone")
    assert _offered(wide) == []


def test_three_texts_stand_in_one_row(wide: MainWindow, qtbot: QtBot) -> None:
    wide.view.bring_to_top(node_of(wide.document.model, "op2").number)
    wide.document.model.tick([node_of(wide.document.model, "op1")], on=True)
    top, ticked = wide.view.top_node(), wide.document.model.ticked_numbers
    _put(wide, qtbot, "Russian")
    assert _columns(wide) == ["en", "fr", "ru"]
    assert shown(wide) == ["en", "fr"]
    assert (wide.view.top_node(), wide.document.model.ticked_numbers) == (top, ticked)
    model = wide.view.bitext_model()
    op1 = node_of(model, "op1")
    assert str(model.index_of(op1, 1).data()).startswith("Calls upon")
    assert str(model.index_of(op1, THIRD).data()).startswith("призывает")
    assert len(wide.trust.texts()) == 3
    assert len(wide.trust.lefts()) == 3
    assert wide.feature(Pairing).third is not None
    choose_none(wide)
    assert _columns(wide) == ["en", "fr"]
    assert len(wide.trust.texts()) == 2
    assert wide.view.top_node() == top


def choose_none(window: MainWindow) -> None:
    window.feature(BesideMenu).third.actions()[-1].trigger()
    settle()


def test_a_narrower_window_hides_it_until_there_is_room_again(
    wide: MainWindow, qtbot: QtBot
) -> None:
    _put(wide, qtbot, "Arabic")
    wide.resize(1200, 800)
    settle()
    assert _columns(wide) == ["en", "fr"]
    assert len(wide.trust.lefts()) == 2
    wide.resize(1700, 800)
    settle()
    assert _columns(wide) == ["en", "fr", "ar"]
    wide.view.restyle(wide.view.look.zoomed(140))
    assert _columns(wide) == ["en", "fr"]
    wide.view.restyle(wide.view.look.zoomed(100))
    for layout in (Layout.FIRST, Layout.SECOND, Layout.INTERLEAVED):
        wide.view.show_layout(layout)
        assert "ar" not in _columns(wide)
    wide.view.show_layout(Layout.BOTH)
    assert _columns(wide) == ["en", "fr", "ar"]


def test_it_stays_while_the_pair_changes_unless_it_becomes_one_of_it(
    wide: MainWindow, qtbot: QtBot
) -> None:
    _put(wide, qtbot, "Russian")
    choose(wide, "&Swap")
    qtbot.waitUntil(lambda: _columns(wide) == ["fr", "en", "ru"])
    choose(wide, "Spanish")
    qtbot.waitUntil(lambda: _columns(wide) == ["fr", "es", "ru"])
    choose(wide, "Russian")
    settle()
    assert _columns(wide) == ["fr", "ru"]
    assert wide.feature(Pairing).third is None


def test_another_document_has_none(wide: MainWindow, qtbot: QtBot) -> None:
    _put(wide, qtbot, "Russian")
    wide.document.open_bundled()
    settle()
    assert _columns(wide) == ["zh", "en"]
    assert wide.feature(Pairing).third is None


def test_a_file_that_has_vanished_shows_one_sentence(
    wide: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    (folder / NAMES["ru"]).unlink()
    menu = wide.feature(BesideMenu).third
    next(entry for entry in menu.actions() if entry.text().startswith("Russian")).trigger()
    qtbot.waitUntil(lambda: "does not exist" in wide.workspace.notice)
    assert _columns(wide) == ["en", "fr"]
    assert wide.feature(Pairing).third is None


def test_one_that_cannot_be_read_leaves_none_in_place_of_the_one_before(
    wide: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    _put(wide, qtbot, "Russian")
    (folder / NAMES["zh"]).unlink()
    menu = wide.feature(BesideMenu).third
    next(entry for entry in menu.actions() if entry.text().startswith("Chinese")).trigger()
    qtbot.waitUntil(lambda: "does not exist" in wide.workspace.notice)
    assert _columns(wide) == ["en", "fr"]
    assert wide.feature(Pairing).third is None
    assert wide.document.third is None


def test_while_it_is_read_that_is_said_and_can_be_cancelled(
    wide: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on = threading.Event()
    ended: list[str] = []

    def made(source: Resolution, target: Resolution, version: Known, progress: Progress) -> None:
        try:
            progress(PagesRead(0.1, Path("ru.pdf"), 7, 98))
            assert goes_on.wait(60)
            progress(0.5)
        except CancelledError:
            ended.append("cancelled")
            raise

    monkeypatch.setattr(third_column, "_made", made)
    menu = wide.feature(BesideMenu).third
    next(entry for entry in menu.actions() if entry.text().startswith("Russian")).trigger()
    qtbot.waitUntil(lambda: wide.workspace.notice == "Reading ru.pdf… page 7 of 98")
    notice = wide.workspace._notice
    assert notice is not None
    qtbot.mouseClick(notice.action, Qt.MouseButton.LeftButton)
    goes_on.set()
    qtbot.waitUntil(lambda: ended == ["cancelled"])
    assert wide.workspace.notice == ""
    assert wide.feature(Pairing).third is None
    assert wide.document.third is None


def test_rows_of_the_pair_are_corrected_beside_it(wide: MainWindow, qtbot: QtBot) -> None:
    _put(wide, qtbot, "Russian")
    model = wide.view.bitext_model()
    wide.view.setCurrentIndex(model.index_of(node_of(model, "pp2")))
    wide.feature(Correcting).correct(Correction.UNPAIR)
    settle()
    assert _columns(wide) == ["en", "fr", "ru"]
    row = node_of(wide.view.bitext_model(), "pp2")
    assert row.texts[1] == ()
    assert [p.id for p in row.texts[2]] == ["pp2"]


def test_words_of_it_are_found_selected_and_copied(wide: MainWindow, qtbot: QtBot) -> None:
    _put(wide, qtbot, "Russian")
    finding, selecting = wide.feature(Finding), wide.feature(Selecting)
    finding.open()
    finding.bar.words.setText("призывает")
    qtbot.waitUntil(lambda: len(finding.hits) == 1)
    assert finding.hits[0].side == 2
    model = wide.view.bitext_model()
    wide.view.setCurrentIndex(model.index_of(node_of(model, "op1")))
    for side in (1, 2, 0, 1):
        selecting.take_counterpart()
        chosen = selecting.chosen
        assert chosen is not None
        assert chosen.side == side
    selecting.take_counterpart()
    wide.feature(Copying).copy()
    assert "призывает" in QApplication.clipboard().text()
    wide.resize(1200, 800)
    settle()
    assert selecting.chosen is None
    assert selecting.side == 0


def test_both_languages_are_those_of_the_pair(wide: MainWindow, qtbot: QtBot) -> None:
    _put(wide, qtbot, "Russian")
    model = wide.view.bitext_model()
    wide.view.setCurrentIndex(model.index_of(node_of(model, "op1")))
    wide.feature(Copying).copy_both()
    copied = QApplication.clipboard().text()
    assert "Calls upon" in copied
    assert "Demande" in copied
    assert "призывает" not in copied
    assert wide.document.as_shown().target is not None
    assert [side.language for side in wide.document.sides] == ["en", "fr"]


def test_the_card_of_a_footnote_shows_it_in_three_languages(wide: MainWindow, qtbot: QtBot) -> None:
    _put(wide, qtbot, "Russian")
    card = footnote_card(wide.view.bitext_model(), "fn1", wide.theme.colors, note_side=2)
    names = [name for name in ("English", "French", "Russian") if name in card.html]
    assert names == ["English", "French", "Russian"]


def test_chinese_in_the_third_column_is_shown_in_another_script(
    wide: MainWindow, qtbot: QtBot
) -> None:
    assert wide.document.scripts() == ()
    _put(wide, qtbot, "Chinese")
    assert "s2t" in wide.document.scripts()
    wide.document.set_script("s2t")
    model = wide.view.bitext_model()
    words = "".join(run.text for p in model.texts(node_of(model, "op1"), 2) for run in p.runs)
    assert "會員國" in words
    assert wide.document.as_shown() == wide.document.model.bitext
    assert wide.feature(Scripts).control.isEnabled()
    choose_none(wide)
    assert wide.document.configuration == ""
    assert not wide.feature(Scripts).control.isEnabled()
