"""The list of findings below the page, one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QSizePolicy,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.widgets.glyph_buttons import glyph_button
from desktop_app.ui.widgets.plain_text import plain_label, tooltip
from desktop_app.ui.widgets.theme import SPACE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

_LABEL, _SEVERITY, _MESSAGE = range(3)
_COLUMNS = 3
_LINES = 5
"""Findings visible at once; the rest of the window belongs to the page."""


class FindingsPanel(QFrame):
    """Hidden until it is opened.

    Signals: `chosen` with the index of a finding, `stepped` with 1 for the next and -1 for the
    previous one, `closed`.
    """

    chosen = Signal(int)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, checks: QWidget) -> None:
        """With the button that chooses the checks."""
        super().__init__()
        self.setAccessibleName(self.tr("Findings"))
        self._summary = plain_label(wrapped=True)
        self.list = QTreeWidget()
        self.list.setAccessibleName(self.tr("Findings"))
        self.list.setHeaderHidden(True)
        self.list.setColumnCount(_COLUMNS)
        self.list.setRootIsDecorated(False)
        self.list.setIndentation(0)
        self.list.setWordWrap(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        header = self.list.header()
        header.setStretchLastSection(True)
        for column in (_LABEL, _SEVERITY):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.list.currentItemChanged.connect(self._choose)
        self.list.itemClicked.connect(self._choose)
        head = QHBoxLayout()
        head.setContentsMargins(4 * SPACE, SPACE, 2 * SPACE, SPACE)
        head.setSpacing(SPACE)
        head.addWidget(self._summary, 1)
        head.addWidget(checks)
        self._steppers = [
            glyph_button("↑", self.tr("Previous finding"), lambda: self.stepped.emit(-1)),
            glyph_button("↓", self.tr("Next finding"), lambda: self.stepped.emit(1)),
        ]
        for widget in (*self._steppers, glyph_button("✕", self.tr("Close"), self.close_panel)):
            head.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        self.list.viewport().setAutoFillBackground(False)  # shows the panel's colour
        body = QVBoxLayout()
        body.setContentsMargins(3 * SPACE, 0, 2 * SPACE, SPACE)
        body.addWidget(self.list)
        layout.addLayout(body)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAutoFillBackground(True)
        self.hide()

    @property
    def summary(self) -> str:
        """The summary of the findings."""
        return self._summary.text()

    def set_summary(self, sentence: str) -> None:
        """Shows the count of findings, or why there is none."""
        self._summary.setText(sentence)

    def show_findings(self, findings: Sequence[tuple[str, str, str]]) -> None:
        """Lists findings: each with the label of its row, its severity and its message."""
        line = self.fontMetrics().height() + 2 * SPACE
        self.list.blockSignals(True)
        self.list.clear()
        for words in findings:
            item = QTreeWidgetItem(words)
            item.setToolTip(_MESSAGE, tooltip(words[_MESSAGE]))
            for column in (_LABEL, _SEVERITY):
                width = self.fontMetrics().horizontalAdvance(words[column]) + 6 * SPACE
                item.setSizeHint(column, QSize(width, line))
            self.list.addTopLevelItem(item)
        self.list.blockSignals(False)
        self.list.setVisible(bool(findings))
        for stepper in self._steppers:
            stepper.setEnabled(bool(findings))
        self.list.setFixedHeight(min(len(findings), _LINES) * line + 2 * SPACE)

    def select(self, number: int) -> None:
        """Selects a finding by its index, without a signal."""
        self.list.blockSignals(True)
        item = self.list.topLevelItem(number)
        if item is not None:
            self.list.setCurrentItem(item)
        self.list.blockSignals(False)

    def open_panel(self) -> None:
        """Shows the list."""
        self.show()

    def close_panel(self) -> None:
        """Hides the list."""
        self.hide()
        self.closed.emit()

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        number = self.list.indexOfTopLevelItem(item) if item else -1
        if number >= 0:
            self.chosen.emit(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)
