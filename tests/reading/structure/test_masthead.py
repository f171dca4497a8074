"""The masthead and the closing: every language and habit to one normal form."""

import pytest

from desktop_app.resolution.model import Masthead
from tests.support.six_languages import BODIES, COUNCIL
from tests.support.texts import read

_EN_BODY = "\n\nRecalling its resolution 74/43 of 12 December 2019,\n\n1. Decides to act.\n"
_ZH_BODY = "\n\n回顾其 2019 年 12 月 12 日第 74/43 号决议，\n\n1. 决定采取行动。\n"


def _english(*lines: str, organ: str = "General Assembly", end: str = "") -> Masthead:
    head = "\n\n".join(lines)
    return read(f"{head}\n\nThe {organ},{_EN_BODY}\n{end}").masthead


def _chinese(*lines: str, organ: str = "大会", end: str = "") -> Masthead:
    head = "\n\n".join(lines)
    return read(f"{head}\n\n{organ}，{_ZH_BODY}\n{end}").masthead


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Seventy-fifth session", 75),
        ("Thirtieth session", 30),
        ("75th session", 75),
        ("First session", 1),
        ("Tenth special session", 10),
        ("Tenth emergency special session", 10),
    ],
)
def test_the_session_in_english(line: str, number: int) -> None:
    assert _english(line, "75/58. A title").session == number


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("第七十五届会议", 75),
        ("第 七十五 届会议", 75),
        ("第三十届会议", 30),
        ("第十届会议", 10),
        ("第75届会议", 75),
        ("第 75 届会议", 75),
        ("第二十六屆會議", 26),
        ("第十届紧急特别会议", 10),
        ("第一〇一届会议", 101),
        ("第一百届会议", 100),
    ],
)
def test_the_session_in_chinese(line: str, number: int) -> None:
    assert _chinese(line, "75/58. 题目").session == number


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("Agenda item 103 (v)", "103 (v)"),
        ("Agenda item 103(v)", "103 (v)"),
        ("Agenda item 14", "14"),
        ("Agenda items 13 and 117", "13 and 117"),
    ],
)
def test_the_agenda_item_in_english(line: str, item: str) -> None:
    assert _english(line, "75/58. A title").agenda_item == item


@pytest.mark.parametrize(
    "line", ["议程项目 103(v)", "议程项目103 (v)", "议程项目 103（v）", "議程項目 103(v)"]
)
def test_the_agenda_item_in_chinese(line: str) -> None:
    assert _chinese(line, "75/58. 题目").agenda_item == "103 (v)"


@pytest.mark.parametrize(
    ("line", "symbol", "title"),
    [
        ("75/58. A title", "A/RES/75/58", "A title"),
        ("75/58.  A title", "A/RES/75/58", "A title"),
        ("50/72 A. A title", "A/RES/50/72A", "A title"),
        ("2758 (XXVI). A title", "A/RES/2758(XXVI)", "A title"),
        ("Resolution 75/58", "A/RES/75/58", ""),
    ],
)
def test_the_title_line_gives_the_title_and_with_the_organ_the_symbol(
    line: str, symbol: str, title: str
) -> None:
    head = _english(line)
    assert (head.symbol, head.title) == (symbol, title)


@pytest.mark.parametrize(
    "line", ["75/58. 题目", "75/58．题目", "75/58。题目", "第 75/58 号决议", "第75/58号决议"]
)
def test_the_title_line_in_chinese(line: str) -> None:
    assert _chinese(line).symbol == "A/RES/75/58"


@pytest.mark.parametrize(
    "line", ["二七五八（二十六）. 題目", "二七五八（二十六）。題目", "2758 (XXVI). 題目"]
)
def test_resolutions_before_1976_have_the_number_of_their_session_in_the_symbol(line: str) -> None:
    head = _chinese(line, organ="大會")
    assert (head.symbol, head.title) == ("A/RES/2758(XXVI)", "題目")


