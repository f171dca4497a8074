"""Anchors: the numbers, dates and document symbols in a text, in one form for every language.

"the seventy-sixth session" and 第七十六届会议 both hold the number 76; "25 and 26 October 2019" and
2019年10月25日至26日 both hold the dates 2019-10-25 and 2019-10-26. How each language says them
stands in `grammar/anchors.json`. No library does it: of those tried on the six official languages,
number-parser knows no ordinals beside English ones and neither French nor Arabic, and dateparser
loses the first day of "25 and 26 October" and all Arabic dates, and takes 10 ms a paragraph.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from desktop_app import grammar


class Anchor(NamedTuple):
    """`kind` is "number", "date" or "symbol"; `value` its one form ("76", "2019-10-25", "2016-12"
    for a month of a year, "--10-25" for a day of any year, "A/59/361", "74/43", "1540(2004)");
    `start` and `end` are positions in the text. `worded`: said in words and not in digits."""

    kind: str
    value: str
    start: int
    end: int
    worded: bool = False


def anchors(text: str, language: str) -> tuple[Anchor, ...]:
    """The anchors of a text in a BCP 47 language, in the order of the text. A language without a
    table has those that need none: symbols, and numbers in digits."""
    taken = bytearray(len(text))
    found: list[Anchor] = []
    for one in _found(text, language):
        if taken.find(1, one.start, one.end) < 0:
            found.append(one)
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
    return tuple(sorted(found, key=lambda anchor: anchor.start))


def symbols(text: str, language: str) -> tuple[Anchor, ...]:
    """The anchors that are document symbols, without the work for all others."""
    text = with_ascii_signs(text)
    found = list(_symbols(text)) if _DIGIT.search(text) else []
    if language == "zh":
        found += _classical_symbols(text)
    taken = bytearray(len(text))
    for one in tuple(found):
        if taken.find(1, one.start, one.end) >= 0:
            found.remove(one)
        taken[one.start : one.end] = b"\1" * (one.end - one.start)
    return tuple(sorted(found, key=lambda anchor: anchor.start))


def _found(text: str, language: str) -> Iterator[Anchor]:
    """Everything that may be an anchor; what comes first takes its place from what comes after."""
    text = with_ascii_signs(text)
    has_digits = _DIGIT.search(text) is not None
    if has_digits:
        yield from _symbols(text)
    if language == "zh":
        yield from _classical_symbols(text)
        yield from _chinese_dates(text)
        if has_digits:
            yield from _numbers(text, text, _CHINESE_MAGNITUDES)
        yield from _chinese_numbers(text)
        return
    words = _words(language)
    low = plain(text)
    if has_digits:
        yield from _dates(low, words)
        yield from _numbers(text, low, words.magnitudes)
    yield from _worded(low, words)


# One form for the characters of all languages

_OTHER_SIGNS = re.compile("[\uff01-\uff5e\u0660-\u0669\u06f0-\u06f9]")
_ARABIC = str.maketrans("أإآٱىة", "اااايه")


def with_ascii_signs(text: str) -> str:
    """The text with full-width signs and the digits of other scripts as in ASCII, character for
    character."""
    return _OTHER_SIGNS.sub(lambda found: unicodedata.normalize("NFKC", _ascii(found[0])), text)


def _ascii(sign: str) -> str:
    digit = unicodedata.decimal(sign, None)
    return sign if digit is None else str(digit)


class _Plain(dict[int, str]):
    """For str.translate; remembers each character that was asked for."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        small = character.lower()
        if len(small) == 1 and small != "й":
            small = unicodedata.normalize("NFD", small)[0].translate(_ARABIC)
        self[code] = small if len(small) == 1 else character
        return self[code]


_PLAIN = _Plain({0x2018: "'", 0x2019: "'", 0x2011: "-"})


def plain(text: str) -> str:
    """The text in the form in which words are looked up, character for character: small, without
    accents, the variants of Arabic letters as one."""
    return text.lower() if text.isascii() else text.translate(_PLAIN)


# Symbols

