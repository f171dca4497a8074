"""The best way through two lists of clauses: dynamic programming over the shapes of rows.

What a row of several clauses is worth at most follows from what each pair of them has in common, so
only few are weighed. Memory grows with the length of the lists.
"""

from collections.abc import Callable, Collection, Sequence
from itertools import accumulate, chain, pairwise
from typing import NamedTuple

from desktop_app.alignment import common, ends, evidence, near
from desktop_app.alignment.evidence import Scale, Traits
from desktop_app.alignment.near import Ranges, Shape

SHAPES: dict[Shape, float] = {
    (1, 1): 0.15,
    (1, 0): 1.9,
    (0, 1): 1.9,
    (1, 2): 2.8,
    (2, 1): 2.8,
    (1, 3): 5.5,
    (3, 1): 5.5,
    (2, 2): 12.0,
    (2, 3): 14.0,
    (3, 2): 14.0,
    (3, 3): 16.0,
}
"""The shapes of rows, clauses of each side, and what each costs: the logarithm of how rare it is
in texts of which some paragraphs were lost, split or run together. Several against several cost
more than that: what one clause lacks its neighbour may have by chance."""
MOST_AGAINST = 4.0
"""The most that figures missing on one side count against a row of one clause each: one damage can
lose all of them."""
_SIMPLE = frozenset({(1, 1), (1, 0), (0, 1), (1, 2), (2, 1)})
"""The shapes of a first look."""
_MOST = 3
"""Clauses of a side that a row has at most."""
_LONG = 10_000
"""Places of a lattice from which on only those near a known way are looked at."""
_NO_WAY = float("-inf")

Progress = Callable[[float], None]


class _Side(NamedTuple):
    """One to three neighbouring clauses as one side of a row: their traits, those that they can
    have in common with others, and how much they count against a row if they share nothing."""

    features: frozenset[str]
    possible: frozenset[str]
    length: int
    alone: float


def first_look(
    source: Sequence[Traits],
    target: Sequence[Traits],
    on: Scale,
    progress: Progress = lambda share: None,
) -> list[Shape]:
    """The best sequence of the simplest row shapes: a rough way through both sides, from which to
    learn."""
    return _best(source, target, on, near.by_guide(source, target, on), _SIMPLE, progress)


def shapes(
    source: Sequence[Traits],
    target: Sequence[Traits],
    on: Scale,
    known: Sequence[Shape] = (),
    progress: Progress = lambda share: None,
) -> list[Shape]:
    """The best sequence of row shapes that uses up both sides, with `known` in the neighbourhood of
    that way. `progress` is called with the share that is done, and may raise to end it."""
    is_long = len(source) * len(target) > _LONG
    around = near.by_way(known) if known and is_long else near.by_guide(source, target, on)
    return _best(source, target, on, around, SHAPES.keys(), progress)


def _best(
    source: Sequence[Traits],
    target: Sequence[Traits],
    on: Scale,
    ranges: Ranges,
    allowed: Collection[Shape],
    progress: Progress,
) -> list[Shape]:
    """The best sequence of these shapes within the ranges."""
    rows, columns = len(source), len(target)
    if not rows or not columns:
        return [(1, 0)] * rows + [(0, 1)] * columns
    lattice = _Lattice(source, target, on, ranges, allowed)
    for i in range(rows + 1):
        if i % 256 == 0:
            progress(i / rows)
        lattice.go_on(i)
    return lattice.way_back(rows, columns)


