"""A span of a cell: what hits, findings, selected words and links have in common; no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from desktop_app.ui.page.nodes import Node, Paragraph


class CellSpan(NamedTuple):
    """Words of one paragraph: the number of the node, the side, the paragraph's place in the cell,
    and the positions in the published text. Spans sort in reading order."""

    node: int
    side: int
    paragraph: int
    start: int
    end: int


class Texts(Protocol):
    """The rows of a document, and the texts of each as they are shown."""

    @property
    def configuration(self) -> str: ...

    @property
    def local_terms(self) -> bool: ...

    def nodes(self) -> Sequence[Node]: ...

    def texts(self, node: Node, side: int) -> tuple[Paragraph, ...]: ...
