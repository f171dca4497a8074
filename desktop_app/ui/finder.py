"""Where the words that a person looks for stand in the rows of the tree, in any script; no Qt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from desktop_app.resolution.model import words
from desktop_app.resolution.positions import PositionMap
from desktop_app.ui.nodes import Node, Paragraph


class Texts(Protocol):
    """What is looked through: the rows, and the texts of each as they are shown."""

    @property
    def configuration(self) -> str: ...

    @property
    def local_terms(self) -> bool: ...

    def nodes(self) -> Sequence[Node]: ...

    def texts(self, node: Node, side: int) -> tuple[Paragraph, ...]: ...


class Query(NamedTuple):
    """What is looked for: whether capitals count, and whether only whole words do."""

    words: str
    case: bool = False
    whole: bool = False


class Hit(NamedTuple):
    """One place: the number of the node, the side, the paragraph's place in the cell, and the
    positions of the words in the published text."""

    node: int
    side: int
    paragraph: int
    start: int
    end: int


_Place = tuple[int, int, int]
"""The number of a node, a side, and a paragraph's place in that cell."""


class _Shown:
    """The texts that one configuration shows with other words, as far as they were folded."""

    def __init__(self, untold: Iterator[tuple[_Place, str, PositionMap]]) -> None:
        self.texts: list[tuple[_Place, str, PositionMap]] = []
        self._untold = untold

    def fold_more(self) -> bool:
        """Folds one more; False if there is none."""
        found = next(self._untold, None)
        if found is not None:
            self.texts.append(found)
        return found is not None


class Finder:
    """Looks through the rows of one model. Keeps the texts in the form in which they are searched,
    so that the next key that is typed needs only the search.

    Without the dictionaries Chinese is found in the script that it is typed in, and `complaint`
    says why.
    """

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._published: dict[bool, list[tuple[_Place, str]]] = {}
        self._shown: dict[tuple[str, bool], _Shown] = {}
        self._last: tuple[Query, list[Hit]] = (Query(""), [])
        self.complaint = ""

    @property
    def local_terms(self) -> bool:
        """Whether words are shown as others, in which they are looked for too."""
        return self._texts.local_terms

    def find(self, query: Query) -> list[Hit]:
        """All hits in reading order: in the published texts, whatever script the query and they
        are in, and where words are shown as others, in these too. Nothing for an empty query."""
        if not self.local_terms:
            return self.find_published(query)
        while self.fold_more(query.case):
            pass
        sought = self._sought(query)
        if sought is None:
            return []
        found = set(self.find_published(query))
        for place, text, positions in self._shown[self._texts.configuration, query.case].texts:
            for match in sought.finditer(text):
                found.add(Hit(*place, *positions.published_range(*match.span())))
        return sorted(found)

    def find_published(self, query: Query) -> list[Hit]:
        """The hits in the published texts, which no change of script moves: for the same query the
        same list."""
        if self._last[0] != query:
            self._last = query, self._find_published(query)
        return self._last[1]

    def _find_published(self, query: Query) -> list[Hit]:
        sought = self._sought(query)
        if sought is None:
            return []
        if query.case not in self._published:
            self._published[query.case] = [
                ((node.number, side, place), self._fold(words(paragraph.runs), query.case))
                for node in self._texts.nodes()
                for side, paragraphs in enumerate(node.texts)
                for place, paragraph in enumerate(paragraphs)
            ]
        return [
            Hit(*place, *match.span())
            for place, text in self._published[query.case]
            for match in sought.finditer(text)
        ]

    def fold_more(self, case: bool = False) -> bool:
        """Folds one more of the texts that are shown with other words, so that looking for a word
        does not have to; False if there is none."""
        if not self.local_terms:
            return False
        key = self._texts.configuration, case
        if key not in self._shown:
            self._shown[key] = _Shown(self._other_texts(case))
        return self._shown[key].fold_more()

    def _other_texts(self, case: bool) -> Iterator[tuple[_Place, str, PositionMap]]:
        for node in self._texts.nodes():
            for side, published in enumerate(node.texts):
                shown = self._texts.texts(node, side)
                if shown is published:
                    continue
                for place, paragraph in enumerate(shown):
                    text = self._fold(words(paragraph.runs), case)
                    yield (node.number, side, place), text, paragraph.positions

    def _sought(self, query: Query) -> re.Pattern[str] | None:
        from desktop_app.script.folding import pattern

        return pattern(self._fold(query.words, query.case), query.whole)

    def _fold(self, text: str, case: bool) -> str:
        from desktop_app.script.dictionaries import ScriptError
        from desktop_app.script.folding import fold, fold_signs

        if self.complaint:
            return fold_signs(text, case)
        try:
            return fold(text, case)
        except ScriptError as error:
            self.complaint = str(error)
            return fold_signs(text, case)
