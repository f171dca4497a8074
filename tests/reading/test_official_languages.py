"""French, Spanish, Russian and Arabic: the organ, the session, the title, letters, annexes and
sections."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.grammar.grammar import LANGUAGES, grammar
from desktop_app.resolution.language import direction, language_name, language_tag
from desktop_app.resolution.model import PartKind
from tests.support.paths import FIXTURES
from tests.support.texts import ids, openings, read, texts

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
