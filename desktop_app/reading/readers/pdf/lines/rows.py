"""Characters that stand on one line of a page, with the marks behind their words.

Characters on one baseline make a row. Smaller ones a little above the baseline of another row
(footnote marks) or below it (the 2 of CO2) are no row of their own but join that one: a plain
grouping by baseline would lose every mark.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from desktop_app.reading.readers.pdf.lines.characters import Char

_BASE, _SIZE, _LEFT = attrgetter("base"), attrgetter("size"), attrgetter("left")
_BY_PLACE = attrgetter("left", "number")
_SAME_BASE = 0.15
"""Part of the size of the type by which the baselines of a row differ."""
_SMALL = 0.8
"""Marks are smaller than this part of the type of their row."""
_HIGHEST, _LOWEST = 0.7, -0.3
"""How far above and below the baseline they stand, in parts of the size of that type."""
_RAISED = 0.12
"""A small character above this is a raised one."""
_NEAR = 2.5
"""How far they stand from the next character of the row, in the same parts."""


@dataclass(slots=True)
class Row:
    """Characters of a line by their left edges; `raised` are the numbers (`Char.number`) of those
    above the line."""

    base: float
    size: float
    chars: list[Char]
    raised: set[int] = field(default_factory=set)

    @property
    def left(self) -> float:
        """Where the first character begins."""
        return self.chars[0].left

    @property
    def right(self) -> float:
        """Where the last character ends."""
        return max(char.right for char in self.chars)


def rows(chars: Sequence[Char]) -> list[Row]:
    """The rows of characters, the uppermost first."""
    found = [_row(group) for group in _by_base(chars)]
    hosts = _Hosts(found)
    for row in found:
        row.chars = [
            char for char in row.chars if char.size > hosts.most or not hosts.take(char, row)
        ]
    kept = [row for row in found if row.chars]
    for row in kept:
        row.chars.sort(key=_BY_PLACE)
        row.chars = _drawn_once(row.chars)
    return kept


def _by_base(chars: Sequence[Char]) -> list[list[Char]]:
    groups: list[list[Char]] = []
    last: Char | None = None
    for char in sorted(chars, key=_BASE, reverse=True):
        if last is not None:
            apart = last.base - char.base
            if not apart or apart <= _SAME_BASE * min(last.size, char.size):
                groups[-1].append(char)
                last = char
                continue
        groups.append([char])
        last = char
    return groups


def _row(chars: list[Char]) -> Row:
    sizes = in_halves(Counter(map(_SIZE, chars)))
    size = max(sizes, key=lambda size: (sizes[size], size)) or 1.0
    bases = sorted(map(_BASE, chars))
    return Row(bases[len(bases) // 2], size, sorted(chars, key=_LEFT))


def in_halves(sizes: Counter[float]) -> Counter[float]:
    """How often sizes of type occur that are told apart by half a point."""
    out: Counter[float] = Counter()
    for size, count in sizes.items():
        out[round(size * 2) / 2] += count
    return out


class _Hosts:
    """The rows that small characters can join."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = sorted(rows, key=lambda row: row.base)
        self._bases = [row.base for row in self._rows]
        self._lefts = {id(row): [char.left for char in row.chars] for row in rows}
        self._chars = {id(row): list(row.chars) for row in rows}
        self._reach = max((row.size for row in rows), default=0.0)
        self.most = _SMALL * self._reach
        """The size of the characters that are small for some row."""

    def take(self, char: Char, own: Row) -> bool:
        """Puts a small character into the row that it belongs to; False if there is none."""
        best: tuple[bool, float, Row] | None = None
        start = bisect_left(self._bases, own.base - _HIGHEST * self._reach)
        for row in self._rows[start:]:
            above = (own.base - row.base) / row.size
            if row.base > own.base - _LOWEST * self._reach:
                break
            if row is own or char.size > _SMALL * row.size or not _LOWEST <= above <= _HIGHEST:
                continue
            distance = self._distance(char, row)
            if distance <= _NEAR * row.size:
                found = (above < _RAISED, distance, row)
                best = found if best is None or found[:2] < best[:2] else best
        if best is None:
            return False
        lowered, _, row = best
        row.chars.append(char)
        if not lowered:
            row.raised.add(char.number)
        return True

    def _distance(self, char: Char, row: Row) -> float:
        """How far a character is from the next one of a row."""
        chars = self._chars[id(row)]
        at = bisect_left(self._lefts[id(row)], char.left)
        gaps = [chars[at].left - char.right] if at < len(chars) else []
        if at:
            gaps.append(char.left - chars[at - 1].right)
        return max(min(gaps, key=abs), 0.0)


def _drawn_once(chars: list[Char]) -> list[Char]:
    """Without the second of two equal characters drawn over each other to look bold. Two letters
    of a ligature share a place too, but follow each other in the file."""
    out: list[Char] = []
    for char in chars:
        if out and (last := out[-1]).text == char.text:
            over = char.left - last.left < 0.1 * char.size and abs(char.base - last.base) < 1
            if over and abs(char.number - last.number) > 1:
                continue
        out.append(char)
    return out
