"""Measures the export of a made-up bilingual document.

As a module with a format and a number of rows it prints the seconds, and the peak memory of the
process in MiB.
"""

import os
import resource
import subprocess
import sys
import time

from tests.support.paths import ROOT
from tests.tools.bench.made_up import bitext, with_notes

ROWS = 10_000
LENGTH = 60
NOTES = 3
"""Every third clause has a footnote, as in the bundled resolution."""
SLOW = {"docx", "pdf"}
"""Formats that lay out text or make pages."""


def figures(ending: str) -> tuple[float, float]:
    """Seconds from the rows to the bytes of the file, and the peak memory of the process in MiB."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.tools.bench.export", ending, str(ROWS)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    seconds, peak = done.stdout.split()
    return float(seconds), float(peak)


def main(ending: str, rows: int) -> None:
    from desktop_app.export.excerpt.choosing import clause_rows
    from desktop_app.export.excerpt.excerpt import excerpt
    from desktop_app.export.formats.registry import render

    made = with_notes(bitext(rows, LENGTH), NOTES)
    begin = time.perf_counter()
    data = render(excerpt(made, clause_rows(made)), ending)
    seconds = time.perf_counter() - begin
    assert len(data) > 20 * rows, "nearly nothing was written"
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
