"""Words that always stand together, and are linked as one: "weapons of mass destruction"."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from desktop_app.alignment.links.growth import is_beside
from desktop_app.alignment.links.sides import Side
from desktop_app.grammar.stems import Word

_OFTEN = 2
"""Times that two words stand together at least."""
_ALWAYS = 0.8
"""The share of the times of the more frequent one."""
_ROUNDS = 3
"""A phrase of two words can be a part of one of four."""


class Phrases:
    """The phrases of one language version."""

    def __init__(self) -> None:
        self._joints: set[tuple[str, str]] = set()
        """Pairs of words that are one phrase; the first can be a phrase itself."""

    def learn(self, lines: Sequence[Sequence[str]]) -> Iterator[None]:
        """Learns from lines of words with next to nothing between them, in steps."""
        for _ in range(_ROUNDS):
            words: Counter[str] = Counter()
            together: Counter[tuple[str, str]] = Counter()
            for line in lines:
                joined = [word for word, _ in self._joined(line)]
                words.update(joined)
                together.update(pairwise(joined))
                yield
            self._joints |= {
                pair
                for pair, times in together.items()
                if times >= _OFTEN and times >= _ALWAYS * max(words[pair[0]], words[pair[1]])
            }

    def distinct(self, lines: Sequence[Sequence[str]]) -> list[str]:
        """The words and phrases of some lines, each once."""
        return list(dict.fromkeys(stem for line in lines for stem, _ in self._joined(line)))

    def words(self, side: Side) -> list[Word]:
        """The free words of a side, those of a phrase as one."""
        return [
            Word(stem, line[places.start].start, line[places.stop - 1].end)
            for line in lines(side)
            for stem, places in self._joined([word.stem for word in line])
        ]

    def _joined(self, line: Sequence[str]) -> Iterator[tuple[str, range]]:
        """A line with the words of each phrase as one, and which words these are."""
        stem, first = "", 0
        for place, following in enumerate(line):
            if place and (stem, following) in self._joints:
                stem = f"{stem} {following}"
                continue
            if place:
                yield stem, range(first, place)
            stem, first = following, place
        if line:
            yield stem, range(first, len(line))


def lines(side: Side) -> Iterator[list[Word]]:
    """The free words of a side, in stretches with next to nothing between two."""
    line: list[Word] = []
    for word in side.words():
        if line and not is_beside(side, line[-1].end, word.start):
            yield line
            line = []
        line.append(word)
    if line:
        yield line
