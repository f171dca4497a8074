"""How fast Chinese is converted, and how soon another script is seen."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

from desktop_app.opening.documents import BUNDLED
from tests.support.paths import ROOT

_ROOT = ROOT
_REPEATED = 100
"""Nothing is kept from one text to the next, so the same text can be measured again and again."""


def text() -> str:
    """The bundled resolution, many times over."""
    return BUNDLED.read_text(encoding="utf-8") * _REPEATED


def speed(convert: Callable[[str], object], text: str) -> float:
    """Characters a second, the median of several runs after one warm-up."""
    convert(text[:100])
    times = []
    for _ in range(5):
        begin = time.perf_counter()
        convert(text)
        times.append(time.perf_counter() - begin)
    return len(text) / statistics.median(times)


def loading() -> float:
    """Seconds that the first conversion of all takes in a new process, imports and dictionaries."""
    program = (
        "import time; begin = time.perf_counter(); "
        "from desktop_app.script.convert import convert; convert('国', 's2twp'); "
        "print(time.perf_counter() - begin)"
    )
    return statistics.median(float(_output("-c", program)) for _ in range(7))


def switching() -> tuple[float, float]:
    """Milliseconds from choice to painted page in a long document: first time, later times."""
    runs = [_output("-m", "tests.tools.bench.script_switch").split() for _ in range(5)]
    first, later = zip(*runs, strict=True)
    return statistics.median(map(float, first)), statistics.median(map(float, later))


def _output(*arguments: str) -> str:
    environment = dict(os.environ) | {"QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, *arguments],
        env=environment,
        cwd=_ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=600,
    ).stdout
