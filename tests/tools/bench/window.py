"""How fast the window is on long documents, measured in processes of their own."""

import json
import os
import subprocess
import sys

from tests.support.paths import ROOT

_ROOT = ROOT
LONG, SHORTER, BUNDLED = 10_000, 1_000, 0
"""Rows."""
SWITCHES = ("script", "theme", "view")
"""What is switched on the bundled resolution, as far as the window has it."""


def figures(what: str, rows: int) -> dict[str, float]:
    """Figures of one kind on a document of so many rows, or on the bundled one."""
    environment = dict(os.environ) | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.tools.bench.window_figures", what, str(rows)],
        env=environment,
        cwd=_ROOT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=600,
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found
