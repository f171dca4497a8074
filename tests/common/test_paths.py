"""Where a person's own data are: the same place for the window and for the commands."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from pytestqt.qtbot import QtBot

from desktop_app import app
from desktop_app.common.paths import (
    bytes_of,
    cache_folder,
    data_folder,
    log_file,
    settings_folder,
    state_folder,
)

_PLACES = QStandardPaths.StandardLocation


@pytest.mark.parametrize("named", ["", "/somewhere/data", "/somewhere//data/", "not/absolute"])
@pytest.mark.parametrize(
    ("variable", "folder", "place"),
    [
        ("XDG_DATA_HOME", data_folder, _PLACES.AppDataLocation),
        ("XDG_CONFIG_HOME", settings_folder, _PLACES.AppConfigLocation),
        ("XDG_CACHE_HOME", cache_folder, _PLACES.CacheLocation),
    ],
)
def test_the_folders_are_those_that_qt_names(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    named: str,
    variable: str,
    folder: Callable[[], Path],
    place: QStandardPaths.StandardLocation,
) -> None:
    app.make_application()
    monkeypatch.setenv(variable, named)
    assert folder() == Path(QStandardPaths.writableLocation(place))


@pytest.mark.parametrize(
    ("platform", "data", "state", "log", "settings", "cache"),
    [
        (
            "win32",
            "C:/Users/a/AppData/Roaming/resolution-reader",
            "C:/Users/a/AppData/Local/resolution-reader",
            "C:/Users/a/AppData/Local/resolution-reader",
            "C:/Users/a/AppData/Local/resolution-reader",
            "C:/Users/a/AppData/Local/resolution-reader/cache",
        ),
        (
            "darwin",
            "/home/a/Library/Application Support/resolution-reader",
            "/home/a/Library/Application Support/resolution-reader",
            "/home/a/Library/Logs/resolution-reader",
            "/home/a/Library/Preferences/resolution-reader",
            "/home/a/Library/Caches/resolution-reader",
        ),
        (
            "linux",
            "/home/a/.local/share/resolution-reader",
            "/home/a/.local/state/resolution-reader",
            "/home/a/.local/state/resolution-reader",
            "/home/a/.config/resolution-reader",
            "/home/a/.cache/resolution-reader",
        ),
    ],
)
def test_each_system_has_its_own_places(
    monkeypatch: pytest.MonkeyPatch,
    platform: str,
    data: str,
    state: str,
    log: str,
    settings: str,
    cache: str,
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setattr(Path, "home", lambda: Path("/home/a"))
    monkeypatch.setenv("APPDATA", "C:/Users/a/AppData/Roaming")
    monkeypatch.setenv("LOCALAPPDATA", "C:/Users/a/AppData/Local")
    for kind in ("DATA", "STATE", "CONFIG", "CACHE"):
        monkeypatch.delenv(f"XDG_{kind}_HOME", raising=False)
    assert data_folder() == Path(data)
    assert state_folder() == Path(state)
    assert log_file() == Path(log) / "errors.log"
    assert settings_folder() == Path(settings)
    assert cache_folder() == Path(cache)


@pytest.mark.parametrize(
    ("named", "folder"), [("/elsewhere", "/elsewhere"), ("relative", "/home/a/.local/state")]
)
def test_the_state_folder_is_where_the_person_wants_it(
    monkeypatch: pytest.MonkeyPatch, named: str, folder: str
) -> None:
    monkeypatch.setattr(Path, "home", lambda: Path("/home/a"))
    monkeypatch.setenv("XDG_STATE_HOME", named)
    assert state_folder() == Path(folder) / "resolution-reader"


def test_only_regular_files_up_to_a_size_are_read(tmp_path: Path) -> None:
    file, pipe = tmp_path / "file", tmp_path / "pipe"
    file.write_bytes(b"12345")
    os.mkfifo(pipe)  # nobody writes to it: to open it would wait for ever
    assert bytes_of(file, 5) == b"12345"
    for other, largest in ((file, 4), (pipe, 5), (tmp_path, 5)):
        with pytest.raises(ValueError, match="no regular file"):
            bytes_of(other, largest)
    with pytest.raises(FileNotFoundError):
        bytes_of(tmp_path / "none", 5)
