"""The program as a process of its own: what it loads, what it opens, and how it ends."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.cli.main import COMMANDS
from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from tests.support.paths import ROOT

_COMMANDS: dict[str, list[str]] = {
    "show": ["show", str(BUNDLED), "--json"],
    "align": ["align", str(BUNDLED), str(BUNDLED_TRANSLATION), "--json"],
    "audit": ["audit", str(BUNDLED), str(BUNDLED_TRANSLATION), "--json"],
    "convert": ["convert", str(BUNDLED), "--to", "s2twp"],
    "convert to Markdown": ["convert", str(BUNDLED), "--to", "md"],
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


def _python(*arguments: str, folder: Path = ROOT) -> subprocess.CompletedProcess[bytes]:
    """Runs Python with the checkout to import from, writing no compiled files."""
    environment = {
        "PATH": "/usr/bin:/bin",
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "LC_ALL": "C",
    }
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=600,
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
        cwd=ROOT,
        capture_output=True,
        timeout=600,
        check=True,
    )
    assert len(found.stdout) == 10
    assert found.stderr == b""


def test_a_name_that_is_no_text_is_named_all_the_same(tmp_path: Path) -> None:
    found = subprocess.run(
        [sys.executable.encode(), b"-m", b"desktop_app", b"show", b"caf\xe9.md"],
        cwd=ROOT,
        capture_output=True,
        timeout=600,
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


def test_the_packaged_program_reads_a_pdf_by_starting_itself(tmp_path: Path) -> None:
    """`process._command` names the command where the program is packaged."""
    from desktop_app.reading.readers.pdf import process
    from tests.support.pdf.bare import pdf, text

    done = subprocess.run(
        [sys.executable, "-m", "desktop_app", process.COMMAND],
        input=pdf([text(["The General Assembly of lighthouses,"])]),
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    pages, answer = done.stdout.splitlines()
    assert pages == b"1/1"
    (block,) = json.loads(answer)["blocks"]
    assert block[4] == [["The General Assembly of lighthouses,", "plain"]]
