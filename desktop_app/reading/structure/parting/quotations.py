"""Quotations of several paragraphs: a sign opens each of them, and only the last is closed."""

from collections.abc import Sequence

from desktop_app.grammar.characters import OPENS_A_QUOTATION
from desktop_app.reading.structure.parting.layout import ends

_CLOSES = {"“": "”", "„": "“”", "«": "»", "「": "」", "『": "』"}
"""What closes each sign; one that closes itself is not here."""
_LINES = 40
"""A sign that more lines above opens was never closed."""


def goes_on_quoting(texts: Sequence[str], start: int, place: int) -> bool:
    """Whether a line behind the end of a paragraph opens one of a quotation of several; the
    paragraph before it begins at `start`."""
    text = texts[place]
    sign = text[:1]
    if not sign or sign not in OPENS_A_QUOTATION or text[1:2].isspace():
        return False
    if texts[start].startswith(sign) and place - start <= _LINES:
        return _is_open(texts[start:place], sign)
    further = range(place + 1, min(place + 1 + _LINES, len(texts)))
    again = (line for line in further if texts[line].startswith(sign) and ends(texts[line - 1]))
    end = next(again, None)
    return end is not None and _is_open(texts[place:end], sign)


def _is_open(texts: Sequence[str], sign: str) -> bool:
    """Whether a sign opens a quotation that these lines do not close."""
    opened = sum(text.count(sign) for text in texts)
    if sign not in _CLOSES:
        return opened % 2 == 1
    return opened > sum(text.count(closing) for text in texts for closing in _CLOSES[sign])
