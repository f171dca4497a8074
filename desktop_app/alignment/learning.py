"""Words learned from the texts themselves: those that stand in the same rows again and again.

Two versions use the same word for the same thing, so a word of one and a word of the other that
are in the same rows, and in no others, say the same. Chinese has no spaces, so there the words are
pairs of characters.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain

from desktop_app.alignment.evidence import Rows, Traits
from desktop_app.grammar.characters import plain
from desktop_app.grammar.languages import language_of
from desktop_app.resolution.model import Clause

FEWEST = 12
"""Clauses on both sides from which on anything is learned."""
_LETTERS = 5
"""Letters by which the forms of a word are taken for one; shorter words than three say little."""
_TIMES = 2
"""Rows that two words have to be in together, at the least."""
_COMMON = 0.25
"""A word that is in a larger share of the rows is in all kinds of them."""
_OFTEN = 60
"""Rows: a word that is in more of them tells too little where it is, for the time that it takes."""
_TOGETHER = 0.75
"""The share of the rows of both words that they have to be in together (Dice's coefficient)."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_CHINESE = re.compile(r"[\u3400-\u9fff]{2,}")

Words = Sequence[frozenset[str]]
"""The words of each clause."""


def with_words(traits: Traits, clause: Clause, language: str) -> Traits:
    """The traits of a clause of two texts in one language, with its words."""
    return traits._replace(
        features=traits.features.union(f"l{word}" for word in words(clause, language))
    )


def words(clause: Clause, language: str) -> frozenset[str]:
    """The words of a clause with all its sub-paragraphs, in their short form."""
    texts = [plain(part.text) for part in clause.walk()]
    if language_of(language).is_spaced:
        return frozenset(word[:_LETTERS] for text in texts for word in _WORD.findall(text))
    runs = [run for text in texts for run in _CHINESE.findall(text)]
    return frozenset(run[at : at + 2] for run in runs for at in range(len(run) - 1))


def counterparts(source: Words, target: Words, rows: Rows) -> dict[str, str]:
    """The words of the second side that say what a word of the first says; each has one at most,
    and is the best for it as well."""
    sides = [
        (_of_range(source, left), _of_range(target, right))
        for left, right in rows
        if left and right
    ]
    counts = [Counter(word for pair in sides for word in pair[side]) for side in (0, 1)]
    most = min(max(len(sides) * _COMMON, _TIMES + 1), _OFTEN)
    telling = [
        {word for word, count in counted.items() if _TIMES <= count <= most} for counted in counts
    ]
    theirs = [right & telling[1] for _, right in sides]
    together: list[tuple[float, tuple[str, str]]] = []
    for word, places in _places([left & telling[0] for left, _ in sides]).items():
        beside = Counter(chain.from_iterable(theirs[place] for place in places))
        # Fewer could not reach the share even if the other word were in no other row.
        least = max(_TIMES, _TOGETHER * len(places) / (2 - _TOGETHER))
        often = [(other, count) for other, count in beside.items() if count >= least]
        for other, count in often:
            share = 2 * count / (len(places) + counts[1][other])
            if share >= _TOGETHER:
                together.append((share, (word, other)))
    out: dict[str, str] = {}
    taken: set[str] = set()
    for _, (word, other) in sorted(together, key=lambda found: (-found[0], found[1])):
        if word not in out and other not in taken:
            out[word] = other
            taken.add(other)
    return out


def _places(words: Words) -> dict[str, list[int]]:
    """The rows that each word is in."""
    found: dict[str, list[int]] = {}
    for place, held in enumerate(words):
        for word in held:
            found.setdefault(word, []).append(place)
    return found


def _of_range(words: Words, places: range) -> frozenset[str]:
    return frozenset().union(*(words[place] for place in places))


def with_learned(
    source: Sequence[Traits], target: Sequence[Traits], texts: tuple[Words, Words], rows: Rows
) -> tuple[list[Traits], list[Traits]]:
    """The traits of both sides with the words that these rows teach."""
    known = counterparts(*texts, rows)
    names = {word: f"l{word}" for word in known}, {known[word]: f"l{word}" for word in known}
    left, right = (
        [
            item._replace(features=item.features | {own[word] for word in own.keys() & words})
            for item, words in zip(side, held, strict=True)
        ]
        for side, held, own in zip((source, target), texts, names, strict=True)
    )
    return left, right
