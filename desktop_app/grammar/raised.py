"""Raised signs that belong to the words: the exponents of units and of ten, the charges of ions,
the mass numbers of nuclides, and raised endings of ordinals.

Units are those of the SI Brochure (9th edition, 2019) in Latin letters, of GOST 8.417 in Cyrillic,
and their usual symbols in Arabic and names in Chinese.
"""

import re
from enum import Enum, auto
from typing import NamedTuple

from desktop_app.grammar.numerals import of_digits


class _Script(NamedTuple):
    """How the units of one script are written, as regular expressions: where they can `start`,
    since a unit is no end of a word; the `lengths`, which have exponents by themselves (km²); and
    the `others`, which have them behind another unit alone (m/s²)."""

    start: str
    lengths: str
    others: str


_SCRIPTS = (
    _Script(
        "(?<![A-Za-zÀ-ɏ])",
        "(?:da|[khdcmµμn])?m|K[mM]|ft|yd|Å|Å|°C?",
        "(?:da|[TGMkhdcmµμnp])?(?:g|s|J|W|V|A|N|K|L|l|F|C|H|T|Pa|Hz|Bq|Gy|Sv|Ci|eV|mol|cd|sr|rad)"
        "|t|h|ha|min",
    ),
    _Script(
        "(?<![А-яЁё])",
        "(?:да|мк|[кгдсмн])?м",
        "(?:да|мк|[ТГМкгдсмнп])?(?:г|с|Дж|Вт|В|А|Н|К|л|Кл|Па|Гц|Бк|Гр|Зв|Ки|эВ|моль|кд|ср|рад)"
        "|т|ч|га|мин",
    ),
    _Script(
        "(?<![\u0620-\u065f\u066e-\u06d3])", "كم|سم|مم|ملم|دسم|م", "كغ|كغم|كجم|غ|غم|ث|واط|جول|لتر"
    ),
    # Chinese has no spaces, so the number before it tells a unit from a part of a word.
    _Script(
        r"(?<=[\d〇一二三四五六七八九十百千万萬亿億两兩数數/·\s])",
        "公里|公尺|公分|[千厘釐毫分]?米",
        "秒",
    ),
)


def _any_unit(script: _Script) -> str:
    return f"(?:{script.lengths}|{script.others})"


def _compound(script: _Script) -> str:
    """A unit by or per another; the second one can stand in brackets that are not closed yet."""
    unit = _any_unit(script)
    return rf"{unit}[²³\d⁻−-]{{0,2}}\s?[/·⋅∙•×*]\(?\s?{unit}"


def _measure(script: _Script) -> str:
    """What ends with a unit that can have an exponent by itself."""
    return f"{script.start}(?:{_compound(script)}|{script.lengths})"


_MEASURES = "|".join(map(_measure, _SCRIPTS))
_COMPOUNDS = "|".join(f"{script.start}{_compound(script)}" for script in _SCRIPTS)
_UNITS = "|".join(f"{script.start}{_any_unit(script)}" for script in _SCRIPTS)
_LONG_UNITS = "|".join(rf"{script.start}(?=\w\w){_any_unit(script)}" for script in _SCRIPTS)
_CALCULATION = rf"\((?:10|[^()\n]{{0,20}}(?:{_COMPOUNDS}))\)|/\([^()\n]{{0,20}}(?:{_COMPOUNDS})\)"
_BEHIND_A_UNIT = re.compile(rf"(?:{_MEASURES}|\d\ss)\s?$")
_BEHIND_ANY_UNIT = re.compile(
    rf"(?:{_MEASURES}|{_LONG_UNITS}|{_CALCULATION}"
    "|(?<![A-Za-z])(?:mc|pp[mb])|[\u03a9\u2126%‰٪°℃℉]|°[A-Z])\\s?$"
)
_BEHIND_A_DIGIT = re.compile(rf"(?:\d|{_UNITS})$")
"""Or a unit of one letter, which is as often the name of an annex or a country."""
_BEHIND_TEN = re.compile(r"(?<![\d.,/])(?:10|١٠|۱۰)\s?$")
_BEHIND_A_NUMBER = re.compile(r"(?:\d|\b[IVXLC]+|\b[Nn])$")
_NUCLIDE = re.compile(
    r"(?:H|He|Li|Be|C|N|O|F|Na|P|S|K|Ca|Cr|Mn|Fe|Co|Ni|Zn|Se|Kr|Sr|Y|Zr|Mo|Tc|Ru|I|Xe|Cs|Ba|Ce|Ir|"
    r"Au|Hg|Tl|Pb|Bi|Po|Rn|Ra|Ac|Th|Pa|U|Np|Pu|Am|Cm|Cf)\b"
)
_POWERS = frozenset({2, 3, 4})
"""Those that units are raised to; with a minus they are no footnote mark whatever they say."""
_ORDINALS = frozenset({"e", "o"})
"""French and Spanish: XX<sup>e</sup>, 1<sup>o</sup>, n<sup>o</sup>; longer endings are no mark."""
_CHARGES = ("⁺", "⁻")


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
    return of_digits(sign) in _POWERS and bool(_BEHIND_A_UNIT.search(before))


class Doubt(Enum):
    """What speaks against a raised sign being a footnote mark: it stands where marks stand too, as
    behind a digit; it stands where exponents do; it looks like a part of the words."""

    NONE = auto()
    SLIGHT = auto()
    SOME = auto()
    MUCH = auto()


def doubt(before: str, sign: str, after: str) -> Doubt:
    """What speaks against a raised number or letter being a footnote mark.

    >>> doubt("about 2", "10", ""), doubt("5 cm", "6", ""), doubt("the Committee", "6", "")
    (<Doubt.SLIGHT: 2>, <Doubt.SOME: 3>, <Doubt.NONE: 1>)
    """
    if belongs_to_words(before, sign, after):
        return Doubt.MUCH
    if not sign.isdecimal():
        return Doubt.NONE
    if _BEHIND_ANY_UNIT.search(before):
        return Doubt.SOME
    return Doubt.SLIGHT if _BEHIND_A_DIGIT.search(before) else Doubt.NONE
