"""Lines to paragraphs, across columns and pages."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from desktop_app.grammar.characters import ENDS_A_PARAGRAPH, last_sign
from desktop_app.reading.readers.pdf.lines.lines import Line, Look
from desktop_app.reading.readers.pdf.lines.spaces import is_wide
from desktop_app.resolution.model import Style

_TIGHT = 1.12
"""How much more than the usual distance two lines of a paragraph can be apart."""
_PITCH, _ENOUGH = 1.35, 3
"""The distance of lines in parts of the size of the type, where fewer pairs of lines than these
tell it."""
_SAME_SIZE = 0.1
_INDENT = 0.8
"""Parts of the size of the type: a line that begins so much further in begins a paragraph."""
_SHORT = 0.35
"""Part of the measure: a line that ends so early ends a paragraph, whatever it ends with."""
_THROUGH = 0.8
"""Part of the measure: a longer line goes through the column."""
_APART = 3.0
"""Parts of the size: lines that begin so much further in are not set from the margin."""
_SAME_EDGE = 4.0
"""Parts of the size by which the columns of a table begin elsewhere on its next page."""
_BEGINS = re.compile(
    r"(?:\d{1,4}|[a-z]{1,4}|[IVXLC]+|[А-Яа-яёё]|[\u0621-\u064a]|[\u0660-\u0669]{1,4})\s?[.)–]\s"
    r"|[(（]\s?(?:[a-z]{1,4}|\d{1,3}|[А-Яа-яё]|[\u0621-\u064a]|[一二三四五六七八九十]{1,3})\s?[)）]"
    r"|[㈠-㈩①-⑳•·–—]"
)
"""What a numbered paragraph or an item of a list begins with."""
_CHUNK = re.compile(r"\S+?(?:[-\u2010/](?=\w)|\s|$)")


class Joint(Enum):
    """How a line follows the one before it."""

    NEW = auto()
    """It begins a paragraph."""
    BREAK = auto()
    """It is a line of its own in the same paragraph: a title, the lines of a closing."""
    SAME = auto()
    """It goes on where the other ends."""
    CELL = auto()
    """It stands beside it."""
    TABLE = auto()
    """It is of the same table."""


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together, and how each follows the one before it."""

    lines: list[Line]
    joints: list[Joint]


