"""Document symbols ("A/RES/75/58") and their one normal form.

Source: UN Editorial Manual, "Document symbols"; the official page of a document is
https://docs.un.org/{language}/{symbol}.
"""

import re
from functools import cache

_PREFIX = {
    "General Assembly": "A/RES/",
    "Security Council": "S/RES/",
    "Economic and Social Council": "E/RES/",
    "Human Rights Council": "A/HRC/RES/",
    "Commission on Human Rights": "E/CN.4/RES/",
}
_FULL_WIDTH = str.maketrans("（）／", "()/")


@cache
def pattern() -> re.Pattern[str]:
    """A document symbol in running text."""
    series = r"(?:A|S|E|T|ST|GC\(\d+\))"
    step = r"\s?/\s?[A-Za-z0-9.]+(?:-[A-Z0-9]+)?(?:\s?\([A-Z0-9]+\))?"
    return re.compile(f"(?<![A-Za-z/]){series}(?:{step})+")


def normal(symbol: str) -> str:
    """The symbol in normal form: no spaces but the one before a year in brackets.

    >>> normal("S / RES/1540(2004)"), normal("A/RES/2758 （XXVI）")
    ('S/RES/1540 (2004)', 'A/RES/2758(XXVI)')
    """
    tight = re.sub(r"\s+", "", symbol.translate(_FULL_WIDTH))
    return re.sub(r"(?<=\d)\((?=\d{4}\)$)", " (", tight)


def of_resolution(organ: str, number: str) -> str:
    """The symbol of an organ's resolution, "" where the organ's symbols are not known.

    >>> of_resolution("General Assembly", "75/58")
    'A/RES/75/58'
    """
    prefix = _PREFIX.get(organ, "")
    return normal(prefix + number) if prefix and number else ""


def find(text: str) -> str:
    """The first symbol in the text, in normal form, or ""."""
    found = pattern().search(text.translate(_FULL_WIDTH))
    return normal(found.group().rstrip(". ")) if found else ""


def address(symbol: str, language: str) -> str:
    """The official page of a document, for an address line; the program never opens it."""
    return f"https://docs.un.org/{language}/{symbol.replace(' ', '')}" if symbol else ""
