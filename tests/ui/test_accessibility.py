"""The window without a mouse, without seeing it, and without seeing its colours."""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QAction, QImage, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QMenu,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.ui.cards.cards import Cards
from desktop_app.ui.export.exporting import Exporting
from desktop_app.ui.finding.finding import Finding
from desktop_app.ui.page.cells.badges import paint_badge
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.page.nodes import Remark
from desktop_app.ui.rows.auditing import Auditing
from desktop_app.ui.settings.preferences import ExportChoice
from desktop_app.ui.widgets.glyph_buttons import is_glyph
from desktop_app.ui.window.main_window import MainWindow
from tests.support.cut import SIZES, cut_off, prepared
from tests.support.paths import ROOT

Model = Callable[[], BitextModel]
NAME = QAccessible.Text.Name
DESCRIPTION = QAccessible.Text.Description


@pytest.fixture
def full(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window with all that it can show beside the text."""
    prepared(window, (1120, 700), 100)
    assert window.feature(Cards).open_footnote("fn2")
    return window


@pytest.fixture(params=["export"])
def dialog(window: MainWindow, request: pytest.FixtureRequest, qtbot: QtBot) -> QDialog:
    """Each dialog of the program."""
    made = window.feature(Exporting).dialog(ExportChoice())
    qtbot.addWidget(made)
    made.show()
    return made


# Every action without a mouse


def _menu_actions(window: MainWindow) -> Iterator[QAction]:
    """All actions that the menu bar leads to, those of submenus included."""
    menus = [action.menu() for action in window.menuBar().actions()]
    while menus:
        menu = menus.pop()
        assert isinstance(menu, QMenu)
        for action in menu.actions():
            if isinstance(action.menu(), QMenu):
                menus.append(action.menu())
            if not action.isSeparator():
                yield action


def test_every_action_has_a_name_and_a_shortcut_or_a_place_in_a_menu(window: MainWindow) -> None:
    in_menus = list(_menu_actions(window))
    own = [
        action
        for action in window.findChildren(QAction)
        if action in list(window.workspace.actions.all().values())
    ]
    assert len(own) == len(list(window.workspace.actions.all().values()))
    for action in {*own, *in_menus}:
        assert not is_glyph(action.text())
        assert action.shortcuts() or action in in_menus
    assert set(window.workspace.actions.all().values()) <= set(in_menus)


def test_every_menu_opens_by_the_keyboard(window: MainWindow) -> None:
    titles = [action.text() for action in window.menuBar().actions()]
    assert titles
    letters = [title[title.index("&") + 1].lower() for title in titles]
    assert len(letters) == len(set(letters))


def test_no_shortcut_does_two_things(window: MainWindow) -> None:
    shortcuts = Counter(
        key.toString() for action in window.findChildren(QAction) for key in action.shortcuts()
    )
    assert [keys for keys, count in shortcuts.items() if count > 1] == []


def test_every_button_of_the_tool_row_is_in_a_menu_too(window: MainWindow) -> None:
    in_menus = list(_menu_actions(window))
    for button in window.tool_row.findChildren(QWidget):
        default = getattr(button, "defaultAction", None)
        if default is not None:
            assert default() in in_menus


@pytest.mark.parametrize(
    ("keys", "happened"),
    [
        ("Ctrl+Shift+A", lambda window: window.view.bitext_model().ticked_rows()),
        ("Ctrl+F", lambda window: window.feature(Finding).bar.isVisible()),
        ("Ctrl++", lambda window: window.view.look.zoom == 110),
        ("F8", lambda window: window.feature(Auditing).current == 0),
        ("Ctrl+F8", lambda window: window.feature(Auditing).panel.isVisible()),
    ],
)
def test_a_shortcut_does_what_its_action_says(
    window: MainWindow, qtbot: QtBot, keys: str, happened: Callable[[MainWindow], object]
) -> None:
    window.feature(Auditing).audit_now()
    action = next(
        a
        for a in list(window.workspace.actions.all().values())
        if keys in (k.toString() for k in a.shortcuts())
    )
    window.activateWindow()
    window.view.setFocus()
    key = action.shortcuts()[[k.toString() for k in action.shortcuts()].index(keys)]
    qtbot.keySequence(window.view, key)
    assert happened(window)


# Every widget that takes the focus


def _focusable(top: QWidget) -> list[QWidget]:
    """The widgets that a person comes to with Tab, but for parts of other widgets."""
    found = [top, *top.findChildren(QWidget)]
    return [
        widget
        for widget in found
        if widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        and not isinstance(widget.parent(), QComboBox | QAbstractSpinBox)
        and not (isinstance(widget, QAbstractItemView) and _is_popup(widget))
    ]


def _is_popup(widget: QWidget) -> bool:
    return bool(widget.window().windowFlags() & Qt.WindowType.Popup.value == Qt.WindowType.Popup)


def _told(widget: QWidget) -> str:
    """What a screen reader says of a widget beside what is in it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    name = interface.text(NAME)
    if isinstance(widget, QComboBox):
        # Its name is its value there where labels are told by themselves.
        label = _label_of(widget)
        return widget.accessibleName() or label or interface.text(DESCRIPTION)
    return name


def _label_of(widget: QWidget) -> str:
    """The words of the label that stands for a widget."""
    labels = widget.window().findChildren(QLabel)
    return next((label.text() for label in labels if label.buddy() is widget), "")


def test_every_widget_that_takes_the_focus_has_a_name(full: MainWindow) -> None:
    widgets = _focusable(full)
    assert len(widgets) > 12
    nameless = [type(widget).__name__ for widget in widgets if is_glyph(_told(widget))]
    assert nameless == []


def test_every_field_of_a_dialog_has_a_name(dialog: QDialog) -> None:
    widgets = _focusable(dialog)
    assert len(widgets) >= 4
    assert [type(widget).__name__ for widget in widgets if is_glyph(_told(widget))] == []


def _unseen(top: QWidget, qtbot: QtBot) -> list[str]:
    """The widgets that look the same with and without the focus."""
    top.activateWindow()
    qtbot.waitUntil(top.isActiveWindow)
    count = sum(widget.isVisible() and widget.isEnabled() for widget in _focusable(top))
    out = []
    before = top.focusWidget()
    for _ in range(count):
        qtbot.keyClick(before, Qt.Key.Key_Tab)
        widget = top.focusWidget()
        QApplication.processEvents()
        having = top.grab().toImage()
        widget.clearFocus()
        QApplication.processEvents()
        area = widget.rect().translated(widget.mapTo(top, widget.rect().topLeft()))
        if having.copy(area) == top.grab().toImage().copy(area):
            out.append(f"{type(widget).__name__} {_told(widget)!r}")
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        before = widget
    return out


def test_every_widget_of_the_window_shows_that_it_has_the_focus(
    full: MainWindow, qtbot: QtBot
) -> None:
    full.activateWindow()
    full.view.setFocus()
    full.view.scrollTo(full.view.currentIndex())
    assert _unseen(full, qtbot) == []


def test_every_field_of_a_dialog_shows_that_it_has_the_focus(dialog: QDialog, qtbot: QtBot) -> None:
    dialog.activateWindow()
    _focusable(dialog)[0].setFocus()
    assert _unseen(dialog, qtbot) == []


def test_tab_leads_through_the_window_and_back_to_where_it_began(
    full: MainWindow, qtbot: QtBot
) -> None:
    full.activateWindow()
    full.view.setFocus()
    order = [full.focusWidget()]
    for _ in range(200):
        qtbot.keyClick(full.focusWidget(), Qt.Key.Key_Tab)
        if full.focusWidget() is not full.view:
            order.append(full.focusWidget())
        elif len(order) > 1:  # before, the keyboard went from mark to mark within the texts
            break
    visible = [w for w in _focusable(full) if w.isVisible() and w.isEnabled()]
    assert {*visible} <= {*order}


# Nothing by colour alone


def test_highlighted_words_differ_without_their_colours(
    full: MainWindow, model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With all colours behind words taken away, current hits, hits and findings still differ."""
    view, auditing = full.view, full.feature(Auditing)
    delegate = view.row_delegate
    paper = delegate.geometry.typesetter.theme.paper
    monkeypatch.setattr(type(delegate.geometry.typesetter.theme), "highlight", lambda *_: paper)
    full.feature(Finding).bar.words.clear()
    auditing.show_finding(0)
    full.feature(Cards).dismiss()
    place = view.verticalScrollBar().value()

    def picture() -> QImage:
        view.verticalScrollBar().setValue(place)
        QApplication.processEvents()
        return view.viewport().grab().toImage().copy(160, 0, 900, 700)

    current = picture()
    auditing.current = -1
    auditing._highlight_words()
    marked = picture()
    auditing.panel.close_panel()
    plain = picture()
    assert plain != marked
    assert marked != current


def test_the_current_hit_differs_from_the_others_without_its_colour(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    delegate = window.view.row_delegate
    paper = delegate.geometry.typesetter.theme.paper
    monkeypatch.setattr(type(delegate.geometry.typesetter.theme), "highlight", lambda *_: paper)
    window.feature(Finding).open()
    window.feature(Finding).bar.words.setText("大会")
    pictures = []
    for _ in range(2):
        QApplication.processEvents()
        pictures.append(window.view.viewport().grab().toImage())
        bar = window.view.verticalScrollBar().value()
        window.feature(Finding).step(1)
        window.view.verticalScrollBar().setValue(bar)
    assert pictures[0] != pictures[1]


def test_each_remark_has_a_badge_of_its_own_shape(window: MainWindow, model: Model) -> None:
    shapes = []
    for mark in Remark:
        picture = QImage(32, 32, QImage.Format.Format_ARGB32)
        picture.fill(0)
        painter = QPainter(picture)
        paint_badge(painter, QRectF(0, 0, 32, 32), mark, window.font(), window.theme.colors)
        painter.end()
        shapes.append(picture.convertToFormat(QImage.Format.Format_Alpha8))
    assert all(a != b for place, a in enumerate(shapes) for b in shapes[:place])


# At 200 per cent nothing is cut off


@pytest.mark.parametrize("size", SIZES, ids=["wide", "narrow"])
def test_at_200_per_cent_nothing_is_cut_off(window: MainWindow, size: tuple[int, int]) -> None:
    assert cut_off(prepared(window, size, 200)) == []


@pytest.mark.slow
@pytest.mark.parametrize("zoom", [100, 200])
def test_on_a_screen_of_twice_the_points_nothing_is_cut_off(zoom: int) -> None:
    environment = dict(os.environ) | {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "2"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.support.cut", str(zoom)],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == {str(size): [] for size in SIZES}
