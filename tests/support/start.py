"""Starts the program as a person does, and tells what is loaded once its first page is painted.

`python -m tests.support.start` prints the modules of the program then: the content of
`tests/first_page_modules.txt`.
"""

import json
import os
import subprocess
import sys
import tempfile
from typing import NamedTuple

from tests.support.paths import ROOT


class Start(NamedTuple):
    """What was loaded, without what PySide6 loads by itself: `first_page` when the bundled pair was
    painted from its snapshot, at the place that was read last, `finished` when the start was over.
    `has_namespace` says whether the first page made the ninety enumerations of Qt's namespace,
    `has_all_widgets` whether it loaded every widget there is."""

    first_page: frozenset[str]
    finished: frozenset[str]
    has_namespace: bool
    has_all_widgets: bool

    def program(self) -> list[str]:
        """The modules of the program that the first page loaded."""
        return sorted(name for name in self.first_page if name.startswith("desktop_app"))


def start() -> Start:
    """Starts the program twice; the second time it finds the bundled pair as a snapshot and a place
    in it."""
    with tempfile.TemporaryDirectory() as home:
        environment = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        kinds = ("CACHE", "CONFIG", "DATA", "STATE")
        environment |= dict.fromkeys((f"XDG_{kind}_HOME" for kind in kinds), home)
        environment |= {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}
        for _ in range(2):
            done = subprocess.run(
                [sys.executable, "-c", _STARTED],
                cwd=ROOT,
                env=environment | {"PYTHONPATH": str(ROOT)},
                capture_output=True,
                text=True,
                timeout=600,
                check=False,
            )
            assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    return Start(frozenset(told[0]), frozenset(told[1]), told[2], told[3])


_STARTED = """
import json, sys
from PySide6 import QtCore, QtGui, QtWidgets
before = {*sys.modules, "__main__", "__mp_main__"}
from desktop_app import app
from desktop_app.cli.main import main
from desktop_app.ui.page.view import BitextView

paint, finish, told = BitextView.paintEvent, app._after_first_page, []
views, waiting = [], []

def loaded():
    return sorted({*sys.modules} - before)

def paint_and_tell(view, event):
    paint(view, event)
    views[:] = [view]
    model = view.bitext_model()
    if not told and model is not None and model.bitext.target is not None:
        told.extend([loaded(), "Qt" in vars(QtCore), "QWizard" in vars(QtWidgets)])

def end():
    if told and waiting:
        finish(*waiting[0])
        waiting[0][0].processEvents()
        print(json.dumps([told[0], loaded(), *told[1:]]), flush=True)
        views[0].verticalScrollBar().setValue(40)
        QtWidgets.QApplication.quit()
    else:
        QtCore.QTimer.singleShot(10, end)

BitextView.paintEvent = paint_and_tell
app._after_first_page = lambda *given: waiting.append(given)  # not before the page is painted
QtCore.QTimer.singleShot(0, end)
sys.exit(main([]))
"""


if __name__ == "__main__":
    print("\n".join(start().program()))
