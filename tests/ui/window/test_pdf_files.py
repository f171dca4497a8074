"""PDF files in the window: read beside it, paired where they belong together, kept for later."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.opening.snapshots import Snapshots
from desktop_app.reading.readers import markdown
from desktop_app.reading.readers.pdf import reader
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
    assert window.workspace.notice.startswith("Reading")
    qtbot.waitUntil(lambda: window.workspace.notice == "", timeout=_LONG)
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
