"""The commands that correct rows: in the menu Rows, in the context menu of a row, undo and redo."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu

from desktop_app.grammar.languages import name_of
from desktop_app.ui.language.phrases import phrase
from desktop_app.ui.rows.correcting import Correcting
from desktop_app.ui.widgets.actions import Menu

if TYPE_CHECKING:
    from desktop_app.ui.workspace import Workspace

_GROUPS = (("merge", "split"), ("source up", "source down"), ("target up", "target down"))
_LAST = ("unpair", "restore")


class RowMenu(QObject):
    """What can be done to a row. What cannot be done to the current one is greyed while a menu is
    open; its keys say why."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.window)
        self._window = workspace.window
        self._document = workspace.document
        self._actions = workspace.actions
        self._correcting = workspace.feature(Correcting)
        add = partial(workspace.actions.add, menu=Menu.EDIT)
        self.undo = add("undo", self.tr("&Undo"), "Ctrl+Z", self._correcting.undo, number=10)
        keys = "Ctrl+Shift+Z Ctrl+Y"
        self.redo = add("redo", self.tr("&Redo"), keys, self._correcting.redo, number=11)
        self.corrections = {
            name: workspace.actions.add(
                name, text, keys, partial(self._correcting.correct, name), menu=Menu.ROWS, number=at
            )
            for name, text, keys, at in (
                ("merge", self.tr("&Merge with the next row"), "Ctrl+M", 10),
                ("split", self.tr("&Split the row"), "Ctrl+Shift+M", 11),
                ("source up", self.tr("Move up"), "Alt+Up", 20),
                ("source down", self.tr("Move down"), "Alt+Down", 21),
                ("target up", self.tr("Move up"), "Alt+Shift+Up", 22),
                ("target down", self.tr("Move down"), "Alt+Shift+Down", 23),
                ("unpair", self.tr("&No counterpart"), "Ctrl+Shift+N", 30),
                ("restore", self.tr("&Back to the automatic row"), "Ctrl+Shift+R", 31),
            )
        }
        self._document.shown.connect(self._follow_document)
        self._correcting.changed.connect(self._follow_corrections)
        workspace.view.menu_wanted.connect(lambda place, column: self.menu(column).popup(place))
        self._follow_document()
        self._follow_corrections()

    def follow(self, menu: QMenu) -> None:
        """Greys in a menu, while it is open, what cannot be done to the current row."""
        menu.aboutToShow.connect(self._allow_possible)
        menu.aboutToHide.connect(self._allow)

    def menu(self, column: int) -> QMenu:
        """The context menu of the current row over a column: over a text only that text is offered
        to be moved."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self._actions[name] for name in ("copy", "copy cited", "copy both")])
        menu.addSeparator()
        self.follow(menu)
        first, *sides = _GROUPS
        menu.addActions([self.corrections[name] for name in first])
        menu.addSeparator()
        for of, names in enumerate(sides, 1):
            if column in (0, of):
                menu.addActions([self.corrections[name] for name in names])
        menu.addSeparator()
        menu.addActions([self.corrections[name] for name in _LAST])
        menu.addSeparator()
        menu.addActions([self.undo, self.redo])
        return menu

    def _follow_document(self) -> None:
        """Another document is shown: its languages are named, and a text alone has no rows."""
        self._allow()
        for key, side in zip(("source", "target"), self._document.sides, strict=False):
            name = phrase(name_of(side.language, "text"))
            for way, text in (("up", self.tr("Move %1 up")), ("down", self.tr("Move %1 down"))):
                self.corrections[f"{key} {way}"].setText(text.replace("%1", name))

    def _allow(self) -> None:
        for action in self.corrections.values():
            action.setEnabled(self._document.has_translation)

    def _allow_possible(self) -> None:
        possible = self._correcting.possible()
        for name, action in self.corrections.items():
            action.setEnabled(name in possible)

    def _follow_corrections(self) -> None:
        """Says what would be undone and done again."""
        history = self._correcting.history
        for action, text, step in (
            (self.undo, self.tr("&Undo"), history.last),
            (self.redo, self.tr("&Redo"), history.next),
        ):
            action.setText(f"{text} {step.name}" if step else text)
            action.setEnabled(step is not None)