_DIGIT = re.compile("[0-9]")
_SYMBOL = re.compile(
    r"(?<![\w/])[A-Z][A-Za-z]{0,7}(?:\.\d+)?(?:\(\d+\))?"
    r"(?:/(?=[A-Z0-9])(?:[\w-]|\.(?=\w)|\(\w+\)|\[[A-Z]\])+)+",
    re.ASCII,
)
"""A/59/361, A/RES/217(III)[A], A/C.1/75/L.29, GC(62)/RES/7."""
_RESOLUTION = re.compile(
    r"(?<![\w/.])(?:\d{1,3}/\d{1,4}(?:[ \u00a0][A-Z](?!\w))?(?![\d/])"
    r"|(?P<number>\d{1,4}(?:\s[A-Z])?)\s?\((?P<session>\d{4}|[IVXLC]+(?:-[IVXLC]+)?)\))",
    re.ASCII,
)
"""74/43, 50/72 A, 1540 (2004), 2758 (XXVI)."""
_CLASSICAL = re.compile(
    r"(?P<number>[〇○零一二三四五六七八九]{2,4})\((?P<session>[一二三四五六七八九十]{1,4})\)"
)
"""二七五八(二十六)."""
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def _symbols(text: str) -> Iterator[Anchor]:
    for found in _SYMBOL.finditer(text):
        if _DIGIT.search(found[0]):
            yield Anchor("symbol", found[0], *found.span())
    for found in _RESOLUTION.finditer(text):
        if found["number"]:
            value = f"{_tight(found['number'])}({_session(found['session'])})"
        else:
            value = _tight(found[0])
        yield Anchor("symbol", value, *found.span())


def _tight(text: str) -> str:
    return re.sub(r"\s", "", text)


def _session(said: str) -> str:
    """A session or a year in brackets; Roman numerals, and Chinese ones, as digits."""
    if said[0] not in _ROMAN:
        return said
    values = [_ROMAN.get(letter, 0) for letter in said.partition("-")[0]]
    after = [*values[1:], 0]
    return str(sum(-v if v < n else v for v, n in zip(values, after, strict=True)))


def _classical_symbols(text: str) -> Iterator[Anchor]:
    for found in _CLASSICAL.finditer(text):
        number = _chinese_count(found["number"])
        yield Anchor("symbol", f"{number}({_chinese_count(found['session'])})", *found.span())


# Numbers in digits

_NUMBER = re.compile(
    r"(?<![\d.])\d+(?:(?:(?:[,.\u00a0\u202f]\d{3})+(?![\d,.]\d))|(?:[.,]\d+)*)(?!\d)"
)
_GROUPED = re.compile(r"\d{1,3}(?:([,.\u00a0\u202f])\d{3})(?:\1\d{3})*")
_CHINESE_MAGNITUDES = {"万": 4, "萬": 4, "亿": 8, "億": 8}


def _numbers(text: str, low: str, magnitudes: dict[str, int]) -> Iterator[Anchor]:
    for found in _NUMBER.finditer(text):
        value = found[0]
        if _GROUPED.fullmatch(value):
            value = re.sub(r"\D", "", value)
        value = value.replace(",", ".")
        end = found.end()
        for word, zeros in magnitudes.items():
            gap = end + (low[end : end + 1] in (" ", "\u00a0"))
            if low.startswith(word, gap):
                value, end = _times(value, zeros), gap + len(word)
                break
        yield Anchor("number", re.sub(r"^0+(?=\d)", "", value), found.start(), end)


def _times(value: str, zeros: int) -> str:
    """The decimal number with its point moved to the right: "1.3" by 6 is "1300000"."""
    whole, _, part = value.partition(".")
    if not part.isdigit() and part:
        return value
    return whole + part.ljust(zeros, "0")[:zeros] + (f".{part[zeros:]}" if part[zeros:] else "")


# Languages with spaces between their words


class _Words(NamedTuple):
    """How one language says numbers and dates; the patterns match `plain` texts."""

    language: str
    numerals: dict[str, int]
    suffix: int
    months: dict[str, int]
    dates: re.Pattern[str] | None
    token: re.Pattern[str] | None
    magnitudes: dict[str, int]


@cache
def _data() -> dict[str, Any]:
    file = Path(grammar.__file__).with_name("anchors.json")
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found


@cache
def _words(language: str) -> _Words:
    data = _data().get(language, {})
    months = {
        name: number
        for number, names in enumerate(data.get("months", ()), 1)
        for name in names.split("|")
    }
    dates = token = None
    if months:
        name = _either(months) + (r"\w{0,3}" if language == "ru" else "")
        name = rf"(?:{name}(?:\s?/\s?{name})?)(?!\w)"
        small = rf"(?:{_either(data['particles'])}\s+)*"
        joined = rf"\s*(?:[,;–—-]|{_either(data['joiners'])}(?!\w))\s*{small}"
        if language == "ar":
            joined = joined.replace(r"(?!\w)", "")
        day = r"\d{1,2}(?!\d)(?:-?(?:st|nd|rd|th|er|е|го|ого|º|°))?"
        days = rf"{day}(?:{joined}{day})*"
        one = rf"{days}\s*{small}{name}"
        year = r"(?<!\d)\d{4}(?!\d)"
        dates = re.compile(
            rf"(?<![\d/])(?P<days>{one}(?:{joined}{one})*)(?:[\s,]*{small}(?P<year>{year}))?"
            rf"|(?<!\w)(?P<american>{name}\s+{days}),?\s+(?P<american_year>{year})"
            rf"|(?<!\w)(?P<alone>{name})[\s,]+{small}(?P<alone_year>{year})"
        )
        token = re.compile(rf"(?P<day>\d{{1,2}})|(?P<month>{name})")
    return _Words(
        language,
        data.get("numerals", {}),
        data.get("suffix", 0),
        months,
        dates,
        token,
        data.get("magnitudes", {}),
    )


