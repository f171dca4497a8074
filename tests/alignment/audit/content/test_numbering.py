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


def test_numbers_that_run_through_all_sections_beside_those_that_begin_anew() -> None:
    texts = [
        ("The port has 20 piers.", "Le port a 20 quais."),
        ("It has 30 cranes.", "Il a 30 grues."),
        ("It was built in 1850.", "Il a été construit en 1850."),
        ("It was closed in 1914.", "Il a été fermé en 1914."),
    ]
    heads = [("Annex", "Annexe"), ("I. The port", "I. Le port"), ("II. Its past", "II. Son passé")]

    def version(language: int, numbers: str) -> str:
        opening = (f"{EN_PREAMBLE}1. Adopts it.", f"{_OPENS['fr']}\n\na) agir.")[language]
        lines = [f"{n}. {text[language]}" for n, text in zip(numbers, texts, strict=True)]
        annex, first, second = (head[language] for head in heads)
        return "\n\n".join((opening, annex, first, *lines[:2], second, *lines[2:])) + "\n"

    assert _said(version(0, "1234"), version(1, "1212"), "numbering") == []
    assert _said(version(0, "1212"), version(1, "1234"), "numbering") == []
    assert len(_said(version(0, "1234"), version(1, "1213"), "numbering")) == 1


@pytest.mark.parametrize("other", ["", "– ", "(a) "])
def test_a_number_in_several_parts_before_a_paragraph_is_none_of_its_words(other: str) -> None:
    own, there = "2.1. Paying 30 dollars.", f"{other}Payer 30 dollars."
    assert findings(("en", [own]), ("fr", [there])) == ()
    (found,) = findings(("en", [own]), ("fr", ["2.2. Payer 30 dollars."]))
    assert "2.1" in found.sentence
    assert findings(("en", ["2.5 metres are added."]), ("fr", ["On ajoute 2,5 mètres."])) == ()
