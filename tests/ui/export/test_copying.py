"""What the dialog of the export copies."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.reading.readers.markdown_exports.own import STATED_STRUCTURE
from desktop_app.ui.export.dialog import ExportDialog
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.settings.preferences import ExportChoice
from tests.ui.export.conftest import choose, save_as, type_range

Model = Callable[[], BitextModel]
Open = Callable[..., ExportDialog]
KEYS = Qt.Key


def test_text_is_copied_as_text(opened: Open, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(ExportChoice("md"))
    type_range(dialog, "PP6", qtbot)
    dialog.copy_all()
    qtbot.waitUntil(lambda: not dialog.work.is_busy)
    copied = QApplication.clipboard().text()
    assert dialog.sentence.text() == "Copied to the clipboard."
    assert dialog.isVisible()
    written = save_as(dialog, tmp_path / "out.md", qtbot)
    assert written.startswith(copied)
    # Only a file is read back, and states what that takes.
    assert STATED_STRUCTURE.fullmatch(written.removeprefix(copied).lstrip("\n"))


def test_html_is_copied_as_rich_text_with_plain_text(opened: Open, qtbot: QtBot) -> None:
    dialog = opened(ExportChoice("html", arrangement="columns"))
    type_range(dialog, "PP6", qtbot)
    dialog.copy_all()
    qtbot.waitUntil(lambda: not dialog.work.is_busy)
    data = QApplication.clipboard().mimeData()
    assert 'lang="zh-Hans" dir="ltr">' in data.html()
    assert "transcription, not the official record" in data.text()
    assert "<" not in data.text()
    assert "欢迎" in data.text()


def test_the_citation_is_copied_alone(opened: Open, qtbot: QtBot) -> None:
    dialog = opened(ExportChoice("md"))
    type_range(dialog, "OP1-3,PP5", qtbot)
    qtbot.keyClick(dialog.cite, KEYS.Key_Space)
    qtbot.waitUntil(lambda: not dialog.work.is_busy)
    citation = (
        "General Assembly resolution 75/58 of 7 December 2020 (A/RES/75/58, "
        "preambular para. 5, paras. 1–3) [source not stated]"
    )
    assert QApplication.clipboard().text() == citation
    assert dialog.sentence.text() == f"Copied: {citation}"
    choose(dialog.form.citation, "bibtex")
    dialog.copy_citation()
    qtbot.waitUntil(lambda: not dialog.work.is_busy)
    copied = QApplication.clipboard().text()
    assert copied.count("\n") > 3
    assert (
        dialog.sentence.text() == f"Copied: {copied.splitlines()[0]} …"
    )  # no more than a line of it
