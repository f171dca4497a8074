"""What tells that two stretches of text say the same: each piece of evidence a small function.

A clause is brought down to its traits: a set of features that both languages can have, and a
length. A feature is a text whose first letter is its kind (see KINDS). How much it counts depends
on the kind, and on how rare it is in both texts.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from desktop_app.alignment.anchors import anchors
from desktop_app.alignment.terms import opening, terms
from desktop_app.resolution.model import Clause


class Kind(NamedTuple):
    """A kind of feature: what it is called, how much it counts for a row whose sides share it, and
    how much against one of which only one side has it."""

    name: str
    shared: float
    alone: float


KINDS = {
    "#": Kind("number of the paragraph", 2.5, 1.0),
    "f": Kind("footnote", 3.0, 1.0),
    "s": Kind("symbol", 2.0, 1.2),
    "d": Kind("date", 2.0, 1.2),
    "n": Kind("number", 1.5, 0.4),
    "o": Kind("opening words", 1.2, 0.3),
    "t": Kind("terms", 1.0, 0.35),
}
_VARIANCE = 6.8
"""Of the length of a translation, per character of the original: Gale and Church, "A Program for
Aligning Sentences in Bilingual Corpora", Computational Linguistics 19 (1993)."""
_LENGTH = 0.25
"""How much a length that does not fit counts against a row, for each square of the deviation."""
_WORST_LENGTH = 6.0
_OPENING = 12
"""Characters at the start of a clause in which opening words are looked for, where it has none."""


class Traits(NamedTuple):
    """What is compared of a clause: its features, and its length in characters."""

    features: frozenset[str]
    length: int


class Scale(NamedTuple):
    """What the two texts as wholes say about their clauses: the characters of the translation per
    character of the original; and what each feature that both texts have counts for a row that
    shares it and against one of which one side has it. A rare one counts more, and one that the
    other text lacks tells nothing."""

    ratio: float
    shared: Mapping[str, float]
    alone: Mapping[str, float]


def traits(clause: Clause, language: str) -> Traits:
    """The traits of a clause and all its sub-paragraphs."""
    features: set[str] = set()
    if clause.number:
        features.add(f"#{clause.number}")
    length = 0
    for part in clause.walk():
        text = part.text
        features.update([anchor.kind[0] + anchor.value for anchor in anchors(text, language)])
        features.update([f"f{note}" for note in part.notes])
        features.update([f"t{term}" for term in terms(text, language)])
        length += len(text)
    start = clause.opening or clause.text[:_OPENING]
    features.update([f"o{word}" for word in opening(start, language)])
    return Traits(frozenset(features), length)


def together(items: Sequence[Traits]) -> Traits:
    """The traits of several clauses as one text."""
    if len(items) == 1:
        return items[0]
    features = frozenset().union(*(item.features for item in items))
    return Traits(features, sum(item.length for item in items))


def scale(source: Sequence[Traits], target: Sequence[Traits]) -> Scale:
    """The scale on which the clauses of two texts are compared."""
    lengths = sum(item.length for item in source), sum(item.length for item in target)
    counts = [
        Counter(feature for item in side for feature in item.features) for side in (source, target)
    ]
    total = max(len(source), len(target), 1)
    rarity = {
        feature: math.log(1 + total / max(count, counts[1][feature]))
        for feature, count in counts[0].items()
        if feature in counts[1]
    }
    return Scale(
        lengths[1] / lengths[0] if all(lengths) else 1.0,
        {feature: KINDS[feature[0]].shared * rare for feature, rare in rarity.items()},
        {feature: KINDS[feature[0]].alone * rare for feature, rare in rarity.items()},
    )


def misfit(source: int, target: int, ratio: float) -> float:
    """How badly the lengths go together at this ratio of the two languages: the square of the
    deviation in standard deviations, at most _WORST_LENGTH."""
    expected = source * ratio
    variance = max(expected, target, 1) * _VARIANCE * max(ratio, 1 / ratio)
    return min((target - expected) ** 2 / variance, _WORST_LENGTH)


def score(source: Traits, target: Traits, on: Scale) -> float:
    """How sure a row is, from 0 to 1: the share of the evidence that speaks for it."""
    both = source.features & target.features
    shared = sum(on.shared[feature] for feature in both)
    against = sum(on.alone.get(feature, 0.0) for feature in source.features ^ target.features)
    fit = math.exp(-misfit(source.length, target.length, on.ratio) / 2)
    if not shared and not against:
        return fit
    return 0.8 * shared / (shared + against) + 0.2 * fit


def reasons(source: Traits, target: Traits, on: Scale) -> tuple[str, ...]:
    """The kinds of evidence for a row, the strongest first."""
    found: dict[str, float] = {}
    for feature in source.features & target.features:
        name = KINDS[feature[0]].name
        found[name] = found.get(name, 0.0) + on.shared[feature]
    names = sorted(found, key=lambda name: -found[name])
    if misfit(source.length, target.length, on.ratio) < 1:
        names.append("length")
    return tuple(names)
