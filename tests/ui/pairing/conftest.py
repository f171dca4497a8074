"""A folder with one document in six languages, and a window on one or two of them."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from desktop_app.ui.pairing.beside import Pairing
from desktop_app.ui.pairing.beside_menu import BesideMenu
from desktop_app.ui.window.main_window import MainWindow
from tests.support.paths import FIXTURES
from tests.support.waiting import settle

NAMES = {
    code: f"A_RES_81_19-{code.upper()}.md" for code in ("ar", "en", "es", "fr", "ru", "zh")
}  # fmt: skip

Look = Callable[[], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "texts"
    made.mkdir()
    for code, name in NAMES.items():
        shutil.copyfile(FIXTURES / "everything" / f"{code}.md", made / name)
    return made


@pytest.fixture
def look(window: MainWindow, qtbot: QtBot) -> Look:
    """Opens the menu Beside, and waits until everything was looked through."""

    def look_through() -> None:
        menu = window.feature(BesideMenu).menu
        menu.aboutToShow.emit()
        qtbot.waitUntil(lambda: not window.feature(Pairing).is_looking)
        settle()

    return look_through


def entries(window: MainWindow) -> list[QAction]:
    return window.feature(BesideMenu).menu.actions()


def listed(window: MainWindow) -> list[str]:
    """The words of the menu, without the signs that keep names apart; ticked ones with a mark."""
    words = [
        entry.text().translate({0x2068: None, 0x2069: None}) + (" ✓" if entry.isChecked() else "")
        for entry in entries(window)
    ]
    return words[: words.index("&Swap sides")]


def choose(window: MainWindow, words: str) -> None:
    """Chooses the entry that begins with these words."""
    next(entry for entry in entries(window) if entry.text().startswith(words)).trigger()
    settle()


def choose_first(window: MainWindow, words: str) -> None:
    """The same in the menu of the first text."""
    menu = window.feature(BesideMenu).first
    next(entry for entry in menu.actions() if entry.text().startswith(words)).trigger()
    settle()


def shown(window: MainWindow) -> list[str]:
    return [side.language for side in window.document.sides]
