"""The grammars: one data file a language, and the text rules that read them.

A data file holds words and patterns only (Python regular expressions; `{organs}` and `{months}`
stand for the alternatives listed beside them), so that a new language is a new file. What tells
the languages apart is in `languages.json`, so that a text needs no grammar but its own.
"""

import datetime
import json
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from desktop_app.grammar.languages import OFFICIAL

LANGUAGES = tuple(OFFICIAL)
"""Those that have a grammar."""

_SAME_WORD: dict[int, str | None] = {
    **dict.fromkeys(range(0x64B, 0x653)),  # vowel signs, written or not
    0x670: None,
    0x640: None,  # the stroke that lengthens a word
    ord("\u2019"): "'",
    ord("ё"): "е",
    ord("Ё"): "Е",
}
"""What does not make another word of it in Arabic, French and Russian."""
_VOWEL_SIGNS = "".join(chr(code) for code, other in _SAME_WORD.items() if not other)
DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""The signs without a shape that tell in which direction text runs; they say nothing."""
_ENCLOSED = range(0x3220, 0x322A)
"""㈠ to ㈩, the sub-paragraphs of Chinese texts."""


class Signs(NamedTuple):
    """What tells one language from the others."""

    letters: re.Pattern[str]
    """A stretch of letters of its script."""
    common: frozenset[str]
    """The commonest words, by which languages of one script are told apart; none where there is
    only one of that script."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """How resolutions are worded in one language. Patterns match a whole line unless they are
    said to be searched for."""

    language: str
    spaced: bool
    """Whether words have spaces between them; decides how broken lines are joined."""
    capitals: bool
    """Whether the first word of a paragraph has a capital; the paragraphs of Russian resolutions
    go on the sentence that the enacting words begin."""
    script: str
    """ISO 15924, "" where the language has several."""
    simplified: frozenset[str]
    traditional: frozenset[str]
    organs: dict[str, str]
    """The organ's name in this language to its name in English."""
    enacting: re.Pattern[str]
    """Matches at the start: "The General Assembly,"."""
    distribution: re.Pattern[str]
    session: re.Pattern[str]
    agenda_item: re.Pattern[str]
    adoption: re.Pattern[str]
    title: re.Pattern[str]
    """The number of the resolution and, in most documents, its title."""
    report: re.Pattern[str]
    """Searched for in the bracketed line that says how the resolution was adopted."""
    date: re.Pattern[str]
    """Searched for."""
    months: dict[str, int]
    """Every name of a month to its number."""
    meeting: re.Pattern[str]
    """Searched for."""
    annex: re.Pattern[str]
    section: re.Pattern[str]
    """The number of a section that has no other heading."""
    number: re.Pattern[str]
    """Matches at the start: the number of an operative paragraph."""
    numerals: dict[str, int]
    """Numerals as `_plain` writes them; 0 for words that only join others ("et")."""
    sub_marks: tuple[re.Pattern[str], ...]
    """Match at the start: (a), (i), ㈠; group 1 is what counts."""
    alphabets: tuple[str, ...]
    """The letters that sub-paragraphs are marked with, in the order in which they count."""
    modifiers: frozenset[str]
    verbs: frozenset[str]
    followers: frozenset[str]
    longest: int
    """The characters of the longest of these."""

    def join(self, left: str, right: str) -> str:
        """What stands between two lines of one paragraph when they become one: nothing between
        Chinese characters, else a space."""
        tight = not self.spaced and not (left[-1:].isascii() and right[:1].isascii())
        return "" if tight or not left or not right else " "

    def find_date(self, text: str) -> datetime.date | None:
        """The first date of the text that the calendar has."""
        for found in self.date.finditer(text):
            number = self.months.get(found["month"]) or self.count(found["month"])
            year, day = self.count(found["year"]), self.count(found["day"])
            try:
                return datetime.date(year or 0, number or 0, day or 0)
            except ValueError:
                continue  # no such day: not a date
        return None

    def count(self, text: str) -> int | None:
        """The number that digits, ordinals or numerals say, None where they say none.

        "75th", "Seventy-fifth", "soixante-quinzième", "七十五" are 75, "一九七六" is 1976.
        """
        digits = re.match(r"\d+", text.strip())
        if digits:
            return int(digits.group())
        values = self._numerals_in(_plain(text))
        if self.spaced:
            return sum(values) or None
        if not values or all(value < 10 for value in values):
            return int("".join(map(str, values))) if values else None
        total = 0
        unit = 0
        for value in values:
            if value >= 10:
                total, unit = total + (unit or 1) * value, 0
            else:
                unit = value
        return total + unit

    def _numerals_in(self, text: str) -> list[int]:
        """The values of the numerals that make up the text, the longest that fits at each place;
        none where there is anything else in it. Spaces do not matter: "septuagesimosexto"."""
        longest = max(map(len, self.numerals))
        values: list[int] = []
        place = 0
        while place < len(text):
            end = min(len(text), place + longest)
            while end > place and text[place:end] not in self.numerals:
                end -= 1
            if end > place:
                values.append(self.numerals[text[place:end]])
            elif text[place] != " ":
                return []
            place = max(end, place + 1)
        return values

    def letter(self, sign: str, after: str = "") -> str:
        """The Latin letter that a letter stands for as a mark: б and ب, the second of their
        alphabets, are "b"; "" where it is none of these.

        `after` is the letter of the mark before. Where a letter looks like one of another
        alphabet (Cyrillic с and Latin c), the alphabet in which it follows that one counts.
        """
        places = [alphabet.find(sign[:1]) for alphabet in self.alphabets if sign]
        letters = [chr(97 + place) for place in places if 0 <= place < 26]
        follows = chr(ord(after) + 1) if len(after) == 1 else "a"
        return follows if follows in letters else next(iter(letters), "")

    def mark_value(self, sign: str) -> int | None:
        """The number that a mark says which is no letter: 2 for ㈡, 二 and ٢."""
        if len(sign) == 1 and ord(sign) in _ENCLOSED:
            return ord(sign) - _ENCLOSED[0] + 1
        return self.count(sign)

    def opening(self, text: str) -> str:
        """The opening words of a paragraph by the tables of this language: the longest run of
        modifiers, verb and followers at the start of the text; "" where there is none."""
        capital = text if self.capitals else _with_capital(text, 0)
        start = len(text) - len(text.lstrip(DIRECTIONS))
        end = self._opening_end(capital, start, 3)
        return text[:end] if end > start else ""

    def _opening_end(self, text: str, start: int, modifiers: int) -> int:
        best = self._longest(text, start, self.verbs)
        if best > start:
            best = self._with_followers(text, best)
        if modifiers:
            middle = self._longest(text, start, self.modifiers)
            if middle > start:
                gap = 1 if self.spaced and text[middle : middle + 1] == " " else 0
                # Only the first word of a sentence has a capital; the tables have them all so.
                rest = _with_capital(text, middle + gap)
                end = self._opening_end(rest, middle + gap, modifiers - 1)
                best = max(best, end if end > middle + gap else 0)
        return best

    def _with_followers(self, text: str, end: int) -> int:
        while self.spaced and text[end : end + 1] == " ":
            further = self._longest(text, end + 1, self.followers)
            if further == end + 1:
                break
            end = further
        return end

    def _longest(self, text: str, start: int, table: frozenset[str]) -> int:
        """Where the longest entry of the table that stands at `start` ends, or `start`."""
        for end in range(min(len(text), start + self.longest), start, -1):
            if not self.spaced:
                if text[start:end] in table:
                    return end
            elif not _within_word(text, end) and text[start:end].translate(_SAME_WORD) in table:
                return end
        return start


