"""Lines that a program parted by empty lines, each from the next: they part no paragraphs."""

import re
from collections.abc import Sequence
from itertools import pairwise

from desktop_app.grammar.characters import ENDS_A_PARAGRAPH, last_sign

_FEWEST = 8
"""Lines that show a habit."""
_SINGLE = 0.9
"""The part of the lines that stand alone in such a text."""
_BROKEN = 0.25
"""The part of the lines that break a sentence off in such a text, and in no other."""
_WIDEST = 140
"""Characters of a printed line."""
_NEARLY = 0.9
"""The part of the width that a line has which was broken."""


def closed_up(text: str) -> str:
    """The text without the empty lines, if they part its lines and not its paragraphs; any other
    text as it is."""
    stretches = [stretch.strip("\n") for stretch in re.split(r"\n(?:[^\S\n]*\n)+", text)]
    stretches = [stretch for stretch in stretches if stretch.strip()]
    single = [stretch for stretch in stretches if "\n" not in stretch]
    if len(stretches) < _FEWEST or len(single) < _SINGLE * len(stretches):
        return text
    return "\n".join(stretches) + "\n" if _are_broken(stretches) else text


def _are_broken(lines: Sequence[str]) -> bool:
    """Whether most of the lines are none of their own paragraphs: sentences go on from one to the
    next, at about the same width."""
    lengths = sorted(len(line.strip()) for line in lines)
    widest = lengths[-1 - len(lengths) // 20]
    if widest > _WIDEST:
        return False
    broken = sum(
        last_sign(above) not in ENDS_A_PARAGRAPH and _goes_on(above, below, widest)
        for above, below in pairwise(lines)
    )
    return broken > _BROKEN * len(lines)


def _goes_on(above: str, below: str, widest: int) -> bool:
    first = next(iter(below.strip()), "")
    if first.lower() != first.upper():
        return first.islower()
    return first.isalpha() and len(above.strip()) >= _NEARLY * widest
