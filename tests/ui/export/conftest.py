"""The dialog of the export, opened, and formats of a test's own."""

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from desktop_app.export.excerpt.model import Excerpt
from desktop_app.export.excerpt.options import Progress, silent
from desktop_app.export.formats import html
from desktop_app.export.formats.format import Format
from desktop_app.export.formats.registry import FORMATS
from desktop_app.ui.export.dialog import ExportDialog
from desktop_app.ui.export.exporting import Exporting
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.settings.preferences import ExportChoice
from desktop_app.ui.window.main_window import MainWindow

Model = Callable[[], BitextModel]
Open = Callable[..., ExportDialog]


@pytest.fixture(autouse=True)
def _no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """The preview follows at once, and does not wait until a person has done typing."""
    monkeypatch.setattr("desktop_app.ui.export.drawing._PAUSE", 0)


@pytest.fixture
def opened(window: MainWindow, model: Model, qtbot: QtBot) -> Open:
    """Opens the dialog, with what was chosen the last time."""

    def make(choice: ExportChoice | None = None) -> ExportDialog:
        dialog = window.feature(Exporting).dialog(choice)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        settle_preview(dialog, qtbot)
        return dialog

    return make


def settle_preview(dialog: ExportDialog, qtbot: QtBot) -> None:
    """Waits until the preview shows what is chosen."""
    qtbot.waitUntil(lambda: not dialog.is_drawing)


def choose(box: QComboBox, value: str) -> None:
    """Chooses as a person does."""
    place = box.findData(value)
    assert place >= 0, value
    box.setCurrentIndex(place)
    box.activated.emit(place)


def type_range(dialog: ExportDialog, text: str, qtbot: QtBot) -> None:
    dialog.form.typed.clear()
    dialog.form.typed.setFocus()
    qtbot.keyClicks(dialog.form.typed, text)


def save_as(dialog: ExportDialog, path: Path, qtbot: QtBot) -> str:
    dialog.save_to(path)
    qtbot.waitUntil(lambda: not dialog.work.is_busy)
    assert dialog.written == path, dialog.sentence.text()
    return path.read_text(encoding="utf-8")


def labels_of(dialog: ExportDialog) -> list[tuple[str, ...]]:
    return [row.source for row in dialog.form.request().rows]


class SlowFormat:
    """A format that takes long and tells how far it is, or refuses."""

    def __init__(self, failure: Exception | None = None) -> None:
        self.failure = failure
        self.going = True
        self.steps = 0

    def record(self) -> Format:
        return Format(
            key="pdf", name="PDF", ending="pdf", render=self.render, sketch=html.FORMAT.sketch
        )

    def render(self, excerpt: Excerpt, progress: Progress = silent) -> bytes:
        if self.failure is not None:
            raise self.failure
        while self.going and len(excerpt.entries) > 1:  # the preview of one is quick
            self.steps += 1
            time.sleep(0.001)  # gives way to the window
            progress(min(self.steps / 100, 0.99))
        return b"whole"


class PaintedFormat(SlowFormat):
    def __init__(self) -> None:
        super().__init__()
        self.widths: list[int] = []

    def record(self) -> Format:
        return replace(super().record(), sketch=None, preview=self.preview)

    def preview(self, excerpt: Excerpt, width: int) -> QImage:
        self.widths.append(width)
        picture = QImage(width, 700, QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.green)
        return picture


Put = Callable[[SlowFormat], SlowFormat]


@pytest.fixture
def put(monkeypatch: pytest.MonkeyPatch) -> Put:
    """Puts a format in the place of PDF."""

    def place(made: SlowFormat) -> SlowFormat:
        monkeypatch.setitem(FORMATS, "pdf", made.record())
        return made

    return place
