"""The program killed while it keeps a correction."""

import os
from pathlib import Path

import pytest

from tests.support.killing import killed

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be copied here")


def _check(kills: int, folder: Path) -> None:
    """Each time the correction that was kept last is there, or the one that was being kept."""
    seen = killed("corrections", kills, folder)
    assert seen["last"] + seen["being saved"] == kills
    assert seen["hot"] > 0  # what has to be taken back before anything can be read


def test_a_kill_while_a_correction_is_kept_loses_nothing(tmp_path: Path) -> None:
    _check(20, tmp_path)


@pytest.mark.stress
def test_two_hundred_kills_while_corrections_are_kept_lose_nothing(tmp_path: Path) -> None:
    _check(200, tmp_path)