def _either(words: Iterable[str]) -> str:
    return "(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + ")"


def _dates(low: str, words: _Words) -> Iterator[Anchor]:
    if words.dates is None or words.token is None:
        return
    for found in words.dates.finditer(low):
        if found["alone"]:
            month = _month(found["alone"], words)
            yield Anchor("date", f"{found['alone_year']}-{month:02}", *found.span())
            continue
        american = found["days"] is None
        tokens = words.token.finditer(low, *found.span("american" if american else "days"))
        year = found["year"] or found["american_year"] or "-"
        days = list(_days(tokens, words, american))
        for place, (month, day, start, end) in enumerate(days):
            first = found.start() if place == 0 else start
            last = found.end() if place == len(days) - 1 else end
            yield Anchor("date", f"{year}-{month:02}-{day:02}", first, last)


def _days(
    tokens: Iterable[re.Match[str]], words: _Words, american: bool
) -> Iterator[tuple[int, int, int, int]]:
    """Month, day, start and end of each date in a row of days and months: "31 March and 1 April";
    the American way names the month first."""
    month = 0
    waiting: list[tuple[int, int, int]] = []
    for token in tokens:
        if token["day"]:
            waiting.append((int(token["day"]), *token.span()))
        else:
            month = _month(token["month"], words)
        if month and (american or token["month"]):
            *others, (day, start, end) = waiting or [(0, 0, 0)]
            for one in others:
                yield month, *one
            if day:
                yield month, day, start, max(end, token.end())
            waiting.clear()


def _month(name: str, words: _Words) -> int:
    """The number of a month, named as the pattern has found it: with an ending, or twice."""
    first = re.split(r"\s?/\s?", name)[0]
    return max(
        (len(known), month) for known, month in words.months.items() if first.startswith(known)
    )[1]


_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN = re.compile(r"[\s-]+(?:(?:and|et|y|und)\s+)?")
"""What stands between the words of one number: "one hundred and third", "soixante et onzième"."""
_AND = frozenset(("and", "et", "y"))


def _worded(low: str, words: _Words) -> Iterator[Anchor]:
    """Numbers said in words, cardinal or ordinal; "one" alone is none, being mostly a pronoun."""
    if not words.numerals:
        return
    parts: list[tuple[int, int, int]] = []
    for found in _WORD.finditer(low):
        value = _numeral(found[0], words.language)
        if value is None and parts and found[0] in _AND:
            continue
        joined = parts and _continues(parts, value, low[parts[-1][2] : found.start()], words)
        if parts and not joined:
            yield from _number_of(parts, words)
            parts = []
        if value is not None:
            parts.append((value, *found.span()))
    if parts:
        yield from _number_of(parts, words)


@cache
def _numeral(word: str, language: str) -> int | None:
    """The number that one word says, None for any other word."""
    words = _words(language)
    candidates = [word]
    if language == "ar":
        candidates += [word.removeprefix(start) for start in _ARABIC_STARTS]
    for candidate in candidates:
        for end in range(len(candidate), max(len(candidate) - words.suffix, 1) - 1, -1):
            value = words.numerals.get(candidate[:end])
            if value is not None:
                return value
    return None


_ARABIC_STARTS = ("ال", "و", "وال", "لل", "بال", "ب", "ل")


def _continues(
    parts: Sequence[tuple[int, int, int]], value: int | None, between: str, words: _Words
) -> bool:
    """Whether a numeral goes on with the number that the ones before it began."""
    if value is None or not _BETWEEN.fullmatch(between):
        return False
    last = parts[-1][0]
    if value >= 100:
        return last < value
    if words.language == "ar":
        return last < 10 <= value  # "the sixth and seventieth"
    if words.language == "fr" and (last, value) == (4, 20):
        return True
    if last >= 100:
        return value < last
    # "seventy-six"; in French "soixante-seize" as well.
    return last >= 20 and value < (20 if words.language == "fr" else 10)


