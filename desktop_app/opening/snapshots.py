"""Documents that were read before, kept in the cache folder so that they open again at once.

A snapshot can be lost at any time, and is never wrong: it bears a seal over its text, the bytes of
its files and the stamp of this program, made with a key that lies in another folder. What is not
sealed so was damaged, forged or made from other files, and the files are read instead.
"""

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from desktop_app import __version__
from desktop_app.common.paths import bytes_of, state_folder
from desktop_app.common.writing import WritingError, write
from desktop_app.resolution.bitext import Bitext
from desktop_app.resolution.serial import SerialError, dump, load

try:
    from _blake2 import blake2b  # what hashlib has, in a hundredth of the time of the import
except ImportError:
    from hashlib import blake2b

_KEPT = 50
_LARGEST_OF_ALL = 200_000_000
"""Snapshots and their bytes; the oldest beyond these are deleted."""
_LARGEST = 100_000_000
"""Bytes of a snapshot or of a document; of more no snapshot is kept."""
_SEAL = _KEY = 32
"""Bytes of a seal and of the key."""
_PACKAGE = Path(__file__).parents[1]
_ROOMS = ("reading", "grammar", "alignment", "resolution", "common")
"""The folders with the code and data that decide how a file is read."""


class Snapshots:
    """The snapshots in one folder and the file of their key; neither need exist."""

    def __init__(self, folder: Path, key: Path | None = None) -> None:
        self._folder = folder
        self._key_file = key or state_folder() / "snapshots.key"
        self._sought: dict[tuple[Path, ...], bytes] = {}
        """The fingerprints of files when they were sought."""

    def find(self, files: Sequence[Path]) -> Bitext | None:
        """What a document and its translation were read and aligned to before; None if they were
        not, if anything has changed since, or if there is the least doubt."""
        try:
            fingerprint = self._sought[*files] = _fingerprint(files)
            data = bytes_of(self._file(files), _LARGEST)
            key = bytes_of(self._key_file, _LARGEST)
            text = data[_SEAL:]
            if len(key) != _KEY or data[:_SEAL] != _seal(key, fingerprint, text):
                return None
            return load(json.loads(text))
        except (OSError, ValueError, RecursionError, MemoryError, SerialError):
            return None  # it is only a copy; the files themselves are read instead

    def keep(self, files: Sequence[Path], bitext: Bitext) -> None:
        """Keeps what these files were read to, unless they have changed since they were sought;
        does nothing where the folders cannot be written."""
        try:
            fingerprint = _fingerprint(files)
            text = json.dumps(dump(bitext), ensure_ascii=False, separators=(",", ":")).encode()
            changed = self._sought.pop((*files,), fingerprint) != fingerprint
            if changed or len(text) > _LARGEST - _SEAL:
                return
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            data = _seal(self._key(), fingerprint, text) + text
            write(self._file(files), data, durable=False, private=True)
            self._delete_oldest()
        except (OSError, ValueError, RecursionError, MemoryError, WritingError):
            return  # the next start reads the files again

    def _key(self) -> bytes:
        """The key; a new one, with which nothing is sealed yet, if there is none."""
        try:
            key = bytes_of(self._key_file, _LARGEST)
        except (OSError, ValueError):
            key = b""
        if len(key) != _KEY:
            key = os.urandom(_KEY)
            self._key_file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write(self._key_file, key, private=True)
        return key

    def _delete_oldest(self) -> None:
        total = 0
        for place, old in enumerate(sorted(self._folder.glob("*.snapshot"), key=_age)):
            total += old.stat().st_size
            if place >= _KEPT or total > _LARGEST_OF_ALL:
                old.unlink(missing_ok=True)

    def _file(self, files: Sequence[Path]) -> Path:
        names = "\0".join(os.path.abspath(file) for file in files)
        name = blake2b(names.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
        return self._folder / f"{name}.snapshot"


def _age(file: Path) -> float:
    return -file.stat().st_mtime


def _fingerprint(files: Sequence[Path]) -> bytes:
    """What is another for other bytes of the files and for another program."""
    contents = [bytes_of(file, _LARGEST) for file in files]
    sizes = " ".join(str(len(content)) for content in contents)
    fingerprint = blake2b(f"{_stamp()} {sizes}\n".encode(), digest_size=_SEAL)
    for content in contents:
        fingerprint.update(content)
    return fingerprint.digest()


def _seal(key: bytes, fingerprint: bytes, text: bytes) -> bytes:
    """The seal of a snapshot, impossible to make without the key."""
    seal = blake2b(fingerprint, key=key, digest_size=_SEAL)
    seal.update(text)
    return seal.digest()


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
