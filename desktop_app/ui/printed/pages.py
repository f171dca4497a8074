"""What is said about the pages that a clause stands on, and which clause stands where; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.ui.language.phrases import phrase
from desktop_app.ui.page.nodes import NodeKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop_app.resolution.model import Place, Places
    from desktop_app.ui.page.nodes import Node


def named(pages: Sequence[int]) -> str:
    """ "page 3", "pages 3 and 4", "pages 3 to 5"; "" for none."""
    if not pages:
        return ""
    if len(pages) == 1:
        return phrase("page %1").replace("%1", str(pages[0]))
    words = phrase("pages %1 and %2") if len(pages) == 2 else phrase("pages %1 to %2")
    return words.replace("%1", str(min(pages))).replace("%2", str(max(pages)))


def places_of(node: Node, side: int, places: Places) -> list[Place]:
    """Where the text of a row stands in the file of one side; of a section its heading, or else
    the first row below it that has a place."""
    for ids in _ids(node, side):
        found = [place for id in ids for place in places.of(id)]
        if found:
            return found
    return []


def _ids(node: Node, side: int) -> Iterator[list[str]]:
    if node.kind is NodeKind.SECTION and node.section:
        yield [node.section]
    for row in node.walk():
        yield [paragraph.id for text in row.texts[side : side + 1] for paragraph in text]
        if node.kind is not NodeKind.SECTION:
            return


def at(x: float, y: float, page: int, places: Places) -> str:
    """The id of what stands at a point of a page, in points; "" for nothing."""
    found = [
        ((box[2] - box[0]) * (box[3] - box[1]), place.id)
        for place in places.known
        if place.page == page and (box := place.box)
        if box[0] <= x <= box[2] and box[1] <= y <= box[3]
    ]
    return min(found)[1] if found else ""
