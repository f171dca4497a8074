"""Numbers, dates and symbols in one form, whatever the language."""

import datetime
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.grammar.anchors import AnchorKind, anchors, spelled_numbers
from desktop_app.grammar.characters import plain, with_ascii_signs
from desktop_app.grammar.grammar import grammar
from tests.support.paths import FIXTURES

_NUMBER_WORDS: dict[str, dict[str, list[str]]] = json.loads(
    (FIXTURES / "number_words.json").read_text(encoding="utf-8")
)
"""1, 2, 3, … in words, by language and sort."""
_LANGUAGES = ("zh", "en", "fr", "es", "ru", "ar")


def _values(text: str, language: str) -> list[tuple[str, str]]:
    return [(anchor.kind, anchor.value) for anchor in anchors(text, language)]


def _one(kind: str, *values: str) -> list[tuple[str, str]]:
    return [(kind, value) for value in values]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "第七十六届会议"),
        ("zh", "第 76 届会议"),
        ("en", "its seventy-sixth session"),
        ("en", "the 76th session"),
        ("fr", "sa soixante-seizième session"),
        ("es", "su septuagésimo sexto período"),
        ("ru", "своей семьдесят шестой сессии"),
        ("ar", "دورتها السادسة والسبعين"),
        ("ar", "الدورة ٧٦"),
    ],
)
def test_the_same_session_in_every_language(language: str, text: str) -> None:
    assert _values(text, language) == _one("number", "76")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "2019年10月25日至26日"),
        ("zh", "2019 年 10 月 25 日和 26 日"),
        ("zh", "二〇一九年十月二十五日至二十六日"),
        ("en", "on 25 and 26 October 2019"),
        ("en", "from 25 to 26 October 2019,"),
        ("fr", "les 25 et 26 octobre 2019"),
        ("es", "los días 25 y 26 de octubre de 2019"),
        ("ru", "25 и 26 октября 2019 года"),
        ("ar", "يومي 25 و 26 تشرين الأول/أكتوبر 2019"),
        ("ar", "٢٥ و ٢٦ أكتوبر ٢٠١٩"),
    ],
)
def test_two_days_of_one_month_in_every_language(language: str, text: str) -> None:
    assert _values(text, language) == _one("date", "2019-10-25", "2019-10-26")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "2016年3月31日至4月1日"),
        ("en", "on 31 March and 1 April 2016"),
        ("fr", "le 31 mars et le 1er avril 2016"),
        ("es", "el 31 de marzo y el 1 de abril de 2016"),
        ("ru", "31 марта и 1 апреля 2016 года"),
        ("ar", "31 آذار/مارس و 1 نيسان/أبريل 2016"),
    ],
)
def test_a_year_that_is_said_once(language: str, text: str) -> None:
    assert _values(text, language) == _one("date", "2016-03-31", "2016-04-01")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "2016 年 12 月"),
        ("en", "in December 2016"),
        ("fr", "en décembre 2016"),
        ("es", "en diciembre de 2016"),
        ("ru", "в декабре 2016 года"),
        ("ar", "في كانون الأول/ديسمبر 2016"),
    ],
)
def test_a_month_of_a_year(language: str, text: str) -> None:
    assert _values(text, language) == _one("date", "2016-12")


