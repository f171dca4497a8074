"""The dialog for choosing what to export and how, with a preview of the first page."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import cast

from PySide6.QtCore import QMimeData, QStandardPaths, Qt
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.common.messages import Message, filled
from desktop_app.common.writing import WritingError, write
from desktop_app.export.excerpt.cache import ExcerptCache
from desktop_app.export.excerpt.model import Excerpt, Kind
from desktop_app.export.excerpt.options import Progress
from desktop_app.export.formats import registry as formats
from desktop_app.export.formats.registry import FORMATS
from desktop_app.export.shared.clipboard import Copied
from desktop_app.resolution.labels import SelectionError
from desktop_app.ui.export import names
from desktop_app.ui.export.drawing import Drawing
from desktop_app.ui.export.errors import sentence_of
from desktop_app.ui.export.file_choice import ask_path
from desktop_app.ui.export.form import ExportForm
from desktop_app.ui.export.preview import ExportPreview
from desktop_app.ui.export.scope import Offer
from desktop_app.ui.language.phrases import phrase
from desktop_app.ui.settings.preferences import ExportChoice
from desktop_app.ui.widgets.sentence import Sentence
from desktop_app.ui.widgets.theme import SPACE, CurrentTheme
from desktop_app.ui.widgets.work import Work


class ExportDialog(QDialog):
    """A dialog for one export. Afterwards `choice` is the first choice of the next dialog, and
    `written` the file written, None if none was. After an error it shows it and stays open."""

    def __init__(
        self,
        *,
        parent: QWidget,
        offer: Offer,
        choice: ExportChoice,
        scripts: tuple[str, ...],
        configuration: str,
        theme: CurrentTheme,
        files: tuple[str, ...],
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self.choice = choice
        self.written: Path | None = None
        self._files = files
        self._offer = offer
        self._cache = ExcerptCache(offer.bitext)
        self._focus: QWidget | None = None
        self._why_not = ""
        self.form = ExportForm(self._offer, choice, scripts, configuration)
        self.preview = ExportPreview()
        self._drawing = Drawing(self, owner=parent, cache=self._cache, preview=self.preview)
        self._drawing.drawn.connect(lambda found: self.form.show_sentence(self._counted(found)))
        self._drawing.failed.connect(self._fail)
        self._drawing.slow.connect(lambda: self.form.show_sentence(self.tr("Preparing…")))
        self.work = Work(parent)
        self.work.busy_changed.connect(self._be_busy)
        self.work.cancelled.connect(
            lambda: self.show_sentence(self.tr("Cancelled; nothing was written."))
        )
        self._make_buttons()
        self._lay_out()
        self._order()
        self._theme = theme
        self._apply_theme()
        theme.changed.connect(self._apply_theme)
        self.form.changed.connect(self._follow)
        self._follow()

    # Parts

    def _make_buttons(self) -> None:
        self.sentence = Sentence()
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.sentence.hide()
        self.copy = QPushButton(self.tr("C&opy to clipboard"))
        self.copy.clicked.connect(self.copy_all)
        self.cite = QPushButton(self.tr("Copy cit&ation"))
        self.cite.clicked.connect(self.copy_citation)
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.clicked.connect(self.reject)
        self.save = QPushButton(self.tr("&Save…"))
        self.save.setDefault(True)
        self.save.clicked.connect(self.ask_and_save)

    def _lay_out(self) -> None:
        both = QHBoxLayout()
        both.setSpacing(4 * SPACE)
        both.addWidget(self.form)
        both.addWidget(self.preview, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * SPACE)
        buttons.addWidget(self.copy)
        buttons.addWidget(self.cite)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.save)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*[4 * SPACE] * 4)
        whole.setSpacing(3 * SPACE)
        whole.addLayout(both, 1)
        whole.addWidget(self.work)
        whole.addWidget(self.sentence)
        whole.addLayout(buttons)
        room = self.screen().availableSize()
        self.resize(
            min(240 * SPACE, room.width() - 8 * SPACE), min(160 * SPACE, room.height() - 12 * SPACE)
        )

    def _order(self) -> None:
        """Tab goes from top to bottom, then over the preview to the buttons."""
        buttons = [self.work.stop, self.copy, self.cite, self.close_button, self.save]
        chain = [*self.form.order(), *self.preview.pages, *buttons]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _apply_theme(self) -> None:
        theme = self._theme.colors
        self.setPalette(theme.palette())
        self.form.apply_theme(theme)
        self.preview.apply_theme(theme)
        self.sentence.apply_theme(theme)

    # What is chosen

    def _follow(self) -> None:
        """Draws what is chosen now, a little later."""
        self.show_sentence("")
        try:
            request = self.form.request()
        except SelectionError as error:
            self._fail(error)
            return
        if not request.rows:
            self._fail(SelectionError(Message("There is no clause to write in this document.")))
            return
        self._allow("")
        self._drawing.draw_later(request, self.form.key)

    def _fail(self, error: Exception) -> None:
        """Shows why nothing can be written as it is chosen now."""
        self._drawing.stop()
        sentence = sentence_of(error)
        self.form.show_sentence(sentence, is_error=True)
        self.preview.show_sentence(sentence)
        self._allow(sentence)

    def _allow(self, why_not: str) -> None:
        """Enables the buttons, or disables them and says why."""
        self._why_not = why_not
        for button in (self.save, self.cite, self.copy):
            button.setEnabled(not why_not)
            button.setToolTip(why_not)
            button.setAccessibleDescription(why_not)

    # Messages

    def show_sentence(self, sentence: str, is_error: bool = False) -> None:
        """Shows above the buttons what was done or what went wrong; "" hides it."""
        self.sentence.show_sentence(sentence, is_error)
        self.sentence.setVisible(bool(sentence))

    def _counted(self, found: Excerpt) -> str:
        """ "12 clauses, 3 footnotes"."""
        own = (next(filter(None, e.texts)) for e in found.entries if e.kind is Kind.CLAUSE)
        clauses = sum(map(len, own))
        notes = len(found.notes)
        return phrase(", ").join(
            [
                _number(clauses, self.tr("1 clause"), self.tr("%1 clauses")),
                _number(notes, self.tr("1 footnote"), self.tr("%1 footnotes")),
            ]
        )

    @property
    def is_drawing(self) -> bool:
        """Whether the preview does not yet show what is chosen."""
        return self._drawing.is_drawing

    # What is done

    def ask_and_save(self) -> None:
        """Asks for the file, and writes it."""
        if self.work.is_busy or not self.save.isEnabled():
            return
        request = self.form.request()
        name = names.file_name(
            self._offer.bitext, request.options.languages, request.script, self.form.key
        )
        kind = f"{names.format_name(self.form.key)} (*.{FORMATS[self.form.key].ending})"
        path = self.ask_path(str(self._folder() / name), kind)
        if path:
            self.save_to(Path(path))

    def ask_path(self, suggestion: str, kind: str) -> str:
        """Asks for the file to write, and before it replaces one; "" if the person cancelled."""
        return ask_path(self, suggestion, kind, self.form.key)

    def _folder(self) -> Path:
        """The folder that was written to last, or else the person's documents."""
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        places = (self.choice.folder, QStandardPaths.writableLocation(documents))
        return next((Path(place) for place in places if place and _is_folder(place)), Path.home())

    def save_to(self, path: Path) -> None:
        """Writes the file and closes; on failure shows why and stays open."""

        key = self.form.key
        self._render(
            self.tr("Writing…"),
            lambda excerpt, progress: formats.render(excerpt, key, progress),
            lambda chosen, data: self._write(path, chosen, cast(bytes, data)),
            FORMATS[key].is_painted,
        )

    def _write(self, path: Path, chosen: ExportChoice, data: bytes) -> None:
        try:
            write(path, data, [Path(document) for document in self._files if document])
        except WritingError as error:
            self.show_sentence(sentence_of(error), is_error=True)
            return
        self.written = path
        self.choice = chosen._replace(folder=str(path.parent.absolute()))
        self.accept()

    def copy_all(self) -> None:
        """Copies the export, as rich text for formats with pages."""
        if not self.work.is_busy and self.copy.isEnabled():
            key = self.form.key

            def make(excerpt: Excerpt, progress: Progress) -> object:
                return formats.copied(excerpt, key, progress)

            self._render(self.tr("Copying…"), make, self._put_on_clipboard)

    def _put_on_clipboard(self, chosen: ExportChoice, result: object) -> None:
        copied = cast(Copied, result)
        mime = QMimeData()
        if copied.html:
            mime.setHtml(copied.html)
        mime.setText(copied.plain)
        QApplication.clipboard().setMimeData(mime)
        self.choice = chosen
        self.show_sentence(self.tr("Copied to the clipboard."))

    def copy_citation(self) -> None:
        """Copies the citation of the chosen clauses."""
        if not self.work.is_busy and self.cite.isEnabled():
            self._render("", lambda excerpt, progress: excerpt.citation, self._put_citation)

    def _put_citation(self, chosen: ExportChoice, result: object) -> None:
        citation = cast(str, result)
        if not citation:
            self.show_sentence(
                self.tr("The document has no symbol and no title to cite."), is_error=True
            )
            return
        QApplication.clipboard().setText(citation)
        self.choice = chosen
        first, *more = citation.splitlines()
        self.show_sentence(filled(self.tr("Copied: %1"), f"{first} …" if more else first))

    def _render(
        self,
        doing: str,
        make: Callable[[Excerpt, Progress], object],
        then: Callable[[ExportChoice, object], None],
        here: bool = False,
    ) -> None:
        """Makes something of the excerpt, `here` in the window's thread, and passes it on with what
        was chosen at the start."""
        self.show_sentence("")
        doing = doing or self.tr("Preparing…")
        request, cache, chosen = self.form.request(), self._cache, self.form.chosen()

        def made(found: object) -> None:
            self.work.begin(
                doing,
                lambda progress: make(cast(Excerpt, found), progress),
                lambda result: then(chosen, result),
                self._work_failed,
                here,
            )

        self.work.begin(
            doing, lambda progress: cache.excerpt(request, progress), made, self._work_failed
        )

    def _work_failed(self, error: Exception) -> None:
        self.show_sentence(sentence_of(error), is_error=True)

    # Closing, and what cannot be done meanwhile

    def _be_busy(self, busy: bool) -> None:
        """Disables all choices while something takes long."""
        if busy:
            self._focus = self.focusWidget()
        for widget in (self.form, self.copy, self.cite, self.save, self.close_button):
            widget.setEnabled(not busy)
        if busy:
            self.work.stop.setFocus()
            return
        self._allow(self._why_not)
        if self._focus is not None:
            self._focus.setFocus()

    def reject(self) -> None:
        """Esc cancels what is being done, or else closes."""
        if self.work.is_busy:
            self.work.cancel()
        else:
            super().reject()

    def done(self, result: int) -> None:
        self._drawing.stop()
        super().done(result)


def _number(count: int, one: str, several: str) -> str:
    return one if count == 1 else filled(several, str(count))


def _is_folder(place: str) -> bool:
    try:
        return Path(place).is_dir()
    except (OSError, ValueError):
        return False
