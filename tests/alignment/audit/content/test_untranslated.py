"""Words and paragraphs that were left in the language of the other version."""

import pytest

from desktop_app.alignment.audit.audit import audit
from desktop_app.alignment.audit.registry import named
from desktop_app.resolution.bitext import Bitext, Row
from tests.alignment.audit.rows import findings, rows_of

_CHECK = named(["untranslated"])
_EN = "The Secretariat studies capacity building programme development at its seat."
_TEXTS = {
    "ar": ("تدرس الأمانة {} في مقرها.", "تطوير برامج بناء القدرات"),
    "en": ("The Secretariat studies {} at its seat.", "how programmes of training are developed"),
    "es": ("La Secretaría estudia {} en su sede.", "la elaboración de programas de capacitación"),
    "fr": ("Le Secrétariat étudie {} à son siège.", "l’élaboration de programmes de formation"),
    "ru": ("Секретариат изучает {} в своем месте пребывания.", "разработку программ обучения"),
    "zh": ("秘书处在所在地研究{}。", "能力建设方案的制订"),
}


def _said(one: tuple[str, str], other: tuple[str, str]) -> list[str]:
    found = findings((one[0], [one[1]]), (other[0], [other[1]]), _CHECK)
    return [finding.sentence.removeprefix("OP1: ") for finding in found]


@pytest.mark.parametrize("language", ["ar", "ru", "zh"])
@pytest.mark.parametrize(
    "words", ["capacity building programme development", "the work of committees"]
)
def test_four_words_are_found_in_a_text_of_other_letters(language: str, words: str) -> None:
    sentence, own = _TEXTS[language]
    assert _said((language, sentence.format(own)), ("en", _EN)) == []
    (said,) = _said((language, sentence.format(words)), ("en", _EN))
    assert said.endswith(words + ".")


@pytest.mark.parametrize("language", ["ar", "ru", "zh"])
@pytest.mark.parametrize(
    "words",
    [
        "Save the Children International",
        "(capacity building programme development)",
        "www.example.org/capacity/building/programme/development",
        "Escherichia coli",
    ],
)
def test_a_name_a_gloss_and_an_address_are_no_words_left_over(language: str, words: str) -> None:
    sentence, own = _TEXTS[language]
    assert _said((language, sentence.format(f"{own} {words}")), ("en", _EN)) == []


@pytest.mark.parametrize("language", ["ar", "es", "fr", "ru", "zh"])
@pytest.mark.parametrize("other", ["ar", "en", "es", "fr", "ru", "zh"])
def test_a_paragraph_that_was_not_translated_is_found(language: str, other: str) -> None:
    if language == other:
        return
    sentence, words = _TEXTS[other]
    whole = sentence.format(words)
    (said,) = _said((language, whole), (other, whole))
    assert "text are in another language" in said


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("fr", "Costa Rica"), ("es", "Costa Rica")),
        (("fr", "Bank of New Guinea"), ("en", "Bank of New Guinea")),
        (("ru", "Human Rights Watch"), ("en", "Human Rights Watch")),
        (("fr", "A/RES/75/58, par. 3"), ("es", "A/RES/75/58, par. 3")),
        (("zh", "12 345"), ("en", "12 345")),
    ],
)
def test_names_and_symbols_are_the_same_in_both(
    one: tuple[str, str], other: tuple[str, str]
) -> None:
    assert _said(one, other) == []


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (
            ("fr", "On n’éclaire que là où il le faut, cuando se necesite y con medida."),
            ("es", "Solo se ilumina donde haga falta, cuando se necesite y con medida."),
            "cuando se necesite y con medida",
        ),
        (
            ("en", "The Network stores images, auxquels s’ajoutent 45 téraoctets par an."),
            ("fr", "Le Réseau conserve des images, auxquels s’ajoutent 45 téraoctets par an."),
            "auxquels s’ajoutent",
        ),
        (
            ("es", "La secretaría publica the results of such studies cada año."),
            ("en", "The secretariat publishes the results of such studies every year."),
            "the results of such studies",
        ),
        (
            ("fr", "Médecins sans frontières et la Save the Children Federation l’ont dit."),
            ("en", "So said Médecins sans frontières and the Save the Children Federation."),
            "",
        ),
    ],
)
def test_a_phrase_that_stands_on_both_sides(
    one: tuple[str, str], other: tuple[str, str], words: str
) -> None:
    said = _said(one, other)
    assert len(said) == bool(words)
    assert all(words in sentence for sentence in said)


def test_a_paragraph_in_cyrillic_letters_within_a_french_one_is_no_name() -> None:
    fr = "Trois mois avant, каждая Сторона представляет Совету доклад о мерах, et ses données."
    ru = "За три месяца каждая Сторона представляет Совету доклад о мерах и свои данные."
    assert len(_said(("fr", fr), ("ru", ru))) == 1


def test_a_text_in_a_language_without_tables_is_let_be() -> None:
    words = "Die Ausschüsse tagen in Wien the same words on both sides."
    assert _said(("und", words), ("en", words)) == []


def test_numbers_do_not_hide_a_paragraph_in_chinese() -> None:
    zh = "每年将出版4期公报，印数1 200份，以6种语文印发。"
    ru = "Ежегодно издаются 4 бюллетеня тиражом 1200 экземпляров на 6 языках."
    assert len(_said(("ru", zh), ("zh", zh))) == 1
    assert _said(("ru", ru), ("zh", zh)) == []


def test_a_paragraph_without_a_counterpart_is_found_too() -> None:
    sentence, words = _TEXTS["ru"]
    pair = rows_of(("fr", [sentence.format(words)]), ("ru", [sentence.format(words)]))
    apart = Row(("op1",), (), 1.0), Row((), ("op1",), 1.0)
    (found,) = audit(Bitext(pair.source, pair.target, apart), _CHECK)
    assert found.source == ("op1",)


_COUNTRY = {
    "ar": "الجمهورية الدومينيكية",
    "en": "Dominican Republic",
    "es": "República Dominicana",
    "fr": "République dominicaine",
    "ru": "Доминиканская Республика",
    "zh": "多米尼加共和国",
}


@pytest.mark.parametrize("language", _COUNTRY)
@pytest.mark.parametrize("other", _COUNTRY)
def test_the_name_of_a_country_in_the_other_language_is_found(language: str, other: str) -> None:
    if language == other:
        return
    there = other, ["1945", _COUNTRY[other]]
    assert findings((language, ["1945", _COUNTRY[language]]), there) == ()
    (found,) = findings((language, ["1945", _COUNTRY[other]]), there)
    assert found.kind == "untranslated"


def test_a_name_that_both_languages_have_or_that_is_part_of_another_is_translated() -> None:
    assert findings(("es", ["Cuba y Panamá"]), ("fr", ["Cuba et Panama"])) == ()
    words = "La Bank of Cyprus Ltd. abrió", "Bank of Cyprus Ltd. was opened"
    assert findings(("es", [words[0]]), ("en", [words[1]]), _CHECK) == ()
