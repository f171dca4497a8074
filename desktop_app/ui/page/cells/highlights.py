"""The highlighted words of a document: hits, findings, counterparts and selected words; no Qt."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from desktop_app.ui.page.cells.spans import CellSpan
    from desktop_app.ui.page.nodes import Node

    Highlight = tuple[CellSpan, "HighlightKind", bool]
    """Highlighted words, their kind, and whether they are current."""


class HighlightKind(StrEnum):
    """Why words are highlighted. `value` names their colour in resources/themes.json."""

    HIT = "hit"
    FINDING = "finding"
    LINK = "link"
    """Words and their counterpart on the other side."""
    SELECTION = "selection"


class SelectedWords(Protocol):
    """The selected words, all on one side."""

    @property
    def side(self) -> int: ...

    def within(self, node: Node) -> list[CellSpan]:
        """The selected words of a row."""
        ...


class Highlights:
    """All highlights of one document. Positions are those in the published texts, so that they
    hold in every script."""

    def __init__(self) -> None:
        self._kinds: dict[
            HighlightKind, tuple[dict[tuple[int, int], list[CellSpan]], Collection[CellSpan]]
        ] = {}
        self.selection: SelectedWords | None = None
        """The selected words. Not stored as spans: every move could make thousands of them."""

    @property
    def is_empty(self) -> bool:
        """Whether no words were highlighted yet."""
        return not self._kinds and self.selection is None

    def put(
        self, kind: HighlightKind, hits: Iterable[CellSpan], current: Collection[CellSpan] = ()
    ) -> None:
        """Replaces the highlights of one kind."""
        cells: dict[tuple[int, int], list[CellSpan]] = {}
        for hit in hits:
            cells.setdefault((hit.node, hit.side), []).append(hit)
        self._kinds[kind] = cells, current

    def add(self, kind: HighlightKind, hits: Iterable[CellSpan]) -> None:
        """Adds highlights of one kind."""
        cells, _ = self._kinds.setdefault(kind, ({}, ()))
        for hit in hits:
            cells.setdefault((hit.node, hit.side), []).append(hit)

    def of(self, kind: HighlightKind) -> list[CellSpan]:
        """The highlighted words of one kind."""
        cells, _ = self._kinds.get(kind, ({}, ()))
        return [hit for hits in cells.values() for hit in hits]

    def within(self, node: int, side: int) -> list[Highlight]:
        """The highlights of a cell, without the selection."""
        return [
            (hit, kind, hit in current)
            for kind, (cells, current) in self._kinds.items()
            for hit in cells.get((node, side), ())
        ]

    def on(self, node: Node, side: int) -> list[Highlight]:
        """All highlights of a cell in painting order: selected words over others, current ones on
        top."""
        highlights = self.within(node.number, side)
        if self.selection is not None and self.selection.side == side:
            highlights += [
                (hit, HighlightKind.SELECTION, False) for hit in self.selection.within(node)
            ]
        return sorted(highlights, key=lambda highlight: highlight[2])
