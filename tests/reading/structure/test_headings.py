"""Headings are no clauses, whatever they look like."""

import pytest

from desktop_app.resolution.model import words
from tests.support.six_languages import BODIES, COUNCIL
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


_BROKEN = {
    "en": ("B. Promotion and protection of the lights of", "the lighthouses of harbours"),
    "es": ("B. Promoción y protección de las luces de", "los faros de los puertos"),
    "fr": ("B. Promotion et protection des feux de", "tous les phares des ports"),
    "ru": ("B. Поощрение и защита огней всех", "маяков гаваней"),
}


@pytest.mark.parametrize("in_annex", [False, True])
@pytest.mark.parametrize("language", _BROKEN)
def test_a_heading_that_a_page_broke_is_one(language: str, in_annex: bool) -> None:
    head, tail = _BROKEN[language]
    preamble, operative = BODIES[language].split("\n\n")
    annex = {"es": "Anexo", "fr": "Annexe", "ru": "Приложение"}.get(language, "Annex")
    above = f"{operative}\n\n{annex}" if in_annex else ""
    found = read(
        f"---\nlanguage: {language}\n---\n{COUNCIL[language]}\n\n{preamble}\n\n{above}\n\n"
        f"{head}\n\n{tail}\n\n{operative}\n"
    )
    headings = [words(part.heading) for part in found.divisions()]
    assert f"{head} {tail}" in headings
    assert not any(clause.text in (head, tail) for clause in found.walk())


@pytest.mark.parametrize("setting", ["**{}**", "### {}"])
def test_a_heading_without_a_number_is_known_by_its_setting(setting: str) -> None:
    head, tail = "Promotion of the lights", "of lighthouses"
    lines = f"{setting.format(head)}\n\n{setting.format(tail)}"
    found = read(f"{EN_PREAMBLE}1. Decides to act;\n\n{lines}\n\n2. Requests more.\n")
    assert [words(part.heading) for part in found.parts[2:]] == [f"{head} {tail}"]
    assert ids(found) == ["pp1", "op1", "op2"]


def test_a_paragraph_below_a_heading_is_no_part_of_it() -> None:
    found = read(f"{EN_PREAMBLE}I. Lamps\n\nall of them are to be lit;\n\n1. Decides to act.\n")
    assert [words(part.heading) for part in found.parts[1:]] != ["I. Lamps all of them"]
    assert "all of them are to be lit;" in texts(found).values()


def test_the_title_of_an_annex_that_a_page_broke_is_one() -> None:
    found = read(
        f"{EN_PREAMBLE}1. Decides to act.\n\nANNEX\n\nUnited Nations Guidelines for the Lamps\n\n"
        "of Lighthouses (The Guidelines)\n\nI. PRINCIPLES\n\n1. All lamps are lit.\n"
    )
    annex = found.parts[-1]
    assert words(annex.heading) == (
        "ANNEX United Nations Guidelines for the Lamps of Lighthouses (The Guidelines)"
    )
    assert annex.clauses == ()


def test_a_numbered_heading_may_be_as_long_as_a_paragraph() -> None:
    heading = f"II. Revised estimates under section 28 {'and the lamps of lighthouses ' * 10}there"
    found = read(f"{EN_PREAMBLE}I. Lamps\n\n1. Decides to act;\n\n{heading}\n\n1. Requests more.\n")
    assert words(found.parts[-1].heading) == heading


def test_items_that_begin_alike_are_a_list() -> None:
    found = read(
        f"{EN_PREAMBLE}1. Decides on these themes:\n\nRound table 1: Lamps and gates\n\n"
        "Round table 2: Harbours;\n\n2. Requests more.\n"
    )
    assert [part.kind.value for part in found.parts] == ["preamble", "operative"]
    assert "Round table 1: Lamps and gates" in texts(found).values()


@pytest.mark.parametrize(
    ("paragraph", "is_one"),
    [
        ("The keepers lived in the tower all the year round. Today the lamp turns by itself, and "
         "nobody climbs the stairs", False),
        ("Title Three. Duties of the keepers of lighthouses, and of all others who look after the "
         "lamps of the coast", True),
    ],
)  # fmt: skip
def test_several_sentences_without_a_sign_at_their_end_are_no_heading(
    paragraph: str, is_one: bool
) -> None:
    found = read(
        f"{EN_PREAMBLE}1. Adopts it.\n\nAnnex\n\nThe museum is open.\n\n{paragraph}\n\n"
        "The garden is open as well.\n"
    )
    assert (paragraph in texts(found).values()) is not is_one
