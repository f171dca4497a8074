"""Runs the fuzz for some minutes, or one find again."""

import argparse
import importlib.util
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from tests.support.paths import ROOT
from tests.tools.fuzz.finds import Finds, fault, kind, read
from tests.tools.fuzz.formats import MAKERS
from tests.tools.fuzz.inputs import made
from tests.tools.fuzz.targets import TARGETS

_OTHER_FORMATS = 0.2
"""The share of inputs in formats that are no text."""
_ALWAYS = ("read", "show")
"""What is tried with every input; of the others one in turn."""


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.tools.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10, help="default: 10")
    parser.add_argument("--seed", type=int, help="default: another at each run")
    parser.add_argument("--only", choices=TARGETS, help="the one target that is tried")
    parser.add_argument("--finds", type=Path, default=ROOT / "dist" / "fuzz", help="where they go")
    parser.add_argument("--replay", type=Path, metavar="FIND", help="the folder of a find")
    return parser.parse_args()


def _replay(place: Path) -> int:
    target, given = read(place)
    error = fault(target, given)
    if error is None:
        print(f"{target}: nothing is wrong any more.")
        return 0
    print(f"{target}: {kind(error)}")
    raise error


def _mutate(options: argparse.Namespace, finds: Finds, end: float) -> int:
    """Tries damaged documents until the time is over, and returns how many."""
    others = [name for name in TARGETS if name not in _ALWAYS]
    seed = options.seed if options.seed is not None else int.from_bytes(os.urandom(4))
    print(f"seed {seed}", flush=True)
    chance, count = Random(seed), 0
    while time.monotonic() < end:
        given = made(chance)
        if chance.random() < _OTHER_FORMATS:
            given = given._replace(file=chance.choice([*MAKERS.values()])(chance))
        other = others[count % len(others)]
        for target in (options.only,) if options.only else (*_ALWAYS, other):
            finds.try_input(target, given)
        count += 1
    return count


class _Guided:
    """The fuzz that is led by coverage, beside this one, where atheris is installed."""

    def __init__(self, minutes: float, finds: Path, log: Path) -> None:
        self._log = log
        self._process: subprocess.Popen[bytes] | None = None
        if importlib.util.find_spec("atheris"):
            command = [sys.executable, "-m", "tests.tools.fuzz.guided", str(minutes), str(finds)]
            with log.open("wb") as written:
                self._process = subprocess.Popen(command, cwd=ROOT, stderr=written)

    def end(self) -> str:
        """Waits for its end, and says how much it did."""
        if self._process is None:
            return "none led by coverage, as atheris is not installed"
        self._process.wait()
        log = self._log.read_text(encoding="utf-8", errors="replace")
        units = re.search(r"number_of_executed_units:\s*(\d+)", log)
        return f"{units[1] if units else 'no'} led by coverage"


def main() -> int:
    """The exit status is 0 if nothing was found."""
    options = _options()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:  # nothing of the person's own is read or written
        for kept in ("CACHE", "CONFIG", "DATA", "STATE"):
            os.environ[f"XDG_{kept}_HOME"] = home
        if options.replay:
            return _replay(options.replay)
        begin, before = time.monotonic(), {*options.finds.glob("*/FIND.txt")}
        guided = _Guided(options.minutes, options.finds, Path(home, "guided.log"))
        count = _mutate(options, Finds(options.finds), begin + 60 * options.minutes)
        led = guided.end()
        new = {*options.finds.glob("*/FIND.txt")} - before
        taken = (time.monotonic() - begin) / 60
        print(f"{count} inputs in {taken:.1f} minutes and {led}: {len(new)} finds")
        return int(bool(new))


if __name__ == "__main__":
    sys.exit(main())
