"""How resolutions are worded in a language: its grammar, and the rules that read it.

A grammar (`en/grammar.json`) holds words and patterns only: Python regular expressions, in which
`{organs}` and `{months}` stand for the alternatives listed beside them, and a space for any white
space: a quarter of all real files have no-break spaces.
"""

import datetime
import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from desktop_app.grammar.characters import DIRECTIONS
from desktop_app.grammar.languages import OFFICIAL
from desktop_app.grammar.numerals import chinese_value, of_digits
from desktop_app.grammar.tables import table

LANGUAGES = tuple(OFFICIAL)
"""Those that have a grammar."""

REMEMBERED = 256
"""Paragraphs of which is remembered what they are: many rules ask for it, one after the other."""
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
_ENCLOSED = range(0x3220, 0x322A)
"""㈠ to ㈩, the sub-paragraphs of Chinese texts."""
_SPACES = dict.fromkeys(map(ord, "\t\u00a0\u2002\u2003\u2009\u200a\u202f\u3000"), " ")
_LONGEST_OPENING = 400
"""Characters: no more are looked at for the opening words of a paragraph."""
_CUT = re.compile(r"[^\W_]-$")
_FIRST_WORD = re.compile(r"[^\W_]+(?!-)")
_CYRILLIC_AND_LATIN = "аa еe оo сc рp хx АA ВB ЕE КK МM НH ОO РP СC ТT"
_LOOKALIKES = {
    **{pair[0]: f"[{pair}]" for pair in _CYRILLIC_AND_LATIN.split()},
    **dict.fromkeys("أإآا", "[أإآا]"),
}
"""Letters that are typed for each other: Latin ones in Russian words, Arabic ones without hamza."""


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """How resolutions are worded in one language. A pattern matches a whole line unless its
    description says that it is searched for."""

    language: str
    capitals: bool
    """Whether the first word of a paragraph has a capital. Russian paragraphs go on the sentence
    that the enacting words begin."""
    organs: dict[str, str]
    """The organ's name in this language to its name in English."""
    enacting: re.Pattern[str]
    """Matches at the start: "The General Assembly,"; the group `end` is the sign behind."""
    any_organ: re.Pattern[str]
    """The enacting words of an organ that has no name here: "The Conference of the Parties"."""
    distribution: re.Pattern[str]
    session: re.Pattern[str]
    agenda_item: re.Pattern[str]
    adoption: re.Pattern[str]
    title: re.Pattern[str]
    """The number of the resolution and, in most documents, its title or its date (`dated`)."""
    report: re.Pattern[str]
    """Searched for in the bracketed line that says how the resolution was adopted."""
    date: re.Pattern[str]
    """Searched for."""
    months: dict[str, int]
    """Every name of a month to its number."""
    meeting: re.Pattern[str]
    """Searched for."""
    vote: re.Pattern[str]
    """The line of the closing that says how the resolution was adopted."""
    annex: re.Pattern[str]
    """The word for an annex, its `number` behind it or an ordinal `before` it, and its `title`."""
    section: re.Pattern[str]
    """The number of a section that has no other heading."""
    section_heading: re.Pattern[str]
    """The number of a section and its heading."""
    division: re.Pattern[str]
    """Matches at the start of either: the group `number`, and `part`, `chapter` or `section` for
    the word beside it, `part_behind` where both can be."""
    article: re.Pattern[str]
    """Matches at the start: "Article 3", its heading or its text behind it."""
    statement: re.Pattern[str]
    """The heading of a statement of the president of an organ."""
    decision: re.Pattern[str]
    """The number of a decision and its title."""
    treaty: re.Pattern[str]
    """Searched for: what treaties are called, in their titles."""
    declaration: re.Pattern[str]
    """Searched for: the same of declarations."""
    page: re.Pattern[str]
    """The number of a page below the symbol at its head."""
    running_head: re.Pattern[str]
    """The head of a page of a printed volume, without the number of the page: the session, or what
    the resolutions are that stand on it."""
    number: re.Pattern[str]
    """Matches at the start: the number of an operative paragraph."""
    numerals: dict[str, int]
    """Numerals in words as `_plain` writes them; 0 for words that only join others ("et"). Empty
    where numbers are written in the signs that numerals.py reads."""
    sub_marks: tuple[re.Pattern[str], ...]
    """Match at the start: (a), (i), ㈠; group 1 is what counts."""
    behind_hyphen: frozenset[str]
    """The words before which a hyphen stands for the rest of a word: "short- and medium-term"."""
    alphabets: tuple[str, ...]
    """The letters that sub-paragraphs are marked with, in the order in which they count."""
    modifiers: frozenset[str]
    verbs: frozenset[str]
    followers: frozenset[str]
    longest: int
    """The characters of the longest of these."""

    @property
    def spaced(self) -> bool:
        """Whether spaces part the words, which decides how broken lines are joined."""
        return OFFICIAL[self.language].is_spaced

    def join(self, left: str, right: str) -> str:
        """What stands between two lines of one paragraph when they become one: nothing between
        Chinese characters, within a symbol of a Chinese text, and where a word was cut at its own
        hyphen ("Secretary-", "General"), else a space."""
        if not left or not right:
            return ""
        if not self.spaced:
            within = left[-1:] + right[:1]
            return " " if within.isascii() and "/" not in within else ""
        return "" if _CUT.search(left[-2:]) and not self._goes_on_behind_hyphen(right) else " "

    def _goes_on_behind_hyphen(self, right: str) -> bool:
        """Whether a hyphen stood for the rest of a word: "short-", "and medium-term"; not
        "mother-", "and-child"."""
        word = _FIRST_WORD.match(right)
        return word is not None and word[0] in self.behind_hyphen

    def organ(self, name: str) -> str:
        """The name of an organ in English, "" for one that has none here."""
        name = " ".join(name.split())
        if not self.spaced:
            name = name.replace(" ", "")
        if name in self.organs:
            return self.organs[name]
        return next((organ for own, organ in self.organs.items() if _same(own, name)), "")

    def find_date(self, text: str) -> datetime.date | None:
        """The first date of the text that the calendar has."""
        for found in self.date.finditer(text):
            month = " ".join(found["month"].split())
            number = self.months.get(month) or self.count(month)
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
            return of_digits(digits.group())
        words = _plain(text)
        if not self.numerals:
            return chinese_value(words.replace(" ", ""))
        return sum(self._numerals_in(words)) or None

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
        return text[: _end_of_opening(text[:_LONGEST_OPENING], self)]

    def opening_end(self, text: str, start: int, modifiers: int) -> int:
        """Where the opening words end that begin at a place of a text, with so many modifiers at
        most; the place itself where there are none."""
        best = self._longest(text, start, self.verbs)
        if best > start:
            best = self._with_followers(text, best)
        if modifiers:
            middle = self._longest(text, start, self.modifiers)
            if middle > start:
                gap = 1 if self.spaced and text[middle : middle + 1] == " " else 0
                # Only the first word of a sentence has a capital; the tables have them all so.
                rest = _with_capital(text, middle + gap)
                end = self.opening_end(rest, middle + gap, modifiers - 1)
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
        beginning = text[start : start + self.longest]
        plain = beginning.translate(_SAME_WORD) if self.spaced else beginning
        known = _lengths(table)
        lengths = known.get(plain[:2]) or known.get(plain[:1], ())
        if lengths and len(plain) < len(beginning):
            return self._longest_with_vowel_signs(text, start, table)
        for length in lengths:
            end = start + length
            is_whole = not self.spaced or not _within_word(text, end)
            if is_whole and plain[:length] in table:
                return end
        return start

    def _longest_with_vowel_signs(self, text: str, start: int, table: frozenset[str]) -> int:
        """The same of words with signs that the table has not: any number of them."""
        for end in range(min(len(text), start + self.longest), start, -1):
            if not _within_word(text, end) and text[start:end].translate(_SAME_WORD) in table:
                return end
        return start


