"""The program killed while it keeps a correction."""

import os
from pathlib import Path

import pytest

from tests.support.killing import killed

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be copied here")


@pytest.mark.slow
def test_two_hundred_kills_while_corrections_are_kept_lose_nothing(ram_path: Path) -> None:
    """Each time the correction that was kept last is there, or the one that was being kept."""
    seen = killed("corrections", 200, ram_path)
    assert seen["last"] + seen["being saved"] == 200
    assert seen["hot"] > 0  # what has to be taken back before anything can be read
