"""Locks that a killed program left behind hold nobody up."""

import os
from pathlib import Path

import pytest

from desktop_app.ui.settings import locking
from desktop_app.ui.settings.kept_places import KeptPlace, KeptPlaces
from desktop_app.ui.settings.locking import locked
from desktop_app.ui.settings.preferences import DEFAULT
from desktop_app.ui.settings.settings import Settings


def test_an_empty_lock_is_nobodys_after_a_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locking, "_PATIENCE", 0)
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

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "read_bytes", refuse)
        second = KeptPlaces(file)
        second.keep(("/b.md", ""), KeptPlace("0:op2"))
        second.write()
    assert file.read_bytes() == before
    second.write()
    assert len({KeptPlaces(file).find((name, "")) for name in ("/a.md", "/b.md")} - {None}) == 2


def test_a_killed_program_leaves_one_draft_at_most(tmp_path: Path) -> None:
    for name in (".settings.ini.draft", ".settings.ini.draft.lock"):
        (tmp_path / name).touch()
    Settings(tmp_path / "settings.ini").write(DEFAULT, DEFAULT._replace(zoom=150), {}, ())
    assert [file.name for file in tmp_path.iterdir()] == ["settings.ini"]
