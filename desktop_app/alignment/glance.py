"""Long texts at a glance: which clauses plainly stand side by side, and which have to be weighed.

Most clauses of two versions go side by side, and their digits, opening words and lengths show it at
once. The clauses around a place where they do not are left to the lattice, which weighs all the
evidence. So a long text takes the time of a glance at each clause.
"""

import re
import sys
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from desktop_app.alignment.evidence import misfit
from desktop_app.grammar.characters import with_ascii_signs
from desktop_app.grammar.terms import opening
from desktop_app.resolution.model import Clause

_DIGITS = re.compile(r"\d+(?:/\d+)*")
_RARE = 25
"""Digits tell where a clause is if at most one clause in so many has them, in both texts."""
_FITS = 4.0
"""The square of the deviation, in standard deviations, of a length that still fits."""
_AHEAD = 40
"""Clauses after a doubtful place among which a sure one is sought, on both sides together."""
_WINDOW = 6
_ENOUGH = 5
"""Clauses surely go side by side where the evidence for _WINDOW of them in a row adds up to so
much: rare digits count two, the same opening words one. Lengths alone never make it sure."""


class Glance(NamedTuple):
    """A clause at a glance: its digits, its number, the concept of its opening words ("" if
    unknown), and its length in characters."""

    digits: frozenset[str]
    number: str
    opening: str
    length: int


class Stretch(NamedTuple):
    """Neighbouring clauses of both sides. `plain` ones stand one beside one."""

    source: slice
    target: slice
    plain: bool


def digits(clause: Clause) -> frozenset[str]:
    """The digits in a clause and its sub-paragraphs, as in ASCII."""
    found = {token for part in clause.walk() for token in _DIGITS.findall(part.text)}
    return frozenset(map(with_ascii_signs, found))


def reasons(source: Glance, target: Glance) -> tuple[str, ...]:
    """The evidence for a row at a glance, by the names that it has in evidence.py."""
    holds = {
        "number": not source.digits.isdisjoint(target.digits),
        "opening words": source.opening == target.opening != "",
        "length": True,
    }
    return tuple(name for name, is_so in holds.items() if is_so)


def glance(clause: Clause, language: str) -> Glance:
    """A clause and its sub-paragraphs at a glance."""
    length = sum(len(part.text) for part in clause.walk())
    return Glance(digits(clause), clause.number, opening(clause.text, language), length)


def stretches(
    source: Sequence[Glance],
    target: Sequence[Glance],
    progress: Callable[[float], None] = lambda share: None,
) -> Iterator[Stretch]:
    """The stretches of two lists in order; together they hold every clause once."""
    sides = _SideBySide(source, target)
    i = j = 0
    while i < len(source) and j < len(target):
        progress(i / len(source))
        length, sure = sides.run(i, j)
        if not sides.ends(i + length, j + length):
            # What is next to a doubtful place belongs to it: it may be half of a paragraph.
            length = max(sure - 1, 0)
        if length:
            yield Stretch(slice(i, i + length), slice(j, j + length), plain=True)
            i, j = i + length, j + length
        if i < len(source) and j < len(target):
            beyond, across = sides.sure_place(i, j, sure - length)
            yield Stretch(slice(i, beyond), slice(j, across), plain=False)
            i, j = beyond, across
    if i < len(source) or j < len(target):
        yield Stretch(slice(i, len(source)), slice(j, len(target)), plain=False)


class _SideBySide:
    """Two lists of clauses, and how far they go side by side."""

    def __init__(self, source: Sequence[Glance], target: Sequence[Glance]) -> None:
        self._source = source
        self._target = target
        lengths = [sum(item.length for item in side) for side in (source, target)]
        self._ratio = lengths[1] / lengths[0] if all(lengths) else 1.0
        counts = [Counter(d for item in side for d in item.digits) for side in (source, target)]
        most = max(len(source), len(target)) / _RARE
        self._telling = frozenset(
            digits
            for digits, count in counts[0].items()
            if 0 < counts[1][digits] <= most and count <= most
        )

    def ends(self, i: int, j: int) -> bool:
        """Whether both lists end there."""
        return i == len(self._source) and j == len(self._target)

    def run(self, i: int, j: int, most: int = sys.maxsize) -> tuple[int, int]:
        """How many clauses go side by side from there on, `most` at most, and how many of them
        surely do."""
        length = sure = 0
        weights: deque[int] = deque([0] * _WINDOW, _WINDOW)
        for place in range(min(len(self._source) - i, len(self._target) - j, most)):
            left, right = self._source[i + place], self._target[j + place]
            both = left.digits & right.digits
            if not self._fits(left, right, both):
                break
            length += 1
            weights.append(self._weight(left, right, both))
            if sum(weights) >= _ENOUGH:
                sure = length
        return length, sure

    def _weight(self, left: Glance, right: Glance, both: frozenset[str]) -> int:
        """The evidence, beside their lengths, that two clauses belong together."""
        rare = not both.isdisjoint(self._telling)
        return 2 * rare + (left.opening == right.opening != "")

    def _fits(self, left: Glance, right: Glance, both: frozenset[str]) -> bool:
        """Whether nothing speaks against two clauses standing side by side."""
        if misfit(left.length, right.length, self._ratio) > _FITS:
            return False
        if not both:
            if left.opening != right.opening and left.opening and right.opening:
                return False
            if left.number != right.number:
                return False
        # Months are digits in some languages only, so one side may have more of them.
        fewer = min(len(left.digits), len(right.digits))
        telling = (left.digits ^ right.digits) & self._telling
        return 2 * len(both) >= fewer and len(telling) <= len(both & self._telling)

    def sure_place(self, i: int, j: int, after: int) -> tuple[int, int]:
        """The nearest places where clauses are sure to go side by side again, `after` clauses or
        more from a doubtful pair; the ends of both lists if there are none."""
        for distance in range(after, _AHEAD + 1):
            for a in sorted(range(distance + 1), key=lambda a: abs(distance - 2 * a)):
                left, right = i + a, j + distance - a
                if left >= len(self._source) or right >= len(self._target):
                    continue
                length, sure = self.run(left, right, _WINDOW)
                if sure or (length and self.ends(left + length, right + length) and length > 1):
                    return left + 1, right + 1
        return len(self._source), len(self._target)
