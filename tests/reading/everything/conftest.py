"""What all tests of readers stand on."""

import pytest
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def _qt(qapp: QApplication) -> None:
    """Starts Qt with windows: to set a PDF would start it without, and tests of the window that
    come later could not."""
