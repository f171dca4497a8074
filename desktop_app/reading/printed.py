"""Where the clauses and footnotes of a resolution stand in its file.

They are found by their letters among those of the printed lines, in reading order. So a clause that
the structure has cut out of a paragraph or joined from two has the lines that hold its very words,
and no rule of the structure need carry a place along. What is not found there has no place.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from desktop_app.reading.blocks import Stretch, unraised
from desktop_app.resolution.model import Box, Place, Resolution, Runs

_NO_LETTERS = re.compile(r"[\W_⁰¹²³⁴-⁹]+")
"""Raised digits can be marks, which the words do not have."""
_SHORT, _WIDE = 16, 3
"""Letters: fewer can stand at another place by chance, so they must come next. A Chinese character
counts as so many."""
_FIRST_CHINESE = "\u2e80"
_NEAR, _FAR = 8, 400
"""Letters that may stand before short and before other words without belonging to anything."""
_TRIES = 20
"""How often words are looked for where they need not come next."""
_WORTH = 20
"""How many times the letters of all the words may be looked through in vain."""


def places(found: Resolution, printed: Sequence[Stretch]) -> tuple[Place, ...]:
    """The places of all clauses, footnotes and lines that are found in the printed words."""
    notes = {note.id: (note.id, note.mark, note.runs) for note in found.footnotes}
    below = [*_Search([stretch for stretch in printed if stretch.is_note]).all(notes.values())]
    for place in below:
        notes.pop(place.id, None)
    text = [stretch for stretch in printed if not stretch.is_note]
    among, text = _notes_among(text, [*notes.values()])
    return (*_Search(text).all(_in_order(found)), *below, *among)


_Wanted = tuple[str, str, Runs]
"""An id, what may stand before the words, and the words."""


def _in_order(found: Resolution) -> Iterator[_Wanted]:
    for line in found.head:
        yield line.id, "", line.runs
    for part in found.divisions():
        yield part.id, "", part.heading
        for clause in part.own():
            yield clause.id, clause.mark, clause.runs
    for line in found.closing:
        yield line.id, "", line.runs


def _notes_among(
    text: Sequence[Stretch], notes: Sequence[_Wanted]
) -> tuple[list[Place], list[Stretch]]:
    """The places of notes that stand among the lines of the text, and the other lines. Such a note
    takes up whole lines."""
    search = _Search(text)
    out: list[Place] = []
    for note in notes:
        out += search.whole_lines(note)
    return out, [line for at, line in enumerate(text) if at not in search.taken]


class _Search:
    """Goes through printed words once, from the beginning to the end."""

    def __init__(self, stretches: Sequence[Stretch]) -> None:
        self._stretches = stretches
        pieces = [_letters(stretch.text) for stretch in stretches]
        self._letters = "".join(pieces)
        self._starts = [0, *accumulate(map(len, pieces))]
        self._edges = frozenset(self._starts)
        self._at = self._lost = self._missed = 0
        self._left = _WORTH * len(self._letters)
        self.taken: set[int] = set()
        """The numbers of the stretches that `whole_lines` has found."""

    def whole_lines(self, wanted: _Wanted) -> Iterator[Place]:
        """The places of the next lines that hold these words, perhaps behind their mark, and no
        others."""
        id, mark, runs = wanted
        letters = _letters(unraised(runs))
        for written in dict.fromkeys((letters, _letters(mark) + letters)):
            start = self._whole(written)
            if start >= 0:
                self._at = start + len(written)
                first, last = self._lines(start, self._at)
                self.taken.update(range(first, last + 1))
                yield from self._places(id, start, self._at)
                return
        self._missed += 1

    def _whole(self, letters: str) -> int:
        """Where lines begin that hold these letters alone, -1 where there are none further on."""
        at = self._at - 1
        for _ in range(_TRIES if letters and self._missed < _TRIES else 0):
            at = self._letters.find(letters, at + 1)
            if at < 0 or (at in self._edges and at + len(letters) in self._edges):
                return at
        return -1

    def all(self, wanted: Iterable[_Wanted]) -> Iterator[Place]:
        """The places of what is found."""
        for id, mark, runs in wanted:
            letters = _letters(unraised(runs))
            start = self._find(letters)
            if start < 0:
                self._lost += len(letters)
                continue
            before = _letters(mark)
            is_marked = self._letters.endswith(before, self._at, start)
            self._at, self._lost = start + len(letters), 0
            yield from self._places(id, start - len(before) if is_marked else start, self._at)

    def _find(self, letters: str) -> int:
        """Where the letters begin, -1 where that is not sure."""
        is_short = len(letters) < _SHORT and sum(map(_weight, letters)) < _SHORT
        if not letters or self._left < 0 or (is_short and self._lost):
            return -1
        free = _NEAR if is_short else _FAR + self._lost
        found = self._letters.find(letters, self._at, self._at + free + len(letters))
        if found < 0:
            self._left -= min(free, len(self._letters)) + len(letters)
        return found

    def _lines(self, start: int, end: int) -> tuple[int, int]:
        """The numbers of the first and the last stretch of some letters."""
        return bisect_right(self._starts, start) - 1, bisect_right(self._starts, end - 1) - 1

    def _places(self, id: str, start: int, end: int) -> Iterator[Place]:
        first, last = self._lines(start, end)
        boxes: dict[tuple[int, int], Box | None] = {}
        for stretch in self._stretches[first : last + 1]:
            key = stretch.page, stretch.column
            boxes[key] = _around(boxes[key], stretch.box) if key in boxes else stretch.box
        for (page, _), box in boxes.items():
            yield Place(id, page, box)


def _weight(letter: str) -> int:
    return _WIDE if letter >= _FIRST_CHINESE else 1


def _letters(text: str) -> str:
    return _NO_LETTERS.sub("", text)


def _around(one: Box | None, other: Box | None) -> Box | None:
    """The box around two."""
    if one is None or other is None:
        return one or other
    (left, top, right, bottom), (left2, top2, right2, bottom2) = one, other
    return min(left, left2), min(top, top2), max(right, right2), max(bottom, bottom2)
