"""The rows of long lists, weighed block by block: of each block, the rows up to the last sure one
before its end, after which the next begins."""

import math
from collections.abc import Callable, Iterator, Sequence

from desktop_app.resolution.bitext import Row
from desktop_app.resolution.model import Clause

_BLOCK = 400
"""Clauses of either side that are weighed together."""
_MARGIN = 40
"""Clauses at the end of a block whose counterparts may be beyond it."""
_SETTLED = 0.75
"""The score of a row from which the next block can go on."""
_ENOUGH = 0.25
"""The share of the rows of a block that are settled together at the least."""

Clauses = Sequence[Clause]
Matched = tuple[Row, Clauses, Clauses]
"""A row and the clauses of its two sides."""
Level = Callable[[Clauses, Clauses], Iterator[Matched]]
"""What finds the rows of two lists, without what is below them."""


def rows(source: Clauses, target: Clauses, weighed: Level) -> Iterator[Matched]:
    """The rows of two lists of any length."""
    i = j = 0
    while max(len(source) - i, len(target) - j) > _BLOCK:
        left, right = source[i : i + _BLOCK], target[j : j + _BLOCK]
        ends = _near_end(left, len(source) - i), _near_end(right, len(target) - j)
        found = list(weighed(left, right))
        for matched in found[: _settled(found, ends)]:
            yield matched
            i, j = i + len(matched[1]), j + len(matched[2])
    yield from weighed(source[i:], target[j:])


def _near_end(block: Clauses, left: int) -> float:
    """The clauses of a block that are not near its end, if more of the text are left."""
    return len(block) - _MARGIN if left > len(block) else math.inf


def _settled(found: Sequence[Matched], ends: tuple[float, float]) -> int:
    """How many rows of a block are settled: those up to the last sure one that is not near its
    ends, unless most of the block is behind it; else up to the last that is not."""
    i = j = inner = last = 0
    for number, (row, left, right) in enumerate(found, 1):
        i, j = i + len(left), j + len(right)
        if i > ends[0] or j > ends[1]:
            break
        inner = number
        if row.source and row.target and row.score >= _SETTLED:
            last = number
    return (last if last >= inner * _ENOUGH else inner) or 1
