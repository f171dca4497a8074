"""What a Word document says of itself."""

import re

import pytest
from docx.opc.constants import RELATIONSHIP_TYPE

from desktop_app.alignment.align import alone
from desktop_app.export.excerpt.options import Arrangement, Options
from tests.export.formats.docx.conftest import (
    BITEXTS,
    BOTH,
    EN_TEXT,
    W,
    excerpt_of,
    opened,
    text_of,
)

_COLUMNS, _INTERLEAVED, _SEQUENCE = Arrangement


@pytest.mark.parametrize("name", BITEXTS)
def test_it_names_the_document_its_addresses_and_what_the_texts_are(name: str) -> None:
    found = excerpt_of(BITEXTS[name], "OP1")
    written = opened(found)
    about = written.paragraphs()[: 2 + len(found.versions)]
    assert about == [
        ("Title", found.title),
        ("Citation", found.citation),
        *(("Provenance", f"{v.name}: {v.trust} ({v.address})") for v in found.versions),
    ]
    links = [
        relationship.target_ref
        for relationship in written.document.part.rels.values()
        if relationship.reltype == RELATIONSHIP_TYPE.HYPERLINK
    ]
    assert links == [version.address for version in found.versions]


def test_a_converted_text_says_so_on_every_page() -> None:
    found = excerpt_of(BITEXTS["Taiwan"], "OP1")
    footer = text_of(opened(found).xml["word/footer1.xml"])
    assert "Chinese (Traditional): converted from Simplified (OpenCC" in footer
    assert "English: transcription, not the official record" in footer


def test_the_header_has_the_symbol_and_the_footer_the_number_of_the_page() -> None:
    written = opened(excerpt_of(BOTH, options=Options(arrangement=_SEQUENCE)))
    assert [
        (section.header.paragraphs[0].text, section.footer.paragraphs[1].text[:7])
        for section in written.document.sections
    ] == [("A/RES/75/58", "Chinese")] * 2
    fields = [
        field.get(f"{W}instr", "").strip()
        for field in written.xml["word/footer1.xml"].iter(f"{W}fldSimple")
    ]
    assert fields == ["PAGE"]


def test_the_properties() -> None:
    properties = opened(excerpt_of(BITEXTS["Taiwan"])).document.core_properties
    assert properties.title.startswith("A/RES/75/58 防止恐怖")
    assert properties.subject == "A/RES/75/58"
    assert properties.language == "zh-Hant-TW"
    assert properties.identifier == "https://docs.un.org/zh/A/RES/75/58"
    assert properties.keywords == "A/RES/75/58; Chinese (Traditional); English"
    assert properties.author == "Resolution Reader"
    assert properties.comments.startswith("Chinese (Traditional): converted from Simplified")


def test_a_title_of_any_length_fits_the_properties() -> None:
    long = EN_TEXT._replace(masthead=EN_TEXT.masthead._replace(title="word " * 100))
    written = opened(excerpt_of(alone(long)))
    assert len(written.document.core_properties.title) == 255
    assert written.paragraphs()[0][1] == f"A/RES/75/58 {'word ' * 100}"


def test_an_address_of_any_letters_is_an_address() -> None:
    odd = EN_TEXT._replace(masthead=EN_TEXT.masthead._replace(symbol='A/RES/"><?% 决\u200f议'))
    found = excerpt_of(alone(odd), "OP1")
    written = opened(found)
    targets = [
        relationship.target_ref
        for relationship in written.document.part.rels.values()
        if relationship.is_external
    ]
    assert len(targets) == 1
    assert re.fullmatch(r"https://[\w/.:()%~-]+", targets[0], re.ASCII)
    assert found.versions[0].address in written.paragraphs()[2][1]
