"""Where and when a resolution was adopted, in the closing or at its head, in every language."""

import pytest

from desktop_app.resolution.model import Resolution
from tests.support.six_languages import BODIES, COUNCIL
from tests.support.texts import ids, read


def _read(language: str, head: str = "", closing: str = "") -> Resolution:
    text = "\n\n".join((head, COUNCIL[language], BODIES[language], closing))
    return read(f"---\nlanguage: {language}\n---\n{text}\n")


@pytest.mark.parametrize(
    ("language", "head", "symbol"),
    [
        ("en", "Resolution 900 (1967)\nof 22 November 1967", "S/RES/900 (1967)"),
        ("en", "900 (1967). Resolution of 22 November 1967\n[S/90, I]", "S/RES/900 (1967)"),
        ("en", "900 (1967) Resolution of 22 November 1967", "S/RES/900 (1967)"),
        ("en", "Resolution 900 (1967)*\n\nof 22\u00a0November\u00a01967 54", "S/RES/900 (1967)"),
        ("fr", "Résolution 900 (1967)\ndu 22 novembre 1967", "S/RES/900 (1967)"),
        ("es", "Resolución 900 (1967)\nde 22 de noviembre de 1967", "S/RES/900 (1967)"),
        ("ru", "Резолюция 900 (1967)\nот 22 ноября 1967 года", "S/RES/900 (1967)"),
        ("zh", "第900(1967)号决议\n1967年11月22日", "S/RES/900 (1967)"),
        ("zh", "第900（1967）号决议（1967年11月22日）", "S/RES/900 (1967)"),
        ("ar", "القرار 900 (1967)\nالمؤرخ 22 تشرين الثاني/نوفمبر 1967", "S/RES/900 (1967)"),
    ],
)
def test_the_date_can_stand_under_the_number(language: str, head: str, symbol: str) -> None:
    masthead = _read(language, head).masthead
    assert (masthead.symbol, masthead.title, masthead.adopted) == (symbol, "", "1967-11-22")


@pytest.mark.parametrize(
    ("language", "line", "meeting"),
    [
        ("en", "Adopted at the 900th meeting.", 900),
        ("en", "Adopted unanimously at the\n900th meeting.", 900),
        ("en", "Adopted at the 900th meeting by 14 votes to none. 7", 900),
        ("en", "Adopted by 9 votes to none, with 2\nabstentions (Atlantis, Lyonesse).", None),
        ("en", "[Adopted without a vote.]", None),
        ("en", "[Adopted by a recorded vote of 32 to 14, with no abstentions.", None),
        ("en", "900th (closing) plenary meeting", 900),
        ("fr", "Adoptée à l'unanimité à la 900e séance.", 900),
        ("fr", "[Adoptée sans vote.]", None),
        ("es", "Aprobada por unanimidad en la 900ª sesión.", 900),
        ("es", "[Aprobada sin votación.]", None),
        ("ru", "Принята единогласно на 900-м заседании.", 900),
        ("ru", "[Принята без голосования.]", None),
        ("zh", "第900次会议一致通过。", 900),
        ("zh", "[未经表决通过。]", None),
        ("ar", "اعتمد بالإجماع في الجلسة 900.", 900),
        ("ar", "[اعتمد بدون تصويت.]", None),
    ],
)
def test_the_vote_is_the_closing(language: str, line: str, meeting: int | None) -> None:
    found = _read(language, closing=line)
    assert ids(found) == ["pp1", "op1"]
    assert found.closing[0].id in ("closing.adoption", "closing.meeting")
    assert "\n".join(one.text for one in found.closing) == line
    assert found.masthead.meeting == meeting


def test_what_follows_a_vote_is_its_record() -> None:
    found = _read("en", closing="[Adopted by a vote of 2 to 1.\n\nIn favour:\n\nAtlantis, Ys]")
    assert [line.text for line in found.closing][1:] == ["In favour:", "Atlantis, Ys]"]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "60th plenary\u00a0meeting\n30\u00a0November 2005"),
        ("en", "60th plenary meeting, 30 November 2005."),
        ("en", "60th plenary meeting,\n\n30 November 2005."),
        ("en", "30 November 2005\t60th plenary meeting"),
        ("fr", "60e séance plénière\u202f, 30 novembre 2005"),
        ("es", "60ª sesión plenaria, 30 de noviembre de 2005"),
        ("ru", "60-е пленарное заседание, 30 ноября 2005 года"),
        ("zh", "2005年11月30日　第60次全体会议"),
        ("ar", "الجلسة العامة 60، 30 تشرين الثاني/نوفمبر 2005"),
    ],
)
def test_meeting_and_date_can_stand_in_one_paragraph(language: str, line: str) -> None:
    found = _read(language, closing=line)
    assert ids(found) == ["pp1", "op1"]
    assert (found.masthead.meeting, found.masthead.adopted) == (60, "2005-11-30")


@pytest.mark.parametrize(
    "line",
    [
        "Adopted by the Security Council at its 900th meeting, on\n28 April 2004",
        "Adopted by the Security Council at its 900th meeting,\non 28\u00a0April\u00a02004",
        "\\*Adopted by the Security Council on 28 April 2004",
        "ADOPTED BY THE SECURITY COUNCIL at its 900th meeting, on 28 April 2004",
    ],
)
def test_the_date_of_the_adoption_line_can_stand_below_it(line: str) -> None:
    assert _read("en", f"Resolution 900 (2004)\n\n{line}").masthead.adopted == "2004-04-28"


