"""The program killed while it writes places and settings."""

import os
from pathlib import Path

import pytest

from tests.support.killing import killed

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be copied here"),
    pytest.mark.parametrize("kind", ["places", "settings"]),
]


def _check(kind: str, kills: int, folder: Path) -> None:
    """Each time what was written last is there, or what was being written."""
    seen = killed(kind, kills, folder)
    assert seen["last"] + seen["being saved"] == kills


@pytest.mark.slow
def test_a_kill_loses_nothing_that_was_written(kind: str, tmp_path: Path) -> None:
    _check(kind, 20, tmp_path)


@pytest.mark.stress
def test_two_hundred_kills_lose_nothing_that_was_written(kind: str, tmp_path: Path) -> None:
    _check(kind, 200, tmp_path)
