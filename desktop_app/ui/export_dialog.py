"""The dialog in which a person chooses what is written out and how, and sees the first page."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from traceback import print_exception
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QEvent, QMimeData, QObject, QStandardPaths, Qt, QTimer
from PySide6.QtGui import QImage, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.export import formats
from desktop_app.export.choosing import clause_rows
from desktop_app.export.clipboard import Copied
from desktop_app.export.drafts import Drafts, Request
from desktop_app.export.excerpt import Excerpt
from desktop_app.export.first_page import PAGE, SCREENS, first_page, is_cut
from desktop_app.export.options import Arrangement, CitationStyle, Notes, Options, chosen_sides
from desktop_app.faults import is_debugging, unforeseen
from desktop_app.resolution.labels import SelectionError
from desktop_app.resolution.variants import VARIANTS
from desktop_app.ui import export_names as names
from desktop_app.ui.background import Background
from desktop_app.ui.copying import chosen_rows
from desktop_app.ui.export_path import ask_path
from desktop_app.ui.export_preview import ExportPreview
from desktop_app.ui.export_scope import (
    Offer,
    Scope,
    clause_count,
    clauses_below,
    clauses_of,
    part_name,
)
from desktop_app.ui.export_work import ExportWork
from desktop_app.ui.phrases import phrase, told
from desktop_app.ui.preferences import ExportChoice
from desktop_app.ui.theme import SPACE
from desktop_app.wording import Said, SaidError, filled
from desktop_app.writing import WritingError, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.export.options import Progress
    from desktop_app.ui.main_window import MainWindow
    from desktop_app.ui.model import BitextModel
    from desktop_app.ui.view import BitextView

_PAUSE = 150
"""Milliseconds without a change after which the preview is drawn."""
_SLOW = 500
"""Milliseconds after which it is said that the preview is not ready."""


class _Page(NamedTuple):
    """What the preview shows: the beginning of an excerpt in a format, and the characters or the
    HTML of it, or "" where it has to be painted; or why there is none."""

    excerpt: Excerpt
    key: str
    beginning: Excerpt
    is_cut: bool
    text: str = ""
    failure: Exception | None = None


def offer(view: BitextView, model: BitextModel) -> Offer:
    """What the document that is shown offers."""
    sections = [node for node in model.root.children if node.has_clauses]
    here = model.node(view.currentIndex())
    while here.parent is not None and here.parent.parent is not None:
        here = here.parent
    return Offer(
        model.bitext,
        tuple(model.ticked_rows()),
        clauses_of(chosen_rows(view, model)),
        tuple(clause_rows(model.bitext)),
        tuple(
            (part_name(model.section_name(node), node), clauses_below(node, model.nodes()))
            for node in sections
        ),
        sections.index(here) if here in sections else 0,
    )


class ExportDialog(QDialog):
    """Lives for one export. After it, `choice` is what the next one begins with and `written` the
    file that was written, None if none was. Errors are sentences in it, and it stays open."""

    def __init__(self, window: MainWindow, model: BitextModel, choice: ExportChoice) -> None:
        super().__init__(window)
        self.setWindowTitle(self.tr("Export"))
        self.choice = choice
        self.written: Path | None = None
        self._window = window
        self._offer = offer(window.view, model)
        self._drafts = Drafts(model.bitext)
        self._arrangement = choice.arrangement
        self._notes = choice.notes
        self._place = "" if choice.notes == Notes.NONE else choice.notes
        self._drawing: Background | None = None
        self._focus: QWidget | None = None
        self._why_not = ""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._draw)
        self._slow = QTimer(self, singleShot=True, interval=_SLOW)
        self._slow.timeout.connect(lambda: self._count(self.tr("Preparing…")))
        self._make_what()
        self._make_how()
        self.preview = ExportPreview()
        self.preview.resized.connect(self._pause.start)
        self.work = ExportWork(window)
        self.work.told.connect(self._be_busy)
        self.work.cancelled.connect(lambda: self.say(self.tr("Cancelled; nothing was written.")))
        self._make_buttons()
        self._lay_out()
        self._order()
        window.dressed.connect(self._dress)
        self._dress()
        for field in (*self.scopes.values(), self.part, self.typed, *self._fields.values()):
            field.installEventFilter(self)
        for radio in self.scopes.values():
            radio.toggled.connect(self._follow_scope)
        for box in self._fields.values():
            box.currentIndexChanged.connect(self._follow)
        self.languages.currentIndexChanged.connect(self._count_choices)
        self._count_choices()
        self._follow()

    # Parts

    def _make_what(self) -> None:
        self._texts = {
            Scope.TICKED: self.tr("&Ticked clauses"),
            Scope.SELECTED: self.tr("S&elected clauses"),
            Scope.EVERYTHING: self.tr("E&verything"),
            Scope.PART: self.tr("&Part"),
            Scope.RANGE: self.tr("&Range"),
        }
        self.scopes = {scope: QRadioButton(text) for scope, text in self._texts.items()}
        for scope, why in (
            (Scope.TICKED, self.tr("No clause is ticked in the window.")),
            (Scope.SELECTED, self.tr("No clause is selected in the window.")),
        ):
            if not self._offer.rows(scope, 0, "", ()):
                self.scopes[scope].setEnabled(False)
                self.scopes[scope].setToolTip(why)
        self.part = QComboBox()
        self.part.setAccessibleName(self.tr("Part"))
        self.part.addItems([name for name, _ in self._offer.parts])
        self.part.setCurrentIndex(self._offer.part)
        self.part.activated.connect(lambda: self._mean(Scope.PART))
        self.scopes[Scope.PART].setEnabled(bool(self._offer.parts))
        self.part.setEnabled(bool(self._offer.parts))
        self.typed = QLineEdit()
        self.typed.setText(self.choice.typed)
        self.typed.setAccessibleName(self.tr("Range"))
        self.typed.setPlaceholderText("OP1-3,OP5(a),PP2")
        self.typed.textEdited.connect(lambda: self._mean(Scope.RANGE))
        self.scopes[Scope.RANGE].clicked.connect(self.typed.setFocus)
        self.count = QLabel()
        self.count.setWordWrap(True)
        self.count.setAlignment(Qt.AlignmentFlag.AlignTop)
        # Room for a sentence, so that the fields below it stay where they are.
        self.count.setMinimumHeight(2 * self.fontMetrics().lineSpacing() + SPACE)
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.scopes[self._offer.preselected()].setChecked(True)

    def _make_how(self) -> None:
        bitext = self._offer.bitext
        self.format = self._combo(
            [
                (f"{names.format_name(key)} (.{formats.ending_of(key)})", key)
                for key in formats.offered()
            ],
            self.choice.format,
        )
        self.languages = self._combo(
            [(name, ",".join(chosen)) for name, chosen in names.language_choices(bitext)],
            self.choice.languages,
        )
        self.arrangement = self._combo(
            [(names.arrangement_name(found), found.value) for found in Arrangement],
            self._arrangement,
        )
        # As wide as the longest, whichever the format has.
        self.arrangement.setMinimumWidth(self.arrangement.sizeHint().width())
        self.arrangement.activated.connect(self._keep_arrangement)
        scripts = self._window.scripts()
        self.script = self._combo(
            [
                (phrase(VARIANTS[name].name if name else "As published"), name)
                for name in ("", *scripts)
            ],
            self._window.configuration,
        )
        self.notes = self._combo(
            [(names.notes_name(place, "pdf"), place.value) for place in Notes], self._notes
        )
        self.notes.setMinimumWidth(self.notes.sizeHint().width())
        self.notes.activated.connect(self._keep_notes)
        self.citation = self._combo(
            [(names.citation_name(style), style.value) for style in CitationStyle],
            self.choice.citation,
        )
        self._fields = {
            self.tr("&Format"): self.format,
            self.tr("&Languages"): self.languages,
            self.tr("La&yout"): self.arrangement,
            self.tr("Scr&ipt"): self.script,
            self.tr("Foot&notes"): self.notes,
            self.tr("&Citation"): self.citation,
        }

    def _combo(self, items: list[tuple[str, str]], chosen: str) -> QComboBox:
        """A box with named values, the chosen one shown, or if it is not among them, the first."""
        box = QComboBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for name, value in items:
            box.addItem(name, value)
        box.setCurrentIndex(max(box.findData(chosen), 0))
        box.setEnabled(box.count() > 1)
        return box

    def _make_buttons(self) -> None:
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.said.hide()
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
        self.choices = QWidget()
        grid = QGridLayout(self.choices)
        grid.setContentsMargins(SPACE, SPACE, 3 * SPACE, SPACE)
        grid.setHorizontalSpacing(3 * SPACE)
        grid.setVerticalSpacing(2 * SPACE)
        grid.setColumnStretch(1, 1)
        grid.addWidget(_heading(self.tr("What")), 0, 0, 1, 2)
        for row, (scope, radio) in enumerate(self.scopes.items(), start=1):
            beside = {Scope.PART: self.part, Scope.RANGE: self.typed}.get(scope)
            grid.addWidget(radio, row, 0, 1, 1 if beside else 2)
            if beside is not None:
                grid.addWidget(beside, row, 1)
        row = grid.rowCount()
        grid.addWidget(self.count, row, 0, 1, 2)
        grid.addWidget(_heading(self.tr("How")), row + 1, 0, 1, 2)
        for below, (text, box) in enumerate(self._fields.items(), start=row + 2):
            label = QLabel(text)
            label.setBuddy(box)
            grid.addWidget(label, below, 0)
            grid.addWidget(box, below, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        self._scrolled = QScrollArea()
        self._scrolled.setFrameShape(QFrame.Shape.NoFrame)
        self._scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scrolled.setWidgetResizable(True)
        self._scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scrolled.setWidget(self.choices)
        bar = self._scrolled.verticalScrollBar().sizeHint().width()
        self._scrolled.setMinimumWidth(
            max(self.choices.minimumSizeHint().width(), 68 * SPACE) + bar
        )
        self._scrolled.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding)
        both = QHBoxLayout()
        both.setSpacing(4 * SPACE)
        both.addWidget(self._scrolled)
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
        whole.addWidget(self.said)
        whole.addLayout(buttons)
        room = self.screen().availableSize()
        self.resize(
            min(240 * SPACE, room.width() - 8 * SPACE), min(160 * SPACE, room.height() - 12 * SPACE)
        )

    def _order(self) -> None:
        """Tab goes from above to below, then over the preview to the buttons."""
        fields = [*self.scopes.values(), *self._fields.values()]
        fields[4:4] = [self.part]  # beside its scope
        fields[6:6] = [self.typed]
        buttons = [self.work.stop, self.copy, self.cite, self.close_button, self.save]
        chain = [*fields, *self.preview.pages, *buttons]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _dress(self) -> None:
        theme = self._window.theme
        self.setPalette(theme.palette())
        for field in (*self.scopes.values(), self.typed):
            field.setPalette(theme.field_palette())
        self._scrolled.viewport().setAutoFillBackground(False)
        self.choices.setAutoFillBackground(False)
        self.preview.dress(theme)
        self._color(self.said)
        self._color(self.count)

    # What is chosen

    @property
    def scope(self) -> Scope:
        """How the clauses are chosen."""
        return next(scope for scope, radio in self.scopes.items() if radio.isChecked())

    @property
    def key(self) -> str:
        """The key of the chosen format."""
        return str(self.format.currentData())

    def request(self) -> Request:
        """What is to be written. Raises SelectionError."""
        languages = tuple(filter(None, str(self.languages.currentData()).split(",")))
        arrangement = str(self.arrangement.currentData() or "")
        part, typed = self.part.currentIndex(), self.typed.text()
        return Request(
            self._offer.rows(self.scope, part, typed, languages),
            str(self.script.currentData()),
            Options(
                languages,
                Arrangement(arrangement) if arrangement else None,
                Notes(str(self.notes.currentData())),
                CitationStyle(str(self.citation.currentData())),
            ),
        )

    def _follow_scope(self, on: bool) -> None:
        if on:
            self._follow()

    def _mean(self, scope: Scope) -> None:
        """A person who uses the field of a scope means that scope."""
        self.scopes[scope].setChecked(True)
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whatever gives the keyboard to a field, the field is to be seen."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._scrolled.ensureWidgetVisible(watched)
        return super().eventFilter(watched, event)

    def _keep_arrangement(self) -> None:
        """What the person chose comes back with the next format that has it."""
        self._arrangement = str(self.arrangement.currentData())

    def _keep_notes(self) -> None:
        """The same of the footnotes; where a format has one place for them, the place that was
        chosen before stays."""
        chosen = str(self.notes.currentData())
        if self.notes.count() < len(Notes) and chosen != Notes.NONE:
            chosen = self._place
        elif chosen != Notes.NONE:
            self._place = chosen
        self._notes = chosen

    def _follow(self) -> None:
        """Something else is chosen: offers what goes with it, and draws it a little later."""
        self._offer_arrangements()
        self._offer_notes()
        chosen = str(self.languages.currentData()).split(",")
        sides = [side for side in (self._offer.bitext.source, self._offer.bitext.target) if side]
        written = {side.language for side in sides if side.language in chosen or chosen == [""]}
        self.script.setEnabled("zh" in written and self.script.count() > 1)
        self.say("")
        try:
            request = self.request()
        except SelectionError as error:
            self._fail(error)
            return
        if not request.rows:
            self._fail(SelectionError(Said("There is no clause to write in this document.")))
            return
        self._allow("")
        self._pause.start()
        self._slow.start()

    def _count_choices(self) -> None:
        """How many clauses each choice is, in the language that is written first."""
        languages = tuple(filter(None, str(self.languages.currentData()).split(",")))
        sides = chosen_sides(self._offer.bitext, languages)
        for scope in (Scope.TICKED, Scope.SELECTED, Scope.EVERYTHING):
            found = clause_count(self._offer.rows(scope, 0, "", ()), sides)
            text = self._texts[scope]
            self.scopes[scope].setText(f"{text} · {found}" if found else text)
        for place, (name, rows) in enumerate(self._offer.parts):
            self.part.setItemText(place, f"{name} · {clause_count(rows, sides)}")

    def _offer_arrangements(self) -> None:
        """Those of the format for as many languages as are written."""
        both = self._offer.bitext.target is not None
        several = both and ("," in str(self.languages.currentData()) or self.languages.count() == 1)
        choices = [
            (names.arrangement_name(found), found.value)
            for found in formats.arrangements(self.key, 1 + several)
        ]
        _fill(self.arrangement, choices or [(self.tr("No choice here"), "")], self._arrangement)

    def _offer_notes(self) -> None:
        """The places of footnotes that the format has."""
        places = formats.places_of_notes(self.key)
        choices = [(names.notes_name(place, self.key), place.value) for place in places]
        _fill(self.notes, choices, self._notes)

    def _fail(self, error: Exception) -> None:
        """Nothing can be written as it is chosen now."""
        self._cancel_drawing()
        self._pause.stop()
        sentence = _sentence(error)
        self._count(sentence, is_error=True)
        self.preview.say(sentence)
        self._allow(sentence)

    def _allow(self, why_not: str) -> None:
        """Lets the buttons be pressed, or says why they cannot be."""
        self._why_not = why_not
        for button in (self.save, self.cite, self.copy):
            button.setEnabled(not why_not)
            button.setToolTip(why_not)
            button.setAccessibleDescription(why_not)

    # What is said

    def say(self, sentence: str, is_error: bool = False) -> None:
        """Says, above the buttons, what was done or what went wrong; "" takes it away."""
        _put(self.said, sentence, is_error)
        self.said.setVisible(bool(sentence))
        self._color(self.said)

    def _count(self, sentence: str, is_error: bool = False) -> None:
        """Says below the choice of clauses how many they are, or why there are none."""
        self._slow.stop()
        _put(self.count, sentence, is_error)
        self.typed.setAccessibleDescription(sentence)
        self._color(self.count)

    def _color(self, label: QLabel) -> None:
        theme = self._window.theme
        palette = theme.palette()
        color = theme.finding_mark if label.property("error") else theme.text
        palette.setColor(QPalette.ColorRole.WindowText, color)
        label.setPalette(palette)

    def _counted(self, found: Excerpt) -> str:
        """ "12 clauses, 3 footnotes"."""
        own = (next(filter(None, e.texts)) for e in found.entries if e.kind == "clause")
        clauses = sum(map(len, own))
        notes = len(found.notes)
        return phrase(", ").join(
            [
                _number(clauses, self.tr("1 clause"), self.tr("%1 clauses")),
                _number(notes, self.tr("1 footnote"), self.tr("%1 footnotes")),
            ]
        )

    # The preview

    def _draw(self) -> None:
        """Makes the first page beside the window."""
        self._cancel_drawing()
        try:
            request = self.request()
        except SelectionError as error:
            self._fail(error)
            return
        drafts, key = self._drafts, self.key

        def drawn(progress: Progress) -> _Page:
            found = drafts.excerpt(request, progress)
            return _drawn(found, key)

        # Owned by the window: the dialog may be gone before this has ended.
        self._drawing = Background(self._window, drawn)
        self._drawing.done.connect(self._show_page)
        self._drawing.failed.connect(self._fail)
        self._drawing.start()

    @property
    def is_drawing(self) -> bool:
        """Whether the preview does not yet show what is chosen."""
        return self._pause.isActive() or self._drawing is not None

    def _cancel_drawing(self) -> None:
        if self._drawing is not None:
            self._drawing.cancel()
            self._drawing = None

    def _show_page(self, page: _Page) -> None:
        self._drawing = None
        self._count(self._counted(page.excerpt))
        if page.failure is not None:
            self._say_no_page(page.failure)
        elif not formats.is_page(page.key):
            self.preview.show_text(page.text, page.is_cut)
        elif page.text:
            self.preview.show_page(page.text, page.is_cut, page.key == "html")
        else:
            try:
                width = self.preview.width_for_picture
                picture = formats.picture_of(page.beginning, page.key, width)
            except Exception as error:
                self._say_no_page(error)
            else:
                self.preview.show_picture(cast(QImage, picture))

    def _say_no_page(self, error: Exception) -> None:
        self.preview.say(_sentence(error))

    # What is done

    def ask_and_save(self) -> None:
        """Asks for the file, and writes it."""
        if self.work.is_busy or not self.save.isEnabled():
            return
        request = self.request()
        name = names.file_name(
            self._offer.bitext, request.options.languages, request.script, self.key
        )
        kind = f"{names.format_name(self.key)} (*.{formats.ending_of(self.key)})"
        path = self.ask_path(str(self._folder() / name), kind)
        if path:
            self.save_to(Path(path))

    def ask_path(self, suggestion: str, kind: str) -> str:
        """The name of the file to write, "" if the person cancelled. Asks before a file is
        replaced."""
        return ask_path(self, suggestion, kind, self.key)

    def _folder(self) -> Path:
        """Where files were written last, or else the person's documents."""
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        places = (self.choice.folder, QStandardPaths.writableLocation(documents))
        return next((Path(place) for place in places if place and _is_folder(place)), Path.home())

    def save_to(self, path: Path) -> None:
        """Writes the file and closes; on failure says why and stays."""

        key = self.key
        self._render(
            self.tr("Writing…"),
            lambda excerpt, progress: formats.render(excerpt, key, progress),
            lambda chosen, data: self._write(path, chosen, cast(bytes, data)),
            formats.paints(key),
        )

    def _write(self, path: Path, chosen: ExportChoice, data: bytes) -> None:
        pair = self._window.pair or ()
        try:
            write(path, data, [Path(document) for document in pair if document])
        except WritingError as error:
            self.say(_sentence(error), is_error=True)
            return
        self.written = path
        self.choice = chosen._replace(folder=str(path.parent.absolute()))
        self.accept()

    def copy_all(self) -> None:
        """Puts on the clipboard what would be written, in place of pages rich text."""
        if not self.work.is_busy and self.copy.isEnabled():
            key = self.key

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
        self.say(self.tr("Copied to the clipboard."))

    def copy_citation(self) -> None:
        """Puts on the clipboard how the chosen clauses are cited."""
        if not self.work.is_busy and self.cite.isEnabled():
            self._render("", lambda excerpt, progress: excerpt.citation, self._put_citation)

    def _put_citation(self, chosen: ExportChoice, result: object) -> None:
        citation = cast(str, result)
        if not citation:
            self.say(self.tr("The document has no symbol and no title to cite."), is_error=True)
            return
        QApplication.clipboard().setText(citation)
        self.choice = chosen
        first, *more = citation.splitlines()
        self.say(filled(self.tr("Copied: %1"), f"{first} …" if more else first))

    def _render(
        self,
        doing: str,
        make: Callable[[Excerpt, Progress], object],
        then: Callable[[ExportChoice, object], None],
        here: bool = False,
    ) -> None:
        """Makes something of what is chosen, `here` in the window's thread, and goes on with it and
        with what was chosen when it began."""
        self.say("")
        doing = doing or self.tr("Preparing…")
        request, drafts, chosen = self.request(), self._drafts, self._chosen()

        def made(found: object) -> None:
            self.work.begin(
                doing,
                lambda progress: make(cast(Excerpt, found), progress),
                lambda result: then(chosen, result),
                self._work_failed,
                here,
            )

        self.work.begin(
            doing, lambda progress: drafts.excerpt(request, progress), made, self._work_failed
        )

    def _work_failed(self, error: Exception) -> None:
        self.say(_sentence(error), is_error=True)

    def _chosen(self) -> ExportChoice:
        """What the next export begins with, if this one is written. The script is that of the
        window then: nobody should export a converted text because they once did."""
        several = self.languages.count() > 1
        return ExportChoice(
            self.key,
            str(self.languages.currentData()) if several else self.choice.languages,
            self._arrangement,
            self._notes,
            str(self.citation.currentData()),
            self.choice.folder,
            self.typed.text() if self.scope is Scope.RANGE else self.choice.typed,
        )

    # Closing, and what cannot be done meanwhile

    def _be_busy(self, busy: bool) -> None:
        """While something takes long, nothing else is chosen."""
        if busy:
            self._focus = self.focusWidget()
        for widget in (self.choices, self.copy, self.cite, self.save, self.close_button):
            widget.setEnabled(not busy)
        if busy:
            self.work.stop.setFocus()
            return
        self._allow(self._why_not)
        if self._focus is not None:
            self._focus.setFocus()

    def reject(self) -> None:
        """Esc: ends what is being done, or else closes."""
        if self.work.is_busy:
            self.work.cancel()
        else:
            super().reject()

    def done(self, result: int) -> None:
        self._cancel_drawing()
        self._pause.stop()
        super().done(result)


