"""The program killed while it writes places and settings."""

import os
from pathlib import Path

import pytest

from tests.support.killing import killed

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be copied here"),
    pytest.mark.parametrize("kind", ["places", "settings"]),
]


@pytest.mark.slow
def test_two_hundred_kills_lose_nothing_that_was_written(kind: str, ram_path: Path) -> None:
    """Each time what was written last is there, or what was being written."""
    seen = killed(kind, 200, ram_path)
    assert seen["last"] + seen["being saved"] == 200
