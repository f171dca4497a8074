"""What is said while a file is read beside the window."""

import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop_app.common.progress import PagesRead, Progress
from desktop_app.ui.widgets import reading
from desktop_app.ui.widgets.background import CancelledError
from desktop_app.ui.widgets.reading import Reading
from tests.support.waiting import settle

_FILE, _OTHER = Path("a.pdf"), Path("b.pdf")


class _Work:
    """A file that is read for as long as the test wants, and what is said of it."""

    def __init__(self, qtbot: QtBot) -> None:
        self._threads = threading.active_count()
        self.tell: Progress | None = None
        self.ends = threading.Event()
        self.said: list[str] = []
        self.made: list[object] = []
        self._owner = QObject()
        self.reading = Reading(self._owner, _FILE, self._read)
        self.reading.said.connect(self.said.append)
        self.reading.done.connect(self.made.append)
        self.reading.start()
        qtbot.waitUntil(lambda: self.tell is not None)

    def end(self, qtbot: QtBot) -> None:
        """Waits for the thread: it would delete what belongs to the window's, if it ended last."""
        self.ends.set()
        qtbot.waitUntil(lambda: threading.active_count() <= self._threads)

    def _read(self, progress: Progress) -> str:
        self.tell = progress
        assert self.ends.wait(60)
        return "the text"


def _is_last(work: _Work, sentence: str) -> bool:
    return work.said[-1:] == [sentence]


@pytest.fixture
def work(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[_Work]:
    monkeypatch.setattr(reading, "_LONG", 0)
    work = _Work(qtbot)
    yield work
    work.end(qtbot)


def test_pages_are_told_with_the_file_that_they_are_of(work: _Work, qtbot: QtBot) -> None:
    assert work.tell
    qtbot.waitUntil(lambda: work.said == ["Reading a.pdf…"])
    work.tell(PagesRead(0.1, _OTHER, 3, 98))
    qtbot.waitUntil(lambda: work.said[-1] == "Reading b.pdf… page 3 of 98")
    work.tell(0.5)
    qtbot.waitUntil(lambda: work.said[-1] == "Reading a.pdf… 50%")
    work.tell(PagesRead(0.6, _OTHER, 0, 0))
    qtbot.waitUntil(lambda: work.said[-1] == "Reading b.pdf…")


def test_every_page_of_a_long_file_counts(work: _Work, qtbot: QtBot) -> None:
    assert work.tell
    for page in range(1, 6):
        work.tell(PagesRead(page / 4000, _FILE, page, 1000))
        expected = f"Reading a.pdf… page {page} of 1000"
        qtbot.waitUntil(partial(_is_last, work, expected))


def test_after_a_cancel_nothing_is_said_and_nothing_comes_of_it(work: _Work, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(work.said))
    before = threading.active_count()
    work.said.clear()
    work.reading.cancel()
    assert work.tell
    with pytest.raises(CancelledError):
        work.tell(0.7)
    work.ends.set()
    qtbot.waitUntil(lambda: threading.active_count() < before)
    settle()
    assert (work.said, work.made) == ([], [])


def test_of_what_takes_no_time_nothing_is_said(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_LONG", 60_000)
    work = _Work(qtbot)
    assert work.tell
    work.tell(PagesRead(0.9, _FILE, 9, 10))
    work.ends.set()
    qtbot.waitUntil(lambda: work.made == ["the text"])
    assert work.said == []
    work.end(qtbot)
