"""Brackets and quotation marks that lack their other half."""

import re
import unicodedata
from collections import Counter

_PAIRS = ("()", "[]", "“”", "«»", "「」", "『』", "《》", "〈〉")
_CLOSED_BY = {pair[0]: pair[1] for pair in _PAIRS}
_TURNED = {"”": "“"}
"""What closes a quotation that opens with the sign that closes elsewhere, as in Arabic."""
_SIGNS_IN_PAIRS = re.compile(r"[()\[\]（）［］“”„«»「」『』《》〈〉]")
_LIST_MARK = re.compile(r"(?<![^\W_])(?:[^\W\d_]|[ivxIVX]{1,5}|\d{1,3})$")
"""What a bracket can close without another that opens: "a)", "iv)", "12)"."""
_INCHES = re.compile(r'(?<!["\d])\d+"')
"""A sign that may be no quotation mark: a pipe of 12"."""


def unpaired(text: str) -> list[int]:
    """The places of the brackets and quotation marks of a text that lack their other half. Straight
    quotation marks look alike, so that only an odd count shows one missing: the last."""
    waiting: list[tuple[str, int]] = []
    alone: list[int] = []
    awaited: Counter[str] = Counter()
    for found in _SIGNS_IN_PAIRS.finditer(text):
        sign, place = unicodedata.normalize("NFKC", found[0]), found.start()
        wanted = waiting[-1][0] if waiting else ""
        if sign == wanted or (wanted == "„" and sign in "“”"):
            awaited[waiting.pop()[0]] -= 1
        elif sign in _CLOSED_BY or sign == "„" or (sign in _TURNED and not awaited[sign]):
            waiting.append((_CLOSED_BY.get(sign) or _TURNED.get(sign, sign), place))
            awaited[waiting[-1][0]] += 1
        elif awaited[sign]:
            while waiting[-1][0] != sign:
                other, at = waiting.pop()
                awaited[other] -= 1
                alone.append(at)
            awaited[waiting.pop()[0]] -= 1
        elif sign != ")" or not _LIST_MARK.search(text[max(place - 6, 0) : place]):
            alone.append(place)
    alone += [place for _, place in waiting]
    if text.count('"') % 2 and not _INCHES.search(text):
        alone.append(text.rindex('"'))
    return sorted(alone)
