"""Waiting for a state instead of the clock: events handled, timers run out, budgets held."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

PATIENCE = 120_000
"""Milliseconds after which a state that does not come is a failure, on the slowest machine too."""
_ROUNDS = 100_000


def settle() -> None:
    """Handles all events that are due, and those that they bring about. A timer with an interval
    is not waited for."""
    dispatcher = QAbstractEventDispatcher.instance()
    for _ in range(_ROUNDS):
        QCoreApplication.sendPostedEvents()
        if not dispatcher.processEvents(QEventLoop.ProcessEventsFlag.AllEvents):
            return
    raise AssertionError("the events never end")


def running_timers(owner: QObject) -> list[QTimer]:
    """The timers of an object, and of all that it owns, that will still do something."""
    return [timer for timer in owner.findChildren(QTimer) if timer.isActive()]


def let_timers_run_out(owner: QObject) -> None:
    """Does at once what the running timers of an object would do after their time."""
    settle()
    for timer in running_timers(owner):
        if timer.isSingleShot():
            timer.stop()
        timer.timeout.emit()
    settle()


def when(owner: QObject, state: Callable[[], bool], act: Callable[[], object]) -> None:
    """Acts as soon as a state is there, even while a task keeps the window's own thread busy."""

    def look() -> None:
        if state():
            timer.stop()
            act()

    timer = QTimer(owner, interval=1)
    timer.timeout.connect(look)
    timer.start()


class PatientBot(QtBot):
    """Waits for a state as long as a loaded machine needs, whatever a test says."""

    def waitUntil(self, callback: Callable[[], Any], *, timeout: int = PATIENCE) -> None:
        super().waitUntil(callback, timeout=max(timeout, PATIENCE))

    def waitExposed(self, widget: QWidget, *, timeout: int = PATIENCE) -> Any:
        return super().waitExposed(widget, timeout=max(timeout, PATIENCE))


class HeldClock:
    """Stands in for `monotonic` in a module.

    Its time stands still, so that no budget is ever spent; with `step` seconds, that much passes
    whenever a module looks at it, so that a small budget is spent at the first look.
    """

    def __init__(self) -> None:
        self.now = self.step = 0.0

    def __call__(self) -> float:
        self.now += self.step
        return self.now
