"""Paragraphs that are parted by their indents alone: the empty lines that plain text leaves out."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.grammar.characters import ENDS_A_PARAGRAPH, last_sign

_INDENT = re.compile(r"[ \t\u00a0\u2000-\u200a\u3000]*")
_TAB = 8
_FEWEST = 3
"""Indented lines that show a habit."""
_SHORT = 0.5
"""The part of the width that a line has less of which ends a paragraph."""
_OUTLIERS = 20
"""One line in so many can be longer than the text is wide."""
_CLEAR = 0.3
"""How much oftener paragraphs end before lines of one kind than before the others."""
_USUAL = 0.6
"""How often they do so at least."""


class _Line(NamedTuple):
    """A line without its indent, by how much that is deeper than the least of the text, and whether
    the line right above it ends as paragraphs do or is short, None below an empty line."""

    text: str
    depth: int
    ends_above: bool | None

    @property
    def is_indented(self) -> bool:
        return self.depth > 1


def parted(text: str) -> tuple[str, int]:
    """The text with an empty line before each paragraph that begins with an indent, or stands out
    where the other lines have one, and by how much it does (Document.indent); any other text as it
    is."""
    lines = _lines(text.split("\n"))
    indented = _habit(lines, is_indented=True)
    others = _habit(lines, is_indented=False)
    if indented.lines < _FEWEST or not others.lines:
        return text, 0
    is_usual = max(indented.share, others.share) >= _USUAL
    if not is_usual or abs(indented.share - others.share) < _CLEAR:
        return text, 0
    begins = indented.share > others.share
    out: list[str] = []
    for line in lines:
        if line.text and line.is_indented is begins and line.ends_above is not None:
            out.append("")
        out.append(line.text)
    indent = Counter(line.depth for line in lines if line.is_indented).most_common(1)[0][0]
    return "\n".join(out), indent if begins else -indent


class _Habit(NamedTuple):
    """Of the lines of a kind that stand right below another, how many there are and the part that
    begins behind the end of a paragraph."""

    lines: int
    share: float


def _habit(lines: Sequence[_Line], *, is_indented: bool) -> _Habit:
    ends = [
        line.ends_above
        for line in lines
        if line.text and line.is_indented is is_indented and line.ends_above is not None
    ]
    return _Habit(len(ends), sum(ends) / max(len(ends), 1))


def _lines(texts: Sequence[str]) -> list[_Line]:
    widths = [_width(text) if text.strip() else None for text in texts]
    least = min((width for width in widths if width is not None), default=0)
    widest = sorted(map(len, texts))[-1 - len(texts) // _OUTLIERS]
    out: list[_Line] = []
    above = ""
    for width, text in zip(widths, texts, strict=True):
        ends = last_sign(above) in ENDS_A_PARAGRAPH or len(above) < widest * _SHORT
        out.append(_Line(text.strip(), (width or least) - least, ends if above else None))
        above = text.strip()
    return out


def _width(line: str) -> int:
    found = _INDENT.match(line)
    return len(found[0].expandtabs(_TAB)) if found else 0
