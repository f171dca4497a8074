"""Headings are no clauses, whatever they look like."""

import pytest

from desktop_app.resolution.model import words
from tests.support.texts import EN_PREAMBLE, ZH_PREAMBLE, ids, read, texts


@pytest.mark.parametrize(
    "heading",
    [
        "Follow-up",
        "**Follow-up**",
        "## Follow-up",
        "II\tFunding of lighthouses",
        "II. Funding of lighthouses",
        "A.Funding of lighthouses",
        "Part 2: Funding of lighthouses",
        "Section II\u2003Funding",
        "Budget for the period from 1\u00a0July 2020 to 30\u00a0June 2021",
    ],
)
def test_a_heading_between_operative_paragraphs_begins_a_section(heading: str) -> None:
    found = read(f"{EN_PREAMBLE}1. Decides to act;\n\n{heading}\n\n2. Requests more.\n")
    text = heading.strip("*# ")
    assert [(part.id, words(part.heading)) for part in found.parts[2:]] == [("section1", text)]
    assert texts(found)["op1"] == "Decides to act;"
    assert ids(found) == ["pp1", "op1", "op2"]


@pytest.mark.parametrize(
    ("preamble", "heading", "rest"),
    [
        (ZH_PREAMBLE, "后续行动", "1. 决定采取行动。"),
        (ZH_PREAMBLE, "二、供资", "1. 决定采取行动。"),
        (EN_PREAMBLE, "Introduction", "1. Decides to act."),
    ],
)
def test_a_heading_before_the_first_operative_paragraph_begins_a_section(
    preamble: str, heading: str, rest: str
) -> None:
    found = read(f"{preamble}{heading}\n\n{rest}\n")
    assert [words(part.heading) for part in found.parts[1:]] == [heading]
    assert ids(found) == ["pp1", "op1"]


@pytest.mark.parametrize(
    ("language", "enacting", "preambular", "heading", "operative"),
    [
        ("fr", "L'Assemblée générale,", "Rappelant sa résolution,", "Suivi", "1. Décide d'agir."),
        ("es", "La Asamblea General,", "Recordando su resolución,", "Fondos", "1. Decide actuar."),
        ("ru", "Генеральная Ассамблея,", "ссылаясь на решение,", "Обзор", "1. постановляет это."),
        ("ar", "إن الجمعية العامة،", "إذ تشير إلى قرارها،", "المتابعة", "1 - تقرر ذلك."),
    ],
)
def test_a_heading_in_any_language(
    language: str, enacting: str, preambular: str, heading: str, operative: str
) -> None:
    lines = "\n\n".join((enacting, preambular, heading, operative))
    found = read(f"---\nlanguage: {language}\n---\n{lines}\n")
    assert [words(part.heading) for part in found.parts] == [enacting, heading]
    assert ids(found) == ["pp1", "op1"]


def test_a_heading_within_the_preamble_stands_above_preambular_paragraphs() -> None:
    found = read(
        f"{EN_PREAMBLE}Lighthouses at sea\n\nNoting that they are dark,\n\n1. Decides to act.\n"
    )
    assert [(part.id, words(part.heading)) for part in found.parts] == [
        ("preamble", "The General Assembly,"),
        ("preamble2", "Lighthouses at sea"),
        ("operative", ""),
    ]
    assert [part.clauses[0].text for part in found.parts[1:]] == [
        "Noting that they are dark,",
        "Decides to act.",
    ]


def test_the_items_of_a_list_are_no_headings_and_stay_apart() -> None:
    found = read(
        f"{EN_PREAMBLE}1. Decides to elect:\n\nAtlantis\n\nLyonesse\n\n2. Requests more.\n"
    )
    assert [part.kind.value for part in found.parts] == ["preamble", "operative"]
    assert [clause.text for clause in found.parts[1].clauses] == [
        "Decides to elect:",
        "Atlantis",
        "Lyonesse",
        "Requests more.",
    ]


def test_a_chapeau_without_a_sign_at_its_end_is_no_heading() -> None:
    found = read(
        f"{EN_PREAMBLE}Acting under Chapter VII of the Charter of the United Nations\n\n"
        "1. Decides to act.\n"
    )
    assert ids(found) == ["pp1", "pp2", "op1"]


@pytest.mark.parametrize(
    "heading",
    ["ANNEX", "Annex I – Statute", "Annex I. Statute", "Annex A: Plan", "Appendix", "APPENDIX II"],
)
def test_the_head_of_an_annex_may_hold_its_title(heading: str) -> None:
    found = read(f"{EN_PREAMBLE}1. Decides.\n\n37th plenary meeting\n\n{heading}\n\nA text.\n")
    assert [(part.kind.value, words(part.heading)) for part in found.parts[2:]] == [
        ("annex", heading)
    ]
    assert [line.id for line in found.closing] == ["closing.meeting"]


@pytest.mark.parametrize("heading", ["附 件", "附件一：章程", "附录"])
def test_the_head_of_a_chinese_annex(heading: str) -> None:
    found = read(f"{ZH_PREAMBLE}1. 决定通过章程。\n\n{heading}\n\n第一条 灯塔长明。\n")
    assert [part.kind.value for part in found.parts] == ["preamble", "operative", "annex"]


_CUT = "Subject to the law of the harbour the keepers shall light every lamp of the north and of"


@pytest.mark.parametrize("below", ["the south without delay.", "the south, and put none out;"])
def test_what_goes_on_below_a_page_end_is_no_heading(below: str) -> None:
    found = read(
        f"{EN_PREAMBLE}1. Adopts it.\n\nAnnex\n\nArticle 1\n\nLamps\n\n{_CUT}\n\n{below}\n\n"
        f"Article 2\n\n{_CUT}\n\n{below}\n"
    )
    headings = [words(part.heading) for one in found.parts for part in one.divisions()]
    assert headings[-2:] == ["Article 1 Lamps", "Article 2"]
    assert texts(found)["annex.art2.p1"] == f"{_CUT} {below}"


@pytest.mark.parametrize("mark", ["12", " 12"])
def test_a_paragraph_with_a_bare_mark_behind_its_end_is_no_heading(mark: str) -> None:
    found = read(
        f"{EN_PREAMBLE}1. Adopts it.\n\nAnnex\n\n"
        f"A request needs no further certification.{mark}\n\nOthers need one.\n"
    )
    assert ids(found)[2:] == ["annex.p1", "annex.p2"]