@lru_cache(maxsize=REMEMBERED)
def _end_of_opening(text: str, rules: Grammar) -> int:
    """Where the opening words of a text end, 0 where it has none."""
    plain = text.translate(_SPACES)
    capital = plain if rules.capitals else _with_capital(plain, 0)
    start = len(text) - len(text.lstrip(DIRECTIONS))
    end = rules.opening_end(capital, start, 3)
    return end if end > start else 0


@cache
def _lengths(table: frozenset[str]) -> dict[str, tuple[int, ...]]:
    """How long the entries are that begin with the same two letters, the longest first."""
    found: dict[str, set[int]] = {}
    for entry in table:
        found.setdefault(entry[:2], set()).add(len(entry))
    for beginning in [one for one in found if len(one) > 1 and one[:1] in found]:
        found[beginning].add(1)
    return {beginning: tuple(sorted(own, reverse=True)) for beginning, own in found.items()}


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


def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source.replace("\\ ", " ").replace(" ", r"\s"))


def _same(name: str, written: str) -> bool:
    return _pattern_of(name).fullmatch(written) is not None


@cache
def _pattern_of(name: str) -> re.Pattern[str]:
    return re.compile(_loose(name))


@cache
def _loose(name: str) -> str:
    """A pattern for a name whose letters may be typed for each other, Arabic ones lengthened."""
    lengthened = "ـ*" if "\u0620" <= name[:1] <= "\u064a" else ""
    return lengthened.join(_LOOKALIKES.get(letter, re.escape(letter)) for letter in name)


