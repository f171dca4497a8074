"""Ctrl+C in the terminal closes the window, and the start of a second one hands its files over."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from tests.support.paths import ROOT

_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from desktop_app import app
finish = app._after_first_page
def finish_and_tell(application, window, instance):
    finish(application, window, instance)
    window.document.shown.connect(lambda: print(window.document.pair, flush=True))
    print("ready", flush=True)
app._after_first_page = finish_and_tell
sys.exit(app.run(*(Path(file) for file in sys.argv[1:3]), *[None] * (3 - len(sys.argv))))
"""


def _started(*files: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", _WINDOW, *files],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_closes_the_window_as_a_person_does(number: signal.Signals) -> None:
    with _started(BUNDLED) as window:
        assert window.stdout is not None
        assert window.stdout.readline() == "ready\n"
        window.send_signal(number)
        assert window.wait(timeout=120) == 0
    places = Path(os.environ["XDG_DATA_HOME"]) / "resolution-reader" / "places.json"
    assert places.is_file()  # what closing the window keeps


@pytest.mark.slow
def test_a_second_start_hands_its_files_to_the_window_that_is_open() -> None:
    with _started() as window:
        assert window.stdout is not None
        assert window.stdout.readline() == "ready\n"
        with _started(BUNDLED_TRANSLATION) as second:
            assert second.wait(timeout=120) == 0
            assert second.stdout is not None
            assert second.stdout.read() == ""
        assert window.stdout.readline() == f"('{BUNDLED_TRANSLATION}', '')\n"
        window.terminate()
        assert window.wait(timeout=120) == 0


_AT_THE_START = """
import os, signal
from desktop_app.cli import window
window.check_qt = lambda: os.kill(os.getpid(), signal.SIGINT)
window.open_window()
"""


def test_an_interrupt_ends_the_start_at_once() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _AT_THE_START],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        check=False,
        timeout=600,
    )
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, b"", b"")
