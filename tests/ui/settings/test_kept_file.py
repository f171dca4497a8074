"""Locks that a killed program left behind hold nobody up."""

import errno
import os
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from desktop_app.ui.settings import kept_file, kept_places
from desktop_app.ui.settings.kept_file import NotKeptError, locked
from desktop_app.ui.settings.kept_places import KeptPlace, KeptPlaces
from desktop_app.ui.settings.preferences import DEFAULT
from desktop_app.ui.settings.settings import Settings


def test_an_empty_lock_is_nobodys_after_a_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_file, "_PATIENCE", 0)
    lock = tmp_path / ".places.json.lock"
    lock.touch()
    with locked(tmp_path / "places.json"):
        assert not lock.stat().st_size, "another window may be making it just now"
    os.utime(lock, (1e9, 1e9))
    with locked(tmp_path / "places.json"):
        assert lock.stat().st_size
    assert not lock.exists()


def test_settings_are_written_past_the_lock_that_qt_would_wait_for(tmp_path: Path) -> None:
    lock = tmp_path / "settings.ini.lock"
    lock.touch()
    settings = Settings(tmp_path / "settings.ini")
    assert settings.write(DEFAULT, DEFAULT._replace(zoom=150), {}, ()) == ()
    assert settings.read().zoom == 150
    assert {file.name for file in tmp_path.iterdir()} == {"settings.ini", "settings.ini.lock"}


def test_what_another_version_has_set_stays(tmp_path: Path) -> None:
    file = tmp_path / "settings.ini"
    file.write_text("[General]\nnewer=kept\nzoom=120\n", encoding="utf-8")
    Settings(file).write(DEFAULT, DEFAULT._replace(theme="dark"), {}, ())
    assert "newer=kept" in file.read_text(encoding="utf-8")
    assert Settings(file).read() == DEFAULT._replace(zoom=120, theme="dark")


def test_damaged_places_are_set_aside(tmp_path: Path) -> None:
    file = tmp_path / "places.json"
    file.write_bytes(b'[["/a.md", "", "0:op1"')
    places = KeptPlaces(file)
    places.keep(("/b.md", ""), KeptPlace("0:op2"))
    places.write()
    assert (tmp_path / "places.json.damaged").read_bytes() == b'[["/a.md", "", "0:op1"'
    found = KeptPlaces(file).find(("/b.md", ""))
    assert found is not None
    assert found.top == "0:op2"


def test_damaged_settings_are_set_aside(tmp_path: Path) -> None:
    file = tmp_path / "settings.ini"
    file.write_bytes(b"[General\ntheme dark\nzoom=120\n")
    assert Settings(file).write(DEFAULT, DEFAULT._replace(zoom=150), {}, ()) == ()
    assert (tmp_path / "settings.ini.damaged").read_bytes().startswith(b"[General\n")
    assert Settings(file).read().zoom == 150


def test_places_that_cannot_be_read_are_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "places.json"
    first = KeptPlaces(file)
    first.keep(("/a.md", ""), KeptPlace("0:op1"))
    first.write()
    before = file.read_bytes()

    def refuse(path: Path, largest: int) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    with monkeypatch.context() as patched:
        patched.setattr(kept_places, "bytes_of", refuse)
        second = KeptPlaces(file)
        second.keep(("/b.md", ""), KeptPlace("0:op2"))
        with pytest.raises(NotKeptError, match="Permission denied"):
            second.write()
    assert file.read_bytes() == before
    second.write()
    assert len({KeptPlaces(file).find((name, "")) for name in ("/a.md", "/b.md")} - {None}) == 2


def test_a_killed_program_leaves_one_draft_at_most(tmp_path: Path) -> None:
    for name in (".settings.ini.draft", ".settings.ini.draft.lock", ".settings.ini.draft.jYocUa"):
        (tmp_path / name).touch()
    Settings(tmp_path / "settings.ini").write(DEFAULT, DEFAULT._replace(zoom=150), {}, ())
    assert [file.name for file in tmp_path.iterdir()] == ["settings.ini"]


def test_settings_in_a_folder_that_may_not_be_entered_are_the_usual_ones(tmp_path: Path) -> None:
    """As in one whose name the system does not take, which tests can have with any rights."""
    assert Settings(tmp_path / ("x" * 300) / "settings.ini").read() == DEFAULT


def test_a_pipe_instead_of_the_places_holds_nobody_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "places.json")
    assert KeptPlaces(tmp_path / "places.json").find(("/a.md", "")) is None


def test_a_full_disk_leaves_the_settings_as_they_were_and_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings, places = Settings(tmp_path / "settings.ini"), KeptPlaces(tmp_path / "places.json")
    settings.write(DEFAULT, DEFAULT._replace(zoom=150), {}, ())
    places.keep(("/a.md", ""), KeptPlace("0:op1"))
    places.write()
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}

    def refuse(descriptor: int, data: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", refuse)
        with pytest.raises(NotKeptError, match=r"settings\.ini .*No space left on device"):
            settings.write(DEFAULT, DEFAULT._replace(zoom=200), {}, ())
        places.keep(("/a.md", ""), KeptPlace("0:op2"))
        with pytest.raises(NotKeptError, match=r"places\.json .*No space left on device"):
            places.write()
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before
    places.write()
    found = KeptPlaces(tmp_path / "places.json").find(("/a.md", ""))
    assert found == KeptPlace("0:op2"), "what was not written is with the next call"


def test_settings_that_cannot_be_drafted_stay_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Qt fails in silence where there is no space."""
    settings = Settings(tmp_path / "settings.ini")
    settings.write(DEFAULT, DEFAULT._replace(zoom=150), {}, ())
    monkeypatch.setattr(QSettings, "sync", lambda settings: None)
    monkeypatch.setattr(QSettings, "status", _status_of_drafts)
    with pytest.raises(NotKeptError, match=r"settings\.ini"):
        settings.write(DEFAULT, DEFAULT._replace(zoom=200), {}, ())
    monkeypatch.undo()
    assert settings.read().zoom == 150


def _status_of_drafts(settings: QSettings) -> QSettings.Status:
    is_draft = settings.fileName().endswith(".draft")
    return QSettings.Status.AccessError if is_draft else QSettings.Status.NoError
