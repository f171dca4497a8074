"""Raised signs that belong to the words: the exponents of units and of ten, the charges of ions,
the mass numbers of nuclides, and raised endings of ordinals.

Units are those of the SI Brochure (9th edition, 2019) in Latin letters, of GOST 8.417 in Cyrillic,
and their usual symbols in Arabic and names in Chinese.
"""

import re
from enum import Enum, auto
from functools import cache, lru_cache
from typing import NamedTuple

from desktop_app.grammar.numerals import of_digits


class _Script(NamedTuple):
    """The units of one script, as regular expressions. `start`: the place before a unit, to exclude
    the end of a word. `lengths`: units with exponents by themselves (km²). `others`: units with
    exponents only behind a number or another unit (5 V², m/s²). `words`: units that are also
    ordinary words, with the same condition (5 in²)."""

    start: str
    lengths: str
    others: str
    words: str


_PREFIXED = "m|g|s|A|K|mol|cd|rad|sr|Hz|N|Pa|J|W|C|V|F|S|Wb|T|H|lm|lx|Bq|Gy|Sv|kat|l|L|t|eV|Ci|Wh"
"""The units of the SI, and those used beside it, that have its prefixes."""
_PREFIXED_RU = "м|г|с|А|К|моль|кд|рад|ср|Гц|Н|Па|Дж|Вт|Кл|В|Ф|См|Вб|Тл|Гн|лм|лк|Бк|Гр|Зв|л|т|эВ|Ки"
_SCRIPTS = (
    _Script(
        start="(?<![A-Za-zÀ-ɏ])",
        lengths="(?:da|[TGMkhdcmµμn])?m|K[mM]|n?mi|ft|yd|Å|Å|°C?",
        others=f"(?:da|[EPTGMkhdcmµμnpf])?(?:{_PREFIXED})|d|h|ha|min|yr|lbf?|oz|gal|bbl|psi",
        words="in|ac|ly|bar|cal|rem|inch(?:es)?|miles?|foot|feet|yards?|acre|ton(?:ne)?"
        "|(?:kilo|centi|milli)?(?:met(?:re|er)s?|m[èe]tres?|metros?)|kilómetros?|centímetros?"
        "|milles?|pieds?|pouces?|millas?|pies?|pulgadas?",
    ),
    _Script(
        start="(?<![А-яЁё])",
        lengths="(?:да|мк|[ТГМкгдсмн])?м",
        others=f"(?:да|мк|[ЭПТГМкгдсмнпф])?(?:{_PREFIXED_RU})|ч|га|мин|сут",
        words="мил[яиь]|дюйм(?:а|ов)?|фут(?:а|ов)?|ярд(?:а|ов)?|(?:кило|санти|милли)?метр(?:а|ов)?",
    ),
    _Script(
        start="(?<![\u0620-\u065f\u066e-\u06d3])",
        lengths="كم|سم|مم|ملم|دسم|م",
        others="كغ|كغم|كجم|غ|غم|ث|واط|جول|لتر",
        words="ميل|أميال|قدم|أقدام|بوصة|ياردة|(?:كيلو|سنتي|ملي)?متر",
    ),
    # Chinese has no spaces, so the number before it tells a unit from a part of a word.
    _Script(
        start=r"(?<=[\d〇一二三四五六七八九十百千万萬亿億两兩数數/·\s])",
        lengths="公里|公尺|公分|[千厘釐毫分]?米|[英海][里哩浬]|英[尺呎寸吋]",
        others="秒",
        words="码|碼",
    ),
)


def _any_unit(script: _Script) -> str:
    return f"(?:{script.lengths}|{script.others})"


def _compound(script: _Script) -> str:
    """A unit by or per another, or anything per a unit (persons/km); the second one can stand in
    brackets that are not closed yet."""
    unit = _any_unit(script)
    first = rf"(?:{script.start}{unit}[²³\d⁻−-]{{0,2}}\s?[/·⋅∙•×*]|{_SMALL}{{2}}\.?/)"
    return rf"{first}\(?\s?(?:{unit}|{script.words})"


def _counted(script: _Script) -> str:
    """A number and its unit. The number of a resolution (46/36 L) is none, and a letter right
    behind a number no unit (1990s, annex 5A)."""
    return rf"{_NUMBER}(?:[\s-]|(?=\w\w|[\u4e00-\u9fff]))(?:{_any_unit(script)}|{script.words})"


def _measure(script: _Script) -> str:
    """What ends with a unit that can have an exponent."""
    return f"{script.start}(?:{script.lengths})|{_compound(script)}|{_counted(script)}"


