"""The check of the order: paragraphs that only one version has where they stand, but that say the
same as others elsewhere."""

from collections import Counter
from collections.abc import Iterator, Sequence

from desktop_app.alignment.audit.check import Document
from desktop_app.alignment.audit.versions import SOURCE, TARGET, Compared, Sides, Version, labels
from desktop_app.common.messages import Message
from desktop_app.grammar.terms import terms
from desktop_app.resolution.bitext import Finding, FindingKind

_FEWEST = 3
"""Values and terms that two paragraphs have in common, and paragraphs that have moved, at least."""
_GOOD_PART = 0.6
"""The share of the poorer paragraph's that is."""
_RARE = 12
"""Pairs of paragraphs that may share a value or a term for it to tell anything."""
_Features = dict[str, frozenset[object]]


def check(document: Document) -> Iterator[Sequence[Finding]]:
    """One finding for all paragraphs that stand in another order."""
    lone = [[row for row in document.rows if _is_alone(row, side)] for side in (SOURCE, TARGET)]
    moved: list[tuple[str, str]] = []
    if min(map(len, lone)) >= _FEWEST:
        source, target = document.versions
        ours, theirs = _features(lone[SOURCE], source), _features(lone[TARGET], target)
        moved = _pairs(ours, theirs)
    if len(moved) < _FEWEST:
        yield ()
        return
    ids = [one for one, _ in moved], [other for _, other in moved]
    message = Message(
        "%1 of the %2 text stand in another order in the %3 text, as %4.",
        (labels(ids[0]), source.name, target.name, labels(ids[1])),
    )
    first = next(row for row in lone[SOURCE] if row.ids[SOURCE][0] == ids[0][0])
    yield (first.finding(FindingKind.ORDER, Sides(), message),)


def _is_alone(row: Compared, side: int) -> bool:
    ids = row.ids[side]
    return not row.is_paired and bool(ids) and ids[0] not in row.versions[side].footnotes


def _features(rows: Sequence[Compared], version: Version) -> _Features:
    """The values and terms of the paragraphs of these rows."""
    out: _Features = {}
    for row in rows:
        for id in (*row.ids[SOURCE], *row.ids[TARGET]):
            values = [(one.anchor.kind, one.anchor.value) for one in version.found([id])]
            out[id] = frozenset([*values, *terms(version.texts[id], version.language)])
    return out


def _pairs(source: _Features, target: _Features) -> list[tuple[str, str]]:
    """The paragraphs that are each other's best, in the order of the first side."""
    counts = [Counter(one for held in side.values() for one in held) for side in (source, target)]
    telling = {one for one in counts[0] if 0 < counts[0][one] * counts[1][one] <= _RARE}
    places: dict[object, list[str]] = {}
    for id, held in target.items():
        for one in held & telling:
            places.setdefault(one, []).append(id)
    shared: Counter[tuple[str, str]] = Counter()
    for id, held in source.items():
        shared.update((id, other) for one in held & telling for other in places[one])
    best: list[dict[str, tuple[int, str]]] = [{}, {}]
    for (id, other), count in shared.items():
        best[0][id] = max(best[0].get(id, (0, "")), (count, other))
        best[1][other] = max(best[1].get(other, (0, "")), (count, id))
    return [
        (id, other)
        for id in source
        for count, other in [best[0].get(id, (0, ""))]
        if best[1].get(other) == (count, id)
        and count >= max(_FEWEST, _GOOD_PART * min(len(source[id]), len(target[other])))
    ]
