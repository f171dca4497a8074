"""Translation memories, read back by the translate-toolkit: every chosen character once, in order,
and nothing in a segment that is not published."""

import io
import re

import pytest
from hypothesis import given, settings
from lxml import etree
from translate.storage.tmx import tmxfile

from desktop_app import __version__
from desktop_app.export.excerpt.model import Excerpt
from desktop_app.export.excerpt.options import Arrangement, ExportError, Notes, Options
from desktop_app.export.formats.registry import render
from desktop_app.resolution.model import Run, Runs, Style
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

_DTD = etree.DTD(
    io.StringIO("""
    <!ELEMENT tmx (header, body)>
    <!ATTLIST tmx version CDATA #REQUIRED>
    <!ELEMENT header (note | prop)*>
    <!ATTLIST header creationtool CDATA #REQUIRED creationtoolversion CDATA #REQUIRED
      segtype (block | paragraph | sentence | phrase) #REQUIRED o-tmf CDATA #REQUIRED
      adminlang CDATA #REQUIRED srclang CDATA #REQUIRED datatype CDATA #REQUIRED>
    <!ELEMENT body (tu*)>
    <!ELEMENT tu ((note | prop)*, tuv+)>
    <!ATTLIST tu tuid ID #IMPLIED srclang CDATA #IMPLIED>
    <!ELEMENT tuv ((note | prop)*, seg)>
    <!ATTLIST tuv xml:lang CDATA #REQUIRED>
    <!ELEMENT note (#PCDATA)>
    <!ELEMENT prop (#PCDATA)>
    <!ATTLIST prop type CDATA #REQUIRED>
    <!ELEMENT seg (#PCDATA | ph | hi)*>
    <!ELEMENT ph EMPTY>
    <!ATTLIST ph x CDATA #IMPLIED type CDATA #IMPLIED>
    <!ELEMENT hi (#PCDATA)>
    <!ATTLIST hi type CDATA #IMPLIED>
    """)
)
"""The part of TMX 1.4b that is used; `tuid` is an ID here, so that there is none twice."""


def _memory(found: Excerpt) -> etree._Element:
    """The memory as XML, valid."""
    root = etree.fromstring(render(found, "tmx"))
    for unit in root.iter("tu"):  # an ID is a name, which has no slash in it
        unit.set("tuid", re.sub(r"[^\w.-]", "_", unit.get("tuid", "")))
    assert _DTD.validate(root), _DTD.error_log
    return root


def _texts(found: Excerpt, tag: str) -> dict[str, str]:
    """What another program reads as the segments of one language, by the names of units."""
    store = tmxfile(io.BytesIO(render(found, "tmx")))
    nodes = {unit.getid(): (unit, unit.getlanguageNode(tag)) for unit in store.units}
    assert len(nodes) == len(store.units)
    return {
        name: unit.getNodeText(node) for name, (unit, node) in nodes.items() if node is not None
    }


def _properties(element: etree._Element, kind: str) -> list[str | None]:
    return [found.text for found in element.findall(f"prop[@type='{kind}']")]


@pytest.mark.parametrize(
    ("found", "tag", "text"),
    [
        (chosen(BOTH, "all"), "zh-Hans", ZH),
        (chosen(BOTH, "all"), "en", EN_BESIDE_ZH),
        (chosen(EN_ALONE, "all"), "en", EN),
        (chosen(ZH_ALONE, "all"), "zh-Hans", ZH),
        (chosen(TAIWAN, "all"), "zh-Hant-TW", TAIWAN_TEXT),
    ],
)
def test_everything_is_every_word_once_and_in_order(found: Excerpt, tag: str, text: str) -> None:
    assert squeezed(_texts(found, tag).values()) == body(text) + footnotes(text)
    _memory(found)


