"""Months named alone, and the numbers of paragraphs."""

import pytest

from desktop_app.alignment.align import align
from desktop_app.alignment.audit.audit import audit
from desktop_app.alignment.audit.registry import named
from desktop_app.grammar.checking.months import months
from tests.support.texts import EN, EN_PREAMBLE, ZH, ZH_PREAMBLE, read


@pytest.mark.parametrize(
    ("zh", "en", "said"),
    [
        ("7月开会", "to meet in August", ["the Chinese text has 7月, the English text August."]),
        ("开会", "to meet in August", ["August of the English text is not in the Chinese text."]),
        ("七月开会", "to meet in July", []),
        ("开会", "that it may meet", []),
        ("5月开会", "to meet in May", []),
        ("在2019年7月3日开会", "to meet on 3 July 2019 and again in July", []),
        ("在三个月内开会", "to meet within three months", []),
    ],
)
def test_months_alone(zh: str, en: str, said: list[str]) -> None:
    bitext = align(read(f"{ZH_PREAMBLE}1. 决定{zh}。\n"), read(f"{EN_PREAMBLE}1. Decides {en}.\n"))
    found = audit(bitext, named(["months"]))
    assert [one.sentence.removeprefix("OP1: ") for one in found] == said


@pytest.mark.parametrize(
    ("text", "language", "numbers"),
    [
        ("in May and June, as it may", "en", [5, 6]),
        ("en mai et en août", "fr", [5, 8]),
        ("en mayo y en agosto", "es", [5, 8]),
        ("в мае и августе", "ru", [5, 8]),
        ("في أيار/مايو وتموز", "ar", [5, 5, 7]),
        ("5月、十一月和13月", "zh", [5, 11]),
        ("im Mai", "de", []),
    ],
)
def test_months_have_their_numbers_in_all_languages(
    text: str, language: str, numbers: list[int]
) -> None:
    assert [month.number for month in months(text, language)] == numbers


def test_numbers_of_paragraphs_that_go_apart_are_found_where_they_do() -> None:
    en = EN.replace("\n5. *Req", "\n7. *Req").replace("\n6. *Dec", "\n8. *Dec")
    found = audit(align(read(ZH), read(en)), named(["numbering"]))
    assert [one.sentence for one in found] == [
        "OP5 is number 5 in the Chinese text and number 7 in the English text."
    ]
    assert audit(align(read(ZH), read(EN)), named(["numbering"])) == ()


def test_numbers_that_a_missing_paragraph_shifts_are_no_finding() -> None:
    begin, end = EN.index("4. *Encourages*"), EN.index("5. *Requests*")
    en = (EN[:begin] + EN[end:]).replace("\n5. *Req", "\n4. *Req").replace("\n6. *Dec", "\n5. *Dec")
    assert audit(align(read(ZH), read(en)), named(["numbering"])) == ()
