"""Work of the export that takes long: it is told, can be cancelled, and writes what was chosen
when it began."""

import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.export.excerpt.options import Notes
from desktop_app.ui.export.dialog import ExportDialog
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.settings.preferences import ExportChoice
from desktop_app.ui.widgets import work
from tests.support.waiting import PATIENCE, running_timers, when
from tests.ui.export.conftest import PaintedFormat, Put, SlowFormat, choose, save_as, type_range

Model = Callable[[], BitextModel]
Open = Callable[..., ExportDialog]
KEYS = Qt.Key


# What takes long


@pytest.mark.parametrize("made", [SlowFormat, PaintedFormat])
def test_what_takes_long_is_told_and_can_be_cancelled(
    opened: Open, qtbot: QtBot, put: Put, tmp_path: Path, made: type[SlowFormat]
) -> None:
    slow = put(made())
    slow.going = False  # for the preview
    dialog = opened(ExportChoice("pdf"))
    slow.going = True
    path = tmp_path / "out.pdf"
    path.write_bytes(b"there before")
    seen: list[str] = []
    threads = threading.active_count()

    def cancel() -> None:
        seen.append(dialog.work.text)
        seen.append(str(dialog.form.isEnabled()))
        assert dialog.work.stop.hasFocus()
        qtbot.keyClick(dialog.work.stop, KEYS.Key_Space)

    when(dialog, lambda: dialog.work.text.endswith("%"), cancel)
    dialog.save_to(path)
    qtbot.waitUntil(lambda: not dialog.work.is_busy)
    assert seen[0].startswith("Writing… ")
    assert seen[0].endswith("%")
    assert seen[1] == "False"
    assert dialog.sentence.text() == "Cancelled; nothing was written."
    assert dialog.work.text == ""
    assert dialog.form.isEnabled()
    assert dialog.isVisible()
    assert path.read_bytes() == b"there before"
    assert os.listdir(tmp_path) == ["out.pdf"]
    qtbot.waitUntil(lambda: threading.active_count() <= threads)  # the work has ended as well


@pytest.mark.parametrize("made", [SlowFormat, PaintedFormat])
def test_what_took_long_is_written_in_the_end(
    opened: Open, qtbot: QtBot, put: Put, tmp_path: Path, made: type[SlowFormat]
) -> None:
    slow = put(made())
    slow.going = False
    dialog = opened(ExportChoice("pdf"))
    slow.going = True
    dialog.work.busy_changed.connect(lambda busy: setattr(slow, "going", False))
    dialog.save_to(tmp_path / "out.pdf")
    qtbot.waitUntil(lambda: dialog.written is not None)
    assert (tmp_path / "out.pdf").read_bytes() == b"whole"
    assert not dialog.isVisible()


def test_esc_cancels_the_work_and_only_then_closes(
    opened: Open, qtbot: QtBot, put: Put, tmp_path: Path
) -> None:
    slow = put(SlowFormat())
    slow.going = False
    dialog = opened(ExportChoice("pdf"))
    slow.going = True
    dialog.save_to(tmp_path / "out.pdf")
    qtbot.waitUntil(lambda: slow.steps > 3)
    qtbot.keyClick(dialog, KEYS.Key_Escape)
    assert dialog.isVisible()
    assert not dialog.work.is_busy
    qtbot.keyClick(dialog, KEYS.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.written is None
    assert os.listdir(tmp_path) == []


def test_what_is_quick_is_not_told(
    opened: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "_LONG", PATIENCE)  # however slow the machine is
    dialog = opened(ExportChoice("md"))
    told: list[bool] = []
    dialog.work.busy_changed.connect(told.append)
    save_as(dialog, tmp_path / "out.md", qtbot)
    assert running_timers(dialog.work) == []
    assert told == []


# What is chosen while something is written


def _choose_meanwhile(dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch, *keys: str) -> None:
    """Chooses formats one after the other, and no notes, just before the result is used."""
    put = ExportDialog._render

    def render(self: ExportDialog, *arguments: Any) -> None:
        put(self, *arguments)
        for other in keys:
            choose(self.form.format, other)
        choose(self.form.notes, Notes.NONE)

    monkeypatch.setattr(ExportDialog, "_render", render)


def test_what_is_copied_is_what_was_chosen_when_it_began(
    opened: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(ExportChoice("md"))
    _choose_meanwhile(dialog, monkeypatch, "html")
    dialog.copy_all()
    qtbot.waitUntil(lambda: not dialog.work.is_busy)
    data = QApplication.clipboard().mimeData()
    assert not data.hasHtml()
    assert data.text().startswith("# A/RES/75/58")
    assert dialog.choice == ExportChoice("md", languages="zh,en", citation="un")


def test_what_is_remembered_is_what_was_written(
    opened: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(ExportChoice("md"))
    _choose_meanwhile(dialog, monkeypatch, "html")
    assert save_as(dialog, tmp_path / "out.md", qtbot).startswith("# A/RES/75/58")
    assert dialog.choice == ExportChoice(
        "md", languages="zh,en", citation="un", folder=str(tmp_path)
    )


def test_after_work_that_was_cancelled_what_cannot_be_written_still_cannot(
    opened: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(ExportChoice("md"))
    type_range(dialog, "OP1", qtbot)
    dialog.copy_all()
    type_range(dialog, "OP99", qtbot)
    dialog.work.busy_changed.emit(True)
    dialog.work.cancel()
    dialog.work.busy_changed.emit(False)
    assert not dialog.save.isEnabled()
    assert dialog.save.toolTip().startswith("There is no OP99")
