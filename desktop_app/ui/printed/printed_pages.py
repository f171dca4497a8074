"""The printed page: opens its panel, and has it follow what is read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from desktop_app.resolution.labels import label
from desktop_app.resolution.language import language_name
from desktop_app.ui.language.phrases import phrase
from desktop_app.ui.page.nodes import sided
from desktop_app.ui.printed.pages import at, places_of
from desktop_app.ui.widgets.actions import Menu

if TYPE_CHECKING:
    from PySide6.QtCore import QItemSelectionModel

    from desktop_app.resolution.model import Places
    from desktop_app.ui.printed.panel import PrintedPanel
    from desktop_app.ui.workspace import Workspace

_FOLLOW_AFTER = 150
"""Milliseconds after the last move to another row until the page follows."""


class PrintedPages(QObject):
    """The printed page of the clause that is read, in the View menu. Hidden until it is opened;
    `panel` is made then."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.window)
        self._workspace = workspace
        self._document = workspace.document
        self._view = workspace.view
        self._side = 0
        self._selection: QItemSelectionModel | None = None
        self.panel: PrintedPanel | None = None
        self._following = QTimer(self, singleShot=True, interval=_FOLLOW_AFTER)
        self._following.timeout.connect(self.follow)
        self._action = workspace.actions.add(
            "printed page", self.tr("Prin&ted page"), "F7", self.toggle, menu=Menu.VIEW, number=44
        )
        self._document.shown.connect(self._document_shown)
        self._document.rows_changed.connect(self._follow_page)
        workspace.closing.connect(self._leave)
        self._document_shown()

    @property
    def is_open(self) -> bool:
        """Whether the panel is shown."""
        return self.panel is not None and not self.panel.isHidden()

    def sides(self) -> list[int]:
        """The sides that have printed pages: those that were read from a PDF."""
        files = self._document.pair or ()
        return [
            side
            for side, text in enumerate(self._document.sides)
            if side < len(files) and files[side] and text.places.are_set
        ]

    def toggle(self) -> None:
        """Opens or closes the printed page."""
        if self.is_open:
            self.close()
        else:
            self.open()

    def open(self, side: int | None = None) -> None:
        """Shows the page of the current row, in the file of a side."""
        sides = self.sides()
        if not sides:
            return
        node = self._view.current_node
        wanted = [side] if side in sides else [self._side, *sides]
        known = [own for own in wanted if own in sides and places_of(node, own, self._places(own))]
        self._side = known[0] if known else next(own for own in wanted if own in sides)
        if self.panel is None:
            self.panel = self._made()
        self._keep_row_in_view()
        self.panel.show()
        self.follow()
        self.panel.desk.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _keep_row_in_view(self) -> None:
        """Brings the current row back into view once there is less room for it, if it was there."""
        view, node = self._view, self._view.current_node
        if any(view.node(index) is node for index in view.visible_rows()):
            QTimer.singleShot(_FOLLOW_AFTER, view, lambda: view.scrollTo(view.currentIndex()))

    def close(self) -> None:
        """Hides the page."""
        if self.panel is not None:
            self.panel.hide()
            self.panel.leave()
            self._view.setFocus()

    def _made(self) -> PrintedPanel:
        from desktop_app.ui.printed.panel import PrintedPanel  # late: few documents have pages

        panel = PrintedPanel()
        theme = self._workspace.theme
        theme.changed.connect(lambda: panel.apply_theme(theme.colors))
        panel.apply_theme(theme.colors)
        panel.closed.connect(self.close)
        panel.side_chosen.connect(self._choose)
        panel.clicked.connect(self._go)
        workspace = self._workspace
        room = workspace.window.width()
        chosen = min(workspace.session.preferences.printed, room // 2)
        splitter = workspace.put_beside(panel, chosen or room * 2 // 5)
        splitter.splitterMoved.connect(self._keep_width)
        return panel

    def _keep_width(self) -> None:
        """Keeps the width that the user has chosen."""
        if self.panel is not None and self.is_open:
            self._workspace.session.change(printed=self.panel.width())

    def _places(self, side: int) -> Places:
        return self._document.sides[side].places

    def follow(self) -> None:
        """Shows the page of the current row, with the row marked."""
        pair, sides = self._document.pair, self.sides()
        if self.panel is None or not self.is_open or pair is None or not sides:
            return
        if self._side not in sides:
            self._side = sides[0]
        names = [language_name(text, phrase) for text in self._document.sides]
        self.panel.offer_sides(names if len(sides) > 1 else [], self._side)
        places = self._places(self._side)
        self.panel.show_file(Path(pair[self._side]), places.digest)
        found = places_of(self._view.current_node, self._side, places)
        self.panel.show_places(found, label(found[0].id) if found else "")

    def _choose(self, side: int) -> None:
        self._side = side
        self.follow()

    def _go(self, page: int, x: float, y: float) -> None:
        """Makes the row current that stands at a point of a page."""
        id = at(x, y, page, self._places(self._side))
        model = self._view.bitext_model()
        wanted = self._side, id
        node = next((node for node in model.nodes() if wanted in sided(node)), None)
        if id and node is not None:
            self._view.make_current(node.number)

    def _document_shown(self) -> None:
        self._action.setEnabled(bool(self.sides()))
        if self.is_open and not self.sides():
            self.close()
        self._follow_page()

    def _follow_page(self) -> None:
        """Follows the rows of another document, or corrected ones."""
        selection = self._view.selectionModel()
        if selection is not self._selection:
            self._selection = selection
            selection.currentChanged.connect(self._following.start)
        self._following.start()

    def _leave(self) -> None:
        if self.panel is not None:
            self.panel.leave()
