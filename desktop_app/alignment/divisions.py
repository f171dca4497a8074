"""Which parts of two versions are aligned with each other: like divisions, and what stands between
them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple

from desktop_app.grammar.numerals import of_roman
from desktop_app.resolution.model import Clause, Masthead, Part, PartKind, Resolution

Clauses = list[Clause]
Parts = tuple[Part, ...]
_Key = tuple[PartKind, str, int, int]


class Likes(NamedTuple):
    """Parts of two versions that are aligned with each other, annexes apart. `name` is the same for
    no others, "" where there is one resolution alone; `heads` is what both of several state."""

    source: Parts
    target: Parts
    name: str = ""
    heads: tuple[Masthead, ...] = ()


def resolutions(source: Resolution, target: Resolution | None) -> Iterator[Likes]:
    """The parts of like resolutions, where a text has several. Where one version has a resolution
    that the other lacks, the parts of both go with those of the resolution before, in one part
    each."""
    ours, theirs = source.parts, target.parts if target else ()
    if not _has_several(ours) and not _has_several(theirs):
        yield Likes(ours, theirs)
        return
    if not _has_several(ours) or not _has_several(theirs):
        yield Likes(_as_one(ours), _as_one(theirs))
        return
    starts = list(_starts(*_keys(ours, theirs)))
    ends = [*starts[1:], (len(ours), len(theirs))]
    for (left, right), (end, other_end) in zip(starts, ends, strict=True):
        one, other = ours[left:end], theirs[right:other_end]
        yield from _alike(one, other)


def _alike(one: Parts, other: Parts) -> Iterator[Likes]:
    """The parts of resolutions of which the first are alike. One that the other version lacks
    stands alone, or goes with the first where that has its clauses, perhaps for a head that was
    lost."""
    first = one[:1] and other[:1] and (_count(one[:1]), _count(other[:1]))
    if first and _is_nearer(first, (_count(one), _count(other))):
        heads = tuple(part.masthead for part in (one[0], other[0]) if part.masthead)
        yield Likes(one[0].parts, other[0].parts, one[0].id, heads if len(heads) > 1 else ())
        one, other = one[1:], other[1:]
    if one or other:
        yield Likes(_as_one(one), _as_one(other), (one or other)[0].id)


def _count(parts: Parts) -> int:
    return sum(1 for part in parts for _ in part.walk())


def _is_nearer(first: tuple[int, int], whole: tuple[int, int]) -> bool:
    return abs(first[0] - first[1]) <= abs(whole[0] - whole[1])


def _has_several(parts: Parts) -> bool:
    return any(part.kind is PartKind.RESOLUTION for part in parts)


def _as_one(parts: Parts) -> Parts:
    return (Part("body", PartKind.OPERATIVE, (), tuple(_clauses(parts))),) if parts else ()


def annexes(parts: Sequence[Part]) -> list[Part]:
    """The annexes among these parts."""
    return [part for part in parts if part.kind is PartKind.ANNEX]


def body(source: Parts, target: Parts) -> Iterator[tuple[Clauses, Clauses]]:
    """The clauses of all parts but the annexes, as lists that go together. All that is in no
    article is one list, since a paragraph that lost its number can stand in another part than its
    counterpart. Chapters with articles below them are like divisions of both."""
    ours, theirs = _outside_annexes(source), _outside_annexes(target)
    if _has_chapters(ours) and _has_chapters(theirs):
        yield from _like(ours, theirs)
    else:
        yield from _like(_as_articles(ours), _as_articles(theirs))


def _outside_annexes(parts: Parts) -> list[Part]:
    return [part for part in parts if part.kind is not PartKind.ANNEX]


def _has_chapters(parts: Sequence[Part]) -> bool:
    return any(
        below.kind is PartKind.ARTICLE
        for part in parts
        for below in part.divisions()
        if below is not part
    )


def annexed(source: Part | None, target: Part | None) -> Iterator[tuple[Clauses, Clauses]]:
    """The clauses of an annex in both versions, as lists that go together."""
    yield _clauses([source] if source else []), _clauses([target] if target else [])


def _as_articles(parts: Sequence[Part]) -> list[Part]:
    """The parts, those that are no articles as one."""
    out: list[Part] = []
    for is_article, group in groupby(parts, lambda part: part.kind is PartKind.ARTICLE):
        if is_article:
            out += group
        else:
            out.append(Part("body", PartKind.OPERATIVE, (), tuple(_clauses(list(group)))))
    return out


def _like(source: Sequence[Part], target: Sequence[Part]) -> Iterator[tuple[Clauses, Clauses]]:
    """Like divisions go together. Where one version has a division that the other lacks, perhaps
    for a heading that was lost, its clauses go with the division before it."""
    starts = list(_starts(*_keys(source, target)))
    for (left, right), (end, other_end) in zip(
        starts, [*starts[1:], (len(source), len(target))], strict=True
    ):
        if (end - left, other_end - right) == (1, 1):
            yield from annexed(source[left], target[right])
        else:
            yield _clauses(source[left:end]), _clauses(target[right:other_end])


def _starts(source: Sequence[_Key], target: Sequence[_Key]) -> Iterator[tuple[int, int]]:
    """The places at which lists begin that go together."""
    yield 0, 0
    matcher = SequenceMatcher(None, source, target, autojunk=False)
    for left, right, length in matcher.get_matching_blocks():
        for place in range(length):
            if left + place and right + place:
                yield left + place, right + place


def _keys(source: Sequence[Part], target: Sequence[Part]) -> list[list[_Key]]:
    """What makes divisions alike: their kind and number, and which of these they are. Sections
    without numbers are like each other only where both versions have as many."""
    bare = [sum(not part.number for part in side) for side in (source, target)]
    out: list[list[_Key]] = []
    for number, side in enumerate((source, target)):
        counts: Counter[tuple[PartKind, str]] = Counter()
        keys: list[_Key] = []
        for part in side:
            name = part.kind, str(of_roman(part.number) or part.number)
            counts[name] += 1
            is_own = not part.number and bare[0] != bare[1]
            keys.append((*name, counts[name], number if is_own else -1))
        out.append(keys)
    return out


def _clauses(parts: Sequence[Part]) -> Clauses:
    return [clause for part in parts for own in part.divisions() for clause in own.clauses]


def names(resolution: Resolution) -> dict[str, str]:
    """The numbered division of each clause that stands in one: its kind and its number, the same in
    every language."""
    return {
        clause.id: f"{part.kind.value} {of_roman(part.number) or part.number}"
        for part in resolution.divisions()
        if part.number
        for clause in part.own()
    }
