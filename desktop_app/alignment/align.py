"""Two language versions to rows: structure first (part, number, footnote mark), then order.

Numbered clauses stand against the same number. Between them, and in the preamble, the clauses
are aligned in order by dynamic programming over the evidence of their texts; rows never cross.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from desktop_app.alignment import evidence, lattice
from desktop_app.resolution.bitext import Bitext, Row
from desktop_app.resolution.model import Clause, Line, Part, PartKind, Resolution

Clauses = Sequence[Clause]
Progress = Callable[[float], None]
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


def align(
    source: Resolution, target: Resolution, progress: Progress = lambda share: None
) -> Bitext:
    """The rows between two language versions. Any two resolutions can be aligned; `check_pair`
    tells whether it makes sense. `progress` is called now and then with the share that is done,
    and may raise to end it."""
    aligner = _Aligner(source, target, progress)
    rows: list[Row] = []
    rows += aligner.rows(_body(source), _body(target))
    for left, right in _paired(_annexes(source), _annexes(target), lambda part: part.id):
        rows += aligner.rows(left.clauses if left else (), right.clauses if right else ())
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


def _body(resolution: Resolution) -> list[Clause]:
    """The clauses of all parts but the annexes. They are aligned as one list, since a paragraph
    that lost its number can stand in another part than its counterpart."""
    parts = [part for part in resolution.parts if part.kind is not PartKind.ANNEX]
    return [clause for part in parts for clause in part.clauses]


def _annexes(resolution: Resolution) -> list[Part]:
    return [part for part in resolution.parts if part.kind is PartKind.ANNEX]


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


class _Aligner:
    """Aligns lists of clauses of two texts, with what is known of each clause kept."""

    def __init__(self, source: Resolution, target: Resolution, progress: Progress) -> None:
        self._progress = progress
        left, right = (
            [
                evidence.traits(clause, side.language, part.kind.value)
                for part in side.parts
                for clause in part.walk()
            ]
            for side in (source, target)
        )
        self._traits = (
            dict(zip((clause.id for clause in source.walk()), left, strict=True)),
            dict(zip((clause.id for clause in target.walk()), right, strict=True)),
        )
        self._on = evidence.scale(left, right)

    def rows(self, source: Clauses, target: Clauses) -> Iterator[Row]:
        """The rows of two lists of clauses and of their sub-paragraphs."""
        left = right = 0
        lefts = [self._traits[0][clause.id] for clause in source]
        rights = [self._traits[1][clause.id] for clause in target]
        for taken, given in lattice.shapes(lefts, rights, self._on, self._progress):
            yield from self._row(source[left : left + taken], target[right : right + given])
            left, right = left + taken, right + given

    def _row(self, source: Clauses, target: Clauses) -> Iterator[Row]:
        ids = tuple(c.id for c in source), tuple(c.id for c in target)
        if source and target:
            left, right = (
                evidence.together([self._traits[side][id] for id in own])
                for side, own in enumerate(ids)
            )
            score = evidence.score(left, right, self._on)
            yield Row(*ids, round(score, 3), evidence.reasons(left, right, self._on))
        else:
            yield Row(*ids, 1.0)
        below = [c for clause in source for c in clause.clauses]
        other = [c for clause in target for c in clause.clauses]
        if below or other:
            yield from self.rows(below, other)
