"""Programs killed while they save, again and again: what is on the disk then.

Run as a process of its own, which has no threads and can make copies of itself:
`python -m tests.support.killing KIND KILLS FOLDER` prints how many of the kills left the state that
was saved last, how many the one that was being saved, and how many a journal that was hot.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import NamedTuple

from desktop_app.alignment.align import align
from desktop_app.alignment.corrections.operations import merge
from desktop_app.library.corrections import CorrectionStore
from desktop_app.ui.settings.kept_places import KeptPlace, KeptPlaces
from desktop_app.ui.settings.preferences import DEFAULT
from desktop_app.ui.settings.session import Session
from desktop_app.ui.settings.settings import Settings
from tests.support.paths import ROOT
from tests.support.texts import EN, ZH, read

_LONGEST = 0.02
"""Seconds from the first saving to the kill at the most, beside those that a saving takes."""


Save = Callable[[int], object]


class Store(NamedTuple):
    """What saves a state, which is a number, in a folder as one window does it; what finds it
    again, -1 for none; and how many states there are."""

    window: Callable[[Path], Save]
    find: Callable[[Path], int]
    states: int = sys.maxsize


def _corrections() -> Store:
    bitext = align(read(ZH), read(EN))
    states = [merge(bitext, place) for place in range(16)]

    def window(folder: Path) -> Save:
        store = CorrectionStore(folder / "corrections.sqlite")
        store.find(bitext)
        return lambda state: store.save(bitext, states[state])

    def find(folder: Path) -> int:
        rows = CorrectionStore(folder / "corrections.sqlite").find(bitext)
        return -1 if rows is None else states.index(rows)

    return Store(window, find, len(states))


def _places() -> Store:
    pair = ("/a.md", "/b.md")

    def window(folder: Path) -> Save:
        places = KeptPlaces(folder / "places.json")
        for number in range(100):
            places.keep((f"/{number}", ""), KeptPlace("0:op1"))

        def save(state: int) -> None:
            places.keep(pair, KeptPlace(f"0:op{state}"))
            places.write()

        return save

    def find(folder: Path) -> int:
        place = KeptPlaces(folder / "places.json").find(pair)
        return -1 if place is None else int(place.top[4:])

    return Store(window, find)


def _settings() -> Store:
    def window(folder: Path) -> Save:
        session = Session(Settings(folder / "settings.ini"))

        def save(state: int) -> None:
            session.opened((f"/{state}", ""))
            session.change(contents=state + 1)
            session.write()

        return save

    def find(folder: Path) -> int:
        found = Settings(folder / "settings.ini").read()
        if found == DEFAULT:
            return -1
        assert found.recent[0] == (f"/{found.contents - 1}", ""), found
        return found.contents - 1

    return Store(window, find)


KINDS: dict[str, Callable[[], Store]] = {
    "corrections": _corrections,
    "places": _places,
    "settings": _settings,
}


def _until_killed(store: Store, folder: Path, first: int, out: int) -> None:
    """Saves one state after the other, and says of each that it is saved."""
    save = store.window(folder)
    state = first
    while True:
        save(state % store.states)
        os.write(out, b".")
        state += 1


def _killed(store: Store, folder: Path, first: int, seconds: float) -> int:
    """How many states a process saved until it was killed."""
    reads, writes = os.pipe()
    child = os.fork()
    if not child:
        try:
            _until_killed(store, folder, first, writes)
        finally:
            os._exit(1)
    os.close(writes)
    os.read(reads, 1)  # of the first one, which takes longer than all others
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "the process that saves has failed"
    saved = 1
    while more := os.read(reads, 4096):
        saved += len(more)
    os.close(reads)
    return saved


def kill(kind: str, kills: int, folder: Path) -> Counter[str]:
    """Kills so many processes while they save, and looks each time at what is there."""
    store = KINDS[kind]()
    store.window(folder)(0)  # here, so that no copy of this process has to load what saving needs
    random = Random(kills)
    seen: Counter[str] = Counter()
    state = 1
    for _ in range(kills):
        count = _killed(store, folder, state, random.uniform(0, _LONGEST))
        last = state + count - 1
        seen["hot"] += any(file.name.endswith("-journal") for file in folder.iterdir())
        found = store.find(folder)
        known = {last % store.states: "last", (last + 1) % store.states: "being saved"}
        seen[known.get(found, "other")] += 1
        state = last + 2
    return seen


def killed(kind: str, kills: int, folder: Path) -> Counter[str]:
    """The same in a process of its own."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.support.killing", kind, str(kills), str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 0, ran.stderr
    return Counter(json.loads(ran.stdout))


if __name__ == "__main__":
    print(json.dumps(kill(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))))
