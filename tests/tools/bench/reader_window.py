"""Starts the reader as a person does, until the first painted frame with the bundled bitext."""

import gc
import sys

from desktop_app.cli.main import main


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


# The command line does this first of all; here the window's modules are imported before it.
gc.disable()
stop_at_first_page()
sys.exit(main([]))
