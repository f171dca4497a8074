"""Documents that are no resolutions: each is called what it is, and has its divisions."""

import pytest

from desktop_app.reading.files import read_resolution
from desktop_app.resolution.model import DocumentKind, Resolution
from tests.support.paths import FIXTURES
from tests.support.texts import ids, read, read_anew

_LANGUAGES = ["ar", "en", "es", "fr", "ru", "zh"]


def _kind(text: str) -> DocumentKind:
    return read(text).kind


def _fixture(name: str) -> Resolution:
    return read_resolution(FIXTURES / f"{name}.md")


@pytest.mark.parametrize("language", _LANGUAGES)
def test_a_presidential_statement_is_one_in_every_language(language: str) -> None:
    found = _fixture(f"statement.{language}")
    assert found.kind is DocumentKind.STATEMENT
    assert found.masthead.symbol == "S/PRST/2035/3"
    assert found.masthead.organ == "Security Council"
    assert found.masthead.adopted == "2035-09-22"
    assert ids(found)[:2] == ["p1", "p2"]


def test_the_title_of_a_statement_may_be_broken_in_two_lines() -> None:
    whole = "Statement by the President of the Security Council"
    text = (FIXTURES / "statement.en.md").read_text(encoding="utf-8")
    broken = text.replace(whole, "Statement by the President\n\nof the Security Council", 1)
    found = read(broken)
    assert found.kind is DocumentKind.STATEMENT
    assert found.masthead.title == whole
    assert found.masthead.agenda_title == _fixture("statement.en").masthead.agenda_title


def test_a_statement_with_enacting_words_keeps_its_paragraphs_and_gets_no_symbol() -> None:
    found = read(
        "Human Rights Council\n\nFifteenth session\n\nAgenda item 1\n\nPresident's statement*\n\n"
        "PRST 15/2\n\nAt the 34th meeting, held on 1 October 2010, the President said:\n\n"
        '"The Human Rights Council\n\n1. Acknowledges the ongoing dialogue with the keepers;\n\n'
        '2. Invites the keepers to report to the Council on their work."\n'
    )
    assert found.kind is DocumentKind.STATEMENT
    assert ids(found) == ["op1", "op2"]
    assert found.masthead.symbol == ""
    assert found.masthead.title == "President's statement"


@pytest.mark.parametrize("language", ["en", "fr", "zh"])
def test_a_treaty_by_itself_has_a_preamble_parts_and_articles(language: str) -> None:
    found = _fixture(f"treaty_alone.{language}")
    assert found.kind is DocumentKind.TREATY
    assert found.masthead.organ == ""
    assert [(part.id, part.level) for part in found.divisions()] == [
        ("preamble", 0), ("section1", 0), ("art1", 1), ("art2", 1), ("section2", 0), ("art3", 1),
    ]  # fmt: skip
    assert ids(found) == [
        "pp1", "pp2", "pp3", "pp4", "art1.p1", "art2.p1", "art2.p2", "art2.p2.a", "art2.p2.b",
        "art3.p1",
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "fr", "zh"])
def test_a_decision_is_none_of_the_resolutions(language: str) -> None:
    found = _fixture(f"decision.{language}")
    assert found.kind is DocumentKind.DECISION
    assert ids(found) == ["pp1", "op1", "op2"]


@pytest.mark.parametrize("language", ["en", "ru", "zh"])
def test_enacting_words_below_the_preamble_of_a_declaration_are_a_paragraph_of_it(
    language: str,
) -> None:
    found = _fixture(f"declaration_alone.{language}")
    assert found.kind is DocumentKind.DOCUMENT
    assert [part.id for part in found.parts] == ["preamble", "art1", "art2"]
    assert {line.id for line in found.head} <= {"head.other", "head.other2"}


def test_numbered_paragraphs_under_a_symbol_are_a_document() -> None:
    found = read(
        "A/90/123\n\nReport of the keepers of the lighthouses\n\nI. Introduction\n\n"
        "1. The present report is submitted to the General Assembly at its ninetieth session.\n\n"
        "2. It covers the year 2035:\n\n(a) On the coast;\n\n(b) On the islands.\n\n"
        "II. Conclusions\n\n3. The keepers recommend more light.\n\nAnnex\n\nList\n\n1. A lamp.\n"
    )
    assert found.kind is DocumentKind.DOCUMENT
    assert found.masthead.symbol == "A/90/123"
    assert ids(found) == ["1", "2", "2.a", "2.b", "3", "annex.1"]
    assert [part.id for part in found.parts] == ["section1", "section2", "annex"]


_LETTER = (
    "Dear Madam,\n\nI thank you for your letter of 7 December 2020 about the lighthouses.\n\n"
    "The keepers will answer you in the spring.\n\nYours faithfully,\n\nThe keeper\n"
)


@pytest.mark.parametrize(
    "text",
    [
        "Shopping list for the weekend\n\n1. Bread from the baker.\n\n2. Milk from the farm.\n",
        "Chapter 1\n\nIt was a dark night in the harbour, and the lamp had gone out.\n\n"
        "Chapter 2\n\nIn the morning the keepers of the light came to the town and were glad.\n",
        "2035-01-01 12:00 the lamp was lit\n\n2035-01-02 12:00 the lamp of the tower was out\n",
        _LETTER,
        f"A declaration of love\n\n{_LETTER}",
        f"The Charter of the club is with the lawyer.\n\n{_LETTER}",
    ],
    ids=["list", "novel", "log", "letter", "declaration", "charter"],
)
def test_a_text_without_structure_is_no_document(text: str) -> None:
    found = read(text)
    assert found.kind is DocumentKind.TEXT
    assert [part.id for part in found.parts] == ["text"]


@pytest.mark.parametrize("name", ["treaty_alone", "statement", "decision", "declaration_alone"])
def test_no_letter_of_another_document_is_lost(name: str) -> None:
    from tests.reading.structure.documents.test_several import letters
    from tests.support.texts import every_text

    for file in FIXTURES.glob(f"{name}.*.md"):
        source = file.read_text(encoding="utf-8")
        assert letters(" ".join(every_text(read_anew(source)))) == letters(source), file.name
