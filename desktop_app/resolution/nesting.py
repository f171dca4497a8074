"""Parts moved below another part, or out of it: their ids and levels follow."""

from desktop_app.resolution.model import Clause, Part


def within(part: Part, above: str) -> Part:
    """The part below one of this id: "op3" becomes "b.op3"."""
    return _moved(part, "", f"{above}.", 1)


def outside(part: Part, above: str) -> Part:
    """The part out of one of this id: "b.op3" becomes "op3"."""
    return _moved(part, f"{above}.", "", -1)


def renamed(part: Part, before: str, after: str) -> Part:
    """The part with ids that begin with other signs: "p3" becomes "pp3"."""
    return _moved(part, before, after, 0)


def _moved(part: Part, before: str, after: str, levels: int) -> Part:
    return part._replace(
        id=after + part.id.removeprefix(before),
        level=part.level + levels,
        clauses=tuple(_clause(clause, before, after) for clause in part.clauses),
        parts=tuple(_moved(below, before, after, levels) for below in part.parts),
    )


def _clause(clause: Clause, before: str, after: str) -> Clause:
    below = tuple(_clause(child, before, after) for child in clause.clauses)
    return clause._replace(id=after + clause.id.removeprefix(before), clauses=below)
