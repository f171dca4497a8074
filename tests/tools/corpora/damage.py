"""Damage as converters and printed pages do it to two aligned versions, and the true alignment of
what is left.

The paragraphs are damaged and then read by the program's own reader (`paragraphs.read_back`), so
that ids, parts and opening words are those that the program would meet: the second half of a
paragraph that was split has no number, an operative paragraph before the first number is taken
for a preambular one, a list that begins anew with 1 is counted on.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from random import Random
from typing import NamedTuple

from desktop_app.grammar.grammar import grammar
from desktop_app.resolution import runs as styled
from desktop_app.resolution.model import Resolution, Run, Runs, Style, words
from tests.tools.corpora.paragraphs import Paragraph, paragraphs, read_back

Pair = tuple[tuple[str, ...], tuple[str, ...]]
"""A row: ids of the source, ids of the target."""


class Kind(StrEnum):
    DROPPED = "dropped"
    DOUBLED = "doubled"
    """It stands twice in a row. The copy has no counterpart."""
    SPLIT = "split"
    """In two after a comma or its like, as at the end of a page. (What is split between two words
    the reader puts together again, so that nothing of the damage is left.)"""
    JOINED = "run together"
    """With the paragraph after it, whose number is then in the middle of the text."""
    NOTE_MOVED = "footnote mark moved"
    """Within the paragraph or to a neighbour; the marks keep their order."""
    NUMBER_LOST = "number lost"
    """The paragraph's own, or all digits in its text."""
    EMPHASIS_LOST = "emphasis lost"


class Hit(NamedTuple):
    """A damage that was done: to the "source" or the "target", ids before the damage."""

    kind: Kind
    side: str
    ids: tuple[str, ...]


class Copy(NamedTuple):
    """Two clauses of the "source" or the "target" that are the same; ids after the damage."""

    side: str
    original: str
    copy: str


class Damaged(NamedTuple):
    """Two damaged versions and the truth about them: `rows` covers every clause of both once.

    A copy stands alone in `rows`. Nobody can tell it from its original, so whoever scores must
    take either of the two as the original, and both in one row as well.
    """

    source: Resolution
    target: Resolution
    rows: tuple[Pair, ...]
    copies: tuple[Copy, ...]
    hits: tuple[Hit, ...]


SIDES = ("source", "target")
_LEAST = 0.15
"""The smallest share of a paragraph that a page end leaves alone."""
_SPLITS = re.compile(r"[，；、：]|[,;:](?=\s)")
_DIGITS = re.compile(r"\d+")


class _Version:
    """One version while it is being damaged."""

    def __init__(self, resolution: Resolution, rows: Sequence[Pair], side: int) -> None:
        self.resolution = resolution
        self.loose = paragraphs(resolution)
        self.rules = grammar(resolution.language)
        self.row_of = {id: place for place, row in enumerate(rows) for id in row[side]}
        self.against_several = {id for row in rows if len(row[1 - side]) > 1 for id in row[side]}
        self.of_several = {id for row in rows if len(row[side]) > 1 for id in row[side]}
        self.hit: set[str] = set()

    def leaf(self, place: int) -> bool:
        """Whether no other paragraph is below this one."""
        here, after = self.loose[place], self.neighbour(place, 1)
        return after is None or after.depth <= here.depth

    def neighbour(self, place: int, step: int) -> Paragraph | None:
        """The paragraph before or after this one in the same part."""
        other = place + step
        if not 0 <= other < len(self.loose):
            return None
        found = self.loose[other]
        return found if found.part == self.loose[place].part else None


def damage(
    source: Resolution,
    target: Resolution,
    rows: Sequence[Pair],
    random: Random,
    share: float,
    kinds: Sequence[Kind] = tuple(Kind),
) -> Damaged:
    """Two versions with about this share of all their paragraphs damaged, each once at most.

    `rows` is the true alignment before. Where a row is dropped, doubled, split or run together on
    one side, it stays whole on the other. Where one paragraph stands against several, the one is
    not split, since its halves could stand against one each, and of the several none is doubled
    or run together with a stranger. So every row of the damaged versions is one clause against up
    to three, or has no counterpart.
    """
    versions = [_Version(source, rows, 0), _Version(target, rows, 1)]
    hits: list[Hit] = []
    claimed: set[int] = set()
    left = list(kinds)
    wanted = max(1, round(share * sum(len(version.loose) for version in versions)))
    while wanted > sum(len(hit.ids) for hit in hits) and left:
        kind = random.choice(left)
        hit = _hit(kind, versions, claimed, random)
        if hit:
            hits.append(hit)
        else:
            left.remove(kind)
    return _truth(versions, rows, hits)


