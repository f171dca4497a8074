"""The text of the glyphs on a PDF page, by which it is searched and copied; no Qt.

Qt writes for each glyph the first code point that a font has it for: a Kangxi radical for a common
ideograph, a tab for a space, a presentation form for an Arabic letter, nothing for a character
beyond the first plane. Here every glyph says what the text has in its place. A glyph that stands
for different characters in different places (in many fonts a space and a no-break space are one)
gets a code for each.
"""

import re
import struct
import sys
import unicodedata
from array import array
from collections.abc import Sequence
from itertools import accumulate, groupby
from operator import itemgetter, sub
from typing import NamedTuple

from desktop_app.export.formats.pdf.tags import ARTIFACT, END


class _Numbers(dict[str, int]):
    """A number for each text asked for."""

    def __missing__(self, text: str) -> int:
        self[text] = len(self)
        return self[text]


class DrawnGlyphs:
    """The glyphs drawn: for each page its glyphs in order, each with its text."""

    def __init__(self) -> None:
        self._texts = _Numbers()
        self._tags: dict[bytes, int] = {}
        self._pages: list[tuple[array[int], array[int], array[int], array[int]]] = []
        self.missing: set[str] = set()
        """What no font has a glyph for."""

    def begin_page(self) -> None:
        """What is added from now on stands on a new page."""
        self._pages.append((array("I"), array("I"), array("I"), array("I")))

    def add(self, glyphs: Sequence[int], texts: Sequence[str], tag: bytes = ARTIFACT) -> None:
        """Adds glyphs of one font that are drawn at once, the text that each stands for, and the
        operator that says what they are of."""
        if 0 in glyphs:
            pairs = zip(glyphs, texts, strict=True)
            self.missing.update(text for glyph, text in pairs if not glyph and not text.isspace())
        lengths, own_glyphs, own_texts, tags = self._pages[-1]
        lengths.append(len(glyphs))
        own_glyphs.extend(glyphs)
        own_texts.extend(map(self._texts.__getitem__, texts))
        tags.append(self._tags.setdefault(tag, len(self._tags)))

    def pages(self) -> "list[PageGlyphs]":
        """What was drawn, page by page."""
        texts, tags = tuple(self._texts), tuple(self._tags)
        return [PageGlyphs(*page, texts, tags) for page in self._pages]


class PageGlyphs(NamedTuple):
    """The glyphs of a page: `lengths` of the runs that were drawn at once, the glyphs, for each the
    number of its text in `texts`, and for each run that of its operator in `tags`."""

    lengths: Sequence[int]
    glyphs: Sequence[int]
    numbers: Sequence[int]
    tagged: Sequence[int]
    texts: Sequence[str]
    tags: Sequence[bytes]


# The text of a glyph

FROM_RIGHT = "\u200f"
"""Stands before the letters of a glyph from right to left."""
_MIRRORED = str.maketrans("()[]{}<>«»‹›≤≥", ")(][}{><»«›‹≥≤")
_LINE_BREAK = "\u2028"
_NOTHING = "\u200b"
"""The text of a glyph that only belongs to the one before it: readers take the number of a glyph
without text for a character."""


def in_units(text: str) -> str:
    """A text as Qt counts it: of a character beyond the first plane both halves."""
    if text.isascii() or max(text) < "\U00010000":
        return text
    data = text.encode("utf-16-le")
    return "".join(map(chr, struct.unpack(f"<{len(data) // 2}H", data)))


