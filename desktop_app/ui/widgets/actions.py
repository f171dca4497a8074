"""What a person can do in the window: its actions, where each stands in the menus and in the tool
row, and what is put there beside them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu, QWidget


class Menu(StrEnum):
    """The menus of the window, in their order."""

    FILE = "file"
    EDIT = "edit"
    ROWS = "rows"
    VIEW = "view"


class Entry(NamedTuple):
    """An action of a menu. Entries stand in the order of their numbers, with a line between those
    of different tens."""

    number: int
    action: QAction


class Tool(NamedTuple):
    """A button or another widget of the tool row, in the order of the numbers, with room between
    different tens; `picture` is the name of an icon, with which a button can do without words."""

    number: int
    action: QAction | None = None
    picture: str = ""
    widget: QWidget | None = None


class Actions(QObject):
    """All actions of the window, by their names. A feature adds its own when it is made."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._named: dict[str, QAction] = {}
        self.entries: dict[Menu, list[Entry]] = {menu: [] for menu in Menu}
        self.tools: list[Tool] = []

    def __getitem__(self, name: str) -> QAction:
        return self._named[name]

    def all(self) -> dict[str, QAction]:
        """The actions by their names; a menu within a menu is none."""
        return dict(self._named)

    def add(
        self,
        name: str,
        text: str,
        keys: str,
        do: Callable[[], object],
        *,
        menu: Menu | None = None,
        number: int = 0,
    ) -> QAction:
        """An action under a name of its own; `keys` has its shortcuts, a space between them.
        `menu` and `number` say where it stands in the menus."""
        assert name not in self._named, f"two actions called {name}"
        action = QAction(text, self._window)
        action.setShortcuts([QKeySequence(key) for key in keys.split()])
        action.triggered.connect(lambda: do())
        self._named[name] = action
        if menu is not None:
            self.entries[menu].append(Entry(number=number, action=action))
        return action

    def add_menu(self, within: Menu, number: int, menu: QMenu) -> None:
        """Puts a menu into one of the menus."""
        self.entries[within].append(Entry(number=number, action=menu.menuAction()))

    def add_tool(self, number: int, action: QAction, words: str, picture: str = "") -> None:
        """Puts an action into the tool row, under these words."""
        action.setIconText(words)
        self.tools.append(Tool(number=number, action=action, picture=picture))

    def add_widget(self, number: int, widget: QWidget) -> None:
        """Puts a widget into the tool row."""
        self.tools.append(Tool(number=number, widget=widget))


def in_groups(numbered: list[Entry]) -> list[list[QAction]]:
    """The actions of a menu in their order, those between two lines together."""
    groups: dict[int, list[QAction]] = {}
    for entry in sorted(numbered, key=lambda entry: entry.number):
        groups.setdefault(entry.number // 10, []).append(entry.action)
    return list(groups.values())
