"""A window with a PDF open, and its printed page."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.opening.documents import open_bitext
from desktop_app.ui.printed.panel import PrintedPanel
from desktop_app.ui.printed.printed_pages import PrintedPages
from desktop_app.ui.window.main_window import MainWindow
from tests.support.pdf.bare import pdf, text

PAGES = (
    (
        "The General Assembly,",
        "",
        "Recalling its resolution 74/43 of 12 December 2019 on the lighthouses,",
        "",
        "Noting the report of the keepers on the lighthouses of the northern coasts,",
        "",
        "1. Requests the keepers to keep all the lighthouses lit in every night of the",
    ),
    (
        "year, and to report on it;",
        "",
        "2. Decides to remain seized of the matter at its seventy-sixth session.",
    ),
)


def resolution_pdf(file: Path, *, first: str = "") -> Path:
    """A resolution of two pages; `first` stands above it."""
    file.write_bytes(pdf([text([*([first, ""] if first else []), *PAGES[0]]), text(PAGES[1])]))
    return file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return resolution_pdf(tmp_path / "resolution.pdf")


@pytest.fixture
def printed(window: MainWindow, file: Path) -> PrintedPages:
    window.document.show(open_bitext(file, None), file)
    return window.feature(PrintedPages)


def painted(printed: PrintedPages, qtbot: QtBot) -> PrintedPanel:
    """The panel, once it shows a page or says why it does not."""
    qtbot.waitUntil(lambda: printed.panel is not None and printed.panel.is_settled)
    assert printed.panel is not None
    return printed.panel
