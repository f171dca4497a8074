"""The check of phrases that one version says in one way, and the other in two."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from difflib import SequenceMatcher
from typing import NamedTuple

from desktop_app.alignment.audit.check import Document
from desktop_app.alignment.audit.versions import SOURCE, TARGET, Compared, Sides
from desktop_app.common.messages import Message
from desktop_app.grammar.checking.repeated import Phrase, phrases
from desktop_app.grammar.languages import language_of
from desktop_app.resolution.bitext import Finding, FindingKind, Span

_FEWEST = 3
"""Rows in which a phrase is said in one way, at least."""
_SHARE = 0.75
"""Their share of the rows that have it."""
_MOST = 60
"""Rows with a phrase at most: one of all rows tells nothing."""
_ROWS = 2000
"""Rows that are looked at."""
_ALIKE = 0.5
"""The share of the usual words that the other way has, at least: a phrase, and not a pronoun."""
_SAME_WORD = 0.5
"""The likeness from which on two stems can be those of one word."""
_APART = 1.2
"""The rows with the usual words by those of them that have the phrase, at most."""

_Parts = tuple[str, ...]


class _Side:
    """The phrases of one side: of each row, and the rows in which each of them stands."""

    def __init__(self, side: int) -> None:
        self.side = side
        self.found: list[dict[_Parts, tuple[str, Phrase]]] = []
        self.rows: dict[_Parts, set[int]] = defaultdict(set)

    def take_in(self, row: Compared) -> None:
        """Takes in one more row."""
        version = row.versions[self.side]
        own = {
            phrase.parts: (id, phrase)
            for id in row.ids[self.side]
            for phrase in phrases(version.texts[id], version.language)
        }
        for parts in own:
            self.rows[parts].add(len(self.found))
        self.found.append(own)


class _Two(NamedTuple):
    """A phrase in a row where the other side has not its usual words, but some like them."""

    row: int
    side: int
    own: tuple[str, Phrase]
    usual: tuple[int, str, Phrase]
    other: tuple[str, Phrase]


def check(document: Document) -> Iterator[Sequence[Finding]]:
    """One finding for each row in which the words for a phrase are others than in all other rows
    that have it."""
    rows = [row for row in document.rows[:_ROWS] if row.is_sure]
    source, target = document.versions
    if language_of(source.language) is language_of(target.language):
        return
    sides = _Side(SOURCE), _Side(TARGET)
    for row in rows:
        for side in sides:
            side.take_in(row)
        yield ()
    taken: set[tuple[int, int]] = set()
    for own, other in (sides, sides[::-1]):
        for two in _in_two_ways(own, other):
            if two is None or (two.row, two.side) in taken:
                yield ()
            else:
                taken.add((two.row, two.side))
                yield (_finding(rows[two.row], two, rows),)


def _in_two_ways(own: _Side, other: _Side) -> Iterator[_Two | None]:
    """The rows in which a phrase of one side is said otherwise than usual; longer phrases first,
    so that no part of one is told again. None after each phrase."""
    told: set[tuple[int, str]] = set()
    repeated = [(parts, rows) for parts, rows in own.rows.items() if _FEWEST < len(rows) <= _MOST]
    for parts, rows in sorted(repeated, key=lambda one: -len(one[0])):
        usual = _usual(rows, other)
        for row in sorted(rows - other.rows[usual]) if usual else ():
            like = _like(usual, other, row)
            id, phrase = own.found[row][parts]
            if like and (row, id) not in told:
                told.add((row, id))
                first = min(rows & other.rows[usual])
                way = (first, *other.found[first][usual])
                yield _Two(row, own.side, (id, phrase), way, like)
        yield None


def _usual(rows: Set[int], other: _Side) -> _Parts:
    """The words that stand in nearly all of these rows, and hardly in another; none if some stand
    in all of them, whatever else varies."""
    counts: Counter[_Parts] = Counter()
    for row in rows:
        counts.update(parts for parts in other.found[row] if len(other.rows[parts]) > 1)
    best: tuple[int, int, _Parts] | None = None
    for parts, count in counts.items():
        if len(other.rows[parts]) > _APART * count:
            continue
        if count == len(rows):
            return ()
        if count >= max(_FEWEST, _SHARE * len(rows)):
            best = max(best or (0, 0, ()), (count, -len(parts), parts))
    return best[2] if best else ()


def _like(usual: _Parts, other: _Side, row: int) -> tuple[str, Phrase] | None:
    """The words of a row that have a part of the usual ones, and another word in place of one that
    stands nowhere in the row; None if it can be the same in another form."""
    held = {part for parts in other.found[row] for part in parts}
    if held.issuperset(usual):
        return None
    best: tuple[float, tuple[str, Phrase]] | None = None
    for parts, place in other.found[row].items():
        if len(parts) != len(usual) or len(other.rows[parts]) > 1:
            continue
        unlike = [two for two in zip(parts, usual, strict=True) if two[0] != two[1]]
        if any(_is_inflected(*two) for two in unlike):
            return None
        alike = 1 - len(unlike) / len(usual)
        if alike >= _ALIKE and (best is None or alike > best[0]):
            best = alike, place
    return best[1] if best else None


def _is_inflected(one: str, other: str) -> bool:
    """Whether two stems can be those of one word: pez and peces, سمك and أسماك."""
    return len(one) > 1 and SequenceMatcher(None, one, other).ratio() >= _SAME_WORD


def _finding(row: Compared, two: _Two, rows: Sequence[Compared]) -> Finding:
    here, there = two.side, 1 - two.side
    own, other = row.versions[here], row.versions[there]
    spans = [(Span(id, one.start, one.end),) for id, one in (two.own, two.other)]
    number, id, usual = two.usual
    message = Message(
        "%1: %2 of the %3 text is %4 in the %5 text, elsewhere %6.",
        (
            row.label_of(here),
            own.words(spans[0]),
            own.name,
            other.words(spans[1]),
            other.name,
            rows[number].versions[there].texts[id][usual.start : usual.end],
        ),
    )
    sides = Sides(*spans) if here == SOURCE else Sides(*spans[::-1])
    return row.finding(FindingKind.CONSISTENCY, sides, message)
