"""The tests of PDF files print them first, with the Qt that the tests of the window use too."""

import pytest
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def _qt(qapp: QApplication) -> None:
    """Starts Qt with windows: a PDF would start it without, and tests of the window that come
    later could not."""