def test_a_selection_is_its_clauses_and_their_footnotes() -> None:
    found = chosen(BOTH, "PP6,OP1")
    units = [f"A/RES/75/58:{label}" for label in ("PP6/PP6-PP7", "OP1", "FN1", "FN2")]
    assert list(_texts(found, "en")) == units
    assert _texts(found, "zh-Hans") == dict(
        zip(
            units,
            [
                "欢迎《制止核恐怖主义行为国际公约》 于 2007 年 7 月 7 日生效，"
                "又欢迎 2005 年 7 月 8 日国际原子能机构以协商一致方式通过关于加强"
                "《核材料实物保护公约》 的修正案，并欢迎修正案于 2016 年 5 月 8 日生效，",
                "促请 全体会员国支持防止恐怖分子获取大规模毁灭性武器及其运载工具的国际努力；",
                "联合国，《条约汇编》，第 2445 卷，第 44004 号。",
                "同上，第 1456 卷，第 24631 号。",
            ],
            strict=True,
        )
    )


def test_a_mark_is_a_tag_that_is_the_same_in_both_languages() -> None:
    unit = _memory(chosen(BOTH, "PP6")).find(".//tu")
    assert unit is not None
    tags = [[dict(ph.attrib) for ph in text.iter("ph")] for text in unit.findall("tuv")]
    assert tags == [[{"type": "fnote", "x": "1"}, {"type": "fnote", "x": "2"}]] * 2
    assert [_properties(text, "x-mark") for text in unit.findall("tuv")] == [["1", "2"]] * 2


def test_a_footnote_that_is_called_again_is_another_tag() -> None:
    mark, other = Run("1", Style.MARK, "fn1"), Run("2", Style.MARK, "fn2")
    root = _memory(of_words((mark, Run("a"), mark, other), (other, Run("b"), mark)))
    assert [[ph.get("x") for ph in seg] for seg in root.iter("seg")] == [
        ["1", "2", "3"],
        ["3", "1"],
    ]


def test_numbers_stand_beside_the_words() -> None:
    root = _memory(chosen(BOTH, "PP1,OP1-3"))
    numbers = [[_properties(text, "x-number") for text in unit.findall("tuv")] for unit in root[1]]
    assert numbers == [[[], []], *([[f"{n}."], [f"{n}."]] for n in (1, 2, 3))]


def test_paragraphs_of_one_row_are_lines_of_one_segment() -> None:
    root = _memory(chosen(joined(), "OP1"))
    english = root[1][0].findall("tuv")[1]
    assert _properties(english, "x-number") == ["1."]
    assert english.findtext("seg") == "Decides to act;\n2. Requests more."


def test_emphasis_is_left_out_and_what_is_raised_is_not() -> None:
    runs = (Run("Urges", Style.EMPHASIS), Run(" 10"), Run("2", Style.SUPERSCRIPT), Run(" tons"))
    (segment,) = _memory(of_words(runs)).iter("seg")
    assert etree.tostring(segment, with_tail=False).decode() == (
        '<seg>Urges 10<hi type="superscript">2</hi> tons</seg>'
    )


def test_without_footnotes_there_are_no_marks() -> None:
    root = _memory(chosen(BOTH, "all", Options(notes=Notes.NONE)))
    assert [*root.iter("ph"), *root.iterfind(".//prop[@type='x-mark']")] == []
    assert set(_properties(root, "x-kind")) == set()
    kinds = {kind for unit in root.iter("tu") for kind in _properties(unit, "x-kind")}
    assert kinds == {"line", "clause"}


def test_what_ibid_stands_for_is_no_published_segment() -> None:
    root = _memory(chosen(IBID, "OP1"))
    note = root[1][-1]
    assert _properties(note, "x-label") == ["FN2"]
    assert [seg.text for seg in note.iter("seg")] == ["同上，第 6 段。", "Ibid., para. 6."]
    assert [found.text for found in note.iter("note")] == [
        "［即脚注1：见 A/74/1，第 5 段。］",
        "[that is, footnote 1: See A/74/1, para. 5.]",
    ]


def test_a_row_with_a_gap_has_one_text_and_its_own_source_language() -> None:
    root = _memory(chosen(crossed(), "all"))
    lone = [unit for unit in root.iter("tu") if len(unit.findall("tuv")) == 1]
    assert [(_properties(unit, "x-label"), unit.get("srclang")) for unit in lone] == [
        (["OP1 / —"], None),
        (["— / OP1"], "en"),
    ]
    assert [unit.get("tuid") for unit in lone] == ["A_RES_75_58_OP1__", "A_RES_75_58___OP1"]


