"""Open by symbol, with a server on this computer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.opening.bundled import BUNDLED
from desktop_app.opening.fetching import fetch as fetching
from desktop_app.ui.pairing.beside import Pairing
from desktop_app.ui.window.fetching import Fetching
from desktop_app.ui.window.main_window import MainWindow
from desktop_app.ui.window.symbol_dialog import SymbolDialog
from tests.opening.fetching.server import Server, endless, sends, serving
from tests.support.paths import FIXTURES
from tests.support.waiting import PATIENCE


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as found:
        for code in ("en", "zh", "fr"):
            text = (FIXTURES / f"security_council_1540.{code}.md").read_bytes()
            found.answers[f"/{code}/S/RES/1540(2004)"] = sends(text)
        yield found


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    found = MainWindow("light")
    qtbot.addWidget(found)
    found.show()
    found.document.open(BUNDLED)
    found.finish_start()
    return found


@pytest.fixture
def dialog(
    window: MainWindow, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> SymbolDialog:
    monkeypatch.setattr(fetching, "fetched_folder", lambda: tmp_path)
    found = window.feature(Fetching).dialog()
    found.address.setText(f"{server.address}/{{language}}/{{symbol}}")
    found.show()
    return found


def test_nothing_is_asked_before_there_is_something_to_ask(
    dialog: SymbolDialog, server: Server
) -> None:
    assert dialog.chosen() == ["zh", "en"]
    assert not dialog.get.isEnabled()
    assert server.address.removeprefix("http://") in dialog.sentence.text()
    dialog.symbol.setText("S/RES/1540 (2004)")
    assert dialog.get.isEnabled()
    for box in dialog.languages.values():
        box.setChecked(False)
    assert not dialog.get.isEnabled()
    assert server.asked == []


def test_two_languages_open_beside_each_other(
    window: MainWindow, dialog: SymbolDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.feature(Fetching), "dialog", lambda: dialog)
    monkeypatch.setattr(
        dialog, "exec", lambda: qtbot.waitUntil(lambda: bool(dialog.files), timeout=PATIENCE)
    )
    dialog.languages["ar"].setChecked(True)  # which the server has not
    dialog.symbol.setText("S/RES/1540(2004)")
    qtbot.mouseClick(dialog.get, Qt.MouseButton.LeftButton)
    window.feature(Fetching).ask()
    assert [side.language for side in window.document.sides] == ["zh", "en"]
    assert window.document.published.source.masthead.symbol == "S/RES/1540 (2004)"
    assert "no document S/RES/1540 (2004) in Arabic" in window.workspace.notice
    assert window.workspace.session.preferences.source == dialog.address.text()


def test_of_three_languages_two_are_shown_and_the_third_is_loaded(
    window: MainWindow, dialog: SymbolDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.feature(Fetching), "dialog", lambda: dialog)
    monkeypatch.setattr(
        dialog, "exec", lambda: qtbot.waitUntil(lambda: bool(dialog.files), timeout=PATIENCE)
    )
    dialog.languages["fr"].setChecked(True)
    dialog.symbol.setText("S/RES/1540(2004)")
    qtbot.mouseClick(dialog.get, Qt.MouseButton.LeftButton)
    window.feature(Fetching).ask()
    assert [side.language for side in window.document.sides] == ["zh", "en"]
    pairing = window.feature(Pairing)
    qtbot.waitUntil(lambda: len([one for one in pairing.all() if one.text]) == 3, timeout=PATIENCE)
    assert [one.language for one in pairing.others()] == ["en", "fr"]


def test_an_error_is_shown_and_another_symbol_can_be_typed(
    dialog: SymbolDialog, qtbot: QtBot
) -> None:
    dialog.symbol.setText("75/58")
    dialog.begin()
    assert "is not a document symbol" in dialog.sentence.text()
    dialog.symbol.setText("S/RES/1 (1946)")
    assert "is not a document symbol" not in dialog.sentence.text()
    dialog.begin()
    sentence = "no document S/RES/1 (1946) in Chinese"
    qtbot.waitUntil(lambda: sentence in dialog.sentence.text(), timeout=PATIENCE)
    assert dialog.isVisible()
    assert dialog.get.isEnabled()


def test_cancelling_keeps_nothing(
    dialog: SymbolDialog, server: Server, tmp_path: Path, qtbot: QtBot
) -> None:
    server.answers["/zh/S/RES/1540(2004)"] = endless(b"x")
    dialog.symbol.setText("S/RES/1540 (2004)")
    dialog.begin()
    qtbot.waitUntil(lambda: bool(server.asked), timeout=PATIENCE)
    dialog.work.cancel()
    assert "nothing was kept" in dialog.sentence.text()
    assert dialog.get.isEnabled()
    assert list(tmp_path.iterdir()) == []
    assert dialog.files == []