def test_a_title_that_the_page_broke_in_two_is_one() -> None:
    assert _english("75/58. A title\nin two lines").title == "A title in two lines"
    assert _chinese("75/58. 题目在\n两行").title == "题目在两行"


@pytest.mark.parametrize(
    ("organ", "name", "symbol"),
    [
        ("General Assembly", "General Assembly", "A/RES/75/58"),
        ("Security Council", "Security Council", "S/RES/1540 (2004)"),
        ("Human Rights Council", "Human Rights Council", "A/HRC/RES/41/1"),
        ("Economic and Social Council", "Economic and Social Council", "E/RES/2020/5"),
    ],
)
def test_the_organ_is_the_one_of_the_enacting_words(organ: str, name: str, symbol: str) -> None:
    head = _english(f"{symbol}", "Resolution on a matter", organ=organ)
    assert (head.organ, head.symbol) == (name, symbol)


@pytest.mark.parametrize(
    ("organ", "name"),
    [
        ("大会", "General Assembly"),
        ("大會", "General Assembly"),
        ("安全理事会", "Security Council"),
        ("安全理事會", "Security Council"),
        ("经济及社会理事会", "Economic and Social Council"),
        ("人权理事会", "Human Rights Council"),
    ],
)
def test_the_organ_in_chinese_is_named_in_english(organ: str, name: str) -> None:
    assert _chinese("75/58. 题目", organ=organ).organ == name


@pytest.mark.parametrize(
    "line",
    [
        "Resolution adopted by the General Assembly on 7 December 2020",
        "Adopted by the Security Council at its 4956th meeting, on 7 December 2020",
        "Resolution adopted by the Human Rights Council on 7 December 2020",
    ],
)
def test_the_adoption_line_gives_the_date(line: str) -> None:
    assert _english("75/58. A title", line).adopted == "2020-12-07"


@pytest.mark.parametrize(
    "line",
    [
        "2020 年 12 月 7 日大会决议",
        "2020年12月7日大会决议",
        "2020 年 12 月 7 日大会通过的决议",
        "2020年12月7日安全理事会第8786次会议通过",
        "安全理事会2020年12月7日第8786次会议通过",
        "2020年12月7日人权理事会通过的决议",
    ],
)
def test_the_adoption_line_in_chinese_gives_the_date(line: str) -> None:
    assert _chinese("75/58. 题目", line).adopted == "2020-12-07"


def test_the_kind_of_a_document_is_no_adoption_line_in_chinese() -> None:
    text = (
        "安全理事会\n\n安全理事会决议\n\n第1540（2004）号决议\n\n"
        "2004年4月28日安全理事会第4956次会议通过\n\n安全理事会，\n\n"
        "申明其决心，\n\n1. 决定采取行动。\n"
    )
    found = read(text)
    assert found.masthead.adopted == "2004-04-28"
    assert [line.text for line in found.head if "adoption" in line.id] == [
        "2004年4月28日安全理事会第4956次会议通过"
    ]


def test_the_meeting_of_the_security_council_is_in_the_adoption_line() -> None:
    line = "Adopted by the Security Council at its 4956th meeting, on 28 April 2004"
    assert _english("S/RES/1540 (2004)", line, organ="Security Council").meeting == 4956
    assert _chinese("2004年4月28日安全理事会第4956次会议通过", organ="安全理事会").meeting == 4956


@pytest.mark.parametrize(
    ("line", "report"),
    [
        ("[on the report of the First Committee (A/75/399, para. 96)]", "A/75/399"),
        ("[*on the report of the First Committee* (A/75/399, para. 96)]", "A/75/399"),
        (
            "[without a vote, on the report of the Committee (A/C.5/75/L.2/Add.1)]",
            "A/C.5/75/L.2/Add.1",
        ),
        ("[without reference to a Main Committee (A/74/L.52 and A/74/L.52/Add.1)]", ""),
    ],
)
def test_the_report_on_which_it_was_adopted(line: str, report: str) -> None:
    assert _english("75/58. A title", line).report == report


