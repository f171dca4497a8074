"""Starts the reader as a person does, until the first painted frame with the bundled bitext."""

import sys

from desktop_app.cli import window
from desktop_app.cli.main import main

check_qt = window.check_qt


def check_qt_and_stop() -> None:
    """What the command line calls once Qt may be loaded."""
    check_qt()
    stop_at_first_page()


def stop_at_first_page() -> None:
    """Makes the reading view report and leave once its first page is painted."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication

    from desktop_app.ui.page.view import BitextView

    paint = BitextView.paintEvent

    def paint_and_report(self: BitextView, event: QPaintEvent) -> None:
        paint(self, event)
        if self.bitext_model().bitext.target is not None:
            QTimer.singleShot(0, painted)

    def painted() -> None:
        from tests.tools.bench.report import report

        report()
        QApplication.quit()

    BitextView.paintEvent = paint_and_report  # type: ignore[method-assign]


window.check_qt = check_qt_and_stop
sys.exit(main([]))
