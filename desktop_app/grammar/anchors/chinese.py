"""Numbers, dates and numbers of resolutions in Chinese, with the table `anchors` of Chinese.

`magnitudes` follow digits, with the zeros that each adds; `counters` follow a single numeral and
`ordinals` come before any; `vague` signs before a numeral make it no number; `idioms` hold none.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from desktop_app.grammar.anchors.anchor import Anchor, AnchorKind
from desktop_app.grammar.anchors.digits import Magnitudes
from desktop_app.grammar.anchors.wording import either
from desktop_app.grammar.numerals import (
    ALL_NUMERALS,
    DIGITS,
    MOST_DIGITS,
    NUMERALS,
    ONES,
    chinese_value,
    of_digits,
    roman_value,
)
from desktop_app.grammar.tables import table

_RESOLUTION = re.compile(
    rf"(?P<number>[{DIGITS}]{{2,4}}|(?<!\d)\d{{3,4}})\s?(?P<letter>[A-Z]?)\s?"
    rf"\(\s?(?P<special>(?:E?S-)?)(?:(?P<session>[{ONES}十]{{1,4}})|(?P<roman>[IVXLC]+))\s?\)"
)
"""二七五八(二十六), 二一七A(三), 三二〇一(S-VI)."""
_COUNT = rf"(?:\d{{1,4}}|[{NUMERALS}]{{1,9}})"
_DATE = re.compile(
    rf"(?:(?P<year>\d{{4}}|[{DIGITS}]{{4}})\s*年\s*)?"
    rf"{_COUNT}\s*月(?:份)?(?:\s*{_COUNT}\s*[日号號])?"
    rf"(?:\s*+(?:[至到和及与與或、,—–~-])?\s*+(?:{_COUNT}\s*年\s*+)?(?:{_COUNT}\s*月)?\s*+"
    rf"{_COUNT}\s*日)*"
)
_WEEKDAY = re.compile(
    r"(?<=[日号號])\s*[(（]?\s*(?:星期|礼拜|禮拜|周|週)[一二三四五六日天]\s*[)）]?"
)
_YEAR = re.compile(rf"(?P<year>[{DIGITS}]{{4}})\s*年")
_PART_OF_DATE = re.compile(rf"(?P<count>{_COUNT})\s*(?P<unit>[年月日号號])")
_NUMERAL = f"[{ALL_NUMERALS}]"
_ANY_NUMERAL = re.compile(f"{_NUMERAL}+")
_FROM_ONE = f"[{ONES}两兩]"
_BELOW_10000 = (
    rf"(?:{_FROM_ONE}千)?[零〇○]?(?:{_FROM_ONE}百)?[零〇○]?(?:{_FROM_ONE}?十)?{_FROM_ONE}?"
)
_TIMES = rf"(?:(?={_FROM_ONE}|十){_BELOW_10000}|[百千])"
_WELL_FORMED = (
    rf"(?={_NUMERAL}{{2}})(?:{_TIMES}[万萬]?[亿億])?[零〇○]?(?:{_TIMES}[万萬])?{_BELOW_10000}"
)
"""七十六, 三百万, 一亿三千万; neither 万一 nor 七八."""


def symbols(text: str) -> Iterator[Anchor]:
    """The numbers of resolutions in Chinese numerals."""
    for found in _RESOLUTION.finditer(text) if "(" in text else ():
        session = _value(found["session"]) if found["session"] else roman_value(found["roman"])
        value = f"{_value(found['number'])}{found['letter']}({found['special']}{session})"
        yield Anchor(AnchorKind.SYMBOL, value, *found.span())


def dates(text: str) -> Iterator[Anchor]:
    """The dates, and years in Chinese numerals as numbers; a month alone is no anchor."""
    text = _WEEKDAY.sub(lambda found: " " * len(found[0]), text)
    for found in _DATE.finditer(text):
        days = list(_days(found[0], found.start()))
        if not days:
            yield Anchor(AnchorKind.NONE, "", *found.span())
        for value, start, end in days:
            span = found.span() if len(days) == 1 else (start, end)
            yield Anchor(AnchorKind.DATE, value, *span)
    for found in _YEAR.finditer(text):
        yield Anchor(AnchorKind.NUMBER, str(_value(found["year"])), *found.span("year"))


def _days(text: str, at: int) -> Iterator[tuple[str, int, int]]:
    """The dates of one expression, 2016年3月31日至4月1日; a month without a day is one too."""
    year, month = "-", 0
    pending: tuple[int, int] | None = None
    for part in _PART_OF_DATE.finditer(text):
        count = _value(part["count"])
        start, end = at + part.start(), at + part.end()
        if part["unit"] == "年":
            year = str(count)
            pending = (start, end)
        elif part["unit"] == "月":
            month = count
            pending = (pending[0] if pending else start, end)
        elif month:
            yield f"{year}-{month:02}-{count:02}", pending[0] if pending else start, end
            pending = None
    if pending and month and year != "-":
        yield f"{year}-{month:02}", *pending


def numbers(text: str) -> Iterator[Anchor]:
    """Ordinals, fractions, cardinals before what is counted, and all of two signs or more."""
    for found in _pattern().finditer(text):
        group = found.lastgroup
        if group and len(found[group]) <= MOST_DIGITS:
            yield Anchor(AnchorKind.NUMBER, _decimal(found[group]), *found.span(group), worded=True)


@cache
def _pattern() -> re.Pattern[str]:
    data = table("zh", "anchors")
    idioms = either(data["idioms"])
    return re.compile(
        f"{idioms}"
        rf"|{either(data['ordinals'])}\s*(?P<ordinal>{_NUMERAL}+)"
        rf"|(?<=分之)(?P<part>{_NUMERAL}+(?:[点點][{DIGITS}]+)?)"
        rf"|(?!(?:百|千|万|萬)分之)(?P<whole>{_NUMERAL}++)(?=分之)"
        rf"|(?<!{_NUMERAL})(?<![{data['vague']}第])(?:(?P<long>{_WELL_FORMED})(?!{_NUMERAL}|\s*月)"
        rf"|(?P<short>[二三四五六七八九十两兩])(?={either(data['counters'])}))"
        # What is none of these is not looked at again from its second sign on.
        rf"|(?:(?!{idioms}){_NUMERAL})+"
    )


def short_years(text: str) -> Iterator[Anchor]:
    """Years that other languages say by their last two digits alone: 2019冠状病毒病."""
    words, pattern = _short_years()
    for found in pattern.finditer(text) if any(map(text.__contains__, words)) else ():
        yield Anchor(AnchorKind.NUMBER, found["last"].lstrip("0"), *found.span())


@cache
def _short_years() -> tuple[tuple[str, ...], re.Pattern[str]]:
    words = tuple(table("zh", "anchors")["short_years"])
    return words, re.compile(rf"(?<!\d)(?:19|20)(?P<last>\d\d)(?=\s?{either(words)})")


def magnitudes(text: str) -> Magnitudes:
    """The magnitudes that follow digits: 3千万."""
    zeros = _magnitudes()

    def at(end: int) -> tuple[int, int]:
        end += text.startswith(" ", end)
        sign = text[end : end + 1]
        return zeros.get(sign, 0), end + len(sign)

    return at


@cache
def _magnitudes() -> Mapping[str, int]:
    found: dict[str, int] = table("zh", "anchors")["magnitudes"]
    return found


def _decimal(numeral: str) -> str:
    """The number in digits, 三十五点五 as "35.5"."""
    whole, _, part = numeral.replace("點", "点").partition("点")
    value = str(_value(whole))
    return f"{value}.{''.join(str(_value(sign)) for sign in part)}" if part else value


def _value(numeral: str) -> int:
    """The number that digits or Chinese numerals say: 七十六 and 一九七六 are 76 and 1976."""
    return of_digits(numeral) or chinese_value(numeral) or 0


def spelled_numbers(text: str) -> frozenset[int]:
    """Every number that the numerals of a text could say."""
    numerals = (found[0] for found in _ANY_NUMERAL.finditer(text))
    return frozenset(_value(numeral) for numeral in numerals if len(numeral) <= MOST_DIGITS)
