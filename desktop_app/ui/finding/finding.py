"""Finds words in the window: runs the search, highlights the hits and steps through them."""

from __future__ import annotations

from bisect import bisect_left
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop_app.ui.finding.find_bar import FindBar
from desktop_app.ui.finding.finder import Finder, Search
from desktop_app.ui.language.phrases import translated
from desktop_app.ui.page.cells.highlights import HighlightKind
from desktop_app.ui.page.cells.spans import CellSpan
from desktop_app.ui.widgets.actions import Menu

if TYPE_CHECKING:
    from desktop_app.common.messages import Message
    from desktop_app.ui.widgets.actions import Actions
    from desktop_app.ui.workspace import Workspace

_SLICE = 0.008
"""Seconds that a piece of the search may take in idle time."""
_AT_ONCE = 0.01
"""Seconds of search before the first hits are shown."""


class Finding(QObject):
    """Finds words, with a bar below the page."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.window)
        self._workspace = workspace
        self._document = document = workspace.document
        self._view = view = workspace.view
        self._finder = Finder(document.model)
        self.hits: list[CellSpan] = []
        self.current = -1
        self._row_at_hit = 0
        """The number of the current row when a hit was last shown."""
        self._complaint: Message | None = None
        self._search: Search | None = None
        self._looking = QTimer(self, interval=0)
        self._looking.timeout.connect(self._look_on)
        self._renewing = False
        self.bar = FindBar()
        self.bar.changed.connect(self._look)
        self.bar.stepped.connect(self.step)
        self.bar.closed.connect(self._close)
        workspace.frame.below.addWidget(self.bar)
        document.shown.connect(self._start_again)
        document.script_changed.connect(self._follow_page)
        document.rows_changed.connect(self._follow_rows)
        document.leaving.connect(self._leave)
        workspace.closing.connect(self._leave)
        view.layout_changed.connect(self._follow_page)
        self._add_actions(workspace.actions)

    def _add_actions(self, actions: Actions) -> None:
        add = partial(actions.add, menu=Menu.EDIT)
        add("find", self.tr("&Find…"), "Ctrl+F", self.open, number=30)
        after, before = partial(self.find_next, 1), partial(self.find_next, -1)
        add("find next", self.tr("Find &next"), "F3 Ctrl+G", after, number=31)
        add(
            "find previous",
            self.tr("Find &previous"),
            "Shift+F3 Ctrl+Shift+G",
            before,
            number=32,
        )

    def open(self) -> None:
        """Opens the bar with the last query and its hits."""
        self.bar.open_bar()
        self._look()
        self._finder.paragraphs()  # so that the first key need not wait

    def find_next(self, by: int) -> None:
        """Shows the next hit, or with -1 the previous one; opens the bar if it is closed."""
        if self.bar.isHidden():
            self.open()
        else:
            self.step(by)

    def step(self, by: int) -> None:
        """Shows the next hit (1) or the previous one (-1); wraps around, which the bar shows."""
        if self.bar.isHidden() or not self.hits:
            return
        after = self.current + by
        self.current = after % len(self.hits)
        self._show(wrapped=after != self.current)

    def _look(self) -> None:
        # Starts at the clause in view and shows the first hits at once; the rest follows.
        search = self._start_search(self._view.top_node())
        until = monotonic() + _AT_ONCE
        search.more(lambda hits: monotonic() > until)
        while not (search.complete or search.hits) and monotonic() < until + _AT_ONCE:
            search.more(bool)
        self._show_complaint()
        self.hits = search.hits
        self.current = self._first_in_view()
        self._show()

    def _start_search(self, start: int, renewing: bool = False) -> Search:
        """Starts a search in idle time; with `renewing`, the last hits stay highlighted until it
        is complete."""
        self._search = self._finder.search(self.bar.query(), start, self._sides())
        self._renewing = renewing
        self._looking.start()
        return self._search

    def _look_on(self) -> None:
        """Searches the next piece."""
        search = self._search
        if search is None:
            self._looking.stop()
            return
        until = monotonic() + _SLICE
        new = search.more(lambda hits: monotonic() > until)
        if search.complete:
            self._looking.stop()
        if self._renewing:
            if search.complete and search.hits != self.hits:
                self._replace_hits(search.hits)
        elif new or search.complete:
            self._add(search, new)

    def _add(self, search: Search, new: list[CellSpan]) -> None:
        """Highlights further hits; the current hit stays."""
        current = self.hits[self.current] if self.hits else None
        self.hits = search.hits
        if current is None:
            self.current = self._first_in_view()
            self._show()
            return
        self.current = bisect_left(self.hits, current)
        self._view.highlight_more(HighlightKind.HIT, new)
        self.bar.set_summary(self._summary(wrapped=False))

    def _first_in_view(self) -> int:
        """The index of the first hit from the clause in view on, 0 if there is none."""
        index = bisect_left(self.hits, (self._view.top_node(),))
        return index if index < len(self.hits) else 0

    def _show_complaint(self) -> None:
        """Shows once why not every script is searched."""
        if self._finder.complaint != self._complaint:
            self._complaint = self._finder.complaint
            self._workspace.show_notice(translated(self._complaint) if self._complaint else "")

    def _show(self, wrapped: bool = False) -> None:
        current = self.hits[self.current] if self.hits else None
        self._view.highlight(HighlightKind.HIT, self.hits, [current] if current else [])
        if current:
            self._row_at_hit = self._row()
            self._view.go_to_span(current, is_step=True)
        self.bar.set_summary(self._summary(wrapped))

    def _summary(self, wrapped: bool) -> str:
        if not self.bar.words.text().strip():
            return ""
        looking = self._search is not None and not self._search.complete
        if not self.hits:
            return self.tr("Looking…") if looking else self.tr("No hit")
        count = self.tr("%1 of %2")
        position = count.replace("%1", str(self.current + 1)).replace(
            "%2", f"{len(self.hits)}{'…' * looking}"
        )
        return self.tr("%1, from the other end").replace("%1", position) if wrapped else position

    def _start_again(self) -> None:
        """Searches another document."""
        self._finder = Finder(self._document.model)
        self._complaint = None
        self._search = None
        self._looking.stop()
        if not self.bar.isHidden():
            self._look()

    def _follow_page(self) -> None:
        """Searches again after a change of script, which can replace words, or of layout, which
        can hide or show a text; in idle time, after the page is painted."""
        if self.bar.isHidden():
            return
        self._start_search(self._view.top_node(), renewing=True)

    def _replace_hits(self, hits: list[CellSpan]) -> None:
        """Replaces the hits without scrolling; the current hit stays, or the next one becomes
        current."""
        before = self.hits[self.current] if self.hits else None
        self.hits = hits
        if before is None:
            self.current = self._first_in_view()
        else:
            self.current = max(min(bisect_left(hits, before), len(hits) - 1), 0)
        self._view.highlight(HighlightKind.HIT, hits, hits[self.current : self.current + 1])
        self.bar.set_summary(self._summary(wrapped=False))

    def _follow_rows(self) -> None:
        """Finds the same words in corrected rows without scrolling."""
        self._search = None
        self._looking.stop()
        self._finder = Finder(self._document.model)
        if not self.bar.isHidden():
            self.hits = self._finder.find(self.bar.query(), self._sides())
            self.current = min(self.current, len(self.hits) - 1)
            current = self.hits[self.current : self.current + 1] if self.hits else []
            self._view.highlight(HighlightKind.HIT, self.hits, current)

    def _sides(self) -> tuple[int, ...]:
        """The sides shown: hidden texts are not searched."""
        return tuple(column - 1 for column in self._view.cells.shown_columns())

    def _leave(self) -> None:
        """Makes the current hit's row current before the document or the window goes."""
        if not self.bar.isHidden():
            self.arrive()

    def arrive(self) -> None:
        """Makes the row of the current hit the current row, so that keys go on from there, unless
        another row became current since."""
        if self.hits and self._row() == self._row_at_hit:
            model = self._view.bitext_model()
            node = model.nodes()[self.hits[self.current].node]
            self._view.make_current_in_place(model.index_of(node))
            self._row_at_hit = self._row()

    def _row(self) -> int:
        """The number of the current row."""
        return self._view.current_node.number

    def _close(self) -> None:
        self.arrive()
        self._search = None
        self._looking.stop()
        self._view.highlight(HighlightKind.HIT, [])
        self._view.setFocus()
