"""The check of how paragraphs end: the sign that ends one agrees with that of its counterpart, as
in most rows of the document."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from desktop_app.alignment.audit.check import Document
from desktop_app.alignment.audit.versions import SOURCE, TARGET, Compared, Sides
from desktop_app.common.messages import Message
from desktop_app.grammar.characters import PAUSES, as_ascii_sign, last_place
from desktop_app.resolution.bitext import Finding, FindingKind, Span

_FEWEST = 3
"""Other rows with a sign that show what stands beside it, unless it is the same sign."""
_KNOWN_ALIKE = 2
"""Rows for which it counts that the signs of all languages mean the same."""
_ALIKE = (".", ";", ",")
_JOINED = re.compile(rf"[{PAUSES}]\s*[^\W\d_]{{1,4}}\s*$")
_LONGEST_JOINT = 8
_ANY = ""
"""Stands for the rows of every kind."""
_SHARE, _SHARE_ALIKE = 0.9, 0.6
"""The share of the rows with a sign on one side that have the usual one beside it."""


class _End(NamedTuple):
    """How one row ends: its kind (its id without the numbers), and the signs of both sides, "" for
    none."""

    kind: str
    signs: tuple[str, str]


def check(document: Document) -> Iterator[Sequence[Finding]]:
    """Rows in which one side ends otherwise than it does beside the sign of the other elsewhere."""
    ends = [(row, _end(row)) for row in document.rows if row.is_paired]
    usual = _Usual(end for _, end in ends if end)
    for row, end in ends:
        expected = usual.expected(end) if end else ""
        yield (_finding(row, end, expected),) if end and expected else ()


class _Usual:
    """Which signs stand beside each other at the ends of the rows of a document."""

    def __init__(self, ends: Iterable[_End]) -> None:
        self._beside: dict[tuple[int, str, str], Counter[str]] = defaultdict(Counter)
        for end in ends:
            for side, sign in enumerate(end.signs):
                for kind in (end.kind, _ANY):
                    self._beside[side, kind, sign][end.signs[1 - side]] += 1

    def expected(self, end: _End) -> str:
        """The sign that stands nearly everywhere else beside one of the signs of a row; "" if the
        row ends as others do, or both sides alike. Where too few rows of its kind tell, all do."""
        if end.signs[SOURCE] == end.signs[TARGET] and end.signs[SOURCE] in _ALIKE:
            return ""
        for side, sign in enumerate(end.signs):
            if not sign:
                continue
            for kind in (end.kind, _ANY):
                usual = self._rule(side, kind, sign, end.signs[1 - side])
                if usual and usual != end.signs[1 - side]:
                    return usual
        return ""

    def _rule(self, side: int, kind: str, sign: str, found: str) -> str:
        """What stands beside a sign nearly everywhere, "" for nothing or for no sign. A full stop
        and a semicolon are the same in all languages, so that less is enough for these."""
        counts = self._beside[side, kind, sign]
        if sign in _ALIKE and found in (*_ALIKE, ""):
            count, others = counts[sign] + _KNOWN_ALIKE, counts.total() - 1 + _KNOWN_ALIKE
            if counts[sign] and count >= _SHARE_ALIKE * others:
                return sign
        usual, count = counts.most_common(1)[0]
        is_shown = count >= _FEWEST and count >= _SHARE * (counts.total() - 1)
        return usual if is_shown else ""


def _end(row: Compared) -> _End | None:
    """How a row ends, None where both sides have no sign there, or one has no words. A row that is
    unsure tells only of signs that are the same in all languages."""
    if not all(text.strip() for text in row.texts):
        return None
    source, target = (_sign(row, side) for side in (SOURCE, TARGET))
    if not row.is_sure and not {source, target} <= {*_ALIKE, ""}:
        return None
    kind = re.sub(r"\d+", "", row.ids[SOURCE][-1]).rstrip(".")
    return _End(kind, (source, target)) if source or target else None


def _sign(row: Compared, side: int) -> str:
    text = row.versions[side].texts[row.ids[side][-1]]
    place = _place(text)
    return "" if place is None else as_ascii_sign(text[place])


def _place(text: str) -> int | None:
    """Where the last sign stands, if no more than a joining word comes after it ("; and")."""
    place = last_place(text)
    if place is None and (found := _JOINED.search(text, max(len(text) - _LONGEST_JOINT, 0))):
        return found.start()
    return place


def _finding(row: Compared, end: _End, usual: str) -> Finding:
    spans = [_last(row, side) for side in (SOURCE, TARGET)]
    if not all(end.signs):
        here = SOURCE if end.signs[SOURCE] else TARGET
        own, other = row.versions[here], row.versions[1 - here]
        message = Message(
            "%1 ends with %2 in the %3 text and without a sign in the %4 text.",
            (row.label, own.words(spans[here]), own.name, other.name),
        )
        return row.finding(FindingKind.ENDING, Sides(spans[0], spans[1]), message)
    own, other = row.versions
    message = Message(
        "%1 ends with %2 in the %3 text and %4 in the %5 text, where most end with %6.",
        (row.label, own.words(spans[0]), own.name, other.words(spans[1]), other.name, usual),
    )
    return row.finding(FindingKind.ENDING, Sides(spans[0], spans[1]), message)


def _last(row: Compared, side: int) -> tuple[Span, ...]:
    """The sign that ends a side, or else its last character."""
    id = row.ids[side][-1]
    text = row.versions[side].texts[id]
    place = _place(text)
    if place is None:
        place = len(text.rstrip()) - 1
    return (Span(id, place, place + 1),) if place >= 0 else ()
