"""A resolution cut down to some of its clauses."""

from collections.abc import Collection, Iterable, Iterator

from desktop_app.resolution.model import Clause, Line, Resolution, Runs


def pruned(
    resolution: Resolution,
    ids: Collection[str],
    notes: Collection[str],
    headings: Collection[str] = (),
) -> Resolution:
    """The resolution with these clauses and footnotes alone, all as they were. Its masthead is
    kept, and the headings of the parts in `headings`; the lines of masthead and closing are not.

    A clause without its parent stands where that stood; a part of which nothing is left is gone.
    """
    wanted = frozenset(ids)
    parts = (
        part._replace(
            heading=part.heading if part.id in headings else (),
            clauses=tuple(_chosen(part.clauses, wanted)),
        )
        for part in resolution.parts
    )
    return resolution._replace(
        head=(),
        parts=tuple(part for part in parts if part.clauses or part.heading),
        closing=(),
        footnotes=tuple(note for note in resolution.footnotes if note.id in notes),
    )


def without_notes(resolution: Resolution) -> Resolution:
    """The resolution without its footnotes and their marks."""
    return resolution._replace(
        head=tuple(map(_line, resolution.head)),
        parts=tuple(
            part._replace(heading=unmarked(part.heading), clauses=tuple(map(_clause, part.clauses)))
            for part in resolution.parts
        ),
        closing=tuple(map(_line, resolution.closing)),
        footnotes=(),
    )


def unmarked(runs: Runs) -> Runs:
    """The runs without the marks of footnotes."""
    return tuple(run for run in runs if not run.calls)


def _line(line: Line) -> Line:
    return line._replace(runs=unmarked(line.runs))


def _clause(clause: Clause) -> Clause:
    return clause._replace(runs=unmarked(clause.runs), clauses=tuple(map(_clause, clause.clauses)))


def _chosen(clauses: Iterable[Clause], wanted: Collection[str]) -> Iterator[Clause]:
    for clause in clauses:
        below = tuple(_chosen(clause.clauses, wanted))
        if clause.id in wanted:
            yield clause if below == clause.clauses else clause._replace(clauses=below)
        else:
            yield from below