def test_a_text_without_a_symbol_says_none() -> None:
    bitext = no_resolution()
    root = _memory(chosen(bitext, "all"))
    assert list(root.iterfind(".//prop[@type='x-symbol']")) == []
    assert list(root.iterfind(".//prop[@type='x-address']")) == []
    shown = "".join(_texts(chosen(bitext, "all"), "en").values())
    assert [clause.id for clause in bitext.source.walk() if clause.text not in shown] == []


def test_the_head_says_what_the_memory_is() -> None:
    (header,) = _memory(chosen(TAIWAN, "OP1-2")).iter("header")
    assert dict(header.items()) == {
        "creationtool": "Resolution Reader",
        "creationtoolversion": __version__,
        "segtype": "paragraph",
        "o-tmf": "Resolution Reader",
        "adminlang": "en",
        "srclang": "zh-Hant-TW",
        "datatype": "plaintext",
    }
    assert [found.text for found in header.iter("note")] == [
        "General Assembly resolution 75/58 of 7 December 2020 (A/RES/75/58, paras. 1 and 2) "
        "[source not stated, converted from Simplified by OpenCC with local terms]"
    ]


def test_every_text_says_what_it_is_and_where_the_official_one_is() -> None:
    for text in _memory(chosen(TAIWAN, "all")).iter("tuv"):
        (said,) = _properties(text, "x-provenance")
        (address,) = _properties(text, "x-address")
        if text.get("{http://www.w3.org/XML/1998/namespace}lang") == "en":
            assert said == "English: transcription, not the official record"
            assert address == "https://docs.un.org/en/A/RES/75/58"
        else:
            assert said is not None
            assert said.startswith("Chinese (Traditional): converted from Simplified (OpenCC, ")
            assert address == "https://docs.un.org/zh/A/RES/75/58"


@pytest.mark.parametrize("language", ["ar", "es", "fr", "ru"])
def test_every_clause_of_every_official_language_is_as_it_was_read(language: str) -> None:
    bitext = official(language)
    assert bitext.target is not None
    shown = "".join(_texts(chosen(bitext, "all"), language).values())
    missing = [clause.id for clause in bitext.target.walk() if clause.text not in shown]
    assert missing == []


def test_a_thousand_rows_are_a_thousand_units() -> None:
    bitext = made_up.bitext(1000, 60)
    assert bitext.target is not None
    found = chosen(bitext, "all")
    for side, tag in ((bitext.source, "zh-Hans"), (bitext.target, "en")):
        assert list(_texts(found, tag).values()) == [clause.text for clause in side.walk()]


def test_nothing_is_fetched_for_it() -> None:
    assert b"<!" not in render(chosen(BOTH, "all"), "tmx")


def test_it_is_the_same_however_languages_are_asked_to_stand() -> None:
    written = {
        render(chosen(BOTH, "OP1", Options(arrangement=arrangement)), "tmx")
        for arrangement in (None, *Arrangement)
    }
    assert len(written) == 1


def test_a_control_character_is_refused_with_a_sentence() -> None:
    with pytest.raises(ExportError, match=r"^OP2 holds the character U\+000B, which TMX cannot"):
        render(of_words((Run("a\vb"),)), "tmx")


def test_it_can_be_stopped() -> None:
    def stop(share: float) -> None:
        raise InterruptedError(share)

    with pytest.raises(InterruptedError):
        render(chosen(BOTH, "all"), "tmx", stop)


@settings(deadline=None)
@given(any_runs(XML_WORDS, list(Style)), any_runs(XML_WORDS, list(Style)))
def test_any_words_read_back_as_they_were(zh: Runs, en: Runs) -> None:
    found = of_words(zh, en)
    assert list(_texts(found, "zh-Hans").values()) == [plain_words(zh)]
    assert list(_texts(found, "en").values()) == [plain_words(en)]
    marks = [_properties(text, "x-mark") for text in _memory(found).iter("tuv")]
    assert marks == [[run.text for run in runs if run.calls] for runs in (zh, en)]
