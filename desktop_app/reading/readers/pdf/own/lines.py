"""A page of an export to the lines that it says it has."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Any, NamedTuple

from desktop_app.reading.readers.pdf.lines.characters import Char, Characters
from desktop_app.reading.readers.pdf.lines.frame import Frame, frame_of
from desktop_app.reading.readers.pdf.lines.lines import clustered
from desktop_app.reading.readers.pdf.own.marks import ARTIFACT, Mark
from desktop_app.resolution.model import Box, Run, Style

_STYLES = {"Em": Style.EMPHASIS, "Raised": Style.SUPERSCRIPT}
_TWINS = dict(zip("()[]{}<>«»‹›≤≥“”‘’", ")(][}{><»«›‹≥≤”“’‘", strict=True))
"""Signs that PDFium turns around in what runs from the right, or does not."""


_LONGEST = 6
"""Digits of a number of letters."""
_PIECE = re.compile(r"\s+|\S+")


class OwnLine(NamedTuple):
    """A line: the mark of its first stretch, its words, and where it is printed; a note is called
    by a mark that is the id of the note."""

    mark: Mark
    runs: tuple[Run, ...]
    page: int
    box: Box | None


def own_lines(page: Any, number: int) -> list[OwnLine] | None:
    """The lines of a page in the first language of the first text, None if it does not say what all
    its words are of. `number` is that of the page."""
    text_page = page.get_textpage()
    try:
        found = [
            (char, setting.mark) for char, setting in Characters(text_page.raw, own=True).read()
        ]
    finally:
        text_page.close()
    stretches: dict[Mark, list[Char]] = {}
    for char, mark in found:
        if mark is None:
            return None
        if mark.name != ARTIFACT and not mark.text and not mark.side:
            stretches.setdefault(mark, []).append(char)
    lines: dict[tuple[str, int, int, int], list[Mark]] = {}
    for mark in stretches:
        lines.setdefault((mark.id, *mark.cell, mark.line), []).append(mark)
    frame = frame_of(page)
    return [
        _line(sorted(own, key=lambda mark: mark.place), stretches, number, frame)
        for own in lines.values()
    ]


def _line(
    marks: Sequence[Mark], stretches: dict[Mark, list[Char]], page: int, frame: Frame
) -> OwnLine:
    pieces: list[Run] = []
    for mark in marks:
        pieces.append(_run(mark, stretches[mark]))
        pieces += [Run(mark.behind)] if mark.behind else []
    runs = tuple(
        Run("".join(run.text for run in own), style, note)
        for (style, note), own in groupby(pieces, lambda run: (run.style, run.note))
    )
    return OwnLine(
        marks[0], runs, page, _box([c for mark in marks for c in stretches[mark]], frame)
    )


def _box(chars: Sequence[Char], frame: Frame) -> Box | None:
    """The box around the characters of a line."""
    largest = max(chars, key=lambda char: char.size)
    left, right = min(char.left for char in chars), max(char.right for char in chars)
    return frame.line(left, right, largest.base, largest.size)


def _run(mark: Mark, chars: Sequence[Char]) -> Run:
    """The words of a stretch in reading order."""
    clusters = clustered(sorted(chars, key=lambda char: (char.left, char.number)))
    if mark.from_right:
        clusters.reverse()
    text = _with_spaces("".join(char.text for char in clusters), mark.words)
    text = _as_stated(text, mark.signs)
    style = Style.MARK if mark.note else _STYLES.get(mark.style, Style.PLAIN)
    return Run(text, style, mark.note)


def _with_spaces(text: str, stated: str) -> str:
    """The words with the spaces that are stated, "5 3 8" for three words; with those that PDFium
    has found where these are other words."""
    if not stated:
        return text.strip()
    rest = "".join(text.split())
    out: list[str] = []
    for piece in _PIECE.findall(stated):
        if piece.isspace():
            out.append(piece)
            continue
        length = int(piece) if piece.isdecimal() and len(piece) < _LONGEST else 0
        out.append(rest[:length])
        rest = rest[length:]
    found = "".join(out)
    return text if rest or _PIECE.sub(_length, found) != stated else found


def _length(piece: re.Match[str]) -> str:
    return piece[0] if piece[0].isspace() else str(len(piece[0]))


def _as_stated(text: str, signs: str) -> str:
    """The words with the brackets and quotation marks as they are stated, each of which is as it is
    in the words or turned around."""
    found = [at for at, sign in enumerate(text) if sign in _TWINS]
    if len(found) != len(signs):
        return text
    out = list(text)
    for at, sign in zip(found, signs, strict=True):
        if out[at] == _TWINS.get(sign):
            out[at] = sign
    return "".join(out)
