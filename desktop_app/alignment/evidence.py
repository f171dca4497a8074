"""The evidence that two stretches of text say the same.

A clause is brought down to its traits: a set of features that both languages can have, and a
length. A feature is a string whose first letter is its kind (see KINDS). How much it counts depends
on the kind, and on how rare it is in both texts.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop_app.grammar.anchors import anchors
from desktop_app.grammar.terms import inner_openings, opening, terms
from desktop_app.resolution.model import Clause


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of feature: its name; its weight for a row with it on both sides; its weight against a
    row with it on one side; and the latter if the whole other text lacks it."""

    name: str
    shared: float
    alone: float
    lacking: float


KINDS = {
    "#": Kind(name="number of the paragraph", shared=0.5, alone=0.4, lacking=0.2),
    "=": Kind(name="number of the paragraph", shared=2.5, alone=1.0, lacking=1.0),
    "p": Kind(name="part", shared=0.3, alone=0.3, lacking=0.3),
    "f": Kind(name="footnote", shared=1.0, alone=0.3, lacking=0.2),
    "s": Kind(name="symbol", shared=2.0, alone=0.8, lacking=0.5),
    "d": Kind(name="date", shared=2.0, alone=0.8, lacking=0.5),
    "n": Kind(name="number", shared=1.2, alone=0.4, lacking=0.1),
    "o": Kind(name="opening words", shared=1.2, alone=0.6, lacking=0.3),
    "t": Kind(name="terms", shared=0.6, alone=0.6, lacking=0.1),
}
_PART = "p"
_VARIANCE = 6.8
"""Of the length of a translation, per character of the original: Gale and Church, "A Program for
Aligning Sentences in Bilingual Corpora", Computational Linguistics 19 (1993)."""
_WORST_LENGTH = 6.0
_FEWEST = 24
"""Clauses that a text is taken to have at least, when the rarity of a feature is told."""


class Traits(NamedTuple):
    """The traits of a clause to compare: `features` required on the other side, `possible` ones
    allowed there, and its length in characters. `is_parent`: it has sub-paragraphs."""

    features: frozenset[str]
    possible: frozenset[str]
    length: int
    is_parent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The weights of the evidence, from the two whole texts. `ratio`: characters of the translation
    per character of the original. `shared` and `alone`: how much each feature counts for a row with
    it on both sides, and against a row with it on one. A rare feature counts more."""

    ratio: float
    shared: Mapping[str, float]
    alone: Mapping[str, float]


def traits(clause: Clause, language: str, section: str, numbered_alike: bool = False) -> Traits:
    """The traits of a clause with all its sub-paragraphs. `section` names the kind of its part.
    `numbered_alike`: both texts have the same numbers, so numbers can be trusted; otherwise a lost
    or doubled paragraph may have shifted them."""
    features = {f"p{section}"}
    if clause.number:
        features.add(f"{'=' if numbered_alike else '#'}{clause.number}")
    length = 0
    for part in clause.walk():
        text = part.text
        features.update([anchor.kind[0] + anchor.value for anchor in anchors(text, language)])
        features.update([f"f{note}" for note in part.notes])
        features.update([f"t{term}" for term in terms(text, language)])
        length += len(text)
    text = clause.text
    start = opening(text, language)
    if start:
        features.add(f"o{start}")
    possible = frozenset(f"o{word}" for word in inner_openings(text, language))
    return Traits(frozenset(features), possible - features, length, bool(clause.clauses))


def together(items: Sequence[Traits]) -> Traits:
    """The traits of several clauses as one text."""
    if len(items) == 1:
        return items[0]
    features = frozenset().union(*(item.features for item in items))
    possible = frozenset().union(*(item.possible for item in items))
    length = sum(item.length for item in items)
    return Traits(features, possible - features, length, items[-1].is_parent)


def scale(source: Sequence[Traits], target: Sequence[Traits]) -> Scale:
    """The scale on which the clauses of two texts are compared."""
    lengths = sum(item.length for item in source), sum(item.length for item in target)
    counts = [
        Counter(feature for item in side for feature in item.features) for side in (source, target)
    ]
    total = max(len(source), len(target), _FEWEST)
    shared: dict[str, float] = {}
    alone: dict[str, float] = {}
    for feature in counts[0].keys() | counts[1].keys():
        kind = KINDS[feature[0]]
        rarity = math.log(1 + total / max(counts[0][feature], counts[1][feature]))
        in_both = counts[0][feature] and counts[1][feature]
        shared[feature] = kind.shared * rarity
        alone[feature] = (kind.alone if in_both else kind.lacking) * rarity
    return Scale(ratio=lengths[1] / lengths[0] if all(lengths) else 1.0, shared=shared, alone=alone)


def misfit(source: int, target: int, ratio: float) -> float:
    """How badly the lengths go together at this ratio of the two languages: the square of the
    deviation in standard deviations, at most _WORST_LENGTH."""
    expected = source * ratio
    variance = max(expected, target, 1) * _VARIANCE * max(ratio, 1 / ratio)
    return min((target - expected) ** 2 / variance, _WORST_LENGTH)


def shared(source: Traits, target: Traits) -> frozenset[str]:
    """The features that speak for a row of these two sides."""
    return (source.features & (target.features | target.possible)) | (
        target.features & source.possible
    )


def balance(source: Traits, target: Traits, on: Scale) -> float:
    """What all the evidence together says for a row of these two sides; below 0 against it."""
    both = shared(source, target)
    return (
        sum(on.shared[feature] for feature in both)
        - sum(on.alone[feature] for feature in (source.features | target.features) - both)
        - misfit(source.length, target.length, on.ratio)
    )


def score(source: Traits, target: Traits, on: Scale) -> float:
    """How sure a row is, from 0 to 1: the share of the evidence that speaks for it."""
    both = shared(source, target)
    weight = sum(on.shared[feature] for feature in both)
    against = sum(on.alone[feature] for feature in (source.features | target.features) - both)
    fit = math.exp(-misfit(source.length, target.length, on.ratio) / 2)
    if not weight and not against:
        return fit
    return min(0.8 * weight / (weight + against) + 0.2 * fit, 1.0)


def reasons(source: Traits, target: Traits, on: Scale) -> tuple[str, ...]:
    """The kinds of evidence for a row, the strongest first."""
    found: dict[str, float] = {}
    for feature in shared(source, target):
        if feature[0] == _PART:
            continue  # most rows are in the same part
        name = KINDS[feature[0]].name
        found[name] = found.get(name, 0.0) + on.shared[feature]
    names = sorted(found, key=lambda name: (-found[name], name))
    if misfit(source.length, target.length, on.ratio) < 1:
        names.append("length")
    return tuple(names)
