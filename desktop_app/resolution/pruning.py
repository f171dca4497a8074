"""A resolution cut down to some of its clauses."""

from collections.abc import Collection, Iterable, Iterator

from desktop_app.resolution.model import Clause, Line, Part, Resolution, Runs
from desktop_app.resolution.runs import merged


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
    return resolution._replace(
        head=(),
        parts=tuple(_parts(resolution.parts, wanted, headings)),
        closing=(),
        footnotes=tuple(note for note in resolution.footnotes if note.id in notes),
    )


def without_notes(resolution: Resolution) -> Resolution:
    """The resolution without its footnotes and their marks."""
    return resolution._replace(
        head=tuple(map(_line, resolution.head)),
        parts=tuple(map(_part, resolution.parts)),
        closing=tuple(map(_line, resolution.closing)),
        footnotes=(),
    )


def unmarked(runs: Runs) -> Runs:
    """The runs without the marks of footnotes."""
    return merged(run for run in runs if not run.calls)


def _line(line: Line) -> Line:
    return line._replace(runs=unmarked(line.runs))


def _part(part: Part) -> Part:
    return part._replace(
        heading=unmarked(part.heading),
        clauses=tuple(map(_clause, part.clauses)),
        parts=tuple(map(_part, part.parts)),
    )


def _clause(clause: Clause) -> Clause:
    return clause._replace(
        runs=unmarked(clause.runs),
        clauses=tuple(map(_clause, clause.clauses)),
        heading=unmarked(clause.heading),
    )


def _parts(
    parts: Iterable[Part], wanted: Collection[str], headings: Collection[str]
) -> Iterator[Part]:
    for part in parts:
        left = part._replace(
            heading=part.heading if part.id in headings else (),
            clauses=tuple(_chosen(part.clauses, wanted)),
            parts=tuple(_parts(part.parts, wanted, headings)),
        )
        if left.clauses or left.heading or left.parts:
            yield left


def _chosen(clauses: Iterable[Clause], wanted: Collection[str]) -> Iterator[Clause]:
    for clause in clauses:
        below = tuple(_chosen(clause.clauses, wanted))
        if clause.id in wanted:
            yield clause if below == clause.clauses else clause._replace(clauses=below)
        else:
            yield from below
