"""What a text in Akoma Ntoso cites."""

import pytest
from lxml import etree

from desktop_app.alignment.align import alone
from desktop_app.export.formats.registry import FORMATS, render
from desktop_app.resolution.model import Resolution, Run
from tests.export.formats.akn.conftest import (
    EN_TEXT,
    akn_of,
    every,
    excerpt_of,
    fixture_text,
    shown,
    with_runs,
)
from tests.tools.bench.made_up import bitext as made_up

_Element = etree._Element


def _references(text: Resolution) -> list[tuple[str, str]]:
    root = akn_of(excerpt_of(alone(text)))
    return [
        (shown(ref), ref.get("href", ""))
        for tag in ("preamble", "mainBody")
        for place in every(root, tag)
        for ref in every(place, "ref")
    ]


_CITED = "/akn/un/statement/deliberation/un-ga/2019-12-12/74-43"


def test_cited_documents_are_linked() -> None:
    assert _references(EN_TEXT) == [
        ("74/43", _CITED),
        ("1540 (2004)", "https://docs.un.org/en/S/RES/1540(2004)"),
        ("2325 (2016)", "https://docs.un.org/en/S/RES/2325(2016)"),
        ("A/74/548", "https://docs.un.org/en/A/74/548"),
        ("A/59/361", "https://docs.un.org/en/A/59/361"),
        ("60/1", "https://docs.un.org/en/A/RES/60/1"),
        ("60/288", "https://docs.un.org/en/A/RES/60/288"),
        ("74/43", _CITED),
        ("A/75/171", "https://docs.un.org/en/A/75/171"),
    ]


@pytest.mark.parametrize("language", ["ar", "es", "fr", "ru"])
def test_a_date_that_is_said_with_a_resolution_names_it_in_every_language(language: str) -> None:
    first, *_ = _references(fixture_text(f"general_assembly_75_58.{language}"))
    assert first[1] == _CITED


def test_no_date_but_its_own_names_a_resolution() -> None:
    text = (
        "Recalls its resolutions 74/43 and 60/288 of 8 September 2006, its resolution 60/1, which "
        "was adopted on 16 September 2005, and its decision of 12 December 2019 on resolution 70/1."
    )
    assert _references(with_runs((Run(text),))) == [
        ("74/43", "https://docs.un.org/en/A/RES/74/43"),
        ("60/288", "/akn/un/statement/deliberation/un-ga/2006-09-08/60-288"),
        ("60/1", "https://docs.un.org/en/A/RES/60/1"),
        ("70/1", "https://docs.un.org/en/A/RES/70/1"),
    ]


def test_what_has_no_official_page_is_no_link() -> None:
    assert _references(with_runs((Run("Recalls INFCIRC/225 and GC(62)/RES/7."),))) == []


def test_the_file_ends_in_xml_and_with_one_line_break() -> None:
    assert FORMATS["akn"].ending == "xml"
    data = render(excerpt_of(alone(EN_TEXT), "OP1"), "akn")
    assert data.startswith(b"<?xml version='1.0' encoding='UTF-8'?>\n")
    assert data.endswith(b"</akomaNtoso>\n")


def test_long_work_can_be_ended() -> None:
    told: list[float] = []

    def progress(share: float) -> None:
        told.append(share)
        if share > 0.5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        render(excerpt_of(made_up(1000, 20)), "akn", progress)
    assert told == sorted(told)
    assert len(told) > 5
