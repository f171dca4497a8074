"""Pages painted by the process that works with PDF: the right page and size, or a sentence."""

import sys
from pathlib import Path

import pytest

from desktop_app.common.progress import silent
from desktop_app.reading.readers.pdf import painted, process
from desktop_app.reading.readers.pdf.pictures import Picture, picture
from desktop_app.reading.readers.reader import ReadingError
from tests.support.pdf.bare import pdf, text

_GOOD = pdf([text(["One."]), "0 0 0 rg 0 421 595 421 re f"])
_FILE = Path("resolution.pdf")


def _picture(page: int = 2, width: int = 100, data: bytes = _GOOD) -> Picture:
    return picture(data, _FILE, page, width, silent)


def test_a_page_is_painted_as_wide_as_wanted_on_white_paper() -> None:
    found = _picture()
    assert (found.width, found.height, found.points) == (100, 142, (595.0, 842.0))
    assert found.pages == 2
    rows = [found.pixels[start : start + 3] for start in range(0, len(found.pixels), 400)]
    assert rows[10] == b"\0\0\0"
    assert rows[-10] == b"\xff\xff\xff"


def test_a_page_that_would_be_too_large_comes_smaller(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(painted, "_MOST", 10_000)
    _, _, pixels = painted.paint(_GOOD, 1, 4_000).partition(b"\n")
    assert len(pixels) < 4 * 11_000


@pytest.mark.parametrize(
    ("data", "page", "sentence"),
    [
        (_GOOD, 3, "is a PDF without a page"),
        (b"%PDF-1.7\n%%EOF", 1, "resolution.pdf"),
        (_GOOD[:200], 1, "resolution.pdf"),
    ],
)
def test_a_page_that_cannot_be_painted_is_one_sentence(
    data: bytes, page: int, sentence: str
) -> None:
    with pytest.raises(ReadingError, match=sentence):
        _picture(page, data=data)


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "{}",
        "[1]",
        '{"width": 1, "height": 1, "points": [1, 1], "pages": 1}',
        '{"width": -1, "height": -1, "points": [1, 1], "pages": 1}\\nabcd',
        '{"width": 1, "height": 1, "points": [0, 1], "pages": 1}\\nabcd',
        '{"reason": "loud", "detail": ""}',
    ],
)
def test_an_answer_that_makes_no_sense_is_one_sentence(
    answer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = [sys.executable, "-c", f"import sys; sys.stdout.write('{answer}')"]
    monkeypatch.setattr(process, "_command", lambda: program)
    with pytest.raises(ReadingError, match="the PDF library failed at it"):
        _picture()


def test_painting_ends_when_it_is_cancelled(monkeypatch: pytest.MonkeyPatch) -> None:
    class StoppedError(Exception):
        pass

    def stop(share: float) -> None:
        raise StoppedError

    program = [sys.executable, "-c", "import time; time.sleep(600)"]
    monkeypatch.setattr(process, "_command", lambda: program)
    with pytest.raises(StoppedError):
        picture(_GOOD, _FILE, 1, 100, stop)


def test_a_long_file_reaches_the_process_however_slowly_it_begins(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """More than a pipe holds, to a process that has not begun to read when it is looked at."""
    program = "import sys, time; time.sleep(0.3); print(len(sys.stdin.buffer.read()))"
    monkeypatch.setattr(process, "_command", lambda: [sys.executable, "-c", program])
    assert process.answer(bytes(1_000_000), _FILE).strip() == b"1000000"
