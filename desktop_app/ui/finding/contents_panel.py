"""The table of contents beside the page; it follows what is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from desktop_app.ui.finding.contents import at, contents
from desktop_app.ui.widgets.actions import Menu
from desktop_app.ui.widgets.glyph_buttons import glyph_button
from desktop_app.ui.widgets.plain_text import tooltip
from desktop_app.ui.widgets.theme import SPACE

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.ui.finding.contents import Entry
    from desktop_app.ui.workspace import Workspace

_WIDTH = 58 * SPACE
_FOLLOW_AFTER = 40
"""Milliseconds after the last scroll until the current entry follows."""


class ContentsPanel(QFrame):
    """Hidden until it is opened. Its width is kept. `splitter` holds it and the page, and is made
    when it is first opened."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.window)
        self._workspace = workspace
        self._document = workspace.document
        self._view = workspace.view
        self.entries: list[Entry] = []
        self.splitter: QSplitter | None = None
        self.setAccessibleName(self.tr("Contents"))
        self.list = _List()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(4 * SPACE, SPACE, SPACE, SPACE)
        name = QLabel(self.tr("Contents"))
        font = name.font()
        font.setWeight(font.Weight.DemiBold)
        name.setFont(font)
        head.addWidget(name, 1)
        head.addWidget(glyph_button("✕", self.tr("Close contents"), self.close_panel))
        layout.addLayout(head)
        layout.addWidget(self.list)
        self.list.itemClicked.connect(self._go)
        self._following = QTimer(self, singleShot=True, interval=_FOLLOW_AFTER)
        self._following.timeout.connect(self.follow)
        self._view.verticalScrollBar().valueChanged.connect(self._follow_soon)
        document = self._document
        for changed in (document.shown, document.script_changed, document.rows_changed):
            changed.connect(self._list_again)
        workspace.actions.add(
            "contents", self.tr("C&ontents"), "F9", self.toggle, menu=Menu.VIEW, number=40
        )
        self.hide()

    def toggle(self) -> None:
        """Opens or closes the table of contents."""
        if self.isHidden():
            self.open_panel()
        else:
            self.close_panel()

    def _split(self) -> QSplitter:
        """Puts the panel beside the page, in a splitter."""
        window = self._workspace.window
        chosen = min(self._workspace.session.preferences.contents, window.width() // 2)
        width = chosen or min(_WIDTH, window.width() // 4)
        splitter = self._workspace.put_beside(self, width, is_first=True)
        splitter.splitterMoved.connect(self._keep_width)
        return splitter

    def open_panel(self) -> None:
        """Shows the contents and focuses the entry of what is read."""
        self.splitter = self.splitter or self._split()
        self.show()
        self._workspace.session.change(contents_open=True)
        self._list_again()
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_panel(self) -> None:
        """Hides the contents."""
        self.hide()
        self._workspace.session.change(contents_open=False)
        self._view.setFocus()

    def _keep_width(self) -> None:
        """Keeps the width that the user has chosen."""
        if not self.isHidden():
            self._workspace.session.change(contents=self.width())

    def _list_again(self) -> None:
        model = self._view.bitext_model()
        if self.isHidden():
            return
        self.entries = contents(model.root, model.label, model.texts)
        self.list.clear()
        above: list[QTreeWidgetItem] = []
        for entry in self.entries:
            item = QTreeWidgetItem([entry.name, str(entry.rows) if entry.rows else ""])
            item.setToolTip(0, tooltip(entry.name))
            item.setSizeHint(0, QSize(0, self.fontMetrics().height() + 2 * SPACE))
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            spoken = f"{entry.name}, {entry.rows}" if entry.rows else entry.name
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
            del above[entry.depth :]
            if above:
                above[-1].addChild(item)
            else:
                self.list.addTopLevelItem(item)
            above.append(item)
        self.list.expandAll()
        self.follow()

    def _follow_soon(self) -> None:
        if not self.isHidden():
            self._following.start()

    def follow(self) -> None:
        """Makes the entry of the top of the page current, except while the keyboard is in the
        list."""
        if not self.isHidden() and not self.list.hasFocus():
            self._select(at(self.entries, self._view.top_node()))

    def _select(self, number: int) -> None:
        items = self.list.items()
        if 0 <= number < len(items):
            self.list.setCurrentItem(items[number])

    @property
    def current(self) -> int:
        """The index of the current entry, -1 for none."""
        item = self.list.currentItem()
        return next((n for n, one in enumerate(self.list.items()) if one is item), -1)

    def _go(self) -> None:
        """Brings the row of the current entry to the top of the page."""
        number = self.current
        if number >= 0:
            self._view.bring_to_top(self.entries[number].node)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go()
            self._view.setFocus()
        else:
            super().keyPressEvent(event)


class _List(QTreeWidget):
    """The list of entries, with the count of rows at the end of each line."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Contents"))
        self.setHeaderHidden(True)
        self.setColumnCount(2)
        self.setIndentation(4 * SPACE)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumWidth(24 * SPACE)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)  # shows the window's colour
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(4 * SPACE)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def items(self) -> list[QTreeWidgetItem]:
        """All items in their order on the screen."""
        out: list[QTreeWidgetItem] = []
        for number in range(self.topLevelItemCount()):
            item = self.topLevelItem(number)
            if item is not None:
                out.append(item)
                below = [item.child(n) for n in range(item.childCount())]
                out.extend(child for child in below if child is not None)
        return out

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # the panel handles it
        else:
            super().keyPressEvent(event)
