"""Sets paragraphs in lines, and paints lines; Qt."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from itertools import groupby
from math import ceil
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QGlyphRun,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from desktop_app.export.formats.pdf.fonts import UNBROKEN, blank_of, family_of, font_of
from desktop_app.export.formats.pdf.glyph_text import (
    DrawnGlyphs,
    MismatchError,
    in_units,
    texts_of,
    whole,
)
from desktop_app.export.formats.pdf.pages import Line, Slice
from desktop_app.export.formats.pdf.tags import Stretch, Tag, begin, texts_at
from desktop_app.grammar.languages import Direction, language_of
from desktop_app.grammar.scripts import UNSPACED, lettering
from desktop_app.resolution.model import Runs, Style

_LETTERS = 0.36
"""The middle of letters above their baseline, in sizes of the font."""
_AT_ONCE = 2000
"""Characters of a paragraph that are laid out at once: Qt takes the longer for each line the more
there are."""
_ENDLESS = re.compile(rf"[^\s{UNSPACED}]{{1000}}")
"""A very long word: Qt would take seconds to look for a place to break it."""
_STANDS_FOR_NONE = "?"
_BLANKS = re.compile(f"[{UNBROKEN}\u2000-\u200a\u205f\u3000]")
"""Spaces that not every font has; those of the first kind keep a line from being broken."""
_WIDE_BLANK = "\u2003"
_UNITING = "-\u2010/"
_WORD = re.compile(rf"[^\s{UNSPACED}]+$")
"""A word or symbol at the end of a text; Chinese characters stand each for itself."""
_SLACK = 0.05
"""The share of the measure by which a Chinese line may be stretched so that both ends are flush."""
_ABOVE = (Style.SUPERSCRIPT, Style.MARK)
_RAISED, _BY = 0.65, 0.34
"""The size of raised characters and how far they stand above the baseline, in sizes of the font."""
_INK = QColor(0, 0, 0)
_MUTED = QColor(96, 96, 96)
_WANTED = (
    QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphIndexes
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphPositions
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveStringIndexes
)


class At(Enum):
    """Where the lines of a paragraph stand in their measure."""

    START = auto()
    MIDDLE = auto()
    END = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a paragraph is set: the tag of its language, the size of its type in units, whether it is
    bold, and where its lines stand."""

    tag: str
    size: int
    bold: bool = False
    at: At = At.START

    @property
    def runs_left(self) -> bool:
        return language_of(self.tag).direction is Direction.RTL

    @property
    def is_spaced(self) -> bool:
        """Whether lines are broken between words, not between any two characters."""
        return not lettering(self.tag).is_wide

    @property
    def is_flush(self) -> bool:
        """Whether both ends of lines stand flush, as is usual in Chinese."""
        return lettering(self.tag).is_wide and self.at is At.START and not self.bold


class Piece(NamedTuple):
    """A stretch of a paragraph that Qt laid out at once. `text` and the stretches of styled
    characters, each with its style and the note that it calls, are in units of Qt's strings;
    `missing` are the characters that no font has, replaced in `text`."""

    layout: QTextLayout
    text: str
    size: int
    styled: tuple[tuple[range, Style, str], ...]
    missing: frozenset[str]


class SetLine(NamedTuple):
    """A line to draw: its number in a piece, its indent in the cell, and how far its middle is
    below the top of the cell."""

    piece: Piece
    number: int
    left: int
    middle: int


def leading(tags: Sequence[str], size: int) -> int:
    """The distance of lines for texts with these tags side by side."""
    return round(max(lettering(tag).leading for tag in tags) * size)


