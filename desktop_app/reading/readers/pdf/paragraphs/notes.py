"""The footnotes of a page: the lines below its rule, and which note each of them belongs to."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from desktop_app.reading.readers.pdf.lines.characters import Page, Rule
from desktop_app.reading.readers.pdf.lines.lines import Line, Look
from desktop_app.resolution import runs as styled
from desktop_app.resolution.model import Run, Runs, Style

_UNDERSCORES = re.compile(r"[_＿‗]{5,}")
_SIGN = re.compile(r"\d{1,4}|[*†‡]{1,4}|[a-z]")
_TYPED_SIGN = re.compile(r"(\d{1,4}|\*{1,4}|[a-z])/?\s+(?=\S)")
_WIDTHS = (0.06, 0.5)
"""The rule above the notes, in parts of the width of the page."""
_SMALLER = 0.95
"""Notes are set in smaller type than this part of that of the text."""


@dataclass(slots=True)
class NoteLines:
    """A note: its mark, which may be raised, and its lines, each without the mark; `mark` is "" for
    the rest of the last note of the page before."""

    mark: str
    page: int
    raised: bool = False
    lines: list[Line] = field(default_factory=list)


def split_notes(
    lines: Sequence[Line], pages: Sequence[Page], look: Look
) -> tuple[list[Line], list[NoteLines]]:
    """The lines of the text, and the notes of all pages."""
    by_page: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        by_page[line.page].append(line)
    text: list[Line] = []
    notes: list[NoteLines] = []
    for page, own in by_page.items():
        start, skip = _start(own, pages[page], look)
        text += own[:start]
        notes += _notes(own[start + skip :], page)
    return text, notes


def _start(lines: Sequence[Line], page: Page, look: Look) -> tuple[int, int]:
    """The place of the first line of the notes, and how many lines are their rule."""
    for at, line in enumerate(lines):
        if _UNDERSCORES.fullmatch(line.text.strip()):
            return at, 1
    rule = _rule(lines, page, look)
    if rule is not None:
        return next(at for at, line in enumerate(lines) if line.base < rule.base), 0
    at = len(lines)
    start = at
    while at and lines[at - 1].size <= _SMALLER * look.size and not lines[at - 1].place:
        at -= 1
        if _sign(lines[at].runs) is not None:
            start = at
    return start, 0


def _rule(lines: Sequence[Line], page: Page, look: Look) -> Rule | None:
    """The rule above the notes: a short one with nothing but a note below it."""
    for rule in sorted(page.rules, key=lambda rule: rule.base):
        share = (rule.right - rule.left) / max(page.width, 1)
        below = [line for line in lines if line.base < rule.base]
        if not _WIDTHS[0] <= share <= _WIDTHS[1] or not below:
            continue
        above = [line for line in lines if line.base >= rule.base]
        if lines[len(above) :] != below or any(line.place for line in below):
            continue
        smaller = all(line.size <= _SMALLER * look.size for line in below)
        if _sign(below[0].runs) is not None or smaller:
            return rule
    return None


def mark_of(raised: str) -> str:
    """The mark that raised characters are, without brackets and stroke, "" if they are none."""
    sign = raised.strip().strip("()[]/")
    return sign if _SIGN.fullmatch(sign) else ""


def _sign(runs: Runs) -> tuple[str, Runs] | None:
    """The mark that a line of notes begins with, and the rest; None if it begins with none."""
    first = runs[0] if runs else Run("")
    if first.style is Style.SUPERSCRIPT:
        sign = mark_of(first.text)
        return (sign, styled.strip(runs[1:])) if sign else None
    typed = _TYPED_SIGN.match(first.text)
    if typed:
        return typed[1], styled.strip(styled.cut(runs, typed.end()))
    star = re.match(r"[*†‡]{1,4}", first.text)
    return (star[0], styled.strip(styled.cut(runs, star.end()))) if star else None


def _notes(lines: Sequence[Line], page: int) -> list[NoteLines]:
    notes: list[NoteLines] = []
    for line in lines:
        found = _sign(line.runs)
        if found is not None and _follows(found[0], notes, line):
            notes.append(NoteLines(found[0], page, line.runs[0].style is Style.SUPERSCRIPT))
            line = replace(line, runs=found[1])
        elif not notes:
            notes.append(NoteLines("", page))
        notes[-1].lines.append(line)
    return notes


def _follows(mark: str, notes: Sequence[NoteLines], line: Line) -> bool:
    """Whether a mark at the beginning of a line is one, and no number of a broken line: on a page
    whose first note has a raised mark all have."""
    if line.runs[0].style is Style.SUPERSCRIPT:
        return True
    if notes and notes[0].raised:
        return False
    if not mark.isdecimal():
        return True
    before = [note.mark for note in notes if note.mark.isdecimal()]
    return not before or int(mark) == int(before[-1]) + 1