def _hit(kind: Kind, versions: Sequence[_Version], claimed: set[int], random: Random) -> Hit | None:
    """Does one damage of this kind somewhere; None where it can be done nowhere."""
    places = [(side, place) for side in (0, 1) for place in range(len(versions[side].loose))]
    random.shuffle(places)
    for side, place in places:
        version = versions[side]
        touched = [version.loose[place]]
        if kind is Kind.JOINED:
            after = version.neighbour(place, 1)
            if after is None or not version.leaf(place + 1):
                continue
            touched.append(after)
        ids = tuple(id for paragraph in touched for id in paragraph.origins)
        structural = kind in _STRUCTURAL
        rows = {version.row_of[id] for id in ids}
        taken = structural and (claimed & rows or not version.leaf(place))
        if taken or version.hit.intersection(ids):
            continue
        if _DAMAGES[kind](version, place, random):
            version.hit.update(ids)
            if structural:
                claimed |= rows
            return Hit(kind, SIDES[side], ids)
    return None


def _drop(version: _Version, place: int, random: Random) -> bool:
    del version.loose[place]
    return True


def _double(version: _Version, place: int, random: Random) -> bool:
    found = version.loose[place]
    if version.of_several.intersection(found.origins):
        return False
    version.loose.insert(place + 1, found._replace(copy=True))
    return True


def _split(version: _Version, place: int, random: Random) -> bool:
    found = version.loose[place]
    if version.against_several.intersection(found.origins):
        return False
    text = words(found.runs)
    least = _LEAST * len(text)
    ends = [match.end() for match in _SPLITS.finditer(text)]
    ends = [end for end in ends if least <= end <= len(text) - least]
    if not ends:
        return False
    end = random.choice(ends)
    first, rest = styled.cut(found.runs, 0, end), styled.cut(found.runs, end)
    version.loose[place : place + 1] = [
        found._replace(runs=styled.strip(first)),
        found._replace(runs=styled.strip(rest), mark="", depth=0),
    ]
    return True


def _join(version: _Version, place: int, random: Random) -> bool:
    first, second = version.loose[place : place + 2]
    origins = first.origins + second.origins
    apart = version.row_of[origins[-1]] - version.row_of[origins[0]]
    # More than one apart: what was between them was dropped here, and stands on the other side.
    if apart > 1 or (apart and version.of_several.intersection(origins)):
        return False
    mark = (Run(f"{second.mark} "),) if second.mark else ()
    runs = styled.join([first.runs, (*mark, *second.runs)], version.rules.join)
    version.loose[place : place + 2] = [first._replace(origins=origins, runs=runs)]
    return True


def _move_note(version: _Version, place: int, random: Random) -> bool:
    runs = version.loose[place].runs
    marks = [at for at, run in enumerate(runs) if run.style is Style.MARK]
    if not marks:
        return False
    at = random.choice(marks)
    without = runs[:at] + runs[at + 1 :]
    before = [len(words(runs[:mark])) for mark in marks if mark < at]
    after = [len(words(runs[:mark])) for mark in marks if mark > at]
    start = before[-1] if before else 0
    end = after[0] if after else len(words(runs))
    now = len(words(runs[:at]))
    choices: list[tuple[int, int]] = [
        (place, position)
        for position in _seams(words(runs), version.rules.spaced)
        if start < position < end and position != now
    ]
    # To a neighbour, if no other mark lies between.
    if not before and version.neighbour(place, -1):
        last = version.loose[place - 1].runs
        marked = [len(words(last[:n])) for n, run in enumerate(last) if run.style is Style.MARK]
        seams = _seams(words(last), version.rules.spaced)
        choices += [(place - 1, seam) for seam in seams if seam > max(marked, default=0)]
    if not after and version.neighbour(place, 1):
        following = version.loose[place + 1].runs
        marked = [
            len(words(following[:n])) for n, run in enumerate(following) if run.style is Style.MARK
        ]
        seams = _seams(words(following), version.rules.spaced)
        first = min(marked, default=len(words(following)))
        choices += [(place + 1, seam) for seam in seams if seam < first]
    if not choices:
        return False
    to, position = random.choice(choices)
    version.loose[place] = version.loose[place]._replace(runs=styled.merged(without))
    other = version.loose[to]
    version.loose[to] = other._replace(runs=_inserted(other.runs, position, runs[at]))
    return True


