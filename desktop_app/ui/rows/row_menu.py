"""The commands that correct rows: the Rows menu, a row's context menu, undo and redo."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu

from desktop_app.grammar.languages import name_of
from desktop_app.ui.language.phrases import phrase
from desktop_app.ui.rows.correcting import Correcting, Correction
from desktop_app.ui.widgets.actions import Menu

if TYPE_CHECKING:
    from desktop_app.ui.workspace import Workspace

_GROUPS = (
    (Correction.MERGE, Correction.SPLIT),
    (Correction.SOURCE_UP, Correction.SOURCE_DOWN),
    (Correction.TARGET_UP, Correction.TARGET_DOWN),
)
_LAST = (Correction.UNPAIR, Correction.RESTORE)


class RowMenu(QObject):
    """The actions for corrections. While a menu is open, those that the current row does not allow
    are disabled; their shortcuts stay enabled and show why."""

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
        add = partial(workspace.actions.add, menu=Menu.ROWS)
        self.corrections = {
            correction: add(
                correction.value,
                text,
                keys,
                partial(self._correcting.correct, correction),
                number=number,
            )
            for correction, text, keys, number in (
                (Correction.MERGE, self.tr("&Merge with the next row"), "Ctrl+M", 10),
                (Correction.SPLIT, self.tr("&Split the row"), "Ctrl+Shift+M", 11),
                (Correction.SOURCE_UP, self.tr("Move up"), "Alt+Up", 20),
                (Correction.SOURCE_DOWN, self.tr("Move down"), "Alt+Down", 21),
                (Correction.TARGET_UP, self.tr("Move up"), "Alt+Shift+Up", 22),
                (Correction.TARGET_DOWN, self.tr("Move down"), "Alt+Shift+Down", 23),
                (Correction.UNPAIR, self.tr("&No counterpart"), "Ctrl+Shift+N", 30),
                (Correction.RESTORE, self.tr("&Back to the automatic row"), "Ctrl+Shift+R", 31),
            )
        }
        self._document.shown.connect(self._follow_document)
        self._correcting.changed.connect(self._follow_corrections)
        workspace.view.menu_wanted.connect(lambda point, column: self.menu(column).popup(point))
        workspace.actions.menu_filled.connect(self._follow_menu)
        self._follow_document()
        self._follow_corrections()

    def _follow_menu(self, kind: Menu, menu: QMenu) -> None:
        if kind is Menu.ROWS:
            self.follow(menu)

    def follow(self, menu: QMenu) -> None:
        """Disables in a menu, while it is open, what the current row does not allow."""
        menu.aboutToShow.connect(self._allow_possible)
        menu.aboutToHide.connect(self._allow)

    def menu(self, column: int) -> QMenu:
        """The context menu of the current row, opened over a column: over a text, only that text
        can be moved."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self._actions[name] for name in ("copy", "copy cited", "copy both")])
        menu.addSeparator()
        self.follow(menu)
        first, *sides = _GROUPS
        menu.addActions([self.corrections[correction] for correction in first])
        menu.addSeparator()
        for side_column, moves in enumerate(sides, 1):
            if column in (0, side_column):
                menu.addActions([self.corrections[correction] for correction in moves])
        menu.addSeparator()
        menu.addActions([self.corrections[correction] for correction in _LAST])
        menu.addSeparator()
        menu.addActions([self.undo, self.redo])
        return menu

    def _follow_document(self) -> None:
        """Puts the document's languages into the actions; one text alone has no rows to correct."""
        self._allow()
        for (up, down), side in zip(_GROUPS[1:], self._document.sides, strict=False):
            name = phrase(name_of(side.language, "text"))
            for move, text in ((up, self.tr("Move %1 up")), (down, self.tr("Move %1 down"))):
                self.corrections[move].setText(text.replace("%1", name))

    def _allow(self) -> None:
        for action in self.corrections.values():
            action.setEnabled(self._document.has_translation)

    def _allow_possible(self) -> None:
        possible = self._correcting.possible()
        for correction, action in self.corrections.items():
            action.setEnabled(correction in possible)

    def _follow_corrections(self) -> None:
        """Puts the steps to undo and redo into their actions."""
        history = self._correcting.history
        for action, text, step in (
            (self.undo, self.tr("&Undo"), history.last),
            (self.redo, self.tr("&Redo"), history.next),
        ):
            action.setText(f"{text} {step.name}" if step else text)
            action.setEnabled(step is not None)
