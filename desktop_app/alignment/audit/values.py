"""Which anchors of one side of a row the other side does not share; no messages."""

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from desktop_app.grammar.anchors import Anchor, AnchorKind
from desktop_app.grammar.numerals import roman_value
from desktop_app.resolution.bitext import Span

_NEAR = 5
"""Characters between two dates of one expression at most: "25 and 26 October"."""
_BESIDE = 12
"""Characters to the date that gives another one its year: "on 8 July and also on 2 August 2005"."""
_LOOKED_AT = 100
"""Anchors compared for the most alike one: no real paragraph has more unknown to the other."""
_YEAR = 4
"""Digits of a year."""
_RESOLUTION = re.compile(r"^(?:[ASE]|A/HRC)/(?:RES|DEC)/(?=(?:E?S-)?\d)")
_EARLY = re.compile(
    r"A/RES/(?P<number>\d{1,4})(?P<letter>[A-Z])?"
    r"\((?P<special>(?:E?S-)?)(?P<session>[IVXLC]+)\)(?:\[(?P<part>[A-Z])\])?"
)
_Value = tuple[AnchorKind, str]


class Found(NamedTuple):
    """An anchor and the text that it stands in."""

    id: str
    anchor: Anchor

    def span(self) -> Span:
        return Span(self.id, self.anchor.start, self.anchor.end)


Group = list[Found]
"""Anchors that stand for one value, or dates of one expression."""


class Leftovers(NamedTuple):
    """The anchors of one side `missing` from the other, and those `spare`: more frequent here."""

    missing: list[Found]
    spare: list[Found]

    def of(self, kind: AnchorKind) -> tuple[list[Group], list[Group]]:
        """Both for one kind of anchor: the missing in groups, the spare each by itself."""
        missing = [one for one in self.missing if one.anchor.kind is kind]
        spare = [[one] for one in self.spare if one.anchor.kind is kind]
        return _groups(missing), spare

    def take_parts(self, whole: Group) -> Group:
        """Takes the numbers missing here of which a symbol or dates of the other side consist."""
        if whole[0].anchor.kind is AnchorKind.NUMBER:
            return []
        parts = {part.lstrip("0") for one in whole for part in re.findall(r"\d+", one.anchor.value)}
        places = [
            place
            for place, one in enumerate(islice(self.missing, _LOOKED_AT))
            if one.anchor.kind is AnchorKind.NUMBER and one.anchor.value in parts
        ]
        taken = [self.missing[place] for place in places]
        for place in reversed(places):
            del self.missing[place]
        return taken


def leftovers(own: Sequence[Found], others: Sequence[Found]) -> Leftovers:
    """The anchors of one side that the other does not share."""
    counts = Counter(value(one.anchor) for one in others)
    values = frozenset(counts)
    years = {known[:_YEAR] for kind, known in values if kind is AnchorKind.DATE}
    left = Leftovers([], [])
    for one in own:
        what = value(one.anchor)
        if counts[what] > 0:
            counts[what] -= 1
        elif what in values or _is_year(one.anchor, years) or _is_decade_of(one.anchor, values):
            left.spare.append(one)
        else:
            left.missing.append(one)
    return left


def value(anchor: Anchor) -> _Value:
    """Kind and value without what one language adds: A/RES/74/43 is 74/43, A/RES/217(III)[A] is
    217A(3)."""
    early = _EARLY.fullmatch(anchor.value)
    if early:
        number, letter = early["number"], early["letter"] or early["part"] or ""
        return anchor.kind, f"{number}{letter}({early['special']}{roman_value(early['session'])})"
    return anchor.kind, _RESOLUTION.sub("", anchor.value)


def _is_year(anchor: Anchor, years: Container[str]) -> bool:
    """Whether a number is one of the years of the dates that the other side has."""
    return anchor.kind is AnchorKind.NUMBER and len(anchor.value) == _YEAR and anchor.value in years


