"""A second start hands its files to the window that is open, and opens its own where none is."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.ui.window import instance as room
from desktop_app.ui.window.instance import Instance
from tests.support.paths import ROOT

_HOLD = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop_app.ui.window.instance import Instance
application = QCoreApplication([])
held = Instance(Path(sys.argv[1]))
print(held.claim(), flush=True)
time.sleep(600)
"""


@contextmanager
def _held(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the claim, and answers nobody."""
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, folder],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == "True"
        yield holder
        holder.kill()


def test_files_go_to_the_window_that_is_open(tmp_path: Path, qtbot: QtBot) -> None:
    first, second = Instance(tmp_path), Instance(tmp_path)
    assert first.claim()
    assert not second.claim()
    asked: list[tuple[str, str]] = []
    first.asked.connect(lambda *files: asked.append(files))
    first.listen()
    answers: list[bool] = []
    files = [tmp_path / "a.md", tmp_path / "b.md"]
    sender = threading.Thread(target=lambda: answers.append(second.hand_over(files)))
    sender.start()
    qtbot.waitUntil(lambda: bool(answers))
    sender.join()
    assert answers == [True]
    assert asked == [(str(files[0]), str(files[1]))]
    assert list((tmp_path / "requests").iterdir()) == []


def test_a_request_that_waits_already_is_taken(tmp_path: Path, qtbot: QtBot) -> None:
    first = Instance(tmp_path)
    assert first.claim()
    (tmp_path / "requests" / "one.json").write_text('["/a.md", ""]')
    (tmp_path / "requests" / "two.json").write_text('["/b.md", 7]')  # what nobody would write
    asked: list[tuple[str, str]] = []
    first.asked.connect(lambda *files: asked.append(files))
    first.listen()
    assert asked == [("/a.md", "")]
    assert list((tmp_path / "requests").iterdir()) == []


def test_a_window_that_does_not_answer_is_not_waited_for_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "_PATIENCE", 0.05)
    with _held(tmp_path):
        second = Instance(tmp_path)
        assert not second.claim()
        assert not second.hand_over([tmp_path / "a.md", None])
        assert list((tmp_path / "requests").iterdir()) == []


def test_the_claim_of_a_killed_program_counts_no_more(tmp_path: Path) -> None:
    with _held(tmp_path):
        assert not Instance(tmp_path).claim()
    assert Instance(tmp_path).claim()


def test_where_no_lock_can_be_made_every_start_has_its_own_window(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    folder = tmp_path / "file" / "data"
    assert Instance(folder).claim()
    assert not Instance(folder).hand_over([None, None])


def test_an_empty_lock_that_a_killed_program_left_is_nobodys(tmp_path: Path) -> None:
    lock = tmp_path / "window.lock"
    lock.touch()
    assert not Instance(tmp_path).claim(), "another start may be writing it just now"
    os.utime(lock, (1e9, 1e9))
    claimed = Instance(tmp_path)
    assert claimed.claim()
    assert not Instance(tmp_path).claim()


def test_what_a_killed_start_asked_for_long_ago_is_not_opened(tmp_path: Path, qtbot: QtBot) -> None:
    first = Instance(tmp_path)
    (tmp_path / "requests").mkdir()
    old, new = (tmp_path / "requests" / f"{name}.json" for name in ("old", "new"))
    for request in (old, new):
        request.write_text(f'["/{request.stem}.md", ""]', encoding="ascii")
    os.utime(old, (1e9, 1e9))
    assert first.claim()
    with qtbot.waitSignal(first.asked) as asked:
        first.listen()
    assert asked.args == ["/new.md", ""]
    assert not old.exists()


def test_a_name_that_is_not_utf_8_is_handed_over_whole(tmp_path: Path, qtbot: QtBot) -> None:
    first = Instance(tmp_path)
    assert first.claim()
    name = os.fsdecode(b"/\xff\xfe.md")
    request = tmp_path / "requests" / "1.json"
    request.write_text(json.dumps([name, ""]), encoding="ascii")
    with qtbot.waitSignal(first.asked) as asked:
        first.listen()
    assert asked.args == [name, ""]
