"""Two language versions to rows: structure first (part, number, footnote mark), then order.

Numbered clauses stand against the same number. Between them, and in the preamble, the clauses
are aligned in order by dynamic programming over the evidence of their texts; rows never cross.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from desktop_app.alignment import evidence
from desktop_app.alignment.evidence import Scale, Traits
from desktop_app.resolution.bitext import Bitext, Row
from desktop_app.resolution.model import Clause, Line, Resolution

_PENALTY = {(1, 1): 0.0, (1, 2): 0.65, (2, 1): 0.65, (1, 0): 0.45, (0, 1): 0.45}
"""The shapes a row can have, clauses of each side, and what each costs beside its unlikeness."""
_BAND = 40
"""How many clauses a row may lie off the straight line through both texts, and how many at least
in texts so long that it has to be fewer."""
_NARROWEST = 8
_CELLS = 400_000
"""About how many places are looked at; their number grows with the length of the texts."""

Clauses = Sequence[Clause]
T = TypeVar("T")


class PairError(ValueError):
    """Two documents are no language versions of one resolution; the message says why."""


def check_pair(source: Resolution, target: Resolution) -> None:
    """Raises PairError unless the second can be a translation of the first."""
    if not target.is_resolution:
        raise PairError("it is not a resolution; choose a file that has the operative paragraphs")
    if not source.is_resolution:
        raise PairError("the text that it is to stand beside is not a resolution; open one first")
    if source.language == target.language:
        name = {"zh": "Chinese", "en": "English"}.get(source.language, source.language)
        raise PairError(f"both texts are in {name}; choose a version in another language")
    symbols = source.masthead.symbol, target.masthead.symbol
    if all(symbols) and symbols[0] != symbols[1]:
        raise PairError(
            f"it is {symbols[1]}, not {symbols[0]}; choose another language version of {symbols[0]}"
        )


def align(source: Resolution, target: Resolution) -> Bitext:
    """The rows between two language versions. Any two resolutions can be aligned; `check_pair`
    tells whether it makes sense."""
    rows: list[Row] = []
    for left, right in _paired(source.parts, target.parts, lambda part: part.id):
        rows += _clauses(left.clauses if left else (), right.clauses if right else ())
    rows += _by_id([note.id for note in source.footnotes], [note.id for note in target.footnotes])
    return Bitext(
        source,
        target,
        tuple(rows),
        head=tuple(_by_id(_ids(source.head), _ids(target.head))),
        closing=tuple(_by_id(_ids(source.closing), _ids(target.closing))),
    )


def alone(source: Resolution) -> Bitext:
    """The rows of a resolution without a translation."""
    ids = [clause.id for clause in source.walk()] + [note.id for note in source.footnotes]
    return Bitext(
        source,
        None,
        tuple(Row((id,), (), 1.0) for id in ids),
        head=tuple(Row((line.id,), (), 1.0) for line in source.head),
        closing=tuple(Row((line.id,), (), 1.0) for line in source.closing),
    )


def _ids(lines: Sequence[Line]) -> list[str]:
    return [line.id for line in lines]


def _by_id(source: Sequence[str], target: Sequence[str]) -> list[Row]:
    pairs = _paired(source, target, str)
    return [Row((left,) if left else (), (right,) if right else (), 1.0) for left, right in pairs]


def _paired(
    source: Sequence[T], target: Sequence[T], key: Callable[[T], str]
) -> Iterator[tuple[T | None, T | None]]:
    """Items of the same key side by side, in the order of the first side; an item of the second
    that has no counterpart comes after the one that it follows there."""
    known = {key(item) for item in source}
    counterparts = {key(item): item for item in target}
    followers: dict[str, list[T]] = {}
    before = ""
    for item in target:
        if key(item) in known:
            before = key(item)
        else:
            followers.setdefault(before, []).append(item)
    yield from ((None, item) for item in followers.get("", ()))
    for item in source:
        yield item, counterparts.get(key(item))
        yield from ((None, follower) for follower in followers.get(key(item), ()))


def _clauses(source: Clauses, target: Clauses) -> Iterator[Row]:
    """The rows of two lists of clauses and of their sub-paragraphs."""
    on = evidence.scale(_traits(source), _traits(target))
    left = right = 0
    for i, j in [*_same_number(source, target), (len(source), len(target))]:
        yield from _in_order(source[left:i], target[right:j], on)
        if i < len(source):
            yield from _row(source[i : i + 1], target[j : j + 1], on, floor=0.5)
        left, right = i + 1, j + 1


def _same_number(source: Clauses, target: Clauses) -> list[tuple[int, int]]:
    """The places of clauses that bear the same number on both sides, never crossing."""
    places = {clause.number: place for place, clause in enumerate(target) if clause.number}
    pairs: list[tuple[int, int]] = []
    last = -1
    for place, clause in enumerate(source):
        other = places.get(clause.number, -1) if clause.number else -1
        if other > last:
            pairs.append((place, other))
            last = other
    return pairs


def _row(source: Clauses, target: Clauses, on: Scale, floor: float = 0.0) -> Iterator[Row]:
    """One row and the rows of the sub-paragraphs in it. `floor` is what structure alone has
    shown."""
    score = 1.0
    if source and target:
        found = evidence.likeness(
            evidence.together(_traits(source)), evidence.together(_traits(target)), on
        )
        score = floor + (1 - floor) * found
    yield Row(tuple(c.id for c in source), tuple(c.id for c in target), round(score, 3))
    below = [c for clause in source for c in clause.clauses]
    other = [c for clause in target for c in clause.clauses]
    if below or other:
        yield from _clauses(below, other)


def _in_order(source: Clauses, target: Clauses, on: Scale) -> Iterator[Row]:
    if not source or not target:
        for clause in source:
            yield from _row([clause], [], on)
        for clause in target:
            yield from _row([], [clause], on)
        return
    left = right = 0
    for taken, given in _shapes(_traits(source), _traits(target), on):
        yield from _row(source[left : left + taken], target[right : right + given], on)
        left, right = left + taken, right + given


def _shapes(source: Sequence[Traits], target: Sequence[Traits], on: Scale) -> list[tuple[int, int]]:
    """The cheapest sequence of row shapes that uses up both sides."""
    rows, columns = len(source), len(target)
    best: list[dict[int, tuple[float, tuple[int, int]]]] = [{} for _ in range(rows + 1)]
    best[0][0] = 0.0, (0, 0)
    band = max(_NARROWEST, min(_BAND, _CELLS // rows))
    for i in range(rows + 1):
        # As far as the rows before and after reach, so that there always is a way through.
        first = max(0, (i - 1) * columns // rows - band)
        last = min(columns, (i + 1) * columns // rows + band)
        for j in range(first, last + 1):
            for shape, penalty in _PENALTY.items():
                a, b = i - shape[0], j - shape[1]
                before = best[a].get(b) if a >= 0 and b >= 0 else None
                if before is None:
                    continue
                cost = before[0] + penalty
                if a < i and b < j:
                    alike = evidence.likeness(
                        evidence.together(source[a:i]), evidence.together(target[b:j]), on
                    )
                    cost += 1 - alike
                if j not in best[i] or cost < best[i][j][0]:
                    best[i][j] = cost, shape
    shapes: list[tuple[int, int]] = []
    i, j = rows, columns
    while i or j:
        shape = best[i][j][1]
        shapes.append(shape)
        i, j = i - shape[0], j - shape[1]
    return shapes[::-1]


def _traits(clauses: Clauses) -> list[Traits]:
    return [evidence.traits(clause) for clause in clauses]
