"""Several resolutions in one text: each has its own head, parts, closing and facts."""

import re
from collections import Counter
from pathlib import Path

import pytest

from desktop_app.reading.files import read_resolution
from desktop_app.resolution.model import Part, PartKind, Resolution, words
from tests.support.paths import FIXTURES
from tests.support.texts import every_text, ids, read

_CLOSING = "95th plenary meeting\n13 December 1983\n\n"
_SECOND = "The General Assembly,\n\nNoting a,\n\n1. Asks.\n"
_PARTS = ["preamble", "operative", "closing"]
_FIRST = (
    "38/900. Harbours\n\nThe General Assembly,\n\nRecalling its decision,\n\n1. Decides a;\n\n"
    f"2. Decides b.\n\n{_CLOSING}"
)


def _kinds(parts: tuple[Part, ...]) -> list[str]:
    return [part.kind.value for part in parts]


def _stated(found: Resolution) -> list[tuple[str, str, str]]:
    return [
        (part.id, part.masthead.symbol, part.masthead.adopted)
        for part in found.parts
        if part.masthead
    ]


@pytest.mark.parametrize("language", ["ar", "en", "es", "fr", "ru", "zh"])
def test_lettered_resolutions_have_the_same_ids_in_every_language(language: str) -> None:
    found = read_resolution(FIXTURES / f"several_lettered.{language}.md")
    assert set(_kinds(found.parts)) == {"resolution"}
    assert _stated(found)[:2] == [
        ("a", "A/RES/90/12A", "2035-12-09"),
        ("b", "A/RES/90/12B", "2035-12-10"),
    ]
    own = [id for id in ids(found) if id.startswith(("a.", "b."))]
    assert [id for id in own if "annex" not in id and id.count(".") == 1 and "pp" not in id] == [
        "a.op1", "a.op2", "b.op1", "b.op2",
    ]  # fmt: skip


def test_a_letter_below_a_numbered_resolution_begins_another() -> None:
    found = read(
        _FIRST + "B\n\nLighthouses\n\nThe General Assembly,\n\nNoting the report,\n\n"
        f"1. Requests c.\n\n{_CLOSING}"
    )
    assert [words(part.heading) for part in found.parts] == ["38/900. Harbours", "B Lighthouses"]
    assert [_kinds(part.parts) for part in found.parts] == [
        ["preamble", "operative", "closing"]
    ] * 2
    assert found.closing == ()
    assert _stated(found) == [
        ("r1", "A/RES/38/900", "1983-12-13"),
        ("b", "A/RES/38/900B", "1983-12-13"),
    ]
    assert found.masthead.symbol == "A/RES/38/900"


def test_a_title_without_a_number_below_a_closing_begins_another() -> None:
    found = read(
        f"{_FIRST}Lighthouses of all lands\n\nThe General Assembly,\n\nNoting it,\n\n1. Asks c.\n"
    )
    assert [part.id for part in found.parts] == ["r1", "r2"]
    assert words(found.parts[1].heading) == "Lighthouses of all lands"
    assert found.masthead.symbol == ""


def test_the_closing_stands_before_the_annex() -> None:
    found = read(
        f"{_FIRST}ANNEX\n\nRules\n\n1. A rule.\n\n38/901. Light\n\nThe General Assembly,\n\n"
        "Noting it,\n\n1. Decides c.\n"
    )
    assert _kinds(found.parts[0].parts) == [*_PARTS, "annex"]
    assert "r1.annex.1" in ids(found)


@pytest.mark.parametrize(
    "text",
    [
        f"{_FIRST}Annex\n\nDeclaration on harbours\n\n{_SECOND}",
        f"{_FIRST}Annex\n\nResolution 315 (XXVIII)\n\n{_SECOND}",
        _FIRST.replace("2. Decides b.", '2. Decides that:\n\n"The General Assembly,\n\n"Asks c."'),
        _FIRST.replace("2. Decides b.", "II\n\nNoting also d,\n\n1. Decides b."),
        "38/900. Harbours\n\nThe General Assembly,\n\nRecalling a,\n\nI\n\n"
        "The General Assembly,\n\n1. Decides b;\n\nII\n\nThe General Assembly,\n\n1. Decides c.\n",
    ],
    ids=["declaration", "resolution in an annex", "quotation", "section", "sections that enact"],
)
def test_enacting_words_elsewhere_begin_no_resolution(text: str) -> None:
    assert PartKind.RESOLUTION not in {part.kind for part in read(text).parts}


