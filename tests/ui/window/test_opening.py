"""Files that are opened in the window, and what is said of them."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.resolution.bitext import SURE
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.page.nodes import NodeKind
from desktop_app.ui.window.main_window import MainWindow
from tests.support.waiting import settle

Model = Callable[[], BitextModel]
LEFT = Qt.MouseButton.LeftButton


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("missing.md", None, "does not exist"),
        ("empty.md", b" \n", "is empty"),
        ("picture.md", b"\x89PNG\r\n\x1a\n\0\0", "is a picture"),
        ("binary.md", bytes(range(256)) * 9, "is not text in UTF-8"),
    ],
)
def test_an_unreadable_file_shows_a_notice_and_the_document_stays(
    window: MainWindow,
    model: Model,
    tmp_path: Path,
    name: str,
    content: bytes | None,
    sentence: str,
) -> None:
    before = model()
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)
    window.document.open(file)
    assert name in window.workspace.notice
    assert sentence in window.workspace.notice
    assert model() is before
    window.document.open_translation(file)
    assert sentence in window.workspace.notice
    assert model() is before


def test_a_translation_of_another_resolution_is_refused(
    window: MainWindow, model: Model, tmp_path: Path
) -> None:
    before = model()
    other = tmp_path / "other.en.md"
    text = BUNDLED_TRANSLATION.read_text(encoding="utf-8").replace("75/58", "75/59")
    other.write_text(text, encoding="utf-8")
    window.document.open_translation(other)
    assert "A/RES/75/59" in window.workspace.notice
    assert model() is before


def test_a_text_that_is_not_a_resolution_is_shown_with_a_notice(
    window: MainWindow, model: Model, tmp_path: Path
) -> None:
    file = tmp_path / "letter.md"
    file.write_text("# A letter\n\nDear colleague of the Sixth Committee,\n\nthank you.\n")
    window.document.open(file)
    assert window.workspace.notice.startswith(f"{file} is not recognized as a resolution")
    assert [n.name for n in model().root.children] == ["text"]
    window.document.open(BUNDLED, BUNDLED_TRANSLATION)
    assert window.workspace.notice == ""


def test_a_large_file_is_read_beside_the_window(
    window: MainWindow, model: Model, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "large.md"
    text = BUNDLED.read_text(encoding="utf-8")
    note = "\n\n<sup>8</sup> " + "见。" * 100_000
    file.write_text(text + note, encoding="utf-8")
    window.document.open(file)
    assert model().bitext.target is not None
    qtbot.waitUntil(lambda: model().bitext.target is None)
    assert window.workspace.notice == ""
    assert model().bitext.source.footnotes[-1].id == "fn8"
    assert model().bitext.target is None


def test_another_resolution_is_shown_beside_only_after_a_click_on_the_button(
    window: MainWindow, model: Model, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "other.en.md"
    text = BUNDLED_TRANSLATION.read_text(encoding="utf-8")
    other.write_text(text.replace("75/58", "75/59"), encoding="utf-8")
    window.document.open_translation(other)
    assert "it is A/RES/75/59, not A/RES/75/58" in window.workspace.notice
    notice = window.workspace._notice
    assert notice is not None
    qtbot.mouseClick(notice.action, LEFT)
    assert window.workspace.notice == ""
    target = model().bitext.target
    assert target is not None
    assert target.masthead.symbol == "A/RES/75/59"
    clauses = [node for node in model().nodes() if node.kind is NodeKind.CLAUSE]
    assert all(node.row is not None and node.row.score < SURE for node in clauses)


def test_reading_a_long_document_shows_its_progress_and_can_be_cancelled(
    window: MainWindow, model: Model, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop_app.ui import document

    ended: list[str] = []
    going_on = threading.Event()

    def read(file: Path, translation: Path | None, progress: Callable[[float], None]) -> None:
        progress(0.25)
        going_on.wait(60)
        try:
            progress(0.5)
        except Exception as error:
            ended.append(type(error).__name__)
            raise

    monkeypatch.setattr(document, "open_bitext", read)
    before = model()
    file = tmp_path / "large.md"
    file.write_bytes(b"x" * 600_000)
    window.document.open(file)
    qtbot.waitUntil(lambda: window.workspace.notice.endswith("25%"))
    notice = window.workspace._notice
    assert notice is not None
    qtbot.mouseClick(notice.action, LEFT)
    going_on.set()
    qtbot.waitUntil(lambda: ended == ["CancelledError"])
    settle()
    assert window.workspace.notice == ""
    assert model() is before
