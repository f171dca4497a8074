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

from desktop_app.ui.appearance.viewing import Viewing
from desktop_app.ui.cards.cards import Cards
from desktop_app.ui.finding.finding import Finding
from desktop_app.ui.rows.row_menu import RowMenu
from desktop_app.ui.selection.ticking import Ticking
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
        window.document.open(*files)
        _tidy()
        view.collapseAll()
        _tidy()
        view.expandAll()
        window.feature(Finding).open()
        window.feature(Finding).bar.words.setText("国际")
        assert window.feature(Finding).hits
        window.feature(Finding).step(1)
        _tidy()
        window.feature(Finding).bar.close_bar()
        window.feature(Finding).bar.words.clear()
        _tidy()

    growth, more = _growth(read, _WARMING, _TIMES)
    assert growth < _GROWTH
    assert +more == Counter()


@pytest.mark.slow
def test_memory_stays_level_over_many_looks_at_one_document(
    window: MainWindow, files: list[Path], qtbot: QtBot
) -> None:
    window.document.open(*files)

    def look() -> None:
        for zoom in (120, 100):
            window.feature(Viewing).zoom(zoom)
        for script in ("s2t", ""):
            window.document.set_script(script)
        for width in (800, 1120):
            window.resize(width, 700)
        assert window.feature(Cards).open_footnote("fn1")
        window.feature(Cards).dismiss()
        window.feature(Ticking).tick_all(True)
        window.feature(Ticking).tick_all(False)
        window.workspace.show_notice("Something", "Do it", window.document.cancel)
        window.workspace.show_notice("")
        window.feature(RowMenu).menu(0).close()
        _tidy()

    growth, more = _growth(look, 30, 120)
    assert growth < _GROWTH
    assert +more == Counter()


@pytest.mark.slow
def test_a_closed_window_is_freed(files: list[Path], qtbot: QtBot) -> None:
    def open_and_close() -> None:
        made = MainWindow("light")
        made.show()
        made.finish_start()
        made.document.open(*files)
        made.feature(Finding).open()
        _tidy()
        made.close()
        made.deleteLater()
        _tidy()

    growth, more = _growth(open_and_close, 8, 20)
    assert growth < _GROWTH
    assert +more == Counter()
