"""The scripts of characters that no font has, and the packages with fonts for them; no Qt."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.common.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST_LISTED = 8
"""The most characters listed: of a whole script, more would not help."""
_INVISIBLE = frozenset({"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp", "Zs", "Mn"})
"""General categories of characters that are invisible by themselves, or that no installable font
has."""
_CHINESE = frozenset({"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "KANGXI", "FULLWIDTH"})
_PACKAGES = {
    "Chinese": "fonts-noto-cjk",
    "Symbols": "fonts-noto-core fonts-symbola",
    "Emoji": "fonts-noto-color-emoji",
}
"""Packages of Debian and Ubuntu; fonts-noto-core has all other scripts."""


NAMES = (
    Message("Arabic"),
    Message("Armenian"),
    Message("Bengali"),
    Message("Cherokee"),
    Message("Chinese"),
    Message("Coptic"),
    Message("Cyrillic"),
    Message("Devanagari"),
    Message("Egyptian"),
    Message("Emoji"),
    Message("Ethiopic"),
    Message("Georgian"),
    Message("Greek"),
    Message("Gujarati"),
    Message("Gurmukhi"),
    Message("Hebrew"),
    Message("Javanese"),
    Message("Kannada"),
    Message("Khmer"),
    Message("Lao"),
    Message("Latin"),
    Message("Malayalam"),
    Message("Mongolian"),
    Message("Myanmar"),
    Message("Oriya"),
    Message("Runic"),
    Message("Sinhala"),
    Message("Symbols"),
    Message("Syriac"),
    Message("Tamil"),
    Message("Telugu"),
    Message("Thai"),
    Message("Tibetan"),
    Message("Yi"),
)
"""The names of scripts, to be translated."""


class Missing(NamedTuple):
    """Characters without a font, their scripts, and the packages with fonts for them."""

    characters: str
    scripts: tuple[str, ...]
    packages: tuple[str, ...]


def visible_characters(texts: Iterable[str]) -> set[str]:
    """The characters of texts that need a font."""
    characters: set[str] = set().union(*texts)
    return {char for char in characters if unicodedata.category(char) not in _INVISIBLE}


def missing_characters(characters: Iterable[str]) -> Missing:
    """Groups characters that no font has, for the notice."""
    ordered = sorted(characters)
    scripts = tuple(dict.fromkeys(map(_script, ordered)))
    packages = dict.fromkeys(_PACKAGES.get(script, "fonts-noto-core") for script in scripts)
    listed = "".join(ordered[:_MOST_LISTED]) + ("…" if len(ordered) > _MOST_LISTED else "")
    return Missing(listed, scripts, tuple(packages))


def _script(char: str) -> str:
    """The script of a character, from its Unicode name: "Arabic", "Devanagari"."""
    if "\U0001f300" <= char <= "\U0001faff":
        return "Emoji"
    if unicodedata.category(char).startswith(("S", "N", "P")) and char > "\u2000":
        return "Symbols" if unicodedata.name(char, "").split(" ")[0] not in _CHINESE else "Chinese"
    first = unicodedata.name(char, "UNKNOWN").split(" ")[0].split("-")[0]
    return "Chinese" if first in _CHINESE else first.capitalize()
