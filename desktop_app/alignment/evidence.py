"""The evidence that two stretches of text say the same.

A clause is brought down to its traits: a set of features that both languages can have, and a
length. A feature is a string whose first letter is its kind (see KINDS). Each counts as the
logarithm of how much likelier it makes it that two clauses belong together: more for a kind that
translations keep, and more for a feature that is rare in both texts.
"""

import math
import re
import statistics
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop_app.alignment import ends
from desktop_app.alignment.ends import Agreement, Ends
from desktop_app.grammar.anchors import anchors
from desktop_app.grammar.characters import plain
from desktop_app.grammar.languages import language_of
from desktop_app.grammar.terms import inner_openings, opening, terms
from desktop_app.resolution.model import Clause


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of feature: its name; the share of counterparts that `kept` a feature; how much of its
    evidence counts, since features of a clause are not independent; and the weight against a row
    of one that the whole other text lacks."""

    name: str
    kept: float
    weight: float = 0.7
    lacking: float = 0.1


KINDS = {
    "#": Kind(name="number of the paragraph", kept=0.75, weight=0.9, lacking=0.4),
    "=": Kind(name="number of the paragraph", kept=0.95, weight=1.0, lacking=1.5),
    "v": Kind(name="part", kept=0.8, weight=0.4),
    "p": Kind(name="part", kept=0.9),
    "f": Kind(name="footnote", kept=0.8),
    "s": Kind(name="symbol", kept=0.95, lacking=1.5),
    "d": Kind(name="date", kept=0.95, lacking=1.5),
    "n": Kind(name="number", kept=0.9, lacking=0.3),
    "o": Kind(name="opening words", kept=0.75, lacking=0.8),
    "t": Kind(name="terms", kept=0.6, weight=0.6),
    "w": Kind(name="words", kept=0.25, lacking=0.0),
    "l": Kind(name="words", kept=0.7, weight=0.5),
    "e": Kind(name="words", kept=0.95, weight=2.0, lacking=0.0),
    "c": Kind(name="copy", kept=0.9, weight=1.0, lacking=3.0),
}
"""Words ("w") are those of Latin letters that begin alike in both languages, learned ones ("l")
those that stand in the same rows again and again. The very same text ("e") on both sides was left
untranslated. A copy ("c") is what its text says twice in a
row: where the other text does not, it is no counterpart of anything."""
_COPY = frozenset({"c"})
FIGURES = frozenset("#=fsdn")
"""Kinds that one damage can lose all at once."""
_TELLING = 8
"""Characters that a text has at least, for it to tell anything that both sides have it."""
_UNSAID = frozenset("pvc")
"""Kinds that tell where a clause stands and not what it says."""
_MOST_KEPT = 0.97
_USUAL = 60
"""Features that the share which a kind usually keeps counts for, beside those of the texts."""
_LETTERS = 5
"""Letters at the start of a word by which languages have it in common."""
_LATIN = re.compile(r"[a-z]{4,}")
_INNER_NUMBER = re.compile(r"\s(\d{1,3}) ?[.-]\s")
"""The number of a paragraph that was run together with the one before it."""
_FEWEST = 24
"""Clauses that a text is taken to have at least, when the rarity of a feature is told."""
_VARIANCE = 6.8
"""Of the length of a translation, per character of the original: Gale and Church, "A Program for
Aligning Sentences in Bilingual Corpora", Computational Linguistics 19 (1993)."""
_WORST_LENGTH = 6.0
_BELIEVED = 1_000
"""Characters of English for which the usual ratio of two languages counts, beside the texts."""
_UNUSUAL = 1.6
"""How many times the usual ratio that of two texts can be."""
_LOOSE, _LOOSER = 0.012, 4.0
"""The variance of the logarithm of a translation's length, and what is added to it for each
character of the wordier text."""
_LEAST_SPREAD = 0.3
"""The least variance of that logarithm for clauses that do not belong together."""
_ANY_LENGTH = 0.02
"""The share of translations whose length tells nothing."""


Clauses = Sequence[Clause]
Rows = Sequence[tuple[range, range]]
"""The places of the clauses of both sides of each row."""


