"""The dialog that asks for a document's symbol and gets it in the languages chosen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.common.faults import explained, message_of
from desktop_app.common.messages import UserError
from desktop_app.grammar.languages import OFFICIAL
from desktop_app.opening.fetching.download import host
from desktop_app.opening.fetching.fetch import SOURCE, checked_symbol, fetch
from desktop_app.ui.language.phrases import phrase, translated
from desktop_app.ui.widgets.sentence import Sentence
from desktop_app.ui.widgets.text_field import TextField
from desktop_app.ui.widgets.theme import SPACE, CurrentTheme
from desktop_app.ui.widgets.work import Work

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.common.progress import Progress

_USUAL = ("zh", "en")
_IN_A_ROW = 3

Fetched = tuple[list[Path], list[UserError]]


class SymbolDialog(QDialog):
    """Afterwards `files` are those to open, in the order of the languages, and `missing` sentences
    about the languages that could not be had. After an error it shows it and stays open."""

    def __init__(
        self, *, parent: QWidget, languages: Sequence[str], source: str, theme: CurrentTheme
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Open by symbol"))
        self.files: list[Path] = []
        self.missing: list[str] = []
        self.symbol = TextField()
        self.symbol.setPlaceholderText("A/RES/75/58")
        self.address = TextField()
        self.address.setText(source or SOURCE)
        self.languages = {code: QCheckBox(phrase(one.name)) for code, one in OFFICIAL.items()}
        for code in languages if len(languages) > 1 else _USUAL:
            if code in self.languages:
                self.languages[code].setChecked(True)
        self.sentence = Sentence()
        self.sentence.apply_theme(theme.colors)
        self.setPalette(theme.colors.palette())
        self.work = Work(parent)
        self.work.busy_changed.connect(self._allow)
        self.work.cancelled.connect(self._say_cancelled)
        self.get = QPushButton(self.tr("&Get and open"))
        self.get.setDefault(True)
        self.get.clicked.connect(self.begin)
        self._close = QPushButton(self.tr("Close"))
        self._close.clicked.connect(self.reject)
        self._lay_out()
        self.symbol.textChanged.connect(self._follow)
        self.address.textChanged.connect(self._follow)
        for box in self.languages.values():
            box.toggled.connect(self._follow)
        self._follow()

    def _lay_out(self) -> None:
        boxes = QGridLayout()
        for number, box in enumerate(self.languages.values()):
            boxes.addWidget(box, number // _IN_A_ROW, number % _IN_A_ROW)
        form = QFormLayout()
        form.setSpacing(3 * SPACE)
        form.addRow(self.tr("S&ymbol"), self.symbol)
        form.addRow(self.tr("Languages"), boxes)
        form.addRow(self.tr("&From"), self.address)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        buttons.addWidget(self.get)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*[4 * SPACE] * 4)
        whole.setSpacing(4 * SPACE)
        whole.addLayout(form)
        whole.addWidget(self.sentence)
        whole.addStretch(1)
        whole.addWidget(self.work)
        whole.addLayout(buttons)
        self.resize(120 * SPACE, 60 * SPACE)

    # What is asked for

    def source(self) -> str:
        """The address to ask, "" for the official one."""
        found = self.address.text().strip()
        return "" if found == SOURCE else found

    def chosen(self) -> list[str]:
        """The codes of the languages ticked."""
        return [code for code, box in self.languages.items() if box.isChecked()]

    def _allow(self) -> None:
        ready = bool(self.symbol.text().strip() and self.chosen())
        self.get.setEnabled(ready and not self.work.is_busy)

    def _follow(self) -> None:
        """Says what would be asked; nothing can be got without a symbol and a language."""
        self._allow()
        asked = self.tr("This asks %1 over the network; nothing is sent but the request.")
        self.sentence.show_sentence(asked.replace("%1", host(self.address.text().strip())))

    # Getting it

    def begin(self) -> None:
        """Gets the documents, and closes once they are there."""
        codes, source = self.chosen(), self.source() or SOURCE
        try:
            symbol = checked_symbol(self.symbol.text())
        except UserError as error:
            self._fail(error)
            return
        self.symbol.setText(symbol)
        self.work.begin(
            self.tr("Getting %1…").replace("%1", symbol),
            lambda progress: _fetched(symbol, codes, source, progress),
            self._end,
            self._fail,
        )
        self._allow()

    def _end(self, result: object) -> None:
        files, errors = cast(Fetched, result)
        if not files:
            self._fail(errors[0])
            return
        self.files = files
        self.missing = [translated(error.message) for error in errors]
        self.accept()

    def _say_cancelled(self) -> None:
        self._allow()
        self.sentence.show_sentence(self.tr("Cancelled; nothing was kept."))

    def _fail(self, error: Exception) -> None:
        self._allow()
        self.sentence.show_sentence(translated(explained(error)), is_error=True)
        if message_of(error) is None:
            raise error

    def done(self, result: int) -> None:
        self.work.cancel()
        super().done(result)


def _fetched(symbol: str, codes: Sequence[str], source: str, progress: Progress) -> Fetched:
    """The files of a document in several languages, and the errors of those that cannot be had."""
    files: list[Path] = []
    errors: list[UserError] = []
    for number, code in enumerate(codes):

        def advance(share: float, number: int = number) -> None:
            progress((number + share) / len(codes))

        try:
            files.append(fetch(symbol, code, source=source, progress=advance))
        except UserError as error:
            errors.append(error)
    return files, errors
