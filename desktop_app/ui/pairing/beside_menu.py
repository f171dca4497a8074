"""Beside: the menu in the tool row and in the View menu with what can be shown beside what."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from desktop_app.ui.pairing.beside import Pairing
from desktop_app.ui.pairing.known import version_name
from desktop_app.ui.widgets.actions import Menu
from desktop_app.ui.widgets.plain_text import tooltip
from desktop_app.ui.widgets.theme import SPACE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop_app.ui.pairing.known import Known
    from desktop_app.ui.workspace import Workspace

_LONGEST_NAME = 90 * SPACE
"""Pixels of the name of a file; what is longer is cut in the middle."""
_ISOLATED = "\u2068%s\u2069"
"""A name in whatever script, between signs that keep it from turning round what is beside it."""


class Choice(NamedTuple):
    """An entry: its words, its tooltip, whether it is the one chosen, and what chooses it."""

    words: str
    tip: str
    is_chosen: bool
    choose: Callable[[], object]


class BesideMenu(QObject):
    """Lists the versions by language, the one beside the first text ticked, and looks for more
    whenever it opens."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.window)
        self._workspace = workspace
        self._pairing = workspace.feature(Pairing)
        actions = workspace.actions
        self.swap = actions.add(
            "swap sides", self.tr("&Swap sides"), "Ctrl+Shift+X", self._pairing.swap
        )
        self.another = QAction(self.tr("Open another &file…"), self)
        self.another.triggered.connect(actions["open translation"].trigger)
        self.menu = QMenu(self.tr("&Beside"), workspace.window)
        self.menu.setToolTipsVisible(True)
        self.first = QMenu(self.tr("&First text"), self.menu)
        self.first.setToolTipsVisible(True)
        self.third = QMenu(self.tr("&Third column"), self.menu)
        self.third.setToolTipsVisible(True)
        self.menu.aboutToShow.connect(self.fill)  # the window may be wider now
        self.menu.aboutToShow.connect(self._pairing.look)
        actions.add_menu(Menu.VIEW, 12, self.menu)
        action = self.menu.menuAction()
        action.setToolTip(self.tr("What stands beside the text"))
        actions.add_tool(11, action, self.tr("Beside"), "translation")
        self._groups: list[QActionGroup] = []
        self._listed: object = None
        self._pairing.changed.connect(self.fill)
        self.fill()

    def fill(self) -> None:
        """Lists what can be chosen now; also while the menu is open, where an entry stays the
        current one."""
        pairing = self._pairing
        beside, first = pairing.shown[1:], pairing.shown[:1]
        seconds = self._choices(pairing.others(), beside, pairing.put_beside)
        firsts = self._choices(pairing.all(), first, pairing.put_first)
        thirds = self._choices(pairing.thirds(), (pairing.third,), pairing.put_third)
        missing = self._missing(bool(seconds))
        lists = seconds, firsts, thirds
        listed = [[choice[:3] for choice in choices] for choices in lists], missing
        if listed != self._listed:
            self._listed = listed
            active = self.menu.activeAction()
            words = {entry.text() for entry in self.menu.actions() if entry == active}
            self._list(seconds, firsts, thirds, missing)
            for entry in self.menu.actions():
                if entry.text() in words:
                    self.menu.setActiveAction(entry)

    def _list(
        self, seconds: list[Choice], firsts: list[Choice], thirds: list[Choice], missing: str
    ) -> None:
        is_pair = any(choice.is_chosen for choice in seconds)
        for group in self._groups:
            group.deleteLater()
        self.menu.clear()
        self.first.clear()
        if firsts:
            alone = Choice(self.tr("&Alone"), "", not is_pair, self._pairing.show_alone)
            seconds = [*seconds, alone]
        self.third.clear()
        if thirds:
            is_third = any(choice.is_chosen for choice in thirds)
            none = partial(self._pairing.put_third, None)
            thirds = [*thirds, Choice(self.tr("&None"), "", not is_third, none)]
        self._groups = [
            _offer(self.menu, seconds),
            _offer(self.first, firsts),
            _offer(self.third, thirds),
        ]
        if missing:
            line = QAction(missing, self.menu)
            line.setEnabled(False)
            self.menu.addAction(line)
        self.menu.addSeparator()
        self.menu.addAction(self.swap)
        self.menu.addMenu(self.first)
        self.menu.addMenu(self.third)
        self.menu.addSeparator()
        self.menu.addAction(self.another)
        self.swap.setEnabled(is_pair)
        self.first.setEnabled(len(firsts) > 1)
        self.third.setEnabled(bool(thirds))

    def _choices(
        self,
        versions: Iterable[Known],
        chosen: Sequence[Known | None],
        choose: Callable[[Known], None],
    ) -> list[Choice]:
        """An entry for each version."""
        return [
            Choice(self._name(one), _path(one), one in chosen, partial(choose, one))
            for one in versions
        ]

    def _missing(self, is_any: bool) -> str:
        """A line for what is not there: versions are still looked for, or there are none."""
        if self._pairing.is_looking:
            return self.tr("Looking for other versions…")
        if self._pairing.shown and not self._pairing.symbol:
            return self.tr("The text has no symbol to tell its other versions by")
        return "" if is_any else self.tr("No other version was found")

    def _name(self, version: Known) -> str:
        """ "French — A_RES_75_58-FR.pdf"."""
        if version.file is None:
            return version_name(version)
        metrics, middle = self.menu.fontMetrics(), Qt.TextElideMode.ElideMiddle
        name = metrics.elidedText(version.file.name, middle, _LONGEST_NAME)
        words = self.tr("%1 — %2").replace("%1", version_name(version))
        return words.replace("%2", _ISOLATED % name).replace("&", "&&")


def _path(version: Known) -> str:
    return str(version.file) if version.file else ""


def _offer(menu: QMenu, choices: Sequence[Choice]) -> QActionGroup:
    """Adds entries of which one is chosen."""
    group = QActionGroup(menu)
    for choice in choices:
        entry = QAction(choice.words, menu)
        entry.setToolTip(tooltip(choice.tip) if choice.tip else "")
        entry.setCheckable(True)
        entry.setChecked(choice.is_chosen)
        entry.setActionGroup(group)
        entry.triggered.connect(partial(_choose, choice))
        menu.addAction(entry)
    return group


def _choose(choice: Choice, checked: bool = False) -> None:
    choice.choose()
