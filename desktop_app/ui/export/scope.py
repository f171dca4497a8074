"""The scopes of an export: which clauses of the document can be chosen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from desktop_app.export.excerpt.choosing import clause_rows, rows_named
from desktop_app.resolution.bitext import Bitext, Row
from desktop_app.resolution.plain import plain_words
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.page.nodes import Node, NodeKind
from desktop_app.ui.page.view import BitextView
from desktop_app.ui.selection.copying import chosen_rows

_HEADING = 40
"""Characters of a heading that are shown."""


class Scope(StrEnum):
    """The way in which a person chooses clauses."""

    TICKED = "ticked"
    SELECTED = "selected"
    EVERYTHING = "everything"
    PART = "part"
    RANGE = "range"


Rows = tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What a document offers as it is shown: the rows of clauses of each scope, the name and rows
    of each part, and the number of the part that the person is in."""

    bitext: Bitext
    ticked: Rows
    selected: Rows
    everything: Rows
    parts: tuple[tuple[str, Rows], ...]
    part: int = 0

    def preselected(self) -> Scope:
        """The likeliest scope: what is ticked, or else selected. One selected row means nothing:
        the row with the keyboard always is."""
        if self.ticked:
            return Scope.TICKED
        return Scope.SELECTED if len(self.selected) > 1 else Scope.EVERYTHING

    def rows(self, scope: Scope, part: int, typed: str, languages: Sequence[str]) -> Rows:
        """The rows of a scope; for PART those of a part, for RANGE those of typed labels
        ("OP1-3,PP5") of the first language. Raises SelectionError."""
        match scope:
            case Scope.TICKED:
                return self.ticked
            case Scope.SELECTED:
                return self.selected
            case Scope.EVERYTHING:
                return self.everything
            case Scope.PART:
                return self.parts[part][1]
            case Scope.RANGE:
                return tuple(rows_named(self.bitext, typed, languages))


def offer(view: BitextView, model: BitextModel) -> Offer:
    """The offer of the document that is shown."""
    every = (node for node in model.nodes() if node.kind is NodeKind.SECTION and node.parent)
    sections = [node for node in every if node.has_clauses]
    here = model.node(view.currentIndex())
    while here.parent is not None and here.kind is not NodeKind.SECTION:
        here = here.parent
    return Offer(
        bitext=model.bitext,
        ticked=tuple(model.ticked_rows()),
        selected=clauses_of(chosen_rows(view)),
        everything=tuple(clause_rows(model.bitext)),
        parts=tuple(
            (part_name(model.section_name(node), node), clauses_below(node, model.nodes()))
            for node in sections
        ),
        part=sections.index(here) if here in sections else 0,
    )


def clause_count(rows: Iterable[Row], sides: Sequence[int]) -> int:
    """The number of clauses in rows, counted in the first of these sides that has any; 0 is the
    source."""
    return sum(
        len(next(filter(None, ((row.source, row.target)[side] for side in sides)), ()))
        for row in rows
    )


def clauses_of(nodes: Iterable[Node]) -> Rows:
    """The rows of the nodes that are clauses."""
    return tuple(node.row for node in nodes if node.kind is NodeKind.CLAUSE and node.row)


def part_name(name: str, node: Node) -> str:
    """The name of a section with its heading, which tells one annex from another."""
    if node.name in ("preamble", "operative"):
        return name
    heading = (
        " ".join(plain_words(next(chain(*node.texts)).runs).split()) if any(node.texts) else ""
    )
    if len(heading) > _HEADING:
        heading = f"{heading[:_HEADING].rstrip()}…"
    return ": ".join(filter(None, [name, heading]))


def clauses_below(node: Node, nodes: Sequence[Node]) -> Rows:
    """The rows of all clauses of a section; `nodes` are all nodes of the document."""
    return clauses_of(nodes[number] for number in node.clauses)
