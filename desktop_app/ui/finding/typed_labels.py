"""Which row of the tree a label names, as a person types it to go there; no Qt."""

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
    """What was typed names no row; the sentence says which labels there are."""


def row_of_label(typed: str, nodes: Sequence[Node]) -> int:
    """The number of the node that a label names: "op5", "OP5(a)", "pp2", "annex", "fn3"; a number
    alone is that of an operative paragraph, or else of the first row that bears it. A label that
    both versions give to different rows is that of the first one. Raises UnknownLabelError."""
    known = _known(nodes)
    id = id_of(typed)
    for candidate in (id, f"op{id}"):
        if candidate in known:
            return known[candidate]
    for node in nodes:
        if node.kind is NodeKind.CLAUSE and node.name and node.name.lower() == id:
            return node.number
    several = "annex2" in known
    parts = {node.name for node in nodes if node.kind is NodeKind.SECTION}
    named = [id for id in known if id not in parts or (id == "annex" and not several)]
    order = [id for id in named if several or id != "annex1"]
    raise UnknownLabelError(no_such_clause(label(id), order))


def _known(nodes: Sequence[Node]) -> dict[str, int]:
    """Every label that there is, as an id, to the number of its node. A part bears its own name;
    where there are several annexes, "annex" is the first of them."""
    known: dict[str, int] = {}
    sections = [node for node in nodes if node.kind is NodeKind.SECTION and node.parent]
    annexes = [node for node in sections if node.name == "annex"]
    for side in (0, 1):
        for node in nodes:
            for of, id in sided(node):
                if of == side and node.kind is not NodeKind.LINE:
                    known.setdefault(id, node.number)
    for count, node in enumerate(annexes, 1):
        known.setdefault(f"annex{count}", node.number)
    for node in sections:
        known.setdefault(node.name, node.number)
    return known
