"""Commands for zoom, layout and folds, in the View menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop_app.ui.page.look import Layout
from desktop_app.ui.widgets.actions import Menu

if TYPE_CHECKING:
    from desktop_app.ui.workspace import Workspace

_STEP = 10
"""One step of the zoom, in per cent."""


class Viewing(QObject):
    """Zoom, layouts and folds, in the View menu."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.window)
        self._workspace = workspace
        self._view = view = workspace.view
        self.layouts: dict[Layout, QAction] = {}
        actions = workspace.actions
        add = partial(actions.add, menu=Menu.VIEW)
        actions.add_menu(Menu.VIEW, 11, self._layout_menu())
        # Ctrl+= as well, for keyboards on which + needs Shift.
        larger = add(
            "larger", self.tr("&Larger"), "Ctrl++ Ctrl+=", partial(self._step, _STEP), number=20
        )
        smaller = add(
            "smaller", self.tr("&Smaller"), "Ctrl+-", partial(self._step, -_STEP), number=21
        )
        normal = partial(self.zoom, 100)
        add("normal size", self.tr("&Normal size"), "Ctrl+0", normal, number=22)
        add("fold", self.tr("&Fold all"), "Ctrl+Shift+Up", view.collapseAll, number=41)
        add("unfold", self.tr("&Unfold all"), "Ctrl+Shift+Down", view.expandAll, number=42)
        actions.add_tool(30, smaller, "A−")
        actions.add_tool(31, larger, "A+")
        view.zoom_wanted.connect(self._step)
        view.layout_changed.connect(self._follow)
        workspace.document.shown.connect(self._follow)
        self._follow()

    def _layout_menu(self) -> QMenu:
        """The menu of layouts."""
        menu = QMenu(self.tr("&Layout"), self._workspace.window)
        names = {
            Layout.BOTH: self.tr("&Side by side"),
            Layout.FIRST: self.tr("&First text only"),
            Layout.SECOND: self.tr("S&econd text only"),
            Layout.INTERLEAVED: self.tr("&One below the other"),
        }
        for number, (layout, name) in enumerate(names.items(), 1):
            show = partial(self._view.show_layout, layout)
            action = self._workspace.actions.add(f"layout {layout}", name, f"Alt+{number}", show)
            action.setCheckable(True)
            self.layouts[layout] = action
            menu.addAction(action)
        return menu

    def _follow(self) -> None:
        """Checks the layout shown; one text alone has no choice."""
        for layout, action in self.layouts.items():
            action.setChecked(layout is self._view.look.layout)
            action.setEnabled(self._workspace.document.has_translation)

    def _step(self, by: int) -> None:
        self.zoom(self._view.look.zoom + by)

    def zoom(self, percent: int) -> None:
        """Sets the zoom and shows it in the status; the clause in view stays."""
        look = self._view.look.zoomed(percent)
        if look != self._view.look:
            self._view.restyle(look)
        self._workspace.status.emit(f"{look.zoom} %")
