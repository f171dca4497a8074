"""The lines of a page: words with their spaces, in reading order, and where they stand."""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby
from operator import attrgetter, itemgetter

from desktop_app.reading.readers.pdf.lines.characters import Char, Face, Page, stands_out
from desktop_app.reading.readers.pdf.lines.columns import in_columns
from desktop_app.reading.readers.pdf.lines.directions import Unit, logical
from desktop_app.reading.readers.pdf.lines.rows import Row, in_halves
from desktop_app.reading.readers.pdf.lines.spaces import NARROW, is_arabic, is_wide, space
from desktop_app.reading.readers.pdf.tables.banded import banded
from desktop_app.reading.readers.pdf.tables.cells import Found, Place
from desktop_app.reading.readers.pdf.tables.ruled import ruled
from desktop_app.resolution.model import Run, Runs, Style
from desktop_app.resolution.runs import merged

_KIND = attrgetter("text", "face", "size")
_SIZE, _RIGHT = attrgetter("size"), attrgetter("right")
_CELL = 3.0
"""Parts of the size of the type: a wider gap parts what stands beside each other."""
_SAME_BOX = 0.05
_OFTEN = 0.25
"""Part of the characters that have the size of the text."""
_SIGNS = 4
"""Combining signs that a letter can have."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a column. `runs` are its words; raised ones are superscript. `indent` and `slack`
    are the room before its first and behind its last word in the column, in points; `margins.py`
    finds it. `column` numbers the columns of the document, `cell` says that it stands beside the
    line before it, `place` where in a table."""

    runs: Runs
    left: float
    right: float
    base: float
    size: float
    page: int
    column: int
    cell: bool = False
    indent: float = 0.0
    slack: float = 0.0
    place: Place | None = None

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(run.text for run in self.runs)

    @property
    def measure(self) -> float:
        """The width of its column."""
        return self.indent + self.right - self.left + self.slack


class Look:
    """How a document as a whole is set: its direction, and which faces stand out."""

    def __init__(self, pages: Sequence[Page]) -> None:
        every = Counter(map(_KIND, chain.from_iterable(page.chars for page in pages)))
        wide: Counter[Face] = Counter()
        other: Counter[Face] = Counter()
        sizes: Counter[float] = Counter()
        right = 0
        for (text, face, size), count in every.items():
            (wide if is_wide(text[0]) else other)[face] += count
            sizes[round(size * 2) / 2] += count
            right += count if is_arabic(text[0]) else 0
        self._usual = _usual(other)
        self._usual_wide = _usual(wide)
        self._known: dict[tuple[Face, bool], bool] = {}
        self.rtl = 2 * right > other.total() and right > wide.total()
        often = [size for size in sizes if sizes[size] >= _OFTEN * sizes.total()]
        self.size = max(often, default=10.0)  # in some documents most words are notes

    def emphasised(self, char: Char) -> bool:
        """Whether a character is set to stand out."""
        key = char.face, is_wide(char.text[0])
        if key not in self._known:
            self._known[key] = self._stands_out(*key)
        return self._known[key]

    def _stands_out(self, face: Face, wide: bool) -> bool:
        usual = self._usual_wide if wide else self._usual
        if wide and usual and face.name != usual.name and stands_out(face):
            return True
        is_bold = face.bold and not (usual and usual.bold)
        return is_bold or (face.italic and not (usual and usual.italic))


def _usual(faces: Counter[Face]) -> Face | None:
    return max(faces, key=lambda face: faces[face], default=None)


def page_lines(page: Page, number: int, column: int, look: Look) -> list[Line]:
    """The lines of a page in reading order; `column` is the number of its first column."""
    tables, chars = ruled(page.strokes, page.chars)
    out: list[Line] = []
    found = 0
    for count, rows in enumerate(in_columns(chars, look.rtl), column):
        for piece in banded(rows, is_first=not number, rtl=look.rtl):
            if isinstance(piece, Found):
                out += _table(piece, found, look, number, count)
                found += 1
                continue
            cells = _cells(piece)
            for place, own in enumerate(reversed(cells) if look.rtl else cells):
                out.append(_line(own, piece, look, number, count, place > 0))
    for table in tables:
        at = next((at for at, line in enumerate(out) if line.base < table.top), len(out))
        beside = out[min(at, len(out) - 1)].column if out else column
        out[at:at] = _table(table, found, look, number, beside)
        found += 1
    return out


def _table(table: Found, number: int, look: Look, page: int, column: int) -> Iterator[Line]:
    """The lines in the cells of a table with a number on its page."""
    for at, cells in enumerate(table.cells):
        for place, cell in enumerate(reversed(cells) if look.rtl else cells):
            for row in cell:
                line = _line(row.chars, row, look, page, column, False)
                yield replace(line, place=Place(number, at, place, table.edges))


def _cells(row: Row) -> list[list[Char]]:
    """What stands in a row beside each other, parted by wide gaps; not the number of a paragraph
    from its words."""
    cells: list[list[Char]] = [[row.chars[0]]]
    end, widest = row.chars[0].right, _CELL * row.size
    for char in row.chars[1:]:
        if char.left - end > widest and not _is_number(cells[-1]):
            cells.append([])
        cells[-1].append(char)
        if char.right > end:
            end = char.right
    return cells


