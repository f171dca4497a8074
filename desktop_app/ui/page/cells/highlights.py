"""Words that are marked in the texts: of which kind, where, and which of them are the current ones;
no Qt."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from desktop_app.ui.page.cells.spans import CellSpan
    from desktop_app.ui.page.nodes import Node

    Marked = tuple[CellSpan, "HighlightKind", bool]
    """Marked words, why they are, and whether they are current ones."""


class HighlightKind(StrEnum):
    """Why words are marked: the name of their colour in resources/themes.json."""

    HIT = "hit"
    FINDING = "finding"
    SELECTION = "selection"


class SelectedWords(Protocol):
    """Words that a person has selected on one side."""

    @property
    def side(self) -> int: ...

    def within(self, node: Node) -> list[CellSpan]:
        """The selected words of a row."""
        ...


class Highlights:
    """All marked words of one document. Positions are those in the published texts, so that they
    stay right in every script."""

    def __init__(self) -> None:
        self._kinds: dict[
            HighlightKind, tuple[dict[tuple[int, int], list[CellSpan]], Collection[CellSpan]]
        ] = {}
        self.selection: SelectedWords | None = None
        """The selected words: not put as hits, of which there would be thousands at every move."""

    @property
    def is_empty(self) -> bool:
        """Whether no word was marked yet."""
        return not self._kinds and self.selection is None

    def put(
        self, kind: HighlightKind, hits: Iterable[CellSpan], current: Collection[CellSpan] = ()
    ) -> None:
        """Marks words in the place of those of the same kind."""
        cells: dict[tuple[int, int], list[CellSpan]] = {}
        for hit in hits:
            cells.setdefault((hit.node, hit.side), []).append(hit)
        self._kinds[kind] = cells, current

    def add(self, kind: HighlightKind, hits: Iterable[CellSpan]) -> None:
        """Marks further words of a kind."""
        cells, _ = self._kinds.setdefault(kind, ({}, ()))
        for hit in hits:
            cells.setdefault((hit.node, hit.side), []).append(hit)

    def of(self, kind: HighlightKind) -> list[CellSpan]:
        """The marked words of one kind."""
        cells, _ = self._kinds.get(kind, ({}, ()))
        return [hit for hits in cells.values() for hit in hits]

    def within(self, node: int, side: int) -> list[Marked]:
        """The marked words of a cell, and whether they are current ones."""
        return [
            (hit, kind, hit in current)
            for kind, (cells, current) in self._kinds.items()
            for hit in cells.get((node, side), ())
        ]

    def on(self, node: Node, side: int) -> list[Marked]:
        """All that is marked in a cell, in the order in which it is painted: over other marked
        words the selected ones, over them the current ones."""
        marked = self.within(node.number, side)
        if self.selection is not None and self.selection.side == side:
            marked += [(hit, HighlightKind.SELECTION, False) for hit in self.selection.within(node)]
        return sorted(marked, key=lambda mark: mark[2])
