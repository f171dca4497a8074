"""Two language versions to rows, in order and never crossing, by all the evidence that two clauses
say the same.

Footnotes stand against those that the same rows call, sub-paragraphs align within their paragraphs
unless levels part the two versions, annexes within the same annex, articles and other divisions
within the like one; all other clauses are one list.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import TypeVar

from desktop_app.alignment import (
    blocks,
    divisions,
    evidence,
    glance,
    lattice,
    learning,
    near,
    surety,
)
from desktop_app.alignment.blocks import Clauses, Level, Matched
from desktop_app.alignment.evidence import Scale, Traits
from desktop_app.alignment.footnotes import partners
from desktop_app.common.messages import Message, UserError
from desktop_app.resolution.bitext import Bitext, Row
from desktop_app.resolution.model import Clause, Line, Part, PartKind, Resolution

WHOLE = 62_500
"""Pairs of clauses up to which all the evidence is weighed for all of them."""
_TELLING = 8
"""Different digits that a text must have for them to tell whether another is a version of it."""
_AGREEING = 0.25
"""The share of them that versions of one text have in common at the least."""
_PLAIN = 0.9
"""The score of a row whose digits, opening words and length go together, in a long text."""

_MANY_GAPS = 0.2
"""The share of rows without a counterpart from which the levels may be what parts two versions."""
_FEWER_GAPS = 0.6
"""The share of these that may be left where levels count for nothing."""
Progress = Callable[[float], None]
T = TypeVar("T")


class PairError(UserError, ValueError):
    """Two documents are no language versions of one resolution. `possible` tells whether one can be
    shown beside the other all the same, row by row and without sense."""

    def __init__(self, message: Message, possible: bool = False) -> None:
        super().__init__(message)
        self.possible = possible


def check_pair(source: Resolution, target: Resolution) -> None:
    """Raises PairError unless the second can be a translation of the first, or another edition of
    it in its language."""
    if not target.is_structured:
        raise PairError(
            Message("it is not a resolution; choose a file that has the operative paragraphs")
        )
    if not source.is_structured:
        raise PairError(
            Message("the text that it is to stand beside is not a resolution; open one first")
        )
    symbols = source.masthead.symbol, target.masthead.symbol
    if all(symbols) and symbols[0] != symbols[1]:
        raise PairError(
            Message("it is %1, not %2; choose another language version of %2", symbols[::-1]),
            possible=True,
        )
    if not all(symbols) and not _agree(source, target):
        raise PairError(
            Message(
                "next to none of its numbers, dates and symbols are those of this text; choose "
                "another language version of the same resolution"
            ),
            possible=True,
        )


def _agree(source: Resolution, target: Resolution) -> bool:
    """Whether two texts have enough digits in common to be versions of one. Texts with hardly any
    digits pass."""
    digits = [
        frozenset().union(
            *(glance.digits(clause) for part in side.divisions() for clause in part.clauses)
        )
        for side in (source, target)
    ]
    fewer = min(map(len, digits))
    return fewer < _TELLING or len(digits[0] & digits[1]) >= fewer * _AGREEING


def align(
    source: Resolution, target: Resolution, progress: Progress = lambda share: None
) -> Bitext:
    """The rows between two language versions. Any two resolutions can be aligned; `check_pair`
    tells whether it makes sense. `progress` is called now and then with the share that is done
    (0 to 1), and may raise to end it."""
    rows = list(_of_clauses(source, target, _Aligner(source, target, progress).level))
    return Bitext(
        source,
        target,
        (*rows, *_of_notes(source, target, partners(source, target, rows))),
        head=tuple(_by_id(_ids(source.head), _ids(target.head))),
        closing=tuple(_by_id(_ids(source.closing), _ids(target.closing))),
    )


def with_notes(bitext: Bitext, rows: Sequence[Row]) -> Bitext:
    """The bitext with these rows of its clauses, and the footnotes as they stand to them."""
    source, target = bitext.source, bitext.target
    if target is None:
        return bitext
    notes = _of_notes(source, target, partners(source, target, rows))
    return bitext._replace(rows=(*rows, *notes))


def _of_clauses(source: Resolution, target: Resolution, level: Level) -> Iterator[Row]:
    """The rows of all clauses, in the reading order of both versions; `level` pairs two lists of
    clauses without what is below them."""
    for likes in divisions.resolutions(source, target):
        for left, right in divisions.body(likes.source, likes.target):
            yield from _of_lists(left, right, level)
        annexes, others = divisions.annexes(likes.source), divisions.annexes(likes.target)
        for annex, other in _paired(annexes, others, lambda part: part.id.rpartition(".")[2]):
            for left, right in divisions.annexed(annex, other):
                yield from _of_lists(left, right, level)


def _of_lists(source: Clauses, target: Clauses, level: Level) -> Iterator[Row]:
    """The rows of two lists of clauses and of what is below them: level by level, unless far more
    have a counterpart where levels count for nothing, since one version has sub-paragraphs where
    the other has paragraphs."""
    rows = list(_nested(source, target, level))
    gaps = _gaps(rows)
    ours, theirs = _flat(source), _flat(target)
    has_levels = len(ours) > len(source) or len(theirs) > len(target)
    if has_levels and source and target and gaps > _MANY_GAPS * len(rows):
        flat = [row for row, _, _ in level(ours, theirs)]
        if _gaps(flat) <= _FEWER_GAPS * gaps:
            rows = flat
    yield from rows


def _gaps(rows: Sequence[Row]) -> int:
    return sum(not (row.source and row.target) for row in rows)


def _flat(clauses: Clauses) -> Clauses:
    """The clauses and all below them as one list, each by itself."""
    return [part._replace(clauses=()) for clause in clauses for part in clause.walk()]


def _nested(source: Clauses, target: Clauses, level: Level) -> Iterator[Row]:
    """The rows of two lists of clauses, each before those of its sub-paragraphs."""
    ahead = [level(source, target)]
    while ahead:
        for row, left, right in ahead[-1]:
            yield row
            below = [child for clause in left for child in clause.clauses]
            other = [child for clause in right for child in clause.clauses]
            if below or other:
                ahead.append(level(below, other))
                break
        else:
            ahead.pop()


def _of_notes(source: Resolution, target: Resolution, partner: Mapping[str, str]) -> Iterator[Row]:
    """The rows of the footnotes."""
    own = {other: id for id, other in partner.items()}
    ours = [(note.id, note.id) for note in source.footnotes]
    theirs = [(note.id, own.get(note.id, f" {note.id}")) for note in target.footnotes]
    for left, right in _paired(ours, theirs, itemgetter(1)):
        yield Row((left[0],) if left else (), (right[0],) if right else (), 1.0)


def unaligned(source: Resolution, target: Resolution) -> Bitext:
    """Two texts that are hardly versions of one, beside each other by the ids of their clauses
    alone, so that every row is unsure."""
    bitext = align(source._replace(parts=()), target._replace(parts=()))
    rows = _of_clauses(source, target, _with_same_ids)
    return bitext._replace(source=source, target=target, rows=(*rows, *bitext.rows))


def _with_same_ids(source: Clauses, target: Clauses) -> Iterator[Matched]:
    """The unsure rows of two lists, clauses of one id side by side where they do not cross."""
    places = {clause.id: place for place, clause in enumerate(target)}
    same = [(i, places[c.id], 1.0) for i, c in enumerate(source) if c.id in places]
    i = j = 0
    for left, right in (*near.heaviest_rising(same), (len(source), len(target))):
        yield from ((Row((c.id,), (), 0.0), [c], []) for c in source[i:left])
        yield from ((Row((), (c.id,), 0.0), [], [c]) for c in target[j:right])
        if left < len(source):
            one, other = source[left], target[right]
            yield Row((one.id,), (other.id,), 0.0), [one], [other]
        i, j = left + 1, right + 1


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


def _sections(side: Resolution) -> Iterator[Part]:
    """The parts of every resolution in a text."""
    for part in side.parts:
        yield from part.parts if part.kind is PartKind.RESOLUTION else [part]


def _length(side: Resolution) -> int:
    return sum(sum(map(str.isalpha, clause.text)) for clause in side.walk())


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
    """Aligns lists of clauses of two texts."""

    def __init__(self, source: Resolution, target: Resolution, progress: Progress) -> None:
        self._languages = source.language, target.language
        self._sections = tuple(
            {clause.id: part.kind.value for part in _sections(side) for clause in part.walk()}
            for side in (source, target)
        )
        self._is_one_language = source.language == target.language
        self._divisions = tuple(map(divisions.names, (source, target)))
        self._ratio = evidence.ratio(_length(source), _length(target), self._languages)
        self._parents = tuple(
            frozenset(clause.id for clause in side.walk() if clause.clauses)
            for side in (source, target)
        )
        self._progress = progress
        self._reached = 0.0
        self._known: dict[tuple[int, str], Traits] = {}

    def level(self, source: Clauses, target: Clauses) -> Iterator[Matched]:
        """The rows of two lists of clauses, without what is below them."""
        numbers = [[clause.number for clause in side if clause.number] for side in (source, target)]
        alike = numbers[0] == numbers[1]
        if len(source) * len(target) <= WHOLE:
            yield from self._weighed(source, target, alike)
            return
        lefts, rights = (
            [glance.glance(clause, language) for clause in side]
            for side, language in zip((source, target), self._languages, strict=True)
        )
        for stretch in glance.stretches(lefts, rights, self._progress):
            left, right = source[stretch.source], target[stretch.target]
            self._reached = stretch.source.start / len(source)
            if not stretch.plain:
                yield from self._in_blocks(left, right, alike)
                continue
            glances = zip(lefts[stretch.source], rights[stretch.target], strict=True)
            for one, other, seen in zip(left, right, glances, strict=True):
                row = Row((one.id,), (other.id,), _PLAIN, glance.reasons(*seen))
                yield row, [one], [other]

    def _in_blocks(
        self, source: Clauses, target: Clauses, numbered_alike: bool
    ) -> Iterator[Matched]:
        """The rows of two lists of any length, weighed block by block."""
        before, whole = self._reached, len(source) or 1
        done = 0

        def weighed(left: Clauses, right: Clauses) -> Iterator[Matched]:
            self._reached = before + (1 - before) * done / whole
            return self._weighed(left, right, numbered_alike)

        for matched in blocks.rows(source, target, weighed):
            yield matched
            done += len(matched[1])

    def _weighed(self, source: Clauses, target: Clauses, numbered_alike: bool) -> Iterator[Matched]:
        """The rows of two lists by all the evidence."""
        lefts, rights = (
            evidence.with_copies(
                [self._traits_of(clause, side, numbered_alike) for clause in clauses], clauses
            )
            for side, clauses in enumerate((source, target))
        )
        # The next block may hold some of these again.
        self._known = {
            (side, clause.id): item
            for side, (clauses, items) in enumerate(((source, lefts), (target, rights)))
            for clause, item in zip(clauses, items, strict=True)
        }
        if not self._is_one_language:
            both = source, target
            lefts, rights = evidence.with_untranslated(lefts, rights, both, self._ratio)
        on = evidence.scale(lefts, rights, self._ratio)
        known: Sequence[near.Shape] = ()
        if min(len(source), len(target)) >= learning.FEWEST:
            known = lattice.first_look(lefts, rights, on, self._go_on)
            lefts, rights, on = self._learned(source, target, lefts, rights, known)
        shapes = lattice.shapes(lefts, rights, on, known, self._go_on)
        for row in surety.rows(lefts, rights, shapes, on):
            left = source[row.source.start : row.source.stop]
            right = target[row.target.start : row.target.stop]
            ids = tuple(c.id for c in left), tuple(c.id for c in right)
            yield Row(*ids, row.score, row.reasons), left, right

    def _go_on(self, share: float) -> None:
        """Tells how far the whole is, whatever share of a piece of it is done."""
        self._progress(self._reached)

    def _learned(
        self,
        source: Clauses,
        target: Clauses,
        lefts: list[Traits],
        rights: list[Traits],
        shapes: Sequence[near.Shape],
    ) -> tuple[list[Traits], list[Traits], Scale]:
        """The traits of two lists and the scale of their evidence, with what rows of these shapes
        tell of the texts."""
        rows = list(near.places(shapes))
        ours, theirs = (
            [learning.words(clause, language) for clause in side]
            for side, language in zip((source, target), self._languages, strict=True)
        )
        kept = evidence.kept(lefts, rights, rows)
        left, right = learning.with_learned(lefts, rights, (ours, theirs), rows)
        return left, right, evidence.scale(left, right, self._ratio, kept, rows)

    def _traits_of(self, clause: Clause, side: int, numbered_alike: bool) -> Traits:
        known = self._known.get((side, clause.id))
        if known:
            return known
        section = self._sections[side][clause.id]
        division = self._divisions[side].get(clause.id, "")
        found = evidence.traits(clause, self._languages[side], section, division, numbered_alike)
        found = found._replace(is_parent=clause.id in self._parents[side])
        return (
            learning.with_words(found, clause, self._languages[side])
            if self._is_one_language
            else found
        )
