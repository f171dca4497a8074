"""The program on a real window system: `make test` runs this under Xvfb."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from desktop_app.ui.cards.cards import Cards
from desktop_app.ui.window.main_window import MainWindow


@pytest.mark.display
def test_the_window_opens_on_a_screen_and_shows_the_text(window: MainWindow, qtbot: QtBot) -> None:
    assert QGuiApplication.platformName() != "offscreen"
    picture = window.grab().toImage()
    assert _colors(picture) > 50


@pytest.mark.display
def test_the_card_of_a_footnote_opens_on_a_screen(window: MainWindow, qtbot: QtBot) -> None:
    assert window.feature(Cards).open_footnote("fn3")
    with qtbot.waitExposed(window.feature(Cards).card):
        pass
    assert "A/74/548" in window.feature(Cards).card.text


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_screenshot_command_draws_the_bundled_text_without_a_display(
    theme: str, tmp_path: Path
) -> None:
    file = tmp_path / "window.png"
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    done = subprocess.run(
        [sys.executable, "-m", "desktop_app", "screenshot", "--theme", theme, "-o", file],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert (done.returncode, done.stderr) == (0, "")
    picture = QImage(str(file))
    assert (picture.width(), picture.height()) == (1120, 700)
    assert _colors(picture) > 50
    paper = picture.pixelColor(400, 690)
    assert (paper.lightness() > 200) == (theme == "light")


def _colors(picture: QImage) -> int:
    """How many colours there are in the middle of a picture: more than a few is text."""
    lines = range(250, 350, 9)
    return len({picture.pixel(x, y) for y in lines for x in range(picture.width())})


def test_without_a_display_the_window_says_so_in_one_sentence() -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    done = subprocess.run(
        [sys.executable, "-m", "desktop_app"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("resolution-reader: There is no display")
    assert len(done.stderr.splitlines()) == 1
