"""Which files hold other language versions of a document, told from the beginning of their texts.

What a file is called, and when it was changed, decides only what is looked at first. Nothing but
regular files is opened, and how many, how long and at what price is bounded: a folder can hold
anything.
"""

import os
import re
import stat
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from desktop_app.common.messages import UserError
from desktop_app.common.progress import Progress, part, silent
from desktop_app.resolution.symbols import are_same

_MOST_LISTED = 2_000
"""Entries of a folder of which the names are looked at."""
_MOST_FILES = 300
"""Files whose beginning is looked at."""
_MOST_PROCESSES = 8
"""PDF files that are read, each by a process of its own."""
_SECONDS = 10.0
_LARGEST = 20_000_000
"""Bytes of a file that is read to look at its beginning."""
_BEGINNING = 1 << 18
"""Bytes of a text or a web page that are read."""
_MASTHEAD = 20_000
"""Characters among which the symbol stands; some hundred in a document, more in a web page."""
_MOST_KEPT = 2_000
"""Files that are remembered."""
_NEAR = 12
"""How far the job numbers of the six languages of a document lie apart at the most."""
_JOB = re.compile(r"[NVG](\d{7,8})(?!\d)", re.IGNORECASE)
"""The job number of the United Nations, which many of their files are named by: N2034529."""
_TAG = re.compile(r"<[^<>]*>")
_OTHER_DIGIT = re.compile(r"(?![0-9])\d")


class Version(NamedTuple):
    """A file that holds a language version: `language` is its BCP 47 tag, `script` the ISO 15924
    code of its script."""

    file: Path
    symbol: str
    language: str
    script: str


