"""The reader works with the network cable out: it opens no socket at all."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION

_WATCH = """
import sys
sockets = []
sys.addaudithook(lambda event, args: sockets.append(event) if event.startswith("socket.") else None)
"""
_WINDOW = """
from pathlib import Path
from PySide6.QtWidgets import QApplication
from desktop_app.ui.cards.cards import Cards
from desktop_app.ui.export.exporting import Exporting
from desktop_app.ui.selection.ticking import Ticking
from desktop_app.ui.settings.preferences import ExportChoice
from desktop_app.ui.window.main_window import MainWindow
application = QApplication([])
window = MainWindow()
window.show()
window.document.open(Path(sys.argv[1]), Path(sys.argv[2]))
window.finish_start()
window.document.set_script("s2tw")
window.feature(Cards).open_footnote("fn1")
window.feature(Ticking).tick_all(True)
dialog = window.feature(Exporting).dialog(ExportChoice("html"))
dialog.show()
while not dialog.preview.text:
    application.processEvents()
dialog.save_to(Path(sys.argv[3]))
while dialog.written is None:
    application.processEvents()
"""
_COMMANDS = """
from desktop_app.cli.main import main
assert main(["show", sys.argv[1], "--json"]) == 0
assert main(["align", sys.argv[1], sys.argv[2]]) == 0
assert main(["convert", sys.argv[1], "--to", "s2t"]) == 0
assert main(["export", sys.argv[1], "--clauses", "all", "--to", "md", "-o", sys.argv[3]]) == 0
"""
_VERDICT = """
import os
places = [f"/proc/self/fd/{name}" for name in os.listdir("/proc/self/fd")]
open_sockets = [
    target for place in places if os.path.lexists(place)
    and (target := os.readlink(place)).startswith("socket:")
]
print("SOCKETS", sockets, open_sockets)
"""
"""Python's own sockets are seen by the audit hook; those that Qt would open, among the process's
open files."""


@pytest.mark.slow
@pytest.mark.parametrize("doing", [_WINDOW, _COMMANDS], ids=["window", "commands"])
def test_no_socket_is_opened(doing: str, tmp_path: Path) -> None:
    files = [str(BUNDLED), str(BUNDLED_TRANSLATION), str(tmp_path / "out")]
    done = subprocess.run(
        [sys.executable, "-c", _WATCH + doing + _VERDICT, *files],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("SOCKETS [] []\n")


@pytest.mark.slow
def test_a_picture_in_a_document_is_words_and_is_not_fetched(tmp_path: Path) -> None:
    file = tmp_path / "picture.md"
    picture = "![emblem](https://example.org/x.png)<img src=//example.org/y.png>"
    file.write_text(f"{picture}\n\n{BUNDLED.read_text(encoding='utf-8')}", encoding="utf-8")
    out = tmp_path / "out.html"
    done = subprocess.run(
        [sys.executable, "-c", _WATCH + _WINDOW + _VERDICT, file, BUNDLED_TRANSLATION, out],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert done.stdout.endswith("SOCKETS [] []\n"), done.stderr
    written = out.read_text(encoding="utf-8")
    assert "emblem" in written
    assert "<img" not in written