@pytest.mark.parametrize(
    ("organ", "line", "symbol", "title"),
    [
        ("Human Rights Council", "17/90 Lamps at sea", "A/HRC/RES/17/90", "Lamps at sea"),
        ("Human Rights Council", "51/36\tLamps", "A/HRC/RES/51/36", "Lamps"),
        ("Human Rights Council", "S-30/1. Lamps", "A/HRC/RES/S-30/1", "Lamps"),
        ("Economic and Social Council", "2022/3.\t\tLamps", "E/RES/2022/3", "Lamps"),
        ("Commission on Human Rights", "2004/40. Lamps", "E/CN.4/RES/2004/40", "Lamps"),
        ("General Assembly", "ES-10/24. Lamps", "A/RES/ES-10/24", "Lamps"),
        ("General Assembly", "57/270 B. Lamps", "A/RES/57/270B", "Lamps"),
        ("General Assembly", "76/84 A-B. Lamps", "A/RES/76/84A-B", "Lamps"),
        ("General Assembly", "217 A (III). Lamps", "A/RES/217A(III)", "Lamps"),
        ("General Assembly", "75/58. A lamp", "A/RES/75/58", "A lamp"),
        ("General Assembly", "RESOLUTION 75/58", "A/RES/75/58", ""),
    ],
)
def test_numbers_of_resolutions_of_every_kind(
    organ: str, line: str, symbol: str, title: str
) -> None:
    masthead = read(f"{line}\n\nThe {organ},\n\n{BODIES['en']}\n").masthead
    assert (masthead.symbol, masthead.title) == (symbol, title)


def test_meeting_and_date_at_the_head_of_a_page_end_no_resolution() -> None:
    found = read(
        f"75/58. Lamps\n\nThe General Assembly,\n\n{BODIES['en']}\n\n"
        "94th plenary meeting\n29 July 1994\n\n2. Requests more.\n"
    )
    assert ids(found) == ["pp1", "op1", "op2"]


def test_a_numbered_paragraph_with_opening_words_is_none_of_a_closing() -> None:
    found = read(
        "75/58. Lamps\n\nThe General Assembly,\n\nRecalling it,\n\nDecides to act.\n\n"
        "67th plenary meeting,\n17 September 1957.\n\n2. Requests the keepers to go on.\n\n"
        "70th plenary meeting,\n14 October 1957.\n"
    )
    assert [clause.number for clause in found.walk()] == ["", "", "2"]
    assert all("Requests" not in line.text for line in found.closing)


@pytest.mark.parametrize(
    ("head", "formula"),
    [
        ("Resolution 290\nof 8 December 1970", "The Security Council,"),
        ("Résolution 290\ndu 8 décembre 1970", "Le Conseil de sécurité,"),
        ("Resolución 290\nde 8 de diciembre de 1970", "El Consejo de Seguridad,"),
        ("Резолюция 290\nот 8 декабря 1970 года", "Совет Безопасности,"),
    ],
)
def test_a_number_of_the_council_without_its_year_has_that_of_its_date(
    head: str, formula: str
) -> None:
    language = {"T": "en", "L": "fr", "E": "es", "С": "ru"}[formula[0]]
    found = read(f"{head}\n\n{formula}\n\n{BODIES[language]}\n").masthead
    assert (found.symbol, found.adopted) == ("S/RES/290 (1970)", "1970-12-08")


@pytest.mark.parametrize(
    ("language", "formula", "closing"),
    [
        ("en", "The General Assembly,", "Thirty-seventh plenary meeting,\n7 December 1946."),
        ("fr", "L’Assemblée générale,", "Trente-septième séance plénière,\nle 7 décembre 1946."),
        (
            "es",
            "La Asamblea General,",
            "Trigésima séptima sesión plenaria,\n7 de diciembre de 1946.",
        ),
        (
            "ru",
            "Генеральная Ассамблея,",
            "Тридцать седьмое пленарное заседание,\n7 декабря 1946 года.",
        ),
        ("zh", "大会，", "一九四六年十二月七日，\n第三十七次全体会议。"),
        (
            "ar",
            "إن الجمعية العامة،",
            "الجلسة العامة السابعة والثلاثون،\n7 كانون الأول/ديسمبر 1946.",
        ),
    ],
)
@pytest.mark.parametrize("between", ["\n", "\n\n", " "])
def test_the_number_of_a_meeting_may_be_in_words(
    language: str, formula: str, closing: str, between: str
) -> None:
    end = closing.replace("\n", between)
    found = read(f"24 (I). X\n\n{formula}\n\n{BODIES[language]}\n\n{end}\n")
    assert (found.masthead.adopted, found.masthead.meeting) == ("1946-12-07", 37)
    assert ids(found) == ["pp1", "op1"]


@pytest.mark.parametrize("words_", ["The next plenary meeting", "One hundred and second meeting"])
def test_other_words_before_a_meeting_are_no_closing(words_: str) -> None:
    found = read(f"24 (I). X\n\nThe General Assembly,\n\n{BODIES['en']}\n\n{words_} of keepers\n")
    assert not found.closing


def test_the_letter_of_an_arabic_resolution_stands_before_its_session() -> None:
    found = read(f"217 ألف (د - 3). الشرعة\n\nإن الجمعية العامة،\n\n{BODIES['ar']}\n")
    assert found.masthead.symbol == "A/RES/217A(III)"


def test_the_date_of_a_chinese_resolution_of_the_forties() -> None:
    head = "1 (1946). 一九四六年一月二十五日决议"
    found = read(f"{head}\n\n安全理事会，\n\n{BODIES['zh']}\n").masthead
    assert (found.symbol, found.adopted) == ("S/RES/1 (1946)", "1946-01-25")
