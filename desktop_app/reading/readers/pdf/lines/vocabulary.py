"""The words of a document, which tell whole words from pieces: there is no dictionary here."""

import re
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile("[^\\W\\d_\ue000\ue001]+(?:[-\u2010\u2011][^\\W\\d_\ue000\ue001]+)*[-\u2010]?")
_DOUBTFUL = ("\ue000", "\ue001")
_HYPHENS = str.maketrans("\u2010\u2011", "--")


class Vocabulary:
    """Counts the words inside the lines; those at their ends can be pieces."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._whole: Counter[str] = Counter()
        self._compound: Counter[str] = Counter()
        self._parts: set[str] = set()
        self.lines = self.hyphens = 0
        """Lines, and how many end with a hyphen."""
        for line in lines:
            self._add(line.strip())

    def _add(self, line: str) -> None:
        self.lines += 1
        self.hyphens += line[-1:] in ("-", "\u2010", "\u00ad")
        for found in _WORD.finditer(line):
            before, behind = line[found.start() - 1 : found.start()], line[found.end() :][:1]
            if not before or not behind or before in _DOUBTFUL or behind in _DOUBTFUL:
                continue
            word = found[0].casefold().translate(_HYPHENS).rstrip("-")
            if "-" in word:
                self._compound[word] += 1
                self._parts.update(word.split("-"))
            else:
                self._whole[word] += 1

    def count(self, word: str) -> int:
        """How often a word, or a compound with its hyphens, stands inside a line."""
        word = word.casefold()
        return self._compound[word] if "-" in word else self._whole[word]

    def has(self, word: str) -> bool:
        """Whether it is a word of the document, or part of a compound of it."""
        word = word.casefold()
        return word in self._whole or word in self._parts
