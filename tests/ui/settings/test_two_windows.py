"""Two windows that write the same settings and the same places: nothing of either is lost."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.common.typography import Typography
from desktop_app.ui.page.building import tree
from desktop_app.ui.page.nodes import Node, Place
from desktop_app.ui.settings import kept_places, session
from desktop_app.ui.settings.kept_places import KeptPlace, KeptPlaces, Pair
from desktop_app.ui.settings.session import Session
from desktop_app.ui.settings.settings import Settings
from tests.support.paths import ROOT
from tests.support.texts import bundled_pair

A, B, C = ("/a.md", "/b.md"), ("/c.md", ""), ("/d.md", "")


class _Clock:
    """A clock that a test sets, and that goes on by a second whenever it is looked at."""

    def __init__(self) -> None:
        self.now = 1000.0

    def time(self) -> float:
        self.now += 1
        return self.now


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> _Clock:
    made = _Clock()
    monkeypatch.setattr(session, "time", made)
    monkeypatch.setattr(kept_places, "time", made)
    return made


def _window(folder: Path) -> Session:
    return Session(Settings(folder / "settings.ini"), KeptPlaces(folder / "data" / "places.json"))


def _recent(window: Session) -> list[Pair]:
    return [*window.preferences.recent]


@pytest.fixture(scope="module")
def nodes() -> list[Node]:
    return list(tree(bundled_pair()).walk())


def _at(node: int) -> Place:
    return Place(node, 0.0, 0, frozenset())


def test_documents_that_two_windows_opened_are_listed_by_time(tmp_path: Path) -> None:
    one, other = _window(tmp_path), _window(tmp_path)
    for window, pair in ((one, A), (other, B), (one, C)):
        window.opened(pair)
    one.write()
    assert _recent(one) == [C, A]
    other.write()
    assert _recent(other) == [C, B, A]
    assert _recent(_window(tmp_path)) == [C, B, A]
    one.opened(A)
    one.write()
    assert _recent(one) == [A, C, B]


def test_ten_documents_are_listed_of_all_that_two_windows_opened(tmp_path: Path) -> None:
    one, other = _window(tmp_path), _window(tmp_path)
    for number in range(8):
        one.opened((f"/one{number}", ""))
        other.opened((f"/other{number}", ""))
    other.write()
    one.write()
    names = [file for file, _ in _window(tmp_path).preferences.recent]
    assert names == [f"/{name}{n}" for n in (7, 6, 5, 4, 3) for name in ("other", "one")]


def test_a_document_that_one_window_took_off_the_list_does_not_come_back(tmp_path: Path) -> None:
    first = _window(tmp_path)
    first.opened(A)
    first.opened(B)
    first.write()
    one, other = _window(tmp_path), _window(tmp_path)
    one.forget(A)
    one.write()
    other.opened(C)
    other.write()
    assert _window(tmp_path).preferences.recent == (C, B)


def test_what_earlier_versions_listed_without_times_comes_after_all_else(tmp_path: Path) -> None:
    (tmp_path / "settings.ini").write_text(
        '[General]\nrecent="[[\\"/c.md\\", \\"\\"], [\\"/d.md\\", \\"\\"]]"\n'
    )
    window = _window(tmp_path)
    assert window.preferences.recent == (B, C)
    window.opened(A)
    window.write()
    assert _window(tmp_path).preferences.recent == (A, B, C)


def test_what_one_window_set_stays_when_the_other_is_closed(tmp_path: Path) -> None:
    one, other = _window(tmp_path), _window(tmp_path)
    one.change(theme="sepia", typography=Typography((("Latn", "Noto"),)), last=A, geometry="aa")
    one.write()
    other.change(zoom=150, typography=Typography((("Hans", "Song"),)), last=B, geometry="bb")
    other.write()
    now = _window(tmp_path).preferences
    assert (now.theme, now.zoom) == ("sepia", 150)
    assert dict(now.typography.families) == {"Latn": "Noto", "Hans": "Song"}
    assert (now.last, now.geometry) == (B, "bb")
    one.change(theme="")
    one.write()  # it is closed last, on the document and in the place that it had before
    now = _window(tmp_path).preferences
    assert (now.theme, now.last, now.geometry) == ("", A, "aa")


def test_of_two_places_in_a_document_the_newer_one_is_kept(
    tmp_path: Path, nodes: list[Node]
) -> None:
    one, other = _window(tmp_path), _window(tmp_path)
    one.keep_place(A, nodes, _at(4), "")
    other.keep_place(A, nodes, _at(9), "")
    other.keep_place(B, nodes, _at(5), "")
    other.write()
    one.keep_place(C, nodes, _at(6), "s2t")
    one.write()
    again = _window(tmp_path)
    starts = [again.start_at(pair, nodes) for pair in (A, B, C)]
    assert [start.top for start in starts if start] == [9, 5, 6]
    for window in (one, other):
        start = window.start_at(A, nodes)
        assert start is not None
        assert start.top == 9  # without a new start


def test_a_window_in_which_nobody_reads_on_keeps_no_place(
    tmp_path: Path, nodes: list[Node]
) -> None:
    idle, other = _window(tmp_path), _window(tmp_path)
    idle.keep_place(A, nodes, _at(4), "")
    idle.write()
    other.start_at(A, nodes)
    other.keep_place(A, nodes, _at(9), "")
    other.write()
    idle.keep_place(A, nodes, _at(4)._replace(share=0.01), "")  # what is done every minute
    idle.write()
    start = _window(tmp_path).start_at(A, nodes)
    assert start is not None
    assert start.top == 9
    idle.keep_place(A, nodes, _at(3), "")
    idle.write()
    start = _window(tmp_path).start_at(A, nodes)
    assert start is not None
    assert start.top == 3


def test_what_a_person_knows_of_a_document_they_know_in_both_windows(
    tmp_path: Path, nodes: list[Node]
) -> None:
    one, other = _window(tmp_path), _window(tmp_path)
    one.keep_warned(A)
    other.keep_place(A, nodes, _at(9), "")
    for window in (one, other):
        window.write()
    assert _window(tmp_path).was_warned(A)


def test_a_clock_that_was_wrong_once_does_not_hold_a_place(tmp_path: Path, clock: _Clock) -> None:
    file = tmp_path / "places.json"
    clock.now = 9e9
    places = KeptPlaces(file)
    places.keep(A, KeptPlace("0:op1"))
    places.write()
    clock.now = 1000.0
    places = KeptPlaces(file)
    places.keep(A, KeptPlace("0:op2"))
    places.write()
    assert KeptPlaces(file).find(A) == KeptPlace("0:op2")


_PROCESS = """
import sys
from pathlib import Path
from desktop_app.ui.settings.kept_places import KeptPlace, KeptPlaces
from desktop_app.ui.settings.session import Session
from desktop_app.ui.settings.settings import Settings

folder, name = Path(sys.argv[1]), sys.argv[2]
places = KeptPlaces(folder / "places.json")
window = Session(Settings(folder / "settings.ini"), places)
print("ready", flush=True)
sys.stdin.readline()
for number in range(40):
    pair = (f"/{name}{number}", "")
    places.keep(pair, KeptPlace(f"0:{name}{number}"))
    window.opened(pair)
    window.write()
"""


def test_two_processes_that_write_at_the_same_time_lose_nothing(tmp_path: Path) -> None:
    names = "one", "other"
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", _PROCESS, str(tmp_path), name],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for name in names
    ]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in processes:
        process.communicate()
        assert process.returncode == 0
    places = KeptPlaces(tmp_path / "places.json")
    kept: list[Pair] = [(f"/{name}{number}", "") for name in names for number in range(40)]
    assert [places.find(pair) for pair in kept] == [KeptPlace(f"0:{file[1:]}") for file, _ in kept]
    recent = _window(tmp_path).preferences.recent
    assert len(recent) == 10
    for name in names:
        own = [file for file, _ in recent if file.startswith(f"/{name}")]
        assert own == [f"/{name}{39 - count}" for count in range(len(own))]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["places.json", "settings.ini"]