def _is_number(chars: Sequence[Char]) -> bool:
    text = "".join(char.text for char in chars)
    return len(text) <= 6 and (not text[-1].isalnum() or text.isdecimal() or len(text) == 1)


def _line(chars: Sequence[Char], row: Row, look: Look, page: int, column: int, cell: bool) -> Line:
    return Line(
        runs=_runs(chars, row, look),
        left=chars[0].left,
        right=max(map(_RIGHT, chars)),
        base=row.base,
        size=_size(chars, row),
        page=page,
        column=column,
        cell=cell,
    )


def _runs(chars: Sequence[Char], row: Row, look: Look) -> Runs:
    """The words of a line in reading order."""
    if not look.rtl and not any(map(is_arabic, {char.text[0] for char in chars})):
        return _from_the_left(chars, row, look)
    units = logical(_units(chars, row, look), look.rtl or _is_arabic(chars))
    return merged(Run(unit.text, _style(unit)) for unit in units)


def _from_the_left(chars: Sequence[Char], row: Row, look: Look) -> Runs:
    """What `_units` and `logical` come to in a line where nothing is read from the right, as in
    most: it takes a third of the time."""
    pieces: list[tuple[Style, str]] = []
    style = Style.PLAIN
    last: Char | None = None
    raised = row.raised
    for char in with_signs(chars):
        before = style
        # Most have the face of the one before, and look like it.
        if last is None or char.face is not last.face or not (char.text + last.text).isascii():
            style = Style.EMPHASIS if look.emphasised(char) else Style.PLAIN
        if last is not None and char.left - last.right > NARROW * char.size:
            between = _between(last, char)
            if between:
                pieces.append((style if before is Style.EMPHASIS else Style.PLAIN, between))
        pieces.append((Style.SUPERSCRIPT if char.number in raised else style, char.text))
        last = char
    return tuple(
        Run("".join(text for _, text in group), style)
        for style, group in groupby(pieces, key=itemgetter(0))
    )


def _size(chars: Sequence[Char], row: Row) -> float:
    text = [char for char in chars if char.number not in row.raised] if row.raised else chars
    sizes = in_halves(Counter(map(_SIZE, text))) or Counter([row.size])
    return max(sizes, key=lambda size: sizes[size])


def _is_arabic(chars: Sequence[Char]) -> bool:
    return 2 * sum(is_arabic(char.text[0]) for char in chars) > len(chars)


def _style(unit: Unit) -> Style:
    if unit.raised:
        return Style.SUPERSCRIPT
    return Style.EMPHASIS if unit.emphasised else Style.PLAIN


def _units(chars: Sequence[Char], row: Row, look: Look) -> list[Unit]:
    """The characters from left to right with the spaces between them; vowel signs with their
    letters, the digits of a mark together."""
    out: list[Unit] = []
    last: Char | None = None
    clusters = clustered(chars)
    for char, following in zip(clusters, [*clusters[1:], None], strict=True):
        raised = char.number in row.raised
        between = _between(last, char) if last is not None else ""
        emphasised = look.emphasised(char)
        if between:
            out.append(Unit(between, emphasised=emphasised and out[-1].emphasised))
        beside = following or last
        turned = beside is not None and (beside.number < char.number) is (following is not None)
        if raised and not between and out and out[-1].raised:
            out[-1] = out[-1]._replace(text=out[-1].text + char.text)
        else:
            out.append(Unit(char.text, raised, emphasised, turned))
        last = char
    return out


def _between(last: Char, char: Char) -> str:
    gap = (char.left - last.right) / max(char.size, last.size, 1.0)
    return space(last.text[-1], char.text[0], gap, char.spaced or last.number > char.number)


def clustered(chars: Sequence[Char]) -> list[Char]:
    """The characters from left to right, each with its combining signs; the letters of an Arabic
    ligature, which share a place, back to front, for they are read from the right."""
    letters = with_signs(chars)
    for at in range(1, len(letters)):
        place = at
        while place and _share_a_box(letters[place - 1], letters[place]):
            letters[place - 1], letters[place] = letters[place], letters[place - 1]
            place -= 1
    return letters


def with_signs(chars: Sequence[Char]) -> list[Char]:
    """The characters from left to right, each with its combining signs."""
    signs = [char for char in chars if unicodedata.combining(char.text[0])]
    letters = [char for char in chars if not signs or not unicodedata.combining(char.text[0])]
    if signs and letters:
        _join_signs(signs, letters)
    return letters


def _join_signs(signs: Sequence[Char], letters: list[Char]) -> None:
    """Puts every combining sign behind the letter that the file has it behind."""
    places = {char.number: at for at, char in enumerate(letters)}
    for sign in sorted(signs, key=lambda sign: sign.number):
        before = (sign.number - step for step in range(1, _SIGNS + 1))
        owner = next((places[number] for number in before if number in places), None)
        if owner is None:
            owner = min(places.values(), key=lambda at: abs(letters[at].left - sign.left))
        letters[owner] = letters[owner]._replace(text=letters[owner].text + sign.text)


def _share_a_box(first: Char, second: Char) -> bool:
    """Whether two Arabic letters in the order of the file stand in one place."""
    near = _SAME_BOX * first.size
    return (
        is_arabic(first.text[0])
        and first.number < second.number
        and abs(first.left - second.left) < near
        and abs(first.right - second.right) < near
    )
