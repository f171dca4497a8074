"""What a crash left beside a file is removed, and nothing else is."""

import os
import time
from pathlib import Path

import pytest

from desktop_app.common import temporary
from desktop_app.common.temporary import beside, remove_leftovers
from desktop_app.common.writing import write

_LEFT = ".new.md.0123456789abcdef.resolution-reader"


def _age(file: Path, seconds: float) -> None:
    then = time.time() - seconds
    os.utime(file, (then, then))


def test_a_file_is_only_for_this_person_and_gone_in_the_end(tmp_path: Path) -> None:
    with beside(tmp_path / "new.md") as file:
        assert Path(file.path).parent == tmp_path
        assert Path(file.path).stat().st_mode & 0o777 == 0o600
    assert os.listdir(tmp_path) == []


def test_the_next_file_that_is_written_removes_what_a_crash_left(tmp_path: Path) -> None:
    (tmp_path / _LEFT).write_bytes(b"half a fi")
    (tmp_path / _LEFT.replace("new", "an\nother")).touch()
    write(tmp_path / "another.md", b"text")
    assert os.listdir(tmp_path) == ["another.md"]


@pytest.mark.parametrize(
    "name",
    [
        "new.md",
        ".new.md",
        ".new.md.resolution-reader",
        ".new.md.0123456789abcdeX.resolution-reader",
        ".new.md.0123456789abcdef.resolution-reader.md",
        "new.md.0123456789abcdef.resolution-reader",
        ".new.md.0123456789abcdef",
    ],
)
def test_other_files_stay(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"precious")
    remove_leftovers(tmp_path)
    assert (tmp_path / name).read_bytes() == b"precious"


def test_folders_links_and_pipes_of_such_a_name_stay(tmp_path: Path) -> None:
    names = [_LEFT.replace("new", new) for new in ("folder", "link", "pipe")]
    (tmp_path / names[0]).mkdir()
    (tmp_path / "file").touch()
    (tmp_path / names[1]).symlink_to("file")
    os.mkfifo(tmp_path / names[2])
    remove_leftovers(tmp_path)
    assert {*os.listdir(tmp_path)} == {*names, "file"}


def test_what_is_just_being_written_stays(tmp_path: Path) -> None:
    with beside(tmp_path / "new.md") as file:
        _age(Path(file.path), 1_000_000)
        remove_leftovers(tmp_path)
        assert os.path.exists(file.path)
    remove_leftovers(tmp_path)


def test_a_folder_that_cannot_be_looked_into_is_left_alone(tmp_path: Path) -> None:
    remove_leftovers(tmp_path / "gone")


@pytest.mark.parametrize(("age", "stays"), [(60, True), (100_000, False)])
def test_without_locks_a_file_counts_as_left_when_it_is_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, age: float, stays: bool
) -> None:
    monkeypatch.setattr(temporary, "_lock", lambda descriptor: None)
    (tmp_path / _LEFT).touch()
    _age(tmp_path / _LEFT, age)
    remove_leftovers(tmp_path)
    assert (tmp_path / _LEFT).exists() is stays


def test_a_file_of_another_person_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / _LEFT).touch()
    monkeypatch.setattr(os, "getuid", lambda: -1)
    remove_leftovers(tmp_path)
    assert (tmp_path / _LEFT).exists()


def test_a_file_that_another_program_took_for_a_leftover_is_begun_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = temporary._lock
    taken: list[str] = []

    def taken_once(descriptor: int) -> bool | None:
        if not taken:
            taken.append(os.listdir(tmp_path)[0])
            os.unlink(tmp_path / taken[0])
        return lock(descriptor)

    monkeypatch.setattr(temporary, "_lock", taken_once)
    write(tmp_path / "new.md", b"text")
    assert os.listdir(tmp_path) == ["new.md"]
    assert taken[0].startswith(".new.md.")
