"""What is exported as Akoma Ntoso is valid by the schema of OASIS, and whole: every word is in its
place."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from desktop_app.alignment.align import alone
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.excerpt.model import Excerpt
from desktop_app.export.excerpt.options import ExportError, Notes, Options
from desktop_app.export.formats.registry import render
from desktop_app.resolution.model import (
    Clause,
    Footnote,
    Part,
    PartKind,
    Resolution,
    Run,
    Runs,
    Style,
    words,
)
from desktop_app.resolution.tables import rows
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
    with_runs,
)
from tests.support.paths import FIXTURES
from tests.support.texts import ids, read
from tests.tools.bench.made_up import bitext as made_up

_FIXTURES = FIXTURES
_FILES = sorted(_FIXTURES.glob("*.md"))
_Element = etree._Element
_WORDED = {f"{AKN}{tag}" for tag in ("p", "num", "heading", "crossHeading")}


def _lines(element: _Element) -> list[str]:
    """All words of a document in the order of the file, without those that the program adds."""
    if element.tag == f"{AKN}meta" or element.get("status") == "editorial":
        return []
    if element.tag in _WORDED:
        return [shown(element)]
    assert not (element.text or "").strip()
    assert all(not (child.tail or "").strip() for child in element)
    return [line for child in element for line in _lines(child)]


def _notes(element: _Element) -> list[tuple[str, str]]:
    """Mark and words of each footnote, in the order of the file."""
    return [
        (note.get("marker", ""), "\n".join(map(shown, note)))
        for note in every(element, "authorialNote")
    ]


def _wanted(text: Resolution) -> list[str]:
    """All words of a language version in the order of Akoma Ntoso: the annexes after the end."""

    def of_part(part: Part) -> list[str]:
        out: list[str] = []
        for division in part.divisions():
            out.append(words(division.heading))
            for clause in division.own():
                own = rows(clause.runs) if clause.table else [[clause.runs]]
                pieces = [_with_plain_marks(text, cell) for row in own for cell in row]
                heading = _with_plain_marks(text, clause.heading)
                out += [clause.mark, heading, *(piece.replace("\u2028", "\n") for piece in pieces)]
        return out

    annexes = [part for part in text.parts if part.kind is PartKind.ANNEX]
    out = [line.text for line in text.head]
    for part in text.parts:
        out += of_part(part) if part not in annexes else []
    out += [line.text for line in text.closing]
    for part in annexes:
        out += of_part(part)
    return list(filter(None, out))


def _with_plain_marks(text: Resolution, runs: Runs) -> str:
    """The words, with the marks that call no note of the document."""
    known = {note.id for note in text.footnotes}
    return "".join(run.text for run in runs if run.style is not Style.MARK or run.note not in known)


def _is_whole(found: Excerpt) -> None:
    """Every word and every note of the excerpt is in the file, once and in order."""
    root = akn_of(found)
    statements = [*every(root, "statement"), *root.findall(f"{AKN}doc")]
    assert len(statements) == len(found.texts)
    for side, (statement, text) in enumerate(zip(statements, found.texts, strict=True)):
        assert list(filter(None, _lines(statement))) == _wanted(text)
        assert sorted(_notes(statement)) == sorted(
            (note.mark, words(note.whole(side))) for note in found.notes if note.texts[side]
        )


@pytest.mark.parametrize("file", _FILES, ids=lambda file: file.stem)
def test_documents_are_valid_and_whole(file: Path) -> None:
    _is_whole(excerpt_of(alone(read(file.read_text(encoding="utf-8")))))


@pytest.mark.parametrize("file", _FILES, ids=lambda file: file.stem)
def test_each_clause_alone_is_valid_and_whole(file: Path) -> None:
    bitext = alone(read(file.read_text(encoding="utf-8")))
    for id in ids(bitext.source):
        rows = [row for row in bitext.rows if id in row.source]
        _is_whole(excerpt(bitext, rows))


@pytest.mark.parametrize("notes", Notes)
@pytest.mark.parametrize("languages", [("zh",), ("en",), ("en", "zh"), ()])
@pytest.mark.parametrize("chosen", ["all", "PP6,OP1", "PP5", "OP5"])
def test_the_bundled_texts_are_valid_and_whole(
    chosen: str, languages: tuple[str, ...], notes: Notes
) -> None:
    _is_whole(excerpt_of(BOTH, chosen, Options(languages=languages, notes=notes)))


def test_a_converted_and_a_long_text_are_valid_and_whole() -> None:
    _is_whole(excerpt_of(alone(convert_resolution(ZH_TEXT, "s2twp"))))
    _is_whole(excerpt_of(made_up(300, 60)))


def test_what_states_neither_symbol_nor_title_nor_date_is_valid() -> None:
    bare = EN_TEXT._replace(masthead=type(EN_TEXT.masthead)())
    for chosen in ("all", "OP1"):
        root = akn_of(excerpt_of(alone(bare), chosen))
        work = one_of(root, "FRBRWork")
        assert attributes(one_of(work, "FRBRdate")) == {"date": "0001-01-01", "name": "unknown"}
        assert one_of(work, "FRBRauthor").get("href") == "#unknown"
        assert every(root, "FRBRalias") == []


def test_of_a_document_that_says_its_year_alone_the_day_is_called_made_up() -> None:
    text = fixture_text("security_council_1540.en")
    undated = text._replace(masthead=text.masthead._replace(adopted=""))
    root = akn_of(excerpt_of(alone(undated)))
    date = one_of(one_of(root, "FRBRWork"), "FRBRdate")
    assert attributes(date) == {"date": "2004-01-01", "name": "year"}


def _composite() -> Resolution:
    """Two preambles, each with its paragraphs; a paragraph after the annex; a note that is called
    twice, and one that nothing calls; sub-paragraphs of a preambular paragraph."""

    def clause(id: str, mark: str, *below: Clause, note: str = "") -> Clause:
        marks = (Run("1", Style.MARK, note),) if note else ()
        return Clause(id, "", mark, "", (Run(f"Words of {id}"), *marks), below)

    def part(kind: PartKind, count: str, heading: str, *clauses: Clause) -> Part:
        return Part(f"{kind.value}{count}", kind, (Run(heading),) if heading else (), clauses)

    sub = clause("pp2.a", "(a)", clause("pp2.a.i", "(i)"), note="fn1")
    parts = (
        part(
            PartKind.PREAMBLE,
            "",
            "The General Assembly,",
            clause("pp1", "", note="fn1"),
            clause("pp2", "", sub, clause("pp2.b", "(b)")),
        ),
        part(PartKind.OPERATIVE, "", "", clause("op1", "1."), clause("ch1", "")),
        part(PartKind.PREAMBLE, "2", "The Assembly,", clause("preamble2.pp1", "", note="fn9")),
        part(PartKind.OPERATIVE, "2", "", clause("operative2.op1", "1.")),
        part(PartKind.ANNEX, "", "Annex", clause("annex.1", "1.", clause("annex.1.a", "(a)"))),
    )
    notes = (Footnote("fn1", "1", (Run("See A/75/1."),)), Footnote("fn2", "2", (Run("Lost."),)))
    return EN_TEXT._replace(parts=parts, footnotes=notes)


def test_composite_resolutions_are_valid_and_whole() -> None:
    bitext = alone(_composite())
    _is_whole(excerpt_of(bitext))
    for id in ids(bitext.source):
        _is_whole(excerpt(bitext, [row for row in bitext.rows if id in row.source]))


def test_a_note_stands_at_its_first_mark_and_the_second_points_at_it() -> None:
    root = akn_of(excerpt_of(alone(_composite())))
    first, lost = every(root, "authorialNote")
    assert first.get("eId") == "recs_1__rec_1__authorialNote_1"
    second = one_of(root, "noteRef")
    assert attributes(second) == {
        "href": "#recs_1__rec_1__authorialNote_1",
        "marker": "1",
        "placement": "bottom",
    }
    assert (lost.get("marker"), shown(lost[0])) == ("2", "Lost.")
    called_in_vain = next(
        p for p in every(root, "p") if shown(p).startswith("Words of preamble2.pp1")
    )
    assert shown(one_of(called_in_vain, "sup")) == "1"


_ANY_WORDS = st.text(
    st.one_of(
        st.sampled_from("a 7/4 resolution 74/43 of 12 December 2019\n\t<&>\"'中"),
        st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"),
    ),
    max_size=40,
)
_ANY_RUNS = st.lists(
    st.builds(Run, _ANY_WORDS, st.sampled_from([Style.PLAIN, Style.EMPHASIS, Style.SUPERSCRIPT])),
    max_size=6,
)


@settings(max_examples=150, deadline=None)
@given(_ANY_RUNS)
def test_any_words_are_read_back(runs: list[Run]) -> None:
    _is_whole(excerpt_of(alone(with_runs(tuple(runs)))))


def test_emphasis_raised_words_and_line_breaks_are_markup() -> None:
    runs = (Run("Urges", Style.EMPHASIS), Run(" 1"), Run("er", Style.SUPERSCRIPT), Run("\nand"))
    paragraph = one_of(one_of(akn_of(excerpt_of(alone(with_runs(runs)))), "content"), "p")
    assert [(child.tag.removeprefix(AKN), child.text) for child in paragraph] == [
        ("i", "Urges"),
        ("sup", "er"),
        ("eol", None),
    ]


def test_a_character_that_xml_cannot_hold_is_refused_with_its_place() -> None:
    with pytest.raises(ExportError, match=r"OP1 holds the character U\+000B, which Akoma Ntoso"):
        render(excerpt_of(alone(with_runs((Run("a\x0bb"),)))), "akn")


def test_a_statement_has_the_parts_of_a_resolution() -> None:
    root = akn_of(excerpt_of(alone(EN_TEXT)))
    statement = one_of(root, "statement")
    assert statement.get("name") == "resolution"
    assert [child.tag.removeprefix(AKN) for child in statement] == [
        "meta",
        "preface",
        "preamble",
        "mainBody",
        "conclusions",
    ]
    assert shown(one_of(one_of(root, "formula"), "p")) == "The General Assembly,"
    assert [recital.get("eId") for recital in every(root, "recital")] == [
        f"recs_1__rec_{place}" for place in range(1, 19)
    ]
    paragraphs = every(root, "paragraph")
    assert [paragraph.get("eId") for paragraph in paragraphs] == [
        f"para_{place}" for place in range(1, 7)
    ]
    assert [shown(one_of(paragraph, "num")) for paragraph in paragraphs] == [
        f"{place}." for place in range(1, 7)
    ]
    assert [mark for mark, _ in _notes(root)] == [str(place) for place in range(1, 8)]


def test_the_head_and_the_end_are_told_apart() -> None:
    root = akn_of(excerpt_of(alone(EN_TEXT)))
    preface = one_of(root, "preface")
    assert [shown(number) for number in every(preface, "docNumber")] == ["A/RES/75/58", "75/58."]
    assert shown(one_of(preface, "docTitle")) == EN_TEXT.masthead.title
    assert shown(one_of(preface, "docAuthority")) == "General Assembly"
    session = one_of(preface, "session")
    assert (session.get("value"), shown(session)) == ("75", "Seventy-fifth session")
    for place in (preface, one_of(root, "conclusions")):
        date = one_of(place, "docDate")
        assert (date.get("date"), shown(date)) == ("2020-12-07", "7 December 2020")
    assert [line.get("class") for line in one_of(root, "conclusions")] == ["meeting", "date"]


def test_sections_hold_their_paragraphs_and_what_is_said_between_them() -> None:
    root = akn_of(excerpt_of(alone(fixture_text("sections.en"))))
    first, second = every(root, "section")
    assert shown(one_of(first, "heading")) == "I Oceans"
    assert [child.get("eId") for child in list(second)[1:]] == [
        "sec_2__para_3",
        "sec_2__para_nn_1",
        "sec_2__para_4",
    ]
    between = one_of(second, "crossHeading")
    assert between.get("refersTo") == "#preamble"
    assert shown(between) == "Acting in accordance with the Charter,"


def test_annexes_are_attachments() -> None:
    root = akn_of(excerpt_of(alone(fixture_text("annexes.en"))))
    attachments = every(root, "attachment")
    assert [attachment.get("eId") for attachment in attachments] == ["att_1", "att_2"]
    assert [shown(one_of(attachment, "heading")) for attachment in attachments] == [
        "Annex I Declaration",
        "Annex II Programme",
    ]
    assert [attachment.get(XML_LANG) for attachment in attachments] == ["en", "en"]
    assert [point.get("eId") for point in every(attachments[0], "point")] == [
        "att_1__para_2__list_1__point_a",
        "att_1__para_2__list_1__point_b",
    ]


_SUB_PARAGRAPHS = {
    "para_2__list_1__point_a": "(a)",
    "para_2__list_1__point_a__list_1__point_i": "(i)",
    "para_2__list_1__point_a__list_1__point_ii": "(ii)",
    "para_2__list_1__point_b": "(b)",
}


def test_sub_paragraphs_are_points_within_points() -> None:
    root = akn_of(excerpt_of(alone(fixture_text("security_council_1540.en"))))
    points = {point.get("eId"): point for point in every(root, "point")}
    assert {id: point.findtext(f"{AKN}num") for id, point in points.items()} == _SUB_PARAGRAPHS


def test_a_clause_has_one_name_in_every_language() -> None:
    for language in ("ar", "en", "es", "fr", "ru", "zh"):
        root = akn_of(excerpt_of(alone(fixture_text(f"security_council_1540.{language}"))))
        found = {element.get("eId") for element in root.iter()}
        assert found >= {"recs_1__rec_1", "para_1", *_SUB_PARAGRAPHS}


def test_a_sub_paragraph_alone_stands_in_its_paragraph_which_is_not_complete() -> None:
    bitext = alone(fixture_text("security_council_1540.en"))
    found = akn_of(excerpt_of(bitext, "OP2(a)(ii),OP2(b)"))
    paragraph = one_of(found, "paragraph")
    assert (paragraph.get("eId"), paragraph.get("status")) == ("para_2", "incomplete")
    assert _lines(paragraph) == [
        "(ii)",
        "In transport;",
        "(b)",
        "Develop and maintain appropriate effective border controls;",
    ]
    assert [(point.get("eId"), point.get("status")) for point in every(found, "point")] == [
        ("para_2__list_1__point_a", "incomplete"),
        ("para_2__list_1__point_a__list_1__point_ii", None),
        ("para_2__list_1__point_b", None),
    ]
    portion = one_of(found, "FRBRportion")
    assert attributes(portion) == {
        "from": "#para_2__list_1__point_a__list_1__point_ii",
        "upTo": "#para_2__list_1__point_b",
        "showAs": "OP2(a)(ii), OP2(b)",
    }


def test_where_the_body_was_not_chosen_it_says_so() -> None:
    body = one_of(akn_of(excerpt_of(alone(EN_TEXT), "PP5")), "mainBody")
    assert len(every(body, "omissis")) == 1
    assert _lines(body) == [""]


def test_what_is_no_resolution_is_a_document_of_paragraphs() -> None:
    root = akn_of(excerpt_of(alone(fixture_text("no_resolution.en"))))
    document = root[0]
    assert (document.tag, document.get("name")) == (f"{AKN}doc", "text")
    assert [paragraph.get("eId") for paragraph in every(root, "paragraph")] == [
        f"para_nn_{place}" for place in range(1, 6)
    ]
