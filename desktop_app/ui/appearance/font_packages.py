"""Characters that no font has: which script they are of, and what to install for it; no Qt."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.common.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST_LISTED = 8
"""Characters that are named; of a whole script more would say no more."""
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp", "Zs", "Mn"})
"""General categories of characters that are not to be seen by themselves, or that no font that
could be installed has."""
_CHINESE = frozenset({"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "KANGXI", "FULLWIDTH"})
_PACKAGES = {
    "Chinese": "fonts-noto-cjk",
    "Symbols": "fonts-noto-core fonts-symbola",
    "Emoji": "fonts-noto-color-emoji",
}
"""Packages of Debian and Ubuntu; all other scripts are in fonts-noto-core."""


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
"""Scripts that have a name in other languages too."""


class Missing(NamedTuple):
    """Characters without a font, what they are called together, and the packages with one."""

    characters: str
    scripts: tuple[str, ...]
    packages: tuple[str, ...]


def visible_characters(texts: Iterable[str]) -> set[str]:
    """The characters of texts that a font must have."""
    found: set[str] = set().union(*texts)
    return {sign for sign in found if unicodedata.category(sign) not in _UNSEEN}


def missing_characters(characters: Iterable[str]) -> Missing:
    """What is to be said of characters that no font has."""
    signs = sorted(characters)
    scripts = tuple(dict.fromkeys(map(_script, signs)))
    packages = dict.fromkeys(_PACKAGES.get(script, "fonts-noto-core") for script in scripts)
    listed = "".join(signs[:_MOST_LISTED]) + ("…" if len(signs) > _MOST_LISTED else "")
    return Missing(listed, scripts, tuple(packages))


def _script(sign: str) -> str:
    """The script of a character, after its name in Unicode: "Arabic", "Devanagari"."""
    if "\U0001f300" <= sign <= "\U0001faff":
        return "Emoji"
    if unicodedata.category(sign).startswith(("S", "N", "P")) and sign > "\u2000":
        return "Symbols" if unicodedata.name(sign, "").split(" ")[0] not in _CHINESE else "Chinese"
    first = unicodedata.name(sign, "UNKNOWN").split(" ")[0].split("-")[0]
    return "Chinese" if first in _CHINESE else first.capitalize()
