"""Starts the window: application, main window, first document."""

import gc
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop_app import __version__
from desktop_app.common.faults import is_debugging, message_of
from desktop_app.common.paths import (
    cache_folder,
    corrections_file,
    data_folder,
    resource,
    settings_folder,
)
from desktop_app.opening.bundled import BUNDLED
from desktop_app.opening.snapshots import Snapshots
from desktop_app.ui.language.languages import ENGLISH, spoken
from desktop_app.ui.language.phrases import translated
from desktop_app.ui.settings.kept_places import KeptPlaces
from desktop_app.ui.settings.session import Session
from desktop_app.ui.settings.settings import Settings
from desktop_app.ui.window.instance import Instance
from desktop_app.ui.window.main_window import PRODUCT, MainWindow

_FIRST_PAGE = 200
"""Milliseconds until the first page is on the screen, on all but very slow machines."""


def run(file: Path | None, translation: Path | None) -> int:
    """Opens the window and returns its exit status once it is closed. If a document cannot be read,
    the window shows why, and the bundled document."""
    application = make_application()
    session = _session()
    translate(application, session.preferences.language)
    instance = Instance(data_folder())
    if not instance.claim() and instance.hand_over([file, translation]):
        return 0
    window = MainWindow(
        snapshots=Snapshots(cache_folder()), corrections=corrections_file(), session=session
    )
    sys.excepthook = lambda kind, error, trace: _fault(window, error)
    window.resize(window.sizeHint())
    window.restore_geometry()
    window.show()  # before the document, which is then laid out only once, at the final width
    last = session.last() if file is None and translation is None else None
    if last is not None:
        file, translation = last
    if file is None and translation is None:
        window.document.open_bundled()
    else:
        window.document.open(file or BUNDLED, translation)
        if not window.document.is_open:
            window.open_bundled_behind_notice()
    QTimer.singleShot(_FIRST_PAGE, lambda: _after_first_page(application, window, instance))
    return application.exec()


def _after_first_page(application: QApplication, window: MainWindow, instance: Instance) -> None:
    """Does what can wait until the first page is shown."""
    from PySide6.QtGui import QIcon

    from desktop_app.ui.window.interrupt import close_on_interrupt

    gc.enable()  # the command line switched it off
    application.setWindowIcon(QIcon(str(resource("icon.svg"))))
    # Menus and dialogs are windows of their own, and take no colours from this one.
    application.setPalette(window.theme.colors.palette())
    window.theme.changed.connect(lambda: application.setPalette(window.theme.colors.palette()))
    window.finish_start()
    close_on_interrupt(window)
    instance.asked.connect(window.show_files)
    instance.listen()


def _fault(window: MainWindow, error: BaseException) -> None:
    """Shows an error that nothing has caught: one for the user in the notice, a fault of the
    program in a dialog."""
    message = message_of(error)
    if message is not None:
        window.workspace.show_notice(translated(message))
        return
    if is_debugging():
        sys.__excepthook__(type(error), error, error.__traceback__)
    from desktop_app.ui.window.fault_dialog import show_fault

    show_fault(window, error)


def translate(application: QApplication, chosen: str) -> None:
    """Translates the interface into the chosen language, "" for the system's."""
    from PySide6.QtCore import QLocale

    language = spoken(chosen, [] if chosen else QLocale.system().uiLanguages())
    if language is not ENGLISH:
        from desktop_app.ui.language.translator import install

        install(application, language)


def _session() -> Session:
    return Session(
        Settings(settings_folder() / "settings.ini"), KeptPlaces(data_folder() / "places.json")
    )


def make_application() -> QApplication:
    """The application of this process, made on the first call."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        # As an argument: the result of setStyle makes PySide load every style.
        application = QApplication([sys.argv[0], "-style", "fusion"])
    application.setApplicationName("resolution-reader")
    application.setApplicationDisplayName(PRODUCT)
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("resolution-reader")
    return application
