"""A monkey that presses everything, for about a minute in all: nothing it does may fail, change a
document, or lose a clause."""

from collections import Counter
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.resolution.bitext import Bitext
from desktop_app.ui.settings.kept_places import KeptPlaces
from desktop_app.ui.settings.session import Session
from desktop_app.ui.settings.settings import Settings
from desktop_app.ui.window.main_window import MainWindow
from tests.support.waiting import settle

_STEPS = 1_500
_IN_A_DIALOG = 12
"""What the monkey does in a dialog before it leaves it."""
_KEYS = (
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home),
    *(Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_Tab),
    *(Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Backspace, Qt.Key.Key_Delete),
    *(Qt.Key.Key_Menu, Qt.Key.Key_F6, Qt.Key.Key_A, Qt.Key.Key_5, Qt.Key.Key_Asterisk),
)
_MODIFIERS = (
    *[Qt.KeyboardModifier.NoModifier] * 4,
    *(Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier),
    *(Qt.KeyboardModifier.AltModifier,),
)
_BUTTONS = (*[Qt.MouseButton.LeftButton] * 4, Qt.MouseButton.RightButton)


class Monkey(QObject):
    """Presses keys, buttons, menus and the mouse at random in a window, again the same for a
    seed."""

    def __init__(self, window: MainWindow, folder: Path, seed: int) -> None:
        super().__init__(window)
        self.window = window
        self.folder = folder
        self.chance = Random(seed)
        self.done: Counter[str] = Counter()
        self._in_dialog = 0
        self.is_awake = True
        self._look_again()

    def act(self) -> None:
        """Does one thing."""
        kind = self.chance.choices(
            (self._action, self._key, self._click, self._drag, self._wheel, self._resize),
            (30, 25, 25, 6, 10, 2),
        )[0]
        self.done[kind.__name__] += 1
        kind()
        popup = QApplication.activePopupWidget()
        if popup is not None and self.chance.random() < 0.5:
            popup.close()
        settle()

    def _action(self) -> None:
        actions = [
            action
            for action in self.window.findChildren(QAction)
            if action.isEnabled() and action.menu() is None and not action.isSeparator()
            if action.shortcut() != QKeySequence("Ctrl+Q")
        ]
        action = self.chance.choice(actions)
        self.done[action.text()] += 1
        action.trigger()

    def _widget(self) -> QWidget:
        top = QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.window
        shown = [widget for widget in top.findChildren(QWidget) if widget.isVisible()]
        return self.chance.choice([*shown, top, self.window.view.viewport()])

    def _point(self, widget: QWidget) -> QPoint:
        return QPoint(
            self.chance.randrange(max(widget.width(), 1)),
            self.chance.randrange(max(widget.height(), 1)),
        )

    def _key(self) -> None:
        target = QApplication.focusWidget() or self.window.view
        QTest.keyClick(target, self.chance.choice(_KEYS), self.chance.choice(_MODIFIERS))

    def _click(self) -> None:
        widget = self._widget()
        if not isValid(widget):  # a list that Qt takes away while it is looked for
            return
        press = self.chance.choice((QTest.mouseClick, QTest.mouseClick, QTest.mouseDClick))
        button, modifier = self.chance.choice(_BUTTONS), self.chance.choice(_MODIFIERS)
        press(widget, button, modifier, self._point(widget))

    def _drag(self) -> None:
        page, none = self.window.view.viewport(), Qt.KeyboardModifier.NoModifier
        QTest.mousePress(page, Qt.MouseButton.LeftButton, none, self._point(page))
        for _ in range(3):
            QTest.mouseMove(page, self._point(page))
        QTest.mouseRelease(page, Qt.MouseButton.LeftButton, none, self._point(page))

    def _wheel(self) -> None:
        bar = self.window.view.verticalScrollBar()
        bar.setValue(self.chance.randint(bar.minimum(), bar.maximum()))

    def _resize(self) -> None:
        self.window.resize(self.chance.randint(300, 1600), self.chance.randint(200, 1000))

    def _look_again(self) -> None:
        """Dialogs run loops of their own, one in the other, in which only a new timer can act."""
        if self.is_awake:
            QTimer.singleShot(1, self._act_in_dialog)

    def _act_in_dialog(self) -> None:
        self._look_again()
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):  # that of a button runs a loop as well
            self._act_in_menu(menu)
            return
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog):
            self._in_dialog = 0
            return
        self._in_dialog += 1
        if isinstance(dialog, QFileDialog) and self.chance.random() < 0.5:
            dialog.selectFile(str(self.folder / "export"))
            dialog.accept()
        elif self._in_dialog > _IN_A_DIALOG or isinstance(dialog, QFileDialog):
            dialog.reject()
        else:
            self.chance.choice((self._key, self._click))()

    def _act_in_menu(self, menu: QMenu) -> None:
        """Chooses an entry by the keyboard, or leaves the menu."""
        entries = [action for action in menu.actions() if action.isEnabled() and action.text()]
        if entries and self.chance.random() < 0.7:
            menu.setActiveAction(self.chance.choice(entries))
            QTest.keyClick(menu, Qt.Key.Key_Return)
        else:
            menu.close()


def _check(bitext: Bitext) -> None:
    """Every clause and every footnote of both versions stands in one row."""
    for number, version in enumerate((bitext.source, bitext.target)):
        if version is not None:
            there = Counter(id for row in bitext.rows for id in (row.source, row.target)[number])
            clauses = Counter(clause.id for clause in version.walk())
            assert there == clauses + Counter(note.id for note in version.footnotes)


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """A window that keeps all it can keep, and opens now a document, now what is none."""
    broken = tmp_path / "broken.md"
    broken.write_bytes(b"\xff\xfe\x00nothing")
    paths = iter([str(BUNDLED), "", str(broken), str(BUNDLED_TRANSLATION)] * _STEPS)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (next(paths), ""))
    session = Session(Settings(tmp_path / "settings.ini"), KeptPlaces(tmp_path / "places.json"))
    window = MainWindow("light", corrections=tmp_path / "corrections.sqlite", session=session)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.document.open(BUNDLED, BUNDLED_TRANSLATION)
    window.finish_start()
    settle()
    return window


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_pressed_nothing_fails_and_nothing_is_lost(
    opened: MainWindow, tmp_path: Path, seed: int
) -> None:
    files = [file.read_bytes() for file in (BUNDLED, BUNDLED_TRANSLATION)]
    monkey = Monkey(opened, tmp_path, seed)
    for _ in range(_STEPS):
        monkey.act()
        assert opened.isVisible(), "the window was closed"
    monkey.is_awake = False
    settle()
    assert [file.read_bytes() for file in (BUNDLED, BUNDLED_TRANSLATION)] == files
    _check(opened.document.model.bitext)
    opened.close()
    after = MainWindow("light", corrections=tmp_path / "corrections.sqlite")
    after.document.open(BUNDLED, BUNDLED_TRANSLATION)
    _check(after.document.model.bitext)
    after.close()
