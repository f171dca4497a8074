"""French, Spanish, Russian and Arabic: numbers in words, dates, openings, mastheads, marks."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.grammar.grammar import LANGUAGES, grammar
from desktop_app.resolution.language import direction, language_name, language_tag
from desktop_app.resolution.model import PartKind
from tests.support.paths import FIXTURES
from tests.support.texts import ids, openings, read, texts


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


_BODIES = {
    "fr": ("L'Assemblée générale,", "Rappelant sa résolution,", "Prie les États d'agir"),
    "es": ("La Asamblea General,", "Recordando su resolución,", "Pide a los Estados que actúen"),
    "ru": ("Генеральная Ассамблея,", "ссылаясь на свою резолюцию,", "просит государства"),
    "ar": ("إن الجمعية العامة،", "إذ تشير إلى قرارها،", "تطلب إلى الدول"),
}


def _resolution(language: str, head: str = "", rest: str = "", organ: str = "") -> str:
    enacting, preambular, operative = _BODIES[language]
    return (
        f"---\nlanguage: {language}\n---\n{head}\n\n{organ or enacting}\n\n{preambular}\n\n"
        f"1. {operative}:\n\n{rest}\n"
    )


@pytest.mark.parametrize(
    ("language", "enacting", "organ"),
    [
        ("fr", "L’Assemblée générale,", "General Assembly"),
        ("fr", "Le Conseil de sécurité,", "Security Council"),
        ("fr", "Le Conseil économique et social,", "Economic and Social Council"),
        ("fr", "Le Conseil des droits de l’homme,", "Human Rights Council"),
        ("es", "El Consejo de Seguridad,", "Security Council"),
        ("es", "El Consejo Económico y Social,", "Economic and Social Council"),
        ("es", "El Consejo de Derechos Humanos,", "Human Rights Council"),
        ("ru", "Совет Безопасности,", "Security Council"),
        ("ru", "Экономический и Социальный Совет,", "Economic and Social Council"),
        ("ru", "Совет по правам человека,", "Human Rights Council"),
        ("ar", "إن مجلس الأمن،", "Security Council"),
        ("ar", "إنّ المجلس الاقتصادي والاجتماعي،", "Economic and Social Council"),
        ("ar", "إن مجلس حقوق الإنسان،", "Human Rights Council"),
        *[(language, body[0], "General Assembly") for language, body in _BODIES.items()],
    ],
)
def test_the_organ_of_the_enacting_words(language: str, enacting: str, organ: str) -> None:
    assert read(_resolution(language, organ=enacting)).masthead.organ == organ


@pytest.mark.parametrize(
    ("language", "line", "number"),
    [
        ("fr", "Soixante et onzième session", 71),
        ("fr", "Dixième session extraordinaire d’urgence", 10),
        ("fr", "75e session", 75),
        ("es", "Trigésimo período de sesiones", 30),
        ("es", "Décimo período extraordinario de sesiones de emergencia", 10),
        ("ru", "Тридцатая сессия", 30),
        ("ru", "Десятая чрезвычайная специальная сессия", 10),
        ("ar", "الدورة الثلاثون", 30),
        ("ar", "الدورة الاستثنائية الطارئة العاشرة", 10),
    ],
)
def test_the_session(language: str, line: str, number: int) -> None:
    assert read(_resolution(language, head=line)).masthead.session == number


@pytest.mark.parametrize(
    ("language", "line", "item"),
    [
        ("fr", "Point 14 de l'ordre du jour", "14"),
        ("fr", "Points 13 et 117 de l’ordre du jour", "13 et 117"),
        ("es", "Tema 103 v) del programa", "103 (v)"),
        ("ru", "Пункт 103(v) повестки дня", "103 (v)"),
        ("ar", "البند 5 (هـ) من جدول الأعمال", "5 (e)"),
    ],
)
def test_the_agenda_item(language: str, line: str, item: str) -> None:
    assert read(_resolution(language, head=line)).masthead.agenda_item == item


@pytest.mark.parametrize(
    ("language", "line", "symbol", "title"),
    [
        ("fr", "75/58. Un titre", "A/RES/75/58", "Un titre"),
        ("fr", "2758 (XXVI). Un titre", "A/RES/2758(XXVI)", "Un titre"),
        ("es", "Resolución 75/58", "A/RES/75/58", ""),
        ("ru", "50/72 A. Название", "A/RES/50/72A", "Название"),
        ("ru", "Резолюция 75/58,", "A/RES/75/58", ""),
        ("ar", "٧٥/٥٨ - عنوان", "A/RES/75/58", "عنوان"),
        ("ar", "2758 (د - 26). عنوان", "A/RES/2758(XXVI)", "عنوان"),
        ("ar", "القرار ٢٧٥٨ (د-٢٦)", "A/RES/2758(XXVI)", ""),
    ],
)
def test_the_title_line(language: str, line: str, symbol: str, title: str) -> None:
    head = read(_resolution(language, head=line)).masthead
    assert (head.symbol, head.title) == (symbol, title)


_LETTERED = ["op1", "op1.a", "op1.b", "op1.c", "op1.d", "op1.e", "op2"]


@pytest.mark.parametrize(
    ("language", "marks"),
    [
        ("fr", "a) b) c) d) e)"),
        ("es", "(a) (b) (c) (d) (e)"),
        ("ru", "a) b) c) d) e)"),
        ("ru", "а) б) в) г) д)"),
        ("ru", "(а) b) с) d) е)"),  # Cyrillic letters where they look like the Latin ones
        ("ar", "(أ) (ب) (ج) (د) (هـ)"),
        ("ar", "(ا) (ب) (ج) (د) (ه)"),
        ("ar", "(a) (b) (c) (d) (e)"),
    ],
)
def test_letters_of_every_alphabet_make_the_same_ids(language: str, marks: str) -> None:
    operative = _BODIES[language][2]
    lines = "\n\n".join(f"{mark} {operative};" for mark in marks.split())
    found = read(_resolution(language, rest=f"{lines}\n\n2. {operative}."))
    assert ids(found)[1:] == _LETTERED
    assert [c.mark for c in found.walk()][2:-1] == marks.split()


@given(st.sampled_from(["ru", "ar"]), st.data())
def test_the_marks_of_an_alphabet_count_as_the_latin_letters_do(
    language: str, data: st.DataObject
) -> None:
    rules = grammar(language)
    last = min(26, len(rules.alphabets[0]))
    place = data.draw(st.integers(0, last - 1))
    before = chr(96 + place) if place else ""
    assert rules.letter(rules.alphabets[0][place], before) == chr(97 + place)


@pytest.mark.parametrize("marks", ["’1‘ ’2‘", "‘١’ ‘٢’", "'1' '2'", "(i) (ii)"])
def test_second_sub_paragraphs_in_arabic_have_roman_numbers(marks: str) -> None:
    lines = "\n\n".join(f"{mark} اتخاذ تدابير؛" for mark in marks.split())
    found = read(_resolution("ar", rest=f"(أ) ما يلي:\n\n{lines}\n\n(ب) اتخاذ تدابير.\n"))
    assert ids(found)[1:] == ["op1", "op1.a", "op1.a.i", "op1.a.ii", "op1.b"]


def test_arabic_indic_numbers_make_the_same_ids_and_stay_as_they_are_printed() -> None:
    found = read("إن مجلس الأمن،\n\nإذ يؤكد قراره،\n\n١ - يقرر ذلك؛\n\n٢ - يطلب ذلك.\n")
    assert ids(found) == ["pp1", "op1", "op2"]
    assert [c.mark for c in found.walk()] == ["", "١ -", "٢ -"]
    assert texts(found)["op1"] == "يقرر ذلك؛"
    assert openings(found) == ["إذ يؤكد", "يقرر", "يطلب"]


def test_signs_of_direction_hide_nothing() -> None:
    plain = (FIXTURES / "general_assembly_75_58.ar.md").read_text(encoding="utf-8")
    lines = [f"\u200f{line}" if line[:1] not in "#*[<" else line for line in plain.split("\n")]
    marked = read("\n".join(line if line != "\u200f" else "" for line in lines))
    assert (ids(marked), marked.masthead) == (ids(read(plain)), read(plain).masthead)
    assert openings(marked)[1] == "\u200fوإذ يساورها بالغ القلق"


def test_a_footnote_has_the_same_id_whatever_digits_its_mark_has() -> None:
    found = read(
        "إن مجلس الأمن،\n\nإذ يؤكد قراره<sup>1</sup>،\n\n١ - يقرر.\n\n<sup>١</sup> انظر.\n"
    )
    assert [(note.id, note.mark) for note in found.footnotes] == [("fn1", "١")]
    assert next(found.walk()).notes == ("fn1",)


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        ("fr", "Annexe"), ("fr", "Annexe II"), ("es", "Anexo"), ("es", "Anexo I"),
        ("ru", "Приложение"), ("ru", "Приложение II"), ("ar", "المرفق"), ("ar", "المرفق الأول"),
        ("ar", "مرفق"),
    ],
)  # fmt: skip
def test_annexes(language: str, heading: str) -> None:
    operative = _BODIES[language][2]
    found = read(_resolution(language, rest=f"2. {operative}.\n\n{heading}\n\nX."))
    assert [part.kind for part in found.parts][-1] is PartKind.ANNEX


@pytest.mark.parametrize(("language", "heading"), [("ar", "أولا"), ("ar", "ألف"), ("ru", "II")])
def test_sections(language: str, heading: str) -> None:
    operative = _BODIES[language][2]
    found = read(_resolution(language, rest=f"{heading}\n\n2. {operative}."))
    assert [part.id for part in found.parts] == ["preamble", "operative", "section1"]


def test_a_paragraph_that_ends_inside_french_quotes_is_whole() -> None:
    found = read(_resolution("fr", rest="2. Prie les États de « coopérer. »\n\n7 décembre 2020"))
    assert found.masthead.adopted == "2020-12-07"
    assert [line.id for line in found.closing] == ["closing.date"]


def test_arabic_runs_from_right_to_left() -> None:
    found = read(_resolution("ar"))
    assert (language_tag(found), direction(found), found.script) == ("ar", "rtl", "Arab")
    assert language_name(found) == "Arabic"


@pytest.mark.parametrize("language", ["fr", "es", "ru"])
def test_the_others_run_from_left_to_right(language: str) -> None:
    assert direction(read(_resolution(language))) == "ltr"


def test_every_grammar_is_loaded_and_says_its_own_name() -> None:
    assert [grammar(language).language for language in LANGUAGES] == list(LANGUAGES)
