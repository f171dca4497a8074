"""A file that is read beside the window: a sentence says how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from desktop_app.common.progress import PagesRead
from desktop_app.ui.widgets.background import Background

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QObject

    from desktop_app.common.progress import Progress

_LONG = 300
"""Milliseconds: of what takes no longer nothing is said, for a notice that flashes disturbs."""


class Reading(Background):
    """Reads files and aligns their texts; `file` is named until it is known which one is read.

    Signals besides those of `Background`: `said` with a sentence, once it has taken long.
    """

    said = Signal(str)

    def __init__(self, parent: QObject, file: Path, task: Callable[[Progress], object]) -> None:
        super().__init__(parent, task)
        self._file = file
        self._share = 0.0
        self._is_long = QTimer(self, singleShot=True, interval=_LONG)
        self._is_long.timeout.connect(self._say)
        self.advanced.connect(self._advance)

    def start(self) -> None:
        """Starts to read."""
        self._is_long.start()
        super().start()

    def cancel(self) -> None:
        """Ends it; nothing more is said."""
        self._is_long.stop()
        super().cancel()

    def _advance(self, share: float) -> None:
        self._share = share
        if not self._is_long.isActive():
            self._say()

    def _say(self) -> None:
        share = self._share
        if not isinstance(share, PagesRead):
            begun = self.tr("Reading %1…").replace("%1", str(self._file))
            self.said.emit(f"{begun} {share:.0%}" if share else begun)
        elif not share.count:
            self.said.emit(self.tr("Reading %1…").replace("%1", str(share.file)))
        else:
            sentence = self.tr("Reading %1… page %2 of %3")
            numbers = sentence.replace("%2", str(share.done)).replace("%3", str(share.count))
            self.said.emit(numbers.replace("%1", str(share.file)))
