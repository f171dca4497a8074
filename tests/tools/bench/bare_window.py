"""The yardstick: starts a bare PySide6 window with an empty tree, until its first painted frame."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QTreeView


class Tree(QTreeView):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, painted)


def painted() -> None:
    from tests.tools.bench.report import report

    report()
    QApplication.quit()


application = QApplication(sys.argv)
window = QMainWindow()
window.setCentralWidget(Tree())
window.resize(1120, 700)
window.show()
application.exec()
