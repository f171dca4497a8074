"""Search for words in the rows of the tree, in any script; no Qt."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Collection
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from desktop_app.resolution.model import words
from desktop_app.resolution.positions import PositionMap
from desktop_app.script import folding
from desktop_app.script.dictionaries import ScriptError
from desktop_app.ui.page.cells.spans import CellSpan, Texts

if TYPE_CHECKING:
    from desktop_app.common.messages import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """The words to find; `case` if capitals count, `whole` for whole words only."""

    words: str
    case: bool = False
    whole: bool = False


_ParagraphKey = tuple[int, int, int]
"""The number of a node, a side, and a paragraph's index in that cell."""


class Search:
    """A search for one query, to be done piece by piece: from the node `start` to the last, then
    from the first to that node; only in the texts of `sides`."""

    def __init__(
        self, finder: Finder, query: Query, start: int, sides: Collection[int] = (0, 1)
    ) -> None:
        self._finder = finder
        self._sides = sides
        self._case = query.case
        self._pattern = finder.pattern(query)
        paragraphs = finder.paragraphs() if self._pattern else []
        first = bisect_left(paragraphs, (start, 0, 0))
        self._waiting = chain(range(first, len(paragraphs)), range(first))
        self._first = first
        self._before: list[CellSpan] = []
        self._after: list[CellSpan] = []
        self.complete = self._pattern is None

    @property
    def hits(self) -> list[CellSpan]:
        """The hits so far, in reading order."""
        return self._before + self._after

    def more(self, until: Callable[[list[CellSpan]], bool] = lambda hits: False) -> list[CellSpan]:
        """Continues to the end, or until `until` accepts the hits of this call; returns them."""
        new: list[CellSpan] = []
        if self._pattern is None:
            return new
        for number in self._waiting:
            if self._finder.paragraphs()[number][1] not in self._sides:
                continue
            hits = self._finder.hits_in(number, self._pattern, self._case)
            (self._before if number < self._first else self._after).extend(hits)
            new += hits
            if until(new):
                return new
        self.complete = True
        return new


class Finder:
    """Searches the rows of one model. Caches the folded texts, so that the next key typed needs
    only the search itself.

    Without the dictionaries it finds Chinese only in the script typed, and `complaint` says why.
    """

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._paragraphs: list[_ParagraphKey] | None = None
        self._published: dict[tuple[int, bool], str] = {}
        self._shown: dict[tuple[str, bool], dict[int, tuple[str, PositionMap] | None]] = {}
        self.complaint: Message | None = None

    @property
    def local_terms(self) -> bool:
        """Whether the script shown replaces words; then those are searched too."""
        return self._texts.local_terms

    def find(self, query: Query, sides: Collection[int] = (0, 1)) -> list[CellSpan]:
        """All hits in reading order, whatever script the query and the texts are in; also in
        words that the script shown replaces. None for an empty query."""
        search = self.search(query, sides=sides)
        search.more()
        return search.hits

    def search(self, query: Query, start: int = 0, sides: Collection[int] = (0, 1)) -> Search:
        """A search to be done piece by piece, from a node's number on, in some sides only."""
        return Search(self, query, start, sides)

    def pattern(self, query: Query) -> re.Pattern[str] | None:
        """The pattern for a query in folded texts, None for an empty one."""
        return folding.pattern(self._fold(query.words, query.case), query.whole)

    def paragraphs(self) -> list[_ParagraphKey]:
        """All paragraphs to search, in reading order."""
        if self._paragraphs is None:
            self._paragraphs = [
                (node.number, side, place)
                for node in self._texts.nodes()
                for side, paragraphs in enumerate(node.texts)
                for place in range(len(paragraphs))
            ]
        return self._paragraphs

    def hits_in(self, number: int, pattern: re.Pattern[str], case: bool) -> list[CellSpan]:
        """The hits in one paragraph; capitals count if `case`."""
        place = self.paragraphs()[number]
        text = self._published.get((number, case))
        if text is None:
            paragraph = self._texts.nodes()[place[0]].texts[place[1]][place[2]]
            text = self._fold(words(paragraph.runs), case)
            self._published[number, case] = text
        hits = [CellSpan(*place, *match.span()) for match in pattern.finditer(text)]
        other = self._other_text(number, place, case) if self.local_terms else None
        if other is None:
            return hits
        text, positions = other
        spans = (positions.published_range(*match.span()) for match in pattern.finditer(text))
        return sorted({*hits, *(CellSpan(*place, *span) for span in spans)})

    def _other_text(
        self, number: int, place: _ParagraphKey, case: bool
    ) -> tuple[str, PositionMap] | None:
        """A paragraph as the script shows it, folded; None if it is shown as published."""
        known = self._shown.setdefault((self._texts.configuration, case), {})
        if number not in known:
            node = self._texts.nodes()[place[0]]
            shown = self._texts.texts(node, place[1])
            paragraph = shown[place[2]]
            same = shown is node.texts[place[1]]
            known[number] = (
                None if same else (self._fold(words(paragraph.runs), case), paragraph.positions)
            )
        return known[number]

    def _fold(self, text: str, case: bool) -> str:
        if self.complaint:
            return folding.fold_signs(text, case)
        try:
            return folding.fold(text, case)
        except ScriptError as error:
            self.complaint = error.message
            return folding.fold_signs(text, case)
