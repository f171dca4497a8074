"""The links in the texts: footnote marks and citations, which open cards; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop_app.citation.references import citations
from desktop_app.resolution.model import Style, words
from desktop_app.ui.page.cells.spans import CellSpan
from desktop_app.ui.page.nodes import NodeKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop_app.resolution.model import Resolution
    from desktop_app.ui.page.nodes import Node, Paragraph


class Link(NamedTuple):
    """A footnote mark, with an empty span and the footnote's id in `note`, or a citation, with the
    document's `symbol`. `mark` counts the paragraph's marks before it. `is_label`: the label of
    the row instead."""

    span: CellSpan
    note: str = ""
    symbol: str = ""
    mark: int = 0
    is_label: bool = False


class Links:
    """The links of one document, searched cell by cell on demand."""

    def __init__(self, nodes: Sequence[Node], sides: Sequence[Resolution]) -> None:
        self._nodes = nodes
        self._languages = [side.language for side in sides]
        self._organs = [side.masthead.organ for side in sides]
        self._symbols = [side.masthead.symbol for side in sides]
        self._cells: dict[tuple[int, int], tuple[Link, ...]] = {}

    def cell(self, number: int, side: int) -> tuple[Link, ...]:
        """The links in one text of a row, in text order."""
        key = (number, side)
        links = self._cells.get(key)
        if links is None:
            texts = self._nodes[number].texts
            paragraphs = texts[side] if side < len(texts) else ()
            links = tuple(
                link
                for index, paragraph in enumerate(paragraphs)
                for link in self._of(paragraph, number, side, index)
            )
            self._cells[key] = links
        return links

    def row(self, number: int) -> list[Link]:
        """The links of a row, those of the first text first."""
        return [link for side in range(len(self._languages)) for link in self.cell(number, side)]

    def _of(self, paragraph: Paragraph, number: int, side: int, index: int) -> list[Link]:
        links = list(_marks(paragraph, number, side, index))
        text = words(paragraph.runs)
        is_clause = self._nodes[number].kind in (NodeKind.CLAUSE, NodeKind.NOTE)
        for symbol, start, end in citations(text, self._languages[side], self._organs[side]):
            if symbol == self._symbols[side] and not is_clause:
                continue  # the resolution's own symbol in its masthead
            links.append(Link(CellSpan(number, side, index, start, end), symbol=symbol))
        return sorted(links, key=lambda link: link.span)


def _marks(paragraph: Paragraph, number: int, side: int, index: int) -> Iterator[Link]:
    position = count = 0
    for run in paragraph.runs:
        if run.style is not Style.MARK:
            position += len(run.text)
            continue
        if run.note:
            yield Link(CellSpan(number, side, index, position, position), note=run.note, mark=count)
        count += 1