@pytest.mark.parametrize(
    ("language", "text", "kind", "value"),
    [
        ("en", "September 11, 2001", "date", "2001-09-11"),
        ("en", "on 8 May", "date", "--05-08"),
        ("zh", "一九七一年十月二十五日", "date", "1971-10-25"),
        ("zh", "第一九七六次", "number", "1976"),
        ("en", "12,500 people", "number", "12500"),
        ("fr", "12\u00a0500 personnes", "number", "12500"),
        ("es", "12.500 personas", "number", "12500"),
        ("en", "1.3 million", "number", "1300000"),
        ("zh", "130万", "number", "1300000"),
        ("en", "0.7 per cent", "number", "0.7"),
        ("fr", "0,7 %", "number", "0.7"),
        ("en", "one hundred and third", "number", "103"),
        ("fr", "quatre-vingt-douzième", "number", "92"),
        ("fr", "soixante et onzième", "number", "71"),
        ("es", "vigésimo primer", "number", "21"),
        ("ru", "двадцать первого", "number", "21"),
        ("ar", "الحادية والعشرين", "number", "21"),
        ("en", "the Group of Eight", "number", "8"),
        ("zh", "八国集团", "number", "8"),
        ("en", "A/59/361.", "symbol", "A/59/361"),
        ("en", "A/74/L.52/Add.1,", "symbol", "A/74/L.52/Add.1"),
        ("en", "GC(62)/RES/7", "symbol", "GC(62)/RES/7"),
        ("en", "A/RES/217(III)[A]", "symbol", "A/RES/217(III)[A]"),
        ("zh", "第 74/43 号决议", "symbol", "74/43"),
        ("en", "resolution 50/72 A", "symbol", "50/72A"),
        ("zh", "第1540（2004）号决议", "symbol", "1540(2004)"),
        ("ar", "القرار ١٥٤٠ (٢٠٠٤)", "symbol", "1540(2004)"),
        ("en", "2758 (XXVI)", "symbol", "2758(26)"),
        ("zh", "二七五八（二十六）", "symbol", "2758(26)"),
        ("en", "217 A (III)", "symbol", "217A(3)"),
    ],
)
def test_one_form(language: str, text: str, kind: str, value: str) -> None:
    assert _values(text, language) == [(kind, value)]


@pytest.mark.parametrize("sort", ["cardinal", "ordinal"])
@pytest.mark.parametrize("language", _NUMBER_WORDS)
def test_every_number_in_words_counts_back_to_itself(language: str, sort: str) -> None:
    words = _NUMBER_WORDS[language][sort]
    for number, word in enumerate(words, 1):
        said = [] if number == 1 and sort == "cardinal" else _one("number", str(number))
        assert (word, _values(f"x {word} z", language)) == (word, said)
        assert number in spelled_numbers(word, language)


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("es", "décimo octavo", "18"),
        ("es", "vigesimoprimera", "21"),
        ("es", "septuagésima séptima", "77"),
        ("es", "veintiún Estados", "21"),
        ("fr", "soixante-dix-neuvième", "79"),
        ("fr", "vingt et une", "21"),
        ("ru", "сорокового", "40"),
        ("ru", "двадцать одно отделение", "21"),
        ("ru", "сорока одной", "41"),
        ("ru", "пятьсот", "500"),
        ("ru", "двухсот", "200"),
        ("ar", "أحد عشر عضوا", "11"),
        ("ar", "مائتين", "200"),
        ("ar", "الدورة الحادية بعد المائة", "101"),
        ("ar", "مائة وثلاثة وعشرون", "123"),
        ("en", "two thousand one hundred and three", "2103"),
        ("en", "3 million", "3000000"),
        ("en", "three million", "3000000"),
        ("fr", "trois millions", "3000000"),
        ("ru", "пять миллиардов", "5000000000"),
        ("en", "1.3 billion", "1300000000"),
        ("zh", "13亿", "1300000000"),
        ("es", "1.300 millones", "1300000000"),
        ("es", "100.000 millones", "100000000000"),
        ("ar", "ثلاثة آلاف", "3000"),
        *((language, "12 000", "12000") for language in _LANGUAGES),
        ("fr", "1 300 000 personnes", "1300000"),
    ],
)
def test_one_number(language: str, text: str, value: str) -> None:
    assert _values(text, language) == _one("number", value)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("在三十天内", "30"),
        ("四十分钟", "40"),
        ("十分钟", "10"),
        ("五处办事处", "5"),
        ("百分之三十", "30"),
        ("百分之三十五点五", "35.5"),
        ("百分之百", "100"),
        ("四分之三", "4 3"),
        ("二十一世纪", "21"),
        ("六十周年", "60"),
        ("第六章", "6"),
        ("附件二", "2"),
        ("三百万儿童", "3000000"),
        ("十万人", "100000"),
        ("一亿三千万", "130000000"),
        ("三万亿美元", "3000000000000"),
        ("一千零一十", "1010"),
        ("两百零五", "205"),
        ("三国", "3"),
        ("二十四小時", "24"),
        ("3千万", "30000000"),
        ("十一月", ""),
        ("7月", ""),
        ("万一发生", ""),
        ("四处奔走", ""),
        ("千方百计", ""),
        ("十分关切", ""),
        ("数百万人", ""),
        ("几十个国家", ""),
        ("七八个", ""),
        ("成千上万", ""),
        ("第一次和一个", "1"),
        ("百年", ""),
    ],
)
def test_chinese_numbers(text: str, values: str) -> None:
    assert _values(text, "zh") == _one("number", *values.split())


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "Chapters VI and VII of the Charter", "6 7"),
        ("fr", "le Chapitre VII de la Charte", "7"),
        ("fr", "au XXIe siècle", "21"),
        ("es", "Capítulo VII; siglo XXI", "7 21"),
        ("ru", "главой VII", "7"),
        ("ru", "в XXI веке", "21"),
        ("ar", "الفصل السابع", "7"),
        ("ar", "الفصل VII", "7"),
        ("en", "Section C of Annex IV", "4"),
        ("en", "Elizabeth II and I", ""),
    ],
)
def test_roman_numerals_where_a_language_counts_by_them(
    language: str, text: str, values: str
) -> None:
    assert _values(text, language) == _one("number", *values.split())


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("2004, 2005, 25 000", ["2004", "2005", "25", "0"]),
        ("2005 100", ["2005", "100"]),
        ("12 000 5", ["12", "0", "5"]),
        ("A/59/361 200", ["A/59/361", "200"]),
        ("8 July 2005 100", ["2005-07-08", "100"]),
    ],
)
def test_digits_beside_each_other_are_no_groups_of_three(text: str, values: list[str]) -> None:
    assert [value for _, value in _values(text, "en")] == values


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "сторон стоит семинар стали однако"),
        ("es", "los militares, el cuartel y las millas"),
        ("fr", "pour cent"),
        ("es", "por ciento"),
        ("ar", "في المائة"),
    ],
)
def test_a_word_that_begins_like_a_number_is_none(language: str, text: str) -> None:
    assert _values(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "一致通过，统一行动，一切国家"),
        ("en", "to act as is appropriate and for the benefit of all"),
        ("ru", "в целях мира"),
        ("fr", "en vue de la paix"),
    ],
)
def test_what_only_looks_like_a_number_is_none(language: str, text: str) -> None:
    assert _values(text, language) == []


