"""How a language with spaces between its words says numbers and dates: its table `anchors`.

The words are in the form of `plain` (small letters without accents):

- `numerals`; `ones`, numbers only as a part of one ("twenty-one"); `magnitudes` with the zeros each
  adds. A word with - at its end takes one of the `endings`. `prefixes` stand before a numeral below
  ten, in one word; `starts` may be written together with any word.
- `compounds`: the range of the number so far (its part below the hundred; 100 or 1000 right after
  one), the range of the next numeral, + or * to join them, and the words between.
- `months` by their numbers, alternatives between bars, with `month_endings` if they are inflected;
  `day_endings` after the number of a day ("1st"); `particles` before a month or a year; `joiners`
  between two dates, written together with the next word if `joiners_touch`.
- `weekdays`, a regular expression, can stand before each day of an expression or in brackets after
  it, written together with what `touches` it; after `no_days` a number is that of something else
  ("the first half of May" in Arabic).
- `roman`: the words before a Roman numeral, and after it; `roman_joiners` between two.
- `halves`: what adds a half to a number before its magnitude, and after it; `amounts`
  are other words with a half in them, each with its value ("half a million").
- `idioms` hold no number; `implied` are the numbers a noun alone can mean (the dual).
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from desktop_app.grammar.anchors.halves import Halves
from desktop_app.grammar.characters import plain
from desktop_app.grammar.tables import table

DIGITS = re.compile(
    r"(?<![\w./-])(?:(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)"
    r"|(?P<day_>\d{1,2})\.(?P<month_>\d{1,2})\.(?P<year_>(?:19|20)\d\d))(?![\w/-]|\.\d)",
    re.ASCII,
)
"""2020-12-07, 7.12.2020."""
_DAY_FIRST = re.compile(
    DIGITS.pattern.replace(
        r"\.(?P<month_>\d{1,2})\.", r"(?P<sign>[./])(?P<month_>\d{1,2})(?P=sign)"
    ),
    re.ASCII,
)
"""The same, with 7/12/2020 too: in English that can be a day of July."""
_WEEKDAY = "\0"
"""Stands for each letter of a weekday in an expression of dates."""
_MOST = 30
"""Days of one expression beside the first one. Without an end, each number of a long list would be
read as the first day, up to the end of the list."""


class Compound(NamedTuple):
    """A way to continue a number: the number so far, the next numeral, whether it multiplies or is
    added, and the words between."""

    before: range
    numeral: range
    multiplies: bool
    between: re.Pattern[str]


class Roman(NamedTuple):
    """Where a language counts by Roman numerals."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    between: re.Pattern[str]


class Dates(NamedTuple):
    """The patterns of dates, and of the days and months in one expression."""

    months: Mapping[str, int]
    dates: re.Pattern[str]
    parts: re.Pattern[str]
    in_digits: re.Pattern[str]
    named: re.Pattern[str]
    weekdays: re.Pattern[str]
    no_days: re.Pattern[str]


class Wording(NamedTuple):
    """How one language says numbers and dates. Empty or None for one without a table."""

    language: str
    numerals: Mapping[str, int]
    ones: Mapping[str, int]
    magnitudes: Mapping[str, int]
    starts: tuple[str, ...]
    compounds: tuple[Compound, ...]
    halves: Halves | None
    amounts: tuple[tuple[re.Pattern[str], str], ...]
    idioms: re.Pattern[str] | None
    roman: Roman | None
    dates: Dates | None
    implied: frozenset[int]


class Meaning(NamedTuple):
    """The numbers a word can mean: a numeral, a one, a magnitude; and the count of letters of other
    words written together with it at its start."""

    numeral: int = 0
    one: int = 0
    magnitude: int = 0
    start: int = 0


@cache
def meaning(word: str, language: str) -> Meaning:
    """The meaning of a word in a language; all 0 for a word without a number."""
    words = wording_of(language)
    for start in words.starts:
        rest = word[len(start) :]
        if word.startswith(start):
            found = Meaning(
                words.numerals.get(rest, 0),
                words.ones.get(rest, 0),
                words.magnitudes.get(rest, 0),
                len(start),
            )
            if any(found[:3]):
                return found
    return Meaning()


