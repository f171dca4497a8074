"""The table of contents at the side of the text; it follows the place that is read."""

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
from desktop_app.ui.widgets.theme import SPACE

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.ui.finding.contents import Entry
    from desktop_app.ui.workspace import Workspace

_WIDTH = 58 * SPACE
_PAGE = 400
"""The least width in pixels of the page beside the contents; narrower columns cut texts off."""
_FOLLOW_AFTER = 40
"""Milliseconds: the mark follows a scroll that has come to rest."""


class ContentsPanel(QFrame):
    """Hidden until it is wanted. Its width is the person's, and is kept. `beside` is the splitter
    that holds it and the page, made when it is opened for the first time."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.window)
        self._workspace = workspace
        self._document = workspace.document
        self._view = workspace.view
        self.entries: list[Entry] = []
        self.beside: QSplitter | None = None
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
        """Opens the table of contents, or closes it."""
        if self.isHidden():
            self.open_panel()
        else:
            self.close_panel()

    def _split(self) -> QSplitter:
        """Puts the panel beside the page."""
        # Qt hands the keyboard on when what has it is moved: to the next mark.
        self._view.clearFocus()
        frame, window = self._workspace.frame, self._workspace.window
        place = frame.body.indexOf(frame.page)
        frame.page.setMinimumWidth(_PAGE)
        beside = QSplitter(Qt.Orientation.Horizontal)
        beside.setChildrenCollapsible(False)
        beside.setHandleWidth(SPACE)
        beside.addWidget(self)
        beside.addWidget(frame.page)
        beside.setStretchFactor(1, 1)
        chosen = min(self._workspace.session.preferences.contents, window.width() // 2)
        width = chosen or min(_WIDTH, window.width() // 4)
        beside.setSizes([width, window.width() - width])
        beside.splitterMoved.connect(self._keep_width)
        frame.body.insertWidget(place, beside, 1)
        return beside

    def open_panel(self) -> None:
        """Shows the contents, with the keyboard on the part that is read."""
        self.beside = self.beside or self._split()
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
        """A person has moved the edge."""
        self._workspace.session.change(contents=self.width())

    def _list_again(self) -> None:
        model = self._view.bitext_model()
        if self.isHidden():
            return
        self.entries = contents(model.root, model.label, model.texts)
        self.list.clear()
        above: QTreeWidgetItem | None = None
        for entry in self.entries:
            item = QTreeWidgetItem([entry.name, str(entry.rows) if entry.rows else ""])
            item.setToolTip(0, entry.name)
            item.setSizeHint(0, QSize(0, self.fontMetrics().height() + 2 * SPACE))
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            said = f"{entry.name}, {entry.rows}" if entry.rows else entry.name
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, said)
            if entry.depth and above is not None:
                above.addChild(item)
            else:
                self.list.addTopLevelItem(item)
                above = item
        self.list.expandAll()
        self.follow()

    def _follow_soon(self) -> None:
        if not self.isHidden():
            self._following.start()

    def follow(self) -> None:
        """Marks the entry of what is at the top of the page. While a person walks through the
        contents by keyboard, they are where that person is."""
        if not self.isHidden() and not self.list.hasFocus():
            self._mark(at(self.entries, self._view.top_node()))

    def _mark(self, place: int) -> None:
        items = self.list.lines()
        if 0 <= place < len(items):
            self.list.setCurrentItem(items[place])

    @property
    def current(self) -> int:
        """The place of the marked entry, -1 if none is."""
        item = self.list.currentItem()
        return next((n for n, one in enumerate(self.list.lines()) if one is item), -1)

    def _go(self) -> None:
        """Goes to the marked entry: its row comes to the top of the page."""
        place = self.current
        if place >= 0:
            self._view.bring_to_top(self.entries[place].node)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go()
            self._view.setFocus()
        else:
            super().keyPressEvent(event)


class _List(QTreeWidget):
    """The entries, one a line, the number of rows at the end of each."""

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
        self.viewport().setAutoFillBackground(False)  # on the colour of the window
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(4 * SPACE)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def lines(self) -> list[QTreeWidgetItem]:
        """All items in the order in which they are seen."""
        out: list[QTreeWidgetItem] = []
        for place in range(self.topLevelItemCount()):
            item = self.topLevelItem(place)
            if item is not None:
                out.append(item)
                below = [item.child(n) for n in range(item.childCount())]
                out.extend(child for child in below if child is not None)
        return out

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # goes there: the panel's
        else:
            super().keyPressEvent(event)