def test_an_anchor_stands_where_it_is_said() -> None:
    text = "held in Baku on 25 and 26 October 2019, at its seventy-sixth session"
    said = [text[anchor.start : anchor.end] for anchor in anchors(text, "en")]
    assert said == ["25", "26 October 2019", "seventy-sixth"]


@given(st.text(), st.sampled_from(_LANGUAGES))
def test_any_text_has_anchors_that_do_not_overlap(text: str, language: str) -> None:
    end = 0
    for anchor in anchors(text, language):
        assert end <= anchor.start < anchor.end <= len(text)
        end = anchor.end


@given(st.text())
def test_no_character_moves(text: str) -> None:
    assert len(plain(text)) == len(with_ascii_signs(text)) == len(text)


@given(st.dates(min_value=datetime.date(1946, 1, 1), max_value=datetime.date(2100, 1, 1)))
def test_every_date_is_read_in_chinese_and_english(day: datetime.date) -> None:
    months = {number: name for name, number in grammar("en").months.items()}
    said = {
        "en": f"on {day.day} {months[day.month]} {day.year}.",
        "zh": f"于{day.year}年{day.month}月{day.day}日，",
    }
    for language, text in said.items():
        assert _values(text, language) == [("date", day.isoformat())]


def test_numbers_that_words_could_say() -> None:
    assert {21, 8} <= spelled_numbers("二十一世纪的八个国家", "zh")
    assert spelled_numbers("the twenty-first century", "en") == {21}


@pytest.mark.parametrize("text", ["38 малых островных государств", "12 марсиан", "5 маяков"])
def test_words_that_begin_like_a_russian_month_are_no_dates(text: str) -> None:
    assert [anchor.kind for anchor in anchors(text, "ru")] == [AnchorKind.NUMBER]
