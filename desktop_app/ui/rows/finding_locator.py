"""Locates findings in the rows of the tree; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.resolution.labels import label
from desktop_app.ui.page.cells.spans import CellSpan
from desktop_app.ui.page.nodes import NodeKind, sided

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.common.messages import Translate
    from desktop_app.resolution.bitext import Finding
    from desktop_app.ui.page.nodes import Node


class FindingLocator:
    """Knows the row, cell and paragraph of each clause, footnote or line of a tree."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self._rows = {id: node.number for node in nodes for id in sided(node)}
        self._paragraphs = {
            (side, paragraph.id): (node.number, side, place)
            for node in nodes
            if node.kind is not NodeKind.SECTION
            for side, text in enumerate(node.texts)
            for place, paragraph in enumerate(text)
        }

    def row(self, finding: Finding) -> int | None:
        """The number of a finding's node, None if it is not shown."""
        ids = [(0, id) for id in finding.source] + [(1, id) for id in finding.target]
        return next((self._rows[id] for id in ids if id in self._rows), None)

    def spans(self, finding: Finding) -> list[CellSpan]:
        """The words that differ, the source's first."""
        words = [(0, span) for span in finding.source_spans]
        words += [(1, span) for span in finding.target_spans]
        return [
            CellSpan(*self._paragraphs[side, span.id], span.start, span.end)
            for side, span in words
            if (side, span.id) in self._paragraphs and span.end > span.start
        ]


def row_name(finding: Finding, translate: Translate = str) -> str:
    """The label of a finding's row in a list: "PP6", "PP6–PP7"."""
    ids = max(finding.source, finding.target, key=len)
    ends = dict.fromkeys((*ids[:1], *ids[-1:]))
    return "–".join(label(id, translate) for id in ends)
