"""Asks for the file to export to."""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from desktop_app.common.messages import filled
from desktop_app.ui.export.names import with_ending


def ask_path(parent: QWidget, suggestion: str, kind: str, key: str) -> str:
    """The file to write, with the ending of the format of a key, "" if the person cancelled. Asks
    before it replaces a file, which need not have the name that was typed."""
    while True:
        chosen = _ask_once(parent, suggestion, kind)
        path = with_ending(chosen, key) if chosen else ""
        # The Mac asks by itself, but of the name that was typed.
        asked = sys.platform == "darwin" and path == chosen
        if not path or asked or not Path(path).exists() or _may_replace(parent, path):
            return path
        suggestion = path


def _ask_once(parent: QWidget, suggestion: str, kind: str) -> str:
    dialog = QFileDialog(parent, parent.windowTitle(), suggestion, kind)
    dialog.setPalette(parent.palette())  # which a window of its own does not inherit
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.selectFile(suggestion)
    chosen = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return chosen[0] if chosen else ""


def _may_replace(parent: QWidget, path: str) -> bool:
    box = QMessageBox(QMessageBox.Icon.Warning, parent.windowTitle(), "", parent=parent)
    box.setPalette(parent.palette())
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(filled(_tr("%1 is already there. Replace it?"), Path(path).name))
    replace = box.addButton(_tr("&Replace"), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.exec()
    answer = box.clickedButton()
    box.deleteLater()
    return answer is replace


def _tr(text: str) -> str:
    return QCoreApplication.translate("ExportDialog", text)
