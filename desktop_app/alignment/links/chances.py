"""How sure it is that two words of a row stand for each other, by what was learned."""

from collections.abc import Collection
from typing import NamedTuple

from desktop_app.alignment.links.alike import are_alike
from desktop_app.alignment.links.learning import Counterparts

_AGREED = 0.3
"""How likely both directions together hold a pair at least, among all of its row."""
_FAITHFUL = 0.5
"""The share of their rows that two words have in common at least."""
_OF_FEW = 2.0
"""The same share times the rows that they share: all of two rows, two thirds of three."""
_RIVAL = 0.7
"""The share of the worth of a pair from which on another one is as likely."""
_OFTEN = 2
"""Rows that two words share at least."""


class Pair(NamedTuple):
    """Two words that stand for each other; the worthier pair is linked first."""

    worth: float
    source: str
    target: str
    source_rivals: frozenset[str] = frozenset()
    target_rivals: frozenset[str] = frozenset()
    """Words that are about as likely in the place of the one and of the other, these included."""


class Chances:
    """The chances of the words of one row."""

    def __init__(
        self, source: Collection[str], target: Collection[str], known: Counterparts
    ) -> None:
        self._known = known
        self._forward = {other: _shared_out(other, source, known.forward) for other in target}
        """Of each word of the target, how likely it stands for each of the source."""
        self._backward = {one: _shared_out(one, target, known.backward) for one in source}

    def pairs(self) -> list[Pair]:
        """The pairs to link, each word once, the worthiest first."""
        alike = [
            Pair(2.0, one, other)
            for one in self._backward
            for other in self._forward
            if are_alike(one, other)
        ]
        learned = [
            self._pair(one, other)
            for other, chances in self._forward.items()
            for one in chances
            if self._worth(one, other) >= _AGREED and self._is_no_chance(one, other)
        ]
        taken: tuple[set[str], set[str]] = set(), set()
        found: list[Pair] = []
        for pair in sorted(alike + learned, key=_order):
            if pair.source not in taken[0] and pair.target not in taken[1]:
                found.append(pair)
                taken[0].add(pair.source)
                taken[1].add(pair.target)
        return found

    def _is_no_chance(self, one: str, other: str) -> bool:
        """Whether two words stand in the same rows too often for chance: of few rows, in nearly all
        of theirs."""
        rows = self._known.together[one, other]
        return rows >= _OFTEN and self.together(one, other) >= max(_FAITHFUL, _OF_FEW / rows)

    def _pair(self, one: str, other: str) -> Pair:
        worth = self._worth(one, other)
        least = _RIVAL * worth
        tied = (
            [rival for rival in self._backward if self._worth(rival, other) >= least],
            [rival for rival in self._forward if self._worth(one, rival) >= least],
        )
        return Pair(worth, one, other, frozenset(tied[0]), frozenset(tied[1]))

    def _worth(self, one: str, other: str) -> float:
        return self.forward(one, other) * self.backward(one, other)

    def together(self, one: str, other: str) -> float:
        """The share of their rows that two words have in common."""
        rows = self._known.rows
        return 2 * self._known.together[one, other] / (rows[0][one] + rows[1][other] or 1)

    def forward(self, one: str, other: str) -> float:
        """How likely a word of the target stands for one of the source."""
        return self._forward[other].get(one, 0.0)

    def backward(self, one: str, other: str) -> float:
        """How likely a word of the source stands for one of the target."""
        return self._backward[one].get(other, 0.0)


def _order(pair: Pair) -> tuple[float, str, str]:
    return -pair.worth, pair.source, pair.target


def _shared_out(
    word: str, others: Collection[str], likely: dict[str, dict[str, float]]
) -> dict[str, float]:
    chances = {
        other: chance for other in others if (chance := likely.get(other, {}).get(word, 0.0))
    }
    whole = sum(chances.values())
    return {other: chance / whole for other, chance in chances.items()}
