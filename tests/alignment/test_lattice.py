"""The best way through two lists of clauses."""

from functools import cache
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.alignment import evidence, lattice
from desktop_app.alignment.ends import Ends, Start, within
from desktop_app.alignment.evidence import Scale, Traits
from desktop_app.alignment.near import Shape

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


_FEATURES = ("n1", "n2", "d3", "s4", "tx", "ty", "tz", "lw")
_CLAUSES = st.lists(
    st.builds(
        Traits,
        st.frozensets(st.sampled_from(_FEATURES), max_size=5),
        st.just(frozenset()),
        st.integers(1, 90),
        st.booleans(),
        st.builds(Ends, st.sampled_from(Start), st.sampled_from(("", ",", ";", ":", "."))),
    ),
    min_size=1,
    max_size=6,
)


def _worth(shape: Shape, left: list[Traits], right: list[Traits], on: Scale) -> float:
    """What a row of these clauses is worth, by all that they have."""
    if any(item.is_parent for item in (*left[:-1], *right[:-1])):
        return float("-inf")
    if not left or not right:
        return -lattice.SHAPES[shape]
    one, other = evidence.together(left), evidence.together(right)
    lacking = [*(one.features - other.features), *(other.features - one.features)]
    figures = sum(on.alone[feature] for feature in lacking if feature[0] in evidence.FIGURES)
    words = sum(on.alone[feature] for feature in lacking if feature[0] not in evidence.FIGURES)
    return (
        sum(on.shared[feature] for feature in one.features & other.features)
        - words
        - (min(figures, lattice.MOST_AGAINST) if shape == (1, 1) else figures)
        + evidence.fit(one.length, other.length, on)
        + on.ends[one.ends.sign, other.ends.sign]
        - lattice.SHAPES[shape]
    )


@settings(max_examples=80, deadline=None)
@given(_CLAUSES, _CLAUSES)
def test_no_other_way_is_worth_more(source: list[Traits], target: list[Traits]) -> None:
    on = evidence.scale(source, target)

    ours, theirs = (within([item.ends for item in side]) for side in (source, target))

    def of(i: int, j: int, shape: Shape) -> float:
        left, right = i + shape[0], j + shape[1]
        inner = [*ours[i : max(i, left - 1)], *theirs[j : max(j, right - 1)]]
        return _worth(shape, source[i:left], target[j:right], on) + sum(inner)

    @cache
    def best(i: int, j: int) -> float:
        if (i, j) == (len(source), len(target)):
            return 0.0
        return max(
            of(i, j, shape) + best(i + shape[0], j + shape[1])
            for shape in lattice.SHAPES
            if i + shape[0] <= len(source) and j + shape[1] <= len(target)
        )

    found, i, j = 0.0, 0, 0
    for shape in lattice.shapes(source, target, on):
        found += of(i, j, shape)
        i, j = i + shape[0], j + shape[1]
    assert (i, j) == (len(source), len(target))
    assert found == pytest.approx(best(0, 0))


def _unlike(kind: str, source: range, target: range) -> tuple[list[Traits], list[Traits]]:
    """Eight paragraphs with a word of their own each, but that the third of either side has these
    features of a kind, of which the last has more on both sides."""
    sides: list[list[Traits]] = []
    for own in (source, target):
        held = [frozenset({f"l{place}"}) for place in range(8)]
        held[2] = frozenset(f"{kind}{number}" for number in own)
        held[7] |= {f"{kind}{number}" for number in range(30)}
        sides.append([Traits(features, frozenset(), 80) for features in held])
    return sides[0], sides[1]


def test_paragraphs_of_other_words_are_two_gaps() -> None:
    source, target = _unlike("t", range(16), range(13, 30))
    found = lattice.shapes(source, target, evidence.scale(source, target))
    assert found.count((1, 1)) == 7
    assert {(1, 0), (0, 1)} <= set(found)


def test_a_paragraph_that_lost_its_figures_stands_where_it_stood() -> None:
    source, target = _unlike("n", range(15), range(0))
    found = lattice.shapes(source, target, evidence.scale(source, target))
    assert found == [(1, 1)] * 8
