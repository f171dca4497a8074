"""The stamp of a snapshot: whatever decides what a file is read to."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.opening import snapshots as room
from tests.support.paths import ROOT


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
    """The room `opening` only calls these."""
    printed = subprocess.run(
        [sys.executable, "-c", _READ, *files],
        cwd=ROOT,
        capture_output=True,
        timeout=600,
        check=True,
    ).stdout.decode()
    assert {*printed.split()} == {*room._ROOMS, "opening"}