@cache
def grammar(language: str) -> Grammar:
    """The grammar of one of LANGUAGES."""
    data = table(language, "grammar")
    organs = {name: organ for organ, names in data["organs"].items() for name in names}
    if data["capitals"]:  # "THE SECURITY COUNCIL,"
        organs |= {name.upper(): organ for name, organ in organs.items()}
    months = {name: number for number, own in enumerate(data.get("months", ()), 1) for name in own}
    longest_first = sorted(months, key=len, reverse=True)
    alternatives = {"organs": "|".join(map(_loose, organs)), "months": "|".join(longest_first)}

    def pattern(key: str) -> re.Pattern[str]:
        source = data[key]
        for name, words in alternatives.items():
            source = source.replace(f"{{{name}}}", words)
        return _compiled(source)

    openings = {name: frozenset(words) for name, words in data["openings"].items()}
    return Grammar(
        language=language,
        capitals=data["capitals"],
        organs=organs,
        enacting=pattern("enacting"),
        any_organ=pattern("any_organ"),
        distribution=pattern("distribution"),
        session=pattern("session"),
        agenda_item=pattern("agenda_item"),
        adoption=pattern("adoption"),
        title=pattern("title"),
        report=pattern("report"),
        date=pattern("date"),
        months=months,
        meeting=pattern("meeting"),
        vote=pattern("vote"),
        annex=pattern("annex"),
        section=pattern("section"),
        section_heading=pattern("section_heading"),
        division=pattern("division"),
        article=pattern("article"),
        statement=pattern("statement"),
        decision=pattern("decision"),
        treaty=pattern("treaty"),
        declaration=pattern("declaration"),
        page=pattern("page"),
        running_head=pattern("running_head"),
        number=pattern("number"),
        numerals={_plain(word): value for word, value in data.get("numerals", {}).items()},
        sub_marks=tuple(map(_compiled, data["sub_marks"])),
        behind_hyphen=frozenset(data.get("behind_hyphen", ())),
        alphabets=tuple(data.get("alphabets", ())),
        modifiers=openings["modifiers"],
        verbs=openings["verbs"],
        followers=openings["followers"],
        longest=max(len(words) for table in openings.values() for words in table),
    )
