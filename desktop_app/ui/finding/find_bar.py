"""The bar for finding words and stepping from hit to hit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from desktop_app.ui.finding.finder import Query
from desktop_app.ui.widgets.glyph_buttons import glyph_button
from desktop_app.ui.widgets.plain_text import plain_label
from desktop_app.ui.widgets.text_field import TextField
from desktop_app.ui.widgets.theme import SPACE

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class FindBar(QFrame):
    """Hidden until it is opened.

    Signals: `changed` when the query has changed, `stepped` with 1 for the next hit and -1 for the
    previous one, `closed`.
    """

    changed = Signal()
    stepped = Signal(int)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = TextField()
        self.words.setPlaceholderText(self.tr("Find in both texts, in either Chinese script"))
        self.words.setAccessibleName(self.tr("Find"))
        self.words.setClearButtonEnabled(True)
        self.words.textChanged.connect(lambda: self.changed.emit())
        self._count = plain_label()
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
        """A button that switches an option of the query."""
        made = glyph_button(glyph, name, lambda: self.changed.emit())
        made.setCheckable(True)
        made.setShortcut(keys)
        made.setToolTip(f"{name} ({keys})")
        return made

    def query(self) -> Query:
        """The query as typed."""
        return Query(
            words=self.words.text(), case=self.case.isChecked(), whole=self.whole.isChecked()
        )

    def open_bar(self) -> None:
        """Shows the bar and focuses the field."""
        self.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def close_bar(self) -> None:
        """Hides the bar and ends the search."""
        self.closed.emit()  # before the focus moves
        self.hide()

    @property
    def summary(self) -> str:
        """The summary of the hits."""
        return self._count.text()

    def set_summary(self, summary: str) -> None:
        """Shows the count of hits and the number of the current one."""
        self._count.setText(summary)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.stepped.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)
