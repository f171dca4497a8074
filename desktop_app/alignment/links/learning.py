"""Counterparts of words, learned from the rows of a bitext by IBM model 1 in both directions.

A row is the set of its words on each side that nothing else links. How likely a word is to stand
for another is learned in both directions (`chances` says when that is enough). Work and memory are
bounded: of a long text, rows at even distances are learned from.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from desktop_app.alignment.links.known import Notes, known_links
from desktop_app.alignment.links.link import Text
from desktop_app.alignment.links.phrases import Phrases, lines
from desktop_app.alignment.links.sides import Side
from desktop_app.grammar.stems import knows_function_words

_PASSES = 6
_MOST_ROWS = 2000
"""Rows that are learned from at most."""
_MOST_PAIRS = 400_000
"""Pairs of words in all of them together."""
_LONGEST = 4000
"""Characters of a row: a longer one says little of each of its words."""

TextRow = tuple[Sequence[Text], Sequence[Text]]
"""A row as its texts in the source and in the target."""
_Pair = tuple[list[str], list[str]]
"""The words of a row in the source and in the target, each once."""
_Lines = list[list[str]]
_Likely = dict[str, dict[str, float]]


class Counterparts(NamedTuple):
    """What was learned. `forward[one][other]` is how likely `other` is in a row for `one` of the
    source; `backward[other][one]` the other way round; `rows` and `together` count the rows of a
    word, and those of pairs. What is counted are words and `phrases`."""

    forward: _Likely
    backward: _Likely
    rows: tuple[Counter[str], Counter[str]]
    together: Counter[tuple[str, str]]
    phrases: tuple[Phrases, Phrases]


NOTHING = Counterparts({}, {}, (Counter(), Counter()), Counter(), (Phrases(), Phrases()))


class Learning:
    """Learns from rows, in steps: whoever shows a window takes a few at a time."""

    def __init__(self, languages: tuple[str, str], notes: Notes) -> None:
        self._languages = languages
        self._notes = notes
        self.learned = NOTHING

    def steps(self, rows: Sequence[TextRow]) -> Iterator[None]:
        """Goes on in steps of a few milliseconds; `learned` is complete at the end. Nothing is
        learned in a language whose function words are not known: they stand beside everything."""
        if not all(map(knows_function_words, self._languages)):
            return
        read: list[tuple[_Lines, _Lines]] = []
        for row in rows[:: len(rows) // _MOST_ROWS + 1]:
            if row[0] and row[1]:
                read += self._lines(row)
            yield
        phrases = Phrases(), Phrases()
        for place, own in enumerate(phrases):
            yield from own.learn([line for lines in read for line in lines[place]])
        pairs: list[_Pair] = []
        for one, other in read:
            pairs.append((phrases[0].distinct(one), phrases[1].distinct(other)))
            yield
        count = sum(len(source) * len(target) for source, target in pairs)
        pairs = pairs[:: count // _MOST_PAIRS + 1]
        counted = (Counter[str](), Counter[str]())
        together: Counter[tuple[str, str]] = Counter()
        forward: _Likely = {}
        backward: _Likely = {}
        for is_first in (True, *[False] * (_PASSES - 1)):
            ahead: _Likely = defaultdict(lambda: defaultdict(float))
            back: _Likely = defaultdict(lambda: defaultdict(float))
            for source, target in pairs:
                if is_first:
                    counted[0].update(source)
                    counted[1].update(target)
                    together.update((one, other) for one in source for other in target)
                    yield
                _count(source, target, forward, ahead)
                _count(target, source, backward, back)
                yield
            yield from _make_shares(ahead)
            yield from _make_shares(back)
            forward, backward = ahead, back
        self.learned = Counterparts(forward, backward, counted, together, phrases)

    def _lines(self, row: TextRow) -> Iterator[tuple[_Lines, _Lines]]:
        """The words of a row that nothing else links, if there are any on both sides."""
        source, target = (
            Side(texts, language) for texts, language in zip(row, self._languages, strict=True)
        )
        if max(len(source.text), len(target.text)) > _LONGEST:
            return
        known_links(source, target, self._notes)
        found = [
            [[word.stem for word in line] for line in lines(side)] for side in (source, target)
        ]
        if all(found):
            yield found[0], found[1]


def _count(own: Sequence[str], others: Sequence[str], likely: _Likely, into: _Likely) -> None:
    """Shares each word of the one side out among those of the other that can stand for it."""
    if not likely:  # at first all are alike
        for one in own:
            count = into[one]
            for other in others:
                count[other] += 1 / len(own)
        return
    tables = [likely[one] for one in own]
    counts = [into[one] for one in own]
    for other in others:
        chances = [table.get(other, 0.0) for table in tables]
        whole = sum(chances)
        if whole:
            for count, chance in zip(counts, chances, strict=True):
                if chance:
                    count[other] += chance / whole


def _make_shares(counts: _Likely) -> Iterator[None]:
    """Makes shares of the counts, without the least ones."""
    for place, one in enumerate(list(counts)):
        whole = sum(counts[one].values())
        least = whole / 1000
        counts[one] = {
            other: count / whole for other, count in counts[one].items() if count > least
        }
        if place % 50 == 0:
            yield
