"""Fills the menu bar with the actions that features have added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.ui.widgets.actions import Menu, in_groups

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenuBar

    from desktop_app.ui.workspace import Workspace


def fill(bar: QMenuBar, workspace: Workspace) -> None:
    """Adds the menus with all actions to a menu bar."""
    names = {
        Menu.FILE: _tr("&File"),
        Menu.EDIT: _tr("&Edit"),
        Menu.ROWS: _tr("&Rows"),
        Menu.VIEW: _tr("&View"),
    }
    for kind, entries in workspace.actions.entries.items():
        menu = bar.addMenu(names[kind])
        for number, group in enumerate(in_groups(entries)):
            if number:
                menu.addSeparator()
            menu.addActions(group)
        workspace.actions.menu_filled.emit(kind, menu)


def _tr(text: str) -> str:
    return QCoreApplication.translate("menus", text)