def lines(
    runs: Runs, look: Look, width: int, distance: int, above: int = 0, indent: int = 0
) -> list[Line]:
    """The lines of a paragraph, as wide as `width` and set in by `indent`; the first is `above`
    units below the top of the cell."""
    out: list[Line] = []
    left = 0 if look.runs_left else indent
    rest = runs
    while True:
        runs, rest = _parted(rest, _AT_ONCE)
        piece = _piece(runs, look, width - indent)
        calls = _calls(runs)
        count = piece.layout.lineCount()
        if rest and count > 1:
            count -= 1  # with what follows the last one may be longer
            end = len(whole(piece.text[: piece.layout.lineAt(count).textStart()]))
            rest = (*_parted(runs, end)[1], *rest)
        corner = above + len(out) * distance
        for number in range(count):
            top = corner + number * distance
            notes = _called_in(piece.layout.lineAt(number), calls) if calls else ()
            content = SetLine(piece, number, left, top + distance // 2)
            out.append(Line(top, top + distance, notes, content))
        if not rest:
            return out


def _parted(runs: Runs, place: int) -> tuple[Runs, Runs]:
    """The characters before a place, and those after it."""
    for number, run in enumerate(runs):
        if place < len(run.text):
            before, after = run._replace(text=run.text[:place]), run._replace(text=run.text[place:])
            return (*runs[:number], before), (after, *runs[number + 1 :])
        place -= len(run.text)
    return runs, ()


def _piece(runs: Runs, look: Look, width: int) -> Piece:
    text = "".join(run.text for run in runs).replace("\n", "\u2028")
    missing = frozenset(one for one in set(text) if family_of(look.tag, one) is None)
    for character in missing:  # Qt would draw a box, with a font that is none
        text = text.replace(character, _STANDS_FOR_NONE * len(in_units(character)))
    units = in_units(text)
    text = text.replace("\t", _WIDE_BLANK)  # the next stop of a tab may be no distance away
    text = _BLANKS.sub(lambda found: blank_of(look.tag, found[0]), text)
    layout = QTextLayout(text, font_of(look.tag, look.size, look.bold))
    layout.setFormats(_formats(runs, look))
    layout.setTextOption(_option(look, text))
    layout.beginLayout()
    line = layout.createLine()
    while line.isValid():
        _break(line, units, width, look)
        line = layout.createLine()
    layout.endLayout()
    return Piece(layout, units, look.size, _styled(runs), missing)


def _styled(runs: Runs) -> tuple[tuple[range, Style, str], ...]:
    out: list[tuple[range, Style, str]] = []
    place = 0
    for run in runs:
        end = place + len(in_units(run.text))
        if run.style is not Style.PLAIN:
            out.append((range(place, end), run.style, run.note))
        place = end
    return tuple(out)


def width_of(text: str, look: Look) -> int:
    """How wide a text is on one line."""
    return ceil(QFontMetricsF(font_of(look.tag, look.size, look.bold)).horizontalAdvance(text))


def draw(painter: QPainter, slices: Iterable[Slice], drawn: DrawnGlyphs) -> None:
    """Draws lines where they stand, and adds their glyphs to `drawn`."""
    for found in slices:
        painter.setPen(_MUTED if found.cell.muted else _INK)
        for line in found.lines:
            _draw(painter, line, found.cell.x, found.y, drawn)


def extent(line: Line) -> tuple[float, float]:
    """Where the words of a line begin and end, from the left edge of its cell."""
    piece, number, left, _ = cast(SetLine, line.content)
    found = piece.layout.lineAt(number).naturalTextRect()
    return left + found.left(), left + found.right()


def _draw(painter: QPainter, drawing: Line, x: int, y: int, drawn: DrawnGlyphs) -> None:
    """Draws a line of a cell whose top left corner is at (x, y)."""
    piece, number, left, middle = cast(SetLine, drawing.content)
    drawn.missing |= piece.missing
    line = piece.layout.lineAt(number)
    # One distance from baseline to baseline, whatever fonts a line has.
    place = QPointF(x + left, y + middle + _LETTERS * piece.size - line.ascent())
    runs = [run for run in line.glyphRuns(-1, -1, _WANTED) if run.stringIndexes()]
    end = line.textStart() + line.textLength()
    if not runs:
        return
    if len(runs) == 1:
        ends = [end]
    else:
        # Readers put together what stands from left to right, and turn it around themselves.
        runs.sort(key=lambda run: min(point.x() for point in run.positions()))
        begins = sorted(min(run.stringIndexes()) for run in runs)
        following = dict(zip(begins, [*begins[1:], end], strict=True))
        if len(following) < len(runs):
            raise MismatchError(whole(piece.text[line.textStart() : end]))
        ends = [following[min(run.stringIndexes())] for run in runs]
    starts = [min(run.stringIndexes()) for run in runs]
    texts = texts_at(piece.text, starts, range(line.textStart(), end), partial(_style_at, piece))
    for run, start, run_end in zip(runs, starts, ends, strict=True):
        style, note = _style_at(piece, start)
        text, behind = texts[start]
        stretch = Stretch(whole(text), behind, style, note, start, run.isRightToLeft())
        _add(run, piece.text, run_end, drawn, begin(cast(Tag | None, drawing.tag), stretch))
        above = QPointF(0, _BY * piece.size) if style in _ABOVE else QPointF()
        painter.drawGlyphRun(place - above, run)


def _style_at(piece: Piece, place: int) -> tuple[Style, str]:
    """The style of a character, and the note that it calls."""
    found = ((style, note) for own, style, note in piece.styled if place in own)
    return next(found, (Style.PLAIN, ""))


def _add(run: QGlyphRun, text: str, end: int, drawn: DrawnGlyphs, tag: bytes) -> None:
    """Adds the glyphs of a run up to the end of its text, from left to right."""
    glyphs = run.glyphIndexes()
    texts = texts_of(text, run.stringIndexes(), end, run.isRightToLeft())
    if run.isRightToLeft():
        glyphs.reverse()
        texts = texts[::-1]
        run.setGlyphIndexes(glyphs)
        run.setPositions(run.positions()[::-1])
    drawn.add(glyphs, texts, tag)


def _break(line: QTextLine, text: str, width: int, look: Look) -> None:
    """Ends a line before a word or symbol with a hyphen or stroke rather than within it: readers of
    a PDF drop a hyphen at the end of a line. A line that would be stretched too far stays as long
    as it is."""
    line.setLineWidth(width)
    if not look.runs_left:
        start = line.textStart()
        end = start + line.textLength()
        if end < len(text) and text[end - 1] in _UNITING:
            word = _WORD.search(text, start, end)
            if word and word.start() > start:
                line.setLineWidth(_x_at(line, word.start()))
    if look.is_flush:
        natural = line.naturalTextWidth()
        if natural < (1 - _SLACK) * width:
            line.setLineWidth(natural + 1)


def _x_at(line: QTextLine, position: int) -> float:
    found = cast(tuple[float, int], line.cursorToX(position))
    return found[0] + 1


def _calls(runs: Runs) -> list[tuple[int, str]]:
    """Where notes are called, in units of Qt's strings."""
    out: list[tuple[int, str]] = []
    place = 0
    for run in runs:
        if run.style is Style.MARK and run.note:
            out.append((place, run.note))
        place += len(in_units(run.text))
    return out


def _called_in(line: QTextLine, calls: Sequence[tuple[int, str]]) -> tuple[str, ...]:
    start = line.textStart()
    end = start + line.textLength()
    return tuple(note for place, note in calls if start <= place < end)


def _option(look: Look, text: str) -> QTextOption:
    option = QTextOption()
    if look.runs_left:
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    if look.at is At.MIDDLE:
        option.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    elif look.runs_left == (look.at is At.START):
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
    elif look.is_flush:
        option.setAlignment(Qt.AlignmentFlag.AlignJustify)
    endless = len(text) > 1000 and _ENDLESS.search(text)
    mode = QTextOption.WrapMode
    option.setWrapMode(mode.WrapAnywhere if endless else mode.WrapAtWordBoundaryOrAnywhere)
    return option


def _formats(runs: Runs, look: Look) -> list[QTextLayout.FormatRange]:
    """The stretches with a format of their own. Qt is told the font of a character that the text's
    font lacks: where it looks for one itself, it loses count of the characters after it."""
    out: list[QTextLayout.FormatRange] = []
    place = 0
    for run in runs:
        families = {family_of(look.tag, character) for character in set(run.text)}
        if families <= {"", None}:
            pieces: list[tuple[str | None, str]] = [("", run.text)]
        else:
            pieces = [
                (family, "".join(found))
                for family, found in groupby(run.text, partial(family_of, look.tag))
            ]
        for family, text in pieces:
            length = len(in_units(text))
            if run.style is not Style.PLAIN or family:
                found = QTextLayout.FormatRange()
                found.start, found.length = place, length
                found.format = _format(run.style, family or "", look)
                out.append(found)
            place += length
    return out


def _format(style: Style, family: str, look: Look) -> QTextCharFormat:
    form = QTextCharFormat()
    heavy = look.bold
    slanted = False
    if style is Style.EMPHASIS:
        slanted = language_of(look.tag).has_italics
        heavy = heavy or not slanted
    size = round(_RAISED * look.size) if style in _ABOVE else look.size
    form.setFont(font_of(look.tag, size, heavy, slanted, family))
    return form