def _number_of(parts: Sequence[tuple[int, int, int]], words: _Words) -> Iterator[Anchor]:
    total = current = 0
    for value, _, _ in parts:
        if value >= 1000:
            total, current = total + max(current, 1) * value, 0
        elif value == 100:
            current = max(current, 1) * value
        elif value == 20 and current % 100 == 4 and words.language == "fr":
            current += 76
        else:
            current += value
    total += current
    if total != 1 or len(parts) > 1 or words.language == "en":
        yield Anchor("number", str(total), parts[0][1], parts[-1][2], worded=True)


# Chinese

_NUMERAL = "〇○零一二三四五六七八九十百千"
_COUNT = rf"(?:\d{{1,4}}|[{_NUMERAL}]{{1,9}})"
_CHINESE_DATE = re.compile(
    rf"(?:(?P<year>\d{{4}}|[〇○零一二三四五六七八九]{{4}})\s*年\s*)?"
    rf"{_COUNT}\s*月(?:份)?(?:\s*{_COUNT}\s*[日号號])?"
    rf"(?:\s*(?:[至到和及与與或、,—–~-])?\s*(?:{_COUNT}\s*年\s*)?(?:{_COUNT}\s*月)?\s*{_COUNT}\s*日)*"
)
_CHINESE_YEAR = re.compile(r"(?P<year>[〇○零一二三四五六七八九]{4})\s*年")
_CHINESE_TOKEN = re.compile(rf"(?P<count>{_COUNT})\s*(?P<unit>[年月日号號])")
_CHINESE_NUMBER = re.compile(
    rf"(?P<ordinal>第)\s*(?P<first>[{_NUMERAL}]+)"
    rf"|(?P<other>[{_NUMERAL}]+|[两兩](?=[个個项項国國类類种種年级級次])"
    r")(?=[个個项項条條次届屆国國名位类類种種级級年段号號章节節])"
)


def _chinese_dates(text: str) -> Iterator[Anchor]:
    for found in _CHINESE_DATE.finditer(text):
        days = list(_chinese_days(found[0], found.start()))
        for value, start, end in days:
            span = found.span() if len(days) == 1 else (start, end)
            yield Anchor("date", value, *span)
    for found in _CHINESE_YEAR.finditer(text):
        yield Anchor("number", str(_chinese_count(found["year"])), *found.span("year"))


def _chinese_days(text: str, at: int) -> Iterator[tuple[str, int, int]]:
    """The dates of one expression, 2016年3月31日至4月1日; a month without a day is one too."""
    year, month = "-", 0
    pending: tuple[int, int] | None = None
    for token in _CHINESE_TOKEN.finditer(text):
        count = _chinese_count(token["count"])
        start, end = at + token.start(), at + token.end()
        if token["unit"] == "年":
            year = str(count)
            pending = (start, end)
        elif token["unit"] == "月":
            month = count
            pending = (pending[0] if pending else start, end)
        elif month:
            yield f"{year}-{month:02}-{count:02}", pending[0] if pending else start, end
            pending = None
    if pending and month and year != "-":
        yield f"{year}-{month:02}", *pending


def _chinese_numbers(text: str) -> Iterator[Anchor]:
    """Ordinals, and cardinals before what is counted."""
    for found in _CHINESE_NUMBER.finditer(text):
        group = "first" if found["ordinal"] else "other"
        value = _chinese_count(found[group])
        if value != 1 or found["ordinal"]:
            yield Anchor("number", str(value), *found.span(group), worded=True)


def _chinese_count(said: str) -> int:
    """The number that digits or Chinese numerals say: 七十六 and 一九七六 are 76 and 1976."""
    if said.isdecimal():
        return int(said)
    numerals: dict[str, int] = _data()["zh"]["numerals"]
    values = [numerals[character] for character in said]
    if all(value < 10 for value in values):
        return int("".join(map(str, values)))
    total = unit = 0
    for value in values:
        if value >= 10:
            total, unit = total + (unit or 1) * value, 0
        else:
            unit = value
    return total + unit


_ANY_CHINESE_NUMERAL = re.compile(rf"[{_NUMERAL}两兩]+")


def spelled_numbers(text: str, language: str) -> frozenset[int]:
    """Every number that the words of a text could say, also where they are hardly meant as one."""
    if language == "zh":
        return frozenset(_chinese_count(found[0]) for found in _ANY_CHINESE_NUMERAL.finditer(text))
    found = _worded(plain(text), _words(language))
    return frozenset(int(anchor.value) for anchor in found)
