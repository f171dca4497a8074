"""Spans of cells, shared by hits, findings, selected words and links; no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from desktop_app.ui.page.nodes import Node, Paragraph


class CellSpan(NamedTuple):
    """Words of one paragraph: the node's number, the side, the paragraph's index in the cell, and
    start and end in the published text. Spans sort in reading order."""

    node: int
    side: int
    paragraph: int
    start: int
    end: int


class Texts(Protocol):
    """The rows of a document and their texts as shown."""

    @property
    def configuration(self) -> str: ...

    @property
    def local_terms(self) -> bool: ...

    def nodes(self) -> Sequence[Node]: ...

    def texts(self, node: Node, side: int) -> tuple[Paragraph, ...]: ...
