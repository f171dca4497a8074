"""The check of what was left out within a paragraph: a side is far too short for the ratio of the
two texts, and the other speaks at one place of several things of which it says nothing."""

import math
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from statistics import median
from typing import NamedTuple

from desktop_app.alignment.audit.check import Document
from desktop_app.alignment.audit.values import value
from desktop_app.alignment.audit.versions import SOURCE, TARGET, Compared, one_sided
from desktop_app.common.messages import Message
from desktop_app.grammar.terms import term_spans
from desktop_app.resolution.bitext import Finding, FindingKind, Span

_FEWEST = 6
"""Rows that tell how long the paragraphs of one text are beside those of the other."""
_LOOKED_AT = 200
"""Rows that tell what the languages say alike."""
_SHORTEST = 20
"""Characters of a side from which on its length tells anything."""
_FAR = 2.7
"""Deviations from the usual ratio of lengths that are far."""
_LEAST_DEVIATION = 0.1
"""Of the logarithm of the ratio: no two translations of a text are closer."""
_LEAST_SHARE = 0.3
"""The share of a paragraph that is missing at least."""
_LONGEST = 1.6
"""The length of the words left over at most, by the length that is missing."""
_LEAST_LOST = 0.9
"""What the things weigh of which the other side says nothing."""
_KEPT_ELSEWHERE = 0.3
"""The share of all else that the other side must have: otherwise it says all in other words."""
_KEPT = 2.0
"""How much one thing that the other side has counts against them."""


class _Thing(NamedTuple):
    """Something a side speaks of, in its place; `points` tell how surely the other side lacks it,
    below 0 if it has it."""

    span: Span
    is_there: bool
    points: float


class _Usual:
    """How often a thing that one side of a row speaks of is on the other too, in a document: what
    the languages say differently is no evidence."""

    def __init__(self) -> None:
        self._counts: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
        self._shared: Counter[str] = Counter()

    def look_at(self, row: Compared) -> None:
        """Takes in one more row."""
        source, target = ({name for name, _ in _said(row, side)} for side in (SOURCE, TARGET))
        self._counts[SOURCE].update(source)
        self._counts[TARGET].update(target)
        self._shared.update(source & target)

    def weight(self, name: str, side: int) -> float:
        """The share of the rows with it on this side that have it on the other, one row more or
        less."""
        return (self._shared[name] + 1) / (max(self._counts[side][name], 1) + 1)


def check(document: Document) -> Iterator[Sequence[Finding]]:
    """Words that one side of a row has and the other lacks, where its length shows it as well."""
    rows = [row for row in document.rows if _is_long(row)]
    if len(rows) < _FEWEST:
        return
    ratios = [_ratio(row) for row in rows]
    usual = median(ratios)
    spread = max(1.4826 * median(abs(one - usual) for one in ratios), _LEAST_DEVIATION)
    candidates: list[tuple[Compared, int, float]] = []
    for row, one in zip(rows, ratios, strict=True):
        far = abs(one - usual)
        long = SOURCE if one < usual else TARGET
        share = 1 - math.exp(-far)
        if far >= _FAR * spread and share >= _LEAST_SHARE:
            candidates.append((row, long, share * len(row.texts[long])))
    usual_things = _Usual()
    for row in rows[:: len(rows) // _LOOKED_AT + 1] if candidates else ():
        usual_things.look_at(row)
        yield ()
    for row, long, lost in candidates:
        left = _left_over(_things(row, long, usual_things), lost)
        yield (_finding(row, long, left),) if left else ()


def _is_long(row: Compared) -> bool:
    is_note = not row.versions[SOURCE].footnotes.isdisjoint(row.ids[SOURCE])
    return row.is_sure and not is_note and min(map(len, row.texts)) >= _SHORTEST


def _ratio(row: Compared) -> float:
    return math.log(len(row.texts[TARGET]) / len(row.texts[SOURCE]))


def _left_over(things: Sequence[_Thing], lost: float) -> Span | None:
    """The words of a side, not longer than what is missing, of which the other side says nothing;
    None if there are none, or if it lacks as much elsewhere."""
    first, last, best_points = _best(things, _LONGEST * lost)
    inside, outside = things[first : last + 1], [*things[:first], *things[last + 1 :]]
    kept = sum(one.is_there for one in outside)
    if best_points < _LEAST_LOST or kept < _KEPT_ELSEWHERE * len(outside):
        return None
    return Span(inside[0].span.id, inside[0].span.start, inside[-1].span.end)


def _best(things: Sequence[_Thing], longest: float) -> tuple[int, int, float]:
    """The first and the last of the things in a row with the most points, and these, among rows
    within so many characters of one text: in one pass, for a paragraph may have thousands."""
    sums = [0.0]
    for one in things:
        sums.append(sums[-1] + one.points)
    firsts: deque[int] = deque()
    """Where a row can begin, the one with the least sum before it first."""
    best = (0, 0, 0.0)
    for last, one in enumerate(things):
        while firsts and sums[firsts[-1]] >= sums[last]:
            firsts.pop()
        firsts.append(last)
        while not _is_within(things[firsts[0]].span, one.span, longest) and len(firsts) > 1:
            firsts.popleft()
        points = sums[last + 1] - sums[firsts[0]]
        if points > best[2] and _is_within(things[firsts[0]].span, one.span, longest):
            best = firsts[0], last, points
    return best


def _is_within(first: Span, last: Span, longest: float) -> bool:
    return first.id == last.id and last.end - first.start <= longest


def _things(row: Compared, side: int, usual: _Usual) -> list[_Thing]:
    """What one side of a row speaks of, in the order of its words."""
    there = {name for name, _ in _said(row, 1 - side)}
    here = list(_said(row, side))
    names = Counter(name for name, _ in here)
    places: dict[Span, set[str]] = {}
    for name, span in here:
        places.setdefault(span, set()).add(name)
    things: list[_Thing] = []
    for span, found in sorted(places.items(), key=lambda one: one[0].start):
        is_there = not found.isdisjoint(there)
        if is_there:
            points = 0.0 if any(names[name] > 1 for name in found) else -_KEPT
        else:
            points = max(usual.weight(name, side) for name in found)
        things.append(_Thing(span, is_there, points))
    return things


def _said(row: Compared, side: int) -> Iterator[tuple[str, Span]]:
    """The terms, names and values of a side, by one name in all languages, and their places."""
    version = row.versions[side]
    for id in row.ids[side]:
        for name, start, end in term_spans(version.texts[id], version.language):
            yield name, Span(id, start, end)
        for one in version.found([id]):
            yield " ".join(value(one.anchor)), one.span()


def _finding(row: Compared, side: int, left: Span) -> Finding:
    own, other = row.versions[side], row.versions[1 - side]
    message = Message(
        "%1: %2 of the %3 text may be left out in the %4 text.",
        (row.label_of(side), own.words([left]), own.name, other.name),
    )
    return row.finding(FindingKind.OMISSION, one_sided(side, (left,)), message)
