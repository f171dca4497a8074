"""What tells that two stretches of text say the same: each piece of evidence a small function.

Every result is from 0 (against) to 1 (for).
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.resolution.model import Clause

_NUMBER = re.compile(r"\d+")
_VARIANCE = 6.8
"""Of the length of a translation, per character of the original: Gale and Church, "A Program for
Aligning Sentences in Bilingual Corpora", Computational Linguistics 19 (1993)."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What is compared of a clause: the numbers and footnote marks that both versions share, and
    the length in characters."""

    anchors: frozenset[str]
    length: int

    def __add__(self, other: "Traits") -> "Traits":
        return Traits(self.anchors | other.anchors, self.length + other.length)


def traits(clause: Clause) -> Traits:
    """The traits of a clause and all its sub-paragraphs."""
    anchors: set[str] = set()
    length = 0
    for part in clause.walk():
        anchors.update(_NUMBER.findall(part.text))
        anchors.update(part.notes)
        length += len(part.text)
    return Traits(frozenset(anchors), length)


def length_ratio(source: Sequence[Traits], target: Sequence[Traits]) -> float:
    """Characters of the translation per character of the original."""
    lengths = sum(item.length for item in source), sum(item.length for item in target)
    return lengths[1] / lengths[0] if all(lengths) else 1.0


def shared_anchors(source: Traits, target: Traits) -> float | None:
    """How much of the poorer side's anchors the other side has; None if a side has none."""
    fewer = min(len(source.anchors), len(target.anchors))
    return len(source.anchors & target.anchors) / fewer if fewer else None


def fitting_length(source: Traits, target: Traits, ratio: float) -> float:
    """How well the lengths go together at this ratio of the two languages."""
    expected = source.length * ratio
    spread = math.sqrt(max(expected, target.length, 1) * _VARIANCE * max(ratio, 1 / ratio))
    return math.exp(-abs(target.length - expected) / (2 * spread))


def likeness(source: Traits, target: Traits, ratio: float) -> float:
    """All the evidence together."""
    length = fitting_length(source, target, ratio)
    anchors = shared_anchors(source, target)
    if anchors is None:
        one_sided = bool(source.anchors) != bool(target.anchors)
        return length * (0.7 if one_sided else 1.0)
    return 0.65 * anchors + 0.35 * length