class _Lattice:
    """The best ways to the places of a lattice, row by row."""

    def __init__(
        self,
        source: Sequence[Traits],
        target: Sequence[Traits],
        on: Scale,
        ranges: Ranges,
        allowed: Collection[Shape],
    ) -> None:
        self._on, self._ranges = on, ranges
        self._joined = [shape for shape in SHAPES if shape in allowed and sum(shape) > 2]
        self._best_fit = evidence.best_fit(on)
        self._agreeing = {
            sign: [on.ends[sign, item.ends.sign] for item in target]
            for sign in {item.ends.sign for item in source}
        }
        self._sides = _Sides(source, on), _Sides(target, on)
        reach = [(first - _MOST, last) for first, last in ranges]
        self._common = common.worth(source, target, on, _for_clauses(reach))
        self._values: list[list[float]] = []
        self._chosen: list[list[Shape]] = []

    def go_on(self, i: int) -> None:
        """Finds the best ways to the places of the next row, where `i` source clauses are used
        up."""
        first, last = self._ranges[i]
        values = [value - SHAPES[1, 0] for value in self._before(i - 1, first, last)]
        chosen: list[Shape] = [(1, 0)] * len(values)
        if i == 0:
            values[0] = 0.0
        else:
            self._one_by_one(i, values, chosen)
        _along(values, chosen)
        for shape in self._joined:
            if shape[0] <= i:
                self._join(i, shape, values, chosen)
        _along(values, chosen)
        self._values.append(values)
        self._chosen.append(chosen)

    def _one_by_one(self, i: int, values: list[float], chosen: list[Shape]) -> None:
        """Ends ways with a row of one clause each where that is better."""
        first, last = self._ranges[i]
        cost = SHAPES[1, 1] - self._best_fit
        before = self._before(i - 1, first - 1, last - 1)
        both = self._in_common(i - 1, first - 1, last - 1)
        ends = self._ends(i, first, last)
        left, right = self._sides
        alone, figures = left.alone[i - 1] + cost, left.figures[i - 1] - MOST_AGAINST
        for place, (value, worth, end) in enumerate(zip(before, both, ends, strict=True)):
            at = first + place - 1
            if value == _NO_WAY or at < 0:
                continue
            most = value + worth + end - alone - right.alone[at]
            # So much of the figures that the row lacks may not count.
            beyond = figures + right.figures[at]
            if most + max(beyond, 0.0) < values[place]:
                continue
            if beyond > 0.0:
                found = value + self._worth(i, at + 1, (1, 1))
            else:
                found = most + self._fit(i, at + 1, (1, 1)) - self._best_fit
            if found >= values[place]:
                values[place], chosen[place] = found, (1, 1)

    def _join(self, i: int, shape: Shape, values: list[float], chosen: list[Shape]) -> None:
        """Ends ways with a row of this shape where that is better."""
        taken, given = shape
        first, last = self._ranges[i]
        before = self._before(i - taken, first - given, last - given)
        both = self._in_common(i - 1, first - given, last - 1)
        for more in range(2, taken + 1):
            further = self._in_common(i - more, first - given, last - 1)
            both = [one + other for one, other in zip(both, further, strict=True)]
        # What pairs have in common, the row has at most; it is weighed only if that is enough.
        left, right = self._sides
        cost = SHAPES[shape] - left.speaks[taken][i - taken]
        speaks = common.cut(right.speaks[given], 0, first - given, last - given + 1, 0.0)
        shared = [both[n : len(before) + n] for n in range(given)]
        held = zip(before, speaks, self._ends(i, first, last), *shared, strict=True)
        mosts = [sum(found) - cost for found in held]
        for place, (most, best) in enumerate(zip(mosts, values, strict=True)):
            if most + self._best_fit <= best:
                continue
            j = first + place
            if most + self._fit(i, j, shape) <= best:
                continue
            found = before[place] + self._worth(i, j, shape)
            if found > best:
                values[place], chosen[place] = found, shape

    def _fit(self, i: int, j: int, shape: Shape) -> float:
        """How much the lengths speak for a row of this shape that ends there."""
        left, right = self._sides[0].length, self._sides[1].length
        lengths = left[i] - left[i - shape[0]], right[j] - right[j - shape[1]]
        return evidence.fit(*lengths, self._on)

    def _ends(self, i: int, first: int, last: int) -> list[float]:
        """How much their ends speak for rows that end there, with these numbers of target
        clauses used up."""
        agreeing = self._agreeing[self._sides[0].signs[i - 1]]
        return common.cut(agreeing, 0, first - 1, last, 0.0)

    def _worth(self, i: int, j: int, shape: Shape) -> float:
        """What a row of this shape that ends there is worth, less what the shape costs."""
        left = self._sides[0].of(i - shape[0], i)
        right = self._sides[1].of(j - shape[1], j)
        if left is None or right is None:
            return _NO_WAY
        half, alone = self._on.shared.__getitem__, self._on.alone.__getitem__
        # A shared feature is worth half its weight to each side, and no longer counts against.
        ours, theirs = left.features & right.possible, right.features & left.possible
        against = left.alone + right.alone - sum(map(alone, ours)) - sum(map(alone, theirs))
        if shape == (1, 1):
            figures = self._sides[0].figures[i - 1] + self._sides[1].figures[j - 1]
            if figures > MOST_AGAINST:
                missing = figures - sum(map(alone, filter(_is_figure, chain(ours, theirs))))
                against -= max(missing - MOST_AGAINST, 0.0)
        return (
            (sum(map(half, ours)) + sum(map(half, theirs))) / 2
            - against
            - SHAPES[shape]
            + self._fit(i, j, shape)
            + self._on.ends[self._sides[0].signs[i - 1], self._sides[1].signs[j - 1]]
            + self._sides[0].inner[shape[0]][i - shape[0]]
            + self._sides[1].inner[shape[1]][j - shape[1]]
        )

    def _before(self, i: int, first: int, last: int) -> list[float]:
        """The best values of a row of places before, for these numbers of target clauses."""
        if i < 0:
            return [_NO_WAY] * (last - first + 1)
        return common.cut(self._values[i], self._ranges[i][0], first, last + 1, _NO_WAY)

    def _in_common(self, place: int, first: int, last: int) -> list[float]:
        """What a source clause has in common with these target clauses."""
        begin, values = self._common[place]
        return common.cut(values, begin, first, last + 1, 0.0)

    def way_back(self, i: int, j: int) -> list[Shape]:
        """The shapes of the best rows that lead to the end of both lists."""
        out: list[Shape] = []
        while i or j:
            shape = self._chosen[i][j - self._ranges[i][0]]
            out.append(shape)
            i, j = i - shape[0], j - shape[1]
        return out[::-1]


