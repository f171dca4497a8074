"""The actions of the window, and their positions in the menus and the tool row."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu, QWidget


class Menu(StrEnum):
    """The menus of the window, in order."""

    FILE = "file"
    EDIT = "edit"
    ROWS = "rows"
    VIEW = "view"


class Entry(NamedTuple):
    """An action in a menu. Entries are sorted by number, with a separator between tens."""

    number: int
    action: QAction


class Tool(NamedTuple):
    """A button or other widget of the tool row. Tools are sorted by number, with space between
    tens. `picture` names an icon; a button with one can hide its words."""

    number: int
    action: QAction | None = None
    picture: str = ""
    widget: QWidget | None = None


class Actions(QObject):
    """All actions of the window by name. A feature adds its own when it is made.

    Signals: `menu_filled` with a Menu and its QMenu, once it has its actions.
    """

    menu_filled = Signal(Menu, object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._named: dict[str, QAction] = {}
        self.entries: dict[Menu, list[Entry]] = {menu: [] for menu in Menu}
        self.tools: list[Tool] = []

    def __getitem__(self, name: str) -> QAction:
        return self._named[name]

    def all(self) -> dict[str, QAction]:
        """All actions by name; submenus are not included."""
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
        """Adds an action under a unique name. `keys` are its shortcuts, separated by spaces; `menu`
        and `number` its position in the menus."""
        assert name not in self._named, f"two actions called {name}"
        action = QAction(text, self._window)
        action.setShortcuts([QKeySequence(key) for key in keys.split()])
        action.triggered.connect(lambda: do())
        self._named[name] = action
        if menu is not None:
            self.entries[menu].append(Entry(number=number, action=action))
        return action

    def add_menu(self, within: Menu, number: int, menu: QMenu) -> None:
        """Adds a submenu to a menu."""
        self.entries[within].append(Entry(number=number, action=menu.menuAction()))

    def add_tool(self, number: int, action: QAction, words: str, picture: str = "") -> None:
        """Adds an action to the tool row, with these words."""
        action.setIconText(words)
        self.tools.append(Tool(number=number, action=action, picture=picture))

    def add_widget(self, number: int, widget: QWidget) -> None:
        """Adds a widget to the tool row."""
        self.tools.append(Tool(number=number, widget=widget))


def in_groups(entries: list[Entry]) -> list[list[QAction]]:
    """The actions of a menu in order, grouped between separators."""
    groups: dict[int, list[QAction]] = {}
    for entry in sorted(entries, key=lambda entry: entry.number):
        groups.setdefault(entry.number // 10, []).append(entry.action)
    return list(groups.values())
