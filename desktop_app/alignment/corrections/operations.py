"""What a person can do to the rows of a bitext: merge, split, move one side, part, and go back; and
how the corrections of two windows become one.

Every correction takes a bitext and the place of one of its rows and returns all rows anew, or
raises CorrectionError. Every clause stays in exactly one row, the clauses of a side keep their
order, and only rows side by side in the body or in one annex, and under one paragraph, are joined.
Rows that change count as corrected by hand. Rows of sub-paragraphs go with the paragraphs that they
belong to; where the two sides of one would come to stand in different rows, those sub-paragraphs
are paired anew in order.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, groupby, zip_longest
from typing import NamedTuple

from desktop_app.common.messages import Message, UserError
from desktop_app.resolution.bitext import Bitext, Row
from desktop_app.resolution.model import PartKind, Resolution

SOURCE, TARGET = 0, 1
"""The sides of a row."""
UP, DOWN = -1, 1

Rows = tuple[Row, ...]
_Ids = tuple[str, ...]


class CorrectionError(UserError, ValueError):
    """What was asked for cannot be done to this row; the message says why in one sentence."""


def merge(bitext: Bitext, place: int) -> Rows:
    """Joins a row with the next one of its part and paragraph."""

    def merged(rows: list[Row], at: int) -> list[Row]:
        if at + 1 == len(rows):
            raise CorrectionError(
                Message(
                    "No row follows in the same part or paragraph, so there is none to merge with."
                )
            )
        first, second = rows[at : at + 2]
        joined = _by_hand(first.source + second.source, first.target + second.target)
        return [*rows[:at], joined, *rows[at + 2 :]]

    return _changed(bitext, place, merged)


def split(bitext: Bitext, place: int) -> Rows:
    """Parts a row of several clauses: first against first, second against second, and so on; those
    left over on one side get rows without a counterpart. Order is all that is known for sure of
    such a row; `move` does the rest."""

    def parted(rows: list[Row], at: int) -> list[Row]:
        row = rows[at]
        if max(len(row.source), len(row.target)) < 2:
            raise CorrectionError(
                Message(
                    "There is at most one paragraph on each side of this row, so it cannot be "
                    "split."
                )
            )
        return [*rows[:at], *_paired(row.source, row.target), *rows[at + 1 :]]

    return _changed(bitext, place, parted)


def unpair(bitext: Bitext, place: int) -> Rows:
    """Makes two rows of the two sides of a row, each without a counterpart."""

    def unpaired(rows: list[Row], at: int) -> list[Row]:
        row = rows[at]
        if not (row.source and row.target):
            raise CorrectionError(Message("This row has no counterpart already."))
        alone = [_by_hand(row.source, ()), _by_hand((), row.target)]
        return [*rows[:at], *alone, *rows[at + 1 :]]

    return _changed(bitext, place, unpaired)


def move(bitext: Bitext, place: int, side: int, by: int) -> Rows:
    """Moves one side of a row UP or DOWN by one row.

    Of several clauses the one at the border goes over into the next row, and nothing else moves.
    A single clause takes those behind it along, as far as the next gap: upwards it joins the row
    above and they close the gap that it leaves; downwards it pushes them on. So one step mends all
    that a paragraph too many or too few has shifted.
    """

    def moved(rows: list[Row], at: int) -> list[Row]:
        column = [row.source if side == SOURCE else row.target for row in rows]
        if not column[at]:
            raise CorrectionError(Message("There is no text on this side of the row to move."))
        if by == UP and at == 0:
            raise CorrectionError(
                Message(
                    "No row stands above in the same part or paragraph, so the text cannot move up."
                )
            )
        others = [row.target if side == SOURCE else row.source for row in rows]
        column = _moved_up(column, at) if by == UP else _moved_down(column, at)
        out: list[Row] = []
        for n, (own, other) in enumerate(zip_longest(column, others, fillvalue=())):
            source, target = (own, other) if side == SOURCE else (other, own)
            same = n < len(rows) and (rows[n].source, rows[n].target) == (source, target)
            if source or target:
                out.append(rows[n] if same else _by_hand(source, target))
        if _pairs(out) == _pairs(rows):
            raise CorrectionError(
                Message("Nothing from here on has a counterpart, so the text cannot move down.")
            )
        return out

    return _changed(bitext, place, moved)


def _moved_up(column: Sequence[_Ids], at: int) -> list[_Ids]:
    out = list(column)
    out[at - 1] += out[at][:1]
    out[at] = out[at][1:]
    if not out[at]:
        end = _run_end(column, at)
        out[at:end] = [*out[at + 1 : end], ()]
    return out


def _moved_down(column: Sequence[_Ids], at: int) -> list[_Ids]:
    out = list(column)
    if len(out[at]) > 1:
        below = out[at + 1] if at + 1 < len(out) else ()
        out[at : at + 2] = [out[at][:-1], out[at][-1:] + below]
    else:
        end = _run_end(column, at)
        out[at : end + 1] = [(), *out[at:end]]
    return out


def _run_end(column: Sequence[_Ids], at: int) -> int:
    """The place of the next gap in a column."""
    return next((n for n in range(at, len(column)) if not column[n]), len(column))


def restore(bitext: Bitext, place: int, automatic: Sequence[Row]) -> Rows:
    """Puts back the automatic rows of the clauses of a row, with all rows that these reach into;
    if they reach out of the paragraph that the row is in, the automatic rows of that paragraph."""
    tree = _Tree(bitext)
    first, last = _reach(tree, _Tree(bitext._replace(rows=tuple(automatic))), place)
    wanted = {id for row in tree.rows[first:last] for id in _sided(row)}
    back = tuple(row for row in automatic if not wanted.isdisjoint(_sided(row)))
    if back == tree.rows[first:last]:
        raise CorrectionError(
            Message("This row is as it was aligned, so there is nothing to take back.")
        )
    rows = tree.rows[:first] + back + tree.rows[last:]
    # Rows without a counterpart may have come back in another order.
    return rows if any(row.by_hand for row in rows) else tuple(automatic)


def _reach(tree: "_Tree", before: "_Tree", place: int) -> tuple[int, int]:
    """From which place to before which other a row and the rows of another tree reach into each
    other, directly or by others; if they reach out of the paragraph, the same of that one."""
    while True:
        siblings = tree.siblings(place)
        at = {id: n for n, sibling in enumerate(siblings) for id in _sided(tree.rows[sibling])}
        counterparts = {
            id: row
            for row, level in zip(before.rows, before.levels, strict=True)
            if level == tree.levels[place]
            for id in _sided(row)
        }
        first = last = siblings.index(place)
        unseen = [first]
        while unseen:
            row = tree.rows[siblings[unseen.pop()]]
            touched = {id for own in _sided(row) for id in _sided(counterparts[own])}
            if not touched <= at.keys():
                break
            lowest = min(first, *(at[id] for id in touched))
            highest = max(last, *(at[id] for id in touched))
            unseen += [*range(lowest, first), *range(last + 1, highest + 1)]
            first, last = lowest, highest
        else:
            return siblings[first], tree.end(siblings[last])
        place = tree.above(place)


def possible(bitext: Bitext, place: int, automatic: Sequence[Row]) -> frozenset[str]:
    """Which corrections of a row would not be refused: "merge", "split", "unpair", "restore", and
    "source up", "source down", "target up", "target down" for `move`."""
    tree = _Tree(bitext)
    siblings = tree.siblings(place)
    row, at = tree.rows[place], siblings.index(place)
    after = [tree.rows[n] for n in siblings[at:]]
    checks = {
        "merge": at + 1 < len(siblings),
        "split": max(len(row.source), len(row.target)) > 1,
        "unpair": bool(row.source and row.target),
        "restore": not frozenset(automatic).issuperset(tree.rows[place : tree.end(place)]),
        "source up": bool(row.source) and at > 0,
        "target up": bool(row.target) and at > 0,
        "source down": _moves_down(row.source, [other.target for other in after]),
        "target down": _moves_down(row.target, [other.source for other in after]),
    }
    return frozenset(name for name, is_possible in checks.items() if is_possible)


def _moves_down(own: _Ids, others: Sequence[_Ids]) -> bool:
    """Whether the text on one side of a row moves, with the other side from there on."""
    return len(own) > 1 or (len(own) == 1 and any(others))


def turned(rows: Rows) -> Rows:
    """The same rows with the sides exchanged."""
    return tuple(row._replace(source=row.target, target=row.source) for row in rows)


class Joined(NamedTuple):
    """Rows that two windows corrected, and whether they `contradict` each other somewhere."""

    rows: Rows
    contradict: bool


def join(before: Rows, mine: Rows, theirs: Rows) -> Joined:
    """Two corrections of the same rows in one: every stretch of rows that one of them left as it
    was `before` is taken from the other. Where both changed a stretch, the one that is by hand
    counts, and `mine` where both are: there they contradict each other, unless they are the same.

    A stretch ends wherever all three have the same clauses in front of them, so stretches of
    different origin fit together. All three have to fit the same bitext."""
    out: list[Row] = []
    contradict = False
    for stretch in _stretches(before, mine, theirs):
        chosen = _chosen(*stretch)
        contradict |= chosen is None
        out += stretch[1] if chosen is None else chosen
    return Joined(tuple(out), contradict)


def _stretches(*versions: Rows) -> Iterator[list[Rows]]:
    """The rows of each version from one place where all have had the same clauses to the next."""
    orders = [{id: n for n, id in enumerate(_all(rows), 1)} for rows in versions]
    ends = [_ends(rows) for rows in versions]
    starts = [0] * len(versions)
    furthest = 0
    for count, id in enumerate(orders[0], 1):
        furthest = max(furthest, *(order[id] for order in orders))
        if furthest == count and all(count in own for own in ends):
            stops = [own[count] for own in ends]
            yield [rows[n:m] for rows, n, m in zip(versions, starts, stops, strict=True)]
            starts = stops


def _ends(rows: Rows) -> dict[int, int]:
    """How many rows there are up to a number of clauses, where a row ends there."""
    counts = accumulate(len(row.source) + len(row.target) for row in rows)
    return {count: n for n, count in enumerate(counts, 1)}


def _chosen(before: Rows, mine: Rows, theirs: Rows) -> Rows | None:
    """Which rows of a stretch count, None if the two versions contradict each other."""
    if _outline(theirs) in (_outline(before), _outline(mine)):
        return mine
    if _outline(mine) == _outline(before):
        return theirs
    if _pairs(mine) == _pairs(theirs):
        both = zip(mine, theirs, strict=True)
        return tuple(one if one.by_hand else other for one, other in both)
    if not any(row.by_hand for row in theirs):
        return mine
    return None if any(row.by_hand for row in mine) else theirs


def fits(bitext: Bitext, rows: Rows) -> bool:
    """Whether rows that were kept can stand for those of a bitext: the same clauses, each once and
    in the same order, and together only what belongs together."""
    if not all(map(_sided, rows)) or sorted(_all(rows)) != sorted(_all(bitext.rows)):
        return False
    tree = _Tree(bitext._replace(rows=rows))
    for side in (SOURCE, TARGET):
        orders = [
            sorted((id for id in _all(some) if id[0] == side), key=lambda id: tree.kin[id].level)
            for some in (rows, bitext.rows)
        ]
        if orders[0] != orders[1]:
            return False
    parts = [part for part, _ in groupby(tree.parts)]
    return len(parts) == len(set(parts)) and _is_nested(tree)


def _is_nested(tree: "_Tree") -> bool:
    """Whether the clauses of each row are of one level and belong to the row above it."""
    above: list[Row] = []
    for row, level in zip(tree.rows, tree.levels, strict=True):
        kin = [tree.kin[id] for id in _sided(row)]
        if level > len(above) or len({(own.part, own.level) for own in kin}) > 1:
            return False
        if level and not {own.above for own in kin} <= set(_sided(above[level - 1])):
            return False
        above[level:] = [row]
    return True


# Rows as the tree that they are. A clause is named by its side and its id.

_Sided = tuple[int, str]
_NOWHERE = (-1, "")


class _Kin(NamedTuple):
    """Where a clause belongs: its part, its level, and the clause above it."""

    part: str
    level: int
    above: _Sided


class _Branch(NamedTuple):
    """A row and the rows of the sub-paragraphs in it."""

    row: Row
    below: list["_Branch"]


class _Tree:
    """The rows of a bitext, each before those of its sub-paragraphs."""

    def __init__(self, bitext: Bitext) -> None:
        self.rows = bitext.rows
        self.kin = _kin(SOURCE, bitext.source)
        if bitext.target:
            self.kin |= _kin(TARGET, bitext.target)
        firsts = [self.kin[_sided(row)[0]] for row in bitext.rows]
        self.levels = [kin.level for kin in firsts]
        self.parts = [kin.part for kin in firsts]

    def end(self, place: int) -> int:
        """The place after a row and all that are below it."""
        after = range(place + 1, len(self.rows))
        return next((n for n in after if self.levels[n] <= self.levels[place]), len(self.rows))

    def above(self, place: int) -> int:
        """The place of the row that a row of sub-paragraphs is below."""
        return next(n for n in range(place, -1, -1) if self.levels[n] < self.levels[place])

    def siblings(self, place: int) -> list[int]:
        """The places of all rows of one part and below one row, in order."""
        level, part = self.levels[place], self.parts[place]
        first = last = place
        while first and self.levels[first - 1] >= level and self.parts[first - 1] == part:
            first -= 1
        while last < len(self.rows) and self.levels[last] >= level and self.parts[last] == part:
            last += 1
        return [n for n in range(first, last) if self.levels[n] == level]

    def branches(self, first: int, last: int) -> list[_Branch]:
        """The rows from a place to before another, each with what is below it."""
        out: list[_Branch] = []
        above: list[_Branch] = []
        for place in range(first, last):
            branch = _Branch(self.rows[place], [])
            del above[max(0, self.levels[place] - self.levels[first]) :]
            (above[-1].below if above else out).append(branch)
            above.append(branch)
        return out


def _kin(side: int, resolution: Resolution) -> dict[_Sided, _Kin]:
    out: dict[_Sided, _Kin] = {}
    for part in resolution.parts:
        # All but the annexes are aligned as one list, and corrected as one.
        name = part.id if part.kind is PartKind.ANNEX else "body"
        ahead = [(clause, _Kin(name, 0, _NOWHERE)) for clause in part.clauses]
        while ahead:
            clause, kin = ahead.pop()
            out[side, clause.id] = kin
            below = _Kin(name, kin.level + 1, (side, clause.id))
            ahead += [(child, below) for child in clause.clauses]
    for note in resolution.footnotes:
        out[side, note.id] = _Kin("footnotes", 0, _NOWHERE)
    return out


def _changed(bitext: Bitext, place: int, change: Callable[[list[Row], int], list[Row]]) -> Rows:
    """All rows after a change to a row and its siblings, what is below them in its new place."""
    tree = _Tree(bitext)
    siblings = tree.siblings(place)
    old = [tree.rows[n] for n in siblings]
    new = change(old, siblings.index(place))
    head = _same(old, new)
    tail = _same(old[head:][::-1], new[head:][::-1])
    first = siblings[head]
    last = tree.end(siblings[len(old) - tail - 1])
    below = [child for branch in tree.branches(first, last) for child in branch.below]
    settled = _settled(new[head : len(new) - tail], below, tree.kin)
    return (*tree.rows[:first], *_flat(settled), *tree.rows[last:])


def _same(one: Sequence[Row], other: Sequence[Row]) -> int:
    """How many rows are the same at the beginning of both."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def _settled(
    rows: Iterable[Row], below: Sequence[_Branch], kin: dict[_Sided, _Kin]
) -> list[_Branch]:
    """Rows, each with what belongs below it."""
    out: list[_Branch] = []
    ahead: list[tuple[list[_Branch], Iterable[Row], Sequence[_Branch]]] = [(out, rows, below)]
    while ahead:
        into, rows, below = ahead.pop()
        places: dict[_Sided, list[int]] = {}
        for n, branch in enumerate(below):
            for id in _sided(branch.row):
                places.setdefault(kin[id].above, []).append(n)
        for row in rows:
            holders = _sided(row)
            own = [below[n] for n in sorted({n for id in holders for n in places.get(id, ())})]
            ids = [id for branch in own for id in _sided(branch.row)]
            inside = [id for id in ids if kin[id].above in holders]
            if inside != ids:
                sides = [tuple(id for of, id in inside if of == side) for side in (SOURCE, TARGET)]
                further = [deeper for branch in own for deeper in branch.below]
                own = []
                ahead.append((own, _paired(sides[SOURCE], sides[TARGET]), further))
            into.append(_Branch(row, own))
    return out


