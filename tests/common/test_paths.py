"""Where a person's own data are: the same place for the window and for the commands."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from pytestqt.qtbot import QtBot

from desktop_app import app
from desktop_app.common.paths import data_folder, log_file, state_folder


@pytest.mark.parametrize("named", ["", "/somewhere/data", "/somewhere//data/", "not/absolute"])
def test_the_data_folder_is_the_one_that_qt_names(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    app.make_application()
    monkeypatch.setenv("XDG_DATA_HOME", named)
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    assert data_folder() == Path(place)


@pytest.mark.parametrize(
    ("platform", "data", "state", "log"),
    [
        ("win32", "C:/Users/a/AppData/Roaming", "C:/Users/a/AppData/Local", ""),
        ("darwin", "/home/a/Library/Application Support", "", "/home/a/Library/Logs"),
        ("linux", "/home/a/.local/share", "/home/a/.local/state", ""),
    ],
)
def test_each_system_has_its_own_places(
    monkeypatch: pytest.MonkeyPatch, platform: str, data: str, state: str, log: str
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setattr(Path, "home", lambda: Path("/home/a"))
    monkeypatch.setenv("APPDATA", "C:/Users/a/AppData/Roaming")
    monkeypatch.setenv("LOCALAPPDATA", "C:/Users/a/AppData/Local")
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.delenv("XDG_STATE_HOME")
    assert data_folder() == Path(data) / "resolution-reader"
    assert state_folder() == Path(state or data) / "resolution-reader"
    assert log_file() == Path(log or state) / "resolution-reader" / "errors.log"


@pytest.mark.parametrize(
    ("named", "folder"), [("/elsewhere", "/elsewhere"), ("relative", "/home/a/.local/state")]
)
def test_the_state_folder_is_where_the_person_wants_it(
    monkeypatch: pytest.MonkeyPatch, named: str, folder: str
) -> None:
    monkeypatch.setattr(Path, "home", lambda: Path("/home/a"))
    monkeypatch.setenv("XDG_STATE_HOME", named)
    assert state_folder() == Path(folder) / "resolution-reader"