_SMALL = r"[^\W\d_A-ZА-Я]"
_NUMBER = r"(?<![\w/.,-])(?:\d[\d.,]*[-–])?\d[\d.,]*"
_MEASURES = "|".join(map(_measure, _SCRIPTS))
_COMPOUNDS = "|".join(map(_compound, _SCRIPTS))
_UNITS = "|".join(f"{script.start}{_any_unit(script)}" for script in _SCRIPTS)
_LONG_UNITS = "|".join(rf"{script.start}(?=\w\w){_any_unit(script)}" for script in _SCRIPTS)
_CALCULATION = rf"\((?:10|[^()\n]{{0,20}}(?:{_COMPOUNDS}))\)"
_BEHIND_A_UNIT = rf"(?:{_MEASURES})\s?$"
_BEHIND_ANOTHER_UNIT = (
    rf"(?:{_LONG_UNITS}|{_CALCULATION}"
    "|(?<![A-Za-zÀ-ɏ])(?:mc|pp[mb])|[\u03a9\u2126%‰٪°℃℉]|°[A-Z])\\s?$"
)
_BEHIND_A_DIGIT = rf"(?:\d|{_UNITS})$"
"""Or a unit of one letter, which is as often the name of an annex or a country."""
_BEHIND_TEN = re.compile(r"(?<![\d.,/])(?:10|١٠|۱۰)\s?$")
_BEHIND_A_NUMBER = re.compile(r"(?:\d|\b[IVXLC]+|\b[Nn])$")
_NUCLIDE = re.compile(
    r"(?:H|He|Li|Be|C|N|O|F|Na|P|S|K|Ca|Cr|Mn|Fe|Co|Ni|Zn|Se|Kr|Sr|Y|Zr|Mo|Tc|Ru|I|Xe|Cs|Ba|Ce|Ir|"
    r"Au|Hg|Tl|Pb|Bi|Po|Rn|Ra|Ac|Th|Pa|U|Np|Pu|Am|Cm|Cf)\b"
)
_LAST_WORD = re.compile(r"(?:[A-Za-zÀ-ÖØ-öø-ɏ]{2,}|(?<![°A-Za-zÀ-ÖØ-öø-ɏ])[A-Za-zÀ-ÖØ-öø-ɏ])\s?$")
_LATIN_UNIT = rf"(?:{_any_unit(_SCRIPTS[0])}|{_SCRIPTS[0].words}|mc|pp[mb])\s?"
_POWERS = frozenset({2, 3, 4})
"""Those that units are raised to; with a minus they are no footnote mark whatever they say."""
_REMEMBERED = 4096
"""Signs in their surroundings: the cells of a table have few."""
_LONGEST_WORD = 20
"""Characters at the end of a text that tell such a word from the names of units."""
_ORDINALS = frozenset({"e", "o"})
"""French and Spanish: XX<sup>e</sup>, 1<sup>o</sup>, n<sup>o</sup>; longer endings are no mark."""
_CHARGES = ("⁺", "⁻")
_ENDS_OF_UNITS = frozenset(")°%‰٪℃℉")
"""What a unit or a calculation can end with beside letters and digits."""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern with all units, which takes long to make: not before a raised sign asks for it."""
    return re.compile(pattern)


def belongs_to_words(before: str, sign: str, after: str) -> bool:
    """Whether a raised number or letter looks like a part of the words that it stands between, and
    not like a footnote mark; raised signs of charge are ⁺ and ⁻ in these.

    >>> belongs_to_words("5 Bq/m", "3", " of air"), belongs_to_words("in 1996,", "3", " and")
    (True, False)
    """
    if before.endswith(_CHARGES) or after.startswith(_CHARGES):
        return True
    if not sign.isdecimal():
        return sign in _ORDINALS and bool(_BEHIND_A_NUMBER.search(before))
    starts_a_word = not before or before[-1].isspace() or before[-1] == "("
    if (starts_a_word and _NUCLIDE.match(after)) or _BEHIND_TEN.search(before):
        return True
    if of_digits(sign) not in _POWERS or _is_behind_a_word(before):
        return False
    return _can_end_a_unit(before) and bool(_compiled(_BEHIND_A_UNIT).search(before))


def _is_behind_a_word(before: str) -> bool:
    """Whether a Latin word that is no unit stands before a sign: most signs stand behind one, and
    to look for all that can end with a unit takes twenty times as long."""
    found = _LAST_WORD.search(before[-_LONGEST_WORD:])
    return found is not None and not _compiled(_LATIN_UNIT).fullmatch(found[0])


def _can_end_a_unit(before: str) -> bool:
    last = before.rstrip()[-1:]
    return last.isalnum() or last in _ENDS_OF_UNITS


class Doubt(Enum):
    """The evidence against a raised sign being a footnote mark. SLIGHT: a place for marks as well,
    as behind a digit. SOME: a place for exponents. MUCH: it looks like a part of the words."""

    NONE = auto()
    SLIGHT = auto()
    SOME = auto()
    MUCH = auto()


@lru_cache(maxsize=_REMEMBERED)
def doubt(before: str, sign: str, after: str) -> Doubt:
    """How much speaks against a raised number or letter being a footnote mark.

    >>> doubt("about 2", "10", ""), doubt("5 cm", "6", ""), doubt("the Committee", "6", "")
    (<Doubt.SLIGHT: 2>, <Doubt.SOME: 3>, <Doubt.NONE: 1>)
    """
    if belongs_to_words(before, sign, after):
        return Doubt.MUCH
    if not sign.isdecimal() or _is_behind_a_word(before) or not _can_end_a_unit(before):
        return Doubt.NONE
    if _compiled(_BEHIND_A_UNIT).search(before) or _compiled(_BEHIND_ANOTHER_UNIT).search(before):
        return Doubt.SOME
    return Doubt.SLIGHT if _compiled(_BEHIND_A_DIGIT).search(before) else Doubt.NONE
