"""How far the reading of a PDF is, page by page, and its end when it is cancelled."""

import os
import sys
from pathlib import Path

import pytest

from desktop_app.common.progress import PagesRead
from desktop_app.reading.files import read_versions
from desktop_app.reading.readers.pdf import opened, process, reader
from tests.support.pdf.bare import pdf, text

_FILE = Path("resolution.pdf")
_GOOD = pdf(
    [text([words, "which goes on below it."]) for words in ("Recalling", "Noting", "Decides")]
)
_SLOW = (
    "import os, sys, time; sys.stdin.buffer.read();"
    "[(print(f'{n}/3', flush=True), time.sleep(0.3)) for n in (1, 2, 3)];"
)
_EMPTY = """print('{"blocks": [], "metadata": {}, "printed": []}')"""


class _StoppedError(Exception):
    pass


def test_each_page_is_told_when_it_is_read() -> None:
    told: list[tuple[int, int]] = []
    opened.read(_GOOD, lambda pages: None, lambda done, count: told.append((done, count)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_the_process_says_how_many_pages_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    program = [sys.executable, "-c", _SLOW + _EMPTY]
    monkeypatch.setattr(process, "_command", lambda: program)
    told: list[float] = []
    assert reader.read(b"", _FILE, told.append).blocks == ()
    pages = [share for share in told if isinstance(share, PagesRead)]
    assert pages == told
    assert {share.count for share in pages} <= {0, 3}
    assert told == sorted(told)
    assert {share.done for share in pages} >= {1, 2}
    assert {share.file for share in pages} == {_FILE}


def test_cancelling_ends_the_process_in_the_middle_of_a_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    note, end = tmp_path / "id", tmp_path / "end"
    program = (
        f"import os; open({os.fspath(note)!r}, 'w').write(str(os.getpid()));"
        f"{_SLOW} time.sleep(600); open({os.fspath(end)!r}, 'w')"
    )
    monkeypatch.setattr(process, "_command", lambda: [sys.executable, "-c", program])

    def stop(share: float) -> None:
        if isinstance(share, PagesRead) and share.done == 2:
            raise _StoppedError

    with pytest.raises(_StoppedError):
        reader.read(b"", _FILE, stop)
    with pytest.raises(ProcessLookupError):
        os.kill(int(note.read_text()), 0)
    assert not end.exists()


def test_a_file_tells_its_pages_and_then_that_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(_GOOD)
    told: list[float] = []
    read_versions(file, told.append)
    assert told == sorted(told)
    assert 0.0 < told[-1] < 1.0


def test_nothing_but_lines_of_pages_is_taken_from_before_the_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    program = f"print('1/2'); print('2/2'); {_EMPTY}"
    monkeypatch.setattr(process, "_command", lambda: [sys.executable, "-c", program])
    assert process.answer(b"", _FILE).startswith(b"{")