@pytest.mark.parametrize(
    "line",
    [
        "[根据第一委员会的报告(A/75/399，第 96 段)通过]",
        "[根據第一委員會的報告（A/75/399，第 96 段）通過]",
        "[根据第一委员会的报告( A / 75 / 399 )通过]",
    ],
)
def test_the_report_in_chinese(line: str) -> None:
    assert _chinese("75/58. 题目", line).report == "A/75/399"


@pytest.mark.parametrize(
    ("end", "adopted", "meeting"),
    [
        ("2020年12月7日\n第37次全体会议", "2020-12-07", 37),
        ("2020 年 12 月 7 日\n第 37 次全体会议", "2020-12-07", 37),
        ("第37次全体会议\n2020年12月7日", "2020-12-07", 37),
        ("一九七一年十月二十五日\n第一九七六次全體會議", "1971-10-25", 1976),
        ("2020年2月31日\n第三十七次全体会议", "", 37),
    ],
)
def test_the_closing_in_chinese(end: str, adopted: str, meeting: int) -> None:
    head = _chinese("75/58. 题目", end=end)
    assert (head.adopted, head.meeting) == (adopted, meeting)


@pytest.mark.parametrize(
    ("end", "adopted", "meeting"),
    [
        ("37th plenary meeting\n7 December 2020", "2020-12-07", 37),
        ("7 December 2020\n37th plenary meeting", "2020-12-07", 37),
        ("1st meeting\n1 May 1999", "1999-05-01", 1),
        ("31 February 2020\n22nd plenary meeting", "", 22),
    ],
)
def test_the_closing_in_english(end: str, adopted: str, meeting: int) -> None:
    head = _english("75/58. A title", end=end)
    assert (head.adopted, head.meeting) == (adopted, meeting)


def test_the_date_of_issue_is_not_the_date_of_adoption() -> None:
    head = _english("Distr.: General\n14 December 2020", "75/58. A title")
    assert head.adopted == ""


def test_what_the_document_does_not_state_is_empty() -> None:
    head = _english("Some words")
    assert head == Masthead(organ="General Assembly")


_REPORTS = {
    "ar": ("[بناء على تقرير لجنة المسائل السياسية الخاصة", "(اللجنة الرابعة) (A/71/497)]"),
    "en": ("[on the report of the Special Political Committee", "(Fourth Committee) (A/71/497)]"),
    "es": ("[sobre la base del informe de la Comisión", "(Cuarta Comisión) (A/71/497)]"),
    "fr": ("[sur le rapport de la Commission des questions", "(Quatrième Commission) (A/71/497)]"),
    "ru": ("[по докладу Комитета по специальным вопросам", "(Четвертый комитет) (A/71/497)]"),
    "zh": ("[根据特别政治和非殖民化委员会", "(第四委员会)的报告(A/71/497)通过]"),
}


@pytest.mark.parametrize("language", _REPORTS)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_report_line_that_a_page_broke_is_one(language: str, between: str) -> None:
    lines = _REPORTS[language]
    found = read(
        f"---\nlanguage: {language}\n---\n{between.join(lines)}\n\n75/58.\n\n"
        f"{COUNCIL[language]}\n\n{BODIES[language]}\n"
    )
    assert found.masthead.report == "A/71/497"
    assert [line.text.split() for line in found.head if line.id == "head.report"] == [
        " ".join(lines).split()
    ]


def test_a_bracket_that_does_not_close_takes_nothing() -> None:
    found = read(
        "[on the report\n\n75/58. A title\n\nThe General Assembly,\n\n" + BODIES["en"] + "\n"
    )
    assert found.masthead.title == "A title"
    assert found.masthead.symbol == "A/RES/75/58"
