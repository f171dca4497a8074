"""Files that are dragged onto the window. They are only ever copied from: whatever the program that
they come from offers, nothing is moved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QDropEvent

    from desktop_app.ui.workspace import Workspace


def accept_drag(event: QDropEvent) -> None:
    """Takes a drag that has local files."""
    if _files(event):
        _take(event)


def open_dropped(event: QDropEvent, workspace: Workspace) -> None:
    """One file is opened, a second one with it is its translation. Another language version of the
    document that is shown goes beside it."""
    files, document = _files(event), workspace.document
    _take(event)
    if not files:
        workspace.show_notice(
            _tr("What was dropped is no file that is there any more; drop it again.")
        )
        return
    if len(files) > 1:
        document.open(files[0], files[1])
    elif document.is_version(files[0]):
        document.open_translation(files[0])
    else:
        document.open(files[0])
    if len(files) > 2:
        message = _tr("Two files are opened at a time; not opened: %1.")
        left = ", ".join(file.name for file in files[2:])
        before = workspace.notice
        workspace.show_notice(" ".join(filter(None, [before, message.replace("%1", left)])))


def _take(event: QDropEvent) -> None:
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


def _files(event: QDropEvent) -> list[Path]:
    """The local files of a drag; nothing is ever fetched for other addresses."""
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]


def _tr(text: str) -> str:
    return QCoreApplication.translate("dropping", text)
