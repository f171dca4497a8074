"""Files that are dragged onto the window: they are copied from and never moved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

from desktop_app.common.messages import UserError
from desktop_app.ui.language.phrases import translated
from desktop_app.ui.pairing.beside import Pairing

if TYPE_CHECKING:
    from PySide6.QtGui import QDropEvent

    from desktop_app.ui.workspace import Workspace


def accept_drag(event: QDropEvent) -> None:
    """Accepts a drag of local files that may be copied."""
    if _files(event) and _may_copy(event):
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
    else:
        event.ignore()


def open_dropped(event: QDropEvent, workspace: Workspace) -> None:
    """Opens one file, or a second one with it as its translation; further ones are loaded if they
    are versions of the same document. Puts another language version of the document that is shown
    beside it."""
    if not _may_copy(event):
        # Whoever drags it would take it away afterwards.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.ignore()
        return
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
    files, document = _files(event), workspace.document
    if not files:
        workspace.show_notice(
            _tr("What was dropped is no file that is there any more; drop it again.")
        )
        return
    from desktop_app.opening.marc import is_record

    records = [file for file in files if is_record(file)]
    if records:
        _open_with_record([file for file in files if file not in records], records[0], workspace)
        return
    if len(files) > 1:
        workspace.feature(Pairing).open_all(files)
    else:
        document.open_dropped(files[0])


def _open_with_record(files: list[Path], record: Path, workspace: Workspace) -> None:
    """Takes a catalogue's record of the document that is shown."""
    if files or not workspace.document.is_open:
        workspace.show_notice(
            _tr("A record belongs to a document that is open; open that and drop the record alone.")
        )
        return
    from desktop_app.opening.marc import record_of_text

    document = workspace.document
    try:
        document.record = record_of_text(record, document.published.source.masthead.symbol)
    except UserError as error:
        workspace.show_notice(translated(error.message))
        return
    document.described.emit()


def _may_copy(event: QDropEvent) -> bool:
    return bool(event.possibleActions() & Qt.DropAction.CopyAction)


def _files(event: QDropEvent) -> list[Path]:
    """The local files of a drag. Nothing is ever fetched for other addresses."""
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]


def _tr(text: str) -> str:
    return QCoreApplication.translate("dropping", text)
