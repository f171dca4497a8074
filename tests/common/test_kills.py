"""A program that is killed while it writes leaves the old file or the new one, whole."""

import os
from pathlib import Path

import pytest

from desktop_app.common.writing import write
from tests.support.kills import kill_while_it_works

_SIZE = 3_000_000
_EXPORTS = """
import sys
from desktop_app.cli.output import write_result
output, size = sys.argv[1], int(sys.argv[2])
versions = b"a" * size, b"b" * (size + 1)
print("ready", flush=True)
while True:
    for version in versions:
        write_result(output, version, [])
"""


@pytest.mark.slow
@pytest.mark.parametrize("kills", [20, pytest.param(200, marks=pytest.mark.stress)])
def test_an_export_is_the_old_or_the_new_one_whenever_it_is_killed(
    tmp_path: Path, kills: int
) -> None:
    output = tmp_path / "out.md"
    write(output, b"a" * _SIZE)
    left = 0

    def check() -> None:
        nonlocal left
        assert output.read_bytes() in (b"a" * _SIZE, b"b" * (_SIZE + 1))
        left += len(os.listdir(tmp_path)) - 1

    kill_while_it_works(_EXPORTS, [output, str(_SIZE)], kills, check)
    assert left, "no kill came in the middle of writing"
    write(output, b"text")
    assert os.listdir(tmp_path) == ["out.md"]
