"""The dialog that asks how the ticked clauses are to be written."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QWidget,
)

from desktop_app.export.formats import FORMATS, ending_of


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What the person chose: a key of FORMATS, both languages or the first, and the file."""

    ending: str
    both: bool
    path: Path


class ExportDialog(QDialog):
    """Asks for format and languages, then for the file. Lives for one export."""

    def __init__(self, parent: QWidget, count: int, languages: list[str], name: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export ticked clauses"))
        self._name = name
        self.format = QComboBox()
        self._names = {
            key: f"{found.name} (.{ending_of(key)})" for key, found in FORMATS.items()
        } | {"txt": self.tr("Plain text (.txt)")}
        for ending in FORMATS:
            self.format.addItem(self._names[ending], ending)
        self.languages = QComboBox()
        if len(languages) > 1:
            self.languages.addItem(self.tr("Both languages"), True)
        self.languages.addItem(languages[0], False)
        form = QFormLayout(self)
        form.addRow(
            QLabel(self.tr("%n clause(s), with their footnotes and their source", "", count))
        )
        form.addRow(self.tr("&Languages"), self.languages)
        form.addRow(self.tr("&Format"), self.format)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form.addRow(buttons)

    def ask(self) -> ExportChoice | None:
        """Shows the dialog and the file dialog; None if the person cancelled either."""
        if self.exec() != QDialog.DialogCode.Accepted:
            return None
        ending = str(self.format.currentData())
        suffix = f".{ending_of(ending)}"
        path = self.ask_path(self._name + suffix, self._names[ending])
        if not path:
            return None
        if not Path(path).suffix:
            path += suffix
        return ExportChoice(ending, bool(self.languages.currentData()), Path(path))

    def ask_path(self, suggestion: str, kind: str) -> str:
        """The name of the file to write, "" if the person cancelled."""
        path, _ = QFileDialog.getSaveFileName(self, self.windowTitle(), suggestion, kind)
        return path
