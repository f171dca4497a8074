"""Measures the time and the memory of alignment."""

import statistics
import time
import tracemalloc
from random import Random

from desktop_app.alignment.align import align
from desktop_app.resolution.bitext import Bitext
from desktop_app.resolution.model import Clause
from tests.tools.bench.made_up import bitext

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


def _with_gaps(made: Bitext, lost: float) -> Bitext:
    random = Random(1)
    assert made.target is not None
    sides = []
    for side in (made.source, made.target):
        kept: list[Clause] = [clause for clause in side.walk() if random.random() >= lost / 2]
        sides.append(side._replace(parts=(side.parts[0]._replace(clauses=tuple(kept)),)))
    return made._replace(source=sides[0], target=sides[1])