@cache
def wording_of(language: str) -> Wording:
    """The wording of a language."""
    data = table(language, "anchors")
    endings = data.get("endings", ())
    numerals = _inflected(data.get("numerals", {}), endings)
    ones = _inflected(dict.fromkeys(data.get("ones", ()), 1), endings)
    for prefix, tens in data.get("prefixes", {}).items():
        below_ten = {word: value for word, value in (numerals | ones).items() if value < 10}
        numerals |= {prefix + word: tens + value for word, value in below_ten.items()}
    idioms = [plain(idiom) for idiom in data.get("idioms", ())]
    return Wording(
        language=language,
        numerals=numerals,
        ones=ones,
        magnitudes=_inflected(data.get("magnitudes", {}), endings),
        starts=("", *data.get("starts", ())),
        compounds=tuple(
            Compound(range(a, b + 1), range(c, d + 1), sign == "*", re.compile(between))
            for a, b, c, d, sign, between in data.get("compounds", ())
        ),
        halves=Halves(*map(re.compile, data["halves"])) if "halves" in data else None,
        amounts=tuple(
            (re.compile(rf"(?<!\w)(?:{words})(?!\w)"), value)
            for words, value in data.get("amounts", ())
        ),
        idioms=re.compile(rf"(?<!\w){either(idioms)}(?!\w)") if idioms else None,
        roman=_roman(data) if "roman" in data else None,
        dates=_dates(data) if "months" in data else None,
        implied=frozenset(data.get("implied", ())),
    )


def _inflected(words: Mapping[str, int], endings: Iterable[str]) -> dict[str, int]:
    """The words, those that end in a hyphen with each of the endings."""
    return {
        plain(word.removesuffix("-") + ending): value
        for word, value in words.items()
        for ending in (endings if word.endswith("-") else ("",))
    }


def either(words: Iterable[str]) -> str:
    """The pattern of one of some words, the longest that fits."""
    return "(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + ")"


def _roman(data: Mapping[str, Any]) -> Roman:
    before, after = data["roman"]
    joiners = "|".join(data["roman_joiners"])
    return Roman(
        re.compile(rf"(?<!\w)(?:{before})\.?\s+$"),
        re.compile(rf"\s+(?:{after})(?!\w)" if after else r"(?!)"),
        re.compile(rf"\s*(?:[,;–-]\s*|(?:{joiners})\s+)+"),
    )


def _dates(data: Mapping[str, Any]) -> Dates:
    months = {
        name: number for number, names in enumerate(data["months"], 1) for name in names.split("|")
    }
    name = either(months) + data.get("month_endings", "")
    name = rf"(?:{name}(?:\s?/\s?{name})?)(?![^\W\d])"
    particle = rf"{either(data['particles'])}(?:\s+|(?=\d))"
    small = rf"(?:{particle}|{_WEEKDAY}+\s*)*"
    end = "" if data.get("joiners_touch") else r"(?!\w)"
    joiner = rf"{either(data['joiners'])}{end}"
    before_weekday = rf",\s*{joiner}\s*(?:{particle})*(?={_WEEKDAY})"
    joined = rf"[\s{_WEEKDAY}]*(?:[,;–—-]|{joiner}|{before_weekday})\s*{small}"
    ordinal = "|".join(data.get("day_endings", ()))
    day = rf"\d{{1,2}}(?!\d)(?:[ .-]?(?:{ordinal})(?![^\W\d]))?" if ordinal else r"\d{1,2}(?!\d)"
    days = rf"{day}(?:{joined}{day}){{0,{_MOST}}}"
    one = rf"{days}\s*{small}{name}"
    year = r"(?<!\d)\d{4}(?!\d)"
    dates = (
        rf"(?<![\d/])(?P<days>{one}(?:{joined}{one}){{0,{_MOST}}})(?:[\s,]*{small}(?P<year>{year}))?"
        rf"|(?<!\w)(?P<american>{name}\s+{days})(?:,\s*|\s+)(?P<american_year>{year})"
        rf"|(?<!\w)(?P<alone>{name})[\s,]+{small}(?P<alone_year>{year})"
    )
    parts = rf"(?P<day>\d{{1,2}})|(?P<month>{name})"
    between = rf"[\s,،]{{0,3}}(?:{either(data.get('day_words', ()))}\W{{1,2}})*"
    apart = between[:-1] + "+" if data.get("day_apart") else between
    named = rf"{apart}(?P<month>{name}){between}(?P<year>{year})?"
    in_digits = _DAY_FIRST if data.get("day_first") else DIGITS
    weekday = data.get("weekdays", "(?!)")
    edge = rf"(?:(?<!\w)|(?<=\b{data['touches']}))" if "touches" in data else r"(?<!\w)"
    weekdays = rf"[(\[]?{edge}(?:{weekday})(?!\w)(?:\s?[)\],،])?"
    return Dates(
        months=months,
        dates=re.compile(dates),
        parts=re.compile(parts),
        in_digits=in_digits,
        named=re.compile(named),
        weekdays=re.compile(weekdays),
        no_days=re.compile(rf"{data['no_days']}$" if "no_days" in data else "(?!)"),
    )


def without_weekdays(low: str, known: Dates) -> str:
    """A text in which no letter of a weekday is left; as long as before."""
    return known.weekdays.sub(lambda found: _WEEKDAY * len(found[0]), low)
