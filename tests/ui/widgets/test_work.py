"""The line of a dialog that shows how far its task is."""

import threading

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop_app.ui.widgets.work import Work
from tests.support.waiting import PATIENCE


def test_a_task_that_ends_after_its_dialog_is_forgotten(qtbot: QtBot) -> None:
    owner = QObject()
    told: list[object] = []
    may_end, work = threading.Event(), Work(owner)
    work.begin("Doing…", lambda progress: may_end.wait(60), told.append, told.append)
    task = owner.children()[0]
    delete(work)
    with qtbot.waitSignal(task.destroyed, timeout=PATIENCE):
        may_end.set()
    assert told == []


def test_what_a_task_gives_is_handed_on(qtbot: QtBot) -> None:
    owner = QObject()
    told: list[object] = []
    work = Work(owner)
    qtbot.addWidget(work)
    work.begin("Doing…", lambda progress: "done", told.append, told.append)
    qtbot.waitUntil(lambda: told == ["done"], timeout=PATIENCE)
    assert not work.is_busy
    # Before the owner goes: Qt would take the task away afterwards.
    qtbot.waitUntil(lambda: not owner.children(), timeout=PATIENCE)
