"""The letters of sub-paragraphs, and paragraphs without words."""

import pytest

from desktop_app.alignment.align import align
from desktop_app.alignment.audit.audit import audit
from desktop_app.alignment.audit.registry import named
from tests.alignment.audit.rows import findings
from tests.support.texts import EN_PREAMBLE, read

_LETTERS = {
    "ar": ("(أ)", "(ب)", "(ج)"),
    "en": ("(a)", "(b)", "(c)"),
    "es": ("a)", "b)", "c)"),
    "fr": ("a)", "b)", "c)"),
    "ru": ("а)", "b)", "с)"),
    "zh": ("(a)", "(b)", "(c)"),
}
_OPENS = {
    "ar": "الجمعية العامة،\n\nإذ تشير إلى قرارها 74/43،\n\n1 - تدعو الدول إلى:",
    "en": "The General Assembly,\n\nRecalling its resolution 74/43,\n\n1. Invites States:",
    "es": "La Asamblea General,\n\nRecordando su resolución 74/43,\n\n1. Invita a los Estados a:",
    "fr": "L’Assemblée générale,\n\nRappelant sa résolution 74/43,\n\n1. Invite les États à :",
    "ru": (
        "Генеральная Ассамблея,\n\nссылаясь на свою резолюцию 74/43,\n\n1. предлагает государствам:"
    ),
    "zh": "大会，\n\n回顾其第74/43号决议，\n\n1. 邀请各国：",
}
_ITEMS = {
    "ar": ("دفع 100 دولار؛", "إرسال 20 خبيرا؛", "تقديم 3 تقارير."),
    "en": ("To pay 100 dollars;", "To send 20 experts;", "To submit 3 reports."),
    "es": ("Pagar 100 dólares;", "Enviar 20 expertos;", "Presentar 3 informes."),
    "fr": ("Verser 100 dollars ;", "Envoyer 20 experts ;", "Présenter 3 rapports."),
    "ru": ("выплатить 100 долларов;", "направить 20 экспертов;", "представить 3 доклада."),
    "zh": ("支付100美元；", "派遣20名专家；", "提交3份报告。"),
}


def _list(language: str, order: str = "012", emptied: int | None = None) -> str:
    letters, items = _LETTERS[language], list(_ITEMS[language])
    if emptied is not None:
        items[emptied] = ""
    lines = [f"{letters[int(place)]} {item}" for place, item in zip(order, items, strict=True)]
    return f"---\nlanguage: {language}\n---\n\n" + "\n\n".join((_OPENS[language], *lines)) + "\n"


def _said(source: str, target: str, check: str) -> list[str]:
    return [one.sentence for one in audit(align(read(source), read(target)), named([check]))]


@pytest.mark.parametrize("language", [*_LETTERS])
@pytest.mark.parametrize("other", ["en", "ru"])
def test_letters_in_another_order_are_found(language: str, other: str) -> None:
    if language == other:
        return
    assert _said(_list(language), _list(other), "numbering") == []
    said = _said(_list(language, "021"), _list(other), "numbering")
    assert any("(c)" in one and "(b)" in one for one in said), said


@pytest.mark.parametrize("language", [*_LETTERS])
def test_a_letter_that_stands_twice_is_found(language: str) -> None:
    other = "fr" if language == "en" else "en"
    said = _said(_list(language, "011"), _list(other), "numbering")
    assert len(said) == 1


def test_roman_numerals_beside_letters_are_another_way_to_count() -> None:
    roman = f"{EN_PREAMBLE}1. Invites States:\n\n(i) To pay 100 dollars;\n\n(ii) To send 20 men.\n"
    assert _said(roman, _list("zh"), "numbering") == []


@pytest.mark.parametrize("language", [*_LETTERS])
def test_a_paragraph_that_was_emptied_is_found(language: str) -> None:
    other = "fr" if language == "en" else "en"
    assert _said(_list(other), _list(language), "paragraphs") == []
    (said,) = _said(_list(other), _list(language, emptied=1), "paragraphs")
    assert said.startswith("OP1(b) of the")
    assert "has no words in the" in said


def test_a_paragraph_without_words_on_both_sides_is_none() -> None:
    assert findings(("en", ["", "Decides."]), ("fr", ["", "Décide."]), named(["paragraphs"])) == ()
