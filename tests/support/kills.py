"""Kills a program in the middle of its work, again and again."""

import random
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.support.paths import ROOT

_LATEST = 0.05
"""Seconds after which the program is killed at the latest."""


def kill_while_it_works(
    program: str, arguments: Sequence[Path | str], kills: int, check: Callable[[], None]
) -> None:
    """Runs the source of a program that many times, kills it, and has the check look at what it
    left. The program prints a line when it is ready, and then works until it is killed."""
    moments = random.Random(14)
    for _ in range(kills):
        with subprocess.Popen(
            [sys.executable, "-c", program, *map(str, arguments)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
        ) as running:
            assert running.stdout is not None
            assert running.stdout.readline() == b"ready\n"
            time.sleep(moments.uniform(0, _LATEST))
            assert running.poll() is None, "the program must work until it is killed"
            running.kill()
        check()