def _drawn(found: Excerpt, key: str) -> _Page:
    """The first page of an excerpt in a format."""
    is_page = formats.is_page(key)
    beginning = first_page(found, PAGE if is_page else SCREENS)
    page = _Page(found, key, beginning, is_cut(found, beginning.entries))
    if page.is_cut and formats.has_notes_last(key, found.notes_at):
        beginning = beginning._replace(notes=())
    try:
        if not is_page:
            return page._replace(text=formats.render(beginning, key).decode("utf-8-sig"))
        if formats.paints(key):
            return page
        return page._replace(text=formats.sketch_of(beginning, key))
    except Exception as error:  # said in place of the page
        return page._replace(failure=error)


def _fill(box: QComboBox, choices: list[tuple[str, str]], chosen: str) -> None:
    """Puts other named values into a box, the chosen one shown, or if it is not among them, the
    first."""
    if [(box.itemText(place), box.itemData(place)) for place in range(box.count())] == choices:
        return
    box.blockSignals(True)
    box.clear()
    for name, value in choices:
        box.addItem(name, value)
    box.setCurrentIndex(max(box.findData(chosen), 0))
    box.setEnabled(len(choices) > 1)
    box.blockSignals(False)


def _heading(words: str) -> QLabel:
    label = QLabel(words)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label


def _put(label: QLabel, sentence: str, is_error: bool) -> None:
    """Puts a sentence into a label, an error with a sign and not by its colour alone."""
    label.setProperty("error", is_error)
    label.setText(f"⚠ {sentence}" if is_error else sentence)


def _number(count: int, one: str, several: str) -> str:
    return one if count == 1 else filled(several, str(count))


def _sentence(error: Exception) -> str:
    """What a person is told of an error; whoever asks for it sees the place of a fault."""
    if isinstance(error, SaidError):
        return told(error.said)
    if is_debugging():
        print_exception(error)
    return told(unforeseen(error))


def _is_folder(place: str) -> bool:
    try:
        return Path(place).is_dir()
    except (OSError, ValueError):
        return False
