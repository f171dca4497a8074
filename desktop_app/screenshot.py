"""Takes a picture of the window, as it shows a document, without a person."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QEventLoop, QIODevice, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from desktop_app.app import make_application, translate
from desktop_app.common.messages import Message, UserError
from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.opening.documents import open_bitext
from desktop_app.resolution.bitext import Bitext
from desktop_app.script.convert import check, prepare
from desktop_app.ui.cards.cards import Cards
from desktop_app.ui.export.exporting import Exporting
from desktop_app.ui.page.look import Layout
from desktop_app.ui.rows.auditing import Auditing
from desktop_app.ui.settings.preferences import ExportChoice
from desktop_app.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenshotOptions:
    """What the window shows in a picture, and how.

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
    layout: Layout = Layout.BOTH
    export: str = ""


def screenshot(file: Path | None, translation: Path | None, options: ScreenshotOptions) -> bytes:
    """A PNG of the window. Raises UserError if a document cannot be read or not be converted to the
    script."""
    qInstallMessageHandler(without_plugin_remarks)
    application = make_application()
    if file is None and translation is None:
        bitext = open_bitext(BUNDLED, BUNDLED_TRANSLATION)
    else:
        bitext = open_bitext(file or BUNDLED, translation)
    if options.script:
        check(bitext, options.script)
        prepare(options.script)
    translate(application, options.language)
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
    window.resize(*options.size)
    window.show()
    window.finish_start()
    window.document.show(bitext, file)
    typography = window.view.look.typography._replace(justified=options.justified)
    window.view.restyle(window.view.look.zoomed(options.zoom)._replace(typography=typography))
    window.view.show_layout(options.layout)
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
    dialog = window.feature(Exporting).dialog(ExportChoice(format=key))
    dialog.show()
    while dialog.is_drawing:
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    application.processEvents()
    return dialog.grab()


def _show_finding(window: MainWindow, number: int) -> None:
    """Shows a finding, counted from 1. Raises UserError if there is none of that number."""
    auditing = window.feature(Auditing)
    auditing.audit_now()
    count = len(auditing.findings)
    if number > count:
        last = Message("the last one is %1", (str(count),))
        there = last if count else Message("the two versions agree")
        raise UserError(Message("There is no finding %1 in this pair: %2.", (str(number), there)))
    auditing.open()
    auditing.show_finding(number - 1)


def without_plugin_remarks(kind: object, context: object, message: str) -> None:
    """Prints Qt's messages, except those that its offscreen plug-in prints for every window, and
    the one about a system without a locale."""
    if not message.startswith(("This plugin does not support", "Detected locale")):
        print(message, file=sys.stderr)
