"""Where a person's own data are: the same place for the window and for the commands."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from pytestqt.qtbot import QtBot

from desktop_app import app
from desktop_app.common.paths import data_folder


@pytest.mark.parametrize("named", ["", "/somewhere/data", "/somewhere//data/", "not/absolute"])
def test_the_data_folder_is_the_one_that_qt_names(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    app._application()
    monkeypatch.setenv("XDG_DATA_HOME", named)
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    assert data_folder() == Path(place)


@pytest.mark.parametrize(
    ("platform", "folder"),
    [
        ("win32", "C:/Users/a/AppData/Roaming/resolution-reader"),
        ("darwin", "/home/a/Library/Application Support/resolution-reader"),
        ("linux", "/home/a/.local/share/resolution-reader"),
    ],
)
def test_each_system_has_its_own_place(
    monkeypatch: pytest.MonkeyPatch, platform: str, folder: str
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setattr(Path, "home", lambda: Path("/home/a"))
    monkeypatch.setenv("APPDATA", "C:/Users/a/AppData/Roaming")
    monkeypatch.delenv("XDG_DATA_HOME")
    assert data_folder() == Path(folder)
