"""Where a space stands between two characters of a line.

The spaces that a file has are not to be trusted: PDFium adds some without width and gives some that
are there none. What counts is the gap between two characters. Where a narrow gap could be either,
the other words of the document decide ("hea lth", "of the").
"""

import re
import unicodedata
from functools import cache

from desktop_app.grammar.characters import HAN
from desktop_app.reading.readers.pdf.lines.vocabulary import Vocabulary
from desktop_app.resolution.model import Runs
from desktop_app.resolution.runs import merged

_WIDE = re.compile(f"[{HAN}\u2e80-\u303f\u3200-\u32ff\uff00-\uffef]")
"""Chinese characters and signs, which stand side by side without a space."""
NARROW = 0.08
_SURE = 0.17
_PROBABLE = 0.15
_TYPED_IN_CHINESE, _GAP_IN_CHINESE = 0.2, 0.75
"""Parts of the size of the type. Between the first two a gap is doubtful in languages with spaces,
and rather a space above the third. The others are for gaps between Chinese characters where the
file has a space, and for any gap beside one: programs set Chinese and Latin letters a little
apart."""
_BEHIND_NUMBER = ".)"
"""Latin signs behind the number of a paragraph, whose space is typed before Chinese too."""
_TUCKED = "f"
"""Letters that a space behind them is narrower with, by the first of these parts."""
PROBABLY, HARDLY = "\ue000", "\ue001"
"""Stand for doubtful spaces; no text has them, for what is nameless was left out."""
_DOUBTFUL = re.compile(f"([^\\W\\d_]*)([{PROBABLY}{HARDLY}])(-?)([^\\W\\d_]*)")


@cache
def is_wide(text: str) -> bool:
    """Whether a character is a Chinese character or a Chinese sign; of a page there are few
    different ones, so that each is looked at once."""
    return bool(_WIDE.match(text))


@cache
def is_arabic(text: str) -> bool:
    """Whether a character is written from right to left."""
    return unicodedata.bidirectional(text[:1] or " ") in ("R", "AL", "AN")


def space(left: str, right: str, gap: float, spaced: bool) -> str:
    """What stands between two characters, the gap in parts of the size of the type: a space, a
    doubtful one or nothing. `spaced` says that the file has one there."""
    if gap <= NARROW:
        return ""  # in any script; most letters stand so close
    if is_wide(left) and is_wide(right) and spaced:
        return " " if gap > _TYPED_IN_CHINESE else ""
    if left in _BEHIND_NUMBER and is_wide(right) and spaced:
        return " " if gap > _TYPED_IN_CHINESE else ""
    if is_wide(left) or is_wide(right):
        return " " if gap > _GAP_IN_CHINESE else ""
    if is_arabic(left) or is_arabic(right) or gap > _SURE:
        return " "
    if not spaced:
        return ""
    return PROBABLY if gap > _PROBABLE or left in _TUCKED else HARDLY


def settled(runs: Runs, words: Vocabulary) -> Runs:
    """The runs with a space or nothing for every doubtful one."""
    text = "".join(run.text for run in runs)
    if PROBABLY not in text and HARDLY not in text:
        return runs
    answers = iter([_answer(found, words) for found in _DOUBTFUL.finditer(text)])
    pattern = f"[{PROBABLY}{HARDLY}]"
    return merged(
        run._replace(text=re.sub(pattern, lambda found: next(answers), run.text)) for run in runs
    )


def _answer(found: re.Match[str], words: Vocabulary) -> str:
    left, doubt, hyphen, right = found.groups()
    if hyphen and left:
        return ""
    if left and right:
        if words.has(left + right):
            return ""
        if words.has(left) and words.has(right):
            return " "
    return " " if doubt == PROBABLY else ""
