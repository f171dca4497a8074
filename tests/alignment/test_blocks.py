"""Long lists are weighed block by block, and no clause of them again and again."""

from collections.abc import Callable, Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.alignment import blocks, lattice
from desktop_app.alignment.align import align
from desktop_app.alignment.blocks import Clauses, Matched
from desktop_app.alignment.evidence import Scale, Traits
from desktop_app.alignment.near import Shape
from desktop_app.resolution.bitext import Row
from desktop_app.resolution.model import Clause, Resolution, Run
from tests.tools.bench.made_up import bitext


def _clauses(count: int) -> Clauses:
    return [Clause(f"op{n}", "", "", "", (Run("words"),)) for n in range(count)]


def _row(source: Clauses, target: Clauses, score: float) -> Matched:
    ids = [tuple(clause.id for clause in side) for side in (source, target)]
    return Row(ids[0], ids[1], score), source, target


@given(st.integers(0, 1500), st.integers(0, 1500), st.integers(0, 400))
def test_every_clause_is_in_one_row_and_few_are_weighed_more_than_once(
    left: int, right: int, sure: int
) -> None:
    weighed = 0

    def side_by_side(source: Clauses, target: Clauses) -> Iterator[Matched]:
        """One beside one, of which so many are sure, and what is left of the longer side."""
        nonlocal weighed
        weighed += len(source) + len(target)
        for place, (one, other) in enumerate(zip(source, target, strict=False)):
            yield _row([one], [other], 1.0 if place < sure else 0.2)
        yield from (_row([one], [], 1.0) for one in source[len(target) :])
        yield from (_row([], [other], 1.0) for other in target[len(source) :])

    source, target = _clauses(left), _clauses(right)
    found = list(blocks.rows(source, target, side_by_side))
    assert [clause for _, ours, _ in found for clause in ours] == source
    assert [clause for _, _, theirs in found for clause in theirs] == target
    assert weighed <= 5 * (left + right)


def _cut(side: Resolution, count: int) -> Resolution:
    part = side.parts[0]
    return side._replace(parts=(part._replace(clauses=part.clauses[:count]),), footnotes=())


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("many", [1000, 2000, 4000])
def test_few_paragraphs_beside_many_are_weighed_a_few_times(
    many: int, turned: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    weighed = 0
    shapes = lattice.shapes

    def counted(
        source: Sequence[Traits],
        target: Sequence[Traits],
        on: Scale,
        known: Sequence[Shape],
        progress: Callable[[float], None],
    ) -> list[Shape]:
        nonlocal weighed
        weighed += len(source) + len(target)
        return shapes(source, target, on, known, progress)

    monkeypatch.setattr(lattice, "shapes", counted)
    made = bitext(many, 20)
    assert made.target is not None
    sides = _cut(made.source, 79), made.target
    align(*(sides[::-1] if turned else sides))
    assert weighed <= 3 * many
