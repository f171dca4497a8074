"""What stands between two lines that become one, and which hyphens at their ends go.

The words of the document tell a divided word ("consi-deration") from a compound ("drug-resistant").
"""

import re

from desktop_app.reading.readers.pdf.lines.spaces import is_wide
from desktop_app.reading.readers.pdf.lines.vocabulary import Vocabulary

_SOFT = "\u00ad"
_HYPHENS = "-\u2010"
_LAST = re.compile(r"([^\W\d_]+)[-\u2010]$")
_FIRST = re.compile(r"[^\W\d_]+")
_OFTEN = 0.06
"""Part of the lines that end with a hyphen where words are divided as they come."""


def between(left: str, right: str, words: Vocabulary) -> tuple[int, str]:
    """How many characters of the end of a line go, and what stands between it and the next."""
    left, right = left.rstrip(), right.lstrip()
    if not left or not right:
        return 0, ""
    if left[-1] == _SOFT:
        return 1, ""
    attached = len(left) > 1 and not left[-2].isspace()
    if attached and left[-1] in _HYPHENS:
        return (1 if _is_divided(left, right, words) else 0), ""
    if attached and left[-1] in "/—":
        return 0, ""
    if attached and left[-1] == "–" and left[-2].isdigit() and right[0].isdigit():
        return 0, ""
    return 0, "" if is_wide(left[-1]) or is_wide(right[0]) else " "


def _is_divided(left: str, right: str, words: Vocabulary) -> bool:
    """Whether the hyphen is there for the line alone."""
    before, behind = _LAST.search(left), _FIRST.match(right)
    if not before or not behind or not behind[0][0].islower():
        return False
    first, second = before[1], behind[0]
    whole, compound = words.count(first + second), words.count(f"{first}-{second}")
    if whole or compound:
        return whole > compound
    if words.has(first) and words.has(second):
        return False
    return words.hyphens > _OFTEN * words.lines
