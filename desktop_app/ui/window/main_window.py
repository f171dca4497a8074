"""The main window: one document and its translation, opened, converted, ticked and exported."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from desktop_app.common.messages import UserError
from desktop_app.opening.documents import (
    BUNDLED,
    BUNDLED_TRANSLATION,
    UnlikelyPairError,
    beside,
    no_resolution,
    open_bitext,
    open_resolution,
)
from desktop_app.opening.snapshots import Snapshots
from desktop_app.resolution.variants import offered
from desktop_app.ui.language.phrases import translated
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.page.nodes import followed
from desktop_app.ui.page.view import BitextView
from desktop_app.ui.settings.kept_places import pair_of
from desktop_app.ui.settings.preferences import DEFAULT
from desktop_app.ui.widgets.theme import SPACE, Theme, first_theme, theme
from desktop_app.ui.window.trust_bar import TrustBar

if TYPE_CHECKING:  # every class of Qt that is imported costs the start of the window its share
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from desktop_app.common.typography import Typography
    from desktop_app.resolution.bitext import Bitext, Row
    from desktop_app.resolution.model import Resolution
    from desktop_app.ui.finding.contents_panel import ContentsPanel
    from desktop_app.ui.finding.finding import Finding
    from desktop_app.ui.finding.go_bar import GoBar
    from desktop_app.ui.page.layouts import Layout
    from desktop_app.ui.rows.auditing import Auditing
    from desktop_app.ui.rows.correcting import Correcting
    from desktop_app.ui.settings.kept_places import Pair
    from desktop_app.ui.settings.preferences import ExportChoice
    from desktop_app.ui.widgets.background import Background
    from desktop_app.ui.window.actions import Commands
    from desktop_app.ui.window.notice import Notice
    from desktop_app.ui.window.session import Session

PRODUCT = "Resolution Reader 决议对照阅读器"
_PAGE = 400
"""The least width in pixels of the page beside the contents; narrower columns cut texts off."""
_QUIET = 1000
"""Milliseconds after a document was shown."""
_LARGE = 500_000
"""Bytes: a file of more is read in the background."""


class MainWindow(QMainWindow):
    """One document and its translation. Errors are sentences in the notice above the text, and
    leave what was shown.

    The menus and the tool row are made by `finish_start`, once there is something to read.
    Signals: `document_shown` when another bitext is shown, `script_shown` when it is shown in
    another script or would have been, `rows_changed` when its rows are corrected,
    `layout_shown` when its texts stand in another layout, `ticks_changed` with the number of
    ticked rows, `theme_changed` when it shows other colours.
    """

    document_shown = Signal()
    script_shown = Signal()
    rows_changed = Signal()
    layout_shown = Signal()
    ticks_changed = Signal(int)
    theme_changed = Signal()

    def __init__(
        self,
        theme_name: str = "",
        snapshots: Snapshots | None = None,
        corrections: Path | None = None,
        session: Session | None = None,
    ) -> None:
        """`corrections` is the database that they are kept in; without it they are not kept, and
        without a session nothing is that was set or where the person was."""
        super().__init__()
        self.session = session
        self.pair: Pair | None = None
        """Where the files are of the document that is shown."""
        self.commands: Commands | None = None
        self.finding: Finding | None = None
        self.correcting: Correcting | None = None
        self.auditing: Auditing | None = None
        self.go_bar: GoBar | None = None
        self.contents: ContentsPanel | None = None
        self.contents_width = session.preferences.contents if session is not None else 0
        """That a person gave to the table of contents, 0 if they did not."""
        self._corrections = corrections
        self._published: Bitext | None = None
        self._file: Path | None = None
        self._snapshots = snapshots
        self._notice: Notice | None = None
        self._reading: Background | None = None
        self._export_choice = DEFAULT.export
        if session is not None and not theme_name:
            theme_name = session.preferences.theme
        self._theme_name = theme_name
        self._theme: Theme = first_theme(theme_name)
        self.setWindowTitle(PRODUCT)
        self.setAcceptDrops(True)
        self._settled = QTimer(self, singleShot=True, interval=_QUIET)
        self._settled.timeout.connect(_keep_from_collector)
        self.view = BitextView()
        if session is not None:
            kept = session.preferences
            self.view.begin_with(kept.zoom, kept.typography, kept.layout)
        self.trust = TrustBar()
        self.view.columns_moved.connect(self.trust.stand_over)
        body = QWidget()
        self._body = QVBoxLayout(body)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        self._body.addWidget(self.trust)
        self._body.addWidget(self.view)
        self.setCentralWidget(body)
        self.setPalette(self._theme.palette())
        # Room for the menus and the tool row, so that the text does not move when they come.
        line = QFontMetrics(self.font()).height()
        self.setContentsMargins(0, 2 * line + 6 * SPACE, 0, 0)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def finish_start(self) -> None:
        """Makes what can wait until the first page is on the screen."""
        if self.commands is None:
            from desktop_app.ui.rows.auditing import Auditing
            from desktop_app.ui.rows.correcting import Correcting
            from desktop_app.ui.widgets.focus_ring import FocusRing
            from desktop_app.ui.window.actions import Commands
            from desktop_app.ui.window.missing_characters import MissingCharacters

            FocusRing(self, (self.view,))
            room = self.contentsMargins().top()
            self.setContentsMargins(0, 0, 0, 0)
            self.correcting = Correcting(self, self._corrections)
            self.auditing = Auditing(self)
            self.commands = Commands(self)
            self.commands.tool_row.fill(room - self.menuBar().sizeHint().height())
            self._body.insertWidget(0, self.commands.tool_row)
            self._body.addWidget(self.auditing.panel)
            self.correcting.start()
            self.auditing.start()
            self._quieten()
            self._missing = MissingCharacters(self)
            if self.session is not None:
                self.session.start(self)
            self.view.answer()

    def sizeHint(self) -> QSize:
        return QSize(1120, 700)  # whole on the smallest screens of today, 1366 by 768

    # What must be said

    @property
    def notice(self) -> str:
        """The sentence that is shown above the text, "" if there is none."""
        return self._notice.text if self._notice else ""

    def say(self, sentence: str, action: str = "", do: Callable[[], object] = lambda: None) -> None:
        """Shows a sentence above the text, with a button for what can be done about it; "" hides
        what was there."""
        if self._notice is None and sentence:
            from desktop_app.ui.window.notice import Notice

            self._notice = Notice(self)
            self._notice.apply_theme(self._theme)
            page = self.contents.beside if self.contents else self.trust
            self._body.insertWidget(self._body.indexOf(page), self._notice)
        if self._notice is not None:
            self._notice.say(sentence, action, do)

    # Documents

    @property
    def shown(self) -> Bitext | None:
        """The bitext as it is shown, converted or not. Raises ScriptError."""
        model = self.view.bitext_model()
        return model.shown() if model else None

    @property
    def published(self) -> Bitext | None:
        """The bitext as it is published, with its automatic rows."""
        return self._published

    @property
    def configuration(self) -> str:
        """The OpenCC configuration that Chinese is shown by, "" as it was published."""
        model = self.view.bitext_model()
        return model.configuration if model else ""

    def open(self, file: Path, translation: Path | None = None) -> None:
        """Opens a document, alone or beside its translation; on failure says why and keeps what
        is shown."""
        files = [file, translation] if translation else [file]
        found = self._snapshots.find(files) if self._snapshots else None
        if found is None:
            self._read(
                files,
                lambda progress: open_bitext(file, translation, progress),
                file,
                translation,
                keep=True,
            )
        else:
            self._cancel_reading()
            self.show_bitext(found, file, translation)

    def open_translation(self, translation: Path) -> None:
        """Puts a translation beside the document that is shown."""
        if self._published is None:
            self.open(translation)
            return
        source = self._published.source
        self._read(
            [translation],
            lambda progress: beside(source, translation, progress),
            self._file,
            translation,
        )

    def open_bundled_behind_notice(self) -> None:
        """Shows the bundled resolution and leaves the notice of what went wrong."""
        sentence = self.notice
        self.show_bitext(open_bitext(BUNDLED, BUNDLED_TRANSLATION), BUNDLED, BUNDLED_TRANSLATION)
        self.say(sentence)

    def _read(
        self,
        files: list[Path],
        task: Callable[[Callable[[float], None]], Bitext],
        shown_as: Path | None,
        translation: Path | None,
        keep: bool = False,
    ) -> None:
        """Shows what the task reads from the files; large ones are read in the background."""
        self._cancel_reading()

        def done(bitext: Bitext) -> None:
            self._reading = None
            self.show_bitext(bitext, shown_as, translation)
            if keep and self._snapshots:
                self._snapshots.keep(files, bitext)

        if any(_is_large(file) for file in files):
            from desktop_app.ui.widgets.background import Background

            reading = self.tr("Reading %1…").replace("%1", str(files[-1]))
            self._reading = Background(self, task)
            self._reading.done.connect(done)
            self._reading.failed.connect(
                lambda error: self._read_failed(error, shown_as, translation)
            )
            self._reading.advanced.connect(
                lambda share: self.say(f"{reading} {share:.0%}", self.tr("Cancel"), self.cancel)
            )
            self._reading.start()
            self.say(reading, self.tr("Cancel"), self.cancel)
            return
        try:
            bitext = task(lambda share: None)
        except UserError as error:
            self._read_failed(error, shown_as, translation)
        else:
            done(bitext)

    def _read_failed(
        self, error: Exception, shown_as: Path | None, translation: Path | None
    ) -> None:
        self._reading = None
        if not isinstance(error, UserError):
            raise error
        if isinstance(error, UnlikelyPairError):
            make = error.bitext
            self.say(
                translated(error.message),
                self.tr("Show it beside this text all the same"),
                lambda: self.show_bitext(make(), shown_as, translation),
            )
        else:
            self.say(translated(error.message))

    def cancel(self) -> None:
        """Ends the reading of a document; what was shown before stays."""
        self._cancel_reading()
        self.say("")

    def _cancel_reading(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None

    def show_bitext(
        self, bitext: Bitext, file: Path | None = None, translation: Path | None = None
    ) -> None:
        """Shows a document that was read, as it is published; `file` is what a person calls it."""
        self.say("")
        self.leave()
        self._file = file
        self.pair = pair_of(file, translation) if file else None
        self._published = bitext
        kept = self.correcting.kept(bitext) if self.correcting else None
        self._show(bitext if kept is None else bitext._replace(rows=kept))
        head = bitext.source.masthead
        name = " ".join(filter(None, [head.symbol, head.title]))
        self.setWindowTitle(f"{name} — {PRODUCT}" if name else PRODUCT)
        if not bitext.source.is_resolution:
            self.say(translated(no_resolution(file)))

    def _show(self, bitext: Bitext) -> None:
        collecting = gc.isenabled()
        gc.disable()  # thousands of objects are made and none can go
        model = BitextModel(bitext, self.view)
        before = self.view.bitext_model()
        model.ticked.connect(self.ticks_changed)
        self.trust.say(model.sides(), self._theme)
        begin = self.session.begin(self.pair, model) if self.session else None
        if begin is None and before is not None and before.bitext.source is bitext.source:
            from desktop_app.ui.settings.kept_places import elsewhere

            begin = elsewhere(before.nodes(), self.view.where(), model.nodes())
        self.view.show_model(model, self._theme, self.view.zoom, begin=begin)
        self._quieten()
        if collecting:
            gc.enable()
        if before is not None:
            before.deleteLater()
        self.document_shown.emit()
        self.ticks_changed.emit(len(model.ticked_rows()))
        if self.session is not None and self.commands is not None:
            self.session.arrive(self)

    def leave(self) -> None:
        """Keeps where the person is in the document that is shown."""
        if self.finding is not None and not self.finding.bar.isHidden():
            self.finding.arrive()
        if self.session is not None:
            self.session.leave(self)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.leave()
        if self.session is not None:
            self.session.keep(self)
        super().closeEvent(event)

    def _quieten(self) -> None:
        """Keeps the objects of a long document out of Python's search for garbage, which would stop
        the scrolling for some frames whenever it comes to them; those of the one before are let
        go of. Done once the document is seen."""
        if self.commands is None:
            return  # the start has its own way
        gc.unfreeze()
        self._settled.start()

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Shows the same document with its rows corrected; place, folds, ticks, script and the
        current row stay."""
        before = self.view.bitext_model()
        if before is None:
            return
        model = BitextModel(before.bitext._replace(rows=rows), self.view)
        if before.configuration:
            model.show_script(before.configuration)
        now = followed(before.nodes(), model.nodes())
        model.tick_exactly({number for old in before.ticked_numbers for number in now[old]})
        model.ticked.connect(self.ticks_changed)
        self.view.show_model(model, self._theme, self.view.zoom, again=True)
        before.deleteLater()
        self.rows_changed.emit()
        self.ticks_changed.emit(len(model.ticked_rows()))

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

    def scripts(self) -> tuple[str, ...]:
        """The OpenCC configurations that make sense for the Chinese text, if there is one."""
        if self._published is None:
            return ()
        sides = [side for side in (self._published.source, self._published.target) if side]
        return next((found for side in sides if (found := offered(side))), ())

    def set_script(self, configuration: str) -> None:
        """Shows the Chinese converted by an OpenCC configuration, "" as it was published; where it
        cannot be converted, says why and leaves what is shown."""
        model = self.view.bitext_model()
        if model is None or configuration == model.configuration:
            return
        from desktop_app.script.convert import ScriptError, prepare

        try:
            if configuration:
                prepare(configuration)
        except ScriptError as error:
            self.say(translated(error.message))
        else:
            self.view.show_script(configuration)
            self.trust.say(model.sides(), self._theme)
        self.script_shown.emit()

    # Finding

    def ask_find(self) -> None:
        """Opens the bar in which to type what is to be found."""
        self._get_finding().open()

    def find_next(self, by: int) -> None:
        """Shows the next hit, or for -1 the one before; opens the bar where nothing is sought."""
        finding = self._get_finding()
        if finding.bar.isHidden():
            finding.open()
        else:
            finding.step(by)

    def _get_finding(self) -> Finding:
        if self.finding is None:
            from desktop_app.ui.finding.finding import Finding

            self.finding = Finding(self)
            self._body.addWidget(self.finding.bar)
        return self.finding

    # Going somewhere

    def ask_place(self) -> None:
        """Opens the bar in which to type the label of the clause to go to."""
        if self.go_bar is None:
            from desktop_app.ui.finding.go_bar import GoBar

            self.go_bar = GoBar(self.view)
            self._body.addWidget(self.go_bar)
        self.go_bar.open_bar()

    def toggle_contents(self) -> None:
        """Opens the table of contents, or closes it."""
        if self.contents is None:
            from desktop_app.ui.finding.contents_panel import ContentsPanel

            # Qt hands the keyboard on when what has it is moved: to the next mark.
            self.view.clearFocus()
            place = self._body.indexOf(self.trust)
            page = QWidget()
            page.setMinimumWidth(_PAGE)
            both = QVBoxLayout(page)
            both.setContentsMargins(0, 0, 0, 0)
            both.setSpacing(0)
            both.addWidget(self.trust)
            both.addWidget(self.view)
            self.contents = ContentsPanel(self, page)
            self._body.insertWidget(place, self.contents.beside, 1)
        if self.contents.isHidden():
            self.contents.open_panel()
        else:
            self.contents.close_panel()

    # Ticks and export

    def tick_selected(self) -> None:
        """Ticks the selected clauses, or unticks them if all are ticked; those of which text is
        selected, if any is."""
        model = self.view.bitext_model()
        if model is not None:
            nodes = [node for node in self.view.selecting.chosen_nodes() if node.row]
            rows = self.view.selectionModel().selectedRows()
            nodes = nodes or [model.node(index) for index in rows]
            model.tick(nodes, not model.are_ticked(nodes))

    def tick_all(self, on: bool) -> None:
        """Ticks or unticks every clause."""
        model = self.view.bitext_model()
        if model is not None:
            model.tick([model.root], on)

    def ask_export(self) -> None:
        """Asks what is to be written and how, and writes it."""
        from desktop_app.ui.export.dialog import ExportDialog

        model = self.view.bitext_model()
        if model is None:
            return
        dialog = ExportDialog(self, model, self.export_choice)
        dialog.exec()
        self.export_choice = dialog.choice
        if dialog.written is not None and self.commands is not None:
            self.commands.tell(self.tr("Written to %1").replace("%1", str(dialog.written)))
        dialog.deleteLater()

    @property
    def export_choice(self) -> ExportChoice:
        """What was last chosen for an export."""
        return self.session.preferences.export if self.session else self._export_choice

    @export_choice.setter
    def export_choice(self, choice: ExportChoice) -> None:
        self._export_choice = choice
        if self.session is not None:
            self.session.set_export(choice)

    # Looks

    def set_zoom(self, percent: int) -> None:
        """The size of the text; the clause in view stays."""
        if percent != self.view.zoom:
            self.view.restyle(zoom=percent)

    @property
    def theme(self) -> Theme:
        """The colours that the window is shown in."""
        return self._theme

    @property
    def theme_name(self) -> str:
        """The theme that was chosen, "" for the system's."""
        return self._theme_name

    def set_theme(self, name: str) -> None:
        """Shows the window in a theme, "" in that of the system."""
        self._theme_name = name
        self._apply_theme(theme(name))

    def set_typography(self, typography: Typography) -> None:
        """The fonts and the alignment of the text; the clause in view stays."""
        if typography != self.view.typography:
            self.view.restyle(typography=typography)

    def set_layout(self, layout: Layout) -> None:
        """Shows the texts side by side, one alone, or one below the other."""
        self.view.show_layout(layout)
        self.layout_shown.emit()

    def _follow_system(self) -> None:
        if not self._theme_name:
            self._apply_theme(theme(""))

    def _apply_theme(self, colors: Theme) -> None:
        self._theme = colors
        self.setPalette(colors.palette())
        if self._notice is not None:
            self._notice.apply_theme(colors)
        model = self.view.bitext_model()
        if model is not None:
            self.trust.say(model.sides(), colors)
        self.view.restyle(colors)
        self.theme_changed.emit()


def _keep_from_collector() -> None:
    gc.collect()
    gc.freeze()


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
    if _is_large(file):
        return False
    try:
        other = open_resolution(file)
    except UserError:
        return False  # opening it will say what is wrong
    same = bool(other.masthead.symbol) and other.masthead.symbol == shown.masthead.symbol
    return same and other.language != shown.language
