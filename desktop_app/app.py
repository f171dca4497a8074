"""Puts the parts of the window together: application, main window, first document."""

import gc
import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QStandardPaths, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop_app import __version__
from desktop_app.library import BUNDLED, BUNDLED_TRANSLATION, LibraryError, open_bitext
from desktop_app.paths import resource
from desktop_app.snapshots import Snapshots
from desktop_app.ui.main_window import PRODUCT, MainWindow


@dataclass(frozen=True, slots=True)
class Look:
    """How the window looks in a picture: size in pixels, OpenCC configuration or "", theme or ""
    for the system's, zoom in per cent, and the footnote whose card is open or ""."""

    size: tuple[int, int]
    script: str
    theme: str
    zoom: int
    note: str


def run(file: Path | None, translation: Path | None) -> int:
    """Opens the window and returns when it is closed. A document that cannot be read is said in
    the window, which then shows the bundled one."""
    application = _application()
    snapshots = _snapshots()
    window = MainWindow(snapshots=snapshots)
    window.resize(window.sizeHint())
    if file is None and translation is None:
        window.open(BUNDLED, BUNDLED_TRANSLATION)
    else:
        window.open(file or BUNDLED, translation)
        if window.view.bitext_model() is None:
            window.open_bundled_behind_notice()
    window.show()
    QTimer.singleShot(0, lambda: _after_first_page(application, window))
    return application.exec()


def _after_first_page(application: QApplication, window: MainWindow) -> None:
    """What can wait until there is something to read."""
    gc.enable()  # the command line switched it off
    application.setWindowIcon(QIcon(str(resource("icon.svg"))))
    window.finish_start()


def _snapshots() -> Snapshots:
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.CacheLocation)
    return Snapshots(Path(place))


def screenshot(file: Path | None, translation: Path | None, look: Look) -> bytes:
    """A picture of the window in PNG. Raises LibraryError if a document cannot be read."""
    application = _application()
    if file is None and translation is None:
        bitext = open_bitext(BUNDLED, BUNDLED_TRANSLATION)
    else:
        bitext = open_bitext(file or BUNDLED, translation)
    window = MainWindow(look.theme)
    window.resize(*look.size)
    window.show_bitext(bitext)
    window.set_zoom(look.zoom)
    window.set_script(look.script)
    window.show()
    application.processEvents()
    if look.note and not window.view.open_note(look.note):
        raise LibraryError(f"There is no footnote {look.note} in this document.")
    application.processEvents()
    picture = window.grab()
    if look.note:
        window.paint_card(picture)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    return bytes(buffer.data().data())


def _application() -> QApplication:
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus)
    application = QApplication([sys.argv[0]])
    application.setApplicationName("resolution-reader")
    application.setApplicationDisplayName(PRODUCT)
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("resolution-reader")
    application.setStyle("Fusion")
    return application
