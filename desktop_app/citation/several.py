"""Clauses of one of several resolutions in a text, as clauses of that resolution alone: they are
cited by its own symbol."""

from collections.abc import Sequence

from desktop_app.resolution import nesting
from desktop_app.resolution.model import PartKind, Resolution


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
    parts = tuple(nesting.outside(part, cited[0].id) for part in cited[0].parts)
    found = resolution._replace(masthead=cited[0].masthead, head=(), parts=parts)
    return found, [id.removeprefix(f"{cited[0].id}.") for id in ids]
