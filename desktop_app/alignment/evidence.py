"""What tells that two stretches of text say the same: each piece of evidence a small function.

Every result is from 0 (against) to 1 (for).
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from desktop_app.resolution.model import Clause

_NUMBER = re.compile(r"\d+")
_VARIANCE = 6.8
"""Of the length of a translation, per character of the original: Gale and Church, "A Program for
Aligning Sentences in Bilingual Corpora", Computational Linguistics 19 (1993)."""
_ONE_SIDED = 0.15
"""What is left of a likeness where one side alone has anchors."""


class Traits(NamedTuple):
    """What is compared of a clause: its anchors, which are the numbers in it and its footnote
    marks, and its length in characters."""

    anchors: frozenset[str]
    length: int


class Scale(NamedTuple):
    """What the two texts as wholes say about their clauses: the characters of the translation
    per character of the original, and the weight of each anchor that both texts have. A rare one
    weighs more, and one that the other text lacks (the month in a Chinese date) tells nothing."""

    ratio: float
    weights: Mapping[str, float]


def traits(clause: Clause) -> Traits:
    """The traits of a clause and all its sub-paragraphs."""
    anchors: set[str] = set()
    length = 0
    for part in clause.walk():
        anchors.update(_NUMBER.findall(part.text))
        anchors.update(part.notes)
        length += len(part.text)
    return Traits(frozenset(anchors), length)


def together(items: Sequence[Traits]) -> Traits:
    """The traits of several clauses as one text."""
    if len(items) == 1:
        return items[0]
    anchors = frozenset().union(*(item.anchors for item in items))
    return Traits(anchors, sum(item.length for item in items))


def scale(source: Sequence[Traits], target: Sequence[Traits]) -> Scale:
    """The scale on which the clauses of two texts are compared."""
    lengths = sum(item.length for item in source), sum(item.length for item in target)
    counts = [
        Counter(anchor for item in side for anchor in item.anchors) for side in (source, target)
    ]
    common = counts[0].keys() & counts[1].keys()
    weights = {anchor: 1 / max(counts[0][anchor], counts[1][anchor]) for anchor in common}
    return Scale(lengths[1] / lengths[0] if all(lengths) else 1.0, weights)


def shared_anchors(source: Traits, target: Traits, weights: Mapping[str, float]) -> float | None:
    """How much of the anchors' weight both sides have; None if neither has any."""
    total = sum(weights.get(anchor, 0) for anchor in source.anchors)
    total += sum(weights.get(anchor, 0) for anchor in target.anchors)
    if not total:
        return None
    return 2 * sum(weights.get(anchor, 0) for anchor in source.anchors & target.anchors) / total


def fitting_length(source: Traits, target: Traits, ratio: float) -> float:
    """How well the lengths go together at this ratio of the two languages."""
    expected = source.length * ratio
    spread = math.sqrt(max(expected, target.length, 1) * _VARIANCE * max(ratio, 1 / ratio))
    return math.exp(-abs(target.length - expected) / (2 * spread))


def likeness(source: Traits, target: Traits, on: Scale) -> float:
    """All the evidence together."""
    length = fitting_length(source, target, on.ratio)
    anchors = shared_anchors(source, target, on.weights)
    if anchors is None:
        return length
    return _ONE_SIDED * length if not anchors else 0.65 * anchors + 0.35 * length
