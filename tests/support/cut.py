"""What is cut off in a window: texts that do not fit their cells, labels, words of the tool row."""

import json
import sys

from PySide6.QtCore import QRect, qInstallMessageHandler
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QMenuBar,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from desktop_app.app import make_application
from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.screenshot import without_plugin_remarks
from desktop_app.ui.appearance.viewing import Viewing
from desktop_app.ui.finding.finding import Finding
from desktop_app.ui.page.cells.delegate import RowDelegate
from desktop_app.ui.page.nodes import Node
from desktop_app.ui.rows.auditing import Auditing
from desktop_app.ui.selection.ticking import Ticking
from desktop_app.ui.window.main_window import MainWindow

SIZES = ((1120, 700), (600, 700))


def cut_off(window: MainWindow) -> list[str]:
    """One line for each thing on the screen that is cut off, at every place of the text."""
    found: dict[str, None] = {}
    bar = window.view.verticalScrollBar()
    bar.setValue(0)
    while True:
        QApplication.processEvents()
        found |= dict.fromkeys(_rows(window))
        if bar.value() == bar.maximum():
            break
        bar.setValue(bar.value() + bar.pageStep() // 2)
    return [*found, *_controls(window)]


def _rows(window: MainWindow) -> list[str]:
    view, model, delegate = window.view, window.view.bitext_model(), window.view.row_delegate
    assert model is not None
    assert delegate is not None
    out = []
    for index in view.visible_rows():
        node = model.node(index)
        name = model.label(node) or node.kind.value
        first = view.visualRect(index)
        needs = _label_width(delegate, node)
        if needs > first.width():
            out.append(f"label {name}: {needs:.0f} of {first.width()}")
        for column in range(1, delegate.geometry.columns):
            cell = view.visualRect(index.siblingAtColumn(delegate.geometry.layout.host(column)))
            document = delegate.geometry.document(node, column)
            if document is None:
                continue
            place = delegate.geometry.text_corner(node, column, cell)
            # A line may end in a space, which nobody misses.
            right = place.x() + document.idealWidth()
            if right > cell.right() + 1:
                out.append(f"text {column} of {name}: to {right:.0f} of {cell.right()}")
            bottom = place.y() + document.size().height()
            if bottom > cell.bottom() + 1:
                out.append(f"text {column} of {name}: down to {bottom:.0f} of {cell.bottom()}")
    return out


def _label_width(delegate: RowDelegate, node: Node) -> float:
    """What the label and the marks of a row need, from the left edge of its first cell."""
    return delegate.geometry.label_width(node)


def _controls(window: MainWindow) -> list[str]:
    out = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.window() is not window:
            continue
        words = _words(widget)
        if not words:
            continue
        if _is_elided(widget, words):
            out.append(f"{type(widget).__name__} {words!r}: {widget.width()} wide")
        corner = widget.mapTo(window, widget.rect().topLeft())
        if not window.rect().contains(QRect(corner, widget.size())):
            out.append(f"{type(widget).__name__} {words!r}: outside the window")
    bar = window.menuBar()
    assert isinstance(bar, QMenuBar)
    for action in bar.actions():
        if not bar.rect().contains(bar.actionGeometry(action)):
            out.append(f"menu {action.text()!r}")
    return out


def _words(widget: QWidget) -> str:
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QAbstractButton | QLabel):
        return widget.text()
    return ""


def _is_elided(widget: QWidget, words: str) -> bool:
    if isinstance(widget, QAbstractButton):
        return widget.width() < widget.minimumSizeHint().width()
    room = widget.contentsRect().width()
    if isinstance(widget, QComboBox):
        option = QStyleOptionComboBox()
        widget.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        complex_control = QStyle.ComplexControl.CC_ComboBox
        room = widget.style().subControlRect(complex_control, option, part, widget).width()
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.height() < widget.heightForWidth(widget.width())
    return room < widget.fontMetrics().horizontalAdvance(words.replace("&", "")) - 1


def prepared(window: MainWindow, size: tuple[int, int], zoom: int) -> MainWindow:
    """The window in a size, with all that it can show beside the text."""
    window.resize(*size)
    window.feature(Viewing).zoom(zoom)
    assert window.feature(Auditing) is not None
    window.feature(Auditing).audit_now()
    window.feature(Auditing).open()
    window.feature(Ticking).tick_all(True)
    window.feature(Finding).open()
    assert window.feature(Finding) is not None
    window.feature(Finding).bar.words.setText("核")
    window.workspace.show_notice(
        "The file does not exist; choose another one.", "Choose another", window.document.cancel
    )
    QApplication.processEvents()
    return window


def main() -> None:
    """Prints what is cut off in either size, as JSON; for a process with a scale of its own."""
    qInstallMessageHandler(without_plugin_remarks)
    make_application()
    found = {}
    for size in SIZES:
        window = MainWindow("light")
        window.show()
        window.document.open(BUNDLED, BUNDLED_TRANSLATION)
        window.finish_start()
        found[str(size)] = cut_off(prepared(window, size, int(sys.argv[1])))
        window.close()
    print(json.dumps(found))


if __name__ == "__main__":
    main()
