"""Files dropped on the window. A drop is always a copy, so the other program never moves a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QDropEvent

    from desktop_app.ui.workspace import Workspace


def accept_drag(event: QDropEvent) -> None:
    """Accepts a drag with local files."""
    if _files(event):
        _take(event)


def open_dropped(event: QDropEvent, workspace: Workspace) -> None:
    """Opens the first file with the second as its translation. A single file that is another
    language version of the document shown is opened beside it."""
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
    """The local files of a drag. Other addresses are ignored: nothing is ever fetched."""
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]


def _tr(text: str) -> str:
    return QCoreApplication.translate("dropping", text)
