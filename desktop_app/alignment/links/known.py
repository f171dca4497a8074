"""The links of a row that need no learning: footnote marks, values, and terms of the table."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from desktop_app.alignment.links.growth import Terms, grown, in_order, merged
from desktop_app.alignment.links.link import LinkKind
from desktop_app.alignment.links.places import Places
from desktop_app.alignment.links.sides import Found, Joined, Side, Stretch
from desktop_app.grammar.terms import TermSpan

Notes = Mapping[str, str]
"""The footnotes of the target that are those of the source, by the ids of these."""
_Value = tuple[LinkKind, str]
_Key = TypeVar("_Key", _Value, str)
_Stretch = TypeVar("_Stretch", Found, TermSpan)
_Both = tuple[Mapping[_Key, list[_Stretch]], Mapping[_Key, list[_Stretch]]]


class Known(NamedTuple):
    """The links, and the places that belong together without doubt."""

    links: list[Joined]
    places: Places


def known_links(source: Side, target: Side, notes: Notes) -> Known:
    """The links of a row; their words are taken then."""
    values = _by_value(source.anchors()), _by_value(target.anchors())
    terms = source.terms(), target.terms()
    concepts = _by_concept(terms[0]), _by_concept(terms[1])
    alone = sorted((*_alone(*values), *_alone(*concepts)))
    places = Places(tuple(alone))
    found = [*_marks(source, target, notes), *_values(source, target, values, places)]
    found += _terms(source, target, concepts, places, (in_order(terms[0]), in_order(terms[1])))
    return Known(found, places)


def _alone(
    own: Mapping[_Key, Sequence[_Stretch]], others: Mapping[_Key, Sequence[_Stretch]]
) -> Iterator[tuple[int, int]]:
    """Where a value stands that each side has once."""
    for key in own.keys() & others.keys():
        if len(own[key]) == len(others[key]) == 1:
            yield own[key][0].start, others[key][0].start


def _marks(source: Side, target: Side, notes: Notes) -> Iterator[Joined]:
    others: dict[str, list[int]] = defaultdict(list)
    for note, place in target.marks():
        others[note].append(place)
    for note, place in source.marks():
        waiting = others.get(notes.get(note, ""))
        if waiting:
            other = waiting.pop(0)
            yield Joined(Stretch(place, place), Stretch(other, other), LinkKind.NOTE)


def _values(
    source: Side, target: Side, values: _Both[_Value, Found], places: Places
) -> Iterator[Joined]:
    for what in values[0].keys() & values[1].keys():
        yield from _linked(source, target, values[0][what], values[1][what], what[0], places)
    for side, by_value in zip((source, target), values, strict=True):
        for found in by_value.values():
            for one in found:
                side.take(one.start, one.end)


def _by_value(found: Sequence[Found]) -> dict[_Value, list[Found]]:
    out: dict[_Value, list[Found]] = {}
    for one in found:
        out.setdefault((one.kind, one.value), []).append(one)
    return out


def _terms(
    source: Side,
    target: Side,
    concepts: _Both[str, TermSpan],
    places: Places,
    terms: tuple[Terms, Terms],
) -> list[Joined]:
    """The longest terms first: what is in them is linked with them, or with nothing."""
    found: list[Joined] = []
    shared = concepts[0].keys() & concepts[1].keys()
    for concept in sorted(shared, key=lambda concept: (-_length(concept, concepts), concept)):
        own, others = (
            [term for term in known[concept] if side.is_free(term.start, term.end)]
            for side, known in zip((source, target), concepts, strict=True)
        )
        found += _linked(source, target, own, others, LinkKind.TERM, places)
        if own and others:
            for side, some in ((source, own), (target, others)):
                for term in some:
                    side.leave(term.start, term.end)
    return [grown(source, target, link, terms) for link in found]


def _by_concept(terms: Terms) -> dict[str, list[TermSpan]]:
    """The terms by their concepts; two ways to say one that overlap are one way."""
    out: dict[str, list[TermSpan]] = defaultdict(list)
    for term in terms:
        out[term.concept].append(term)
    return {concept: merged(own) for concept, own in out.items()}


def _length(concept: str, sides: Sequence[Mapping[str, Sequence[TermSpan]]]) -> int:
    return sum(max(term.end - term.start for term in own[concept]) for own in sides)


def _linked(
    source: Side,
    target: Side,
    own: Sequence[_Stretch],
    others: Sequence[_Stretch],
    kind: LinkKind,
    places: Places,
) -> Iterator[Joined]:
    for one, other in places.paired([one.start for one in own], [one.start for one in others]):
        yield Joined(
            source.take(own[one].start, own[one].end),
            target.take(others[other].start, others[other].end),
            kind,
        )
