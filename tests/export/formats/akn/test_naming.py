"""What is said of a text in Akoma Ntoso: its names, languages and provenance."""

import pytest
from lxml import etree

from desktop_app.alignment.align import alone
from desktop_app.citation.styles import CitationStyle
from desktop_app.export.excerpt.options import Notes, Options
from desktop_app.resolution.model import Provenance, Resolution
from desktop_app.script.convert import convert_resolution
from tests.export.formats.akn.conftest import (
    AKN,
    BOTH,
    EN_TEXT,
    XML_LANG,
    ZH_TEXT,
    akn_of,
    attributes,
    every,
    excerpt_of,
    fixture_text,
    one_of,
    shown,
)

_Element = etree._Element


def _iri(level: _Element, name: str = "FRBRuri") -> str | None:
    return one_of(level, name).get("value")


def test_work_expression_and_manifestation_are_named_by_the_convention() -> None:
    root = akn_of(excerpt_of(alone(EN_TEXT)))
    work, expression, manifestation = (
        one_of(root, f"FRBR{level}") for level in ("Work", "Expression", "Manifestation")
    )
    base = "/akn/un/statement/deliberation/un-ga/2020-12-07/75-58"
    assert (_iri(work), _iri(work, "FRBRthis")) == (base, f"{base}/!main")
    assert _iri(expression) == f"{base}/eng@2020-12-07"
    assert _iri(manifestation) == f"{base}/eng@2020-12-07/.xml"
    assert attributes(one_of(work, "FRBRdate")) == {"date": "2020-12-07", "name": "adoption"}
    assert one_of(work, "FRBRcountry").get("value") == "un"
    assert one_of(work, "FRBRsubtype").get("value") == "deliberation"
    assert attributes(one_of(work, "FRBRnumber")) == {"value": "75-58", "showAs": "75/58"}
    assert {alias.get("name"): alias.get("value") for alias in every(root, "FRBRalias")} == {
        "symbol": "A/RES/75/58",
        "title": EN_TEXT.masthead.title,
        "officialAddress": "https://docs.un.org/en/A/RES/75/58",
    }
    assert one_of(expression, "FRBRlanguage").get("language") == "eng"


@pytest.mark.parametrize(
    ("name", "iri"),
    [
        ("security_council_1540.zh", "un-sc/2004-04-28/1540_(2004)/zho@2004-04-28"),
        ("general_assembly_2758.zh-Hant", "un-ga/1971-10-25/2758(XXVI)/zho@1971-10-25"),
        ("general_assembly_75_58.ar", "un-ga/2020-12-07/75-58/ara@2020-12-07"),
    ],
)
def test_names_of_other_organs_sessions_and_languages(name: str, iri: str) -> None:
    expression = one_of(akn_of(excerpt_of(alone(fixture_text(name)))), "FRBRExpression")
    assert _iri(expression) == f"/akn/un/statement/deliberation/{iri}"


def test_everything_with_a_sign_leads_to_something() -> None:
    for found in (
        excerpt_of(BOTH),
        excerpt_of(alone(fixture_text("sections.en"))),
        excerpt_of(BOTH, "OP1"),
    ):
        root = akn_of(found)
        known = {f"#{element.get('eId')}" for element in root.iter()}
        for element in root.iter():
            for name in ("href", "source", "as", "refersTo", "from", "upTo"):
                value = element.get(name, "")
                assert not value.startswith("#") or value in known


