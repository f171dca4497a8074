"""The window looks as it did when a person last looked at pictures of it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.support import pictures
from tests.support.paths import ROOT
from tests.support.pictures import LOOKS, PICTURES, difference, missing_fonts


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Path:
    """All pictures as they are drawn now, in a process of their own."""
    missing = missing_fonts()
    if missing:
        pytest.skip(f"the pictures are drawn with {', '.join(missing)}, not installed here")
    folder = tmp_path_factory.mktemp("pictures")
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("QT_", "LC_"))
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.support.pictures", str(folder)],
        env=environment | {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return folder


@pytest.mark.slow
@pytest.mark.xdist_group("pictures")  # drawn once
@pytest.mark.parametrize("name", LOOKS)
def test_the_window_looks_as_it_was_reviewed(drawn: Path, name: str) -> None:
    now, reviewed = drawn / f"{name}.png", PICTURES / f"{name}.png"
    found = difference(QImage(str(now)), QImage(str(reviewed)))
    assert not found.is_seen, (
        f"{now} differs from {reviewed} by {found.mean:.2f} in the mean and much in "
        f"{found.share:.2%}; if it is better, renew them all: python -m tests.support.pictures"
    )


def test_there_is_a_picture_of_every_look_and_no_other() -> None:
    assert {file.stem for file in PICTURES.glob("*.png")} == {*LOOKS}
    for theme in pictures.THEMES:
        assert sum(look.theme == theme for look in LOOKS.values()) >= 6


# What counts as a difference


@pytest.fixture
def picture(qapp: QApplication) -> QImage:
    """A page of the window."""
    return QImage(str(PICTURES / "light-wide-100.png"))


def _moved(picture: QImage, across: int, down: int) -> QImage:
    made = QImage(picture.size(), picture.format())
    made.fill(picture.pixelColor(0, 0))
    painter = QPainter(made)
    painter.drawImage(across, down, picture)
    painter.end()
    return made


def test_the_same_picture_does_not_differ(picture: QImage) -> None:
    assert difference(picture, picture) == (0, 0)


def test_differently_smoothed_letters_are_no_difference(picture: QImage) -> None:
    size = picture.size()
    blurred = picture.scaled(size * 2).scaled(size)
    noisy = QImage(picture)
    for x in range(0, noisy.width(), 3):
        for y in range(0, noisy.height(), 3):
            color = noisy.pixelColor(x, y)
            noisy.setPixelColor(x, y, color.darker(102))
    assert not difference(picture, blurred).is_seen
    assert not difference(picture, noisy).is_seen


def test_a_line_that_moved_another_colour_and_a_missing_mark_are_differences(
    picture: QImage,
) -> None:
    assert difference(picture, _moved(picture, 0, 4)).is_seen
    assert difference(picture, _moved(picture, 6, 0)).is_seen
    tinted = QImage(picture)
    painter = QPainter(tinted)
    painter.fillRect(tinted.rect(), QColor(255, 240, 200, 40))
    painter.end()
    assert difference(picture, tinted).is_seen
    covered = QImage(picture)
    painter = QPainter(covered)
    painter.fillRect(0, 0, 130, 26, picture.pixelColor(5, 60))  # the menus
    painter.end()
    assert difference(picture, covered).is_seen
    assert difference(picture, QImage(str(PICTURES / "light-narrow-100.png"))).is_seen
