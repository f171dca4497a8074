"""The rows of a bitext as a tree: each comes before those of its sub-paragraphs.

Where a row joins clauses of two levels, its part is one list without levels: versions that number
their paragraphs otherwise can stand beside each other, and be corrected, clause by clause.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from desktop_app.alignment import divisions
from desktop_app.resolution.bitext import Bitext, Row
from desktop_app.resolution.model import PartKind

SOURCE, TARGET = 0, 1
"""The sides of a row."""

Rows = tuple[Row, ...]
Ids = tuple[str, ...]
Sided = tuple[int, str]
"""A clause: its side and its id."""
_NOWHERE = (-1, "")
NOTES = "footnotes"
"""The part of all footnotes."""


class Kin(NamedTuple):
    """Where a clause belongs: its part, its level, and the clause above it."""

    part: str
    level: int
    above: Sided


class Branch(NamedTuple):
    """A row and the rows of the sub-paragraphs in it."""

    row: Row
    below: list["Branch"]


class RowTree:
    """The rows of a bitext, each before those of its sub-paragraphs. `kin` has the clauses of both
    sides in the order of their texts. `across` are the parts in which these rows or the `automatic`
    ones join clauses across levels, and `loose` those of them that are a list without levels: in
    the others a person joined paragraphs before the sub-paragraphs of both."""

    def __init__(self, bitext: Bitext, automatic: Sequence[Row] = ()) -> None:
        self.rows = bitext.rows
        self.kin: dict[Sided, Kin] = {}
        for likes in divisions.resolutions(bitext.source, bitext.target):
            self.kin |= _kin(SOURCE, likes.source, likes.name)
            self.kin |= _kin(TARGET, likes.target, likes.name)
        for side, resolution in ((SOURCE, bitext.source), (TARGET, bitext.target)):
            for note in resolution.footnotes if resolution else ():
                self.kin[side, note.id] = Kin(NOTES, 0, _NOWHERE)
        self.across = self._across(automatic)
        self.loose = self.across - disordered(self.rows, self.kin) if self.across else self.across
        if self.loose:
            flat = {name: Kin(name, 0, _NOWHERE) for name in self.loose}
            self.kin = {id: flat.get(kin.part, kin) for id, kin in self.kin.items()}
        firsts = [self.kin[sided(row)[0]] for row in bitext.rows]
        self.levels = [kin.level for kin in firsts]
        self.parts = [kin.part for kin in firsts]

    def _across(self, automatic: Sequence[Row]) -> set[str]:
        if not any(kin.level for kin in self.kin.values()):
            return set()
        out = uprooted(self.rows, self.kin)
        if automatic and automatic is not self.rows:
            out |= uprooted(automatic, self.kin)
        return out

    def end(self, place: int) -> int:
        """The place after a row and all that are below it."""
        after = range(place + 1, len(self.rows))
        return next((n for n in after if self.levels[n] <= self.levels[place]), len(self.rows))

    def above(self, place: int) -> int:
        """The place of the row that a row of sub-paragraphs is below."""
        return next(n for n in range(place, -1, -1) if self.levels[n] < self.levels[place])

    def whole(self, place: int) -> tuple[int, int]:
        """The first place, and the place after the last, of the part of a row."""
        first = self.parts.index(self.parts[place])
        return first, first + self.parts.count(self.parts[place])

    def siblings(self, place: int) -> list[int]:
        """The places of all rows of one part and below one row, in order."""
        level, part = self.levels[place], self.parts[place]
        first = last = place
        while first and self.levels[first - 1] >= level and self.parts[first - 1] == part:
            first -= 1
        while last < len(self.rows) and self.levels[last] >= level and self.parts[last] == part:
            last += 1
        return [n for n in range(first, last) if self.levels[n] == level]

    def branches(self, first: int, last: int) -> list[Branch]:
        """The rows from a place to before another, each with what is below it."""
        out: list[Branch] = []
        above: list[Branch] = []
        for place in range(first, last):
            branch = Branch(self.rows[place], [])
            del above[max(0, self.levels[place] - self.levels[first]) :]
            (above[-1].below if above else out).append(branch)
            above.append(branch)
        return out


def _kin(side: int, parts: divisions.Parts, resolution: str) -> dict[Sided, Kin]:
    """The kin of the clauses in these parts of a resolution."""
    out: dict[Sided, Kin] = {}
    for part in parts:
        # All but the annexes are aligned as one list, and corrected as one.
        own = part.id.rpartition(".")[2] if part.kind is PartKind.ANNEX else "body"
        name = f"{resolution}.{own}"
        top = Kin(name, 0, _NOWHERE)
        ahead = [(c, top) for division in part.divisions() for c in division.clauses][::-1]
        while ahead:
            clause, kin = ahead.pop()
            out[side, clause.id] = kin
            below = Kin(name, kin.level + 1, (side, clause.id))
            ahead += [(child, below) for child in clause.clauses[::-1]]
    return out


def uprooted(rows: Iterable[Row], kin: Mapping[Sided, Kin]) -> set[str]:
    """The parts with a row whose clauses are not all of one part and level, or do not belong to the
    row above it."""
    out: set[str] = set()
    above: list[Row] = []
    for row in rows:
        own = [kin[id] for id in sided(row)]
        part, level, _ = own[0]
        is_one = len(own) == 1 or len({(other.part, other.level) for other in own}) == 1
        if not is_one or (level and not _is_below(own, above[level - 1 : level])):
            out.add(part)
        above[level:] = [row]
    return out


def _is_below(own: Iterable[Kin], above: Iterable[Row]) -> bool:
    """Whether clauses all belong to a row, if there is one."""
    return any({kin.above for kin in own}.issubset(sided(row)) for row in above)


def disordered(rows: Iterable[Row], kin: Mapping[Sided, Kin]) -> set[str]:
    """The parts in which clauses of a side do not stand in the order of its text."""
    places = {id: place for place, id in enumerate(kin)}
    out: set[str] = set()
    last: dict[tuple[int, str], int] = {}
    for id in all_sided(rows):
        key = id[0], kin[id].part
        if places[id] < last.get(key, -1):
            out.add(key[1])
        last[key] = places[id]
    return out


def flat(branches: Iterable[Branch]) -> list[Row]:
    """The rows of branches, each before those below it."""
    out: list[Row] = []
    ahead = list(branches)[::-1]
    while ahead:
        branch = ahead.pop()
        out.append(branch.row)
        ahead += branch.below[::-1]
    return out


def paired(source: Ids, target: Ids) -> list[Row]:
    """One clause against one, in order, and what is left over alone."""
    return [
        by_hand((left,) if left else (), (right,) if right else ())
        for left, right in zip_longest(source, target, fillvalue="")
    ]


def by_hand(source: Ids, target: Ids) -> Row:
    """A row that a person made."""
    return Row(source, target, 1.0, by_hand=True)


def sided(row: Row) -> list[Sided]:
    """The clauses of a row."""
    return [(SOURCE, id) for id in row.source] + [(TARGET, id) for id in row.target]


def all_sided(rows: Iterable[Row]) -> list[Sided]:
    """The clauses of some rows."""
    return [id for row in rows for id in sided(row)]


def pairs(rows: Iterable[Row]) -> list[tuple[Ids, Ids]]:
    """What stands against what in some rows, without scores and reasons."""
    return [(row.source, row.target) for row in rows]
