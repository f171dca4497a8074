"""Ctrl+C in the terminal closes the window, as closing it by mouse does."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_EVERY = 200
"""Milliseconds between two chances for Python to run its handlers, if no pipe can wake Qt."""


def close_on_interrupt(window: QWidget) -> None:
    """From now on SIGINT and SIGTERM close the window. Python runs the handler of a signal only
    between two of its own steps, so Qt has to be woken first."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: window.close())
    if os.name == "nt":
        timer = QTimer(window, interval=_EVERY)
        timer.timeout.connect(lambda: None)
        timer.start()
    else:
        _Woken(window)


class _Woken(QObject):
    """Wakes Qt whenever a signal comes."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._read, write = os.pipe()
        os.set_blocking(self._read, False)
        os.set_blocking(write, False)
        signal.set_wakeup_fd(write, warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._read, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(lambda: os.read(self._read, 64))
