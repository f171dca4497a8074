"""Which occurrences on two sides stand for each other, where a value stands there several times.

What stands alone on both sides tells where the two run together: of several occurrences those
belong together that have the same words near them.
"""

from collections.abc import Sequence
from math import exp
from typing import NamedTuple

_MOST = 200
"""Pairs of occurrences up to which all are compared, where one side has more."""
_NEAR = 40.0
"""Characters in which the weight of a word nearby falls to a third."""
_LEAST = 0.1
"""What they must have around them at least."""
_LOOKED_AT = 60
"""Pairs that stand alone, by which the others are told apart."""

Pairs = list[tuple[int, int]]


class Places(NamedTuple):
    """Places in the source and in the target that belong together."""

    together: tuple[tuple[int, int], ...]

    def paired(self, source: Sequence[int], target: Sequence[int]) -> Pairs:
        """Pairs of occurrences, by their numbers, for where each starts. As many on both sides go
        in order; of more on one side, those that have most of the same words around them."""
        if len(source) == len(target):
            return [(number, number) for number in range(len(source))]
        if not source or not target or len(source) * len(target) > _MOST:
            return []
        weights = [[self._weight(one, other) for other in target] for one in source]
        return [
            (one, other)
            for one, other in _in_order(weights)
            if weights[one][other]
            >= max(_LEAST, *weights[one], *(others[other] for others in weights))
        ]

    def _weight(self, one: int, other: int) -> float:
        return sum(
            exp(-(abs(one - place) + abs(other - counterpart)) / _NEAR)
            for place, counterpart in self.together[:_LOOKED_AT]
        )


def _in_order(weights: Sequence[Sequence[float]]) -> Pairs:
    """The pairs that weigh most together and do not cross."""
    best = [[0.0] * (len(weights[0]) + 1) for _ in range(len(weights) + 1)]
    for one, row in enumerate(weights, 1):
        for other, weight in enumerate(row, 1):
            best[one][other] = max(
                best[one - 1][other], best[one][other - 1], best[one - 1][other - 1] + weight
            )
    one, other = len(weights), len(weights[0])
    found: Pairs = []
    while one and other:
        if best[one][other] == best[one - 1][other]:
            one -= 1
        elif best[one][other] == best[one][other - 1]:
            other -= 1
        else:
            one, other = one - 1, other - 1
            found.append((one, other))
    return found[::-1]
