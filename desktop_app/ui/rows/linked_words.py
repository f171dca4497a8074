"""The links of the rows that the page shows, as spans of its cells; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop_app.alignment.links.learning import Learning
from desktop_app.alignment.links.link import LinkKind, Text
from desktop_app.alignment.links.rows import notes_of, row_links, text_rows
from desktop_app.ui.page.cells.spans import CellSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop_app.alignment.links.learning import TextRow
    from desktop_app.resolution.bitext import Bitext, Span
    from desktop_app.ui.page.nodes import Node


_LONGEST = 20_000
"""Characters of a row: in a longer one the pointer would wait for its links."""


class Linked(NamedTuple):
    """Words of the source and of the target that stand for each other."""

    spans: tuple[CellSpan, CellSpan]


class LinkedWords:
    """The links of the rows of a bitext, found row by row when they are asked for. Those that
    must be learned are among them once all `steps` are done. `before` are those of the same texts
    in other rows: what was learned of them holds."""

    def __init__(self, bitext: Bitext, before: LinkedWords | None = None) -> None:
        self._bitext = bitext
        target = bitext.target or bitext.source
        self._languages = bitext.source.language, target.language
        self.notes = notes_of(bitext.rows)
        """The footnotes of the target that are those of the source, by the ids of these."""
        self._learning: Learning = (
            before._learning if before else Learning(self._languages, self.notes)
        )
        self._rows: dict[int, tuple[Linked, ...]] = {}

    def steps(self) -> Iterator[None]:
        """Learns from all rows, a little at a time."""
        rows: list[TextRow] = []
        for row in text_rows(self._bitext):
            rows.append(row)
            yield
        yield from self._learning.steps(rows)

    def look_again(self) -> None:
        """Finds the links anew from now on, with what was learned meanwhile."""
        self._rows.clear()

    def of(self, node: Node) -> tuple[Linked, ...]:
        """The links between the words of a row of the page, in the order of the source. Footnote
        marks are no words."""
        found = self._rows.get(node.number)
        if found is None:
            row = [*_texts(node, 0)], [*_texts(node, 1)]
            is_short = sum(map(sum, node.lengths[:2])) <= _LONGEST
            learned = self._learning.learned
            links = row_links(row, self._languages, {}, learned) if is_short else []
            found = tuple(
                Linked((_cell_span(node, 0, link.source), _cell_span(node, 1, link.target)))
                for link in links
                if link.kind is not LinkKind.NOTE
            )
            self._rows[node.number] = found
        return found

    def at(self, node: Node, side: int, paragraph: int, position: int) -> Linked | None:
        """The link with the character behind a position, None if there is none."""
        return next(
            (
                linked
                for linked in self.of(node)
                if linked.spans[side].paragraph == paragraph
                and linked.spans[side].start <= position < linked.spans[side].end
            ),
            None,
        )


def beside(order: Sequence[Linked], linked: Linked | None, by: int) -> Linked | None:
    """The next link of a row (1) or the previous one (-1); without one, the first or the last."""
    if not order:
        return None
    if linked not in order:
        return order[0 if by > 0 else -1]
    return order[(order.index(linked) + by) % len(order)]


def _texts(node: Node, side: int) -> Iterator[Text]:
    """The paragraphs of a cell, called by their places in it."""
    for place, paragraph in enumerate(node.texts[side] if side < len(node.texts) else ()):
        yield Text(str(place), paragraph.runs)


def _cell_span(node: Node, side: int, span: Span) -> CellSpan:
    return CellSpan(node.number, side, int(span.id), span.start, span.end)
