"""Finds the row for a label as a person types it; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.citation.typed import id_of
from desktop_app.common.messages import UserError
from desktop_app.resolution.labels import label, no_such_clause
from desktop_app.ui.page.nodes import NodeKind, sided

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.ui.page.nodes import Node


class UnknownLabelError(UserError):
    """No row has the typed label; the message says which labels exist."""


def row_of_label(typed: str, nodes: Sequence[Node]) -> int:
    """The number of the node for a label such as "op5", "OP5(a)", "pp2", "annex" or "fn3".

    A number alone means an operative paragraph, or else the first row with it. If the two versions
    give a label to different rows, the first version counts. Raises UnknownLabelError.
    """
    known = _known(nodes)
    id = id_of(typed)
    for candidate in (id, f"op{id}"):
        if candidate in known:
            return known[candidate]
    for node in nodes:
        if node.kind is NodeKind.CLAUSE and node.name and node.name.lower() == id:
            return node.number
    several = "annex2" in known
    sections = [node for node in nodes if node.kind is NodeKind.SECTION]
    parts = {node.name for node in sections}
    parts |= {
        node.section
        for node in sections
        if "." in node.section or node.name.startswith("resolution")
    }
    named = [id for id in known if id not in parts or (id == "annex" and not several)]
    order = [id for id in named if several or id != "annex1"]
    raise UnknownLabelError(no_such_clause(label(id), order))


def _known(nodes: Sequence[Node]) -> dict[str, int]:
    """Maps every label, as an id, to the number of its node. Parts go by their names; of several
    annexes, "annex" is the first."""
    known: dict[str, int] = {}
    sections = [node for node in nodes if node.kind is NodeKind.SECTION and node.parent]
    annexes = [node for node in sections if node.name == "annex"]
    for side in (0, 1):
        for node in nodes:
            for id_side, id in sided(node):
                if id_side == side and node.kind is not NodeKind.LINE:
                    known.setdefault(id, node.number)
    for count, node in enumerate(annexes, 1):
        known.setdefault(f"annex{count}", node.number)
    for node in sections:
        known.setdefault(node.section or node.name, node.number)
    for node in sections:
        known.setdefault(node.name, node.number)
    return known
