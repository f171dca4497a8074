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
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from desktop_app.grammar import grammar


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
            if one.kind != _NONE:
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


_NONE = ""
"""The kind of what is no anchor, nor is anything in it: 7月 for July, which other languages have
no digits for."""


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
            yield from _numbers(text, text, language)
        yield from _chinese_numbers(text)
        return
    words = _words(language)
    low = plain(text)
    if has_digits:
        yield from _dates(low, words)
    yield from _romans(text, low, words)
    if has_digits:
        yield from _numbers(text, low, language)
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
    r"(?<![\d./])(?<!\d[,.] )(?<!\d )\d{1,3}(?: \d{3})+(?![\d,.]\d|\d| \d| ?\()"
    r"|(?<![\d.])\d+(?:(?:(?:[,.\u00a0\u202f]\d{3})+(?![\d,.]\d))|(?:[.,]\d+)*)(?!\d)"
)
"""Groups of three digits; between them an ordinary space counts only where no list goes on."""
_GROUPED = re.compile(r"\d{1,3}(?:([,. \u00a0\u202f])\d{3})(?:\1\d{3})*")


def _numbers(text: str, low: str, language: str) -> Iterator[Anchor]:
    for found in _NUMBER.finditer(text):
        value = found[0]
        if _GROUPED.fullmatch(value):
            value = re.sub(r"\D", "", value)
        value, end = _magnified(value.replace(",", "."), found.end(), low, language)
        yield Anchor("number", re.sub(r"^0+(?=\d)", "", value), found.start(), end)


def _magnified(value: str, end: int, low: str, language: str) -> tuple[str, int]:
    """A number with the magnitudes that follow it ("1.3" before "billion"), and where they end."""
    while following := (_NEXT_SIGN if language == "zh" else _NEXT_WORD).match(low, end):
        zeros = _said(following["word"], language).magnitude
        if not zeros:
            break
        value, end = _times(value, zeros), following.end()
    return value, end


_NEXT_WORD = re.compile(r"[ \u00a0\u202f](?P<word>[^\W\d_]+)")
_NEXT_SIGN = re.compile(r" ?(?P<word>[百千万萬亿億])")


def _times(value: str, zeros: int) -> str:
    """The decimal number with its point moved to the right: "1.3" by 6 is "1300000"."""
    whole, _, part = value.partition(".")
    if not part.isdigit() and part:
        return value
    return whole + part.ljust(zeros, "0")[:zeros] + (f".{part[zeros:]}" if part[zeros:] else "")


# Languages with spaces between their words


class _Compound(NamedTuple):
    """That a numeral goes on with the number that those before it began: what is said so far, the
    numeral, whether it is added or multiplies, and what stands between."""

    said: range
    numeral: range
    multiplies: bool
    between: re.Pattern[str]


class _Words(NamedTuple):
    """How one language says numbers and dates; the patterns match `plain` texts."""

    language: str
    idioms: re.Pattern[str] | None
    numerals: dict[str, int]
    ones: dict[str, int]
    magnitudes: dict[str, int]
    starts: tuple[str, ...]
    compounds: tuple[_Compound, ...]
    roman: tuple[re.Pattern[str], re.Pattern[str]] | None
    months: dict[str, int]
    dates: re.Pattern[str] | None
    token: re.Pattern[str] | None


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
    endings = data.get("endings", ())
    numerals = _inflected(data.get("numerals", {}), endings)
    ones = _inflected(dict.fromkeys(data.get("ones", ()), 1), endings)
    for prefix, tens in data.get("prefixes", {}).items():
        below_ten = {word: value for word, value in (numerals | ones).items() if value < 10}
        numerals |= {prefix + word: tens + value for word, value in below_ten.items()}
    idioms = [plain(idiom) for idiom in data.get("idioms", ())]
    return _Words(
        language,
        re.compile(rf"(?<!\w){_either(idioms)}(?!\w)") if idioms else None,
        numerals,
        ones,
        _inflected(data.get("magnitudes", {}), endings),
        ("", *data.get("starts", ())),
        tuple(
            _Compound(range(a, b + 1), range(c, d + 1), sign == "*", re.compile(between))
            for a, b, c, d, sign, between in data.get("compounds", ())
        ),
        _roman_places(*data["roman"]) if "roman" in data else None,
        months,
        dates,
        token,
    )


