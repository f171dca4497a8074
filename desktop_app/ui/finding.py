"""Finding in the window: from what is typed to the hits that are marked and shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.ui.find_bar import FindBar
from desktop_app.ui.finder import Finder, Hit
from desktop_app.ui.highlights import Kind

if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow


class Finding(QObject):
    """Made by the window when something is to be found for the first time, and owned by it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._finder: Finder | None = None
        self.hits: list[Hit] = []
        self.current = -1
        self.bar = FindBar()
        self.bar.typed.connect(self._look)
        self.bar.stepped.connect(self.step)
        self.bar.closed.connect(self._close)
        window.document_shown.connect(self._start_again)
        window.script_shown.connect(self._follow_script)
        window.rows_changed.connect(self._follow_rows)

    def open(self) -> None:
        """Opens the bar, with the hits of what was looked for before."""
        self.bar.open_bar()
        self._look(self.bar.words.text())

    def step(self, by: int) -> None:
        """Shows the next hit, or the one before; after the last comes the first, which is said."""
        if self.bar.isHidden() or not self.hits:
            return
        after = self.current + by
        self.current = after % len(self.hits)
        self._show(wrapped=after != self.current)

    def _look(self, words: str) -> None:
        from desktop_app.script.convert import ScriptError

        model = self._window.view.bitext_model()
        if model is None:
            return
        if self._finder is None:
            self._finder = Finder(model)
        try:
            self.hits = self._finder.find(words)
        except ScriptError as error:
            self.hits = []
            self._window.say(str(error))
        top = self._window.view.top_node()
        # From the clause in view on, and from the beginning where there is none.
        self.current = next((n for n, hit in enumerate(self.hits) if hit.node >= top), 0)
        self._show()

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
        if not self.bar.isHidden():
            self._look(self.bar.words.text())

    def _follow_script(self) -> None:
        """The same document in another script: hits are the same words, unless words are shown
        as others."""
        if not self.bar.isHidden():
            before = self.hits[self.current] if self.hits else None
            model = self._window.view.bitext_model()
            if self._finder is not None and model is not None:
                self.hits = self._finder.find(self.bar.words.text())
            self.current = self.hits.index(before) if before in self.hits else 0
            self._window.view.highlight(
                Kind.FOUND, self.hits, [before] if before in self.hits else []
            )
            self.bar.say(self._summary(wrapped=False))

    def _follow_rows(self) -> None:
        """The same words in other rows; the page stays where it is."""
        self._finder = None
        model = self._window.view.bitext_model()
        if model is not None and not self.bar.isHidden():
            self._finder = Finder(model)
            self.hits = self._finder.find(self.bar.words.text())
            self.current = min(self.current, len(self.hits) - 1)
            current = self.hits[self.current : self.current + 1] if self.hits else []
            self._window.view.highlight(Kind.FOUND, self.hits, current)

    def _close(self) -> None:
        self._window.view.highlight(Kind.FOUND, [])
        self._window.view.setFocus()
