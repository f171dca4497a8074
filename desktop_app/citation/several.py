"""Clauses of one of several resolutions in a text, as clauses of that resolution alone: they are
cited by its own symbol."""

from collections.abc import Sequence

from desktop_app.resolution.model import Clause, Part, PartKind, Resolution


def alone(resolution: Resolution, ids: Sequence[str]) -> tuple[Resolution, Sequence[str]]:
    """The resolution that all these clauses stand in, and their ids in it. Where there is only
    one, where they stand in several, or where it has no symbol, both as they are. What is no
    clause, as a footnote, keeps its id."""
    chosen = frozenset(ids)
    cited = [
        part
        for part in resolution.parts
        if part.kind is PartKind.RESOLUTION and any(clause.id in chosen for clause in part.walk())
    ]
    if len(cited) != 1 or not cited[0].masthead or not cited[0].masthead.symbol:
        return resolution, ids
    own = f"{cited[0].id}."
    parts = tuple(_outside(part, own) for part in cited[0].parts)
    found = resolution._replace(masthead=cited[0].masthead, head=(), parts=parts)
    return found, [id.removeprefix(own) for id in ids]


def _outside(part: Part, own: str) -> Part:
    return part._replace(
        id=part.id.removeprefix(own),
        level=part.level - 1,
        clauses=tuple(_clause_outside(clause, own) for clause in part.clauses),
        parts=tuple(_outside(below, own) for below in part.parts),
    )


def _clause_outside(clause: Clause, own: str) -> Clause:
    below = tuple(_clause_outside(child, own) for child in clause.clauses)
    return clause._replace(id=clause.id.removeprefix(own), clauses=below)
