"""The form of the export: what to write, and how."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from desktop_app.citation.styles import CitationStyle
from desktop_app.export.excerpt.cache import Request
from desktop_app.export.excerpt.options import (
    Arrangement,
    Notes,
    Options,
    chosen_sides,
)
from desktop_app.export.formats.registry import FORMATS
from desktop_app.grammar.languages import language_of
from desktop_app.resolution.variants import VARIANTS
from desktop_app.ui.export import names
from desktop_app.ui.export.scope import Offer, Scope, clause_count
from desktop_app.ui.language.phrases import phrase
from desktop_app.ui.settings.preferences import ExportChoice
from desktop_app.ui.widgets.sentence import Sentence
from desktop_app.ui.widgets.text_field import TextField
from desktop_app.ui.widgets.theme import SPACE, Theme


class ExportForm(QScrollArea):
    """The choices; each offers only what goes with the others.

    Signals: `changed` when something else is chosen.
    """

    changed = Signal()

    def __init__(
        self, offer: Offer, choice: ExportChoice, scripts: Sequence[str], configuration: str
    ) -> None:
        """`choice` is the last one; `scripts` are the OpenCC configurations that fit the text,
        `configuration` is the one that the window shows."""
        super().__init__()
        self._offer = offer
        self._choice = choice
        self._arrangement = choice.arrangement
        self._notes = choice.notes
        self._place = "" if choice.notes == Notes.NONE else choice.notes
        self._make_what()
        self._make_how(scripts, configuration)
        self._lay_out()
        for field in (*self.scopes.values(), self.part, self.typed, *self._fields.values()):
            field.installEventFilter(self)
        for radio in self.scopes.values():
            radio.toggled.connect(self._follow_scope)
        for box in self._fields.values():
            box.currentIndexChanged.connect(self._follow)
        self.languages.currentIndexChanged.connect(self._count_choices)
        self._count_choices()
        self._offer_what_goes_with_it()

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
        self.typed = TextField()
        self.typed.setText(self._choice.typed)
        self.typed.setAccessibleName(self.tr("Range"))
        self.typed.setPlaceholderText("OP1-3,OP5(a),PP2")
        self.typed.textEdited.connect(lambda: self._mean(Scope.RANGE))
        self.scopes[Scope.RANGE].clicked.connect(self.typed.setFocus)
        self.count = Sentence()
        self.count.setAlignment(Qt.AlignmentFlag.AlignTop)
        # Room for a sentence, so that the fields below it stay where they are.
        self.count.setMinimumHeight(2 * self.fontMetrics().lineSpacing() + SPACE)
        self.scopes[self._offer.preselected()].setChecked(True)

    def _make_how(self, scripts: Sequence[str], configuration: str) -> None:
        bitext = self._offer.bitext
        self.format = _combo(
            [
                (f"{names.format_name(key)} (.{found.ending})", key)
                for key, found in FORMATS.items()
            ],
            self._choice.format,
        )
        self.languages = _combo(
            [(name, ",".join(chosen)) for name, chosen in names.language_choices(bitext)],
            self._choice.languages,
        )
        self.arrangement = _combo(
            [(names.arrangement_name(found), found.value) for found in Arrangement],
            self._arrangement,
        )
        # As wide as the longest, whichever the format has.
        self.arrangement.setMinimumWidth(self.arrangement.sizeHint().width())
        self.arrangement.activated.connect(self._keep_arrangement)
        self.script = _combo(
            [
                (phrase(VARIANTS[name].name if name else "As published"), name)
                for name in ("", *scripts)
            ],
            configuration,
        )
        self.notes = _combo(
            [(names.notes_name(place, "pdf"), place.value) for place in Notes], self._notes
        )
        self.notes.setMinimumWidth(self.notes.sizeHint().width())
        self.notes.activated.connect(self._keep_notes)
        self.citation = _combo(
            [(names.citation_name(style), style.value) for style in CitationStyle],
            self._choice.citation,
        )
        self._fields = {
            self.tr("&Format"): self.format,
            self.tr("&Languages"): self.languages,
            self.tr("La&yout"): self.arrangement,
            self.tr("Scr&ipt"): self.script,
            self.tr("Foot&notes"): self.notes,
            self.tr("&Citation"): self.citation,
        }

    def _lay_out(self) -> None:
        choices = self._choices = QWidget()
        grid = QGridLayout(choices)
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
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(choices)
        bar = self.verticalScrollBar().sizeHint().width()
        self.setMinimumWidth(max(choices.minimumSizeHint().width(), 68 * SPACE) + bar)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding)

    def order(self) -> list[QWidget]:
        """The fields from top to bottom."""
        fields: list[QWidget] = [*self.scopes.values(), *self._fields.values()]
        fields[4:4] = [self.part]  # beside its scope
        fields[6:6] = [self.typed]
        return fields

    def apply_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme beside those of the dialog."""
        for field in (*self.scopes.values(), self.typed):
            field.setPalette(theme.field_palette())
        self.viewport().setAutoFillBackground(False)
        self._choices.setAutoFillBackground(False)
        self.count.apply_theme(theme)

    def show_sentence(self, sentence: str, is_error: bool = False) -> None:
        """Shows below the choice of clauses how many they are, or why there are none."""
        self.count.show_sentence(sentence, is_error)
        self.typed.setAccessibleDescription(sentence)

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
        """The request for what is chosen. Raises SelectionError."""
        languages = tuple(filter(None, str(self.languages.currentData()).split(",")))
        arrangement = str(self.arrangement.currentData() or "")
        part, typed = self.part.currentIndex(), self.typed.text()
        return Request(
            rows=self._offer.rows(self.scope, part, typed, languages),
            script=str(self.script.currentData()),
            options=Options(
                languages=languages,
                arrangement=Arrangement(arrangement) if arrangement else None,
                notes=Notes(str(self.notes.currentData())),
                citation=CitationStyle(str(self.citation.currentData())),
            ),
        )

    def chosen(self) -> ExportChoice:
        """What the next export begins with if this one is written. The script is not kept: nobody
        should export a converted text because they once did."""
        several = self.languages.count() > 1
        return ExportChoice(
            format=self.key,
            languages=str(self.languages.currentData()) if several else self._choice.languages,
            arrangement=self._arrangement,
            notes=self._notes,
            citation=str(self.citation.currentData()),
            folder=self._choice.folder,
            typed=self.typed.text() if self.scope is Scope.RANGE else self._choice.typed,
        )

    def _follow_scope(self, on: bool) -> None:
        if on:
            self._follow()

    def _mean(self, scope: Scope) -> None:
        """Chooses the scope whose field the person uses."""
        self.scopes[scope].setChecked(True)
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Scrolls to the field that gets the keyboard, by whatever way."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.ensureWidgetVisible(watched)
        return super().eventFilter(watched, event)

    def _keep_arrangement(self) -> None:
        """Keeps what the person chose for the next format that has it."""
        self._arrangement = str(self.arrangement.currentData())

    def _keep_notes(self) -> None:
        """Keeps the place of footnotes; a format with only one place leaves the earlier choice."""
        chosen = str(self.notes.currentData())
        if self.notes.count() < len(Notes) and chosen != Notes.NONE:
            chosen = self._place
        elif chosen != Notes.NONE:
            self._place = chosen
        self._notes = chosen

    def _follow(self) -> None:
        self._offer_what_goes_with_it()
        self.changed.emit()

    def _offer_what_goes_with_it(self) -> None:
        self._offer_arrangements()
        self._offer_notes()
        chosen = str(self.languages.currentData()).split(",")
        sides = [side for side in (self._offer.bitext.source, self._offer.bitext.target) if side]
        written = {side.language for side in sides if side.language in chosen or chosen == [""]}
        has_scripts = any(language_of(code).has_two_scripts for code in written)
        self.script.setEnabled(has_scripts and self.script.count() > 1)

    def _count_choices(self) -> None:
        """Shows how many clauses each choice has, in the first language."""
        languages = tuple(filter(None, str(self.languages.currentData()).split(",")))
        sides = chosen_sides(self._offer.bitext, languages)
        for scope in (Scope.TICKED, Scope.SELECTED, Scope.EVERYTHING):
            found = clause_count(self._offer.rows(scope, 0, "", ()), sides)
            text = self._texts[scope]
            self.scopes[scope].setText(f"{text} · {found}" if found else text)
        for place, (name, rows) in enumerate(self._offer.parts):
            self.part.setItemText(place, f"{name} · {clause_count(rows, sides)}")

    def _offer_arrangements(self) -> None:
        """Offers the arrangements of the format for as many languages as are written."""
        both = self._offer.bitext.target is not None
        several = both and ("," in str(self.languages.currentData()) or self.languages.count() == 1)
        choices = [
            (names.arrangement_name(found), found.value)
            for found in FORMATS[self.key].arrangements_of(1 + several)
        ]
        _fill(self.arrangement, choices or [(self.tr("No choice here"), "")], self._arrangement)

    def _offer_notes(self) -> None:
        """Offers the places of footnotes that the format has."""
        choices = [
            (names.notes_name(place, self.key), place.value)
            for place in FORMATS[self.key].note_choices
        ]
        _fill(self.notes, choices, self._notes)


def _combo(items: list[tuple[str, str]], chosen: str) -> QComboBox:
    """A box of named values that shows the chosen one, or the first."""
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    _fill(box, items, chosen)
    return box


def _fill(box: QComboBox, choices: list[tuple[str, str]], chosen: str) -> None:
    """Puts other named values into a box and shows the chosen one, or the first."""
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
