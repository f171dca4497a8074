"""Enacting words of every organ, and texts that have none."""

import pytest

from desktop_app.resolution.model import DocumentKind, Resolution, words
from tests.support.six_languages import BODIES
from tests.support.texts import ids, openings, read


def _read(language: str, *head: str) -> Resolution:
    lines = "\n\n".join((*head, BODIES[language]))
    return read(f"---\nlanguage: {language}\n---\n{lines}\n")


@pytest.mark.parametrize(
    ("language", "enacting", "organ"),
    [
        ("en", "The Commission on Human Rights,", "Commission on Human Rights"),
        ("fr", "La Commission des droits de l'homme,", "Commission on Human Rights"),
        ("es", "La Comisión de Derechos Humanos,", "Commission on Human Rights"),
        ("ru", "Комиссия по правам человека,", "Commission on Human Rights"),
        ("zh", "人权委员会，", "Commission on Human Rights"),
        ("ar", "إن لجنة حقوق الإنسان،", "Commission on Human Rights"),
        ("en", "The Conference of the Parties,", "Conference of the Parties"),
        ("fr", "La Conférence des Parties,", "La Conférence des Parties"),
        ("es", "La Conferencia de las Partes,", "La Conferencia de las Partes"),
        ("ru", "Конференция Сторон,", "Конференция Сторон"),
        ("zh", "缔约方会议，", "缔约方会议"),
        ("ar", "إن مؤتمر الأطراف،", "إن مؤتمر الأطراف"),
        ("ar", "إن مجلس الامن،", "Security Council"),
        ("ar", "إن مجلـس الأمـن،", "Security Council"),
        ("ru", "Cовет Безопaсности,", "Security Council"),
        ("en", "The\u00a0General\u00a0Assembly,", "General Assembly"),
        ("en", "THE GENERAL ASSEMBLY,", "General Assembly"),
        ("fr", "LE CONSEIL ÉCONOMIQUE ET SOCIAL,", "Economic and Social Council"),
        ("es", "LA ASAMBLEA GENERAL,", "General Assembly"),
        ("en", "THE LIGHTHOUSE KEEPERS,", ""),
        (
            "es",
            "La 73.ª Asamblea Mundial de la Salud,",
            "La 73.ª Asamblea Mundial de la Salud",
        ),
        ("ru", "Генеральная конференция,", "Генеральная конференция"),
        ("ru", "Исполнительный совет,", "Исполнительный совет"),
        (
            "ru",
            "Семьдесят третья сессия Всемирной ассамблеи здравоохранения,",
            "Семьдесят третья сессия Всемирной ассамблеи здравоохранения",
        ),
        ("zh", "理事会，", "理事会"),
        ("ar", "إن جمعية الأمم المتحدة للبيئة،", "إن جمعية الأمم المتحدة للبيئة"),
        ("en", "General Assembly,", "General Assembly"),
        ("zh", "安全理事会", "Security Council"),
        ("en", "The Security Council", "Security Council"),
        ("en", "The Security Council.", "Security Council"),
        ("fr", "Le Conseil de sécurité :", "Security Council"),
    ],
)
def test_the_enacting_words_of_any_organ_begin_a_resolution(
    language: str, enacting: str, organ: str
) -> None:
    found = _read(language, enacting)
    if not organ:
        assert not found.is_structured
        return
    assert found.is_structured
    assert found.masthead.organ == organ
    assert words(found.parts[0].heading) == enacting
    assert ids(found) == ["pp1", "op1"]


def test_a_declaration_has_enacting_words_without_a_comma() -> None:
    found = read(
        "75/900. Declaration on lighthouses\n\nThe General Assembly\n\n"
        "Adopts the following declaration:\n\nDeclaration on lighthouses\n\n"
        "1. We, the keepers of the light, have met in the harbour.\n\n2. We shall keep it lit.\n"
    )
    assert openings(found) == ["Adopts", "", ""]
    assert [(part.id, words(part.heading)) for part in found.parts] == [
        ("preamble", "The General Assembly"),
        ("section1", "Declaration on lighthouses"),
    ]


