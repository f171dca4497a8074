"""What a person can do to the rows of a bitext: merge, split, move one side, part, and go back.

Every correction takes a bitext and the place of one of its rows and returns all rows anew, or
raises CorrectionError. Every clause stays in exactly one row, the clauses of a side keep their
order, and only rows side by side in the body or in one annex, and under one paragraph, are joined.
Changed rows count as corrected by hand. Rows of sub-paragraphs go with their paragraphs; if the
two sides of one would stand in different rows, its sub-paragraphs are paired anew in order. Where
these rows or the automatic ones join clauses across levels, all of the part is one list instead.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import zip_longest

from desktop_app.alignment.corrections.tree import (
    SOURCE,
    TARGET,
    Branch,
    Ids,
    Kin,
    Rows,
    RowTree,
    Sided,
    by_hand,
    disordered,
    flat,
    paired,
    pairs,
    sided,
)
from desktop_app.common.messages import Message, UserError
from desktop_app.resolution.bitext import Bitext, Row

UP, DOWN = -1, 1


class CorrectionError(UserError, ValueError):
    """What was asked for cannot be done to this row."""


def merge(bitext: Bitext, place: int, automatic: Sequence[Row] = ()) -> Rows:
    """Joins a row with the next one of its part and paragraph."""

    def merged(rows: list[Row], at: int) -> list[Row]:
        if at + 1 == len(rows):
            raise CorrectionError(
                Message(
                    "No row follows in the same part or paragraph, so there is none to merge with."
                )
            )
        first, second = rows[at : at + 2]
        joined = by_hand(first.source + second.source, first.target + second.target)
        return [*rows[:at], joined, *rows[at + 2 :]]

    return _changed(RowTree(bitext, automatic), place, merged)


def split(bitext: Bitext, place: int, automatic: Sequence[Row] = ()) -> Rows:
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
        return [*rows[:at], *paired(row.source, row.target), *rows[at + 1 :]]

    return _changed(RowTree(bitext, automatic), place, parted)


def unpair(bitext: Bitext, place: int, automatic: Sequence[Row] = ()) -> Rows:
    """Makes two rows of the two sides of a row, each without a counterpart."""

    def unpaired(rows: list[Row], at: int) -> list[Row]:
        row = rows[at]
        if not (row.source and row.target):
            raise CorrectionError(Message("This row has no counterpart already."))
        alone = [by_hand(row.source, ()), by_hand((), row.target)]
        return [*rows[:at], *alone, *rows[at + 1 :]]

    return _changed(RowTree(bitext, automatic), place, unpaired)


def move(bitext: Bitext, place: int, side: int, by: int, automatic: Sequence[Row] = ()) -> Rows:
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
                out.append(rows[n] if same else by_hand(source, target))
        if pairs(out) == pairs(rows):
            raise CorrectionError(
                Message("Nothing from here on has a counterpart, so the text cannot move down.")
            )
        return out

    return _changed(RowTree(bitext, automatic), place, moved)


def _moved_up(column: Sequence[Ids], at: int) -> list[Ids]:
    out = list(column)
    out[at - 1] += out[at][:1]
    out[at] = out[at][1:]
    if not out[at]:
        end = _run_end(column, at)
        out[at:end] = [*out[at + 1 : end], ()]
    return out


def _moved_down(column: Sequence[Ids], at: int) -> list[Ids]:
    out = list(column)
    if len(out[at]) > 1:
        below = out[at + 1] if at + 1 < len(out) else ()
        out[at : at + 2] = [out[at][:-1], out[at][-1:] + below]
    else:
        end = _run_end(column, at)
        out[at : end + 1] = [(), *out[at:end]]
    return out


def _run_end(column: Sequence[Ids], at: int) -> int:
    """The place of the next gap in a column."""
    return next((n for n in range(at, len(column)) if not column[n]), len(column))


def restore(bitext: Bitext, place: int, automatic: Sequence[Row]) -> Rows:
    """Puts back the automatic rows of the clauses of a row, and of all rows entangled with them;
    if these leave the paragraph of the row, the automatic rows of that whole paragraph; and those
    of the whole part if it has levels now and had none, or the other way round."""
    tree = RowTree(bitext, automatic)
    if _is_strange(tree, automatic, place):
        first, last = tree.whole(place)
    else:
        before = RowTree(bitext._replace(rows=tuple(automatic)), bitext.rows)
        first, last = _reach(tree, before, place)
    wanted = {id for row in tree.rows[first:last] for id in sided(row)}
    back = tuple(row for row in automatic if not wanted.isdisjoint(sided(row)))
    if back == tree.rows[first:last]:
        raise CorrectionError(
            Message("This row is as it was aligned, so there is nothing to take back.")
        )
    rows = tree.rows[:first] + back + tree.rows[last:]
    # Rows without a counterpart may have come back in another order.
    return rows if any(row.by_hand for row in rows) else tuple(automatic)


def _is_strange(tree: RowTree, automatic: Sequence[Row], place: int) -> bool:
    """Whether a part has levels in these rows alone, or in the automatic ones alone."""
    part = tree.parts[place]
    if part not in tree.across:
        return False
    return (part in tree.loose) == (part in disordered(automatic, tree.kin))


def _reach(tree: RowTree, before: RowTree, place: int) -> tuple[int, int]:
    """The first place, and the place after the last, of the rows entangled with the row at `place`:
    rows of `before` join their clauses, directly or through other rows. If these leave the
    paragraph of the row, the same for that paragraph."""
    while True:
        siblings = tree.siblings(place)
        at = {id: n for n, sibling in enumerate(siblings) for id in sided(tree.rows[sibling])}
        counterparts = {
            id: row
            for row, level in zip(before.rows, before.levels, strict=True)
            if level == tree.levels[place]
            for id in sided(row)
        }
        first = last = siblings.index(place)
        unseen = [first]
        while unseen:
            row = tree.rows[siblings[unseen.pop()]]
            touched = {id for own in sided(row) for id in sided(counterparts[own])}
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
    tree = RowTree(bitext, automatic)
    siblings = tree.siblings(place)
    row, at = tree.rows[place], siblings.index(place)
    after = [tree.rows[n] for n in siblings[at:]]
    checks = {
        "merge": at + 1 < len(siblings),
        "split": max(len(row.source), len(row.target)) > 1,
        "unpair": bool(row.source and row.target),
        "restore": (
            _is_strange(tree, automatic, place)
            or not frozenset(automatic).issuperset(tree.rows[place : tree.end(place)])
        ),
        "source up": bool(row.source) and at > 0,
        "target up": bool(row.target) and at > 0,
        "source down": _moves_down(row.source, [other.target for other in after]),
        "target down": _moves_down(row.target, [other.source for other in after]),
    }
    return frozenset(name for name, is_possible in checks.items() if is_possible)


def _moves_down(own: Ids, others: Sequence[Ids]) -> bool:
    """Whether the text on one side of a row moves, with the other side from there on."""
    return len(own) > 1 or (len(own) == 1 and any(others))


def _changed(tree: RowTree, place: int, change: Callable[[list[Row], int], list[Row]]) -> Rows:
    """All rows after a change to a row and its siblings, what is below them in its new place."""
    siblings = tree.siblings(place)
    old = [tree.rows[n] for n in siblings]
    new = change(old, siblings.index(place))
    head = _same(old, new)
    tail = _same(old[head:][::-1], new[head:][::-1])
    first = siblings[head]
    last = tree.end(siblings[len(old) - tail - 1])
    below = [child for branch in tree.branches(first, last) for child in branch.below]
    settled = _settled(new[head : len(new) - tail], below, tree.kin)
    return (*tree.rows[:first], *flat(settled), *tree.rows[last:])


def _same(one: Sequence[Row], other: Sequence[Row]) -> int:
    """How many rows are the same at the beginning of both."""
    both = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in both if a != b), min(len(one), len(other)))


def _settled(rows: Iterable[Row], below: Sequence[Branch], kin: dict[Sided, Kin]) -> list[Branch]:
    """Rows, each with what belongs below it."""
    out: list[Branch] = []
    ahead: list[tuple[list[Branch], Iterable[Row], Sequence[Branch]]] = [(out, rows, below)]
    while ahead:
        into, rows, below = ahead.pop()
        places: dict[Sided, list[int]] = {}
        for n, branch in enumerate(below):
            for id in sided(branch.row):
                places.setdefault(kin[id].above, []).append(n)
        for row in rows:
            holders = sided(row)
            own = [below[n] for n in sorted({n for id in holders for n in places.get(id, ())})]
            ids = [id for branch in own for id in sided(branch.row)]
            inside = [id for id in ids if kin[id].above in holders]
            if inside != ids:
                sides = [tuple(id for of, id in inside if of == side) for side in (SOURCE, TARGET)]
                further = [deeper for branch in own for deeper in branch.below]
                own = []
                ahead.append((own, paired(sides[SOURCE], sides[TARGET]), further))
            into.append(Branch(row, own))
    return out
