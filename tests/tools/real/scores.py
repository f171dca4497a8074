"""What other programs say of how much of real texts is read right: they stand beside the data, and
are given the command of this program."""

import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.support.paths import ROOT

_RIGHT = re.compile(r"^(\d+) of (\d+) ", re.MULTILINE)


class Score(NamedTuple):
    """How many of how many texts are read right."""

    right: int
    total: int

    @property
    def percent(self) -> float:
        return 100 * self.right / self.total


class Tool(NamedTuple):
    """A program that measures, in the folder `tools` beside the data, and the data that it is
    given; `least` is the percentage that is asked for."""

    name: str
    program: str
    data: str
    takes_option: bool
    least: float


TOOLS = (
    Tool(
        "Real resolutions read right in everything",
        "structure_score.py",
        "resolutions-en.jsonl.xz",
        True,
        98,
    ),
    Tool(
        "Old Security Council resolutions read right",
        "old_resolutions_score.py",
        "security-council-1946-1994.jsonl.xz",
        False,
        95,
    ),
)


def score(tool: Tool, data: Path) -> Score | None:
    """The score of the texts in a folder of data, None where the program or the texts are not
    there."""
    program, texts = data.parent / "tools" / tool.program, data / "real" / tool.data
    if not program.is_file() or not texts.is_file():
        return None
    with _reader() as command:
        option = ["--data"] if tool.takes_option else []
        done = subprocess.run(
            [sys.executable, str(program), command, *option, str(texts)],
            capture_output=True,
            text=True,
            check=True,
        )
    return score_in(done.stdout)


def score_in(printed: str) -> Score | None:
    """The score in what such a program prints."""
    found = _RIGHT.search(printed)
    return Score(int(found[1]), int(found[2])) if found else None


@contextmanager
def _reader() -> Iterator[str]:
    """A command that is the program as it is here."""
    with tempfile.TemporaryDirectory() as folder:
        command = Path(folder) / "resolution-reader"
        steps = f"cd {shlex.quote(str(ROOT))} && exec {shlex.quote(sys.executable)}"
        command.write_text(f'#!/bin/sh\n{steps} -m desktop_app "$@"\n', encoding="utf-8")
        command.chmod(0o755)
        yield str(command)
