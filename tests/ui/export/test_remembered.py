"""What the dialog of the export remembers."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.citation.styles import CitationStyle
from desktop_app.export.excerpt.options import Notes
from desktop_app.export.formats.registry import FORMATS
from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.ui.export.dialog import ExportDialog
from desktop_app.ui.export.exporting import Exporting
from desktop_app.ui.export.scope import Scope
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.settings.kept_places import KeptPlaces
from desktop_app.ui.settings.preferences import ExportChoice, Preferences
from desktop_app.ui.settings.session import Session
from desktop_app.ui.settings.settings import Settings
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.export.conftest import choose, labels_of, save_as, type_range

Model = Callable[[], BitextModel]
Open = Callable[..., ExportDialog]
KEYS = Qt.Key


def test_the_next_export_begins_with_the_last_choice(
    opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened()
    choose(dialog.form.notes, "end")
    choose(dialog.form.format, "html")
    choose(dialog.form.languages, "en,zh")
    choose(dialog.form.arrangement, "interleaved")
    choose(dialog.form.script, "s2t")
    save_as(dialog, tmp_path / "out.html", qtbot)
    assert dialog.choice == ExportChoice(
        format="html",
        languages="en,zh",
        arrangement="interleaved",
        notes="end",
        citation="un",
        folder=str(tmp_path),
    )
    again = opened(dialog.choice).form.request()
    assert again.options == dialog.form.request().options
    assert again.script == ""  # the window shows the published text


def test_a_range_that_was_written_is_there_to_be_chosen_again(
    opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(ExportChoice("md"))
    type_range(dialog, "OP1-3", qtbot)
    save_as(dialog, tmp_path / "out.md", qtbot)
    again = opened(dialog.choice)
    assert again.form.scope is Scope.EVERYTHING
    again.form.scopes[Scope.RANGE].click()
    assert labels_of(again) == [("op1",), ("op2",), ("op3",)]


def test_what_was_only_looked_at_is_not_remembered(opened: Open, qtbot: QtBot) -> None:
    dialog = opened(ExportChoice("md"))
    choose(dialog.form.format, "html")
    qtbot.keyClick(dialog, KEYS.Key_Escape)
    assert dialog.choice == ExportChoice("md")


def test_what_no_longer_fits_falls_back(opened: Open) -> None:
    dialog = opened(
        ExportChoice(
            format="wp5",
            languages="fr,en",
            arrangement="diagonal",
            notes="margin",
            citation="apa",
            folder="/no/such/folder",
        )
    )
    assert dialog.form.key == next(iter(FORMATS))
    options = dialog.form.request().options
    assert options.languages == ("zh", "en")
    assert options.notes is Notes.FOOT
    assert options.citation is CitationStyle.UN
    assert options.arrangement in (*FORMATS[dialog.form.key].arrangements, None)
    assert dialog.save.isEnabled()


def test_the_choice_is_in_the_settings_file(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "settings.ini"
    choice = ExportChoice(
        format="html",
        languages="en,zh",
        arrangement="interleaved",
        notes="end",
        citation="un",
        folder=str(tmp_path / "决议, 2"),
    )
    session = Session(Settings(file), KeptPlaces(tmp_path / "places.json"))
    window = MainWindow("light", session=session)
    qtbot.addWidget(window)
    window.document.open(BUNDLED, BUNDLED_TRANSLATION)
    window.finish_start()

    def exec_(dialog: ExportDialog) -> int:
        dialog.choice = choice
        return 0

    monkeypatch.setattr(ExportDialog, "exec", exec_)
    window.feature(Exporting).ask()
    window.close()
    assert Settings(file).read().export == choice
    assert Preferences().export == ExportChoice()
