"""The alignment by length alone that everybody knows, Gale and Church's, as galechurch does it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

import galechurch

from desktop_app.resolution.model import Clause, Part, Resolution
from tests.tools.corpora.damage import Pair


def aligners() -> dict[str, Callable[[Resolution, Resolution], Sequence[Pair]]]:
    """The package as it comes, and told how long the one language is in terms of the other, which
    it takes for equal otherwise."""
    return {
        "galechurch": partial(by_length, measured=False),
        "with length ratio": partial(by_length, measured=True),
    }


def by_length(source: Resolution, target: Resolution, measured: bool) -> list[Pair]:
    """The rows of each part, clause texts as the sentences."""
    # Characters of the source for one of the target, though the package's documentation has it the
    # other way round: so the rows are right, the other way there are none.
    known = ratio(source.walk(), target.walk()) if measured else 1.0
    return list(_rows(source, target, known))


def _characters(clauses: Iterable[Clause]) -> int:
    return sum(len(clause.text.replace(" ", "")) for clause in clauses) or 1


def _rows(source: Resolution, target: Resolution, ratio: float) -> Iterator[Pair]:
    parts = {part.id: part for part in target.parts}
    known = {part.id for part in source.parts}
    for part in source.parts:
        yield from _part_rows(part, parts.get(part.id), ratio)
    for part in target.parts:
        if part.id not in known:
            yield from (((), (clause.id,)) for clause in part.walk())


def _part_rows(source: Part, target: Part | None, ratio: float) -> Iterator[Pair]:
    return clause_rows(list(source.walk()), list(target.walk()) if target else [], ratio)


def clause_rows(left: Sequence[Clause], right: Sequence[Clause], ratio: float) -> Iterator[Pair]:
    """The rows of clauses that stand one after another; `ratio` is how many characters of the
    source stand for one of the target."""
    block = galechurch.align(
        [clause.text for clause in left], [clause.text for clause in right], mean_xy=ratio
    )
    for bead in block.beads:
        yield (
            tuple(clause.id for clause in left[bead.source_start : bead.source_end]),
            tuple(clause.id for clause in right[bead.target_start : bead.target_end]),
        )


def ratio(left: Iterable[Clause], right: Iterable[Clause]) -> float:
    """The same as it is in these clauses."""
    return _characters(left) / _characters(right)
