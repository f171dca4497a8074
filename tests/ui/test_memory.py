"""Memory stays level, however long a person reads: what is closed is gone."""

import gc
import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.ui.window.main_window import MainWindow
from tests.support.texts import EN_PREAMBLE, ZH_PREAMBLE

_WARMING, _TIMES = 100, 500
_GROWTH = 6
"""MiB: what caches and the allocator may take; each document that is kept would take 40 KiB."""
_STATUS = Path("/proc/self/statm")


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """A small resolution in two languages, with a footnote."""
    made = [tmp_path / "small.zh.md", tmp_path / "small.en.md"]
    texts = [
        ZH_PREAMBLE + "1. 促请会员国支持国际努力；\n\n2. 决定将该项目列入临时议程。<sup>1</sup>\n",
        EN_PREAMBLE + "1. Calls upon Member States to support international efforts;\n\n"
        "2. Decides to include the item in the provisional agenda.<sup>1</sup>\n",
    ]
    for file, text in zip(made, texts, strict=True):
        file.write_text(f"{text}\n<sup>1</sup> A/74/548.\n", encoding="utf-8")
    return made


def _resident() -> float:
    """The memory of this process that is in use, in MiB; 0 where the system does not tell."""
    if not _STATUS.exists():
        return 0.0
    return int(_STATUS.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def _tidy() -> None:
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _there() -> Counter[str]:
    """Objects of Python and of Qt, by kind, but for what pytest and Qt's own timing make; those
    that the window has kept out of the collector's way some time after it opened are counted."""
    gc.unfreeze()
    gc.collect()
    ours = (
        made for made in gc.get_objects() if str(type(made).__module__).startswith("desktop_app")
    )
    qt = (made for top in QApplication.topLevelWidgets() for made in top.findChildren(QObject))
    return Counter(type(made).__name__ for made in (*ours, *qt))


def _growth(do: Callable[[], None], warming: int, times: int) -> tuple[float, Counter[str]]:
    """How much more memory there is in use, and which objects, at the end than after warming up."""
    for _ in range(warming):
        do()
    there, before = _there(), _resident()
    for _ in range(times - warming):
        do()
    return _resident() - before, _there() - there


@pytest.mark.slow
def test_memory_stays_level_over_500_times_open_fold_find_and_close(
    window: MainWindow, files: list[Path], qtbot: QtBot
) -> None:
    view = window.view

    def read() -> None:
        window.open(*files)
        _tidy()
        view.collapseAll()
        _tidy()
        view.expandAll()
        window.ask_find()
        assert window.finding is not None
        window.finding.bar.words.setText("国际")
        assert window.finding.hits
        window.finding.step(1)
        _tidy()
        window.finding.bar.close_bar()
        window.finding.bar.words.clear()
        _tidy()

    growth, more = _growth(read, _WARMING, _TIMES)
    assert growth < _GROWTH
    assert +more == Counter()


@pytest.mark.slow
def test_memory_stays_level_over_many_looks_at_one_document(
    window: MainWindow, files: list[Path], qtbot: QtBot
) -> None:
    window.open(*files)

    def look() -> None:
        for zoom in (120, 100):
            window.set_zoom(zoom)
        for script in ("s2t", ""):
            window.set_script(script)
        for width in (800, 1120):
            window.resize(width, 700)
        assert window.view.open_note("fn1")
        window.view.dismiss_card()
        window.tick_all(True)
        window.tick_all(False)
        window.say("Something", "Do it", window.cancel)
        window.say("")
        assert window.commands is not None
        window.commands.row_menu(0).close()
        _tidy()

    growth, more = _growth(look, 30, 120)
    assert growth < _GROWTH
    assert +more == Counter()


def test_a_window_that_is_closed_is_gone(files: list[Path], qtbot: QtBot) -> None:
    def open_and_close() -> None:
        made = MainWindow("light")
        made.show()
        made.finish_start()
        made.open(*files)
        made.ask_find()
        _tidy()
        made.close()
        made.deleteLater()
        _tidy()

    growth, more = _growth(open_and_close, 8, 20)
    assert growth < _GROWTH
    assert +more == Counter()