class Budget:
    """What one search may still spend: files, PDF files and seconds."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._ends = clock() + _SECONDS
        self._files = _MOST_FILES
        self._processes = _MOST_PROCESSES

    def allows_file(self) -> bool:
        """Whether one more file may be looked at, which it takes into account."""
        self._files -= 1
        return self._files >= 0 and self._clock() < self._ends

    def allows_process(self) -> bool:
        """Whether one more PDF may be read, which it takes into account."""
        self._processes -= 1
        return self._processes >= 0


class Glances:
    """What was told from files, remembered until they change."""

    def __init__(self) -> None:
        self._known: dict[tuple[Path, int, int, str], Version | None] = {}

    def version(
        self, file: Path, symbol: str, budget: Budget, progress: Progress = silent
    ) -> Version | None:
        """The version of the document of this symbol that a file holds; None if it holds none, or
        if looking is beyond the budget."""
        try:
            status = os.stat(file)
            if not stat.S_ISREG(status.st_mode) or not 0 < status.st_size <= _LARGEST:
                return None
            key = file, status.st_mtime_ns, status.st_size, symbol
            if key not in self._known:
                if not budget.allows_file():
                    return None
                try:
                    found = _told(file, symbol, budget, progress)
                except UserError:
                    found = None  # what cannot be read is no version; opening it would say why
                if found is _UNTOLD:
                    return None
                while len(self._known) >= _MOST_KEPT:
                    del self._known[next(iter(self._known))]
                self._known[key] = found
            return self._known[key]
        except (OSError, ValueError):
            return None  # it is gone, or may not be read now


_UNTOLD = Version(Path(), "", "", "")
"""Instead of a version: nobody has looked."""


def versions(
    files: Iterable[Path],
    symbol: str,
    glances: Glances,
    found: Callable[[Version], None],
    progress: Progress = silent,
    budget: Budget | None = None,
) -> None:
    """Calls `found` with each version of the document of this symbol among files."""
    budget = budget or Budget()
    listed = list(files)
    for number, file in enumerate(listed):
        of_file = part(progress, number / len(listed), (number + 1) / len(listed))
        version = glances.version(file, symbol, budget, of_file)
        if version is not None:
            found(version)
        of_file(1.0)


def files_beside(folder: Path, shown: Path | None, symbol: str) -> list[Path]:
    """The regular files in a folder but the one that is shown, those first that a version of its
    document is likely to be in."""
    numbers = set(_numbers(symbol))
    job = _job(shown.name) if shown else None
    listed: list[tuple[tuple[bool, bool, bool, float], Path]] = []
    try:
        changed = os.stat(shown).st_mtime if shown else 0.0
    except (OSError, ValueError):
        changed = 0.0
    try:
        with os.scandir(folder) as entries:
            for _, entry in zip(range(_MOST_LISTED), entries, strict=False):
                file = Path(entry.path)
                status = _regular(entry)
                if status is None or entry.name.startswith(".") or file == shown:
                    continue
                own = _job(entry.name)
                hints = (
                    not numbers <= set(_numbers(entry.name)),
                    own is None or job is None or abs(own - job) > _NEAR,
                    file.suffix.lower() == ".pdf",
                    abs(status.st_mtime - changed),
                )
                listed.append((hints, file))
    except (OSError, ValueError):
        return []  # a folder that is gone, or that may not be looked into, offers nothing
    return [file for _, file in sorted(listed, key=lambda one: (one[0], one[1].name))]


def _regular(entry: os.DirEntry[str]) -> os.stat_result | None:
    try:
        status = entry.stat()
    except OSError:
        return None  # a link that leads nowhere
    return status if stat.S_ISREG(status.st_mode) else None


def _job(name: str) -> int | None:
    found = _JOB.search(name)
    return int(found.group(1)) if found else None


def _numbers(text: str) -> list[str]:
    return re.findall(r"[0-9]+", text)


def _told(file: Path, symbol: str, budget: Budget, progress: Progress) -> Version | None:
    """The version that a file holds, `_UNTOLD` if the budget is spent. Raises OSError and
    UserError."""
    from desktop_app.opening.documents import open_resolution
    from desktop_app.reading.files import resolution_in
    from desktop_app.reading.readers import docx, html
    from desktop_app.reading.readers.pdf import reader as pdf
    from desktop_app.reading.readers.registry import reader_of

    with open(file, "rb") as opened:
        data = opened.read(_BEGINNING)
        is_whole = not opened.read(1)
    reader = reader_of(data, file)
    if reader is pdf.READER:
        if not budget.allows_process():
            return _UNTOLD
    elif not _shows(_beginning(file, data, reader is docx.READER), symbol):
        return None
    if not is_whole and (reader.is_text or reader is html.READER):
        found = resolution_in(_whole_lines(data), file)
    else:
        found = open_resolution(file, progress)
    if not found.is_structured or not are_same(found.masthead.symbol, symbol):
        return None
    return Version(file, found.masthead.symbol, found.language, found.script)


def _beginning(file: Path, data: bytes, is_word: bool) -> str:
    """The words with which a file begins. Raises UserError."""
    from desktop_app.reading.files import read_bytes
    from desktop_app.reading.readers.encodings import decode
    from desktop_app.reading.readers.reader import ReadingError

    if is_word:
        from desktop_app.reading.readers.docx.archive import Archive

        return Archive(read_bytes(file), file).beginning(_MASTHEAD)
    try:
        text = decode(_whole_lines(data), file)
    except ReadingError:
        text = data.decode("latin-1")  # a web page names its own encoding; digits are the same
    return _TAG.sub("", text)[:_MASTHEAD]


def _whole_lines(data: bytes) -> bytes:
    """Bytes without the last line where they were cut off."""
    return data[: data.rfind(b"\n") + 1] if len(data) >= _BEGINNING else data


def _shows(text: str, symbol: str) -> bool:
    """Whether a text has all the numbers of a symbol, whatever stands between them: a text can
    write the number of the resolution alone, and in other digits."""
    plain = unicodedata.normalize("NFKC", text)
    plain = _OTHER_DIGIT.sub(lambda digit: str(unicodedata.digit(digit.group())), plain)
    return set(_numbers(symbol)) <= set(_numbers(plain))
