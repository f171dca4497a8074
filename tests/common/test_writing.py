"""Files are written whole or not at all."""

import errno
import os
import resource
import shutil
import stat
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from desktop_app.common.writing import WritingError, write


def _failing(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_file_is_written(tmp_path: Path) -> None:
    write(tmp_path / "new.md", b"text")
    assert (tmp_path / "new.md").read_bytes() == b"text"
    assert os.listdir(tmp_path) == ["new.md"]


def test_a_file_that_is_there_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "old.md"
    file.write_bytes(b"a longer text than the new one")
    write(file, b"text")
    assert file.read_bytes() == b"text"
    assert os.listdir(tmp_path) == ["old.md"]


def test_a_new_file_has_the_permissions_that_files_get(tmp_path: Path) -> None:
    (tmp_path / "ordinary.md").touch()
    write(tmp_path / "new.md", b"text")
    modes = {stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()}
    assert len(modes) == 1


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755])
def test_a_replaced_file_keeps_its_permissions(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "old.md"
    file.touch()
    file.chmod(mode)
    write(file, b"text")
    assert stat.S_IMODE(file.stat().st_mode) == mode


def test_a_relative_name_is_beside_where_we_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write(Path("new.md"), b"text")
    assert (tmp_path / "new.md").read_bytes() == b"text"


@pytest.mark.parametrize("name", ["folder", "missing/new.md", "x" * 300])
def test_a_place_that_cannot_be_written_to_is_named_with_the_way_out(
    tmp_path: Path, name: str
) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(WritingError) as error:
        write(tmp_path / name, b"text")
    assert str(error.value).startswith(str(tmp_path / name))
    assert str(error.value).endswith(".")
    assert os.listdir(tmp_path) == ["folder"]


@pytest.mark.parametrize("step", ["os.replace", "os.chmod"])
def test_a_failure_leaves_what_was_there_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    file = tmp_path / "old.md"
    file.write_bytes(b"precious")
    monkeypatch.setattr(step, _failing)
    with pytest.raises(WritingError, match="No space left on device"):
        write(file, b"text")
    assert file.read_bytes() == b"precious"
    assert os.listdir(tmp_path) == ["old.md"]


def test_whatever_ends_it_leaves_nothing_beside_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "old.md"
    file.write_bytes(b"precious")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.chmod", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write(file, b"text")
    assert file.read_bytes() == b"precious"
    assert os.listdir(tmp_path) == ["old.md"]


def test_a_file_that_nobody_may_write_to_is_not_replaced(tmp_path: Path) -> None:
    file = tmp_path / "old.md"
    file.write_bytes(b"precious")
    file.chmod(0o444)
    with pytest.raises(WritingError, match=r"old\.md cannot be written"):
        write(file, b"text")
    assert file.read_bytes() == b"precious"
    assert os.listdir(tmp_path) == ["old.md"]


def test_a_file_that_another_program_has_open_is_said_to_be_perhaps_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "old.md"
    file.write_bytes(b"precious")

    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.replace", refused)
    with pytest.raises(WritingError, match="another program may have it open: close it there"):
        write(file, b"text")
    assert file.read_bytes() == b"precious"
    assert os.listdir(tmp_path) == ["old.md"]


def test_a_system_that_renames_no_open_file_gets_it_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, tried = os.replace, []

    def refuses_once(source: str, target: Path) -> None:
        tried.append(source)
        if len(tried) == 1:
            raise PermissionError(13, "Permission denied")
        replace(source, target)

    monkeypatch.setattr("os.replace", refuses_once)
    write(tmp_path / "new.md", b"text")
    assert os.listdir(tmp_path) == ["new.md"]


@pytest.mark.parametrize("by", ["its name", "a link", "another spelling"])
def test_a_document_that_is_being_read_is_never_written_over(tmp_path: Path, by: str) -> None:
    document = tmp_path / "document.md"
    document.write_bytes(b"precious")
    (tmp_path / "link.md").symlink_to(document)
    (tmp_path / "folder").mkdir()
    names = {
        "its name": document,
        "a link": tmp_path / "link.md",
        "another spelling": tmp_path / "folder" / ".." / "document.md",
    }
    with pytest.raises(WritingError, match="never written to; name another file"):
        write(names[by], b"text", [None, tmp_path / "gone.md", document])
    assert document.read_bytes() == b"precious"
    write(tmp_path / "new.md", b"text", [None, tmp_path / "gone.md", document])
    assert (tmp_path / "new.md").read_bytes() == b"text"


def test_a_file_that_grows_too_large_half_way_leaves_what_was_there(tmp_path: Path) -> None:
    file = tmp_path / "old.md"
    file.write_bytes(b"precious")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, limits[1]))
    try:
        with pytest.raises(WritingError):
            write(file, bytes(1_000_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert file.read_bytes() == b"precious"
    assert os.listdir(tmp_path) == ["old.md"]


def test_a_disk_that_is_full_half_way_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "old.md"
    file.write_bytes(b"precious")
    room, system = [2_500_000], os.write

    def into_what_is_left(descriptor: int, data: memoryview) -> int:
        if not room[0]:
            _failing()
        written = system(descriptor, data[: room[0]])
        room[0] -= written
        return written

    monkeypatch.setattr("os.write", into_what_is_left)
    with pytest.raises(WritingError, match=r"\(No space left on device\)"):
        write(file, bytes(4_000_000))
    assert room == [0]
    assert file.read_bytes() == b"precious"
    assert os.listdir(tmp_path) == ["old.md"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte, where this person may have one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("no disk may be mounted here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_is_named_in_one_sentence_and_keeps_the_old_file(small_disk: Path) -> None:
    file = small_disk / "old.md"
    write(file, bytes(400_000))
    with pytest.raises(WritingError) as error:
        write(file, bytes(700_000))
    assert str(error.value) == (
        f"{file} cannot be written (No space left on device); choose another folder or name."
    )
    assert file.read_bytes() == bytes(400_000)
    assert os.listdir(small_disk) == ["old.md"]
    write(file, bytes(500_000))
    assert file.read_bytes() == bytes(500_000)


def _traced(monkeypatch: pytest.MonkeyPatch, names: Sequence[str]) -> list[str]:
    """The calls of the system that are made from now on, in their order."""
    calls: list[str] = []

    def traced(name: str, call: Callable[..., object]) -> Callable[..., object]:
        def one(*given: object, **named: object) -> object:
            calls.append(name)
            return call(*given, **named)

        return one

    for name in names:
        monkeypatch.setattr(os, name, traced(name, getattr(os, name)))
    return calls


def test_the_disk_has_the_file_before_its_name_and_the_name_before_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = _traced(monkeypatch, ("write", "fsync", "replace"))
    write(tmp_path / "new.md", b"text")
    assert calls == ["write", "fsync", "replace", "fsync"]


def test_what_can_be_made_again_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = _traced(monkeypatch, ("write", "fsync", "replace"))
    write(tmp_path / "new.md", b"text", durable=False)
    assert calls == ["write", "replace"]


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP])
def test_a_place_that_knows_no_waiting_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def unknown(descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("os.fsync", unknown)
    write(tmp_path / "new.md", b"text")
    assert (tmp_path / "new.md").read_bytes() == b"text"


def test_a_disk_that_fails_in_the_end_is_said_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "old.md").write_bytes(b"precious")
    monkeypatch.setattr("os.fsync", _failing)
    with pytest.raises(WritingError, match="No space left on device"):
        write(tmp_path / "old.md", b"text")
    assert (tmp_path / "old.md").read_bytes() == b"precious"
    assert os.listdir(tmp_path) == ["old.md"]


def test_a_link_is_written_through_to_its_file(tmp_path: Path) -> None:
    (tmp_path / "file.md").write_bytes(b"old")
    (tmp_path / "link.md").symlink_to("file.md")
    write(tmp_path / "link.md", b"new")
    assert (tmp_path / "link.md").read_bytes() == b"new"
    assert (tmp_path / "link.md").is_symlink()


def test_a_pipe_or_a_device_is_refused_and_not_replaced_by_a_file(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(WritingError):
        write(pipe, b"text")
    assert stat.S_ISFIFO(pipe.stat().st_mode)
