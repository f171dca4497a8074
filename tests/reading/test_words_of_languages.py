"""Words of the official languages: numbers, ordinals, dates and opening words."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.grammar.grammar import grammar


def _list(text: str) -> list[str]:
    return text.split()


_FR = _list("""un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze
    seize dix-sept dix-huit dix-neuf""")
_FR_TENS = ["vingt", "trente", "quarante", "cinquante", "soixante"]
_FR_ORDINALS = {"neuf": "neuvième", "cinq": "cinquième"}


def _french(number: int) -> str:
    """soixante et onzième, quatre-vingt-unième: the 71st, the 81st."""
    if number == 1:
        return "première"
    if number < 20:
        words = _FR[number - 1]
    elif number < 80:
        tens, rest = divmod(number, 10)
        if tens == 7:
            tens, rest = 6, rest + 10
        joint = " et " if rest in (1, 11) else "-"
        words = _FR_TENS[tens - 2] + (f"{joint}{_FR[rest - 1]}" if rest else "")
    else:
        words = "quatre-vingt" + (f"-{_FR[number - 81]}" if number > 80 else "")
    before, hyphen, last = words.rpartition("-")
    start, space, last = last.rpartition(" ")
    ordinal = _FR_ORDINALS.get(last, f"{last.removesuffix('e')}ième")
    return f"{before}{hyphen}{start}{space}{ordinal}"


_ES = _list("primer segundo tercer cuarto quinto sexto séptimo octavo noveno")
_ES_TENS = _list("""décimo vigésimo trigésimo cuadragésimo quincuagésimo sexagésimo septuagésimo
    octogésimo nonagésimo""")


def _spanish(number: int) -> str:
    if number in (11, 12):
        return ("undécimo", "duodécimo")[number - 11]
    tens, ones = divmod(number, 10)
    return " ".join(([_ES_TENS[tens - 1]] if tens else []) + ([_ES[ones - 1]] if ones else []))


_RU = _list("""первая вторая третья четвертая пятая шестая седьмая восьмая девятая десятая
    одиннадцатая двенадцатая тринадцатая
    четырнадцатая пятнадцатая шестнадцатая семнадцатая восемнадцатая
    девятнадцатая""")
_RU_TENS = _list("двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто")
_RU_ROUND = _list("""двадцатая тридцатая сороковая пятидесятая шестидесятая семидесятая
    восьмидесятая девяностая""")


def _russian(number: int) -> str:
    """The nominative, "семьдесят шестая"."""
    tens, ones = divmod(number, 10)
    if number < 20:
        return _RU[number - 1]
    return f"{_RU_TENS[tens - 2]} {_RU[ones - 1]}" if ones else _RU_ROUND[tens - 2]


def _russian_oblique(number: int) -> str:
    """ "на семьдесят шестой сессии"."""
    words = _russian(number)
    return f"{words.removesuffix('ья')}ьей" if words.endswith("ья") else f"{words[:-2]}ой"


_AR = _list("""الأولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة""")
_AR_TENS = _list("العشرون الثلاثون الأربعون الخمسون الستون السبعون الثمانون التسعون")


def _arabic(number: int) -> str:
    """The feminine nominative, "السادسة والسبعون"."""
    tens, ones = divmod(number, 10)
    one = "الحادية" if ones == 1 and tens else _AR[ones - 1]
    if number <= 10:
        return _AR[number - 1]
    if number < 20:
        return f"{one} عشرة"
    return f"{one} و{_AR_TENS[tens - 2]}" if ones else _AR_TENS[tens - 2]


def _arabic_oblique(number: int) -> str:
    return " ".join(
        f"{word[:-2]}ين" if word.endswith("ون") else word for word in _arabic(number).split()
    )


_EN = _list("""first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
    thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth""")
_EN_TENS = _list("twenty thirty forty fifty sixty seventy eighty ninety")


def _english(number: int) -> str:
    tens, ones = divmod(number, 10)
    if number < 20:
        return _EN[number - 1]
    stem = _EN_TENS[tens - 2]
    return f"{stem}-{_EN[ones - 1]}" if ones else f"{stem.removesuffix('y')}ieth"


_ORDINALS = [
    ("en", _english),
    ("fr", _french),
    ("es", _spanish),
    ("ru", _russian),
    ("ru", _russian_oblique),
    ("ar", _arabic),
    ("ar", _arabic_oblique),
]


@given(st.sampled_from(_ORDINALS), st.integers(1, 99), st.booleans())
def test_every_ordinal_up_to_ninety_nine_counts_back_to_its_number(
    language: tuple[str, Callable[[int], str]], number: int, capital: bool
) -> None:
    code, in_words = language
    words = in_words(number)
    assert grammar(code).count(words.capitalize() if capital else words) == number, words


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "quatre-vingts", 80), ("fr", "quatre-vingt-dix-neuf", 99), ("fr", "vingt et un", 21),
        ("fr", "soixante‑seizième", 76), ("fr", "SOIXANTE-SEIZIÈME", 76), ("fr", "75e", 75),
        ("fr", "présente", None), ("fr", "et", None),
        ("es", "septuagesimosexto", 76), ("es", "decimoctavo", 18), ("es", "decimosexta", 16),
        ("es", "treinta y uno", 31), ("es", "veintidós", 22), ("es", "presente", None),
        ("ru", "семьдесят шестую", 76), ("ru", "четвёртая", 4), ("ru", "сорок", 40),
        ("ru", "очередная", None),
        ("ar", "٧٥", 75), ("ar", "الحادي عشر", 11), ("ar", "السادس والسبعين", 76),
        ("ar", "العادية", None),
    ],
)  # fmt: skip
def test_numbers_in_words(language: str, text: str, value: int | None) -> None:
    assert grammar(language).count(text) == value


_MONTHS_AR = """كانون الثاني/يناير شباط/فبراير آذار/مارس نيسان/أبريل أيار/مايو حزيران/يونيه
    تموز/يوليه آب/أغسطس أيلول/سبتمبر تشرين الأول/أكتوبر تشرين الثاني/نوفمبر كانون الأول/ديسمبر"""
_MONTHS = {
    "fr": _list("""janvier février mars avril mai juin juillet août septembre octobre novembre
        décembre"""),
    "es": _list("""enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre
        diciembre"""),
    "ru": _list("""января февраля марта апреля мая июня июля августа сентября октября ноября
        декабря"""),
    "ar": _MONTHS_AR.replace("ن ال", "ن_ال").split(),
}
_DATES = {"fr": "{} {} {}", "es": "{} de {} de {}", "ru": "{} {} {} года", "ar": "{} {} {}"}
_ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@given(
    st.sampled_from(sorted(_MONTHS)), st.dates(date(1946, 1, 1), date(2099, 1, 1)), st.booleans()
)
def test_every_date_in_words_is_that_date(language: str, day: date, arabic_indic: bool) -> None:
    month = _MONTHS[language][day.month - 1].replace("_", " ")
    text = _DATES[language].format(day.day, month, day.year)
    text = text.translate(_ARABIC_INDIC) if arabic_indic else text
    assert grammar(language).find_date(text) == day
    assert grammar(language).date.fullmatch(text)


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("fr", "le 1er mai 2004", date(2004, 5, 1)),
        ("es", "1 de mayo del 2004", date(2004, 5, 1)),
        ("ar", "في 28 نيسان 2004", date(2004, 4, 28)),
        ("ar", "في 28 أبريل 2004", date(2004, 4, 28)),
        ("ar", "31 شباط/فبراير 2004", None),
    ],
)
def test_other_ways_to_write_a_date(language: str, text: str, day: date | None) -> None:
    assert grammar(language).find_date(text) == day


@pytest.mark.parametrize(
    ("language", "text", "opening"),
    [
        ("fr", "Rappelant sa résolution", "Rappelant"),
        ("fr", "Profondément préoccupée par", "Profondément préoccupée"),
        ("fr", "Prenant note avec satisfaction de", "Prenant note avec satisfaction"),
        ("fr", "S’inquiétant de", "S’inquiétant"),
        ("fr", "S'inquiétant de", "S'inquiétant"),
        ("fr", "Demande instamment à tous", "Demande instamment"),
        ("fr", "Les États doivent", ""),
        ("es", "Observando con profunda preocupación que", "Observando con profunda preocupación"),
        ("es", "Acoge con beneplácito el informe", "Acoge con beneplácito"),
        ("es", "Decide también que", "Decide también"),
        ("es", "Los Estados deben", ""),
        ("ru", "будучи глубоко обеспокоена тем", "будучи глубоко обеспокоена"),
        ("ru", "Вновь подтверждая свою", "Вновь подтверждая"),
        ("ru", "с удовлетворением отмечая, что", "с удовлетворением отмечая"),
        ("ru", "подчёркивая важность", "подчёркивая"),
        ("ru", "постановляет также, что", "постановляет также"),
        ("ru", "все государства должны", ""),
        ("ar", "إذ تشير إلى", "إذ تشير"),
        ("ar", "وإذ يؤكد من جديد أن", "وإذ يؤكد من جديد"),
        ("ar", "تقرر أيضا أن", "تقرر أيضا"),
        ("ar", "تقرر أيضاً أن", "تقرر أيضاً"),
        ("ar", "على الدول أن", ""),
    ],
)
def test_opening_words(language: str, text: str, opening: str) -> None:
    assert grammar(language).opening(text) == opening