class Traits(NamedTuple):
    """The traits of a clause to compare: `features` required on the other side, `possible` ones
    allowed there, and its length in letters. `is_parent`: it has sub-paragraphs; `ends`: how it
    begins and ends."""

    features: frozenset[str]
    possible: frozenset[str]
    length: int
    is_parent: bool = False
    ends: Ends = Ends()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The weights of the evidence, from the two whole texts. `ratio`: characters of the translation
    per character of the original; `spread`: the variance of the logarithm of the lengths of two
    clauses that do not belong together. `shared` and `alone`: how much each feature counts for a
    row with it on both sides, and against a row with it on one. `ends`: how much the signs at the
    ends do."""

    ratio: float
    spread: float
    shared: Mapping[str, float]
    alone: Mapping[str, float]
    ends: Agreement


def traits(
    clause: Clause, language: str, section: str, division: str = "", numbered_alike: bool = False
) -> Traits:
    """The traits of a clause with all its sub-paragraphs. `section` names the kind of its part,
    `division` the numbered division that it stands in. `numbered_alike`: both texts have the same
    numbers, so numbers can be trusted; otherwise a lost or doubled paragraph may have shifted
    them."""
    features = {f"p{section}"}
    if division:
        features.add(f"v{division}")
    if clause.number:
        features.add(f"{'=' if numbered_alike else '#'}{clause.number}")
    length = 0
    for part in clause.walk():
        text = part.text
        features.update([anchor.kind[0] + anchor.value for anchor in anchors(text, language)])
        features.update([f"f{note}" for note in part.notes])
        features.update([f"t{term}" for term in terms(text, language)])
        features.update([f"w{word[:_LETTERS]}" for word in _LATIN.findall(plain(text))])
        length += sum(map(str.isalpha, text))
    text = clause.text
    start = opening(text, language)
    if start:
        features.add(f"o{start}")
    possible = {f"o{word}" for word in inner_openings(text, language)}
    possible.update(f"#{number}" for number in _INNER_NUMBER.findall(text))
    return Traits(
        frozenset(features),
        frozenset(possible - features),
        length,
        bool(clause.clauses),
        ends.ends(text),
    )


def with_copies(items: Sequence[Traits], clauses: Sequence[Clause]) -> list[Traits]:
    """The traits of these clauses, copies marked."""
    texts = [[part.text for part in clause.walk()] for clause in clauses]
    before = [None, *texts]
    return [
        item._replace(features=item.features | _COPY) if own == former else item
        for item, own, former in zip(items, texts, before, strict=False)
    ]


def with_untranslated(
    source: Sequence[Traits],
    target: Sequence[Traits],
    clauses: tuple[Clauses, Clauses],
    ratio: float,
) -> tuple[list[Traits], list[Traits]]:
    """The traits of these clauses, those with the very same text on both sides marked with it. They
    are read in one language, and in the other are as long as a translation would be."""
    texts = [[clause.text for clause in side] for side in clauses]
    both = {text for text in set(texts[0]).intersection(texts[1]) if len(text) >= _TELLING}
    left = [
        item._replace(features=item.features | {f"e{text}"}) if text in both else item
        for item, text in zip(source, texts[0], strict=True)
    ]
    same = {text: item for item, text in zip(left, texts[0], strict=True) if text in both}
    right = [
        _as_long(same[text], ratio)._replace(is_parent=item.is_parent) if text in both else item
        for item, text in zip(target, texts[1], strict=True)
    ]
    return left, right


def _as_long(item: Traits, ratio: float) -> Traits:
    """The traits of what is longer by this ratio."""
    return item._replace(length=round(item.length * ratio))


def unmarked(item: Traits) -> Traits:
    """The traits of a clause without the mark of a copy, to compare it with what it is one of."""
    return item._replace(features=item.features - _COPY) if item.features >= _COPY else item


def together(items: Sequence[Traits]) -> Traits:
    """The traits of several clauses as one text."""
    if len(items) == 1:
        return items[0]
    features = frozenset().union(*(item.features for item in items))
    possible = frozenset().union(*(item.possible for item in items))
    length = sum(item.length for item in items)
    last = Ends(items[0].ends.start, items[-1].ends.sign)
    return Traits(features, possible - features, length, items[-1].is_parent, last)


def scale(
    source: Sequence[Traits],
    target: Sequence[Traits],
    ratio: float | None = None,
    kept: Mapping[str, float] | None = None,
    rows: Rows = (),
) -> Scale:
    """The scale on which the clauses of two texts are compared. `ratio` is that of their lengths,
    by default of these clauses; `kept` the share of features that counterparts keep, by kind, by
    default the usual one; `rows` tell how counterparts end."""
    lengths = [[item.length for item in side] for side in (source, target)]
    counts = _counts(source, target)
    total = max(len(source), len(target), _FEWEST)
    shared: dict[str, float] = {}
    alone: dict[str, float] = {}
    for feature in counts[0].keys() | counts[1].keys():
        kind = KINDS[feature[0]]
        share = kept[feature[0]] if kept else kind.kept
        count = max(counts[0][feature], counts[1][feature])
        rate = min((count + 0.5) / (total + 1), _MOST_KEPT)
        shared[feature] = kind.weight * max(math.log(share / rate), 0.02)
        alone[feature] = kind.lacking
        if counts[0][feature] and counts[1][feature]:
            alone[feature] = kind.weight * max(math.log((1 - rate) / (1 - share)), 0.0)
    return Scale(
        ratio=ratio or _quotient(*map(sum, lengths)),
        spread=max(sum(map(_spread, lengths)), _LEAST_SPREAD),
        shared=shared,
        alone=alone,
        ends=ends.agreement(
            [item.ends for item in source],
            [item.ends for item in target],
            [
                (source[left[-1]].ends.sign, target[right[-1]].ends.sign)
                for left, right in rows
                if left and right
            ],
        ),
    )


def ratio(source: int, target: int, languages: tuple[str, str]) -> float:
    """The characters of a translation per character of its original, of two texts of these lengths
    in these languages. The less there is of them, the more the usual ratio counts; that of a text
    beside a small part of it tells nothing."""
    usual = [_BELIEVED * language_of(language).length for language in languages]
    ratio, likely = (target + usual[1]) / (source + usual[0]), usual[1] / usual[0]
    return min(max(ratio, likely / _UNUSUAL), likely * _UNUSUAL)


def _quotient(source: int, target: int) -> float:
    return target / source if source and target else 1.0


def _counts(source: Sequence[Traits], target: Sequence[Traits]) -> list[Counter[str]]:
    """How many clauses of each side have each feature."""
    return [
        Counter(feature for item in side for feature in item.features) for side in (source, target)
    ]


def _spread(lengths: Sequence[int]) -> float:
    """The variance of the logarithms of some lengths."""
    return statistics.pvariance([math.log(length + 2) for length in lengths]) if lengths else 0.0


def kept(source: Sequence[Traits], target: Sequence[Traits], rows: Rows) -> dict[str, float]:
    """The share of features that the two sides of these rows keep, by kind; where there are few,
    mostly the usual one."""
    counts = _counts(source, target)
    either: Counter[str] = Counter()
    both: Counter[str] = Counter()
    for left, right in rows:
        if left and right:
            one, other = (
                together(source[left.start : left.stop]),
                together(target[right.start : right.stop]),
            )
            for feature in one.features | other.features:
                if counts[0][feature] and counts[1][feature]:
                    either[feature[0]] += 1
                    both[feature[0]] += feature in one.features and feature in other.features
    out = {}
    for letter, kind in KINDS.items():
        usual = kind.kept / (2 - kind.kept)  # of the features of either side
        share = (both[letter] + usual * _USUAL) / (either[letter] + _USUAL)
        out[letter] = min(2 * share / (1 + share), _MOST_KEPT)
    return out


def fit(source: int, target: int, on: Scale) -> float:
    """How much two lengths speak for a row, below 0 against it: the logarithm of how much likelier
    they are for a clause and its translation than for any two clauses."""
    left, right = (source, target / on.ratio) if on.ratio < 1 else (source * on.ratio, target)
    off = math.log((right + 2) / (left + 2)) ** 2 / 2
    own = _LOOSE + 2 * _LOOSER / (left + right if left + right > 2 else 2)
    any_two = on.spread if on.spread > 1.2 * own else 1.2 * own
    likelier = math.sqrt(any_two / own) * math.exp(off / any_two - off / own)
    return math.log((1 - _ANY_LENGTH) * likelier + _ANY_LENGTH)


def best_fit(on: Scale) -> float:
    """The most that two lengths can speak for a row."""
    return math.log(max(on.spread / _LOOSE, 1.2)) / 2


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
        + fit(source.length, target.length, on)
        + on.ends[source.ends.sign, target.ends.sign]
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
        if feature[0] in _UNSAID:
            continue  # most rows are in the same part
        name = KINDS[feature[0]].name
        found[name] = found.get(name, 0.0) + on.shared[feature]
    names = sorted(found, key=lambda name: (-found[name], name))
    if misfit(source.length, target.length, on.ratio) < 1:
        names.append("length")
    return tuple(names)
