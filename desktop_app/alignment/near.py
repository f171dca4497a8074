"""Places of a lattice that are looked at: all of short lists; of long ones, those near a guide,
which is pairs of clauses with rare features in common, never crossing, or near a known way."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from desktop_app.alignment.evidence import Scale, Traits

Shape = tuple[int, int]
"""The clauses of each side in a row."""
Ranges = Sequence[tuple[int, int]]
"""For each number of source clauses used up, the least and the greatest number of target clauses
to try."""

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


def places(shapes: Sequence[Shape]) -> Iterator[tuple[range, range]]:
    """The places of the clauses of both sides of rows of these shapes."""
    i = j = 0
    for taken, given in shapes:
        yield range(i, i + taken), range(j, j + given)
        i, j = i + taken, j + given


def by_guide(source: Sequence[Traits], target: Sequence[Traits], on: Scale) -> Ranges:
    """The places near the guide."""
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


def by_way(way: Sequence[Shape]) -> Ranges:
    """The places near the way of these shapes."""
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
