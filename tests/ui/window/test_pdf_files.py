"""PDF files in the window: read beside it, paired where they belong together, kept for later."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.opening.snapshots import Snapshots
from desktop_app.reading.readers import markdown
from desktop_app.reading.readers.pdf import process, reader
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.window.main_window import MainWindow
from tests.support.pdf.bare import PICTURE, pdf
from tests.support.pdf.press import Press

Model = Callable[[], BitextModel]
_LONG = 60_000
"""Milliseconds that a loaded machine may take to start the process that reads."""


@pytest.fixture
def english(window: MainWindow, tmp_path: Path) -> Path:
    document = markdown.read(BUNDLED_TRANSLATION.read_text(encoding="utf-8"))
    file = tmp_path / "A_RES_75_58-EN.pdf"
    file.write_bytes(Press(head=("A/RES/75/58",)).printed(document.blocks, 9))
    return file


def test_a_pdf_is_read_beside_the_window_and_opens_from_its_snapshot_later(
    window: MainWindow,
    model: Model,
    qtbot: QtBot,
    english: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window.document._snapshots = Snapshots(tmp_path / "cache")
    window.document.open(english)
    assert model().bitext.target is not None
    qtbot.waitUntil(lambda: model().bitext.target is None, timeout=_LONG)
    assert window.workspace.notice == ""
    assert model().bitext.source.masthead.symbol == "A/RES/75/58"
    assert [note.id for note in model().bitext.source.footnotes] == [f"fn{n}" for n in range(1, 8)]
    window.document.open(BUNDLED)
    monkeypatch.setattr(reader, "read", None)  # which is not needed any more
    window.document.open(english)
    assert model().bitext.source.language == "en"


def test_a_pdf_that_is_dropped_goes_beside_the_text_that_it_is_a_version_of(
    window: MainWindow, model: Model, qtbot: QtBot, english: Path
) -> None:
    window.document.open(BUNDLED)
    window.document.open_dropped(english)
    qtbot.waitUntil(lambda: model().bitext.target is not None, timeout=_LONG)
    assert model().bitext.source.language == "zh"
    assert window.document.pair == (str(BUNDLED), str(english))


def test_a_pdf_of_another_resolution_that_is_dropped_is_opened_alone(
    window: MainWindow, model: Model, qtbot: QtBot, english: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.md"
    text = BUNDLED.read_text(encoding="utf-8")
    other.write_text(text.replace("75/58", "75/59"), encoding="utf-8")
    window.document.open(other)
    window.document.open_dropped(english)
    qtbot.waitUntil(lambda: model().bitext.source.language == "en", timeout=_LONG)
    assert model().bitext.target is None


def test_a_pdf_that_cannot_be_read_is_a_sentence_in_the_window(
    window: MainWindow, model: Model, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "scan.pdf"
    file.write_bytes(pdf([PICTURE]))
    before = model()
    window.document.open(file)
    qtbot.waitUntil(lambda: "pictures without text" in window.workspace.notice, timeout=_LONG)
    assert model() is before


def test_the_pages_of_a_long_pdf_are_counted_and_cancel_ends_the_reading_at_once(
    window: MainWindow,
    model: Model,
    qtbot: QtBot,
    english: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    note = tmp_path / "id"
    program = (
        "import os, sys, time; sys.stdin.buffer.read(); "
        f"open({os.fspath(note)!r}, 'w').write(str(os.getpid())); "
        "print('2/98', flush=True); time.sleep(600)"
    )
    monkeypatch.setattr(process, "_command", lambda: [sys.executable, "-c", program])
    before = model()
    window.document.open(english)
    expected = f"Reading {english}… page 2 of 98"
    qtbot.waitUntil(lambda: window.workspace.notice == expected, timeout=_LONG)
    notice = window.workspace._notice
    assert notice is not None
    qtbot.mouseClick(notice.action, Qt.MouseButton.LeftButton)
    assert window.workspace.notice == ""
    qtbot.waitUntil(lambda: _is_gone(int(note.read_text())))
    assert model() is before


def _is_gone(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return True
    return False
