"""The main window: connects the menu, the tool bar, the reading view and the documents."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QComboBox, QLabel, QMainWindow, QToolBar, QVBoxLayout, QWidget

from desktop_app.library import (
    BUNDLED,
    BUNDLED_TRANSLATION,
    LibraryError,
    beside,
    open_bitext,
    open_resolution,
)
from desktop_app.resolution.citation import conversion_name, language_name
from desktop_app.script.variants import offered
from desktop_app.snapshots import Snapshots
from desktop_app.ui.background import Background
from desktop_app.ui.model import BitextModel
from desktop_app.ui.theme import Theme, theme
from desktop_app.ui.trust_bar import TrustBar
from desktop_app.ui.view import BitextView, same_document

if TYPE_CHECKING:  # every class of Qt that is imported costs the start of the window its share
    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPixmap
    from PySide6.QtWidgets import QMenu

    from desktop_app.resolution.bitext import Bitext
    from desktop_app.resolution.model import Resolution
    from desktop_app.ui.notice import Notice

PRODUCT = "Resolution Reader"
_ZOOM_STEP = 10
_LARGE = 500_000
"""Bytes: a file of more is read in the background."""
_KINDS = "Markdown (*.md *.markdown *.txt);;All files (*)"


class MainWindow(QMainWindow):
    """One document and its translation. Errors are sentences in the notice above the text, and
    leave what was shown."""

    def __init__(self, theme_name: str = "", snapshots: Snapshots | None = None) -> None:
        super().__init__()
        self._snapshots = snapshots
        self._to_keep: tuple[list[Path], Bitext] | None = None
        self._published: Bitext | None = None
        self._theme_name = theme_name
        self._theme: Theme = theme(theme_name)
        self.setWindowTitle(PRODUCT)
        self.setAcceptDrops(True)
        self.view = BitextView()
        self._notice: Notice | None = None
        self.trust = TrustBar()
        self.view.columns_moved.connect(self.trust.stand_over)
        self.script = QComboBox()
        self.script.setAccessibleName(self.tr("Chinese script"))
        self.script.setToolTip(self.tr("Chinese script"))
        self.script.currentIndexChanged.connect(self._change_script)
        self._reading = Background(self)
        self._reading.done.connect(self.show_bitext)
        self._reading.failed.connect(self._failed)
        self._count = QLabel()
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.trust)
        layout.addWidget(self.view)
        self._body = layout
        self.setCentralWidget(body)
        self._make_actions()
        self._make_menus()
        self._make_tool_bar()
        self.statusBar().addPermanentWidget(self._count)
        self._dress()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    # Actions

    def _make_actions(self) -> None:
        self.open_action = self._action(self.tr("&Open…"), "Ctrl+O", self.ask_file)
        self.translation_action = self._action(
            self.tr("Open &translation…"), "Ctrl+T", self.ask_translation
        )
        self.export_action = self._action(
            self.tr("&Export ticked…"), "Ctrl+E", self.ask_export
        )
        self.quit_action = self._action(self.tr("&Quit"), "Ctrl+Q", self.close)
        self.tick_action = self._action(
            self.tr("&Tick or untick selected"), "Ctrl+Return", self.tick_selected
        )
        self.tick_all_action = self._action(
            self.tr("Tick &all"), "Ctrl+Shift+A", lambda: self.tick_all(True)
        )
        self.untick_all_action = self._action(
            self.tr("&Untick all"), "Ctrl+Shift+U", lambda: self.tick_all(False)
        )
        self.larger_action = self._action(
            self.tr("&Larger"), "Ctrl++ Ctrl+=", lambda: self.set_zoom(self.view.zoom + _ZOOM_STEP)
        )
        self.smaller_action = self._action(
            self.tr("&Smaller"), "Ctrl+-", lambda: self.set_zoom(self.view.zoom - _ZOOM_STEP)
        )
        self.normal_action = self._action(
            self.tr("&Normal size"), "Ctrl+0", lambda: self.set_zoom(100)
        )
        self.fold_action = self._action(
            self.tr("&Fold all"), "Ctrl+Shift+Up", self.view.collapseAll
        )
        self.unfold_action = self._action(
            self.tr("&Unfold all"), "Ctrl+Shift+Down", self.view.expandAll
        )
        self.note_action = self._action(
            self.tr("Show foot&notes of the clause"), "Ctrl+J", self.view.open_notes_of_current
        )

    def _action(self, text: str, keys: str, slot: Callable[[], object]) -> QAction:
        """An action of the window; where plus needs Shift, Ctrl+= is what is pressed for it, so
        there can be several keys, a space between them."""
        action = QAction(text, self)
        action.setShortcuts(keys.split())
        action.triggered.connect(lambda: slot())
        return action

    def _make_menus(self) -> None:
        bar = self.menuBar()
        file = bar.addMenu(self.tr("&File"))
        file.addActions([self.open_action, self.translation_action])
        file.addSeparator()
        file.addAction(self.export_action)
        file.addSeparator()
        file.addAction(self.quit_action)
        edit = bar.addMenu(self.tr("&Edit"))
        edit.addActions([self.tick_action, self.tick_all_action, self.untick_all_action])
        view = bar.addMenu(self.tr("&View"))
        self._script_menu: QMenu = view.addMenu(self.tr("&Chinese script"))
        view.addSeparator()
        view.addActions([self.larger_action, self.smaller_action, self.normal_action])
        view.addSeparator()
        view.addActions([self.fold_action, self.unfold_action, self.note_action])

    def _make_tool_bar(self) -> None:
        bar = QToolBar(self.tr("Tools"))
        bar.setMovable(False)
        bar.addActions([self.open_action, self.translation_action])
        bar.addSeparator()
        bar.addWidget(self.script)
        bar.addSeparator()
        bar.addActions([self.smaller_action, self.larger_action])
        bar.addSeparator()
        bar.addAction(self.export_action)
        self.smaller_action.setIconText("A−")
        self.larger_action.setIconText("A+")
        self.addToolBar(bar)

    # What must be said

    @property
    def notice(self) -> str:
        """The sentence that is shown above the text, "" if there is none."""
        return self._notice.text if self._notice else ""

    def say(self, sentence: str) -> None:
        """Shows a sentence above the text; "" hides what was there."""
        if self._notice is None and sentence:
            from desktop_app.ui.notice import Notice

            self._notice = Notice(self)
            self._notice.dress(self._theme)
            self._body.insertWidget(0, self._notice)
        if self._notice is not None:
            self._notice.say(sentence)

    # Documents

    def open(self, file: Path, translation: Path | None = None) -> None:
        """Opens a document, alone or beside its translation; on failure says why and keeps what
        is shown."""
        files = [file, translation] if translation else [file]
        found = self._snapshots.find(files) if self._snapshots else None
        if found is not None:
            self._reading.cancel()
            self.show_bitext(found)
            return
        self._read(file, lambda: self._read_and_keep(files))

    def _read_and_keep(self, files: list[Path]) -> Bitext:
        bitext = open_bitext(files[0], files[1] if len(files) > 1 else None)
        self._to_keep = files, bitext
        return bitext

    def finish_start(self) -> None:
        """What can wait until the first page is on the screen."""
        if self._to_keep and self._snapshots:
            self._snapshots.keep(*self._to_keep)
        self._to_keep = None

    def open_translation(self, translation: Path) -> None:
        """Puts a translation beside the document that is shown."""
        if self._published is None:
            self.open(translation)
            return
        source = self._published.source
        self._read(translation, lambda: beside(source, translation))

    def _read(self, file: Path, task: Callable[[], Bitext]) -> None:
        """Shows what the task reads; a large file is read in the background."""
        self._reading.run(task, in_background=_is_large(file))
        if self._reading.is_busy:
            self.say(self.tr("Reading %1…").replace("%1", str(file)))

    def open_bundled_behind_notice(self) -> None:
        """Shows the bundled resolution and leaves the notice of what went wrong."""
        sentence = self.notice
        self.show_bitext(open_bitext(BUNDLED, BUNDLED_TRANSLATION))
        self.say(sentence)

    def paint_card(self, picture: QPixmap) -> None:
        """Paints the footnote card, which is a window of its own, into a picture of this one."""
        from PySide6.QtGui import QPainter

        corner = self.view.card.pos() - self.pos()
        painter = QPainter(picture)
        painter.drawPixmap(corner, self.view.card.grab())
        painter.end()

    def show_bitext(self, bitext: Bitext) -> None:
        """Shows a document that was read."""
        self.say("")
        self._published = bitext
        self._offer_scripts(bitext)
        self._show(bitext)
        head = bitext.source.masthead
        name = " ".join(filter(None, [head.symbol, head.title]))
        self.setWindowTitle(f"{name} — {PRODUCT}" if name else PRODUCT)
        if not bitext.source.is_resolution:
            self.say(
                self.tr(
                    "This text is not recognized as a resolution and is shown as plain paragraphs; "
                    "open a file that has the enacting words and the operative paragraphs."
                )
            )

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, LibraryError):
            raise error
        self.say(str(error))

    def _show(self, bitext: Bitext) -> None:
        model = BitextModel(bitext, self.view)
        before = self.view.bitext_model()
        if before is not None and same_document(before, model):
            model.take_ticks(before)
        model.ticked.connect(self._count_ticks)
        self.trust.say([side for side in (bitext.source, bitext.target) if side], self._theme)
        self.view.show_model(model, self._theme, self.view.zoom)
        self._count_ticks(len(model.ticked_rows()))
        if before is not None:
            before.deleteLater()

    def _count_ticks(self, count: int) -> None:
        self.export_action.setEnabled(count > 0)
        self.export_action.setIconText(
            self.tr("Export %n ticked…", "", count) if count else self.tr("Export ticked…")
        )
        self._count.setText(self.tr("%n clause(s) ticked", "", count))

    def ask_file(self) -> None:
        """Lets the person choose a document."""
        from PySide6.QtWidgets import QFileDialog

        path, _ = QFileDialog.getOpenFileName(self, self.tr("Open a resolution"), "", _KINDS)
        if path:
            self.open(Path(path))

    def ask_translation(self) -> None:
        """Lets the person choose a translation of the document."""
        from PySide6.QtWidgets import QFileDialog

        path, _ = QFileDialog.getOpenFileName(self, self.tr("Open a translation"), "", _KINDS)
        if path:
            self.open_translation(Path(path))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """One file: opened; a second one with it: its translation. Another language version of
        the document that is shown goes beside it."""
        files = _files(event)
        event.acceptProposedAction()
        if len(files) > 1:
            self.open(files[0], files[1])
        elif self._published and _is_version(self._published.source, files[0]):
            self.open_translation(files[0])
        else:
            self.open(files[0])

    # Script

    def _offer_scripts(self, bitext: Bitext) -> None:
        """Fills the script control with what makes sense for the Chinese text."""
        sides = [side for side in (bitext.source, bitext.target) if side]
        choices = next((found for side in sides if (found := offered(side))), ())
        self.script.blockSignals(True)
        self.script.clear()
        self._script_menu.clear()
        for configuration in ("", *choices):
            name = conversion_name(configuration) if configuration else self.tr("As published")
            self.script.addItem(name, configuration)
            place = self.script.count() - 1
            self._script_menu.addAction(name, lambda place=place: self.script.setCurrentIndex(place))
        self.script.blockSignals(False)
        self.script.setEnabled(bool(choices))

    def set_script(self, configuration: str) -> None:
        """Shows the Chinese converted by an OpenCC configuration that is offered, "" as it was
        published."""
        self.script.setCurrentIndex(max(self.script.findData(configuration), 0))

    def _change_script(self) -> None:
        from desktop_app.script.convert import ScriptError, convert_resolution

        if self._published is None:
            return
        configuration = str(self.script.currentData() or "")
        bitext = self._published
        if configuration:
            try:
                bitext = replace(
                    bitext,
                    source=convert_resolution(bitext.source, configuration),
                    target=bitext.target and convert_resolution(bitext.target, configuration),
                )
            except ScriptError as error:
                self.say(str(error))
                self.set_script("")
                return
        self._show(bitext)

    # Ticks and export

    def tick_selected(self) -> None:
        """Ticks the selected clauses, or unticks them if all are ticked."""
        model = self.view.bitext_model()
        if model is None:
            return
        nodes = [model.node(index) for index in self.view.selectionModel().selectedRows()]
        rows = {row.source + row.target for row in model.ticked_rows()}
        clauses = [below for node in nodes for below in node.walk() if below.row]
        done = all(node.row and node.row.source + node.row.target in rows for node in clauses)
        model.tick(nodes, not done)

    def tick_all(self, on: bool) -> None:
        """Ticks or unticks every clause."""
        model = self.view.bitext_model()
        if model is not None:
            model.tick(model.root.children, on)

    def ask_export(self) -> None:
        """Asks how to write the ticked clauses, and writes them."""
        from desktop_app.ui.export_dialog import ExportDialog

        model = self.view.bitext_model()
        if model is None or not model.ticked_rows():
            return
        source, target = model.bitext.source, model.bitext.target
        names = [language_name(side) for side in (source, target) if side]
        stem = source.masthead.symbol.replace("/", "_") or "clauses"
        dialog = ExportDialog(self, len(model.ticked_rows()), names, stem)
        choice = dialog.ask()
        if choice:
            self.export(choice.path, choice.ending, choice.both)

    def export(self, path: Path, ending: str, both: bool) -> None:
        """Writes the ticked clauses as they are shown; says where, or why not."""
        from desktop_app.export.excerpt import excerpt
        from desktop_app.export.formats import render
        from desktop_app.writing import WritingError, write

        model = self.view.bitext_model()
        if model is None:
            return
        bitext = model.bitext if both else replace(model.bitext, target=None)
        rows = [row for row in model.ticked_rows() if both or row.source]
        try:
            write(path, render(excerpt(bitext, rows), ending))
        except WritingError as error:
            self.say(str(error))
            return
        self.statusBar().showMessage(self.tr("Written to %1").replace("%1", str(path)), 8000)

    # Looks

    def set_zoom(self, percent: int) -> None:
        """The size of the text; the clause in view stays."""
        model = self.view.bitext_model()
        if model is not None and percent != self.view.zoom:
            self.view.show_model(model, self._theme, percent)
            self.statusBar().showMessage(f"{self.view.zoom} %", 2000)

    def _dress(self) -> None:
        self.setPalette(self._theme.palette())
        if self._notice is not None:
            self._notice.dress(self._theme)

    def _follow_system(self) -> None:
        if self._theme_name:
            return
        self._theme = theme("")
        self._dress()
        model = self.view.bitext_model()
        if model is not None:
            self.view.show_model(model, self._theme, self.view.zoom)

    def sizeHint(self) -> QSize:
        return QSize(1180, 800)


def _is_large(file: Path) -> bool:
    try:
        return file.stat().st_size > _LARGE
    except OSError:
        return False  # reading it will say what is wrong


def _files(event: QDropEvent) -> list[Path]:
    """The local files of a drag; nothing is ever fetched for other addresses."""
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]


def _is_version(shown: Resolution, file: Path) -> bool:
    """Whether a file is the same resolution in another language."""
    try:
        other = open_resolution(file)
    except LibraryError:
        return False
    same = bool(other.masthead.symbol) and other.masthead.symbol == shown.masthead.symbol
    return same and other.language != shown.language
