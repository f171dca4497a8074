"""The grammars: one data file a language, and the text rules that read them.

A data file holds words and patterns only (Python regular expressions; `{organs}` and `{months}`
stand for the alternatives listed beside them), so that a new language is a new file.
"""

import datetime
import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LANGUAGES = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Grammar:
    """How resolutions are worded in one language. Patterns match a whole line unless they are
    said to be searched for."""

    language: str
    spaced: bool
    """Whether words have spaces between them; decides how broken lines are joined."""
    script: str
    """ISO 15924, "" where the language has several."""
    common: frozenset[str]
    """The commonest words, by which languages of one script are told apart."""
    letters: re.Pattern[str]
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
    months: tuple[str, ...]
    meeting: re.Pattern[str]
    """Searched for."""
    annex: re.Pattern[str]
    numerals: dict[str, int]
    sub_marks: tuple[re.Pattern[str], ...]
    """Match at the start: (a), (i), ㈠; group 1 is what counts."""
    modifiers: frozenset[str]
    verbs: frozenset[str]
    followers: frozenset[str]

    def join(self, left: str, right: str) -> str:
        """What stands between two lines of one paragraph when they become one: nothing between
        Chinese characters, else a space."""
        tight = not self.spaced and not (left[-1:].isascii() and right[:1].isascii())
        return "" if tight or not left or not right else " "

    def find_date(self, text: str) -> datetime.date | None:
        """The first date of the text that the calendar has."""
        for found in self.date.finditer(text):
            month = found["month"]
            number = self.months.index(month) + 1 if month in self.months else self.count(month)
            year, day = self.count(found["year"]), self.count(found["day"])
            try:
                return datetime.date(year or 0, number or 0, day or 0)
            except ValueError:
                continue  # no such day: not a date
        return None

    def count(self, text: str) -> int | None:
        """The number that digits, ordinals or numerals say, None where they say none.

        "75th", "Seventy-fifth", "七十五", "一九七六" are 75, 75, 75, 1976.
        """
        digits = re.match(r"\d+", text.strip())
        if digits:
            return int(digits.group())
        terms = [self.numerals.get(word) for word in self._numeral_words(text)]
        values = [term for term in terms if term is not None]
        if not values or len(values) != len(terms):
            return None
        if all(value < 10 for value in values):
            return int("".join(map(str, values)))
        total = 0
        unit = 0
        for value in values:
            if value >= 10 and not self.spaced:
                total, unit = total + (unit or 1) * value, 0
            elif self.spaced:
                total += value
            else:
                unit = value
        return total + unit

    def _numeral_words(self, text: str) -> list[str]:
        tight = re.sub(r"\s+", "", text) if not self.spaced else text.lower()
        return re.findall(r"[a-z]+", tight) if self.spaced else list(tight)

    def opening(self, text: str) -> str:
        """The opening words of a paragraph by the tables of this language: the longest run of
        modifiers, verb and followers at the start of the text; "" where there is none."""
        return text[: self._opening_end(text, 0, 3)]

    def _opening_end(self, text: str, start: int, modifiers: int) -> int:
        best = self._longest(text, start, self.verbs)
        if best > start:
            best = self._with_followers(text, best)
        if modifiers:
            middle = self._longest(text, start, self.modifiers)
            if middle > start:
                gap = 1 if self.spaced and text[middle : middle + 1] == " " else 0
                # Only the first word of a sentence has a capital; the tables have them all so.
                rest = (
                    text[: middle + gap]
                    + text[middle + gap :][:1].upper()
                    + text[middle + gap + 1 :]
                )
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
        for end in range(min(len(text), start + 30), start, -1):
            whole = not self.spaced or not text[end : end + 1].isalpha()
            if whole and text[start:end] in table:
                return end
        return start


@cache
def grammar(language: str) -> Grammar:
    """The grammar of one of LANGUAGES."""
    data = json.loads(Path(__file__).with_name(f"{language}.json").read_text(encoding="utf-8"))
    organs = {name: organ for organ, names in data["organs"].items() for name in names}
    alternatives = {"organs": "|".join(organs), "months": "|".join(data["months"])}

    def pattern(key: str) -> re.Pattern[str]:
        source = data[key]
        for name, words in alternatives.items():
            source = source.replace(f"{{{name}}}", words)
        return re.compile(source)

    openings = data["openings"]
    return Grammar(
        language=data["language"],
        spaced=data["spaced"],
        script=data["script"],
        common=frozenset(data["common"]),
        letters=re.compile(f"[{data['letters']}]"),
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
        months=tuple(data["months"]),
        meeting=pattern("meeting"),
        annex=pattern("annex"),
        numerals=data["numerals"],
        sub_marks=tuple(re.compile(mark) for mark in data["sub_marks"]),
        modifiers=frozenset(openings["modifiers"]),
        verbs=frozenset(openings["verbs"]),
        followers=frozenset(openings["followers"]),
    )
