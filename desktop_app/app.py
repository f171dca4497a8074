"""Starts the window: application, main window, first document; or takes a picture of it."""

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication

from desktop_app import __version__
from desktop_app.common.faults import is_debugging, message_of
from desktop_app.common.messages import Message, UserError
from desktop_app.common.paths import corrections_file, data_folder, resource
from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.opening.documents import open_bitext
from desktop_app.opening.snapshots import Snapshots
from desktop_app.resolution.bitext import Bitext
from desktop_app.ui.language.languages import ENGLISH, spoken
from desktop_app.ui.language.phrases import translated
from desktop_app.ui.page.look import Layout
from desktop_app.ui.settings.kept_places import KeptPlaces
from desktop_app.ui.settings.session import Session
from desktop_app.ui.settings.settings import Settings
from desktop_app.ui.window.instance import Instance
from desktop_app.ui.window.main_window import PRODUCT, MainWindow

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

_FIRST_PAGE = 200
"""Milliseconds until the first page is on the screen, on all but very slow machines."""


class ScreenshotOptions(NamedTuple):
    """What the window shows in a picture, and how; built by keywords.

    `size` is in pixels, `zoom` in per cent. "" stands for the published script, the system's
    theme, no open card (`note` is a footnote's id) and no export dialog (`export` is a format);
    `finding` counts from 1, 0 for none.
    """

    size: tuple[int, int]
    script: str = ""
    theme: str = ""
    zoom: int = 100
    note: str = ""
    finding: int = 0
    language: str = "en"
    justified: bool = False
    layout: str = "both"
    export: str = ""


def run(file: Path | None, translation: Path | None) -> int:
    """Opens the window and returns its exit status once it is closed. If a document cannot be read,
    the window shows why, and the bundled document."""
    application = _application()
    session = _session()
    _translate(application, session.preferences.language)
    instance = Instance(data_folder())
    if not instance.claim() and instance.hand_over([file, translation]):
        return 0
    window = MainWindow(snapshots=_snapshots(), corrections=corrections_file(), session=session)
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


def _snapshots() -> Snapshots:
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.CacheLocation)
    return Snapshots(Path(place))


def _data(name: str) -> Path:
    """A file of the user's in the program's data folder."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    return Path(place) / name


def _translate(application: QApplication, chosen: str) -> None:
    """Translates the interface into the chosen language, "" for the system's."""
    from PySide6.QtCore import QLocale

    language = spoken(chosen, [] if chosen else QLocale.system().uiLanguages())
    if language is not ENGLISH:
        from desktop_app.ui.language.translator import install

        install(application, language)


def _session() -> Session:
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation)
    return Session(Settings(Path(place) / "settings.ini"), KeptPlaces(_data("places.json")))


def screenshot(file: Path | None, translation: Path | None, options: ScreenshotOptions) -> bytes:
    """A PNG of the window. Raises UserError if a document cannot be read or not be converted to the
    script."""
    from PySide6.QtCore import QBuffer, QIODevice, qInstallMessageHandler

    from desktop_app.script.convert import check, prepare

    qInstallMessageHandler(_without_plugin_remarks)
    application = _application()
    if file is None and translation is None:
        bitext = open_bitext(BUNDLED, BUNDLED_TRANSLATION)
    else:
        bitext = open_bitext(file or BUNDLED, translation)
    if options.script:
        check(bitext, options.script)
        prepare(options.script)
    _translate(application, options.language)
    window = MainWindow(options.theme)
    try:
        picture = _picture(application, window, bitext, file, options)
    finally:
        window.close()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    return bytes(buffer.data().data())


def _picture(
    application: QApplication,
    window: MainWindow,
    bitext: Bitext,
    file: Path | None,
    options: ScreenshotOptions,
) -> "QPixmap":
    """A picture of the window with a bitext. Raises UserError for a footnote or a finding that is
    not there."""
    from desktop_app.ui.cards.cards import Cards

    window.resize(*options.size)
    window.show()
    window.finish_start()
    window.document.show(bitext, file)
    typography = window.view.look.typography._replace(justified=options.justified)
    window.view.restyle(window.view.look.zoomed(options.zoom)._replace(typography=typography))
    window.view.show_layout(Layout(options.layout))
    window.document.set_script(options.script)
    application.processEvents()
    if options.note and not window.feature(Cards).open_footnote(options.note):
        raise UserError(Message("There is no footnote %1 in this document.", (options.note,)))
    if options.finding:
        _show_finding(window, options.finding)
    application.processEvents()
    return _export(application, window, options.export) if options.export else window.grab()


def _export(application: QApplication, window: MainWindow, key: str) -> "QPixmap":
    """A picture of the export dialog for a format, with its preview."""
    from PySide6.QtCore import QEventLoop

    from desktop_app.ui.export.exporting import Exporting
    from desktop_app.ui.settings.preferences import ExportChoice

    dialog = window.feature(Exporting).dialog(ExportChoice(format=key))
    dialog.show()
    while dialog.is_drawing:
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    application.processEvents()
    return dialog.grab()


def _show_finding(window: MainWindow, number: int) -> None:
    """Shows a finding, counted from 1. Raises UserError if there is none of that number."""
    from desktop_app.ui.rows.auditing import Auditing

    auditing = window.feature(Auditing)
    auditing.audit_now()
    count = len(auditing.findings)
    if number > count:
        last = Message("the last one is %1", (str(count),))
        there = last if count else Message("the two versions agree")
        raise UserError(Message("There is no finding %1 in this pair: %2.", (str(number), there)))
    auditing.open()
    auditing.show_finding(number - 1)


def _without_plugin_remarks(kind: object, context: object, message: str) -> None:
    """Prints Qt's messages, except those that its offscreen plug-in prints for every window, and
    the one about a system without a locale."""
    if not message.startswith(("This plugin does not support", "Detected locale")):
        print(message, file=sys.stderr)


def _application() -> QApplication:
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
