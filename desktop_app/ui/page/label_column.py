"""The width of the label column, which grows with the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.ui.widgets.theme import SPACE

if TYPE_CHECKING:
    from desktop_app.ui.page.model import BitextModel
    from desktop_app.ui.page.nodes import Node
    from desktop_app.ui.page.tree import RowTree

_LEAST = 37 * SPACE
"""The least width of the column in pixels, at 100 per cent."""
_SHARE = 0.26
"""The largest share of the window's width: beyond it the room belongs to the texts."""
INDENTATION = 5 * SPACE


class LabelColumn:
    """Sets the size of labels and tick boxes, and the width of their column."""

    def __init__(self, tree: RowTree) -> None:
        self._tree = tree
        self._longest: tuple[BitextModel, dict[int, Node]] | None = None

    def fit(self) -> None:
        """Gives the column the width that its labels need at the current zoom."""
        tree, cells = self._tree, self._tree.cells
        cells.scale = 1.0
        least = self._needed()
        room = _SHARE * tree.width() / least
        cells.scale = scale = max(1.0, min(tree.look.zoom / 100, room))
        width = round(least * scale) if scale == 1 else max(self._needed(), round(_LEAST * scale))
        if tree.indentation() != round(INDENTATION * scale):
            tree.setIndentation(round(INDENTATION * scale))
        if tree.header().sectionSize(0) != width:
            tree.header().resizeSection(0, width)

    def _needed(self) -> int:
        """The width in pixels for the longest label of each level, at the current scale."""
        cells = self._tree.cells
        if self._longest is None or self._longest[0] is not cells.model:
            self._longest = cells.model, _longest_labels(cells.model)
        indentation = INDENTATION * cells.scale
        needs = [
            indentation * (level + 1) + cells.label_width(node)
            for level, node in self._longest[1].items()
        ]
        return max(_LEAST, *map(round, needs)) if needs else _LEAST


def _longest_labels(model: BitextModel) -> dict[int, Node]:
    """The node with the longest label, for each level of the tree."""
    longest: dict[int, Node] = {}
    levels = {0: -1}
    for node in model.nodes()[1:]:
        assert node.parent is not None, "only the root has none"
        level = levels[node.number] = levels[node.parent.number] + 1
        before = longest.get(level)
        if before is None or len(model.label(node)) > len(model.label(before)):
            longest[level] = node
    return longest
