"""Measures the time and the memory of alignment.

As a module with a number of clauses and the share of them that is damaged it prints the seconds
that a text without numbers and symbols takes, and the peak memory of the process in MiB.
"""

import os
import resource
import statistics
import subprocess
import sys
import time
import tracemalloc
from random import Random

from desktop_app.alignment.align import align
from desktop_app.resolution.bitext import Bitext
from desktop_app.resolution.model import Clause, Resolution, Run
from tests.support.paths import ROOT
from tests.tools.bench.made_up import bitext
from tests.tools.bench.mixed import mixed
from tests.tools.rows.paragraphs import Paragraph, Piece, damaged

_LENGTH = 200


def seconds(clauses: int, runs: int, lost: float = 0.0) -> float:
    """Median seconds to align that many clauses with their translation, after a share of them was
    `lost` on either side."""
    made = _with_gaps(bitext(clauses, _LENGTH), lost)
    assert made.target is not None
    times = []
    for _ in range(runs):
        begin = time.perf_counter()
        align(made.source, made.target)
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


def peak(clauses: int, lost: float) -> float:
    """The peak memory of aligning, in MiB."""
    made = _with_gaps(bitext(clauses, _LENGTH), lost)
    assert made.target is not None
    tracemalloc.start()
    align(made.source, made.target)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most / 2**20


def figures(clauses: int, share: float) -> tuple[float, float]:
    """Seconds to align that many clauses without numbers and symbols with their translation, after
    this share of either side was dropped, doubled, split or run together; and the peak memory of
    the process in MiB."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.tools.bench.alignment", str(clauses), str(share)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=1200,
    )
    took, most = done.stdout.split()
    return float(took), float(most)


def damaged_sides(clauses: int, share: float) -> tuple[Resolution, Resolution]:
    """The two versions of such a text."""
    made = mixed(clauses)
    assert made.target is not None
    return _damaged(made.source, share), _damaged(made.target, share)


def _damaged(side: Resolution, share: float) -> Resolution:
    whole = [Paragraph((Piece(frozenset({one.id}), one.text),)) for one in side.walk()]
    clauses = tuple(
        Clause(f"op{place}", "", "", "", (Run(found.words),))
        for place, found in enumerate(damaged(whole, share, Random(side.language)), 1)
    )
    return side._replace(parts=(side.parts[0]._replace(clauses=clauses),))


def _with_gaps(made: Bitext, lost: float) -> Bitext:
    random = Random(1)
    assert made.target is not None
    sides = []
    for side in (made.source, made.target):
        kept: list[Clause] = [clause for clause in side.walk() if random.random() >= lost / 2]
        sides.append(side._replace(parts=(side.parts[0]._replace(clauses=tuple(kept)),)))
    return made._replace(source=sides[0], target=sides[1])


def main(clauses: int, share: float) -> None:
    align(*damaged_sides(100, share))  # the tables are read once
    sides = damaged_sides(clauses, share)
    begin = time.perf_counter()
    align(*sides)
    took = time.perf_counter() - begin
    print(took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]))
