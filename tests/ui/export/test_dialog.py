"""The dialog of the export: how it is opened, its keys, and how it looks."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.export.dialog import ExportDialog
from desktop_app.ui.export.scope import Scope
from desktop_app.ui.language.translator import Translator, texts
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.selection.ticking import Ticking
from desktop_app.ui.settings.preferences import ExportChoice
from desktop_app.ui.widgets.focus_ring import FocusRing
from desktop_app.ui.window.main_window import MainWindow
from tests.support import cut
from tests.support.waiting import settle
from tests.ui.export.conftest import choose, type_range

Model = Callable[[], BitextModel]
Open = Callable[..., ExportDialog]
KEYS = Qt.Key


# From the window


def test_the_window_opens_it_with_nothing_ticked_and_says_where_the_file_is(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.workspace.actions["export"].isEnabled()
    assert window.workspace.actions["export"].iconText() == "Export…"
    file = tmp_path / "out.md"
    monkeypatch.setattr(ExportDialog, "ask_path", lambda self, suggestion, kind: str(file))

    def save() -> None:
        dialog = QApplication.activeModalWidget()
        if not (isinstance(dialog, ExportDialog) and dialog.isActiveWindow()):
            QTimer.singleShot(50, save)
            return
        choose(dialog.form.format, "md")
        qtbot.keyClick(dialog.form.format, KEYS.Key_Return)

    QTimer.singleShot(50, save)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.view, KEYS.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert file.exists()
    assert window.tool_row.message.text() == f"Written to {file}"
    assert window.workspace.session.preferences.export.format == "md"


# By the keyboard, and as it looks


@pytest.fixture(params=["en", "zh_Hans", "zh_Hant"])
def spoken(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """The language of the interface."""
    if request.param == "en":
        yield "en"
        return
    translator = Translator(texts(request.param))
    qapp.installTranslator(translator)
    yield request.param
    qapp.removeTranslator(translator)


def test_every_field_has_a_letter_of_its_own(spoken: str, opened: Open) -> None:
    dialog = opened()
    words = [label.text() for label in dialog.findChildren(QLabel)]
    words += [button.text() for button in dialog.findChildren(QAbstractButton)]
    words = [text for text in words if "&" in text]
    letters = Counter(text[text.index("&") + 1].upper() for text in words)
    assert len(letters) >= 15
    assert [letter for letter, count in letters.items() if count > 1] == []
    for box in dialog.findChildren(QComboBox):
        labels = [label for label in dialog.findChildren(QLabel) if label.buddy() is box]
        assert labels or box is dialog.form.part


def test_tab_leads_from_above_to_below(window: MainWindow, opened: Open, qtbot: QtBot) -> None:
    window.feature(Ticking).tick_all(True)
    dialog = opened(ExportChoice("html"))
    dialog.form.scopes[Scope.TICKED].setFocus()
    order = []
    for _ in range(12):
        order.append(dialog.focusWidget())
        qtbot.keyClick(order[-1], KEYS.Key_Tab)
    assert order == [
        dialog.form.scopes[Scope.TICKED],
        dialog.form.part,
        dialog.form.typed,
        dialog.form.format,
        dialog.form.languages,
        dialog.form.arrangement,
        dialog.form.script,
        dialog.form.notes,
        dialog.form.citation,
        dialog.preview.pages[1],
        dialog.copy,
        dialog.cite,
    ]


def test_the_letter_of_the_preview_leads_to_what_is_shown(opened: Open, qtbot: QtBot) -> None:
    dialog = opened(ExportChoice("md"))
    qtbot.keyClick(dialog, KEYS.Key_W, Qt.KeyboardModifier.AltModifier)
    assert dialog.preview.pages[0].hasFocus()


def test_esc_closes(opened: Open, qtbot: QtBot) -> None:
    dialog = opened()
    qtbot.keyClick(dialog.form.typed, KEYS.Key_Escape)
    assert not dialog.isVisible()


def _cut_off(dialog: ExportDialog) -> list[str]:
    """What does not fit its widget, or the dialog."""
    out = []
    for widget in dialog.findChildren(QWidget):
        words = cut._words(widget)
        if not words or not widget.isVisible():
            continue
        if cut._is_elided(widget, words):
            out.append(f"{type(widget).__name__} {words!r}: {widget.width()} wide")
        # What is scrolled to is seen when it is come to.
        if not dialog.form.isAncestorOf(widget):
            corner = widget.mapTo(dialog, widget.rect().bottomRight())
            if not dialog.rect().contains(corner):
                out.append(f"{type(widget).__name__} {words!r}: outside")
        elif widget.geometry().right() > dialog.form.viewport().width():
            out.append(f"{type(widget).__name__} {words!r}: beyond the column")
    return out


@pytest.mark.slow
@pytest.mark.parametrize("points", [9, 12, 16])
@pytest.mark.parametrize("size", [(960, 640), (800, 560)])
def test_nothing_is_cut_off(
    spoken: str,
    opened: Open,
    qtbot: QtBot,
    qapp: QApplication,
    points: int,
    size: tuple[int, int],
) -> None:
    before = qapp.font()
    qapp.setFont(QFont(before.family(), points))
    try:
        dialog = opened(ExportChoice("html", arrangement="sequence"))
        dialog.resize(*size)
        choose(dialog.form.script, "s2twp")
        type_range(dialog, "OP9", qtbot)
        dialog.show_sentence("The file cannot be written (No space left on device).", is_error=True)
        settle()
        assert dialog.width() <= max(size[0], 900)  # letters so large need some more
        assert dialog.height() == size[1]
        assert _cut_off(dialog) == []
    finally:
        qapp.setFont(before)


def test_a_field_that_is_called_by_its_letter_is_seen(opened: Open, qtbot: QtBot) -> None:
    dialog = opened()
    dialog.resize(dialog.width(), 200)
    for key, field in ((KEYS.Key_C, dialog.form.citation), (KEYS.Key_L, dialog.form.languages)):
        qtbot.keyClick(dialog, key, Qt.KeyboardModifier.AltModifier)
        assert field.hasFocus()
        assert not field.visibleRegion().isEmpty()


def test_it_fits_a_small_screen(opened: Open) -> None:
    dialog = opened()
    smallest = dialog.minimumSizeHint()
    assert smallest.width() <= 800
    assert smallest.height() <= 560
    room = dialog.screen().availableSize()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()


def test_what_has_the_keyboard_has_a_ring(opened: Open, qtbot: QtBot) -> None:
    dialog = opened()
    qtbot.keyClick(dialog.focusWidget(), KEYS.Key_Tab)
    ring = dialog.findChild(FocusRing)
    assert ring is not None
    assert ring.isVisible()


def test_a_dialog_follows_the_theme_until_it_is_gone(
    window: MainWindow, opened: Open, qtbot: QtBot
) -> None:
    dialog = opened()
    window.theme.choose("dark")
    assert dialog.palette() == window.palette()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.deleteLater()
    window.theme.choose("sepia")  # whom the theme still told would be gone
