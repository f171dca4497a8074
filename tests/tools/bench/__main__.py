"""Runs every measurement and prints a table: figure, median, bound, whether it is kept. Where real
texts are at hand (see tests/tools/real), how many of them are read right as well.

Bounds in seconds are those of a machine that starts a bare window of PySide6 in 87 ms. Before each
group of figures the bare window is started here too, and its bounds are taken in proportion: what a
machine does in its slow hours is no fault of the program.
"""

import compileall
import os
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial

from desktop_app.export.formats.registry import FORMATS
from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.reading.files import read_resolution
from tests.support.paths import ROOT
from tests.tools.bench import alignment, export, scripts, window
from tests.tools.planted.bench import planted_rows
from tests.tools.real.rows import real_rows
from tests.tools.rows.bench import text_rows

RUNS = 11
_BARE = 0.087
"""Seconds from the start of the bare window to its first frame, where the bounds were set."""


def start(module: str, cache: str = "") -> tuple[float, float]:
    """Seconds from the start of a new process to its first painted frame, and its peak memory in
    MiB; with other cache and state folders than the person's, if one is given."""
    kept = dict.fromkeys(("XDG_CACHE_HOME", "XDG_STATE_HOME"), cache)
    environment = dict(os.environ) | (kept if cache else {})
    # No one's settings: they could open another document, or another window.
    environment |= {"XDG_CONFIG_HOME": os.devnull, "XDG_DATA_HOME": os.devnull}
    if not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    begin = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", module],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=600,
    )
    moment, peak = done.stdout.split()
    return float(moment) - begin, int(peak) / 1024


def side_by_side() -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """Starts the reader and the bare window in turns, after one warm-up of each."""
    modules = ("tests.tools.bench.reader_window", "tests.tools.bench.bare_window")
    for module in modules:
        start(module)
    return [(start(modules[0]), start(modules[1])) for _ in range(RUNS)]


def first_of_all() -> float:
    """The ratio of the very first start, with an empty cache folder. It has no bound."""
    ratios = []
    for _ in range(5):
        with tempfile.TemporaryDirectory() as empty:
            reader = start("tests.tools.bench.reader_window", empty)
        ratios.append(reader[0] / start("tests.tools.bench.bare_window")[0])
    return statistics.median(ratios)


def reading() -> float:
    """Median seconds to read the bundled file."""
    times = []
    for _ in range(30):
        begin = time.perf_counter()
        read_resolution(BUNDLED)
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


def slowness() -> float:
    """How many times as long the bare window takes to start here and now as where the bounds were
    set."""
    return statistics.median(start("tests.tools.bench.bare_window")[0] for _ in range(7)) / _BARE


def row(
    name: str, value: float, bound: float, unit: str, least: bool = False, slow: float = 1.0
) -> bool:
    """Prints a figure and whether it keeps its bound, the most or the `least` that it may be, on a
    machine so many times as `slow`."""
    bound *= slow
    kept = value >= bound if least else value <= bound
    kind = "at least" if least else "at most"
    verdict = "kept" if kept else "MISSED"
    print(f"{name:<58} {value:8.2f} {unit:<4} {kind:<8} {bound:<6.4g} {verdict}")
    return kept


def scripts_rows(slow: float) -> list[bool]:
    """Chinese scripts: our converter, beside the package that it builds on."""
    from opencc import OpenCC

    from desktop_app.script.convert import convert

    text = scripts.text()
    ours = {
        name: scripts.speed(partial(convert, configuration=name), text) / 1e6
        for name in ("s2t", "s2twp")
    }
    theirs = scripts.speed(OpenCC("s2t").convert, text) / 1e6
    first, later = scripts.switching()
    print(f"For comparison, s2t: {ours['s2t']:.2f} million characters a second")
    print(f"For comparison, the first switch of all, with loading: {first:.0f} ms")
    return [
        row("Converting, s2t: reader / package alone", ours["s2t"] / theirs, 4, "x", least=True),
        row("Converting, s2twp / package's s2t", ours["s2twp"] / theirs, 2.5, "x", least=True),
        row("Loading what a conversion needs", scripts.loading() * 1000, 150, "ms", slow=slow),
        row("Another script, 1,000 clauses of 200: click to painted", later, 100, "ms", slow=slow),
    ]


def alignment_rows(slow: float) -> list[bool]:
    """Alignment of long texts, complete and with gaps: time and memory."""
    alignment.seconds(100, 1)  # the tables are read once
    ratio = alignment.peak(4000, 0.05) / alignment.peak(1000, 0.05)
    gaps = alignment.seconds(1000, 5, lost=0.05)
    print(f"For comparison, 1,000 clauses with gaps in 5 % of the rows: {gaps * 1000:.0f} ms")
    return [
        row("Aligning 1,000 clauses", alignment.seconds(1000, 7) * 1000, 300, "ms", slow=slow),
        row(
            "Aligning 10,000 clauses, gaps in 2 % of the rows",
            alignment.seconds(10_000, 1, 0.02),
            5,
            "s",
            slow=slow,
        ),
        row("Memory: 4,000 clauses / 1,000 clauses", ratio, 5, "x"),
        *_damaged_rows(slow),
    ]


