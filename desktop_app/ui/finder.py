"""Where the words that a person looks for stand in the rows of the tree, in any script; no Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from desktop_app.resolution.model import words
from desktop_app.ui.nodes import Node, Paragraph


class Texts(Protocol):
    """What is looked through: the rows, and the texts of each as they are shown."""

    @property
    def local_terms(self) -> bool: ...

    def nodes(self) -> Sequence[Node]: ...

    def texts(self, node: Node, side: int) -> tuple[Paragraph, ...]: ...


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


class Finder:
    """Looks through the rows of one model. Keeps the texts in the form in which they are searched,
    so that the next key that is typed needs only the search."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._published: list[tuple[_Place, str]] | None = None

    def find(self, query: str) -> list[Hit]:
        """All hits in reading order: in the published texts, whatever script the query and they
        are in, and where words are shown as others, in these too. Nothing for an empty query.
        Raises ScriptError."""
        from desktop_app.script.folding import fold, pattern

        sought = pattern(fold(query))
        if sought is None:
            return []
        if self._published is None:
            self._published = [
                (place, fold(words(paragraph.runs)))
                for place, paragraph in self._paragraphs(shown=False)
            ]
        found = {
            Hit(*place, *match.span())
            for place, text in self._published
            for match in sought.finditer(text)
        }
        if self._texts.local_terms:
            for place, paragraph in self._paragraphs(shown=True):
                for match in sought.finditer(fold(words(paragraph.runs))):
                    found.add(Hit(*place, *paragraph.positions.published_range(*match.span())))
        return sorted(found)

    def _paragraphs(self, shown: bool) -> Iterator[tuple[_Place, Paragraph]]:
        for node in self._texts.nodes():
            for side, published in enumerate(node.texts):
                paragraphs = self._texts.texts(node, side) if shown else published
                for place, paragraph in enumerate(paragraphs):
                    yield (node.number, side, place), paragraph
