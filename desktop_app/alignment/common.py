"""What clauses of two texts that may stand side by side have in common, and what it is worth."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import TypeVar

from desktop_app.alignment.evidence import Scale, Traits

T = TypeVar("T")
_Holders = Mapping[str, Sequence[int]]
"""The clauses that have a feature, in order."""


def worth(
    source: Sequence[Traits],
    target: Sequence[Traits],
    on: Scale,
    ranges: Sequence[tuple[int, int]],
) -> list[tuple[int, list[float]]]:
    """For each source clause, the first target clause of its range, and for each of the range how
    much what they have in common counts: for a row, and no longer against it."""
    required = _holders([item.features for item in target])
    allowed = _holders([item.possible for item in target])
    # Either side brings half the worth of a shared feature.
    half = {feature: value / 2 + on.alone[feature] for feature, value in on.shared.items()}
    out: list[tuple[int, list[float]]] = []
    for item, (first, last) in zip(source, ranges, strict=True):
        found = [0.0] * (last - first)
        for features, holders, times in (
            (item.features, required, 2),
            (item.features, allowed, 1),
            (item.possible, required, 1),
        ):
            for feature in features:
                value = half.get(feature, 0.0) * times
                for place in _between(holders.get(feature, ()), first, last):
                    found[place - first] += value
        out.append((first, found))
    return out


def _between(places: Sequence[int], first: int, last: int) -> Sequence[int]:
    """Those of some places that are in this range."""
    return places[bisect_left(places, first) : bisect_left(places, last)] if places else places


def _holders(held: Sequence[frozenset[str]]) -> _Holders:
    found: dict[str, list[int]] = {}
    for place, features in enumerate(held):
        for feature in features:
            found.setdefault(feature, []).append(place)
    return found


def cut(values: Sequence[T], begin: int, first: int, last: int, missing: T) -> list[T]:
    """The values from `first` up to `last` of a list of which the first stands for `begin`."""
    if last <= begin or first >= begin + len(values):
        return [missing] * (last - first)
    inner = values[max(first - begin, 0) : last - begin]
    before = [missing] * max(begin - first, 0)
    return [*before, *inner, *[missing] * (last - first - len(before) - len(inner))]