@pytest.mark.parametrize(
    ("side", "said"),
    [
        (EN_TEXT, "English: transcription, not the official record."),
        (
            ZH_TEXT,
            "Chinese (Simplified): source not stated, not compared with the official record.",
        ),
        (
            EN_TEXT._replace(provenance=Provenance.CONVERTED),
            "English: converted from another script",
        ),
    ],
)
@pytest.mark.parametrize("chosen", ["all", "OP1"])
def test_what_is_not_the_official_record_says_so_to_readers_and_to_programs(
    side: Resolution, said: str, chosen: str
) -> None:
    root = akn_of(excerpt_of(alone(side), chosen))
    assert one_of(one_of(root, "FRBRExpression"), "FRBRauthoritative").get("value") == "false"
    assert shown(one_of(root, "note")[0]).startswith(said)
    source = one_of(root, "container")
    assert (source.get("status"), source.get(XML_LANG)) == ("editorial", "en")
    citation, trust, address = map(shown, source)
    assert "(A/RES/75/58" in citation
    assert trust.startswith(said)
    assert address.startswith("https://docs.un.org/")


def test_of_an_official_text_it_is_not_said_that_it_is_none() -> None:
    official = EN_TEXT._replace(provenance=Provenance.OFFICIAL)
    root = akn_of(excerpt_of(alone(official)))
    assert every(root, "FRBRauthoritative") == []
    assert shown(one_of(root, "note")[0]) == "English: official text, as the file states."


def test_a_converted_text_is_another_version_than_the_published_one() -> None:
    official = ZH_TEXT._replace(provenance=Provenance.OFFICIAL)
    root = akn_of(excerpt_of(alone(convert_resolution(official, "s2twp"))))
    expression = one_of(root, "FRBRExpression")
    base = "/akn/un/statement/deliberation/un-ga/2020-12-07/75-58"
    assert _iri(expression) == f"{base}/zho@s2twp"
    assert _iri(expression, "FRBRversionNumber") == "s2twp"
    published = one_of(expression, "FRBRmasterExpression")
    assert published.get("href") == f"{base}/zho@2020-12-07"
    assert _iri(expression, "FRBRauthoritative") == "false"
    assert one_of(root, "mainBody").get(XML_LANG) == "zh-Hant-TW"
    assert "converted from Simplified (OpenCC, " in shown(one_of(root, "note")[0])


def test_two_languages_are_a_collection_of_two_statements_of_one_work() -> None:
    root = akn_of(excerpt_of(BOTH, "PP6,OP1", Options(citation=CitationStyle.RIS)))
    assert root[0].tag == f"{AKN}documentCollection"
    works = [_iri(work) for work in every(root, "FRBRWork")]
    assert works == [
        "/akn/un/documentCollection/publication/un-ga/2020-12-07/75-58",
        *["/akn/un/statement/deliberation/un-ga/2020-12-07/75-58"] * 2,
    ]
    statements = every(root, "statement")
    assert [one_of(statement, "mainBody").get(XML_LANG) for statement in statements] == [
        "zh-Hans",
        "en",
    ]
    assert [language.get("language") for language in every(root, "FRBRlanguage")] == [
        *["zho", "eng"],
        *["zho", "eng"],
    ]
    citation = shown(one_of(root[0][1], "p"))
    assert citation.startswith("TY  - RPRT\n")
    assert citation.endswith("\nER  - ")


def test_arabic_says_that_it_is_arabic() -> None:
    root = akn_of(excerpt_of(alone(fixture_text("security_council_1540.ar")), "OP2"))
    for tag in ("preface", "mainBody"):
        assert one_of(root, tag).get(XML_LANG) == "ar"


@pytest.mark.parametrize(
    ("notes", "placement"), [(Notes.FOOT, "bottom"), (Notes.END, None)], ids=str
)
def test_a_note_says_where_it_goes(notes: Notes, placement: str | None) -> None:
    root = akn_of(excerpt_of(alone(EN_TEXT), "PP6", Options(notes=notes)))
    note = one_of(root, "authorialNote")
    assert (note.get("marker"), note.get("placement")) == ("1", placement)


def test_ibid_says_what_it_stands_for_where_the_note_before_was_not_chosen() -> None:
    note = one_of(akn_of(excerpt_of(alone(EN_TEXT), "PP7")), "authorialNote")
    assert shown(note[0]) == (
        "Ibid., vol. 1456, No. 24631. [that is, footnote 1: United Nations, Treaty Series]"
    )