def _inflected(words: dict[str, int], endings: Iterable[str]) -> dict[str, int]:
    """The words, those that end in a hyphen with each of the endings."""
    out: dict[str, int] = {}
    for word, value in words.items():
        out |= {
            plain(word.removesuffix("-") + ending): value
            for ending in (endings if word.endswith("-") else ("",))
        }
    return out


def _roman_places(before: str, after: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(rf"(?<!\w)(?:{before})\s+$"),
        re.compile(rf"\s+(?:{after})(?!\w)" if after else r"(?!)"),
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


_ROMAN_NUMBER = re.compile(r"(?<!\w)(?P<said>[IVX][IVXLC]*)(?:er|e|ème|ᵉ)?(?!\w)")
_LIST = re.compile(r"\s*(?:[,;–-]\s*|(?:and|to|et|a|y|и|по|و)\s+)+")
_LONGEST_NAME = 20


def _romans(text: str, low: str, words: _Words) -> Iterator[Anchor]:
    """Roman numerals where the language counts by them: "Chapters VI and VII", « XXIe siècle »."""
    if words.roman is None:
        return
    before, after = words.roman
    last = None
    for found in _ROMAN_NUMBER.finditer(text):
        start, end = found.span()
        listed = last is not None and _LIST.fullmatch(low, last, start)
        if (
            listed
            or before.search(low[max(start - _LONGEST_NAME, 0) : start])
            or after.match(low, end)
        ):
            yield Anchor("number", _session(found["said"]), start, end, worded=True)
            last = end


class _Said(NamedTuple):
    """What one word can say: a numeral, a one, a magnitude; and the letters of other words that
    are written together with it at its start."""

    numeral: int = 0
    one: int = 0
    magnitude: int = 0
    start: int = 0


@cache
def _said(word: str, language: str) -> _Said:
    words = _words(language)
    for start in words.starts:
        rest = word[len(start) :]
        if word.startswith(start):
            found = _Said(
                words.numerals.get(rest, 0),
                words.ones.get(rest, 0),
                words.magnitudes.get(rest, 0),
                len(start),
            )
            if any(found[:3]):
                return found
    return _Said()


class _Number(NamedTuple):
    """A number of which some words were read; `plain`: it is the word for one alone."""

    thousands: int
    rest: int
    start: int
    end: int
    plain: bool

    @property
    def value(self) -> int:
        return self.thousands + self.rest

    @property
    def tail(self) -> int:
        """What a further numeral goes on with: what is below a hundred, 100 or 1000 right after
        one."""
        return self.rest % 100 or (100 if self.rest else 1000)

    def then(self, numeral: int, end: int, multiplies: bool) -> "_Number":
        if numeral == 1000 and multiplies:
            return self._replace(thousands=self.value * 1000, rest=0, end=end, plain=False)
        said = self.rest % 100 if multiplies else 0
        rest = self.rest + (said * numeral - said if multiplies else numeral)
        return self._replace(rest=rest, end=end, plain=False)


_WORD = re.compile(r"[^\W\d_]+")


def _worded(low: str, words: _Words, ones: bool = False) -> Iterator[Anchor]:
    """Numbers said in words, cardinal or ordinal, and what only looks like one. The word for one
    alone is none unless wanted, being mostly a pronoun or an article."""
    if not words.numerals:
        return
    if words.idioms:
        for found in words.idioms.finditer(low):
            yield Anchor(_NONE, "", *found.span())
    number: _Number | None = None
    for found in _WORD.finditer(low):
        said = _said(found[0], words.language)
        numeral = said.numeral or said.one
        if not numeral:
            continue
        start, end = found.span()
        inner = start + said.start
        compound = _compound(number, numeral, low, inner, words) if number else None
        if number and compound:
            number = number.then(numeral, end, compound.multiplies)
            continue
        if number:
            yield from _number_of(number, low, words, ones)
        whole = numeral if numeral >= 1000 else 0
        number = _Number(whole, numeral - whole, start, end, not said.numeral)
    if number:
        yield from _number_of(number, low, words, ones)


def _compound(
    number: _Number, numeral: int, low: str, start: int, words: _Words
) -> _Compound | None:
    """How a numeral goes on with a number, None if it does not."""
    return next(
        (
            one
            for one in words.compounds
            if numeral in one.numeral
            and number.tail in one.said
            and one.between.fullmatch(low, number.end, start)
        ),
        None,
    )


def _number_of(number: _Number, low: str, words: _Words, ones: bool) -> Iterator[Anchor]:
    value, end = _magnified(str(number.value), number.end, low, words.language)
    if ones or not number.plain or end > number.end:
        yield Anchor("number", value, number.start, end, worded=True)


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


def _chinese_dates(text: str) -> Iterator[Anchor]:
    for found in _CHINESE_DATE.finditer(text):
        days = list(_chinese_days(found[0], found.start()))
        if not days:
            yield Anchor(_NONE, "", *found.span())
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
    """Ordinals, fractions, cardinals before what is counted, and all of two signs or more."""
    for found in _chinese_pattern().finditer(text):
        group = found.lastgroup
        if group:
            value = _chinese_value(found[group])
            yield Anchor("number", value, *found.span(group), worded=True)


@cache
def _chinese_pattern() -> re.Pattern[str]:
    data = _data()["zh"]
    return re.compile(
        f"{_either(data['idioms'])}"
        rf"|{_either(data['ordinals'])}\s*(?P<ordinal>{_SIGNS}+)"
        rf"|(?<=分之)(?P<part>{_SIGNS}+(?:[点點][{_DIGITS}]+)?)"
        rf"|(?!(?:百|千|万|萬)分之)(?P<whole>{_SIGNS}+)(?=分之)"
        rf"|(?<!{_SIGNS})(?<![{data['vague']}第])(?:(?P<long>{_WELL_FORMED})(?!{_SIGNS}|\s*月)"
        rf"|(?P<short>[二三四五六七八九十两兩])(?={_either(data['counters'])}))"
    )


_DIGITS = "〇○零一二三四五六七八九"
_SIGNS = "[〇○零一二三四五六七八九十百千万萬亿億两兩]"
_FROM_ONE = "[一二三四五六七八九两兩]"
_BELOW_10000 = (
    rf"(?:{_FROM_ONE}千)?[零〇○]?(?:{_FROM_ONE}百)?[零〇○]?(?:{_FROM_ONE}?十)?{_FROM_ONE}?"
)
_TIMES = rf"(?:(?={_FROM_ONE}|十){_BELOW_10000}|[百千])"
_WELL_FORMED = (
    rf"(?={_SIGNS}{{2}})(?:{_TIMES}[万萬]?[亿億])?[零〇○]?(?:{_TIMES}[万萬])?{_BELOW_10000}"
)
"""七十六, 三百万, 一亿三千万; neither 万一 nor 七八."""


def _chinese_value(said: str) -> str:
    """The number in digits, 三十五点五 as "35.5"."""
    whole, _, part = said.replace("點", "点").partition("点")
    value = str(_chinese_count(whole))
    return f"{value}.{''.join(str(_chinese_count(sign)) for sign in part)}" if part else value


def _chinese_count(said: str) -> int:
    """The number that digits or Chinese numerals say: 七十六 and 一九七六 are 76 and 1976."""
    if said.isdecimal():
        return int(said)
    numerals: dict[str, int] = _data()["zh"]["numerals"]
    values = [numerals[character] for character in said]
    if all(value < 10 for value in values):
        return int("".join(map(str, values)))
    total = section = unit = 0
    for value in values:
        if value >= 10_000:
            below = section + unit
            total = (total + below) * value if total < value else total + (below or 1) * value
            section = unit = 0
        elif value >= 10:
            section, unit = section + (unit or 1) * value, 0
        else:
            unit = value
    return total + section + unit


_ANY_CHINESE_NUMERAL = re.compile(f"{_SIGNS}+")


def spelled_numbers(text: str, language: str) -> frozenset[int]:
    """Every number that the words of a text could say, also where they are hardly meant as one."""
    if language == "zh":
        return frozenset(_chinese_count(found[0]) for found in _ANY_CHINESE_NUMERAL.finditer(text))
    found = [one for one in _worded(plain(text), _words(language), ones=True) if one.value]
    unsaid = _data().get(language, {}).get("unsaid", ())
    return frozenset((*(int(anchor.value) for anchor in found), *unsaid))
