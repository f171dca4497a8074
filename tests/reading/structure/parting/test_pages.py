"""What stands at the heads and feet of pages is no part of the text, wherever a copy has it."""

import pytest

from desktop_app.reading.readers import text
from desktop_app.reading.structure.resolution import resolution
from desktop_app.resolution.model import Resolution, words
from tests.support.texts import every_text, ids

_HEADS = {
    "en": "United Nations\n\nA/RES/75/58\n\n75/58. A title\n\nThe General Assembly,\n\n",
    "fr": "A/RES/75/58\n\n75/58. Un titre\n\nL'Assemblée générale,\n\n",
    "es": "A/RES/75/58\n\n75/58. Un título\n\nLa Asamblea General,\n\n",
    "ru": "A/RES/75/58\n\n75/58. Название\n\nГенеральная Ассамблея,\n\n",
    "zh": "A/RES/75/58\n\n75/58. 题目\n\n大会，\n\n",
    "ar": "A/RES/75/58\n\n75/58 - عنوان\n\nإن الجمعية العامة،\n\n",
}
_SENTENCES = {
    "en": ("Recalling its resolution 74/43,", "Decides to meet", "and to report;"),
    "fr": ("Rappelant sa résolution 74/43,", "Décide de se réunir", "et de faire rapport;"),
    "es": ("Recordando su resolución 74/43,", "Decide reunirse", "y presentar un informe;"),
    "ru": ("ссылаясь на свою резолюцию 74/43,", "постановляет собраться", "и доложить;"),
    "zh": ("回顾其第74/43号决议，", "决定每年在港口的灯塔举行会议", "并提出报告；"),
    "ar": ("إذ تشير إلى قرارها 74/43،", "تقرر أن تجتمع", "وأن تقدم تقريرا؛"),
}
_PAGES = {
    "en": "Page 2", "fr": "Page 2", "es": "Página 2", "ru": "Стр. 2", "zh": "第2页", "ar": "صفحة 2",
}  # fmt: skip
_LONG = "that the keepers of the lights of all harbours shall be thanked, " * 12


def _read(words_: str) -> Resolution:
    return resolution(text.read(words_))


def _text(language: str, furniture: str) -> str:
    preambular, first, rest = _SENTENCES[language]
    numbered = f"1. {first}\n\n{furniture}\n\n{rest}\n\n2. {first} {rest}\n"
    return f"{_HEADS[language]}{preambular}\n\n{numbered}"


@pytest.mark.parametrize("language", list(_HEADS))
@pytest.mark.parametrize("furniture", ["A/RES/75/58", "/...\n\nA/RES/75/58\n\n{page}", "{page}"])
def test_the_head_of_a_page_parts_no_paragraph(language: str, furniture: str) -> None:
    if furniture == "{page}":  # below the symbol alone
        furniture = "A/RES/75/58\n{page}"
    found = _read(_text(language, furniture.format(page=_PAGES[language])))
    _, first, rest = _SENTENCES[language]
    (one, _) = [clause for clause in found.walk() if clause.number]
    assert one.text == f"{first}{'' if language == 'zh' else ' '}{rest}"
    assert found.masthead.symbol == "A/RES/75/58"
    assert ids(found) == ["pp1", "op1", "op2"]


def test_the_symbol_may_be_that_of_the_number_alone() -> None:
    found = _read(
        "Resolution 2231 (2015)\n\nAdopted by the Security Council on 20 July 2015\n\n"
        "The Security Council,\n\nRecalling its resolution 2224 (2015),\n\n1. Decides to act;\n\n"
        "15-12013 2/104\n\nS/RES/2231 (2015)\n\n2. Decides to remain seized.\n"
    )
    assert ids(found) == ["pp1", "op1", "op2"]
    assert [words(part.heading) for part in found.parts] == ["The Security Council,", ""]


def test_another_symbol_alone_stays() -> None:
    found = _read(_text("en", "S/2015/544").replace("and to", "And to"))
    assert "S/2015/544" in " ".join(
        [*(clause.text for clause in found.walk()), *(words(part.heading) for part in found.parts)]
    )


def test_the_numbers_of_pages_part_no_paragraph() -> None:
    head = _HEADS["en"] + "Recalling its resolution 74/43,\n\n"
    found = _read(
        f"{head}1. Decides {_LONG}and\n\n26\n\nto do this;\n\n2. Requests {_LONG}always;\n\n27\n\n"
        f"3. Requests {_LONG}again;\n\n29\n\n4. Decides to end.\n"
    )
    assert ids(found) == ["pp1", "op1", "op2", "op3", "op4"]
    assert "and to do this;" in next(c for c in found.walk() if c.number == "1").text


@pytest.mark.parametrize(
    "numbers",
    [
        ("1", "2", "3"),  # numbers that a converter cut off
        ("26", "90", "12"),
    ],
)
def test_other_numbers_alone_stay(numbers: tuple[str, str, str]) -> None:
    head = _HEADS["en"] + "Recalling its resolution 74/43,\n\n"
    body = "".join(f"{number}\n\nRequests {_LONG}always;\n\n" for number in numbers)
    found = _read(head + body)
    all_words = "".join(f"{clause.mark} {clause.text} " for clause in found.walk()).split()
    assert [all_words.count(number) for number in numbers] == [1, 1, 1]


def test_the_cells_of_a_column_stay() -> None:
    head = _HEADS["en"] + "Recalling its resolution 74/43,\n\n1. Decides to act.\n\nAnnex\n\n"
    found = _read(f"{head}Members\n\n26\n\nAlandia\n\n27\n\nBolandia\n\n28\n\nCelandia\n")
    text_ = " ".join(clause.text for clause in found.walk())
    assert all(number in text_ for number in ("26", "27", "28"))


@pytest.mark.parametrize("symbol", ["A/RES/75/58", "S/RES/1540 (2004)", "E/CN.4/2005/L.10"])
def test_a_symbol_at_the_heads_of_pages_alone_is_that_of_the_document(symbol: str) -> None:
    found = _read(
        "The lamps\n\nThe General Assembly,\n\nRecalling its report,\n\n1. Decides to act;\n\n"
        f"{symbol}\n\n2. Requests more;\n\n{symbol}\n\n3. Decides to go on.\n"
    )
    assert found.masthead.symbol == symbol
    assert symbol not in " ".join(every_text(found))
