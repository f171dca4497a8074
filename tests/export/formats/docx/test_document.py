"""The Word document as python-docx and plain XML read it: every chosen character, real footnotes
under their published marks, styles, languages, directions, and what the schema wants."""

import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from desktop_app.alignment.align import align, alone
from desktop_app.citation.typed import select
from desktop_app.export.excerpt.blocks import in_blocks
from desktop_app.export.excerpt.choosing import rows_of
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.excerpt.model import Excerpt, Kind, Paragraph
from desktop_app.export.excerpt.options import Arrangement, ExportError, Notes, Options
from desktop_app.export.formats.registry import render
from desktop_app.resolution.bitext import Bitext
from desktop_app.resolution.model import (
    Footnote,
    Part,
    PartKind,
    Resolution,
    Run,
    Runs,
    Style,
)
from desktop_app.script.convert import convert_bitext
from tests.support.paths import FIXTURES
from tests.support.texts import EN, EN_PREAMBLE, ZH, ZH_PREAMBLE, read
from tests.tools.bench.made_up import bitext as made_up

_FIXTURES = FIXTURES
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_COLUMNS, _INTERLEAVED, _SEQUENCE = Arrangement


def _fixture(name: str) -> Resolution:
    return read((_FIXTURES / name).read_text(encoding="utf-8"))


_ZH, _EN = read(ZH), read(EN)
_AR = _fixture("general_assembly_75_58.ar.md")
_AR_1540, _EN_1540 = (_fixture(f"security_council_1540.{tag}.md") for tag in ("ar", "en"))
_BOTH = align(_ZH, _EN)
_BITEXTS = {
    "one": alone(_ZH),
    "both": _BOTH,
    "Taiwan": convert_bitext(_BOTH, "s2twp"),
    "Arabic": align(_AR, _EN),
    "Arabic second": align(_EN, _AR),
    "1540": align(_AR_1540, _EN_1540),
}


def _chosen(bitext: Bitext, chosen: str = "all", options: Options | None = None) -> Excerpt:
    return excerpt(
        bitext,
        rows_of(bitext, select(chosen, bitext.source)),
        options or Options(arrangement=_COLUMNS),
    )


