"""Footnotes to rows: each against the one that the other version calls in the same place."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import product

from desktop_app.grammar.characters import with_ascii_signs
from desktop_app.resolution.bitext import Row
from desktop_app.resolution.model import Resolution, notes

_DIGITS = re.compile(r"\d+")
_TOGETHER, _SAME_MARK = 0.5, 0.25
"""What it is worth that two notes are called in the same row, and that they have one mark there."""
_UNKNOWN = 0.5
"""How far notes of which one has no digit agree."""
_FEW = 400
"""Pairs of notes in a row up to which all are weighed; of more, each with that in its own place."""

_Ids = Sequence[str]


def partners(source: Resolution, target: Resolution, rows: Sequence[Row]) -> dict[str, str]:
    """The notes of the target that are those of the source, by the ids of these; `rows` are those
    of the clauses.

    It is the note with the same mark where rows call the same marks on both sides, as they do in
    the versions that the United Nations publish. Where one version has a note more or fewer, the
    marks after it differ: then it is a note that the same row calls and that has digits of it,
    and else that with the same mark, unless both have digits and none in common.
    """
    sides = source, target
    texts = [{note.id: note.text for note in side.footnotes} for side in sides]
    calls = [_calls(side) for side in sides]
    same: set[str] = set()
    loose: list[tuple[_Ids, _Ids]] = []
    clauses = {clause.id for clause in source.walk()}
    titles = [Row((id,), (id,), 1.0) for id in calls[0] if id in calls[1] and id not in clauses]
    for row in (*rows, *titles):
        left, right = (
            [note for id in ids for note in own.get(id, ()) if note in known]
            for ids, own, known in zip((row.source, row.target), calls, texts, strict=True)
        )
        if set(left) == set(right):
            same |= set(left)
        else:
            loose.append((left, right))
    free = [[note for note in known if note not in same] for known in texts]
    found = {note: note for note in same}
    if all(free):
        found |= _best(_worth(free, texts, calls, loose), free)
    return found


def _calls(side: Resolution) -> dict[str, tuple[str, ...]]:
    """The notes that clauses, headings and lines call, by the ids of these."""
    found = {clause.id: clause.notes for clause in side.walk()}
    found |= {part.id: notes(part.heading) for part in side.divisions()}
    return found | {line.id: notes(line.runs) for line in (*side.head, *side.closing)}


def _worth(
    free: Sequence[_Ids],
    texts: Sequence[Mapping[str, str]],
    calls: Sequence[Mapping[str, _Ids]],
    loose: Sequence[tuple[_Ids, _Ids]],
) -> dict[tuple[str, str], float]:
    """What it is worth to take two notes for the same, for pairs that can be."""
    digits = [
        {note: _digits(known[note]) for note in own} for known, own in zip(texts, free, strict=True)
    ]
    called = [{note for own in of.values() for note in own} for of in calls]
    worth: dict[tuple[str, str], float] = {}
    for note in digits[0].keys() & digits[1].keys():
        alike = _alike(digits[0][note], digits[1][note])
        if alike or (note in called[0]) != (note in called[1]):
            worth[note, note] = alike
    for pair in _beside(loose, digits):
        alike = _alike(digits[0][pair[0]], digits[1][pair[1]])
        has_one_mark = pair[0] == pair[1]
        if alike or has_one_mark:
            worth[pair] = alike + _TOGETHER + _SAME_MARK * has_one_mark
    return worth


def _beside(
    rows: Sequence[tuple[_Ids, _Ids]], free: Sequence[Container[str]]
) -> Iterator[tuple[str, str]]:
    """Notes that a row calls one on each side, of those that are still free."""
    for called in rows:
        left, right = (
            [note for note in own if note in known] for own, known in zip(called, free, strict=True)
        )
        if len(left) * len(right) <= _FEW:
            yield from product(left, right)
        else:
            yield from zip(left, right, strict=False)


def _best(worth: Mapping[tuple[str, str], float], free: Sequence[_Ids]) -> dict[str, str]:
    """Pairs in which no note is twice: of all the most worthy one, then of those that are left."""
    places = [{note: place for place, note in enumerate(own)} for own in free]
    order = sorted(worth, key=lambda pair: (-worth[pair], places[0][pair[0]], places[1][pair[1]]))
    found: dict[str, str] = {}
    taken: set[str] = set()
    for one, other in order:
        if one not in found and other not in taken:
            found[one] = other
            taken.add(other)
    return found


def _digits(text: str) -> frozenset[str]:
    return frozenset(map(with_ascii_signs, _DIGITS.findall(text)))


def _alike(left: frozenset[str], right: frozenset[str]) -> float:
    """The share of their digits that two notes have in common."""
    if not (left and right):
        return _UNKNOWN
    return len(left & right) / len(left | right)
