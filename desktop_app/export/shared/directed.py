"""The stretches of a text by direction, for formats that mark each."""

import re
from collections.abc import Iterator
from unicodedata import bidirectional

_CLASSES = {"L": "L", "R": "R", "AL": "R", "AN": "R", "EN": "N", "B": "B", "S": "B"}
"""Bidirectional classes as the patterns below name them: letters of either direction, European
numbers, breaks; all others are neutral (".")."""
_LEFT_TO_RIGHT = re.compile("L(?:[LN.]*[LN])?")
_RIGHT_TO_LEFT = re.compile("R(?:[RN.]*R)?")
_ANY_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_OPENING = {")": "(", "]": "["}


def directed(text: str, rtl: bool) -> Iterator[tuple[str, bool]]:
    """The stretches of a text, each with whether it runs from right to left. Neutral characters and
    numbers run as the paragraph does (`rtl`), except between letters of the other direction:
    "S/RES/1540 (2004)" within Arabic is one stretch."""
    if not rtl and not _ANY_RIGHT_TO_LEFT.search(text):
        yield text, False
        return
    classes = "".join(_CLASSES.get(bidirectional(character), ".") for character in text)
    done = 0
    for found in (_LEFT_TO_RIGHT if rtl else _RIGHT_TO_LEFT).finditer(classes):
        start, end = found.span()
        opening = _OPENING.get(text[end : end + 1], "")
        inside = text[start:end]
        if opening and inside.count(opening) > inside.count(text[end]):
            end += 1
        if done < start:
            yield text[done:start], rtl
        yield text[start:end], not rtl
        done = end
    if done < len(text):
        yield text[done:], rtl
