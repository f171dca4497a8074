"""Where a person is, and what is ticked, carried over to corrected rows of a document, or to
another pair of its versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.ui.page.nodes import Node, NodeKind, Place, sided

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop_app.resolution.bitext import Bitext, Row
    from desktop_app.ui.page.model import BitextModel


def followed(before: Sequence[Node], after: Sequence[Node]) -> dict[int, list[int]]:
    """Follows nodes through a correction of rows: maps each node's number to the numbers of the
    nodes that hold its clauses now, first the one with its first clause. A section whose rows are
    all in others now leads to the row of its first clause."""
    sections = {node.section: node.number for node in after if node.kind is NodeKind.SECTION}
    holders = {id: node.number for node in after for id in sided(node)}
    out: dict[int, list[int]] = {}
    for node in before:
        if node.kind is not NodeKind.SECTION:
            out[node.number] = list(dict.fromkeys(holders[id] for id in sided(node)))
        elif node.section in sections:
            out[node.number] = [sections[node.section]]
        else:
            out[node.number] = [holders[id] for row in node.walk() for id in sided(row)[:1]][:1]
    return out


Leads = dict[int, list[int]]
"""To which nodes of another tree the nodes of one lead, by their numbers."""


def shared_sides(before: Bitext, now: Bitext) -> dict[int, int]:
    """The sides of a bitext of which the text is a side of another as well, and which."""
    sides = [side for side in (now.source, now.target) if side is not None]
    return {
        number: place
        for number, side in enumerate((before.source, before.target))
        for place, other in enumerate(sides)
        if side is other
    }


def leads(before: Sequence[Node], now: Sequence[Node], sides: Mapping[int, int]) -> Leads:
    """Follows nodes through a change of the versions that are shown: by the clauses of the texts
    that both trees have, sections by themselves. A node without such a clause leads nowhere."""
    holders = {id: node.number for node in now for id in sided(node)}
    sections = {node.section: node.number for node in now if node.kind is NodeKind.SECTION}
    out: Leads = {}
    for node in before:
        if node.kind is NodeKind.SECTION:
            found = [sections[node.section]] if node.section in sections else []
        else:
            ids = [(sides[side], id) for side, id in sided(node) if side in sides]
            found = list(dict.fromkeys(holders[id] for id in ids if id in holders))
        if found:
            out[node.number] = found
    return out


def carried_over(
    before: Sequence[Node], place: Place, now: Sequence[Node], sides: Mapping[int, int]
) -> Place:
    """A place in one tree, carried over to another; what leads nowhere, to what stands before
    it."""
    led = leads(before, now, sides)

    def nearest(number: int) -> int:
        return next((led[near][0] for near in range(number, -1, -1) if near in led), 0)

    return Place(
        top=nearest(place.top),
        share=place.share,
        current=nearest(place.current),
        folded=frozenset(led[number][0] for number in place.folded if number in led),
    )


def ticks(before: BitextModel, now: BitextModel) -> set[int]:
    """The rows of clauses to tick in one model for those that are ticked in another."""
    led = leads(before.nodes(), now.nodes(), shared_sides(before.bitext, now.bitext))
    found = {number for old in before.ticked_numbers for number in led.get(old, ())}
    return {number for number in found if number in now.nodes()[number].clauses}


def unkept_rows(before: Bitext, published: Bitext, now: Bitext) -> tuple[Row, ...] | None:
    """The corrected rows of a pair that was swapped, if the swapped one is shown with its automatic
    rows: those corrections could not be kept. None if there are none."""
    is_swapped = before.source is now.target and before.target is now.source
    is_corrected = any(row.by_hand for row in before.rows)
    if is_swapped and is_corrected and now.rows == published.rows:
        return tuple(row.turned() for row in before.rows)
    return None
