"""The key that snapshots are made with: nothing made without it is believed."""

import json
from pathlib import Path

import pytest

from desktop_app.opening import snapshots as room
from desktop_app.opening.snapshots import Snapshots
from desktop_app.resolution.bitext import Bitext
from desktop_app.resolution.model import Provenance
from desktop_app.resolution.serial import dump
from tests.opening.conftest import key_file, only_snapshot
from tests.support.texts import ZH


def _forged(bitext: Bitext) -> bytes:
    """The text of a snapshot that calls its document official."""
    official = bitext.source._replace(provenance=Provenance.OFFICIAL)
    return json.dumps(dump(bitext._replace(source=official)), ensure_ascii=False).encode()


@pytest.mark.parametrize("key", [None, b"", bytes(room._KEY), b"the wrong key, of as many bytes."])
def test_what_was_made_without_the_key_is_not_believed(
    kept: Snapshots, files: list[Path], bitext: Bitext, tmp_path: Path, key: bytes | None
) -> None:
    text = _forged(bitext)
    seal = b"" if key is None else room._seal(key, room._fingerprint(files), text)
    only_snapshot(tmp_path).write_bytes(seal + text)
    assert kept.find(files) is None


def test_only_what_was_made_with_the_key_is_believed(
    kept: Snapshots, files: list[Path], bitext: Bitext, tmp_path: Path
) -> None:
    """The test above fails for want of the key alone."""
    text = _forged(bitext)
    seal = room._seal(key_file().read_bytes(), room._fingerprint(files), text)
    only_snapshot(tmp_path).write_bytes(seal + text)
    found = kept.find(files)
    assert found
    assert found.source.provenance is Provenance.OFFICIAL


def test_a_snapshot_of_other_files_is_not_believed(
    kept: Snapshots, files: list[Path], tmp_path: Path
) -> None:
    """Whoever can write into the cache can put one snapshot in the place of another."""
    others = [tmp_path / "other.md", files[1]]
    others[0].write_text(ZH.replace("决定", "決定"), encoding="utf-8")
    kept._file(others).write_bytes(only_snapshot(tmp_path).read_bytes())
    assert kept.find(others) is None


def test_the_key_is_in_another_folder_and_for_this_person_alone(
    kept: Snapshots, tmp_path: Path
) -> None:
    assert key_file().stat().st_mode & 0o777 == 0o600
    assert key_file().parent.stat().st_mode & 0o777 == 0o700
    assert len(key_file().read_bytes()) == room._KEY
    assert tmp_path not in key_file().parents


def test_every_person_has_a_key_of_their_own(
    tmp_path: Path, files: list[Path], bitext: Bitext
) -> None:
    keys = [tmp_path / "a" / "key", tmp_path / "b" / "key"]
    for key in keys:
        Snapshots(tmp_path / "cache", key).keep(files, bitext)
    assert keys[0].read_bytes() != keys[1].read_bytes()
    assert Snapshots(tmp_path / "cache", keys[0]).find(files) is None
    assert Snapshots(tmp_path / "cache", keys[1]).find(files) == bitext


@pytest.mark.parametrize("damage", [b"", b"short", b"long" * 100, None])
def test_without_a_key_files_are_read_and_kept_with_a_new_one(
    kept: Snapshots, files: list[Path], bitext: Bitext, damage: bytes | None
) -> None:
    if damage is None:
        key_file().unlink()
    else:
        key_file().write_bytes(damage)
    assert kept.find(files) is None
    kept.keep(files, bitext)
    assert kept.find(files) == bitext


def test_where_no_key_can_be_kept_nothing_is(
    files: list[Path], bitext: Bitext, tmp_path: Path
) -> None:
    (tmp_path / "key").mkdir()
    unkeyed = Snapshots(tmp_path / "cache", tmp_path / "key")
    unkeyed.keep(files, bitext)
    assert unkeyed.find(files) is None
    assert not [*tmp_path.rglob("*.snapshot")]
