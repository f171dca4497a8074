"""The check of how paragraphs end: the sign that ends one agrees with that of its counterpart, as
in most rows of the document."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from desktop_app.alignment.audit.check import Document
from desktop_app.alignment.audit.versions import SOURCE, Compared, Sides
from desktop_app.common.messages import Message
from desktop_app.grammar.characters import as_ascii_sign, last_place
from desktop_app.resolution.bitext import Finding, FindingKind, Span

_FEWEST = 3
"""Other rows with a sign that show what stands beside it."""
_MOST = 0.1
"""The share of the rows with a sign on one side that have what is unusual beside it, at most."""


class _End(NamedTuple):
    """How one row ends: its kind (the first letters of its ids), and the signs of both sides."""

    kind: str
    signs: tuple[str, str]


def check(document: Document) -> Iterator[Sequence[Finding]]:
    """Rows in which one side ends otherwise than it does beside the sign of the other elsewhere."""
    ends = [(row, _end(row)) for row in document.rows if row.is_sure]
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
                self._beside[side, end.kind, sign][end.signs[1 - side]] += 1

    def expected(self, end: _End) -> str:
        """The sign that stands nearly everywhere else beside one of the signs of a row; "" if the
        row ends as others do."""
        for side, sign in enumerate(end.signs):
            counts = self._beside[side, end.kind, sign]
            usual, count = counts.most_common(1)[0]
            others = counts.total() - 1
            is_rule = count >= _FEWEST and count >= (1 - _MOST) * others
            if is_rule and usual != end.signs[1 - side]:
                return usual
        return ""


def _end(row: Compared) -> _End | None:
    """How a row ends, None where a side has no sign there."""
    source, target = (
        version.texts[ids[-1]] for version, ids in zip(row.versions, row.ids, strict=True)
    )
    places = last_place(source), last_place(target)
    if None in places:
        return None
    signs = as_ascii_sign(source[places[0] or 0]), as_ascii_sign(target[places[1] or 0])
    kind = row.ids[SOURCE][-1].rstrip("0123456789.")
    return _End(kind, signs)


def _finding(row: Compared, end: _End, usual: str) -> Finding:
    spans = [
        (Span(ids[-1], place, place + 1),)
        for version, ids in zip(row.versions, row.ids, strict=True)
        for place in [last_place(version.texts[ids[-1]]) or 0]
    ]
    own, other = row.versions
    message = Message(
        "%1 ends with %2 in the %3 text and %4 in the %5 text, where most end with %6.",
        (row.label, own.words(spans[0]), own.name, other.words(spans[1]), other.name, usual),
    )
    return row.finding(FindingKind.ENDING, Sides(spans[0], spans[1]), message)
