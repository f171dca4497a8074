"""Document symbols ("A/RES/75/58") and their one normal form.

Source: UN Editorial Manual, "Document symbols"; the official page of a document is
https://docs.un.org/{language}/{symbol}.
"""

import re
from functools import cache

from desktop_app.common.percent import percent_encoded
from desktop_app.grammar.characters import SYMBOL_SIGNS

_PREFIX = {
    "General Assembly": "A/RES/",
    "Security Council": "S/RES/",
    "Economic and Social Council": "E/RES/",
    "Human Rights Council": "A/HRC/RES/",
    "Commission on Human Rights": "E/CN.4/RES/",
}


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
    tight = re.sub(r"\s+", "", symbol.translate(SYMBOL_SIGNS))
    return re.sub(r"(?<=\d)\((?=\d{4}\)$)", " (", tight)


def are_same(one: str, other: str) -> bool:
    """Whether two symbols name one document, however they are spaced; "" names none.

    >>> are_same("S/RES/1540(2004)", "S/RES/1540 (2004)"), are_same("", "")
    (True, False)
    """
    return bool(one) and normal(one) == normal(other)


def of_resolution(organ: str, number: str) -> str:
    """The symbol of an organ's resolution, "" where the organ's symbols are not known.

    >>> of_resolution("General Assembly", "75/58")
    'A/RES/75/58'
    """
    prefix = _PREFIX.get(organ, "")
    return normal(prefix + number) if prefix and number else ""


def find(text: str) -> str:
    """The first symbol in the text, in normal form, or ""."""
    found = pattern().search(text.translate(SYMBOL_SIGNS))
    return normal(found.group().rstrip(". ")) if found else ""


def address(symbol: str, language: str) -> str:
    """The official page of a document, for an address line; the program never opens it.

    A symbol can come from a file's front matter and hold anything, so all that is none of a
    symbol's own characters is encoded: the address can stand in any file as it is.

    >>> address("S/RES/1540 (2004)", "en"), address("A/RES/75/58><b>", "en")
    ('https://docs.un.org/en/S/RES/1540(2004)', 'https://docs.un.org/en/A/RES/75/58%3E%3Cb%3E')
    """
    path = percent_encoded(symbol.replace(" ", ""), safe="/(),")
    return f"https://docs.un.org/{language}/{path}" if symbol else ""
