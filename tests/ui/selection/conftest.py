"""The mouse and the keys on the texts of a window."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.resolution.model import words
from desktop_app.ui.page.cells.text_positions import cursors_over, first_line_rect
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import cell, node_of

LEFT = Qt.MouseButton.LeftButton
NO_BUTTON = Qt.MouseButton.NoButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def place(window: MainWindow, id: str, column: int, words_: str, after: bool = False) -> QPoint:
    """In the viewport, the left edge of the first of some words of a clause, or where they end."""
    rect = cell(window, id, window.view.look.layout.host(column))
    model = window.view.bitext_model()
    delegate = window.view.row_delegate
    node = node_of(model, id)
    paragraphs = model.texts(node, column - 1)
    number = next(n for n, p in enumerate(paragraphs) if words_ in words(p.runs))
    start = words(paragraphs[number].runs).index(words_)
    document = delegate.geometry.document(node, column)
    assert document is not None
    (cursor,) = cursors_over(document, paragraphs, number, start, start + len(words_))
    if after:
        cursor.setPosition(cursor.selectionEnd())
    line = first_line_rect(document, cursor)
    block = document.findBlock(cursor.selectionStart())
    layout = block.layout().lineForTextPosition(cursor.selectionStart() - block.position())
    x = layout.cursorToX(cursor.selectionStart() - block.position())
    left = float(x[0]) if isinstance(x, tuple) else float(str(x))
    left += document.documentLayout().blockBoundingRect(block).left()  # of the cell of a table
    corner = delegate.geometry.text_corner(node, column, rect)
    return QPoint(round(corner.x() + left), round(corner.y() + line.center().y()))


def mouse(
    window: MainWindow,
    kind: QEvent.Type,
    point: QPoint,
    button: Qt.MouseButton = LEFT,
    down: Qt.MouseButton = LEFT,
    keys: Qt.KeyboardModifier = NONE,
) -> None:
    port = window.view.viewport()
    glob = QPointF(port.mapToGlobal(point))
    QApplication.sendEvent(port, QMouseEvent(kind, QPointF(point), glob, button, down, keys))


def drag(window: MainWindow, start: QPoint, *on: QPoint) -> None:
    mouse(window, QEvent.Type.MouseButtonPress, start)
    for point in on:
        mouse(window, QEvent.Type.MouseMove, point, NO_BUTTON)
    mouse(window, QEvent.Type.MouseButtonRelease, on[-1], LEFT, NO_BUTTON)


def click(window: MainWindow, point: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
    mouse(window, QEvent.Type.MouseButtonPress, point, keys=keys)
    mouse(window, QEvent.Type.MouseButtonRelease, point, LEFT, NO_BUTTON, keys)


def copied(window: MainWindow) -> str:
    """What Ctrl+C copies."""
    QApplication.clipboard().clear()
    window.workspace.actions["copy"].trigger()
    return QApplication.clipboard().text()


def current(window: MainWindow, id: str) -> None:
    model = window.view.bitext_model()
    window.view.setFocus()
    window.view.setCurrentIndex(model.index_of(node_of(model, id)))


def press(window: MainWindow, qtbot: QtBot, key: Qt.Key, keys: Qt.KeyboardModifier = SHIFT) -> None:
    qtbot.keyClick(window.view, key, keys)
