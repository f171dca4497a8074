"""What the window does without the names of Qt's namespace is what it would do with them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPalette
from PySide6.QtWidgets import QApplication

from desktop_app.ui.page import model
from desktop_app.ui.page.ink import brush, fill, fill_path, write_in
from desktop_app.ui.widgets.theme import _began_dark, first_theme, theme
from desktop_app.ui.window import trust_bar
from desktop_app.ui.window.main_window import MainWindow

_RED, _BLUE = QColor(200, 10, 20), QColor(10, 20, 200)


@pytest.fixture
def image() -> QImage:
    made = QImage(20, 20, QImage.Format.Format_RGB32)
    made.fill(QColor(255, 255, 255))
    return made


def test_numbers_used_for_names_of_qt_are_right() -> None:
    roles, flags = Qt.ItemDataRole, Qt.TextFlag
    assert (roles.UserRole, roles.AccessibleTextRole) == (model._NODE, model._ACCESSIBLE_TEXT)
    assert flags(trust_bar._WRAPPED) is flags.TextWordWrap
    assert flags.TextWordWrap.value | Qt.AlignmentFlag.AlignRight.value == trust_bar._RIGHT


def test_the_scroll_bars_are_set_by_their_names(window: MainWindow) -> None:
    policy = Qt.ScrollBarPolicy
    assert window.view.verticalScrollBarPolicy() is policy.ScrollBarAlwaysOn
    assert window.view.horizontalScrollBarPolicy() is policy.ScrollBarAlwaysOff


@pytest.mark.usefixtures("qapp")
def test_a_brush_has_one_colour_and_no_pattern() -> None:
    assert brush(_RED).color() == _RED
    assert brush(_RED).style() is Qt.BrushStyle.SolidPattern


@pytest.mark.usefixtures("qapp")
def test_rectangles_and_paths_are_filled_to_their_edges(image: QImage) -> None:
    painter = QPainter(image)
    fill(painter, QRect(2, 3, 4, 1), _RED)
    path = QPainterPath()
    path.addRect(QRectF(10, 10, 3, 3))
    fill_path(painter, path, _BLUE)
    painter.end()
    found = {(x, y): image.pixelColor(x, y) for x in range(20) for y in range(20)}
    assert {place for place, color in found.items() if color == _RED} == {
        (x, 3) for x in range(2, 6)
    }
    assert {place for place, color in found.items() if color == _BLUE} == {
        (x, y) for x in range(10, 13) for y in range(10, 13)
    }


@pytest.mark.usefixtures("qapp")
def test_text_has_the_colour_asked_for(image: QImage) -> None:
    painter = QPainter(image)
    for color in (_RED, _RED, _BLUE):
        write_in(painter, color)
        assert painter.pen().color() == color
    painter.end()


# The first theme


@pytest.fixture
def palette(qapp: QApplication) -> Iterator[QPalette]:
    """The palette of the application, which is there again afterwards."""
    before = QApplication.palette()
    _began_dark.cache_clear()
    yield QPalette(before)
    QApplication.setPalette(before)
    _began_dark.cache_clear()


@pytest.mark.parametrize(("window", "name"), [("#202020", "dark"), ("#efefef", "light")])
def test_the_first_theme_follows_the_palette_of_the_system(
    palette: QPalette, window: str, name: str
) -> None:
    palette.setColor(QPalette.ColorRole.Window, QColor(window))
    QApplication.setPalette(palette)
    assert first_theme("").name == name
    QApplication.setPalette(theme("sepia").palette())  # as the window does
    assert theme("").name == name
    assert first_theme("sepia") == theme("sepia")