def _with_capital(text: str, place: int) -> str:
    capital = text[place : place + 1].upper()
    return text[:place] + capital + text[place + 1 :] if len(capital) == 1 else text


def _within_word(text: str, place: int) -> bool:
    following = text[place : place + 1]
    return following.isalpha() or (following != "" and following in _VOWEL_SIGNS)


def _plain(text: str) -> str:
    """Small letters without accents, spaces for hyphens: "Vingt-deuxième" is "vingt deuxieme"."""
    small = unicodedata.normalize("NFKD", text.lower())
    bare = "".join(character for character in small if not unicodedata.combining(character))
    return re.sub(r"[-\u2010\u2011\s]+", " ", bare)


@cache
def signs() -> dict[str, Signs]:
    """What tells the languages apart, without their grammars. The order is that in which they are
    looked for: a script that is mixed with Latin letters comes before these."""
    return {
        language: Signs(re.compile(f"[{data['letters']}]+"), frozenset(data["common"]))
        for language, data in _read("languages").items()
    }


@cache
def ibid(language: str) -> tuple[str, ...]:
    """The words, in small letters, with which a note of that language points at the one before;
    none for a language without a grammar."""
    if language not in LANGUAGES:
        return ()
    return tuple(word.lower().rstrip(".") for word in _read(language)["ibid"])


def _read(name: str) -> Any:
    return json.loads(Path(__file__).with_name(f"{name}.json").read_text(encoding="utf-8"))


@cache
def grammar(language: str) -> Grammar:
    """The grammar of one of LANGUAGES."""
    data = _read(language)
    organs = {name: organ for organ, names in data["organs"].items() for name in names}
    months = {name: place for place, names in enumerate(data["months"], 1) for name in names}
    longest_first = sorted(months, key=len, reverse=True)
    alternatives = {"organs": "|".join(organs), "months": "|".join(longest_first)}

    def pattern(key: str) -> re.Pattern[str]:
        source = data[key]
        for name, words in alternatives.items():
            source = source.replace(f"{{{name}}}", words)
        return re.compile(source)

    openings = {name: frozenset(words) for name, words in data["openings"].items()}
    return Grammar(
        language=data["language"],
        spaced=data["spaced"],
        capitals=data["capitals"],
        script=data["script"],
        simplified=frozenset(data["simplified"]),
        traditional=frozenset(data["traditional"]),
        organs=organs,
        enacting=pattern("enacting"),
        distribution=pattern("distribution"),
        session=pattern("session"),
        agenda_item=pattern("agenda_item"),
        adoption=pattern("adoption"),
        title=pattern("title"),
        report=pattern("report"),
        date=pattern("date"),
        months=months,
        meeting=pattern("meeting"),
        annex=pattern("annex"),
        section=pattern("section"),
        number=pattern("number"),
        numerals={_plain(word): value for word, value in data["numerals"].items()},
        sub_marks=tuple(re.compile(mark) for mark in data["sub_marks"]),
        alphabets=tuple(data["alphabets"]),
        modifiers=openings["modifiers"],
        verbs=openings["verbs"],
        followers=openings["followers"],
        longest=max(len(words) for table in openings.values() for words in table),
    )
