"""Work of an export that may take long: one piece at a time, told and cancelled in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from desktop_app.ui.widgets.theme import SPACE

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from desktop_app.export.excerpt.options import Progress
    from desktop_app.ui.widgets.background import Background
    from desktop_app.ui.widgets.foreground import Foreground

_LONG = 300
"""Milliseconds: what takes no longer is not told."""


class ExportWork(QWidget):
    """The line that tells it, hidden while there is nothing to tell; `owner` is a window that
    outlives it, for what ends later.

    Signals: `told` with True when work turns out to take long, with False when that has ended;
    `cancelled` when the person did not want it any more.
    """

    told = Signal(bool)
    cancelled = Signal()

    def __init__(self, owner: QObject) -> None:
        super().__init__()
        self._owner = owner
        self._work: Background | Foreground | None = None
        self._doing = ""
        self._said = QLabel()
        self._bar = QProgressBar()
        self._bar.setRange(0, 100)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._bar.setMaximumHeight(2 * SPACE)
        self.stop = QPushButton(self.tr("Cancel"))
        self.stop.setAutoDefault(False)
        self.stop.clicked.connect(self.cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3 * SPACE)
        layout.addWidget(self._said)
        layout.addWidget(self._bar, 1)
        layout.addWidget(self.stop)
        self._is_long = QTimer(self, singleShot=True, interval=_LONG)
        self._is_long.timeout.connect(self._tell)
        self.hide()

    @property
    def is_busy(self) -> bool:
        """Whether something is being done."""
        return self._work is not None

    @property
    def text(self) -> str:
        """What is told, "" while it is hidden."""
        return "" if self.isHidden() else self._said.text()

    def begin(
        self,
        doing: str,
        task: Callable[[Progress], object],
        done: Callable[[object], None],
        failed: Callable[[Exception], None],
        here: bool = False,
    ) -> None:
        """Does a task: `here` in the window's thread, else beside it. `doing` is what is told of
        it; it may go on with another one in `done`."""
        if here:
            from desktop_app.ui.widgets.foreground import Foreground

            work: Background | Foreground = Foreground(self._owner, task)
        else:
            from desktop_app.ui.widgets.background import Background

            work = Background(self._owner, task)
        if self._doing != doing:
            self._doing = doing
            self._said.setText(doing)
            self._bar.setValue(0)
            self._is_long.start()
        self._work = work
        work.advanced.connect(self._advance)
        work.done.connect(lambda result: self._end(lambda: done(result)))
        work.failed.connect(lambda error: self._end(lambda: failed(error)))
        work.start()

    def cancel(self) -> None:
        """Ends the task; nothing comes of it."""
        if self._work is not None:
            self._work.cancel()
            self._end(self.cancelled.emit)

    def _advance(self, share: float) -> None:
        self._said.setText(f"{self._doing} {share:.0%}")
        self._bar.setValue(round(share * 100))

    def _tell(self) -> None:
        self.show()
        self.told.emit(True)

    def _end(self, then: Callable[[], None]) -> None:
        self._work = None
        then()
        if self._work is None:  # else it goes on
            self._doing = ""
            self._is_long.stop()
            if not self.isHidden():
                self.hide()
                self.told.emit(False)
