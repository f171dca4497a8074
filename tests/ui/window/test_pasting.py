"""New from clipboard, and Paste as translation."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication
from pytestqt.qtbot import QtBot

from desktop_app.opening import pasted
from desktop_app.opening.bundled import BUNDLED
from desktop_app.ui.window.main_window import MainWindow
from desktop_app.ui.window.pasting import Pasting
from tests.support.texts import EN, ZH


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    monkeypatch.setattr(pasted, "pasted_folder", lambda: tmp_path)
    found = MainWindow("light")
    qtbot.addWidget(found)
    found.show()
    found.document.open(BUNDLED)
    found.finish_start()
    return found


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def test_a_text_opens_and_its_translation_beside_it(window: MainWindow) -> None:
    _copy(ZH)
    window.feature(Pasting).open_pasted()
    assert not window.document.has_translation
    _copy(EN)
    window.feature(Pasting).open_pasted_translation()
    assert [side.language for side in window.document.sides] == ["zh", "en"]
    assert window.document.pair is not None
    assert [Path(file).suffix for file in window.document.pair] == [".txt", ".txt"]


def test_a_clipboard_that_has_nothing_at_all_has_no_text(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QClipboard, "mimeData", lambda clipboard: None)
    window.feature(Pasting).open_pasted()
    assert "no text in the clipboard" in window.workspace.notice


def test_without_a_text_the_document_stays(window: MainWindow, tmp_path: Path) -> None:
    picture = QMimeData()
    picture.setData("image/png", b"\x89PNG")
    QGuiApplication.clipboard().setMimeData(picture)
    window.feature(Pasting).open_pasted()
    assert "no text in the clipboard" in window.workspace.notice
    assert window.document.published.source.masthead.symbol == "A/RES/75/58"
    assert not list(tmp_path.iterdir())
