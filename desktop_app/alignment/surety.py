"""How sure rows are: how much likelier each is than what else could stand there."""

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from desktop_app.alignment import evidence
from desktop_app.alignment.evidence import Scale, Traits
from desktop_app.alignment.lattice import SHAPES
from desktop_app.alignment.near import Shape, places

_DOUBTFUL = 0.4
"""The best score of a row of which one side goes as well with a neighbour of the other."""
_GAP = SHAPES[1, 0]
_PAIR = SHAPES[1, 1]
_JOINED = SHAPES[2, 1]
_NEAR = 4
"""Rows beside a gap in which its counterpart could be."""


_Sides = tuple[Sequence[Traits], Sequence[Traits]]


class Scored(NamedTuple):
    """A row by the places of its clauses on both sides; its score and the reasons for it."""

    source: range
    target: range
    score: float
    reasons: tuple[str, ...] = ()


def rows(
    source: Sequence[Traits], target: Sequence[Traits], shapes: Sequence[Shape], on: Scale
) -> Iterator[Scored]:
    """The rows of these shapes, with their scores and the reasons for them."""
    found = list(places(shapes))
    sides = source, target
    for number, (left, right) in enumerate(found):
        if left and right:
            yield _paired(left, right, sides, on)
        else:
            here = 0 if left else 1
            margin = min(_gap_margins(number, found, here, sides, on), default=math.inf)
            yield Scored(left, right, _of_margin(margin))


def _of_margin(margin: float) -> float:
    """A score from the logarithm of how much likelier a row is than what else could be: 0 if
    it is no likelier, 1 if it is by far."""
    return round(math.tanh(max(margin, 0.0) / 2), 3)


def _paired(left: range, right: range, sides: _Sides, on: Scale) -> Scored:
    one, other = _side(sides[0], left), _side(sides[1], right)
    score, worth = evidence.score(one, other, on), evidence.balance(one, other, on)
    beside = [
        *((one, item) for item in _beside(sides[1], right)),
        *((item, other) for item in _beside(sides[0], left)),
    ]
    is_tangled = min(len(left), len(right)) > 1  # perhaps one against one, in another order
    plain = _unmarked_balance((one, other), on)
    if is_tangled or any(_unmarked_balance(pair, on) >= plain for pair in beside):
        score = min(score, _DOUBTFUL)
    if len(left) == len(right) == 1:
        score = min(score, _of_margin(2 * (worth - _PAIR + 2 * _GAP)))
    return Scored(left, right, round(score, 3), evidence.reasons(one, other, on))


def _unmarked_balance(pair: tuple[Traits, Traits], on: Scale) -> float:
    """What speaks for two clauses, whichever of them is a copy."""
    one, other = map(evidence.unmarked, pair)
    return evidence.balance(one, other, on)


def _gap_margins(
    number: int, found: evidence.Rows, here: int, sides: _Sides, on: Scale
) -> Iterator[float]:
    """How much likelier it is that a clause of the side `here` has no counterpart than that it is
    one of a gap of the other side beside it; or of a clause there, in place of a neighbour or
    together with it."""
    own, others = sides[here], sides[1 - here]
    at = found[number][here]
    alone = own[at[0]]

    def worth(item: Traits, counterpart: Traits) -> float:
        return evidence.balance(*((counterpart, item) if here else (item, counterpart)), on)

    for near in _neighbours(number, found):
        ours, theirs = near[here], near[1 - here]
        if not theirs:
            continue
        counterpart = _side(others, theirs)
        if not ours:
            yield _PAIR - 2 * _GAP - worth(alone, counterpart)
            continue
        kept = worth(_side(own, ours), counterpart)
        beside = evidence.unmarked(_side(own, ours))
        if beside.features != evidence.unmarked(alone).features:  # else it is there twice
            yield kept - worth(alone, counterpart)
        if len(ours) == len(theirs) == 1 and at.start in (ours.start - 1, ours.stop):
            both = range(min(at.start, ours.start), max(at.stop, ours.stop))
            if not own[both.start].is_parent:
                yield kept - _PAIR - _GAP - worth(_side(own, both), counterpart) + _JOINED


def _neighbours(number: int, found: evidence.Rows) -> Iterator[tuple[range, range]]:
    """The rows before and after one, as far as those with both sides."""
    for way in (range(number - 1, -1, -1), range(number + 1, len(found))):
        for at in way[:_NEAR]:
            yield found[at]
            if all(found[at]):
                break


def _side(items: Sequence[Traits], at: range) -> Traits:
    return evidence.together(items[at.start : at.stop])


def _beside(items: Sequence[Traits], at: range) -> Iterator[Traits]:
    return (items[n] for n in (at.start - 1, at.stop) if 0 <= n < len(items))
