"""The command line within the process of the tests."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from desktop_app.cli.main import main

PLAIN = "Minutes of the meeting of the gardening club.\n\nThe roses were watered.\n"


class Result(NamedTuple):
    """What a command left behind."""

    status: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs the program within this process."""

    def run(*arguments: object) -> Result:
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as end:  # so argparse ends
            status = int(end.code or 0)
        captured = capfdbinary.readouterr()
        return Result(status, captured.out.decode(), captured.err.decode())

    return run


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    file = tmp_path / "minutes.md"
    file.write_text(PLAIN, encoding="utf-8")
    return file


def sentence_of(result: Result) -> str:
    """The one sentence on standard error of a command that failed."""
    assert result.status == 1
    assert result.err.startswith("resolution-reader: ")
    assert result.err.endswith(".\n") or result.err.rstrip().endswith(".png")
    assert result.err.count("\n") == 1
    assert "unforeseen" not in result.err
    return result.err.removeprefix("resolution-reader: ").strip()