def _damaged_rows(slow: float) -> list[bool]:
    """Alignment of long texts without numbers and symbols that were damaged."""
    clean, damaged = (
        1000 * statistics.median(alignment.figures(1000, share)[0] for _ in range(5))
        for share in (0.0, 0.1)
    )
    long, memory = alignment.figures(10_000, 0.1)
    return [
        row("Aligning 1,000 clauses without numbers", clean, 300, "ms", slow=slow),
        row("Aligning 1,000 clauses, 10 % damaged", damaged, 1000, "ms", slow=slow),
        row("Aligning 10,000 clauses, 10 % damaged", long, 15, "s", slow=slow),
        row("Aligning 10,000 clauses, 10 % damaged: peak memory", memory, 300, "MB"),
    ]


def window_rows(slow: float) -> list[bool]:
    """The window on 10,000 rows, on 1,000, and on the bundled resolution."""
    timed = partial(row, unit="ms", slow=slow)
    long = window.figures("reading", window.LONG)
    shorter = window.figures("reading", window.SHORTER)
    bundled = window.figures("switching", window.BUNDLED)
    more, less = (window.figures("memory", rows) for rows in (window.LONG, window.BUNDLED))
    print(f"For comparison, the first key of all, with dictionaries: {long['first key']:.0f} ms")
    print(f"For comparison, pages while the versions are compared: {long['pages at once']:.1f} ms")
    print(f"For comparison, memory after reading to the end: {more['read'] - less['read']:.0f} MB")
    moved = long["moved"] + shorter["moved"]
    return [
        timed("10,000 rows: opened, more than the bundled", long["open"], 400),
        row(
            "10,000 rows: memory, more than the bundled", more["opened"] - less["opened"], 150, "MB"
        ),
        timed("10,000 rows: scrolling by page, 99 of 100 frames", long["pages"], 16.7),
        timed("10,000 rows: scrolling by line, 99 of 100 frames", long["lines"], 16.7),
        timed("10,000 rows: another width", long["width"], 250),
        timed("10,000 rows: another zoom", long["zoom"], 250),
        timed("1,000 rows: another width", shorter["width"], 50),
        timed("1,000 rows: another zoom", shorter["zoom"], 50),
        row("Clauses in view that did not stay", moved, 0, "of"),
        timed("10,000 rows: find, key typed to hits marked", long["key"], 50),
        *(timed(f"Bundled: another {name}", bundled[name], 50) for name in window.SWITCHES),
        timed("Bundled: footnote card, timer to painted", bundled["card"], 16),
    ]


def export_rows(slow: float) -> list[bool]:
    """10,000 rows in each format."""
    kept = []
    for ending, found in FORMATS.items():
        seconds, peak = export.figures(ending)
        name = f"{export.ROWS:,} rows to {found.name}"
        kept.append(row(name, seconds, 30 if ending in export.SLOW else 10, "s", slow=slow))
        kept.append(row(f"{name}: peak memory", peak, 500, "MB"))
    return kept


def main() -> int:
    for folder in ("desktop_app", "tests"):
        compileall.compile_dir(ROOT / folder, quiet=1)  # as in an installed program
    assert BUNDLED_TRANSLATION.is_file()
    pairs = side_by_side()
    times = statistics.median(reader[0] / bare[0] for reader, bare in pairs)
    memory = statistics.median(reader[1] / bare[1] for reader, bare in pairs)
    reader_ms = statistics.median(reader[0] for reader, _ in pairs) * 1000
    bare_ms = statistics.median(bare[0] for _, bare in pairs) * 1000
    print(
        f"{RUNS} cold starts of each in turn, medians: "
        f"reader {reader_ms:.0f} ms, bare {bare_ms:.0f} ms"
    )
    kept = [
        row("First page: reader / bare PySide6 window", times, 1.6, "x"),
        row("Peak memory: reader / bare PySide6 window", memory, 1.7, "x"),
        row("Reading the bundled file", reading() * 1000, 15, "ms", slow=slowness()),
    ]
    for group in (scripts_rows, alignment_rows, window_rows, export_rows):
        slow = slowness()
        print(f"Bounds in seconds here: {slow:.2f} times those of a bare window in 87 ms")
        kept += group(slow)
    kept += real_rows(row)
    kept += text_rows(row)
    kept += planted_rows(row)
    print(f"For comparison, the very first start, with nothing kept: {first_of_all():.2f} x")
    return 0 if all(kept) else 1


sys.exit(main())