def test_the_rest_of_a_resolution_and_the_beginning_of_another_are_both_there() -> None:
    text = (
        "General Assembly, Thirty-eighth Session\n\n4. Requests the keepers to report.\n\n"
        f"{_CLOSING}38/901. Light\n\nThe General Assembly,\n\nNoting the report of the keepers,\n"
    )
    found = read(text)
    assert ids(found) == ["r1.op4", "r2.pp1"]
    assert [words(part.heading) for part in found.divisions() if part.kind is PartKind.CLOSING] == [
        "95th plenary meeting\n13 December 1983"
    ]
    assert [line.text for line in found.head] == ["General Assembly, Thirty-eighth Session"]


_FILES = [*sorted(FIXTURES.glob("several_*.md")), *sorted(FIXTURES.glob("printed_volume*.md"))]


def letters(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W\d_]", re.sub(r"</?sup>|\[fn\d+\]", "", text)))


@pytest.mark.parametrize("file", _FILES, ids=lambda path: path.name)
def test_no_letter_of_several_resolutions_is_lost_or_written_twice(file: Path) -> None:
    source = file.read_text(encoding="utf-8")
    assert letters(" ".join(every_text(read(source)))) == letters(source)


def test_a_number_on_one_resolution_counts_for_those_with_letters_below_it() -> None:
    one = "The General Assembly,\n\nNoting the report of the keepers,\n\n1. Decides to go on.\n\n"
    found = read(f"38/900. Harbours\n\nA\n\n{one}B\n\n{one}38/901. Light\n\nA\n\n{one}B\n\n{one}")
    assert [part.id for part in found.parts] == ["a", "b", "r3", "r4"]
    assert [part.masthead.symbol for part in found.parts if part.masthead] == [
        "A/RES/38/900A", "A/RES/38/900B", "A/RES/38/901A", "A/RES/38/901B",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ("38/901. Lamps\n\nRecalling its report,\n\n1. Decides to act.\n", ["pp1", "op1"]),
        ("38/901. Lamps\n\n1. Decides to act.\n", ["op1"]),
        ("38/901. Lamps of the lighthouses\n", []),
    ],
)
def test_a_numbered_title_behind_a_closing_begins_a_resolution_without_enacting_words(
    above: str, expected: list[str]
) -> None:
    found = read(f"{_FIRST}{above}")
    assert [part.kind for part in found.parts] == [PartKind.RESOLUTION] * 2
    assert words(found.parts[1].heading).startswith("38/901. Lamps")
    assert found.parts[1].masthead
    assert found.parts[1].masthead.symbol == "A/RES/38/901"
    assert [id for id in ids(found) if id.startswith("r2.")] == [f"r2.{id}" for id in expected]
    assert words(found.parts[0].parts[-1].heading) == _CLOSING.strip()


def test_what_a_printed_page_says_behind_a_closing_is_no_closing() -> None:
    decision = "At its 96th meeting, the Assembly decided to light the lamps of all the harbours."
    second = f"38/901. Lamps\n\n{_SECOND}\n\n{_CLOSING}"
    found = read(f"{_FIRST}Decisions\n\n{decision}\n\n{second}Note\n\n{decision}\n")
    for resolution, heading in zip(found.parts, ("Decisions", "Note"), strict=True):
        closing, behind = resolution.parts[-2:]
        assert (closing.kind, words(closing.heading)) == (PartKind.CLOSING, _CLOSING.strip())
        assert (behind.kind, words(behind.heading)) == (PartKind.SECTION, heading)
        assert [clause.text for clause in behind.clauses] == [decision]


def test_the_rest_of_a_preamble_on_another_page_is_a_preamble() -> None:
    rest = "cover international trade in all the lamps of lighthouses,\n\nNoting the report,"
    found = read(f"{rest}\n\n1. Decides a.\n\n{_CLOSING}{_FIRST}")
    assert _kinds(found.parts[0].parts) == _PARTS
    assert ids(found)[:3] == ["r1.pp1", "r1.pp2", "r1.op1"]