class _Read:
    """A Word document as it is read back."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.document: WordDocument = Document(BytesIO(data))
        with ZipFile(BytesIO(data)) as package:
            self.names = package.namelist()
            self.xml = {
                name: etree.fromstring(package.read(name))
                for name in self.names
                if name.endswith((".xml", ".rels"))
            }
        self.body = self.xml["word/document.xml"]

    def paragraphs(self) -> list[tuple[str, str]]:
        """Style and text of the paragraphs outside of tables."""
        return [(_style(p.style), p.text) for p in self.document.paragraphs]

    def table(self) -> list[list[str]]:
        """The texts of the cells of the one table, row by row."""
        (table,) = self.document.tables
        return [[cell.text for cell in row.cells] for row in table.rows]

    def notes(self, kind: str = "footnote") -> dict[str, etree._Element]:
        """The notes under their ids, without the two that are lines."""
        notes = self.xml[f"word/{kind}s.xml"]
        return {
            note.get(f"{_W}id", ""): note
            for note in notes.iterchildren(f"{_W}{kind}")
            if note.get(f"{_W}type") is None
        }

    def calls(self, kind: str = "footnote") -> list[tuple[str, str]]:
        """The calls in the text: the id of the note, and the mark."""
        return [
            (call.get(f"{_W}id", ""), _text(call.getparent()))
            for call in self.body.iter(f"{_W}{kind}Reference")
        ]


def _read(found: Excerpt) -> _Read:
    return _Read(render(found, "docx"))


def _style(style: object) -> str:
    return str(getattr(style, "name", ""))


def _text(element: etree._Element | None) -> str:
    assert element is not None
    shown = {f"{_W}br": "\n", f"{_W}tab": "\t"}
    return "".join(
        shown.get(str(node.tag), node.text or "")
        for node in element.iter(f"{_W}t", f"{_W}br", f"{_W}tab")
    )


def _plain(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def _lines(text: Sequence[Paragraph]) -> str:
    return "\n".join(_plain(paragraph.numbered) for paragraph in text)


# Every chosen character


@pytest.mark.parametrize("chosen", ["PP1,OP1", "PP2-PP3,OP2-OP3", "all"])
@pytest.mark.parametrize("name", _BITEXTS)
def test_columns_hold_every_chosen_character_once(name: str, chosen: str) -> None:
    found = _chosen(_BITEXTS[name], chosen)
    rows = _read(found).table()
    assert rows[0] == ["Clause", *(version.name for version in found.versions)]
    assert rows[1:] == [[entry.label, *map(_lines, entry.texts)] for entry in found.entries]


@pytest.mark.parametrize("chosen", ["OP1-3", "all"])
@pytest.mark.parametrize("name", _BITEXTS)
def test_interleaved_is_label_and_texts_one_below_the_other(name: str, chosen: str) -> None:
    found = _chosen(_BITEXTS[name], chosen, Options(arrangement=_INTERLEAVED))
    wanted: list[str] = []
    for entry in found.entries:
        wanted += [entry.label] if entry.label else []
        for text in entry.texts:
            wanted += [_plain(paragraph.numbered) for paragraph in text]
            if not text and entry.kind == "clause":
                wanted.append("—")
    assert _body(_read(found)) == wanted


@pytest.mark.parametrize("chosen", ["OP1-3", "all"])
@pytest.mark.parametrize("name", _BITEXTS)
def test_sequence_is_one_language_after_the_other(name: str, chosen: str) -> None:
    found = _chosen(_BITEXTS[name], chosen, Options(arrangement=_SEQUENCE))
    wanted: list[str] = []
    for block in in_blocks(found):
        wanted += [block.versions[0].name] if len(found.versions) > 1 else []
        for entry in block.entries:
            wanted += [entry.label] if entry.label else []
            wanted += [_plain(paragraph.numbered) for paragraph in entry.texts[0]]
    assert _body(_read(found)) == wanted


def _body(found: _Read) -> list[str]:
    """The paragraphs after those that say what the document is."""
    about = ("Title", "Citation", "Provenance", "Section End")
    return [text for style, text in found.paragraphs() if style not in about]


def test_what_only_one_language_has_leaves_an_empty_cell_or_a_dash() -> None:
    zh = read(f"{ZH_PREAMBLE}1. 决定采取行动。\n")
    en = read(f"{EN_PREAMBLE}1. Decides to act;\n\n2. Requests more of the same.\n")
    bitext = align(zh, en)
    last = ["— / OP2", "", "2. Requests more of the same."]
    assert _read(_chosen(bitext)).table()[-1] == last
    below = _body(_read(_chosen(bitext, options=Options(arrangement=_INTERLEAVED))))
    assert below[-3:] == ["— / OP2", "—", "2. Requests more of the same."]


_WORDS = st.text(
    st.characters(blacklist_categories=["Cs"], blacklist_characters="\r\ufffe\uffff")
    .filter(lambda letter: letter >= " " or letter in "\n\t")
    .map(str),
    min_size=1,
    max_size=40,
)


@pytest.mark.slow
@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(_WORDS, st.sampled_from(list(Style)[:3])), min_size=1, max_size=4))
def test_any_words_read_back_to_the_same_words(words: list[tuple[str, Style]]) -> None:
    runs = tuple(Run(text, style) for text, style in words)
    for resolution in (_with(runs), _with(runs)._replace(language="ar")):
        assert _read(_chosen(alone(resolution), "OP1")).table()[1][1] == _plain(runs)


def _with(runs: Runs, notes: tuple[Footnote, ...] = ()) -> Resolution:
    """A resolution whose only operative paragraph has these runs."""
    base = read(f"{EN_PREAMBLE}Decides to act in the name of all.\n")
    clause = base.parts[1].clauses[0]._replace(runs=runs, opening="")
    part = Part("operative", PartKind.OPERATIVE, (), (clause,))
    return base._replace(parts=(base.parts[0], part), footnotes=notes)


def test_a_line_break_is_a_line_break() -> None:
    document = _read(_chosen(alone(_with((Run("one\ntwo\tthree"),))), "OP1"))
    run = document.document.tables[0].rows[1].cells[1].paragraphs[0].runs[0]
    names = [etree.QName(child).localname for child in run._r if child.tag != f"{_W}rPr"]
    assert names == ["t", "br", "t", "tab", "t"]


def test_white_space_stays_as_it_is() -> None:
    runs = (Run("  a"), Run(" ", Style.EMPHASIS), Run("b \u3000 \u00a0c\u2028d\u00ad  "))
    found = _chosen(alone(_with(runs)), "OP1")
    assert _read(found).table()[1][1] == "  a b \u3000 \u00a0c\u2028d\u00ad  "


@pytest.mark.parametrize("arrangement", Arrangement)
def test_many_rows_are_all_there(arrangement: Arrangement) -> None:
    bitext = made_up(3000, 60)
    found = _chosen(bitext, options=Options(arrangement=arrangement))
    read_back = [
        _text(paragraph)
        for paragraph in _read(found).body.iter(f"{_W}p")
        if _value(paragraph, "pPr/pStyle") == "ClauseText"
    ]
    sides = [[_lines(entry.texts[side]) for entry in found.entries] for side in (0, 1)]
    if arrangement is _SEQUENCE:
        assert read_back == sides[0] + sides[1]
    else:
        assert read_back == [text for pair in zip(*sides, strict=True) for text in pair]


# What the document says of itself


@pytest.mark.parametrize("name", _BITEXTS)
def test_it_names_the_document_its_addresses_and_what_the_texts_are(name: str) -> None:
    found = _chosen(_BITEXTS[name], "OP1")
    written = _read(found)
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
    found = _chosen(_BITEXTS["Taiwan"], "OP1")
    footer = _text(_read(found).xml["word/footer1.xml"])
    assert "Chinese (Traditional): converted from Simplified (OpenCC" in footer
    assert "English: transcription, not the official record" in footer


def test_the_header_has_the_symbol_and_the_footer_the_number_of_the_page() -> None:
    written = _read(_chosen(_BOTH, options=Options(arrangement=_SEQUENCE)))
    assert [
        (section.header.paragraphs[0].text, section.footer.paragraphs[1].text[:7])
        for section in written.document.sections
    ] == [("A/RES/75/58", "Chinese")] * 2
    fields = [
        field.get(f"{_W}instr", "").strip()
        for field in written.xml["word/footer1.xml"].iter(f"{_W}fldSimple")
    ]
    assert fields == ["PAGE"]


def test_the_properties() -> None:
    properties = _read(_chosen(_BITEXTS["Taiwan"])).document.core_properties
    assert properties.title.startswith("A/RES/75/58 防止恐怖")
    assert properties.subject == "A/RES/75/58"
    assert properties.language == "zh-Hant-TW"
    assert properties.identifier == "https://docs.un.org/zh/A/RES/75/58"
    assert properties.keywords == "A/RES/75/58; Chinese (Traditional); English"
    assert properties.author == "Resolution Reader"
    assert properties.comments.startswith("Chinese (Traditional): converted from Simplified")


def test_a_title_of_any_length_fits_the_properties() -> None:
    long = _EN._replace(masthead=_EN.masthead._replace(title="word " * 100))
    written = _read(_chosen(alone(long)))
    assert len(written.document.core_properties.title) == 255
    assert written.paragraphs()[0][1] == f"A/RES/75/58 {'word ' * 100}"


def test_an_address_of_any_letters_is_an_address() -> None:
    odd = _EN._replace(masthead=_EN.masthead._replace(symbol='A/RES/"><?% 决\u200f议'))
    found = _chosen(alone(odd), "OP1")
    written = _read(found)
    targets = [
        relationship.target_ref
        for relationship in written.document.part.rels.values()
        if relationship.is_external
    ]
    assert len(targets) == 1
    assert re.fullmatch(r"https://[\w/.:()%~-]+", targets[0], re.ASCII)
    assert found.versions[0].address in written.paragraphs()[2][1]


# Notes


def _mark_and_words(found: Excerpt, side: int, id: str) -> str:
    marks = {note.id: note.mark for note in found.texts[side].footnotes}
    note = next(note for note in found.notes if note.id == id)
    return f"{marks[id]} {_plain(note.whole(side))}"


def _called(found: Excerpt, sides: Sequence[int]) -> Iterator[tuple[int, str, str]]:
    """The marks of the excerpt in reading order: side, note, mark."""
    for entry in found.entries:
        for side in sides:
            for paragraph in entry.texts[side]:
                for run in paragraph.runs:
                    if run.note:
                        yield side, run.note, run.text


@pytest.mark.parametrize("chosen", ["PP6,OP1", "PP15", "all"])
@pytest.mark.parametrize("arrangement", Arrangement)
@pytest.mark.parametrize(("at", "kind"), [(Notes.FOOT, "footnote"), (Notes.END, "endnote")])
@pytest.mark.parametrize("name", ["one", "both", "Taiwan"])
def test_every_note_is_a_note_of_words_own_under_its_published_mark(
    name: str, at: Notes, kind: str, arrangement: Arrangement, chosen: str
) -> None:
    found = _chosen(_BITEXTS[name], chosen, Options(arrangement=arrangement, notes=at))
    written = _read(found)
    sides = range(len(found.versions))
    called = (
        [call for side in sides for call in _called(found, [side])]
        if arrangement is _SEQUENCE
        else list(_called(found, sides))
    )
    assert len(called) >= len(found.versions)
    notes = written.notes(kind)
    assert [(mark, _text(notes[id])) for id, mark in written.calls(kind)] == [
        (mark, _mark_and_words(found, side, id)) for side, id, mark in called
    ]
    assert [id for id, _ in written.calls(kind)] == list(notes)


def test_the_mark_is_the_published_one_and_not_the_number_of_the_note() -> None:
    written = _read(_chosen(_BOTH, "PP15"))
    assert written.calls() == [("1", "7"), ("2", "7")]
    references = list(written.body.iter(f"{_W}footnoteReference"))
    assert [reference.get(f"{_W}customMarkFollows") for reference in references] == ["1", "1"]
    assert [_text(note) for note in written.notes().values()] == ["7 A/75/171。", "7 A/75/171."]


def test_each_language_has_the_mark_and_the_note_of_its_own() -> None:
    found = _chosen(_BITEXTS["Arabic"])
    written = _read(found)
    marks = {mark for _, mark in written.calls()}
    assert {"١", "٢", "1", "2", "7"} <= marks
    notes = written.notes()
    for id, mark in written.calls():
        assert _text(notes[id]).startswith(f"{mark} ")
        runs = list(notes[id].iter(f"{_W}rtl"))
        assert bool(runs) == (mark in "١٢")


def test_ibid_says_what_it_stands_for_in_the_note() -> None:
    bitext = align(_ZH, _EN)
    side = bitext.source
    # Only the second of the two notes of PP6 is called.
    parts = tuple(
        part._replace(
            clauses=tuple(
                clause._replace(runs=tuple(run for run in clause.runs if run.note != "fn1"))
                for clause in part.clauses
            )
        )
        for part in side.parts
    )
    found = _chosen(alone(side._replace(parts=parts)), "PP6")
    (note,) = _read(found).notes().values()
    assert _text(note) == (
        "2 同上，第 1456 卷，第 24631 号。"
        "［即脚注1：联合国，《条约汇编》，第 2445 卷，第 44004 号。］"
    )


_MARK = Run("*", Style.MARK, "fn1")
_NOTE = Footnote("fn1", "*", (Run("See "), Run("Official Records", Style.EMPHASIS), Run("\nI.")))


def test_a_note_that_is_called_again_is_there_once_and_the_mark_leads_to_it() -> None:
    runs = (Run("Decides"), _MARK, Run(" to act"), _MARK, Run(" and again"), _MARK)
    written = _read(_chosen(alone(_with(runs, (_NOTE,))), "OP1"))
    assert written.table()[1] == ["OP1", "Decides* to act* and again*"]
    assert written.calls() == [("1", "*")]
    assert [_text(note) for note in written.notes().values()] == ["* See Official Records\nI."]
    (bookmark,) = written.body.iter(f"{_W}bookmarkStart")
    links = [
        link.get(f"{_W}anchor")
        for link in written.body.iter(f"{_W}hyperlink")
        if link.get(f"{_W}anchor")
    ]
    assert links == [bookmark.get(f"{_W}name")] * 2
    following = bookmark.getnext()
    assert following is not None
    assert following.find(f"{_W}footnoteReference") is not None


@pytest.mark.parametrize("arrangement", Arrangement)
@pytest.mark.parametrize("at", [Notes.FOOT, Notes.END])
def test_a_note_that_nothing_calls_stands_after_the_text(
    arrangement: Arrangement, at: Notes
) -> None:
    loose = _with((Run("Decides to act."),), (_NOTE,))
    written = _read(_chosen(alone(loose), options=Options(arrangement=arrangement, notes=at)))
    assert written.paragraphs()[-3:] == [
        ("Clause Label", "Footnotes that no mark calls (English):"),
        (f"{at}note text", "* See Official Records\nI."),
        ("Section End", ""),
    ]
    assert not any(name.endswith("notes.xml") for name in written.names)


def test_a_mark_without_a_note_in_its_language_is_a_mark_alone() -> None:
    zh = read(f"{ZH_PREAMBLE}1. 决定采取行动[^1]。\n\n[^1]: 见文件。\n")
    en = _with((Run("Decides to act"), Run("1", Style.MARK, "fn1"), Run(".")))
    written = _read(_chosen(align(zh, en)))
    assert [row[1:] for row in written.table() if row[0] == "OP1"] == [
        ["1. 决定采取行动1。", "Decides to act1."]
    ]
    assert [_text(note) for note in written.notes().values()] == ["1 见文件。"]


def test_no_notes_are_no_notes_and_no_marks() -> None:
    written = _read(_chosen(_BOTH, options=Options(notes=Notes.NONE)))
    assert not any("notes" in name for name in written.names)
    assert "《制止核恐怖主义行为国际公约》 于 2007" in written.table()[16][1]
    settings = written.xml["word/settings.xml"]
    assert settings.find(f"{_W}footnotePr") is None
    assert settings.find(f"{_W}endnotePr") is None


@pytest.mark.parametrize(("at", "kind"), [(Notes.FOOT, "footnote"), (Notes.END, "endnote")])
def test_the_lines_before_the_notes_are_there_and_named_in_the_settings(
    at: Notes, kind: str
) -> None:
    written = _read(_chosen(_BOTH, "PP6", Options(notes=at)))
    lines = {
        note.get(f"{_W}type"): note.get(f"{_W}id")
        for note in written.xml[f"word/{kind}s.xml"]
        if note.get(f"{_W}type")
    }
    assert lines == {"separator": "-1", "continuationSeparator": "0"}
    properties = written.xml["word/settings.xml"].find(f"{_W}{kind}Pr")
    assert properties is not None
    assert [note.get(f"{_W}id") for note in properties.iter(f"{_W}{kind}")] == ["-1", "0"]
    relationship = getattr(RELATIONSHIP_TYPE, f"{kind}s".upper())
    part = written.document.part.part_related_by(relationship)
    assert part.content_type.endswith(f"wordprocessingml.{kind}s+xml")
    assert (part.partname, f"word/{kind}s.xml" in written.names) == (f"/word/{kind}s.xml", True)


@pytest.mark.parametrize(
    ("arrangement", "place"),
    [(_COLUMNS, None), (_INTERLEAVED, None), (_SEQUENCE, "sectEnd")],
)
def test_endnotes_follow_the_text_of_their_language(
    arrangement: Arrangement, place: str | None
) -> None:
    written = _read(_chosen(_BOTH, options=Options(arrangement=arrangement, notes=Notes.END)))
    assert _value(written.xml["word/settings.xml"], "endnotePr/pos") == place


def test_the_mark_before_a_note_is_left_to_a_program_that_draws_it() -> None:
    written = _read(_chosen(_BOTH, "PP6"))
    for note in written.notes().values():
        (alternative,) = note.iter(f"{_MC}AlternateContent")
        choice, fallback = alternative
        assert choice.get("Requires") == "wpg"
        # To Word the name stands for what this file says, and nothing that it knows.
        assert choice.nsmap["wpg"].startswith("urn:resolution-reader:")
        assert len(choice) == 0
        assert _text(fallback) in ("1", "2")


# Languages and directions


def _value(element: etree._Element, path: str, name: str = "val") -> str | None:
    found = element.find("/".join(f"{_W}{step}" for step in path.split("/")))
    return None if found is None else found.get(f"{_W}{name}")


def _runs(written: _Read) -> Iterator[etree._Element]:
    for name in ("word/document.xml", "word/footnotes.xml"):
        if name in written.xml:
            yield from written.xml[name].iter(f"{_W}r")


@pytest.mark.parametrize(
    ("configuration", "language", "font"),
    [
        ("", "zh-CN", "SimSun"),
        ("s2t", "zh-TW", "PMingLiU"),
        ("s2twp", "zh-TW", "PMingLiU"),
        ("s2hk", "zh-HK", "MingLiU_HKSCS"),
    ],
)
def test_every_chinese_run_says_which_chinese_it_is_and_has_a_font_for_it(
    configuration: str, language: str, font: str
) -> None:
    bitext = convert_bitext(_BOTH, configuration) if configuration else _BOTH
    written = _read(_chosen(bitext))
    chinese = [run for run in _runs(written) if re.search("[\u3400-\u9fff]", _text(run))]
    assert len(chinese) > 40
    assert {_value(run, "rPr/lang", "eastAsia") for run in chinese} == {language}
    assert {_value(run, "rPr/rFonts", "hint") for run in chinese} == {"eastAsia"}
    defaults = written.xml["word/styles.xml"].find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr")
    assert defaults is not None
    assert _value(defaults, "rFonts", "eastAsia") == font
    assert _value(defaults, "lang", "eastAsia") == language
    named = [name.get(f"{_W}name") for name in written.xml["word/fontTable.xml"]]
    assert font in named


def test_two_kinds_of_chinese_have_a_font_each() -> None:
    bitext = align(_ZH, _fixture("general_assembly_2758.zh-Hant.md"))
    written = _read(_chosen(bitext))
    fonts = {
        _value(run, "rPr/lang", "eastAsia"): _value(run, "rPr/rFonts", "eastAsia")
        for run in _runs(written)
        if re.search("[\u3400-\u9fff]", _text(run))
    }
    assert fonts == {"zh-CN": None, "zh-TW": "PMingLiU"}


@pytest.mark.parametrize(
    ("tag", "language"), [("en", "en-GB"), ("fr", "fr-FR"), ("es", "es-ES"), ("ru", "ru-RU")]
)
def test_every_run_says_its_language(tag: str, language: str) -> None:
    source = _EN if tag == "en" else _fixture(f"general_assembly_75_58.{tag}.md")
    written = _read(_chosen(alone(source)))
    found = {
        _value(run, "rPr/lang")
        for cell in list(written.body.iter(f"{_W}tc"))[3::2]
        for run in cell.iter(f"{_W}r")
    }
    assert found == {language}


@pytest.mark.parametrize("arrangement", Arrangement)
def test_arabic_runs_from_right_to_left_and_latin_within_it_does_not(
    arrangement: Arrangement,
) -> None:
    written = _read(_chosen(_BITEXTS["Arabic"], options=Options(arrangement=arrangement)))
    arabic = 0
    for paragraph in written.body.iter(f"{_W}p"):
        right_to_left = bool(re.search("[\u0600-\u06ff]", _text(paragraph)))
        arabic += right_to_left
        if right_to_left:
            assert paragraph.find(f"{_W}pPr/{_W}bidi") is not None
        for run in paragraph.iter(f"{_W}r"):
            text = _text(run)
            if re.search("[\u0600-\u06ff]", text):
                assert run.find(f"{_W}rPr/{_W}rtl") is not None
                assert _value(run, "rPr/lang", "bidi") == "ar-SA"
                assert not re.search("[A-Za-z]", text)
            elif re.search("[A-Za-z]", text):
                assert run.find(f"{_W}rPr/{_W}rtl") is None
    assert arabic > 15


@pytest.mark.parametrize(
    ("name", "mirrored"), [("both", False), ("Arabic", True), ("Arabic second", False)]
)
def test_the_table_runs_as_its_first_language_does(name: str, mirrored: bool) -> None:
    written = _read(_chosen(_BITEXTS[name]))
    direction = written.body.find(f".//{_W}tblPr/{_W}bidiVisual")
    assert (direction is not None) == mirrored


def test_a_section_runs_as_its_language_does() -> None:
    written = _read(_chosen(_BITEXTS["Arabic"], options=Options(arrangement=_SEQUENCE)))
    sections = list(written.body.iter(f"{_W}sectPr"))
    assert [section.find(f"{_W}bidi") is not None for section in sections] == [True, False]


# Styles and rows


def test_one_language_alone_is_paragraphs_unless_a_table_is_wanted() -> None:
    tables = {
        arrangement: len(
            _read(_chosen(alone(_ZH), "OP1", Options(arrangement=arrangement))).document.tables
        )
        for arrangement in (None, _INTERLEAVED, _COLUMNS)
    }
    assert tables == {None: 0, _INTERLEAVED: 0, _COLUMNS: 1}
    assert _read(_chosen(_BOTH, "OP1", Options())).document.tables


def test_the_title_of_the_resolution_has_a_style_of_its_own() -> None:
    written = _read(_chosen(alone(_ZH), "all", Options()))
    titles = [text for style, text in written.paragraphs() if style == "Resolution Title"]
    assert titles == [line.text for line in _ZH.head if line.id == "head.title"] != []


def test_words_are_formatted_by_styles_alone() -> None:
    allowed = {"rStyle", "rFonts", "rtl", "lang"}
    for name in ("both", "Arabic"):
        written = _read(_chosen(_BITEXTS[name]))
        for run in _runs(written):
            properties = run.find(f"{_W}rPr")
            if properties is not None:
                assert {etree.QName(child).localname for child in properties} <= allowed
        paragraphs = written.body.iter(f"{_W}pPr")
        assert {etree.QName(child).localname for found in paragraphs for child in found} <= {
            "pStyle",
            "bidi",
            "sectPr",
        }


def test_every_style_that_is_used_is_there() -> None:
    for options in (Options(), Options(arrangement=_SEQUENCE, notes=Notes.END)):
        written = _read(_chosen(_BITEXTS["1540"], options=options))
        known = {style.get(f"{_W}styleId") for style in written.xml["word/styles.xml"]}
        used = {
            element.get(f"{_W}val")
            for root in written.xml.values()
            for element in root.iter(
                *(f"{_W}{name}" for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"))
            )
        }
        assert used <= known


@pytest.mark.parametrize(("bitext", "style"), [("one", "Strong"), ("1540", "Strong")])
def test_emphasis_is_bold_in_chinese_and_arabic(bitext: str, style: str) -> None:
    found = _chosen(alone(_BITEXTS[bitext].source))
    written = _read(found)
    emphasised = [
        _text(run) for run in _runs(written) if _value(run, "rPr/rStyle") in ("Strong", "Emphasis")
    ]
    styles = {_value(run, "rPr/rStyle") for run in _runs(written)} & {"Strong", "Emphasis"}
    assert styles == {style}
    assert "".join(emphasised) == "".join(
        run.text
        for entry in found.entries
        for paragraph in entry.texts[0]
        for run in paragraph.runs
        if run.style is Style.EMPHASIS
    )


def test_emphasis_is_italic_in_other_languages_and_superscript_is_raised() -> None:
    runs = (Run("Decides", Style.EMPHASIS), Run(" m"), Run("2", Style.SUPERSCRIPT))
    document = _read(_chosen(alone(_with(runs)), "OP1")).document
    cell = document.tables[0].rows[1].cells[1]
    found = {run.text: run.style for run in cell.paragraphs[0].runs}
    assert found["Decides"].font.italic
    assert found["2"].font.superscript
    assert not found[" m"].font.italic


def test_sub_paragraphs_stand_further_in() -> None:
    text = f"{EN_PREAMBLE}1. Requests:\n\n(a) To act;\n\n(i) At once;\n\n2. Decides in the end.\n"
    document = _read(_chosen(alone(read(text)), "OP1")).document
    cells = [row.cells[1].paragraphs[0] for row in document.tables[0].rows[1:]]
    assert [_style(cell.style) for cell in cells] == [
        "Clause Text",
        "Clause Text 1",
        "Clause Text 2",
    ]
    indents = [cell.style.paragraph_format.left_indent for cell in cells if cell.style]
    assert indents[0] is None
    assert 0 < indents[1] < indents[2]


def test_depth_without_end_has_the_last_style() -> None:
    found = _chosen(alone(_with((Run("Deep"),))), "OP1")
    deep = replace(found, entries=(found.entries[0]._replace(depth=30),))
    assert _style(_read(deep).document.tables[0].rows[1].cells[1].paragraphs[0].style) == (
        "Clause Text 8"
    )


def test_headings_are_headings() -> None:
    text = f"{EN_PREAMBLE}## I\n\n## Oceans\n\n1. Decides to act;\n\n## II\n\n2. Requests more.\n"
    written = _read(_chosen(alone(read(text)), options=Options(arrangement=_INTERLEAVED)))
    headings = [text for style, text in written.paragraphs() if style == "Heading 2"]
    assert " ".join(headings).split() == ["I", "Oceans", "II"]


def test_the_first_row_is_repeated_and_only_long_rows_break() -> None:
    found = _chosen(alone(_with((Run("word " * 400),))))
    short = _chosen(_BOTH)
    for excerpt_, breaks in ((found, True), (short, False)):
        rows = list(_read(excerpt_).body.iter(f"{_W}tr"))
        assert rows[0].find(f"{_W}trPr/{_W}tblHeader") is not None
        assert all(row.find(f"{_W}trPr/{_W}tblHeader") is None for row in rows[1:])
        whole = rows[-1].find(f"{_W}trPr/{_W}cantSplit") is not None
        assert whole != breaks


def test_a_long_table_goes_on_in_another_but_not_between_heading_and_clause() -> None:
    found = _chosen(made_up(450, 10))
    sizes = [len(table.rows) for table in _read(found).document.tables]
    assert sizes == [201, 201, 51]
    heading = found.entries[0]._replace(kind=Kind.HEADING, label="")
    entries = (*found.entries[:199], heading, *found.entries[199:])
    tables = _read(replace(found, entries=entries)).document.tables
    assert [len(table.rows) for table in tables] == [202, 201, 51]
    assert {table.rows[0].cells[0].text for table in tables} == {"Clause"}


# What the schema wants

_ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs bidi "
    "spacing ind contextualSpacing jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps color sz szCs u vertAlign rtl cs lang",
    "tblPr": "tblStyle bidiVisual tblW jc tblInd tblBorders tblLayout tblCellMar tblLook",
    "tcPr": "tcW gridSpan tcBorders shd vAlign",
    "trPr": "cantSplit tblHeader",
    "tbl": "tblPr tblGrid tr",
    "tc": "tcPr p",
    "tr": "trPr tc",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar cols bidi",
    "style": "name basedOn next uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr trPr "
    "tcPr tblStylePr",
    "styles": "docDefaults latentStyles style",
    "settings": "zoom defaultTabStop characterSpacingControl footnotePr endnotePr compat "
    "themeFontLang decimalSymbol listSeparator",
    "endnotePr": "pos endnote",
    "font": "altName charset family pitch",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
}
"""Children in the order of the schema of WordprocessingML (wml.xsd), as far as they are written."""


@pytest.mark.parametrize("arrangement", Arrangement)
@pytest.mark.parametrize("at", Notes)
@pytest.mark.parametrize("name", ["both", "1540"])
def test_properties_stand_in_the_order_of_the_schema(
    name: str, at: Notes, arrangement: Arrangement
) -> None:
    written = _read(_chosen(_BITEXTS[name], options=Options(arrangement=arrangement, notes=at)))
    checked = set()
    for root in written.xml.values():
        for element in root.iter():
            if not str(element.tag).startswith(_W):
                continue
            own = etree.QName(element).localname
            if own in _ORDERS:
                checked.add(own)
                order = _ORDERS[own].split()
                places = [order.index(etree.QName(child).localname) for child in element]
                assert places == sorted(places), own
    assert {"pPr", "rPr", "sectPr", "style", "styles", "settings", "font"} <= checked


@pytest.mark.parametrize("arrangement", Arrangement)
@pytest.mark.parametrize("name", _BITEXTS)
def test_identifiers_are_unique_and_lead_somewhere(name: str, arrangement: Arrangement) -> None:
    written = _read(_chosen(_BITEXTS[name], options=Options(arrangement=arrangement)))
    notes = [note.get(f"{_W}id") for note in written.xml["word/footnotes.xml"]]
    assert len(set(notes)) == len(notes)
    used = {
        value
        for element in written.body.iter()
        for key, value in element.attrib.items()
        if str(key).startswith(_R)
    }
    assert used <= set(written.document.part.rels)
    assert len(set(written.names)) == len(written.names)
    types = written.xml["[Content_Types].xml"]
    overridden = {str(kind.get("PartName")).lstrip("/") for kind in types if kind.get("PartName")}
    parts = {name for name in written.names if name.startswith("word/") and ".rels" not in name}
    assert parts <= overridden


def test_a_cell_ends_with_a_paragraph_and_the_text_with_its_section() -> None:
    written = _read(_chosen(_BOTH))
    for cell in written.body.iter(f"{_W}tc"):
        assert cell[-1].tag == f"{_W}p"
    children = [etree.QName(child).localname for child in written.body[0]]
    assert children[-3:] == ["tbl", "p", "sectPr"]


# Bad input and progress


def test_a_character_that_no_word_document_can_hold_is_told() -> None:
    with pytest.raises(ExportError, match=r"OP1 .*U\+000B.* Word "):
        render(_chosen(alone(_with((Run("Decides\x0bto act."),))), "OP1"), "docx")


def test_progress_rises_to_the_end_and_can_stop_the_work() -> None:
    found = _chosen(made_up(1200, 10))
    shares: list[float] = []
    render(found, "docx", shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert len(shares) >= 4

    def stop(share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        render(found, "docx", stop)


# LibreOffice

_OFFICE = shutil.which("soffice")


_IN_SEQUENCE = Options(arrangement=_SEQUENCE, notes=Notes.END)


@pytest.mark.skipif(_OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize(
    ("name", "options"),
    [("both", Options()), ("Arabic", Options()), ("1540", Options()), ("both", _IN_SEQUENCE)],
)
def test_libreoffice_reads_and_writes_every_character(
    name: str, options: Options, tmp_path: Path
) -> None:
    before = _read(_chosen(_BITEXTS[name], options=options))
    (tmp_path / "in.docx").write_bytes(before.data)
    subprocess.run(
        [
            str(_OFFICE),
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "docx",
            "--outdir",
            str(tmp_path / "out"),
            str(tmp_path / "in.docx"),
        ],
        check=True,
        capture_output=True,
        timeout=600,
    )
    after = _Read((tmp_path / "out" / "in.docx").read_bytes())
    assert _all_paragraphs(after) == _all_paragraphs(before)
    kind = "endnote" if options.notes is Notes.END else "footnote"
    assert [mark for _, mark in after.calls(kind)] == [mark for _, mark in before.calls(kind)]
    assert [_text(note).strip() for note in after.notes(kind).values()] == [
        _text(note) for note in before.notes(kind).values()
    ]


def _all_paragraphs(written: _Read) -> list[str]:
    return [text for found in written.body.iter(f"{_W}p") if (text := _text(found))]
