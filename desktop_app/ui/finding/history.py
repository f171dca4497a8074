"""Back and Forward: the places that a person has left by a jump."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.ui.widgets.actions import Menu

if TYPE_CHECKING:
    from desktop_app.ui.page.nodes import Place
    from desktop_app.ui.workspace import Workspace

_MOST = 100
"""Places kept."""


class History(QObject):
    """Keeps where each jump began. Steps through hits are one jump for as long as nothing else
    moves the page."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.window)
        self._view = workspace.view
        self._left: list[Place] = []
        self._ahead: list[Place] = []
        self._landed = -1
        """The position of the scroll bar after the last step, -1 after another jump."""
        self._is_step = False
        self._is_going = False
        add = partial(workspace.actions.add, menu=Menu.VIEW)
        self._back = add("back", self.tr("&Back"), "Alt+Left", self.back, number=51)
        self._forward = add("forward", self.tr("For&ward"), "Alt+Right", self.forward, number=52)
        self._view.jumping.connect(self._leave)
        self._view.jumped.connect(self._land)
        workspace.document.shown.connect(self._forget)
        workspace.document.rows_changed.connect(self._forget)
        self._follow()

    def back(self) -> None:
        """Goes to where the last jump began."""
        self._go(self._left, self._ahead)

    def forward(self) -> None:
        """Goes to where the last way back began."""
        self._go(self._ahead, self._left)

    def _go(self, places: list[Place], others: list[Place]) -> None:
        if not places:
            return
        others.append(self._view.place())
        self._is_going = True
        self._view.go_to_place(places.pop())
        self._is_going = False
        self._landed = -1
        self._follow()

    def _leave(self, is_step: bool) -> None:
        """Keeps the place that is left by a jump."""
        if self._is_going:
            return
        self._is_step = is_step
        if is_step and self._landed == self._view.verticalScrollBar().value():
            return
        self._left.append(self._view.place())
        del self._left[:-_MOST]
        self._ahead.clear()
        self._follow()

    def _land(self) -> None:
        """Forgets the place again if the page has not moved."""
        self._landed = self._view.verticalScrollBar().value() if self._is_step else -1
        if not self._is_going and self._left and self._left[-1][:2] == self._view.place()[:2]:
            self._left.pop()
            self._landed = -1
            self._follow()

    def _forget(self) -> None:
        """Forgets all places: they are those of other rows."""
        self._left.clear()
        self._ahead.clear()
        self._landed = -1
        self._follow()

    def _follow(self) -> None:
        self._back.setEnabled(bool(self._left))
        self._forward.setEnabled(bool(self._ahead))
