"""The bar for going to a clause by its label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from desktop_app.ui.finding.typed_labels import UnknownLabelError, row_of_label
from desktop_app.ui.language.phrases import translated
from desktop_app.ui.widgets.actions import Menu
from desktop_app.ui.widgets.glyph_buttons import glyph_button
from desktop_app.ui.widgets.plain_text import plain_label
from desktop_app.ui.widgets.text_field import TextField
from desktop_app.ui.widgets.theme import SPACE

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.ui.workspace import Workspace

_LEAST_WIDTH = 40 * SPACE
"""The least width of the field in pixels: labels are short."""


class GoBar(QFrame):
    """Hidden until it is opened. Enter goes to the row and closes the bar, Esc closes it."""

    closed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._view = workspace.view
        self.label = TextField()
        self.label.setPlaceholderText(self.tr("op5, pp2, annex, fn3"))
        self.label.setAccessibleName(self.tr("Go to clause"))
        self.label.setMinimumWidth(_LEAST_WIDTH)
        self._name = QLabel(self.tr("Go to"))
        self._name.setBuddy(self.label)
        self._message = plain_label(wrapped=True)
        self.label.textChanged.connect(self._message.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4 * SPACE, SPACE, 2 * SPACE, SPACE)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(self._name)
        layout.addWidget(self.label)
        layout.addWidget(self._message, 1)
        layout.addWidget(glyph_button("✕", self.tr("Close"), self.close_bar))
        self.setAutoFillBackground(True)
        self.hide()
        workspace.frame.below.addWidget(self)
        name = self.tr("&Go to clause…")
        workspace.actions.add("go", name, "Ctrl+L", self.open_bar, menu=Menu.EDIT, number=33)

    @property
    def message(self) -> str:
        """Why the typed label leads nowhere, "" if nothing is wrong."""
        return self._message.text()

    def open_bar(self) -> None:
        """Shows the bar and focuses the field."""
        self.show()
        self.label.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.label.selectAll()

    def close_bar(self) -> None:
        """Hides the bar."""
        self.hide()
        self._message.clear()
        self._view.setFocus()
        self.closed.emit()

    def go(self) -> None:
        """Goes to the row with the typed label; if there is none, shows which labels exist."""
        try:
            number = row_of_label(self.label.text(), self._view.bitext_model().nodes())
        except UnknownLabelError as error:
            message = translated(error.message)
            self._message.setText(message)
            self._message.setAccessibleName(message)
            self.label.selectAll()
            return
        self.close_bar()
        self._view.make_current(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go()
        else:
            super().keyPressEvent(event)
