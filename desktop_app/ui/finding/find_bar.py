"""The bar in which a person types what to find, and steps from hit to hit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton

from desktop_app.ui.finding.finder import Query
from desktop_app.ui.widgets.glyph_buttons import glyph_button
from desktop_app.ui.widgets.theme import SPACE

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class FindBar(QFrame):
    """Hidden until something is to be found.

    Signals: `changed` when other words are to be found or in another way, `stepped` with 1 for the
    next hit and -1 for the one before, `closed`.
    """

    changed = Signal()
    stepped = Signal(int)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("Find in both texts, in either Chinese script"))
        self.words.setAccessibleName(self.tr("Find"))
        self.words.setClearButtonEnabled(True)
        self.words.textChanged.connect(lambda: self.changed.emit())
        self._count = QLabel()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4 * SPACE, SPACE, 2 * SPACE, SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(self.words, 1)
        layout.addSpacing(SPACE)
        self.case = self._switch("Aa", self.tr("Capitals count"), "Alt+C")
        self.whole = self._switch("“ab”", self.tr("Whole words only"), "Alt+W")
        for switch in (self.case, self.whole):
            layout.addWidget(switch)
        layout.addSpacing(2 * SPACE)
        layout.addWidget(self._count)
        layout.addSpacing(2 * SPACE)
        for glyph, name, slot in (
            ("↑", self.tr("Previous hit"), lambda: self.stepped.emit(-1)),
            ("↓", self.tr("Next hit"), lambda: self.stepped.emit(1)),
            ("✕", self.tr("Close"), self.close_bar),
        ):
            layout.addWidget(glyph_button(glyph, name, slot))
        self.setAutoFillBackground(True)
        self.hide()

    def _switch(self, glyph: str, name: str, keys: str) -> QToolButton:
        """A button that stays pressed: how words are looked for."""
        made = glyph_button(glyph, name, lambda: self.changed.emit())
        made.setCheckable(True)
        made.setShortcut(keys)
        made.setToolTip(f"{name} ({keys})")
        return made

    def query(self) -> Query:
        """What is to be found, and how."""
        return Query(self.words.text(), self.case.isChecked(), self.whole.isChecked())

    def open_bar(self) -> None:
        """Shows the bar, ready to type in."""
        self.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def close_bar(self) -> None:
        """Hides the bar; nothing is looked for any more."""
        self.closed.emit()  # before the keyboard goes elsewhere
        self.hide()

    @property
    def summary(self) -> str:
        """What is said of the hits."""
        return self._count.text()

    def set_summary(self, summary: str) -> None:
        """Says how many hits there are and which one is shown."""
        self._count.setText(summary)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.stepped.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)
