"""Prints the milliseconds from the choice of another script to the painted page: of the first time,
which loads the dictionaries, and the median of later times."""

import os
import statistics
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from desktop_app.ui.appearance.scripts import Scripts
from desktop_app.ui.window.main_window import MainWindow
from tests.tools.bench.made_up import bitext

CLAUSES, LENGTH = 1000, 200


def main() -> None:
    application = QApplication([])
    window = MainWindow("light")
    window.resize(1120, 700)
    window.show()
    window.finish_start()
    window.document.show(bitext(CLAUSES, LENGTH))
    application.processEvents()
    control = window.feature(Scripts).control
    times = []
    for place in (1, 3, 0, 2, 4, 1, 5, 3, 0, 2, 1):
        control.setCurrentIndex(place)
        begin = time.perf_counter()
        control.activated.emit(place)
        application.processEvents()
        window.view.viewport().repaint()
        times.append(1000 * (time.perf_counter() - begin))
    print(times[0], statistics.median(times[1:]))


main()
