"""Footnotes to rows: each against the one that the other version calls in the same place."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import product

from desktop_app.alignment.anchors import with_ascii_signs
from desktop_app.resolution.bitext import Row
from desktop_app.resolution.model import Resolution

_DIGITS = re.compile(r"\d+")
_TOGETHER = 0.5
"""What it is worth that two notes are called in the same row."""
_UNKNOWN = 0.5
"""How far notes of which one has no digit agree."""
_FEW = 400
"""Pairs of notes in a row up to which all are weighed; of more, each with that in its own place."""

_Ids = Sequence[str]


def partners(source: Resolution, target: Resolution, rows: Sequence[Row]) -> dict[str, str]:
    """The notes of the target that are those of the source, by the ids of these; `rows` are those
    of the clauses.

    It is the note with the same mark where a row calls both, as it is in the versions that the
    United Nations publish, and where nothing calls either. Where one version has a note more or
    fewer, the marks after it differ: then it is a note that the same row calls and that shares
    digits with it, and else that with the same mark, unless both are called elsewhere and have
    digits, and none in common.
    """
    sides = source, target
    texts = [{note.id: note.text for note in side.footnotes} for side in sides]
    calls = [{clause.id: clause.notes for clause in side.walk()} for side in sides]
    called = [{note for notes in own.values() for note in notes} for own in calls]
    same = (texts[0].keys() & texts[1].keys()) - called[0] - called[1]
    loose: list[tuple[_Ids, _Ids]] = []
    for row in rows:
        left, right = (
            [note for id in ids for note in own.get(id, ()) if note in known]
            for ids, own, known in zip((row.source, row.target), calls, texts, strict=True)
        )
        same |= set(left) & set(right)
        if set(left) != set(right):
            loose.append((left, right))
    free = [[note for note in known if note not in same] for known in texts]
    found = {note: note for note in same}
    if all(free):
        digits = [
            {note: _digits(known[note]) for note in own}
            for known, own in zip(texts, free, strict=True)
        ]
        worth = {}
        for note in digits[0].keys() & digits[1].keys():
            alike = _alike(digits[0][note], digits[1][note])
            if alike or note not in called[0] & called[1]:
                worth[note, note] = alike
        for pair in _beside(loose, digits):
            alike = _alike(digits[0][pair[0]], digits[1][pair[1]])
            if alike:
                worth[pair] = alike + _TOGETHER
        found |= _best(worth, free)
    return found


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
