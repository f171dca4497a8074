"""The links of a row between words, by counterparts that were learned."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence

from desktop_app.alignment.links.chances import Chances, Pair
from desktop_app.alignment.links.growth import is_beside
from desktop_app.alignment.links.learning import Counterparts
from desktop_app.alignment.links.link import LinkKind
from desktop_app.alignment.links.places import Places
from desktop_app.alignment.links.sides import Joined, Side
from desktop_app.grammar.stems import Word

_PART = 0.75
"""How likely a word beside one that is linked stands for the same, and the share of their rows."""
_MOST = 40_000
"""Pairs of words in a row up to which they are compared."""


def learned_links(
    source: Side, target: Side, known: Counterparts, together: Places
) -> Iterator[Joined]:
    """The links between words that are free on both sides; they are taken then."""
    own, others = known.phrases[0].words(source), known.phrases[1].words(target)
    if not own or not others or len(own) * len(others) > _MOST:
        return
    places = _by_stem(own), _by_stem(others)
    chances = Chances(list(places[0]), list(places[1]), known)
    for pair in chances.pairs():
        free = (
            _free(source, own, places[0][pair.source]),
            _free(target, others, places[1][pair.target]),
        )
        starts = (
            [own[number].start for number in free[0]],
            [others[number].start for number in free[1]],
        )
        for one, other in together.paired(*starts):
            left = _grown(source, own, free[0][one], _joins_source(chances, pair))
            right = _grown(target, others, free[1][other], _joins_target(chances, pair))
            if _is_tied(own, left, pair.source_rivals) or _is_tied(
                others, right, pair.target_rivals
            ):
                continue
            yield Joined(source.take(*left), target.take(*right), LinkKind.TERM)


def _is_tied(words: Sequence[Word], stretch: tuple[int, int], rivals: Collection[str]) -> bool:
    """Whether a word outside a stretch is as likely as what is in it."""
    inside = {word.stem for word in words if stretch[0] <= word.start and word.end <= stretch[1]}
    return not inside.issuperset(rivals)


def _by_stem(words: Sequence[Word]) -> dict[str, list[int]]:
    out: dict[str, list[int]] = defaultdict(list)
    for number, word in enumerate(words):
        out[word.stem].append(number)
    return out


def _free(side: Side, words: Sequence[Word], numbers: Sequence[int]) -> list[int]:
    """Those of some words that are free; of two that overlap, the first."""
    found: list[int] = []
    end = 0
    for number in numbers:
        _, start, stop = words[number]
        if start >= end and side.is_free(start, stop):
            found.append(number)
            end = stop
    return found


def _joins_source(chances: Chances, pair: Pair) -> Callable[[str], bool]:
    return lambda stem: (
        chances.backward(stem, pair.target) >= _PART
        and chances.together(stem, pair.target) >= _PART
    )


def _joins_target(chances: Chances, pair: Pair) -> Callable[[str], bool]:
    return lambda stem: (
        chances.forward(pair.source, stem) >= _PART and chances.together(pair.source, stem) >= _PART
    )


def _grown(
    side: Side, words: Sequence[Word], number: int, joins: Callable[[str], bool]
) -> tuple[int, int]:
    """The word with those beside it that belong to it."""
    start, end = words[number].start, words[number].end
    for word in words[number + 1 :]:
        if not (is_beside(side, end, word.start) and joins(word.stem)):
            break
        if not side.is_free(word.start, word.end):
            break
        end = max(end, word.end)
    for word in reversed(words[:number]):
        if not (is_beside(side, word.end, start) and joins(word.stem)):
            break
        if not side.is_free(word.start, word.end):
            break
        start = min(start, word.start)
    return start, end
