"""Long texts at a glance: where clauses plainly stand beside each other, and where one has to look.

Most clauses of two versions go side by side, and their digits and lengths say so at once. What lies
around a place where they do not is left to the lattice, which weighs all the evidence. So the time
for a long text is that of a glance at each clause.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from desktop_app.alignment.anchors import with_ascii_signs
from desktop_app.alignment.evidence import misfit
from desktop_app.resolution.model import Clause

_DIGITS = re.compile(r"\d+(?:/\d+)*")
_RARE = 25
"""A text's clauses are this many times as many as those with digits that tell where one is."""
_FITS = 4.0
"""The square of the deviation, in standard deviations, of a length that still fits."""
_BACK = 12
"""Clauses before a doubtful place that are looked at again where no digits say where one is."""
_AHEAD = 40
"""Clauses after a doubtful place among which a sure one is sought, on both sides together."""
_RUN = 4
"""Clauses in a row that have to go side by side for the walk to go on where no digits help."""
_SURE = 2
"""And where digits that are rare say so."""


class Glance(NamedTuple):
    """A clause at a glance: the digits in it, its number and its length in characters."""

    digits: frozenset[str]
    number: str
    length: int


class Stretch(NamedTuple):
    """Neighbouring clauses of both sides. `plain` ones stand one beside one."""

    source: slice
    target: slice
    plain: bool


def glance(clause: Clause) -> Glance:
    """A clause and its sub-paragraphs at a glance."""
    digits: set[str] = set()
    length = 0
    for part in clause.walk():
        text = part.text
        digits.update(_DIGITS.findall(text))
        length += len(text)
    return Glance(frozenset(map(with_ascii_signs, digits)), clause.number, length)


def stretches(
    source: Sequence[Glance],
    target: Sequence[Glance],
    progress: Callable[[float], None] = lambda share: None,
) -> Iterator[Stretch]:
    """The stretches of two lists in order; together they hold every clause once."""
    walk = _Walk(source, target)
    i = j = 0
    while i < len(source) and j < len(target):
        progress(i / len(source))
        length, sure = walk.run(i, j)
        # What is next to a doubtful place belongs to it: it may be half of a paragraph.
        kept = max(sure - 1, length - _BACK, 0) if i + length < len(source) else length
        kept = length if walk.ends(i + length, j + length) else kept
        if kept:
            yield Stretch(slice(i, i + kept), slice(j, j + kept), plain=True)
            i, j = i + kept, j + kept
        if i < len(source) and j < len(target):
            beyond, across = walk.sure_place(i + length - kept, j + length - kept)
            yield Stretch(slice(i, beyond), slice(j, across), plain=False)
            i, j = beyond, across
    if i < len(source) or j < len(target):
        yield Stretch(slice(i, len(source)), slice(j, len(target)), plain=False)


class _Walk:
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

    def run(self, i: int, j: int) -> tuple[int, int]:
        """How many clauses go side by side from there on, and how many up to the last one whose
        digits say so."""
        length = sure = 0
        for place in range(min(len(self._source) - i, len(self._target) - j)):
            left, right = self._source[i + place], self._target[j + place]
            both = left.digits & right.digits
            if not self._fits(left, right, both):
                break
            length += 1
            if not both.isdisjoint(self._telling):
                sure = length
        return length, sure

    def _fits(self, left: Glance, right: Glance, both: frozenset[str]) -> bool:
        if misfit(left.length, right.length, self._ratio) > _FITS:
            return False
        if left.number != right.number and not both:
            return False
        # Months are digits in some languages only, so one side may have more of them.
        fewer = min(len(left.digits), len(right.digits))
        telling = (left.digits ^ right.digits) & self._telling
        return 2 * len(both) >= fewer and len(telling) <= len(both & self._telling)

    def sure_place(self, i: int, j: int) -> tuple[int, int]:
        """The nearest places after a doubtful one from which clauses go side by side again, or the
        ends of both lists."""
        for distance in range(1, _AHEAD + 1):
            for a in sorted(range(distance + 1), key=lambda a: abs(distance - 2 * a)):
                left, right = i + a, j + distance - a
                if left >= len(self._source) or right >= len(self._target):
                    continue
                length, sure = self._short_run(left, right)
                if (
                    length == _RUN
                    or sure >= _SURE
                    or (sure and self.ends(left + length, right + length))
                ):
                    return left + 1, right + 1
        return len(self._source), len(self._target)

    def _short_run(self, i: int, j: int) -> tuple[int, int]:
        length = sure = 0
        for left, right in zip(
            self._source[i : i + _RUN], self._target[j : j + _RUN], strict=False
        ):
            both = left.digits & right.digits
            if not self._fits(left, right, both):
                break
            length += 1
            sure += not both.isdisjoint(self._telling)
        return length, sure