def test_a_resolution_that_recommends_another_has_a_preamble_of_each() -> None:
    found = read(
        "2015/900. Lamps\n\nThe Economic and Social Council\n\n"
        "Recommends to the General Assembly the adoption of the following draft resolution:\n\n"
        "The General Assembly,\n\nRecalling its resolution 74/900,\n\n1. Decides to act.\n"
    )
    assert [(part.id, words(part.heading)) for part in found.parts] == [
        ("preamble", "The Economic and Social Council"),
        ("preamble2", "The General Assembly,"),
        ("operative", ""),
    ]
    assert found.masthead.symbol == "E/RES/2015/900"


def test_a_resolution_of_the_forties_may_have_no_enacting_words() -> None:
    found = read(
        "900 (1946). Resolution of 25 January 1946\n\n"
        "By the Charter the Members have agreed that there shall be a lighthouse in the harbour;\n"
        "\nTherefore\n\n1. The Security Council requests the keepers to meet in the harbour;\n\n"
        "2. The Security Council directs them to light it.\n\nAdopted at the 2nd meeting.\n"
    )
    assert found.is_structured
    assert [clause.number for clause in found.walk()] == ["", "", "1", "2"]
    assert [line.id for line in found.closing] == ["closing.adoption"]


def test_a_list_of_names_is_read_as_the_enacting_words_have_it() -> None:
    names = "\n\n".join(f"Zxq Vbn{n} ({place})" for n, place in enumerate(["Qwrt", "Plmk"] * 9))
    found = read(
        "Resolution 900 (1993)\nof 20 August 1993\n\nThe Security Council,\n\n"
        f"Having decided to elect,\n\nEstablishes the list:\n\n{names}\n"
    )
    assert found.language == "en"
    assert sum(clause.text.startswith("Zxq") for clause in found.walk()) == 18


@pytest.mark.parametrize(
    "text",
    [
        "To buy for the week\n\n1. Milk\n2. Bread\n3. Apples and pears\n4. Candles\n",
        "Chapter One\n\nThe harbour lay in the fog, and the keeper of the light was asleep, as he "
        "was on most nights of that winter, when nobody came.\n\nChapter Two\n\nHe woke.\n",
        "The Commission,\n\nwhere my brother works, is on the other side of the river.\n",
        "Dear Sir,\n\nThe Committee,\n\nI regret to say, has not answered my letter of May.\n\n"
        "1. It is late.\n\nYours faithfully\n",
        "10:01 start\n10:02 the lamp is lit\n10:03 the lamp is out\n10:04 stop\n",
    ],
    ids=["shopping list", "novel", "prose", "letter", "log"],
)
def test_nothing_is_forced_into_a_resolution(text: str) -> None:
    assert not read(f"---\nlanguage: en\n---\n{text}").is_structured


@pytest.mark.parametrize(
    ("title", "paragraphs"),
    [
        (
            "24 (I). Transfer of the lights of the old harbour",
            "1. The General Assembly reserves the right to decide about the lights.\n\n"
            "2. The General Assembly requests the keepers to light them.\n",
        ),
        (
            "24 (I). Transfert des feux du vieux port",
            "1. L’Assemblée générale se réserve le droit de décider au sujet des feux du port.\n\n"
            "2. L’Assemblée générale invite les gardiens à les allumer dans tous les ports.\n",
        ),
        (
            "24 (I). Traspaso de las luces del puerto viejo",
            "1. La Asamblea General decide sobre las luces de todos los puertos.\n\n"
            "2. La Asamblea General pide a los guardianes que las enciendan.\n",
        ),
    ],
)
def test_enacting_words_can_stand_within_numbered_paragraphs(title: str, paragraphs: str) -> None:
    found = read(f"{title}\n\nThe lamps were put out when it was dark.\n\n{paragraphs}")
    assert found.masthead.symbol == "A/RES/24(I)"
    assert [clause.number for clause in found.walk()] == ["", "1", "2"]


def test_other_numbered_paragraphs_below_a_number_are_no_resolution() -> None:
    found = read("24 (I). Lamps\n\n1. The lamps were put out.\n\n2. It was dark in the harbour.\n")
    assert found.kind is not DocumentKind.RESOLUTION
