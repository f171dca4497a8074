"""The widths of the columns, and of the page, which stands in the middle of the desk.

The texts are as wide as they can be read well, and share that width by what they need, so that a
paragraph ends beside its counterpart; the labels grow with the text.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from desktop_app.ui.page.cells.geometry import SHORTEST
from desktop_app.ui.widgets.theme import SPACE

if TYPE_CHECKING:
    from desktop_app.ui.page.model import BitextModel
    from desktop_app.ui.page.nodes import Node
    from desktop_app.ui.page.tree import RowTree

_LEAST = 24 * SPACE
"""The least width of the labels in pixels, at 100 per cent."""
_SHARE = 0.26
"""The largest share of the page's width for them: beyond it the room belongs to the texts."""
INDENTATION = 4 * SPACE
_NARROWEST = 0.42
"""The least share of two texts, of three in proportion."""


class Columns:
    """Sets the size of labels and tick boxes, and the widths of the columns and of the page."""

    def __init__(self, tree: RowTree) -> None:
        self._tree = tree
        self._known: BitextModel | None = None
        self._longest: dict[int, Node] = {}
        self._letters: list[int] = []
        self.page = 0, 0
        """The left edge and the width of the page in the view."""

    def fit(self) -> None:
        """Gives page and columns their widths at the current zoom, layout and width of the view."""
        tree, cells = self._tree, self._tree.cells
        if self._known is not cells.model:
            self._known = cells.model
            self._longest = _longest_labels(cells.model)
            self._letters = _letters(cells.model)
        room = tree.paper.width()
        labels = self._fit_labels(room)
        texts = self._texts(room - labels)
        width = labels + sum(texts.values())
        self.page = max(room - width, 0) // 2, width
        header = tree.header()
        header.setOffset(-self.page[0])
        for column, wanted in ({0: labels} | texts).items():
            if header.sectionSize(column) != wanted:
                header.resizeSection(column, wanted)

    def _fit_labels(self, room: int) -> int:
        """Sets the scale of the labels; returns the width of their column."""
        tree, cells = self._tree, self._tree.cells
        cells.scale = 1.0
        least = self._needed()
        cells.scale = scale = max(1.0, min(tree.look.zoom / 100, _SHARE * room / least))
        if tree.indentation() != round(INDENTATION * scale):
            tree.setIndentation(round(INDENTATION * scale))
        return round(least * scale) if scale == 1 else max(self._needed(), round(_LEAST * scale))

    def _needed(self) -> int:
        """The width in pixels for the longest label of each level, at the current scale."""
        cells = self._tree.cells
        indentation = INDENTATION * cells.scale
        needs = [
            ceil(indentation * (level + 1) + cells.label_width(node))
            for level, node in self._longest.items()
        ]
        return max(_LEAST, *needs) if needs else _LEAST

    def _texts(self, room: int) -> dict[int, int]:
        """The widths of the columns of the tree that show texts: lines in proportion to what the
        texts need, none longer than its measure."""
        cells = self._tree.cells
        beside: dict[int, int] = {}
        measures: dict[int, int] = {}
        needs: dict[int, float] = {}
        for column in cells.shown_columns():
            host = cells.layout.host(column)
            measure = cells.typesetter.measure(column - 1)
            letters = cells.typesetter.extent(column - 1) * max(self._letters[column - 1], 1)
            beside[host] = max(beside.get(host, 0), cells.beside(column))
            measures[host] = max(measures.get(host, 0), measure)
            needs[host] = needs.get(host, 0) + letters
        shares = _shares(needs)
        lines = room - sum(beside.values())
        if any(lines * share < SHORTEST for share in shares.values()):
            shares = dict.fromkeys(shares, 1 / len(shares))
        lines = min(lines, *(round(measures[host] / share) for host, share in shares.items()))
        widths = {host: max(int(lines * share), SHORTEST) for host, share in shares.items()}
        for host in [*widths][-1:]:
            widths[host] += max(lines - sum(widths.values()), 0)
        return {host: beside[host] + width for host, width in widths.items()}


def _shares(needs: dict[int, float]) -> dict[int, float]:
    """The share of each column in the lines, none much narrower than the others."""
    if len(needs) < 2:
        return dict.fromkeys(needs, 1.0)
    least = 2 * _NARROWEST / len(needs)
    total = sum(needs.values())
    wide = {host: need for host, need in needs.items() if need / total >= least}
    left = 1 - least * (len(needs) - len(wide))
    return {
        host: left * wide[host] / sum(wide.values()) if host in wide else least for host in needs
    }


def _letters(model: BitextModel) -> list[int]:
    """The count of letters of each version."""
    counts = [0] * (model.columns - 1)
    for node in model.nodes():
        for side, lengths in enumerate(node.lengths):
            counts[side] += sum(lengths)
    return counts


def _longest_labels(model: BitextModel) -> dict[int, Node]:
    """The node with the longest label, for each level of the tree."""
    longest: dict[int, Node] = {}
    levels = {0: -1}
    for node in model.nodes()[1:]:
        assert node.parent is not None, "only the root has none"
        level = levels[node.number] = levels[node.parent.number] + 1
        before = longest.get(level)
        if before is None or len(node.name) > len(before.name):
            longest[level] = node
    return longest
