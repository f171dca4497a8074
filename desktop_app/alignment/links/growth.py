"""Links grow to whole words and names: 恐怖 to 恐怖主义, "Advisory Board" to its last word."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from desktop_app.alignment.links.link import LinkKind
from desktop_app.alignment.links.sides import Joined, Side, Stretch
from desktop_app.grammar.stems import ending_at, is_function
from desktop_app.grammar.terms import TermSpan, inner_terms

Terms = Sequence[TermSpan]
_BESIDE = re.compile(r"(?:[^\S\n]|[-‑])*(?:\w{1,3}[^\S\n]+){0,2}")
"""What may stand between two words that are linked as one: "Board of Governors"."""
_LAST_WORD = re.compile(r"\s+(\w+)$")
_FIRST_PARTS = re.compile(r"(?:[^\W\d_]+[-‑])+$")
_LAST_PARTS = re.compile(r"(?:[-‑][^\W\d_]+)+")
_ELIDED = re.compile(r"['’][^\W\d_]+")
"""What follows the last word of « droits de l », of which a table of words has the beginning."""
_LONGEST_WORD = 60


def merged(terms: Sequence[TermSpan]) -> list[TermSpan]:
    """Terms of one concept, those that overlap or touch as one."""
    found: list[TermSpan] = []
    for term in sorted(terms, key=lambda term: term.start):
        if found and term.start <= found[-1].end:
            found[-1] = found[-1]._replace(end=max(term.end, found[-1].end))
        else:
            found.append(term)
    return found


def is_beside(side: Side, end: int, start: int) -> bool:
    """Whether next to nothing stands between two words, by the end of one and the start of the
    other."""
    return start <= end or (
        start - end < _LONGEST_WORD and _BESIDE.fullmatch(side.text, end, start) is not None
    )


def in_order(terms: Terms) -> Terms:
    """Terms in the order of the text."""
    return sorted(terms, key=lambda term: term.start)


def grown(source: Side, target: Side, link: Joined, terms: tuple[Terms, Terms]) -> Joined:
    """A link of terms with the free terms beside each that are a part of what it is linked to:
    国际和平与安全 is linked to "international peace", and holds the security that follows. `terms`
    are those of both sides in order."""
    return Joined(
        _with_parts(source, link.source, terms[0], target, link.target),
        _with_parts(target, link.target, terms[1], source, link.source),
        link.kind,
    )


def _with_parts(
    side: Side, own: Stretch, terms: Terms, other_side: Side, other: Stretch
) -> Stretch:
    wanted: set[str] | None = None
    while beside := _beside(side, own, terms):
        if wanted is None:
            wanted = {*inner_terms(other_side.text[slice(*other)], other_side.language)}
            wanted -= inner_terms(side.text[slice(*own)], side.language)
        parts = [term for term in beside if term.concept in wanted]
        if not parts:
            break
        part = max(parts, key=lambda term: term.end - term.start)
        wanted -= {term.concept for term in beside if term.start >= part.start}
        own = side.take(min(own.start, part.start), max(own.end, part.end))
    return own


def _beside(side: Side, own: Stretch, terms: Terms) -> list[TermSpan]:
    """The free terms right before or behind a stretch."""
    first = bisect_left(terms, own.start - _LONGEST_WORD, key=lambda term: term.start)
    last = bisect_right(terms, own.end + _LONGEST_WORD, key=lambda term: term.start)
    return [
        term
        for term in terms[first:last]
        if (
            (term.start >= own.end and is_beside(side, own.end, term.start))
            or (term.end <= own.start and is_beside(side, term.end, own.start))
        )
        and side.is_untaken(term.start, term.end)
    ]


def completed(source: Side, target: Side, links: Sequence[Joined]) -> list[Joined]:
    """The links of words, each to the ends of its words where these are free."""
    return [
        Joined(_whole(source, link.source), _whole(target, link.target), link.kind)
        if link.kind is LinkKind.TERM
        else link
        for link in links
    ]


def _whole(side: Side, own: Stretch) -> Stretch:
    start, end = own
    elided = _ELIDED.match(side.text, end) if _ends_in_a_function_word(side, own) else None
    if elided:
        following = elided.end()
    else:
        end = _without_function_words(side, own)
        after = _LAST_PARTS.match(side.text, end)
        following = after.end() if after else ending_at(side.text, end, side.language)
    before = _FIRST_PARTS.search(side.text[max(start - _LONGEST_WORD, 0) : start])
    preceding = start - len(before[0]) if before else start
    if following > end and side.is_untaken(end, following):
        end = following
    if preceding < start and side.is_untaken(preceding, start):
        start = preceding
    return side.take(start, end)


def _ends_in_a_function_word(side: Side, own: Stretch) -> bool:
    last = _LAST_WORD.search(side.text[slice(*own)])
    return last is not None and is_function(last[1], side.language)


def _without_function_words(side: Side, own: Stretch) -> int:
    """Where a stretch ends without the function words at its end; all of it if it has no other."""
    end = own.end
    while _ends_in_a_function_word(side, Stretch(own.start, end)):
        end = own.start + len(_LAST_WORD.sub("", side.text[own.start : end]))
    is_whole = is_function(side.text[own.start : end], side.language)
    return own.end if is_whole else end