def _is_decade_of(anchor: Anchor, others: frozenset[_Value]) -> bool:
    """« les années 90 » of "the 1990s", and the other way round."""
    number = anchor.value
    if anchor.kind is not AnchorKind.NUMBER or number[-1:] != "0":
        return False
    other = number[2:] if len(number) == _YEAR else f"19{number}"
    return (AnchorKind.NUMBER, other) in others


def with_years(own: Sequence[Found], others: Sequence[Found]) -> list[Found]:
    """The anchors; a day without a year becomes the other side's date, if a date or year beside it
    in its expression supplies the year: "8 July and 2 August 2005"."""
    known = {value(one.anchor) for one in others}
    out = list(own)
    for place, one in enumerate(own):
        if one.anchor.value.startswith("--") and value(one.anchor) not in known:
            years = {other.anchor.value[:_YEAR] for other in _beside(own, place)}
            dates = (f"{year}{one.anchor.value[1:]}" for year in years)
            shared = (date for date in dates if (AnchorKind.DATE, date) in known)
            date = next(shared, one.anchor.value)
            out[place] = one._replace(anchor=one.anchor._replace(value=date))
    return out


def _beside(own: Sequence[Found], place: int) -> Iterator[Found]:
    """The anchors of the same text that stand near the one in a place."""
    one = own[place]
    for way in (range(place - 1, -1, -1), range(place + 1, len(own))):
        for at in way:
            if own[at].id != one.id or gap(one.anchor, own[at].anchor) > _BESIDE:
                break
            yield own[at]


def gap(one: Anchor, other: Anchor) -> int:
    """Characters between two anchors of one text."""
    return max(other.start - one.end, one.start - other.end)


def _groups(found: Sequence[Found]) -> list[Group]:
    """Dates of one expression together; every other anchor by itself."""
    groups: list[Group] = []
    for one in found:
        last = groups[-1][-1] if groups else None
        if (
            last
            and one.anchor.kind is AnchorKind.DATE
            and last.id == one.id
            and one.anchor.start - last.anchor.end <= _NEAR
        ):
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def pairs(source: list[Group], target: list[Group]) -> Iterator[tuple[Group, Group]]:
    """Pairs the anchors missing on the two sides: in order, or, if the numbers differ, by likeness.
    Those left over stand alone."""
    if len(source) == len(target):
        yield from zip(source, target, strict=True)
        return
    few, many = (source, target) if len(source) < len(target) else (target, source)
    waiting = iter(many)
    near = [*islice(waiting, _LOOKED_AT)]
    found: list[tuple[Group, Group]] = []
    for one in few:
        best = max(near, key=lambda other: _alike(one, other))
        near.remove(best)
        near += islice(waiting, 1)
        found.append((one, best))
    found += [([], other) for other in (*near, *waiting)]
    for one, other in found:
        yield (one, other) if few is source else (other, one)


def _alike(one: Group, other: Group) -> int:
    """How many characters two values share at their ends."""
    a, b = one[0].anchor.value, other[0].anchor.value
    return sum(x == y for x, y in zip(a, b, strict=False)) + sum(
        x == y for x, y in zip(a[::-1], b[::-1], strict=False)
    )


def _can_differ(one: Anchor, other: Anchor) -> bool:
    """Whether two anchors of a kind can be one value that a version has wrong."""
    if one.worded or other.worded or value(one) == value(other):
        return False
    is_number = one.kind is AnchorKind.NUMBER
    return not is_number or (len(one.value) == _YEAR) == (len(other.value) == _YEAR)


def take_alike(one: Group, spare: list[Group]) -> Group:
    """Takes from `spare` the group most like this one; [] if none fits. Both are in digits, and
    both are years or neither is."""
    near = spare[:_LOOKED_AT]
    fitting = [other for other in near if _can_differ(one[0].anchor, other[0].anchor)]
    if not fitting:
        return []
    best = max(fitting, key=lambda other: _alike(one, other))
    spare.remove(best)
    return best
