"""The names of clauses and sections in texts, and in the ids of clauses.

Each language has its own in `<code>/clauses.json`:

- `section_words`: the words before the number of a section; `section_ends`: the characters allowed
  right after it; `section_letters`: the letters of lettered sections; `ordinals`: the words for
  counting sections.
- `typed`: regular expressions for typed labels, in small letters and with ASCII signs, each with
  its standard form. A pattern may hold one of the `parts` beside it in braces. "§" and "¶"
  (SAME_PART and SAME_SECTION), "section0" (STATED_SECTION) are explained below.

The names of all languages are understood in every text: a French text can have English headings.
"""

import re
from functools import cache
from typing import Any

from desktop_app.grammar.languages import OFFICIAL
from desktop_app.grammar.numerals import ONES, of_chinese, of_roman, with_digits
from desktop_app.grammar.tables import table

SAME_PART = "§"
"""Stands before the number of a paragraph of the part that was named before, as in Chinese: 第3段
after 序言部分第1段."""
SAME_SECTION = "¶"
"""Stands before the number of a paragraph of the section or annex that was named before, and never
preambular, as in English: "para. 3"."""
STATED_SECTION = "section0"
"""Stands before the number of a section as its heading states it. Labels count the sections, and
have no 0 there."""
_FIRST = "en"
"""The language whose names are read first: those of others are put into its labels."""
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
"""Letters and signs as wide as a Chinese character."""


def number_of(heading: str) -> int:
    """The number that the heading of a section states (in normal form NFKC), 0 where it states
    none: 2 for "II", "Part 2", 第二节, ثانيا."""
    found = _heading().match(heading)
    if found is None:
        return 0
    numeral = found["numeral"]
    ordinal = _ordinals().get(numeral, 0)
    return int(found["digits"] or 0) or ordinal or of_roman(numeral) or of_chinese(numeral)


def is_lettered(heading: str) -> bool:
    """Whether a heading begins as that of a section within one that has a number: "A. Poverty"."""
    return _lettered().match(heading) is not None


@cache
def _tables() -> list[dict[str, Any]]:
    codes = sorted(OFFICIAL, key=lambda code: code != _FIRST)
    return [table(code, "clauses") for code in codes]


@cache
def _ordinals() -> dict[str, int]:
    return {
        word: number for own in _tables() for number, word in enumerate(own.get("ordinals", ()), 1)
    }


@cache
def _heading() -> re.Pattern[str]:
    words = "|".join(word for own in _tables() for word in own.get("section_words", ()))
    ends = "".join(own.get("section_ends", "") for own in _tables())
    return re.compile(
        rf"\s*(?:\(\s*)?(?:(?i:{words})\s*(?P<digits>[1-9]\d?)|(?:(?i:{words})\s*)?"
        rf"(?P<numeral>[IVX]+|[{ONES}十]+|{'|'.join(_ordinals())})\u064b?)"  # with its vowel mark
        rf"(?=[\s.、．,:：)）–—-]|[{ends}]|$)"
    )


@cache
def _lettered() -> re.Pattern[str]:
    letters = "".join(dict.fromkeys(own.get("section_letters", "") for own in _tables()))
    return re.compile(rf"\s*(?:[{letters}][.)\s]|\()")


def in_labels(typed: str) -> str:
    """What a person typed with the names of all languages as labels, in small letters and with
    ASCII signs: "执行部分第1段至第3段" becomes "op1-§3"."""
    text = with_digits(re.sub(r"[‐-―−~]", "-", typed.translate(_WIDE).lower()))
    text = re.sub(r"\s+", " ", text)  # the patterns look for what follows from each space on
    for pattern, meant in _typed():
        text = pattern.sub(meant, text)
    return text


@cache
def _typed() -> list[tuple[re.Pattern[str], str]]:
    out: list[tuple[re.Pattern[str], str]] = []
    for own in _tables():
        for pattern, meant in own.get("typed", ()):
            for name, part in own.get("parts", {}).items():
                pattern = pattern.replace(f"{{{name}}}", part)
            out.append((re.compile(pattern), meant))
    return out