def _flat(branches: Iterable[_Branch]) -> list[Row]:
    """Rows, each before those below it."""
    out: list[Row] = []
    ahead = list(branches)[::-1]
    while ahead:
        branch = ahead.pop()
        out.append(branch.row)
        ahead += branch.below[::-1]
    return out


def _paired(source: _Ids, target: _Ids) -> list[Row]:
    """One clause against one, in order, and what is left over alone."""
    return [
        _by_hand((left,) if left else (), (right,) if right else ())
        for left, right in zip_longest(source, target, fillvalue="")
    ]


def _by_hand(source: _Ids, target: _Ids) -> Row:
    return Row(source, target, 1.0, by_hand=True)


def _sided(row: Row) -> list[_Sided]:
    return [(SOURCE, id) for id in row.source] + [(TARGET, id) for id in row.target]


def _pairs(rows: Iterable[Row]) -> list[tuple[_Ids, _Ids]]:
    return [(row.source, row.target) for row in rows]


def _outline(rows: Iterable[Row]) -> list[tuple[_Ids, _Ids, bool]]:
    """All that tells rows apart for a person; scores differ from one version to another."""
    return [(row.source, row.target, row.by_hand) for row in rows]


def _all(rows: Iterable[Row]) -> list[_Sided]:
    return [id for row in rows for id in _sided(row)]
