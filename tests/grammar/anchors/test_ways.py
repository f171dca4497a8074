"""Times, dates, symbols and numbers in the ways that only some languages or some files have."""

import pytest

from desktop_app.grammar.anchors import anchors, is_range, multiplied_numbers, spelled_numbers
from desktop_app.grammar.languages import OFFICIAL
from desktop_app.grammar.tables import table


def _values(text: str, language: str) -> list[str]:
    return [anchor.value for anchor in anchors(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "at 10 a.m.", "10:00"),
        ("en", "at 3.30 p.m.", "15:30"),
        ("en", "at 12 a.m.", "0:00"),
        ("en", "at 12 noon", "12:00"),
        ("en", "until midnight", "0:00"),
        ("fr", "à 15 h 30", "15:30"),
        ("fr", "à 9h45", "9:45"),
        ("fr", "à 18 h 5", "18:05"),
        ("fr", "à 18 heures 30", "18:30"),
        ("fr", "à midi", "12:00"),
        ("es", "a las 10.00 horas", "10:00"),
        ("es", "a las 3.30 de la tarde", "15:30"),
        ("ru", "в 10 ч. 00 м.", "10:00"),
        ("ru", "в 15 час. 30 мин.", "15:30"),
        ("ar", "الساعة 10/00", "10:00"),
        ("ar", "الساعة ١٥:٣٠", "15:30"),
        ("ar", "الساعة 30/15", "15:30"),
        ("ar", "الساعة 3/30 مساء", "15:30"),
        ("zh", "上午10时", "10:00"),
        ("zh", "下午3时30分", "15:30"),
        ("zh", "下午三时半", "15:30"),
        ("zh", "中午12时", "12:00"),
        ("zh", "晚上8点", "20:00"),
        *((language, "15:30", "15:30") for language in OFFICIAL),
    ],
)
def test_a_time_of_day(language: str, text: str, value: str) -> None:
    assert _values(text, language) == [value]


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "within 24 hours", ["24"]),
        ("en", "4,956th meeting", ["4956"]),
        ("fr", "dans les 48 heures", ["48"]),
        ("fr", "dans les 24 heures 30 personnes", ["24", "30"]),
        ("fr", "le Midi de la France", []),
        ("es", "un plazo de 72 horas", ["72"]),
        ("ru", "в течение 24 часов", ["24"]),
        ("ar", "في غضون 24 ساعة", ["24"]),
        ("zh", "在24小时内", ["24"]),
        ("zh", "四点意见", ["4"]),
        ("en", "at 45 p.m.", ["45"]),
    ],
)
def test_what_is_no_time_of_day(language: str, text: str, values: list[str]) -> None:
    assert _values(text, language) == values


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "12October2022", "2022-10-12"),
        ("en", "October 12,2022", "2022-10-12"),
        ("fr", "12octobre2022", "2022-10-12"),
        ("es", "12 de octubre de2022", "2022-10-12"),
        ("ru", "12октября2022 года", "2022-10-12"),
        ("ar", "12أكتوبر2022", "2022-10-12"),
        *((language, "2022-10-12", "2022-10-12") for language in OFFICIAL),
        *((language, "12.10.2022", "2022-10-12") for language in OFFICIAL),
        *((language, "12/10/2022", "2022-10-12") for language in ("fr", "es", "ru", "ar")),
        ("es", "1.º de enero de 2000", "2000-01-01"),
        ("ru", "1-го января 2000 года", "2000-01-01"),
        ("fr", "1 er janvier 2000", "2000-01-01"),
        ("en", "the 23rd day of May 1969", "1969-05-23"),
        ("en", "twenty-third day of May, one thousand nine hundred and sixty-nine", "1969-05-23"),
        ("fr", "le vingt-trois mai mil neuf cent soixante-neuf", "1969-05-23"),
        ("es", "el veintitrés de mayo de mil novecientos sesenta y nueve", "1969-05-23"),
        ("ru", "двадцать третьего мая тысяча девятьсот шестьдесят девятого года", "1969-05-23"),
        ("ar", "اليوم الثالث والعشرين من شهر أيار/مايو عام ألف وتسعمائة وتسعة وستين", "1969-05-23"),
        ("ar", "7 محرم 1442 هـ", "AH1442-01-07"),
        ("en", "7 Muharram 1442 A.H.", "AH1442-01-07"),
        ("fr", "7 mouharram 1442", "AH1442-01-07"),
        ("es", "7 de muharram de 1442", "AH1442-01-07"),
        ("ru", "7 мухаррама 1442 года хиджры", "AH1442-01-07"),
        ("zh", "伊斯兰历1442年1月7日", "AH1442-01-07"),
    ],
)  # fmt: skip
def test_a_date(language: str, text: str, value: str) -> None:
    assert [(anchor.kind, anchor.value) for anchor in anchors(text, language)] == [("date", value)]


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "12/10/2022", ["12", "10", "2022"]),
        ("en", "the second May meeting", ["2"]),
        ("en", "the second May 2005 meeting", ["2", "2005-05"]),
        ("ru", "13.14.2022", ["13.14.2022"]),
        ("ar", "12 تشرين الأول/أكتوبر 2022", ["2022-10-12"]),
        ("ar", "تشرين الأول/أكتوبر 2022", ["2022-10"]),
    ],
)
def test_what_is_no_date_of_a_day_or_is_another(
    language: str, text: str, values: list[str]
) -> None:
    assert _values(text, language) == values


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("ar", "القرار 523 (د-6)", "523(6)"),
        ("ar", "القرار ٥٢٣ (د – ٦)", "523(6)"),
        ("ar", "القرار 523 (\u200fد-6\u200f)", "523(6)"),
        ("ar", "القرار 3201 (د إ-6)", "3201(S-6)"),
        ("ar", "القرار 2252 (دإط-5)", "2252(ES-5)"),
        ("ar", "القرار د إ-18/2", "S-18/2"),
        ("ar", "القرار دإط-10/14", "ES-10/14"),
        ("ar", "القرار 50/72 ألف", "50/72A"),
        ("ar", "القرار 217 ألف (د-3)", "217A(3)"),
        ("zh", "第一八〇三 (十七)号", "1803(17)"),
        ("zh", "第1803（十七）号", "1803(17)"),
        ("zh", "第二一七 A（三）号", "217A(3)"),
        ("zh", "第三二〇一（S-VI）号", "3201(S-6)"),
        ("zh", "第50/72A号", "50/72A"),
        ("en", "resolution 3201 (S-VI)", "3201(S-6)"),
        ("en", "resolution S-18/2", "S-18/2"),
        ("ru", "резолюция 50/72 В", "50/72B"),
        ("ru", "документ А/С.1/75/L.2", "A/C.1/75/L.2"),
        ("en", "S/RES/1373 (2001)", "S/RES/1373(2001)"),
    ],
)
def test_a_symbol(language: str, text: str, value: str) -> None:
    found = anchors(text, language)
    assert [(anchor.kind, anchor.value) for anchor in found] == [("symbol", value)]


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("ru", "резолюция 50/72 Восемь", ["50/72", "8"]),
        ("zh", "第12(一)段", ["12"]),
        ("ar", "300 ألف (2004)", ["300000", "2004"]),
        ("en", "A/60/1 and Add.1 and Corr.2", ["A/60/1", "A/60/1/Add.1", "A/60/1/Corr.2"]),
        ("en", "A/60/1/Add.1 and Add.2", ["A/60/1/Add.1", "A/60/1/Add.2"]),
    ],
)
def test_symbols_and_what_follows_them(language: str, text: str, values: list[str]) -> None:
    assert _values(text, language) == values


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("ar", "000 500", ["500000"]),
        ("ar", "000 500 1", ["1500000"]),
        ("ar", "٢٠٤ ١", ["1204"]),
        ("ar", "204 106", ["204106"]),
        ("ar", "1 204", ["1204"]),
        ("ar", "١٬٢٠٤", ["1204"]),
        ("ar", "٠٫٧", ["0.7"]),
        ("en", "500 12", ["500", "12"]),
        ("ar", "القرار 500 12 كانون الثاني/يناير 2001", ["500", "2001-01-12"]),
        ("en", "the biennium 2018-20", ["2018", "2020"]),
        ("fr", "l'exercice 1998/99", ["1998", "1999"]),
        ("en", "1999-00", ["1999", "2000"]),
        ("en", "resolution 2004/40", ["2004", "40"]),
        ("zh", "2019冠状病毒病", ["19"]),
        ("en", "in the nineties", ["90"]),
        ("ar", "في التسعينات", ["90"]),
        ("en", "vol. XIV", ["14"]),
    ],
)
def test_numbers(language: str, text: str, values: list[str]) -> None:
    assert _values(text, language) == values


