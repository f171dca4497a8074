"""The main window: lays out the page and the features' parts, and connects document and page."""

from __future__ import annotations

import gc
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.opening.documents import open_bitext
from desktop_app.ui.document import OpenDocument
from desktop_app.ui.page.look import Look
from desktop_app.ui.page.view import BitextView
from desktop_app.ui.settings.kept_file import NotKeptError
from desktop_app.ui.settings.session import Session
from desktop_app.ui.widgets.theme import SPACE, CurrentTheme
from desktop_app.ui.window.trust_bar import TrustBar
from desktop_app.ui.workspace import Frame, Workspace

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QBoxLayout

    from desktop_app.opening.snapshots import Snapshots
    from desktop_app.ui.page.nodes import Place

PRODUCT = "Resolution Reader 决议对照阅读器"
_SETTLED = 1000
"""Milliseconds from showing a document to excluding its objects from garbage collection."""
Feature = TypeVar("Feature")


class MainWindow(QMainWindow):
    """Shows one document and its translation. An error becomes a notice above the page and changes
    nothing else.

    `finish_start` makes the features, menus and tool row once the first page is shown.
    """

    def __init__(
        self,
        theme_name: str = "",
        snapshots: Snapshots | None = None,
        corrections: Path | None = None,
        session: Session | None = None,
    ) -> None:
        """`corrections` is the database of corrected rows, None to keep none. Without a session,
        neither settings nor places are kept."""
        super().__init__()
        session = session or Session()
        kept = session.preferences
        self.theme = CurrentTheme(theme_name or kept.theme, self)
        self.document = OpenDocument(snapshots, self)
        look = Look(theme=self.theme.colors, typography=kept.typography, layout=kept.layout)
        self.view = BitextView(self.document.model, look.zoomed(kept.zoom))
        self.trust = TrustBar()
        self.workspace = Workspace(
            window=self,
            document=self.document,
            view=self.view,
            theme=self.theme,
            session=session,
            frame=self._lay_out(),
            corrections=corrections,
        )
        self._is_complete = False
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED)
        self._settled.timeout.connect(_freeze_objects)
        self.setWindowTitle(PRODUCT)
        self.setAcceptDrops(True)
        self.view.columns_moved.connect(self.trust.follow_columns)
        self.document.shown.connect(self._show_document)
        self.document.rows_changed.connect(self._show_rows)
        self.document.script_changed.connect(self._show_script)
        self.document.described.connect(self._show_heads)
        self.theme.changed.connect(self._apply_theme)
        self.setPalette(self.theme.colors.palette())

    def _lay_out(self) -> Frame:
        frame = Frame(body=_column(), above=_column(), page=QWidget(), below=_column())
        page = _column(frame.page)
        page.addWidget(self.trust)
        page.addWidget(self.view)
        frame.body.addLayout(frame.above)
        frame.body.addWidget(frame.page, 1)
        frame.body.addLayout(frame.below)
        body = QWidget()
        body.setLayout(frame.body)
        self.setCentralWidget(body)
        # Space for the menus and the tool row, so that the text does not move when they appear.
        line = QFontMetrics(self.font()).height()
        self.setContentsMargins(0, 2 * line + 6 * SPACE, 0, 0)
        return frame

    def restore_geometry(self) -> None:
        """Restores the window's size and position, and the table of contents if it was open. Call
        it before the first page, which is then laid out at the right width."""
        kept = self.workspace.session.preferences
        if kept.geometry:
            # Damaged digits are ignored: the window keeps its default size.
            with suppress(ValueError):
                self.restoreGeometry(bytes.fromhex(kept.geometry))
        if kept.contents_open:
            from desktop_app.ui.finding.contents_panel import ContentsPanel

            self.feature(ContentsPanel).open_panel()
            self.view.setFocus()

    def finish_start(self) -> None:
        """Makes the features, menus and tool row, once the first page is shown."""
        if self._is_complete:
            return
        self._is_complete = True
        from desktop_app.ui.widgets.focus_ring import FocusRing
        from desktop_app.ui.window.features import FEATURES
        from desktop_app.ui.window.menus import fill
        from desktop_app.ui.window.tool_row import ToolRow

        FocusRing(self, (self.view,))
        room = self.contentsMargins().top()
        self.setContentsMargins(0, 0, 0, 0)
        for kind in FEATURES:
            self.feature(kind)
        fill(self.menuBar(), self.workspace)
        self.tool_row = ToolRow(self.workspace)
        self.tool_row.fill(room - self.menuBar().sizeHint().height())
        self.workspace.frame.above.insertWidget(0, self.tool_row)
        self._freeze_objects_soon()

    def feature(self, kind: Callable[[Workspace], Feature]) -> Feature:
        """The feature of a class, made on the first call."""
        return self.workspace.feature(kind)

    def sizeHint(self) -> QSize:
        return QSize(1120, 700)  # fits the smallest common screen, 1366 × 768

    # The document

    def open_bundled_behind_notice(self) -> None:
        """Shows the bundled resolution and keeps the notice."""
        sentence = self.workspace.notice
        bitext = open_bitext(BUNDLED, BUNDLED_TRANSLATION)
        self.document.show(bitext, BUNDLED, BUNDLED_TRANSLATION)
        self.workspace.show_notice(sentence)

    def show_files(self, file: str, translation: str) -> None:
        """Opens files that another start has handed over, if any, and comes to the front."""
        if file:
            self.document.open(Path(file), Path(translation) if translation else None)
        elif translation:
            self.document.open_translation(Path(translation))
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()

    def _show_document(self) -> None:
        document, view = self.document, self.view
        self._show_heads()
        view.show_model(document.model, self._start_at())
        self._freeze_objects_soon()
        head = document.published.source.masthead
        name = " ".join(filter(None, [head.symbol, head.title]))
        self.setWindowTitle(f"{name} — {PRODUCT}" if name else PRODUCT)

    def _show_heads(self) -> None:
        document = self.document
        self.trust.show_sides(document.model.sides(), self.theme.colors, document.record)

    def _start_at(self) -> Place | None:
        """Where the document is to be shown: another pair of the versions that were shown, where
        the person is; any other document, where they left it."""
        document, before, now = self.document, self.view.bitext_model(), self.document.model
        start_at = None
        if not document.is_followed:
            session = self.workspace.session
            start_at = session.start_at(document.pair, now.nodes())
            if ticked := session.ticked_in(document.pair, now.nodes()):
                now.tick_exactly(ticked)
        if start_at is None and len(before.nodes()) > 1:
            from desktop_app.ui.page.following import carried_over, shared_sides

            sides = shared_sides(before.bitext, now.bitext)
            if sides:
                return carried_over(before.nodes(), self.view.place(), now.nodes(), sides)
        return start_at

    def _show_rows(self) -> None:
        self._show_heads()
        self.view.show_rows(self.document.model)

    def _show_script(self) -> None:
        self._show_heads()
        self.view.show_script()

    def _apply_theme(self) -> None:
        self.setPalette(self.theme.colors.palette())
        self._show_heads()
        self.view.restyle(self.view.look._replace(theme=self.theme.colors))

    # Qt's events

    def closeEvent(self, event: QCloseEvent) -> None:
        self.workspace.closing.emit()
        try:
            self.workspace.session.write()
        except NotKeptError as error:
            print(error, file=sys.stderr)  # no notice would be seen any more
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        from desktop_app.ui.window.dropping import accept_drag

        accept_drag(event)

    def dropEvent(self, event: QDropEvent) -> None:
        from desktop_app.ui.window.dropping import open_dropped

        open_dropped(event, self.workspace)

    def _freeze_objects_soon(self) -> None:
        """Excludes a document's objects from garbage collection, once it is shown: to search those
        of a long document would stop scrolling for some frames. Releases those of the last one."""
        if self._is_complete:  # the start handles this itself
            gc.unfreeze()
            self._settled.start()


def _column(widget: QWidget | None = None) -> QBoxLayout:
    """A vertical layout without spacing, in a widget or for another layout."""
    made = QVBoxLayout(widget) if widget is not None else QVBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(0)
    return made


def _freeze_objects() -> None:
    gc.collect()
    gc.freeze()
