"""The window as it was left: what is set, the documents, and the place in each."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app import app
from desktop_app.common.typography import Typography
from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.ui.appearance.look_menus import LookMenus
from desktop_app.ui.appearance.viewing import Viewing
from desktop_app.ui.finding.contents_panel import ContentsPanel
from desktop_app.ui.page.look import Layout
from desktop_app.ui.settings.kept_places import KeptPlaces
from desktop_app.ui.settings.session import Session
from desktop_app.ui.settings.settings import Settings
from desktop_app.ui.window.files import Files
from desktop_app.ui.window.main_window import MainWindow
from desktop_app.ui.window.session_saver import SessionSaver
from tests.support.paths import FIXTURES
from tests.support.waiting import settle
from tests.ui.conftest import node_of

_ENGLISH = FIXTURES / "security_council_1540.en.md"
_ARABIC = FIXTURES / "security_council_1540.ar.md"
_CHINESE = FIXTURES / "security_council_1540.zh.md"

Opened = Callable[[], MainWindow]


def _session() -> Session:
    home = Path(os.environ["XDG_CONFIG_HOME"])
    return Session(Settings(home / "settings.ini"), KeptPlaces(home / "places.json"))


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    """A window as the program opens it at its next start."""

    def make() -> MainWindow:
        session = _session()
        window = MainWindow(session=session)
        qtbot.addWidget(window)
        window.resize(1000, 640)
        window.restore_geometry()
        with qtbot.waitExposed(window):
            window.show()
        last = session.last()
        window.document.open(*(last or (BUNDLED, BUNDLED_TRANSLATION)))
        if not window.document.is_open:
            window.open_bundled_behind_notice()
        window.finish_start()
        settle()
        return window

    return make


def _recent(window: MainWindow) -> list[str]:
    window.feature(Files).fill_recent()
    return [action.text() for action in window.feature(Files).recent.actions() if action.text()]


def test_the_window_is_restored_as_it_was_left(opened: Opened, qtbot: QtBot) -> None:
    first = opened()
    first.resize(700, 560)  # a window never comes back larger than its screen
    first.document.open(_CHINESE, _ENGLISH)
    first.theme.choose("sepia")
    first.feature(Viewing).zoom(130)
    first.feature(LookMenus).set_typography(Typography((("Latn", "DejaVu Sans"),), justified=True))
    first.view.show_layout(Layout.INTERLEAVED)
    first.document.set_script("s2t")
    model = first.view.bitext_model()
    first.view.collapse(model.index_of(node_of(model, "preamble")))
    first.view.setCurrentIndex(model.index_of(node_of(model, "op2")))
    first.view.go_to(node_of(model, "op2").number, 0.4)
    settle()
    place, folded = first.view.top_position(), first.view.folded()
    first.close()

    second = opened()
    view = second.view
    assert second.size() == first.size()
    assert second.document.pair == (str(_CHINESE), str(_ENGLISH))
    assert (second.theme.name, view.look.zoom, second.document.configuration) == (
        "sepia",
        130,
        "s2t",
    )
    assert view.look.layout is Layout.INTERLEAVED
    assert view.look.typography == Typography((("Latn", "DejaVu Sans"),), justified=True)
    assert view.top_position()[0] == place[0]
    assert view.top_position()[1] == pytest.approx(place[1], abs=0.03)
    assert view.folded() == folded
    again = view.bitext_model()
    assert again.node(view.currentIndex()) is node_of(again, "op2")


def test_without_kept_places_the_bundled_resolution_starts_at_its_top(opened: Opened) -> None:
    window = opened()
    assert window.document.pair == (str(BUNDLED), str(BUNDLED_TRANSLATION))
    assert window.view.top_position() == (1, 0.0)
    assert window.theme.name == ""
    assert window.workspace.notice == ""


def test_the_table_of_contents_keeps_the_width_chosen(opened: Opened, qtbot: QtBot) -> None:
    first = opened()
    first.feature(ContentsPanel).toggle()
    settle()
    width = first.feature(ContentsPanel).width()
    beside = first.feature(ContentsPanel).splitter
    assert beside is not None
    edge = beside.handle(1)
    middle = edge.rect().center()
    qtbot.mousePress(edge, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseMove(edge, middle + QPoint(70, 0))
    qtbot.mouseRelease(edge, Qt.MouseButton.LeftButton, pos=middle + QPoint(70, 0))
    settle()
    wider = first.feature(ContentsPanel).width()
    assert wider > width + 40
    first.feature(ContentsPanel).toggle()  # hidden, and still that wide when it comes back
    first.close()

    second = opened()
    assert second.feature(ContentsPanel).isHidden()
    second.close()  # not looked at, and still kept

    third = opened()
    third.feature(ContentsPanel).toggle()
    settle()
    assert third.feature(ContentsPanel).width() == pytest.approx(wider, abs=2)


def test_an_open_table_of_contents_is_restored_with_the_first_page(
    opened: Opened, qtbot: QtBot
) -> None:
    first = opened()
    first.feature(ContentsPanel).toggle()
    settle()
    model = first.view.bitext_model()
    first.view.go_to(node_of(model, "pp9").number, 0.4)
    place = first.view.top_position()
    first.close()

    second = opened()
    assert second.feature(ContentsPanel).isVisible()
    assert second.feature(ContentsPanel).entries
    assert second.focusWidget() is second.view
    assert second.view.top_position()[0] == place[0]
    assert second.view.top_position()[1] == pytest.approx(place[1], abs=0.02)
    second.feature(ContentsPanel).toggle()
    second.close()

    assert opened().feature(ContentsPanel).isHidden()


def test_the_table_of_contents_never_takes_more_than_half_of_a_window(
    opened: Opened, qtbot: QtBot
) -> None:
    window = opened()
    window.workspace.session.change(contents=5000)
    window.feature(ContentsPanel).toggle()
    settle()
    assert window.feature(ContentsPanel).width() <= window.width() / 2


def test_opening_a_document_again_brings_back_its_place_folds_and_script(
    opened: Opened, qtbot: QtBot
) -> None:
    window = opened()
    window.document.set_script("s2tw")
    model = window.view.bitext_model()
    window.view.collapse(model.index_of(node_of(model, "preamble")))
    window.view.go_to(node_of(model, "op3").number, 0.0)
    place, folded = window.view.top_position(), window.view.folded()
    window.document.open(_ENGLISH, _ARABIC)
    assert window.document.configuration == ""
    window.document.open(BUNDLED, BUNDLED_TRANSLATION)
    assert window.view.top_position() == place
    assert window.view.folded() == folded
    assert window.document.configuration == "s2tw"


def test_the_menu_lists_recent_documents_and_the_bundled_one_last(opened: Opened) -> None:
    window = opened()
    window.document.open(_ENGLISH, _ARABIC)
    window.document.open(_CHINESE)
    window.document.open(_ENGLISH, _ARABIC)
    assert _recent(window) == [
        "&1  security_council_1540.en.md + security_council_1540.ar.md",
        "&2  security_council_1540.zh.md",
        "&A/RES/75/58, the bundled resolution",
    ]
    window.feature(Files).recent.actions()[1].trigger()
    assert window.document.pair == (str(_CHINESE), "")
    window.close()
    assert len(_recent(opened())) == 3


def test_a_translation_opened_later_belongs_to_the_pair(opened: Opened) -> None:
    window = opened()
    window.document.open(_ENGLISH)
    window.document.open_translation(_ARABIC)
    assert window.document.pair == (str(_ENGLISH), str(_ARABIC))


def test_a_missing_recent_document_shows_a_notice_and_leaves_the_list(
    opened: Opened, tmp_path: Path
) -> None:
    file = tmp_path / "gone.md"
    file.write_bytes(_ENGLISH.read_bytes())
    window = opened()
    window.document.open(file)
    window.document.open(BUNDLED, BUNDLED_TRANSLATION)
    file.unlink()
    _recent(window)
    window.feature(Files).recent.actions()[0].trigger()
    assert window.workspace.notice == f"{file} is not there any more, so it was taken off the list."
    assert window.document.pair == (str(BUNDLED), str(BUNDLED_TRANSLATION))
    assert len(_recent(window)) == 1


def test_a_missing_last_document_gives_a_notice_and_the_bundled_one(
    opened: Opened, tmp_path: Path
) -> None:
    file = tmp_path / "gone.md"
    file.write_bytes(_ENGLISH.read_bytes())
    window = opened()
    window.document.open(file)
    window.close()
    file.unlink()
    again = opened()
    assert again.document.pair == (str(BUNDLED), str(BUNDLED_TRANSLATION))
    assert str(file) in again.workspace.notice
    assert len(_recent(again)) == 1


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"\xff\xfe\x00rubbish\x00[",
        b"[General]\ngeometry=zz\ntheme=@Variant(\\0\\0)\nzoom=99999999999999999999\nlast=[1]\n",
        b'[General]\ngeometry=00ff\ntheme=pink\nzoom=-4\nrecent="[[1, 2], 3]"\nlast=[[]]\n'
        b"language=xx\ncontents=-7\nfont-Latn=No Such Family\n",
    ],
)
def test_damaged_settings_never_keep_the_window_from_opening(
    damaged: bytes, opened: Opened
) -> None:
    home = Path(os.environ["XDG_CONFIG_HOME"])
    (home / "settings.ini").write_bytes(damaged)
    (home / "places.json").write_bytes(damaged)
    window = opened()
    assert window.theme.name == ""
    assert window.view.look.zoom == 100
    assert window.document.pair == (str(BUNDLED), str(BUNDLED_TRANSLATION))
    assert window.isVisible()


def test_an_unwritable_folder_does_not_stop_the_reading_and_is_reported_once(
    qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "settings"
    folder.touch()
    session = Session(Settings(folder / "settings.ini"), KeptPlaces(folder / "places.json"))
    window = MainWindow(session=session)
    qtbot.addWidget(window)
    window.document.open(BUNDLED, BUNDLED_TRANSLATION)
    window.finish_start()
    saver = window.feature(SessionSaver)
    saver.save()
    sentence = window.workspace.notice
    assert str(folder) in sentence
    assert "so that settings and places are not kept" in sentence
    window.workspace.show_notice("")
    saver.save()
    assert not window.workspace.notice
    folder.unlink()
    saver.save()
    assert session.preferences == Settings(folder / "settings.ini").read()
    (folder / "settings.ini").unlink()
    (folder / "settings.ini").mkdir()
    saver.save()
    assert "settings.ini" in window.workspace.notice
    window.close()
    assert not window.isVisible()
    assert "so that settings and places are not kept" in capsys.readouterr().err


def test_the_program_keeps_its_settings_in_the_folder_for_them(qapp: QApplication) -> None:
    application = app.make_application()
    session = app._session()
    session.change(language="zh_Hans")
    window = MainWindow(session=session)
    window.document.open(BUNDLED, BUNDLED_TRANSLATION)
    window.close()
    file = Path(os.environ["XDG_CONFIG_HOME"]) / application.applicationName() / "settings.ini"
    assert QSettings(str(file), QSettings.Format.IniFormat).value("language") == "zh_Hans"
    assert app._session().preferences.language == "zh_Hans"


def _ticked(window: MainWindow) -> list[str]:
    model = window.view.bitext_model()
    return [id for row in model.ticked_rows() for id in row.source]


def test_what_is_chosen_is_kept_until_it_is_cleared(opened: Opened) -> None:
    first = opened()
    model = first.view.bitext_model()
    model.tick([node_of(model, "pp6"), node_of(model, "op2")], on=True)
    first.document.open(_ENGLISH)
    assert _ticked(first) == []
    first.document.open(BUNDLED, BUNDLED_TRANSLATION)
    assert _ticked(first) == ["pp6", "op2"]
    first.close()
    second = opened()
    assert _ticked(second) == ["pp6", "op2"]
    second.workspace.actions["untick all"].trigger()
    second.close()
    assert _ticked(opened()) == []