def whole(text: str) -> str:
    """The text of units, halves of characters joined."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def texts_of(text: str, starts: list[int], end: int, runs_left: bool) -> Sequence[str]:
    """The text of each glyph of a run. `text` is the paragraph, in units of Qt; the stretches of
    the glyphs begin at `starts`, and the last one ends at `end`. Several glyphs for one stretch
    share its characters one after the other.

    In a run from right to left a bracket stands for the bracket it looks like, as readers expect,
    and a glyph for several letters is marked as one to be shared out among them."""
    known = sorted(set(starts))
    whole_text = text[known[0] : end]
    if known == starts and len(known) == len(whole_text) and not runs_left:
        return whole_text  # a character for each glyph
    ends = dict(zip(known, [*known[1:], end], strict=True))
    if known == starts and whole_text.isascii() and not runs_left:
        return [text[start:to] for start, to in ends.items()]
    share = _shared_from_right if runs_left else _shared
    out: list[str] = []
    for start, found in groupby(starts):
        out += share(_cut(text, start, ends[start]), sum(1 for _ in found))
    return out


def _cut(text: str, start: int, end: int) -> str:
    """The characters there; a line break counts as none."""
    if end == start + 1 and text[start] != _LINE_BREAK:
        return text[start]
    return whole(text[start:end]).replace(_LINE_BREAK, "") or " "


def _shared(text: str, glyphs: int) -> list[str]:
    """A character for each glyph, the last all that are left."""
    out = [*(text[place : place + 1] for place in range(glyphs - 1)), text[glyphs - 1 :]]
    return [own or _NOTHING for own in out]


def _shared_from_right(text: str, glyphs: int) -> list[str]:
    text = text.rstrip() or text  # a space at the end of a line would come before the last letter
    if len(text) == glyphs == 1:
        return [text.translate(_MIRRORED)]
    marks = [character for character in text if unicodedata.combining(character)]
    letters = "".join(character for character in text if not unicodedata.combining(character))
    if len(letters) > 1 and len(marks) == glyphs - 1:
        return [FROM_RIGHT + letters, *marks]
    return [FROM_RIGHT + own if len(own) > 1 else own for own in _shared(text, glyphs)]


# Codes

_BEGIN, _END, _AGAIN = b"\nBT\n", b"ET\n", b"/Span << /ActualText <> >> BDC\n"
"""Qt writes these around glyphs drawn at once: in between stand font, size and matrix, and the
place and code of each glyph. In a font without bold it makes letters heavier by writing them again,
a little beside."""
_UNSEEN, _SEEN = b">] TJ 3 Tr [<", b">] TJ 0 Tr [<"
"""What makes glyphs in the middle of a run invisible, and those after them visible again."""
_PIECE = re.compile(rb"(?<=\n)q\n/CSp cs\n(?:(?!\nQ\n).)*\nQ\n", re.DOTALL)
_COLOR = re.compile(rb"([\d. ]+) scn\n[^\n]*\Z")
"""The colour that is set last."""
_HEAVIER = 0.03
"""The width of the outline, in sizes of the font, that makes letters heavier."""
_BESIDE = 6
"""Thousandths of the size: what is no further from its place needs no correction."""


class MismatchError(Exception):
    """The file lacks glyphs that were drawn; the message is their text, "" if unknown."""


class Font:
    """The codes of one font of a file. `widths` has those of the codes, in thousandths of the
    size; `texts` are those of glyphs."""

    def __init__(self, widths: dict[int, float], default: float, texts: Sequence[str]) -> None:
        self.codes = _Codes(self, texts)
        self._widths = widths
        self._default = default
        self._glyphs: dict[int, int] = {}
        self._codes: dict[tuple[int, str], int] = {}
        self.texts: dict[int, str] = {}
        """The text of each code."""
        self.doubles: dict[int, int] = {}
        """Codes that were added: which other one has the same glyph."""
        self._shares: dict[int, int] = {}
        """Codes that are as wide as one of so many parts of their glyph."""

    def width(self, code: int) -> float:
        other = self.doubles.get(code, code)
        return self._widths.get(other, self._default) / self._shares.get(code, 1)

    def code(self, code: int, glyph: int, text: str) -> int:
        """The code of a glyph where it stands for a text; `code` is what Qt gave it everywhere.
        Raises MismatchError."""
        if self._glyphs.setdefault(code, glyph) != glyph:
            raise MismatchError
        found = self._codes.get((code, text))
        if found is None:
            found = self._double(code) if code in self.texts else code
            self._codes[code, text] = found
            self.texts[found] = text
        return found

    def shared(self, code: int, letters: str) -> list[int]:
        """Codes of a glyph for each of its letters, all as wide as their share of it."""
        found = [self._double(code) for _ in letters]
        self.texts.update(zip(found, letters, strict=True))
        self._shares.update(dict.fromkeys(found, len(letters)))
        return found

    def _double(self, code: int) -> int:
        found = 0xFFFF - len(self.doubles)  # Qt counts from 1 on
        self.doubles[found] = code
        return found


class _Codes(dict[tuple[bytes, int, int], tuple[bytes, float]]):
    """The code to write and its width, for a code as Qt writes it, its glyph and the number of its
    text.

    A ligature from right to left is written with a code for each of its letters, the last letter
    first, as they stand from left to right; only the first code is seen. Readers disagree on
    several letters behind one code: pdfium turns them around, Poppler does not.
    """

    def __init__(self, font: Font, texts: Sequence[str]) -> None:
        super().__init__()
        self._font = font
        self._texts = texts

    def __missing__(self, key: tuple[bytes, int, int]) -> tuple[bytes, float]:
        written, glyph, number = key
        code = int(written.strip(b"<>"), 16)
        text = self._texts[number]
        if text.startswith(FROM_RIGHT) and len(text) > 2:
            seen, *unseen = self._font.shared(code, text[:0:-1])
            hidden = b"".join(b"%04X" % other for other in unseen)
            written = b"%04X%s%s%s" % (seen, _UNSEEN, hidden, _SEEN)
        else:
            written = b"%04X" % self._font.code(code, glyph, text)
        self[key] = (written, self._font.width(code))
        return self[key]


def rewritten(content: bytes, page: PageGlyphs, fonts: dict[str, Font]) -> bytes:
    """The content of a page with codes that stand for the text, each run in one piece and said to
    be what it is; `fonts` are those of the page by their names. Raises MismatchError."""
    codes = {name.encode(): font.codes for name, font in fonts.items()}
    before, *runs = content.split(_BEGIN)
    if len(runs) != len(page.lengths):
        raise MismatchError
    out = [before]
    place = 0
    for run, length, tag in zip(runs, page.lengths, page.tagged, strict=True):
        drawn, _, after = run.partition(_END)
        head, _, glyphs = drawn.partition(b"\n")
        once, is_heavy, _ = glyphs.partition(_AGAIN)
        parts = once.split()
        if is_heavy:
            parts = parts[:-7]  # the matrix again
        last = place + length
        if len(parts) != 5 * length or set(parts[4::5]) != {b"Tj"}:
            raise MismatchError
        name, size, _ = head.split(maxsplit=2)
        own = zip(parts[3::5], page.glyphs[place:last], page.numbers[place:last], strict=True)
        written = list(map(codes[name].__getitem__, own))
        shown = _shown(parts[0::5], parts[1::5], written, float(size))
        start = _BEGIN + page.tags[tag]
        if is_heavy:
            color = _COLOR.search(out[-1])
            width = _HEAVIER * float(size)
            out.append(start + b"/CSp CS %s SCN " % (color[1] if color else b"0 0 0"))
            shown = shown.replace(_SEEN, _SEEN.replace(b"0 Tr", b"2 Tr"))
            out.append(b"2 Tr %.2f w\n%s\n%s0 Tr\n" % (width, head, shown))
        else:
            out.append(b"%s%s\n%s" % (start, head, shown))
        out.append(END + _END + after)
        place = last
    return b"".join(out)


def pieces(content: bytes) -> list[bytes]:
    """The runs of a page that is nothing else, each with its colour: what may be put behind the
    content of another page."""
    return _PIECE.findall(content)


def _shown(
    across: Sequence[bytes],
    down: Sequence[bytes],
    written: Sequence[tuple[bytes, float]],
    size: float,
) -> bytes:
    """Glyphs in as few pieces as may be; `across` and `down` are their distances from the ones
    before, `written` their codes and widths."""
    scale = 1000 / size
    if len(written) > 1 and set(down[1:]) == {b"0"}:
        pens = accumulate(map(itemgetter(1), written[:-1]))
        moves = accumulate(map(scale.__mul__, map(float, across[1:])))
        beside = list(map(sub, pens, moves))
        if min(beside) > -_BESIDE and max(beside) < _BESIDE:
            codes = b"".join(map(itemgetter(0), written))
            return b"%s %s Td [<%s>] TJ\n" % (across[0], down[0], codes)
    out: list[bytes] = []
    line: list[bytes] = []
    moved = pen = 0.0
    for x, y, (code, width) in zip(across, down, written, strict=True):
        if y != b"0" or not line:
            if line:
                out.append(b"[<%s>] TJ\n" % b"".join(line))
            out.append(b"%.4f %s Td " % (moved / scale + float(x), y))
            line = []
            moved = pen = 0.0
        else:
            moved += float(x) * scale
            off = pen - moved
            if not -_BESIDE < off < _BESIDE:
                line.append(b">%.0f<" % off)
                pen -= round(off)
        line.append(code)
        pen += width
    out.append(b"[<%s>] TJ\n" % b"".join(line))
    return b"".join(out)


_HUNDRED = 100
"""So many entries a section of a character map may have."""


def character_map(texts: dict[int, str]) -> bytes:
    """The text of the codes of a font, as the character map (ToUnicode) that a PDF has of it."""
    entries = [
        b"<%04X> <%s>\n" % (code, text.encode("utf-16-be").hex().upper().encode())
        for code, text in sorted(texts.items())
    ]
    sections = [
        b"%d beginbfchar\n%sendbfchar\n" % (len(part), b"".join(part))
        for part in (entries[i : i + _HUNDRED] for i in range(0, len(entries), _HUNDRED))
    ]
    return (
        b"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        b"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        b"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        + b"".join(sections)
        + b"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    )


def glyph_map(doubles: dict[int, int]) -> bytes:
    """The CIDToGIDMap of a font with added codes: the glyph of each code, in two bytes."""
    glyphs = array("H", range(0x10000))
    for code, other in doubles.items():
        glyphs[code] = other
    if sys.byteorder == "little":
        glyphs.byteswap()
    return glyphs.tobytes()
