"""Documents that were read before, kept in the cache folder so that they open again at once.

A snapshot holds the bytes of its files, and is used only while they and this program are the same;
it can be deleted at any time.
"""

import json
import os
import sys
import zlib
from collections.abc import Sequence
from pathlib import Path

from desktop_app import __version__
from desktop_app.common.writing import WritingError, write
from desktop_app.resolution.bitext import Bitext
from desktop_app.resolution.serial import SerialError, dump, load

_KEPT = 50
"""Snapshots; the oldest beyond these are deleted."""
_PACKAGE = Path(__file__).parents[1]
_ROOMS = ("reading", "grammar", "alignment", "resolution")
"""The folders on whose code and data it depends what a file is read to."""


class Snapshots:
    """The snapshots in one folder, which need not exist."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, files: Sequence[Path]) -> Bitext | None:
        """What a document and its translation were read and aligned to before; None if they were
        not, or if anything has changed since."""
        try:
            data = self._file(files).read_bytes()
            head = _head(files)
            return load(json.loads(data[len(head) :])) if data.startswith(head) else None
        except (OSError, ValueError, RecursionError, SerialError):
            return None  # it is only a copy; the files themselves are read instead

    def keep(self, files: Sequence[Path], bitext: Bitext) -> None:
        """Keeps what these files were read to; does nothing where the folder cannot be written."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            text = json.dumps(dump(bitext), ensure_ascii=False, separators=(",", ":"))
            write(self._file(files), _head(files) + text.encode("utf-8"))
            for old in sorted(self._folder.glob("*.snapshot"), key=_age)[_KEPT:]:
                old.unlink(missing_ok=True)
        except (OSError, UnicodeEncodeError, WritingError):
            return  # the next start reads the files again

    def _file(self, files: Sequence[Path]) -> Path:
        name = "\0".join(os.path.abspath(file) for file in files)
        return self._folder / f"{zlib.crc32(name.encode('utf-8', 'surrogatepass')):08x}.snapshot"


def _age(file: Path) -> float:
    return -file.stat().st_mtime


def _head(files: Sequence[Path]) -> bytes:
    """What a snapshot of these files starts with: the program's stamp and the files' bytes."""
    contents = [file.read_bytes() for file in files]
    sizes = " ".join(str(len(content)) for content in contents)
    return f"{_stamp()} {sizes}\n".encode() + b"".join(contents)


def _stamp() -> str:
    """What is different whenever this program could read a file differently."""
    stamps = [os.stat(sys.executable).st_mtime_ns]
    for room in _ROOMS:
        folder = os.path.join(_PACKAGE, room)
        if os.path.isdir(folder):  # in a packaged program the executable's own stamp says it
            _add_stamps(folder, stamps)
    return f"{__version__} {len(stamps)} {sum(stamps)}"


def _add_stamps(folder: str, stamps: list[int]) -> None:
    """Adds when each file below a folder was changed. At every start, so without os.walk, which
    takes twice as long."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if not entry.is_dir():
                stamps.append(entry.stat().st_mtime_ns)
            elif entry.name != "__pycache__":
                _add_stamps(entry.path, stamps)
