"""Finding in the window: from what is typed to the hits that are marked and shown."""

from __future__ import annotations

from bisect import bisect_left
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop_app.ui.find_bar import FindBar
from desktop_app.ui.finder import Finder, Hit
from desktop_app.ui.highlights import Kind

if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow

_SLICE = 0.005
"""Seconds: what is done beside the window's work takes no longer at a time."""


class Finding(QObject):
    """Made by the window when something is to be found for the first time, and owned by it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._finder: Finder | None = None
        self.hits: list[Hit] = []
        self.current = -1
        self._said = ""
        self._folding = QTimer(self, interval=0)
        self._folding.timeout.connect(self._fold_some)
        self.bar = FindBar()
        self.bar.changed.connect(self._look)
        self.bar.stepped.connect(self.step)
        self.bar.closed.connect(self._close)
        window.document_shown.connect(self._start_again)
        window.script_shown.connect(self._follow_script)
        window.rows_changed.connect(self._follow_rows)

    def open(self) -> None:
        """Opens the bar, with the hits of what was looked for before."""
        self.bar.open_bar()
        self._look()

    def step(self, by: int) -> None:
        """Shows the next hit, or the one before; after the last comes the first, which is said."""
        if self.bar.isHidden() or not self.hits:
            return
        after = self.current + by
        self.current = after % len(self.hits)
        self._show(wrapped=after != self.current)

    def _look(self) -> None:
        self._folding.stop()
        model = self._window.view.bitext_model()
        if model is None:
            return
        if self._finder is None:
            self._finder = Finder(model)
        self.hits = self._finder.find(self.bar.query())
        self._say_complaint()
        self.current = self._first_in_view()
        self._show()

    def _first_in_view(self) -> int:
        """The place of the first hit from the clause in view on, the first where there is none."""
        top = self._window.view.top_node()
        return next((n for n, hit in enumerate(self.hits) if hit.node >= top), 0)

    def _say_complaint(self) -> None:
        """Says once why not every script is searched."""
        if self._finder is not None and self._finder.complaint != self._said:
            self._said = self._finder.complaint
            self._window.say(self._said)

    def _show(self, wrapped: bool = False) -> None:
        current = self.hits[self.current] if self.hits else None
        self._window.view.highlight(Kind.FOUND, self.hits, [current] if current else [])
        if current:
            self._window.view.show_hit(current)
        self.bar.say(self._summary(wrapped))

    def _summary(self, wrapped: bool) -> str:
        if not self.bar.words.text().strip():
            return ""
        if not self.hits:
            return self.tr("No hit")
        count = self.tr("%1 of %2")
        said = count.replace("%1", str(self.current + 1)).replace("%2", str(len(self.hits)))
        return self.tr("%1, from the other end").replace("%1", said) if wrapped else said

    def _start_again(self) -> None:
        """Another document is shown."""
        self._finder = None
        self._said = ""
        self._folding.stop()
        if not self.bar.isHidden():
            self._look()

    def _follow_script(self) -> None:
        """The same document in another script: hits are the same words, unless words are shown
        as others, which are looked through once the page is painted."""
        self._folding.stop()
        if self.bar.isHidden() or self._finder is None:
            return
        published = self._finder.find_published(self.bar.query())
        if published is not self.hits:
            self._take(published)
        if self._finder.local_terms:
            self._folding.start()

    def _fold_some(self) -> None:
        """Makes more of the shown texts ready; shows what is found in them when all are."""
        until = monotonic() + _SLICE
        if self._finder is None:
            self._folding.stop()
            return
        while self._finder.fold_more(self.bar.query().case):
            if monotonic() > until:
                return
        self._folding.stop()
        hits = self._finder.find(self.bar.query())
        if hits != self.hits:
            self._take(hits)

    def _take(self, hits: list[Hit]) -> None:
        """Other hits of the same words; nothing is scrolled, and the current hit stays, or it is
        the next one that there is."""
        before = self.hits[self.current] if self.hits else None
        self.hits = hits
        if before is None:
            self.current = self._first_in_view()
        else:
            self.current = max(min(bisect_left(hits, before), len(hits) - 1), 0)
        self._window.view.highlight(Kind.FOUND, hits, hits[self.current : self.current + 1])
        self.bar.say(self._summary(wrapped=False))

    def _follow_rows(self) -> None:
        """The same words in other rows; the page stays where it is."""
        self._folding.stop()
        self._finder = None
        model = self._window.view.bitext_model()
        if model is not None and not self.bar.isHidden():
            self._finder = Finder(model)
            self.hits = self._finder.find(self.bar.query())
            self.current = min(self.current, len(self.hits) - 1)
            current = self.hits[self.current : self.current + 1] if self.hits else []
            self._window.view.highlight(Kind.FOUND, self.hits, current)

    def _close(self) -> None:
        self._folding.stop()
        self._window.view.highlight(Kind.FOUND, [])
        self._window.view.setFocus()
