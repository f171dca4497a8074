"""What the words around numbers make of them: ranges, and units of several years or things.

The table `anchors` of a language has `ranges`, the words between the ends of a range ("to"), and
`units`, the beginnings of words that multiply a number ("three decades" are thirty years); a full
stop ends a whole word.
"""

import re
from functools import cache

from desktop_app.grammar.anchors.wording import either
from desktop_app.grammar.characters import PAUSES, plain
from desktop_app.grammar.languages import language_of
from desktop_app.grammar.numerals import roman_value
from desktop_app.grammar.tables import table

_DASH = re.compile(r"\s*[-–—~‑]\s*")
_ROMAN = re.compile(r"(?<![^\W_])(?:[IVXLC]{2,}|(?<=[(\s])[ivx]{2,5}(?=\)))(?![^\W_])", re.ASCII)


def is_range(between: str, language: str) -> bool:
    """Whether the words between two numbers make them the ends of a range."""
    if _DASH.fullmatch(between):
        return True
    return bool(_range(language).search(plain(between))) and not set(between) & set(PAUSES)


@cache
def _range(language: str) -> re.Pattern[str]:
    words = table(language, "anchors").get("ranges", ())
    if not words:
        return re.compile("(?!)")
    word = either(words)
    return re.compile(rf"(?<!\w){word}(?!\w)" if language_of(language).is_spaced else word)


def multiplied(text: str, numbers: frozenset[int], language: str) -> frozenset[int]:
    """What the numbers of a text, and one, are with the units that it names: 30 for "three
    decades"."""
    low = plain(text)
    factors = [factor for unit, factor in _units(language) if unit.search(low)]
    return frozenset(number * factor for number in {1, *numbers} for factor in factors)


@cache
def _units(language: str) -> tuple[tuple[re.Pattern[str], int], ...]:
    units = table(language, "anchors").get("units", {})
    edge = r"(?<!\w)\w{0,2}" if language_of(language).is_spaced else ""

    def pattern(unit: str) -> re.Pattern[str]:
        whole = unit.endswith(".")
        return re.compile(edge + re.escape(unit.removesuffix(".")) + (r"(?!\w)" if whole else ""))

    return tuple((pattern(unit), factor) for unit, factor in units.items())


def romans(text: str) -> frozenset[int]:
    """The Roman numerals of a text, wherever they stand; a single letter is none."""
    return frozenset(roman_value(found[0].upper()) for found in _ROMAN.finditer(text))