class Paragraphs:
    """Puts lines into paragraphs. What is usual in the document decides: the distance of lines and
    whether paragraphs begin further in."""

    def __init__(self, lines: Sequence[Line], look: Look) -> None:
        self._look = look
        self._lines = lines
        self._pitch = self._usual_pitch()
        self._indents = self._begins_further_in()
        self._top = self._top_of_text()

    def read(self) -> list[Paragraph]:
        """The paragraphs of all the lines."""
        out: list[Paragraph] = []
        for line in self._lines:
            joint = self._joint(out[-1], line) if out else Joint.NEW
            if joint is Joint.NEW:
                out.append(Paragraph([line], []))
            else:
                out[-1].lines.append(line)
                out[-1].joints.append(joint)
        return out

    def _joint(self, paragraph: Paragraph, line: Line) -> Joint:
        above = paragraph.lines[-1]
        if line.place or above.place:
            return Joint.TABLE if _is_in_one_table(above, line) else Joint.NEW
        if line.cell:
            return Joint.NEW if self._is_masthead(line) else Joint.CELL
        in_row = paragraph.joints[-1:] == [Joint.CELL]
        if in_row or _begins_as_note(line) or line.text.startswith("["):
            return Joint.NEW
        if abs(above.size - line.size) > _SAME_SIZE * line.size:
            return Joint.NEW
        if above.column != line.column:
            return self._across(paragraph, line)
        if above.base - line.base > _TIGHT * self._pitch_of(line):
            return Joint.NEW
        if paragraph.lines[0].text.startswith("[") and not above.text.rstrip().endswith("]"):
            return Joint.SAME
        if self._is_set_apart(above) and self._is_set_apart(line) and _same_style(above, line):
            lone = line.size <= (1 + _SAME_SIZE) * self._look.size
            return Joint.BREAK if lone and self._ends_short(above, line) else Joint.SAME
        if self._begins_anew(paragraph, line) or self._ends_short(above, line):
            return Joint.NEW
        return Joint.SAME

    def _across(self, paragraph: Paragraph, line: Line) -> Joint:
        """The same at the end of a column or page."""
        above = paragraph.lines[-1]
        if self._is_set_apart(above) or self._is_set_apart(line) or _BEGINS.match(line.text):
            return Joint.NEW
        if not _is_complete(above):
            return Joint.NEW if self._ends_short(above, line) else Joint.SAME
        if self._indents and not self._ends_short(above, line):
            return Joint.NEW if line.indent > _INDENT * line.size else Joint.SAME
        goes_on = _goes_on(line) and not self._ends_short(above, line)
        return Joint.SAME if goes_on else Joint.NEW

    def _begins_anew(self, paragraph: Paragraph, line: Line) -> bool:
        """Whether a line at the usual distance begins a paragraph."""
        further = line.indent - paragraph.lines[-1].indent > _INDENT * line.size
        if len(paragraph.lines) > 1:
            return further
        above = paragraph.lines[0]
        if _BEGINS.match(line.text) and _is_complete(above):
            return line.indent - above.indent > -_INDENT * line.size
        if self._is_centred(above) and self._is_centred(line):
            return False
        return further and not _BEGINS.match(above.text)

    def _ends_short(self, above: Line, line: Line) -> bool:
        """Whether the next words had found room on the line above."""
        room = above.slack - line.size * 0.3
        aside = min(above.indent, line.indent)
        if aside > _APART * line.size:  # centred, or at the other side
            room += aside
        complete = _is_complete(above) and not _goes_on(line)
        lone = self._is_masthead(line) or self._is_set_apart(line)
        if not (complete or lone or room > _SHORT * line.measure):
            return False
        text = line.text.strip()
        if is_wide(text[:1]):
            return room > 2.5 * line.size
        chunks = _CHUNK.findall(text + " ")
        letters = len("".join(chunks[: 1 if complete else 2]).rstrip())
        return room > letters * _width(line)

    def _is_centred(self, line: Line) -> bool:
        near = 1.5 * line.size
        return line.indent > 2 * near and abs(line.indent - line.slack) < near

    def _is_set_apart(self, line: Line) -> bool:
        """Whether a line is a title or the like: all of it stands out."""
        words = [
            run for run in line.runs if run.text.strip() and run.style is not Style.SUPERSCRIPT
        ]
        larger = line.size > (1 + _SAME_SIZE) * self._look.size
        return larger or all(r.style is Style.EMPHASIS for r in words if r.text.strip())

    def _is_masthead(self, line: Line) -> bool:
        """Whether a line stands above the first words that go through the page."""
        return line.page == self._lines[0].page and line.base > self._top

    def _top_of_text(self) -> float:
        """The height of the first words that go through the column."""
        first = self._lines[0].page
        for line in self._lines:
            if line.page != first:
                break
            through = line.right - line.left > _THROUGH * line.measure
            inside = min(line.indent, line.slack) > -line.size
            if through and inside and line.size <= 1.1 * self._look.size:
                return line.base
        return 0.0

    def _usual_pitch(self) -> float:
        """The usual distance of the lines of a paragraph in parts of the size of their type: of
        those that go through the column and do not end as paragraphs do from the next ones."""
        counts: Counter[float] = Counter()
        for above, line in pairwise(line for line in self._lines if not line.place):
            share = (above.base - line.base) / line.size
            is_one = above.column == line.column and above.size == line.size == self._look.size
            through = above.slack < (1 - _THROUGH) * above.measure
            if is_one and 0.9 < share < 3 and through and not _is_complete(above):
                counts[round(share * 20) / 20] += 1
        if counts.total() < _ENOUGH:
            return _PITCH
        most = max(counts.values())
        return min(share for share, count in counts.items() if 3 * count >= most)

    def _pitch_of(self, line: Line) -> float:
        return self._pitch * line.size

    def _begins_further_in(self) -> bool:
        """Whether paragraphs begin further in than their other lines."""
        further = flush = 0
        for above, line in pairwise(line for line in self._lines if not line.place):
            if above.column == line.column and line.slack < line.size:
                wide = above.base - line.base > _TIGHT * self._pitch_of(line)
                if wide:
                    further += line.indent > _INDENT * line.size
                    flush += line.indent <= _INDENT * line.size
        return further > flush


def _is_in_one_table(above: Line, line: Line) -> bool:
    """Whether two lines that follow each other are of one table, which may go on on a next page."""
    if not above.place or not line.place:
        return False
    if above.page == line.page:
        return above.place.table == line.place.table
    edges, further = above.place.edges, line.place.edges
    return len(edges) == len(further) and all(
        abs(edge - other) <= _SAME_EDGE * line.size
        for edge, other in zip(edges, further, strict=True)
    )


def _is_complete(line: Line) -> bool:
    """Whether a line ends as a paragraph does."""
    return last_sign(line.text) in ENDS_A_PARAGRAPH


def _goes_on(line: Line) -> bool:
    """Whether a line begins within a sentence."""
    first = next((sign for sign in line.text if sign.isalnum()), "")
    return first.islower() and not _BEGINS.match(line.text)


def _begins_as_note(line: Line) -> bool:
    """Whether a line begins with a raised sign, as notes at the end of a document do."""
    return line.runs[0].style is Style.SUPERSCRIPT and len(line.runs) > 1


def _same_style(above: Line, line: Line) -> bool:
    return (above.runs[-1].style is Style.EMPHASIS) == (line.runs[0].style is Style.EMPHASIS)


def _width(line: Line) -> float:
    """The usual width of a character of a line."""
    return (line.right - line.left) / max(len(line.text), 1)