@pytest.mark.parametrize(
    ("language", "between", "expected"),
    [
        ("en", " to ", True),
        ("en", "–", True),
        ("en", " and ", False),
        ("en", ", to ", False),
        ("zh", "段至第", True),
        ("zh", "和", False),
        ("fr", " à ", True),
        ("es", " a ", True),
        ("ru", " по ", True),
        ("ar", " إلى ", True),
        ("und", " to ", False),
        ("und", "-", True),
    ],
)
def test_what_stands_between_the_ends_of_a_range(
    language: str, between: str, expected: bool
) -> None:
    assert is_range(between, language) is expected


def test_units_multiply_the_numbers_that_a_text_says() -> None:
    assert 30 in multiplied_numbers("for three decades", "en")
    assert 30 in multiplied_numbers("على مدى ثلاثة عقود", "ar")
    assert 20 in multiplied_numbers("طيلة عقدين", "ar")
    assert 20 not in multiplied_numbers("طيلة عقد", "ar")
    assert multiplied_numbers("for three years", "en") == frozenset()


def test_roman_numerals_are_among_the_numbers_that_words_could_say() -> None:
    assert {14, 11} <= spelled_numbers("tome XIV, a) xi)", "fr")
    assert spelled_numbers("I am civil", "en") == frozenset()


@pytest.mark.parametrize("language", OFFICIAL)
def test_every_language_says_times_ranges_and_units(language: str) -> None:
    data = table(language, "anchors")
    assert {"times", "ranges", "units", "islamic_era"} <= data.keys()
