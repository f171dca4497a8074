"""Snapshots: used while nothing has changed, else as if they were not there."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.opening import snapshots as room
from desktop_app.opening.documents import open_bitext
from desktop_app.opening.snapshots import Snapshots
from desktop_app.resolution.bitext import Bitext
from desktop_app.resolution.serial import SCHEMA, dump
from tests.support.paths import ROOT
from tests.support.texts import EN, ZH


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    found = [tmp_path / "zh.md", tmp_path / "en.md"]
    for file, text in zip(found, (ZH, EN), strict=True):
        file.write_text(text, encoding="utf-8")
    return found


@pytest.fixture
def bitext(files: list[Path]) -> Bitext:
    return open_bitext(files[0], files[1])


@pytest.fixture
def kept(tmp_path: Path, files: list[Path], bitext: Bitext) -> Snapshots:
    found = Snapshots(tmp_path / "cache" / "deep")
    found.keep(files, bitext)
    return found


def _only(folder: Path) -> Path:
    (file,) = folder.rglob("*.snapshot")
    return file


def test_what_was_kept_is_found(kept: Snapshots, files: list[Path], bitext: Bitext) -> None:
    assert kept.find(files) == bitext


def test_nothing_is_found_where_nothing_was_kept(tmp_path: Path, files: list[Path]) -> None:
    assert Snapshots(tmp_path / "cache").find(files) is None
    assert not (tmp_path / "cache").exists()


def test_one_file_alone_is_another_document(kept: Snapshots, files: list[Path]) -> None:
    assert kept.find(files[:1]) is None
    assert kept.find(files[::-1]) is None


@pytest.mark.parametrize("place", [0, 1])
@pytest.mark.parametrize(
    "change", [lambda data: data + b"\n", lambda data: data.replace(b"7", b"8")]
)
def test_a_file_with_other_bytes_is_read_again(
    kept: Snapshots, files: list[Path], place: int, change: Callable[[bytes], bytes]
) -> None:
    old = files[place].stat()
    files[place].write_bytes(change(files[place].read_bytes()))
    os.utime(files[place], ns=(old.st_atime_ns, old.st_mtime_ns))
    assert kept.find(files) is None


def test_bytes_moved_from_one_file_to_the_other_are_a_change(
    tmp_path: Path, bitext: Bitext
) -> None:
    files = [tmp_path / "a.md", tmp_path / "b.md"]
    files[0].write_bytes(b"xy")
    files[1].write_bytes(b"z")
    kept = Snapshots(tmp_path / "cache")
    kept.keep(files, bitext)
    files[0].write_bytes(b"x")
    files[1].write_bytes(b"yz")
    assert kept.find(files) is None


def test_a_file_touched_but_with_the_same_bytes_is_found(
    kept: Snapshots, files: list[Path], bitext: Bitext
) -> None:
    os.utime(files[0], (1, 1))
    assert kept.find(files) == bitext


def test_a_file_that_is_gone_is_not_found(kept: Snapshots, files: list[Path]) -> None:
    files[0].unlink()
    assert kept.find(files) is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:100],
        lambda data: data[:-100],
        lambda data: data[:-1] + b"\xff",
        lambda data: data + b"x",
        lambda data: b"x" + data,
        lambda data: bytes(len(data)),
        lambda data: data.replace(f'"schema":{SCHEMA}'.encode(), b'"schema":0'),
        lambda data: data.replace(b'"op1"', b"null"),
        lambda data: data[: data.rindex(b'{"schema"')] + b"[]",
        lambda data: data[: data.rindex(b'{"schema"')] + b"[" * 100_000,
    ],
)
def test_a_damaged_snapshot_is_as_if_it_were_not_there(
    kept: Snapshots, files: list[Path], tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    snapshot = _only(tmp_path)
    data = snapshot.read_bytes()
    assert damage(data) != data
    snapshot.write_bytes(damage(data))
    assert kept.find(files) is None


def test_a_snapshot_of_another_version_of_the_program_is_not_used(
    kept: Snapshots, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "__version__", "0.0.0")
    assert kept.find(files) is None


@pytest.mark.parametrize(
    "name",
    ["reading/readers/markdown.py", "grammar/data/zh/words.json", "alignment/a.py", "resolution/b"],
)
def test_whatever_decides_what_a_file_is_read_to_is_in_the_stamp(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "_PACKAGE", tmp_path)
    before = room._stamp()
    file = tmp_path / name
    file.parent.mkdir(parents=True)
    file.write_text("", encoding="utf-8")
    made = room._stamp()
    os.utime(file, ns=(0, 0))
    assert len({before, made, room._stamp()}) == 3


def test_compiled_modules_are_not_in_the_stamp(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "_PACKAGE", tmp_path)
    before = room._stamp()
    (tmp_path / "reading" / "__pycache__").mkdir(parents=True)
    (tmp_path / "reading" / "__pycache__" / "files.cpython-311.pyc").write_bytes(b"")
    assert room._stamp() == before


_READ = """
import sys
from pathlib import Path
from desktop_app.opening.documents import open_bitext
open_bitext(*map(Path, sys.argv[1:]))
print(*{name.split(".")[1] for name in sys.modules if name.startswith("desktop_app.")})
"""


def test_no_other_room_takes_part_in_reading(files: list[Path]) -> None:
    """The room `opening` only calls these, and `common` only writes and words messages."""
    printed = subprocess.run(
        [sys.executable, "-c", _READ, *files],
        cwd=ROOT,
        capture_output=True,
        timeout=600,
        check=True,
    ).stdout.decode()
    assert {*printed.split()} == {*room._ROOMS, "opening", "common"}


def test_a_foreign_file_of_the_same_name_is_not_used(
    kept: Snapshots, files: list[Path], bitext: Bitext, tmp_path: Path
) -> None:
    _only(tmp_path).write_text(json.dumps(dump(bitext)), encoding="utf-8")
    assert kept.find(files) is None


def test_a_folder_in_the_place_of_a_snapshot_is_ignored(
    kept: Snapshots, files: list[Path], bitext: Bitext, tmp_path: Path
) -> None:
    snapshot = _only(tmp_path)
    snapshot.unlink()
    snapshot.mkdir()
    assert kept.find(files) is None
    kept.keep(files, bitext)
    assert kept.find(files) is None


def test_a_cache_folder_that_is_not_to_be_had_is_ignored(
    files: list[Path], bitext: Bitext, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    for folder in (tmp_path / "file", tmp_path / "file" / "deep", Path("/proc/none")):
        unwritable = Snapshots(folder)
        unwritable.keep(files, bitext)
        assert unwritable.find(files) is None
    assert (tmp_path / "file").read_text(encoding="utf-8") == "no folder"


def test_keeping_again_replaces(
    kept: Snapshots, files: list[Path], bitext: Bitext, tmp_path: Path
) -> None:
    changed = bitext._replace(rows=bitext.rows[:3])
    kept.keep(files, changed)
    assert kept.find(files) == changed
    assert _only(tmp_path).exists()


def test_only_the_newest_are_kept(
    tmp_path: Path, bitext: Bitext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "_KEPT", 2)
    kept = Snapshots(tmp_path / "cache")
    small = bitext._replace(rows=())
    files = [tmp_path / f"{n}.md" for n in range(3)]
    for age, file in enumerate(files):
        file.write_text(str(age), encoding="utf-8")
        kept.keep([file], small)
        for snapshot in (tmp_path / "cache").iterdir():
            os.utime(snapshot, ns=(0, snapshot.stat().st_mtime_ns - 10**9))
    assert [kept.find([file]) is not None for file in files] == [False, True, True]


def test_the_documents_are_only_read(kept: Snapshots, files: list[Path]) -> None:
    kept.find(files)
    assert [file.read_text(encoding="utf-8") for file in files] == [ZH, EN]
