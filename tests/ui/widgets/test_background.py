"""A task beside the window: what becomes of it when the window goes."""

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from desktop_app.ui.widgets.background import Background
from tests.support.waiting import settle


def test_a_task_whose_window_is_gone_ends_silently(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    complaints: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", complaints.append)
    goes_on, ended = threading.Event(), threading.Event()
    told: list[object] = []

    def task(progress: Callable[[float], None]) -> object:
        try:
            assert goes_on.wait(60)
            progress(0.5)
            return "the end"
        finally:
            ended.set()

    before = threading.active_count()
    owner = QObject()
    background = Background(owner, task)
    for signal in (background.done, background.failed, background.advanced):
        signal.connect(told.append)
    background.start()
    del background, signal
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    goes_on.set()
    assert ended.wait(60)
    qtbot.waitUntil(lambda: threading.active_count() == before)
    settle()
    assert complaints == []
    assert told == []
