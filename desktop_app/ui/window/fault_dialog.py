"""The dialog for a fault of the program: what went wrong, details to copy, and a way to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from desktop_app.common.faults import details, unforeseen
from desktop_app.ui.language.phrases import translated

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class FaultDialog(QMessageBox):
    """Stays open until the person goes on. The details that it copies hold no word of a
    document."""

    def __init__(self, parent: QWidget, error: BaseException) -> None:
        super().__init__(parent)
        self._details = details(error)
        self.setWindowTitle(_tr("Something went wrong"))
        self.setIcon(QMessageBox.Icon.Warning)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(translated(unforeseen(error)))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.copy_button = self.addButton(_tr("Copy details"), QMessageBox.ButtonRole.ActionRole)
        self.go_on_button = self.addButton(_tr("Go on"), QMessageBox.ButtonRole.AcceptRole)
        self.setDefaultButton(self.go_on_button)
        self.setEscapeButton(self.go_on_button)
        # A message box closes with every button; this one stays.
        self.copy_button.clicked.disconnect()
        self.copy_button.clicked.connect(self._copy)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)


def show_fault(parent: QWidget, error: BaseException) -> None:
    """Shows the dialog, but not over another one: what follows from a fault is none of its own."""
    if parent.findChild(FaultDialog) is None:
        FaultDialog(parent, error).open()


def _tr(text: str) -> str:
    return QCoreApplication.translate("faults", text)
