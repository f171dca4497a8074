"""Snapshots: used while nothing has changed, else as if they were not there."""

import os
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from desktop_app.opening import snapshots as room
from desktop_app.opening.snapshots import Snapshots
from desktop_app.resolution.bitext import Bitext
from desktop_app.resolution.serial import SCHEMA
from tests.opening.conftest import key_file, only_snapshot
from tests.support.kills import kill_while_it_works
from tests.support.texts import EN, ZH


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
        lambda data: data[: room._SEAL] + b"[]",
        lambda data: data[: room._SEAL] + b"[" * 100_000,
        lambda data: data[room._SEAL :],
        lambda data: data.replace(b'"transcription"', b'"official"'),
    ],
)
def test_a_damaged_snapshot_is_as_if_it_were_not_there(
    kept: Snapshots, files: list[Path], tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    snapshot = only_snapshot(tmp_path)
    data = snapshot.read_bytes()
    assert damage(data) != data
    snapshot.write_bytes(damage(data))
    assert kept.find(files) is None


def test_a_snapshot_of_another_version_of_the_program_is_not_used(
    kept: Snapshots, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "__version__", "0.0.0")
    assert kept.find(files) is None


@pytest.mark.slow
def test_of_four_thousand_flipped_bits_none_is_shown(
    kept: Snapshots, files: list[Path], tmp_path: Path
) -> None:
    """In the snapshot or in the key, wherever it is."""
    chance = Random(14)
    for file in (only_snapshot(tmp_path), key_file()):
        data = file.read_bytes()
        for place in chance.sample(range(len(data) * 8), min(4_000, len(data) * 8)):
            flipped = bytearray(data)
            flipped[place // 8] ^= 1 << place % 8
            file.write_bytes(flipped)
            assert kept.find(files) is None
        file.write_bytes(data)
    assert kept.find(files) is not None


def test_a_file_that_changes_while_it_is_read_is_not_kept(
    tmp_path: Path, files: list[Path], bitext: Bitext
) -> None:
    """What was read might be what was there before, or after."""
    snapshots = Snapshots(tmp_path / "cache")
    assert snapshots.find(files) is None
    files[0].write_text(ZH + "\n附件\n", encoding="utf-8")
    snapshots.keep(files, bitext)
    assert snapshots.find(files) is None
    snapshots.keep(files, bitext)
    assert snapshots.find(files) == bitext


def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(
    kept: Snapshots, files: list[Path], tmp_path: Path
) -> None:
    for file in (only_snapshot(tmp_path), key_file(), files[0]):
        file.unlink()
        os.mkfifo(file)
        assert kept.find(files) is None


def test_a_snapshot_is_bounded(
    kept: Snapshots,
    files: list[Path],
    bitext: Bitext,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    size = only_snapshot(tmp_path).stat().st_size
    monkeypatch.setattr(room, "_LARGEST", size)
    kept.keep(files, bitext)
    assert kept.find(files) == bitext
    monkeypatch.setattr(room, "_LARGEST", size - 1)
    assert kept.find(files) is None
    only_snapshot(tmp_path).unlink()
    kept.keep(files, bitext)
    assert not [*tmp_path.rglob("*.snapshot")]


def test_all_snapshots_together_are_bounded(
    tmp_path: Path, files: list[Path], bitext: Bitext, monkeypatch: pytest.MonkeyPatch
) -> None:
    snapshots = Snapshots(tmp_path / "cache")
    snapshots.keep(files[:1], bitext)
    (first,) = (tmp_path / "cache").iterdir()
    os.utime(first, (1, 1))
    monkeypatch.setattr(room, "_LARGEST_OF_ALL", first.stat().st_size + 1)
    snapshots.keep(files, bitext)
    assert snapshots.find(files) == bitext
    assert not first.exists()


def test_a_snapshot_holds_text_for_this_person_alone(kept: Snapshots, tmp_path: Path) -> None:
    assert only_snapshot(tmp_path).stat().st_mode & 0o777 == 0o600
    assert only_snapshot(tmp_path).parent.stat().st_mode & 0o777 == 0o700


_KEEPS = """
import sys
from pathlib import Path
from desktop_app.opening.documents import open_bitext
from desktop_app.opening.snapshots import Snapshots
cache, key, *files = map(Path, sys.argv[1:])
bitext = open_bitext(*files)
versions = bitext, bitext._replace(rows=bitext.rows[:3])
print("ready", flush=True)
while True:
    for version in versions:
        Snapshots(cache, key).keep(files, version)
"""


@pytest.mark.slow
def test_a_snapshot_is_the_old_or_the_new_one_whenever_it_is_killed(
    files: list[Path], bitext: Bitext, ram_path: Path
) -> None:
    places = [ram_path / "cache", ram_path / "state" / "key"]
    snapshots = Snapshots(*places)
    snapshots.keep(files, bitext)
    versions = [bitext, bitext._replace(rows=bitext.rows[:3])]

    def check() -> None:
        assert snapshots.find(files) in versions

    kill_while_it_works(_KEEPS, [*places, *files], 200, check)
    snapshots.keep(files, bitext)
    assert len(os.listdir(ram_path / "cache")) == 1


def test_a_folder_in_the_place_of_a_snapshot_is_ignored(
    kept: Snapshots, files: list[Path], bitext: Bitext, tmp_path: Path
) -> None:
    snapshot = only_snapshot(tmp_path)
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
    assert only_snapshot(tmp_path).exists()


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
