"""The best way through two lists of clauses: dynamic programming over the shapes of rows.

Every place of short lists is tried; of long lists, only those near a guide: pairs of clauses with
rare features in common, never crossing. Memory grows with the length of the lists.
"""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from desktop_app.alignment import evidence
from desktop_app.alignment.evidence import Scale, Traits

Shape = tuple[int, int]

SHAPES: dict[Shape, float] = {
    (1, 1): 0.15,
    (1, 0): 1.9,
    (0, 1): 1.9,
    (1, 2): 2.8,
    (2, 1): 2.8,
    (1, 3): 5.5,
    (3, 1): 5.5,
    (2, 2): 8.0,
    (2, 3): 10.0,
    (3, 2): 10.0,
    (3, 3): 12.0,
}
"""The shapes of rows, clauses of each side, and what each costs: the logarithm of how rare it is
in texts of which some paragraphs were lost, split or run together."""
MOST_AGAINST = 7.5
"""The most that features missing on one side count against a row of one clause each: one damage
can lose all numbers."""
_SIMPLE = frozenset({(1, 1), (1, 0), (0, 1), (1, 2), (2, 1)})
"""The shapes of a first look."""
_MOST = 3
_WHOLE = 10_000
"""Places of a lattice that is looked at whole."""
_NEAR = 10
"""Clauses beside the guide that are looked at."""
_CLOSE = 6
"""Clauses beside a way that is known roughly that are looked at."""
_FAR = 40
"""And beside the straight line where the guide says nothing, as long as there is _ROOM."""
_ROOM = 20_000
_RARE = 12
"""Pairs of clauses that may share a feature for it to guide."""
_GOOD_PART = 0.5
"""The share of the poorer clause's features that two clauses must have in common to guide."""


class _Stretch(NamedTuple):
    """One to three neighbouring clauses as one side of a row: their traits, how much they count
    against a row if they share nothing, and how much they can count for one at most."""

    features: frozenset[str]
    possible: frozenset[str]
    length: int
    alone: float
    most: float


_NEVER = _Stretch(frozenset(), frozenset(), 0, 0.0, float("-inf"))
"""Clauses that are no side of a row: the sub-paragraphs of one would stand behind the words of the
next, and a person would read them as its own."""


def first_look(
    source: Sequence[Traits],
    target: Sequence[Traits],
    on: Scale,
    progress: Callable[[float], None] = lambda share: None,
) -> list[Shape]:
    """The best sequence of the simplest row shapes: a rough way through both sides, from which to
    learn."""
    return _best(source, target, on, _ranges(source, target, on), _SIMPLE, progress)


def shapes(
    source: Sequence[Traits],
    target: Sequence[Traits],
    on: Scale,
    near: Sequence[Shape] = (),
    progress: Callable[[float], None] = lambda share: None,
) -> list[Shape]:
    """The best sequence of row shapes that uses up both sides, with `near` in the neighbourhood of
    that way. `progress` is called with the share that is done, and may raise to end it."""
    is_long = len(source) * len(target) > _WHOLE
    around = _beside(near) if near and is_long else _ranges(source, target, on)
    return _best(source, target, on, around, SHAPES.keys(), progress)


def _best(
    source: Sequence[Traits],
    target: Sequence[Traits],
    on: Scale,
    ranges: Sequence[tuple[int, int]],
    allowed: Collection[Shape],
    progress: Callable[[float], None],
) -> list[Shape]:
    """The best sequence of these shapes within the ranges."""
    rows, columns = len(source), len(target)
    if not rows or not columns:
        return [(1, 0)] * rows + [(0, 1)] * columns
    lefts, rights = _stretches(source, on), _stretches(target, on)
    # A shared feature is worth half its weight to each side, and no longer counts against the row.
    worth = {feature: value / 2 for feature, value in on.shared.items()}
    value_of, alone_of = worth.__getitem__, on.alone.__getitem__
    best_fit = evidence.best_fit(on)
    best: list[dict[int, tuple[float, Shape]]] = []
    kinds = [(shape, cost) for shape, cost in SHAPES.items() if shape in allowed]
    for i in range(rows + 1):
        if i % 256 == 0:
            progress(i / rows)
        here: dict[int, tuple[float, Shape]] = {}
        best.append(here)
        first, last = ranges[i]
        for j in range(first, last + 1):
            top, chosen = (0.0, (0, 0)) if i == j == 0 else (float("-inf"), (0, 0))
            for shape, cost in kinds:
                a, b = shape
                if a > i or b > j:
                    continue
                before = best[i - a].get(j - b)
                if before is None:
                    continue
                value = before[0] - cost
                if a and b:
                    left, right = lefts[a - 1][i - a], rights[b - 1][j - b]
                    if value + left.most + right.most + best_fit <= top:
                        continue
                    ours = left.features & right.possible
                    theirs = right.features & left.possible
                    against = left.alone + right.alone
                    if ours or theirs:
                        value += sum(map(value_of, ours)) + sum(map(value_of, theirs))
                        against -= sum(map(alone_of, ours)) + sum(map(alone_of, theirs))
                    value -= min(against, MOST_AGAINST) if a == b == 1 else against
                    if value + best_fit > top:
                        value += evidence.fit(left.length, right.length, on)
                if value > top:
                    top, chosen = value, shape
            if chosen != (0, 0) or i == j == 0:
                here[j] = top, chosen
    return _way_back(best, rows, columns)


def _way_back(best: Sequence[dict[int, tuple[float, Shape]]], i: int, j: int) -> list[Shape]:
    """The shapes of the best rows that lead to the end of both lists."""
    out: list[Shape] = []
    while i or j:
        shape = best[i][j][1]
        out.append(shape)
        i, j = i - shape[0], j - shape[1]
    return out[::-1]