def _seams(text: str, spaced: bool) -> list[int]:
    """Where a mark can stand in a text: behind a word, in Chinese behind any character."""
    if spaced:
        return [match.start() for match in re.finditer(r"(?<=\w)\b(?=\W)", text)]
    return [at for at in range(1, len(text)) if not text[at - 1 : at + 1].isascii()]


def _inserted(runs: Runs, position: int, mark: Run) -> Runs:
    return (*styled.cut(runs, 0, position), mark, *styled.cut(runs, position))


def _lose_number(version: _Version, place: int, random: Random) -> bool:
    found = version.loose[place]
    ways: list[Paragraph] = []
    if found.mark:
        ways.append(found._replace(mark=""))
    without = tuple(
        run if run.style is Style.MARK else run._replace(text=_DIGITS.sub("", run.text))
        for run in found.runs
    )
    if without != found.runs:
        kept = styled.strip(styled.merged(run for run in without if run.text))
        ways.append(found._replace(runs=kept))
    if ways:
        version.loose[place] = random.choice(ways)
    return bool(ways)


def _lose_emphasis(version: _Version, place: int, random: Random) -> bool:
    found = version.loose[place]
    plain = styled.merged(
        run._replace(style=Style.PLAIN) if run.style is Style.EMPHASIS else run
        for run in found.runs
    )
    version.loose[place] = found._replace(runs=plain)
    return plain != found.runs


_DAMAGES: dict[Kind, Callable[[_Version, int, Random], bool]] = {
    Kind.DROPPED: _drop,
    Kind.DOUBLED: _double,
    Kind.SPLIT: _split,
    Kind.JOINED: _join,
    Kind.NOTE_MOVED: _move_note,
    Kind.NUMBER_LOST: _lose_number,
    Kind.EMPHASIS_LOST: _lose_emphasis,
}
_STRUCTURAL = frozenset({Kind.DROPPED, Kind.DOUBLED, Kind.SPLIT, Kind.JOINED})


def _truth(versions: Sequence[_Version], rows: Sequence[Pair], hits: Sequence[Hit]) -> Damaged:
    """Clauses that hold words of one true row, directly or through another clause, are a row."""
    read: list[Resolution] = []
    copies: list[Copy] = []
    same = list(range(len(rows)))  # each true row to an earlier one that it is now one row with
    held: list[list[tuple[str, int]]] = [[], []]  # each side's clauses, and a true row of each

    def root(row: int) -> int:
        while same[row] != row:
            row = same[row]
        return row

    for side, version in enumerate(versions):
        resolution, sources = read_back(version.resolution, version.loose)
        read.append(resolution)
        last = ""
        for clause, places in zip(resolution.walk(), sources, strict=True):
            inside = [version.loose[place] for place in places]
            if all(paragraph.copy for paragraph in inside):
                copies.append(Copy(SIDES[side], last, clause.id))
                held[side].append((clause.id, -1))
            else:
                touched = [version.row_of[id] for found in inside for id in found.origins]
                for row in touched[1:]:
                    first, second = sorted((root(touched[0]), root(row)))
                    same[second] = first
                held[side].append((clause.id, touched[0]))
            last = clause.id
    sides = [[(id, root(row) if row >= 0 else -1) for id, row in side] for side in held]
    return Damaged(read[0], read[1], tuple(_in_order(*sides)), tuple(copies), tuple(hits))


def _in_order(
    source: Sequence[tuple[str, int]], target: Sequence[tuple[str, int]]
) -> Iterable[Pair]:
    """The rows of clauses that bear the number of their true row (-1: none). A row without a
    counterpart holds one clause."""
    both = {row for _, row in source if row >= 0} & {row for _, row in target}
    right = 0
    for left, (id, row) in enumerate(source):
        if row not in both:
            yield (id,), ()
        elif not left or row not in {number for _, number in source[:left]}:
            while right < len(target) and target[right][1] != row:
                if target[right][1] not in both:
                    yield (), (target[right][0],)
                right += 1
            yield (
                tuple(id for id, number in source if number == row),
                tuple(id for id, number in target if number == row),
            )
            right += 1
    yield from (((), (id,)) for id, row in target[right:] if row not in both)