class _Sides:
    """The clauses of one text, and neighbouring ones as one side of a row."""

    def __init__(self, items: Sequence[Traits], on: Scale) -> None:
        self._items, self._on = items, on
        self._known: dict[tuple[int, int], _Side | None] = {}
        self.alone = [sum(map(on.alone.__getitem__, item.features)) for item in items]
        both = [one.features & other.features for one, other in pairwise(items)]
        pairs = [
            one + other - sum(map(on.alone.__getitem__, shared))
            for (one, other), shared in zip(pairwise(self.alone), both, strict=True)
        ]
        at_least = (), self.alone, pairs, [*map(max, pairs, pairs[1:])]
        self.figures = [
            sum(map(on.alone.__getitem__, filter(_is_figure, item.features))) for item in items
        ]
        self.signs = [item.ends.sign for item in items]
        between = ends.within([item.ends for item in items])
        self.inner = (
            (),
            [0.0] * len(items),
            between,
            [one + other for one, other in pairwise(between)],
        )
        """How much what stands between so many clauses from each place on speaks for one row."""
        self.speaks = [
            [one - other for one, other in zip(inner, alone, strict=True)]
            for inner, alone in zip(self.inner, at_least, strict=True)
        ]
        """And how much they do, at the most, where the row shares nothing with them."""
        self.length = [0, *accumulate(item.length for item in items)]

    def of(self, start: int, stop: int) -> _Side | None:
        """The clauses as one; None if they are no side of a row: the sub-paragraphs of one would
        stand behind the words of the next, and a person would read them as its own."""
        key = start, stop
        if key not in self._known:
            self._known[key] = self._made(self._items[start:stop])
        return self._known[key]

    def _made(self, items: Sequence[Traits]) -> _Side | None:
        if any(item.is_parent for item in items[:-1]):
            return None
        item = evidence.together(items)
        return _Side(
            item.features,
            item.features.union(filter(self._on.shared.__contains__, item.possible)),
            item.length,
            sum(map(self._on.alone.__getitem__, item.features)),
        )


def _is_figure(feature: str) -> bool:
    return feature[0] in evidence.FIGURES


def _along(values: list[float], chosen: list[Shape]) -> None:
    """Ends ways with a target clause without a counterpart where that is better."""
    for place in range(1, len(values)):
        value = values[place - 1] - SHAPES[0, 1]
        if value > values[place]:
            values[place], chosen[place] = value, (0, 1)


def _for_clauses(reach: Ranges) -> Ranges:
    """For each source clause, the first target clause that a row with it can have, and the one
    behind the last."""
    return [
        (
            max(min(first for first, _ in reach[place + 1 : place + 1 + _MOST]), 0),
            max(last for _, last in reach[place + 1 : place + 1 + _MOST]),
        )
        for place in range(len(reach) - 1)
    ]