def places(shapes: Sequence[Shape]) -> Iterator[tuple[range, range]]:
    """The places of the clauses of both sides of rows of these shapes."""
    i = j = 0
    for taken, given in shapes:
        yield range(i, i + taken), range(j, j + given)
        i, j = i + taken, j + given


def _stretches(items: Sequence[Traits], on: Scale) -> list[list[_Stretch]]:
    """For one, two and three clauses, the stretches that start at each place."""
    return [
        [_stretch(items[place : place + count], on) for place in range(len(items) - count + 1)]
        for count in range(1, _MOST + 1)
    ]


def _stretch(items: Sequence[Traits], on: Scale) -> _Stretch:
    if any(item.is_parent for item in items[:-1]):
        return _NEVER
    item = evidence.together(items)
    return _Stretch(
        item.features,
        item.features.union(filter(on.shared.__contains__, item.possible)),
        item.length,
        sum(map(on.alone.__getitem__, item.features)),
        sum(map(on.shared.__getitem__, item.features)) / 2,
    )


def _ranges(source: Sequence[Traits], target: Sequence[Traits], on: Scale) -> list[tuple[int, int]]:
    """For each number of source clauses used up, the least and the greatest number of target
    clauses to try."""
    rows, columns = len(source), len(target)
    if rows * columns <= _WHOLE:
        return [(0, columns)] * (rows + 1)
    far = max(_NEAR, min(_FAR, _ROOM // (rows + columns)))
    corners = [(0, 0), *((i, j) for i, j in guide(source, target, on)), (rows, columns)]
    out: list[tuple[int, int]] = []
    for (i, j), (below, beyond) in pairwise(corners):
        for row in range(i, below):
            straight = j + (row - i) * (beyond - j) // (below - i)
            # Never further than the next corners, and never further from the line than `far`.
            low = max(j - _NEAR, straight - far)
            high = min(beyond + _NEAR, straight + far)
            out.append((max(low, 0), min(high, columns)))
    out.append((max(columns - far, 0), columns))
    return _connected(out, columns)


def _beside(way: Sequence[Shape]) -> list[tuple[int, int]]:
    """The same for what is near the way of these shapes."""
    columns = sum(given for _, given in way)
    out: list[tuple[int, int]] = []
    for left, right in places(way):
        out += [(right.start - _CLOSE, right.stop + _CLOSE)] * len(left)
    limits = [(max(low, 0), min(high, columns)) for low, high in out]
    return _connected([*limits, (max(columns - _CLOSE, 0), columns)], columns)


def _connected(ranges: list[tuple[int, int]], columns: int) -> list[tuple[int, int]]:
    """The ranges widened so that each reaches into the next, from the beginning of both lists on:
    there always is a way through."""
    out = list(ranges)
    out[0] = 0, out[0][1]
    for row in range(1, len(out)):
        low, high = out[row]
        out[row] = min(low, out[row - 1][1]), high
        if out[row][0] > out[row - 1][1]:
            out[row] = out[row - 1][1], high
    out[-1] = min(out[-1][0], out[-2][1]) if len(out) > 1 else 0, columns
    return out


def guide(source: Sequence[Traits], target: Sequence[Traits], on: Scale) -> list[tuple[int, int]]:
    """Pairs of clauses, each the other's best by rare features, in order and never crossing."""
    places: dict[str, tuple[list[int], list[int]]] = {feature: ([], []) for feature in on.shared}
    for side, items in enumerate((source, target)):
        for place, item in enumerate(items):
            for feature in item.features:
                if feature in places:
                    places[feature][side].append(place)
    sums: dict[tuple[int, int], float] = {}
    for feature, (left, right) in places.items():
        if len(left) * len(right) <= _RARE:
            for i in left:
                for j in right:
                    sums[i, j] = sums.get((i, j), 0.0) + on.shared[feature]
    whole = [
        [sum(on.shared[feature] for feature in item.features) for item in items]
        for items in (source, target)
    ]
    # Only pairs that share a good part of what they have: a wrong one would lock the way out.
    pairs = sorted(
        (i, j, value)
        for (i, j), value in sums.items()
        if value >= _GOOD_PART * min(whole[0][i], whole[1][j])
    )
    return heaviest_rising(pairs)


def heaviest_rising(pairs: Sequence[tuple[int, int, float]]) -> list[tuple[int, int]]:
    """The heaviest of their sequences in which both places rise; the pairs come in order."""
    ends: list[int] = []  # second places of sequences, rising
    best: list[tuple[float, int]] = []  # and, rising as well, their weights and last pairs
    before: list[int] = []
    waiting: list[tuple[int, float, int, int]] = []
    last = -1

    def settle() -> None:
        for j, weight, place, _ in waiting:
            at = bisect_left(ends, j)
            if at and best[at - 1][0] >= weight:
                continue
            while at < len(ends) and best[at][0] <= weight:
                del ends[at], best[at]
            ends.insert(at, j)
            best.insert(at, (weight, place))
        waiting.clear()

    for place, (i, j, value) in enumerate(pairs):
        if i != last:
            settle()
            last = i
        at = bisect_left(ends, j)
        weight, former = best[at - 1] if at else (0.0, -1)
        before.append(former)
        waiting.append((j, weight + value, place, former))
    settle()
    out: list[tuple[int, int]] = []
    place = best[-1][1] if best else -1
    while place >= 0:
        out.append(pairs[place][:2])
        place = before[place]
    return out[::-1]
