"""The dialog for choosing a font for each script, with samples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QGridLayout, QLabel

from desktop_app.common.fonts import text_font
from desktop_app.common.typography import Typography
from desktop_app.grammar.scripts import SCRIPTS, families_of_script
from desktop_app.ui.language.phrases import phrase
from desktop_app.ui.widgets.theme import SPACE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_POINTS = 13.0


class FontDialog(QDialog):
    """Made anew for each choice. It sets no size: that follows the zoom."""

    def __init__(self, parent: QWidget, typography: Typography) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Text fonts"))
        self._typography = typography
        chosen = dict(typography.families)
        self.families: dict[str, QComboBox] = {}
        self.samples: dict[str, QLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(*[4 * SPACE] * 4)
        grid.setHorizontalSpacing(3 * SPACE)
        grid.setVerticalSpacing(2 * SPACE)
        grid.setColumnStretch(2, 1)
        for row, (script, lettering) in enumerate(SCRIPTS.items()):
            box = QComboBox()
            box.addItem(self.tr("Default"), "")
            system = QFontDatabase.WritingSystem[lettering.writing_system]
            for family in QFontDatabase.families(system):
                if not QFontDatabase.isPrivateFamily(family):
                    box.addItem(family, family)
            box.setCurrentIndex(max(box.findData(chosen.get(script, "")), 0))
            box.setMaximumWidth(56 * SPACE)
            box.setAccessibleName(phrase(lettering.name))
            box.currentIndexChanged.connect(self._show_samples)
            name = QLabel(phrase(lettering.name))
            name.setBuddy(box)
            sample = QLabel(lettering.sample)
            sample.setMinimumWidth(96 * SPACE)
            sample.setMinimumHeight(9 * SPACE)
            self.families[script], self.samples[script] = box, sample
            for column, widget in enumerate((name, box, sample)):
                grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignVCenter)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok
            | QDialogButtonBox.StandardButton.Cancel
            | QDialogButtonBox.StandardButton.RestoreDefaults
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        defaults = buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults)
        defaults.clicked.connect(self.restore_defaults)
        grid.addWidget(buttons, len(SCRIPTS), 0, 1, 3)
        self._show_samples()

    def typography(self) -> Typography:
        """The typography with the chosen fonts."""
        families = {script: str(box.currentData()) for script, box in self.families.items()}
        chosen = tuple((script, family) for script, family in families.items() if family)
        return self._typography._replace(families=chosen)

    def restore_defaults(self) -> None:
        """Sets every script back to the default font."""
        for box in self.families.values():
            box.setCurrentIndex(0)

    def _show_samples(self) -> None:
        typography = self.typography()
        for script, sample in self.samples.items():
            sample.setFont(QFont(text_font(families_of_script(script, typography), _POINTS)))
