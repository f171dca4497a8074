"""Measures the conversion of Chinese, and the time to another script in the window."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

from desktop_app.opening.bundled import BUNDLED
from tests.support.paths import ROOT

_REPEATED = 100
"""Times that the bundled text is repeated. Nothing of a text is cached, so it can be the same."""


def text() -> str:
    """The bundled resolution, repeated."""
    return BUNDLED.read_text(encoding="utf-8") * _REPEATED


def speed(convert: Callable[[str], object], text: str) -> float:
    """Characters a second: the median of several runs after one warm-up."""
    convert(text[:100])
    times = []
    for _ in range(5):
        begin = time.perf_counter()
        convert(text)
        times.append(time.perf_counter() - begin)
    return len(text) / statistics.median(times)


def loading() -> float:
    """Seconds of the first conversion in a new process, with imports and dictionaries."""
    program = (
        "import time; begin = time.perf_counter(); "
        "from desktop_app.script.convert import convert; convert('国', 's2twp'); "
        "print(time.perf_counter() - begin)"
    )
    return statistics.median(float(_output("-c", program)) for _ in range(7))


def switching() -> tuple[float, float]:
    """Milliseconds from the choice of a script to the painted page, in a long document: of the
    first time, and of later ones."""
    runs = [_output("-m", "tests.tools.bench.script_switch").split() for _ in range(5)]
    first, later = zip(*runs, strict=True)
    return statistics.median(map(float, first)), statistics.median(map(float, later))


def _output(*arguments: str) -> str:
    environment = dict(os.environ) | {"QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, *arguments],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=600,
    ).stdout
