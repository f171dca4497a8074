"""The best way through two lists of clauses."""

from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.alignment import evidence, lattice
from desktop_app.alignment.evidence import Traits
from desktop_app.alignment.lattice import Shape

_WAYS = st.lists(
    st.tuples(st.sampled_from([(1, 1), (1, 0), (0, 1), (1, 2), (2, 1)]), st.integers(1, 60)).map(
        lambda found: [found[0]] * found[1]
    ),
    min_size=1,
    max_size=8,
).map(lambda runs: list(chain.from_iterable(runs)))


def _texts(way: list[Shape]) -> tuple[list[Traits], list[Traits]]:
    """Clauses for a way, those that stand in one row with a number of their own."""
    sides: tuple[list[Traits], list[Traits]] = [], []
    for number, shape in enumerate(way):
        for side, count in zip(sides, shape, strict=True):
            side += [Traits(frozenset({f"n{number}"}), frozenset(), 40 + number % 7)] * count
    return sides


@settings(max_examples=60)
@given(_WAYS, st.data())
def test_near_any_way_there_is_a_way_through_both(way: list[Shape], data: st.DataObject) -> None:
    source, target = _texts(way)
    on = evidence.scale(source, target)
    near = data.draw(st.permutations(way)) if len(way) < 100 else way[::-1]
    found = lattice.shapes(source, target, on, near)
    assert sum(taken for taken, _ in found) == len(source)
    assert sum(given for _, given in found) == len(target)


@pytest.mark.parametrize("turned", [False, True])
def test_a_text_of_which_the_beginning_is_lost_is_aligned(turned: bool) -> None:
    way = [(0, 1)] * 230 + [(1, 1)] * 50
    if turned:
        way = [(given, taken) for taken, given in way]
    source, target = _texts(way)
    on = evidence.scale(source, target)
    near = lattice.first_look(source, target, on)
    assert lattice.shapes(source, target, on, near) == way
