"""The program as a process of its own: what it loads, what it opens, and how it ends."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.cli.main import COMMANDS
from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from tests.support.paths import ROOT

_ROOT = ROOT
_COMMANDS: dict[str, list[str]] = {
    "show": ["show", str(BUNDLED), "--json"],
    "align": ["align", str(BUNDLED), str(BUNDLED_TRANSLATION), "--json"],
    "audit": ["audit", str(BUNDLED), str(BUNDLED_TRANSLATION), "--json"],
    "convert": ["convert", str(BUNDLED), "--to", "s2twp"],
    "export": [
        *["export", str(BUNDLED), "--translation", str(BUNDLED_TRANSLATION)],
        *["--clauses", "all", "--to", "html"],
    ],
}
_WATCHED = """
import json, sys
events = []
def watch(event, arguments):
    if event.startswith(("socket.", "urllib.", "subprocess.", "os.exec", "os.fork", "os.system")):
        events.append(event)
    if event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
        events.append(f"wrote {arguments[0]}")
sys.addaudithook(watch)
from desktop_app.cli.main import main
status = main(sys.argv[1:])
qt = sorted(name for name in sys.modules if name.startswith(("PySide6", "shiboken")))
print(json.dumps({"status": status, "events": events, "qt": qt}), file=sys.stderr)
"""


def _python(*arguments: str, folder: Path = _ROOT) -> subprocess.CompletedProcess[bytes]:
    """Runs Python with the checkout to import from, writing no compiled files."""
    environment = {
        "PATH": "/usr/bin:/bin",
        "PYTHONPATH": str(_ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "LC_ALL": "C",
    }
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("arguments", _COMMANDS.values(), ids=_COMMANDS)
def test_a_command_loads_no_qt_opens_no_socket_and_writes_no_file(arguments: list[str]) -> None:
    found = _python("-c", _WATCHED, *arguments)
    assert json.loads(found.stderr) == {"status": 0, "events": [], "qt": []}
    assert "恐怖主义".encode() in found.stdout or arguments[0] in ("align", "audit", "convert")


@pytest.mark.parametrize("command", _COMMANDS)
def test_a_command_works_in_any_folder_and_in_the_c_locale(command: str, tmp_path: Path) -> None:
    found = _python("-m", "desktop_app", *_COMMANDS[command], folder=tmp_path)
    assert (found.returncode, found.stderr) == (0, b"")
    assert found.stdout.decode("utf-8")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["show", str(BUNDLED)], 0),
        (["show", "missing.md"], 1),
        (["export", str(BUNDLED), "--clauses", "OP9", "--to", "md"], 1),
        (["show"], 2),
        (["convert", str(BUNDLED), "--to", "x"], 2),
    ],
)
def test_the_exit_status(arguments: list[str], status: int) -> None:
    found = _python("-m", "desktop_app", *arguments)
    assert found.returncode == status
    assert b"Traceback" not in found.stderr


def test_a_reader_that_stops_reading_is_no_fault_to_talk_about() -> None:
    found = subprocess.run(
        f'"{sys.executable}" -m desktop_app show "{BUNDLED}" | head -c 10',
        shell=True,
        cwd=_ROOT,
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert len(found.stdout) == 10
    assert found.stderr == b""


def test_a_name_that_is_no_text_is_named_all_the_same(tmp_path: Path) -> None:
    found = subprocess.run(
        [sys.executable.encode(), b"-m", b"desktop_app", b"show", b"caf\xe9.md"],
        cwd=_ROOT,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert found.returncode == 1
    assert b"does not exist" in found.stderr
    assert b"Traceback" not in found.stderr


_ALONE = """
import os, sys, types
os.environ["QT_QPA_PLATFORM"] = "offscreen"
# Qt's own modules load argparse, so they are left out.
for name in ("PySide6", "PySide6.QtWidgets", "desktop_app.app"):
    sys.modules[name] = types.ModuleType(name)
sys.modules["desktop_app.app"].run = lambda *files: print(files)
from desktop_app.cli.main import COMMANDS, main
main([])
unwanted = {"argparse", "importlib.metadata", *(f"desktop_app.cli.{name}" for name in COMMANDS)}
print(sorted(unwanted & {*sys.modules}))
"""


def test_the_window_alone_loads_no_command_and_parses_nothing() -> None:
    assert _python("-c", _ALONE).stdout.decode().splitlines() == ["(None, None)", "[]"]


_LOADED = """
import sys
from desktop_app.cli.main import main
try:
    main([sys.argv[1], "--help"])
finally:
    print([name for name in sys.modules if name.startswith("PySide6")], file=sys.stderr)
"""


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_loads_qt_to_say_what_it_does(command: str) -> None:
    assert _python("-c", _LOADED, command).stderr.decode().strip() == "[]"


_STARTED = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from desktop_app import app
from desktop_app.cli.main import COMMANDS
from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.ui.window.main_window import MainWindow
application = app._application()
window = MainWindow()
window.show()
window.document.open(BUNDLED, BUNDLED_TRANSLATION)
window.finish_start()
application.processEvents()
before = [name for name in sys.modules if name.startswith(("opencc", "desktop_app.script"))]
window.document.set_script("s2t")
after = "opencc" in sys.modules
print(before, after)
"""


def test_nothing_is_loaded_for_chinese_scripts_until_one_is_chosen() -> None:
    assert _python("-c", _STARTED).stdout.decode().strip() == "[] True"


_FIRST_PAGE = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6 import QtCore
from desktop_app import app
from desktop_app.cli.main import COMMANDS
from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.ui.window.main_window import MainWindow
from desktop_app.ui.page.view import BitextView
paint, painted = BitextView.paintEvent, []
BitextView.paintEvent = lambda view, event: (paint(view, event), painted.append(view.top_node()))
application = app._application()
session = app._session()
app._translate(application, session.preferences.language)
window = MainWindow(session=session)
window.take_place()
window.show()
window.document.open(BUNDLED, BUNDLED_TRANSLATION)
application.processEvents()
late = (
    "language.translator", "settings.appearance", "settings.font_dialog", "widgets.icons",
    "window.characters", "window.missing_characters", "window.tool_row",
)
print([name for name in late if f"desktop_app.ui.{name}" in sys.modules])
print(painted != [], "Qt" in vars(QtCore), QtCore.Qt is not None and "Qt" in vars(QtCore))
"""


@pytest.fixture(scope="module")
def first_page() -> list[str]:
    """What there is once the first page is painted, line by line."""
    return _python("-c", _FIRST_PAGE).stdout.decode().splitlines()


def test_what_makes_the_window_comfortable_is_loaded_after_the_first_page(
    first_page: list[str],
) -> None:
    assert first_page[0] == "[]"


def test_the_first_page_is_painted_without_the_ninety_enumerations_of_qts_namespace(
    first_page: list[str],
) -> None:
    assert first_page[1] == "True False True"  # and that is how one sees that they are made
