"""Runs the measurements of the window, each in its own process."""

import json
import os
import subprocess
import sys

from tests.support.paths import ROOT

LONG, SHORTER, BUNDLED = 10_000, 1_000, 0
"""Rows."""
SWITCHES = ("script", "theme", "view")
"""What is switched on the bundled resolution."""


def figures(what: str, rows: int) -> dict[str, float]:
    """The figures of one kind, `memory`, `reading` or `switching`, of a document with that many
    rows."""
    environment = dict(os.environ) | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.tools.bench.window_figures", what, str(rows)],
        env=environment,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=600,
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found
