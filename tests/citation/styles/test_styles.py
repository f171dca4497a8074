"""The document is cited in four styles; what reference managers take is read back by libraries for
their formats."""

import html
import re
from io import BytesIO
from typing import Any

import bibtexparser
import pytest
import rispy
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from desktop_app.alignment.align import align, alone
from desktop_app.citation.naming import citation
from desktop_app.citation.styles import CitationStyle, cite
from desktop_app.citation.styles.gbt7714 import chinese_places
from desktop_app.citation.styles.style import Version
from desktop_app.citation.typed import select
from desktop_app.export.excerpt.choosing import rows_named, rows_of
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.excerpt.options import Options
from desktop_app.export.formats.registry import render
from desktop_app.grammar.citing import names
from desktop_app.reading.readers.akn.names import NAMESPACE
from desktop_app.resolution.model import Provenance, Resolution
from desktop_app.script.convert import convert_resolution
from tests.support.paths import FIXTURES
from tests.support.texts import EN, EN_PREAMBLE, ZH, bundled_pair, read

# What pyparsing, on which the reader of BibTeX is built, says of that reader.
pytestmark = pytest.mark.filterwarnings("ignore:warn_ungrouped_named_tokens_in_collection")

_FIXTURES = FIXTURES
_ZH = read(ZH)
_EN = read(EN)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OF_STYLES_THAT_ARE_READ = [style for style in CitationStyle if style is not CitationStyle.UN]


def _fixture(name: str) -> Resolution:
    return read((_FIXTURES / name).read_text(encoding="utf-8"))


def _bibtex(text: str) -> dict[str, str]:
    """The one entry that a text holds."""
    parser = bibtexparser.bparser.BibTexParser(common_strings=True)
    (entry,) = bibtexparser.loads(text, parser).entries
    return dict(entry)


def _ris(text: str) -> dict[str, Any]:
    (record,) = rispy.loads(text)
    return dict(record)


def _cited(side: Resolution, chosen: str, style: CitationStyle) -> str:
    ids = () if chosen == "all" else select(chosen, side)
    return cite(side, ids, style)


@pytest.mark.parametrize("chosen", ["all", "PP5,OP1-3"])
def test_the_style_of_the_united_nations_is_that_of_the_editorial_manual(chosen: str) -> None:
    ids = () if chosen == "all" else select(chosen, _EN)
    assert cite(_EN, ids) == f"{citation(_EN, ids)} [transcription]"
    assert cite(_EN, ids).startswith("General Assembly resolution 75/58 of 7 December 2020 (")


def test_the_style_of_the_united_nations_says_of_every_text_but_the_official_one_what_it_is() -> (
    None
):
    official = _EN._replace(provenance=Provenance.OFFICIAL)
    assert cite(official) == citation(official)
    zh = convert_resolution(_ZH._replace(provenance=Provenance.OFFICIAL), "s2twp")
    assert cite(zh, ("op1",)) == (
        "General Assembly resolution 75/58 of 7 December 2020 (A/RES/75/58, para. 1) "
        "[converted from Simplified by OpenCC with local terms]"
    )
    assert cite(read("- A list.\n")) == ""


def test_bibtex_is_read_back() -> None:
    assert _bibtex(_cited(_EN, "PP5,OP1-3", CitationStyle.BIBTEX)) == {
        "ENTRYTYPE": "techreport",
        "ID": "UNGA_A_RES_75_58",
        "author": "{United Nations General Assembly}",
        "title": "{Measures to prevent terrorists from acquiring weapons of mass destruction}",
        "type": "Resolution",
        "number": "A/RES/75/58",
        "institution": "United Nations",
        "year": "2020",
        "month": "December",
        "day": "7",
        "url": "https://docs.un.org/en/A/RES/75/58",
        "language": "English",
        "note": "PP5, OP1-OP3. Transcription, not the official record.",
    }


def test_chinese_in_bibtex_is_as_it_is() -> None:
    found = _bibtex(_cited(_ZH, "all", CitationStyle.BIBTEX))
    assert found["title"] == "{防止恐怖分子获取大规模毁灭性武器的措施}"
    assert found["language"] == "Chinese (Simplified)"


def test_signs_of_latex_are_escaped() -> None:
    head = _EN.masthead._replace(title="50 % & $1 #2 a_b ~ ^ \\ {x} }\n{")
    found = _bibtex(cite(_EN._replace(masthead=head), style=CitationStyle.BIBTEX))
    assert found["title"] == (
        r"{50 \% \& \$1 \#2 a\_b \textasciitilde{} \textasciicircum{} \textbackslash{} "
        r"\textbraceleft{}x\textbraceright{} \textbraceright{} \textbraceleft{}}"
    )


@pytest.mark.slow
@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=30))
def test_no_title_and_no_symbol_breaks_an_entry(text: str) -> None:
    head = _EN.masthead._replace(title=text, symbol=f"A/{text}")
    found = _bibtex(cite(_EN._replace(masthead=head), style=CitationStyle.BIBTEX))
    assert found["note"] == "Transcription, not the official record."
    assert found["year"] == "2020"


def test_ris_is_read_back() -> None:
    text = _cited(_ZH, "PP5,OP1-3", CitationStyle.RIS)
    assert text.splitlines()[0] == "TY  - RPRT"
    assert text.splitlines()[-1] == "ER  - "
    assert _ris(text) == {
        "type_of_reference": "RPRT",
        "authors": ["United Nations General Assembly"],
        "title": "防止恐怖分子获取大规模毁灭性武器的措施",
        "type_of_work": "Resolution",
        "issn": "A/RES/75/58",
        "publisher": "United Nations",
        "year": "2020",
        "date": "2020/12/07",
        "urls": ["https://docs.un.org/zh/A/RES/75/58"],
        "language": "zh-Hans",
        "notes": ["PP5, OP1-OP3. Source not stated, not compared with the official record."],
    }


def test_a_line_break_in_a_title_makes_no_field_of_ris() -> None:
    head = _EN.masthead._replace(title="One\nER  - \nTY  - BOOK")
    found = _ris(cite(_EN._replace(masthead=head), style=CitationStyle.RIS))
    assert found["title"] == "One ER - TY - BOOK"


@pytest.mark.parametrize(
    ("chosen", "within"),
    [
        ("all", "(2020-12-07)"),
        ("PP5,OP1-3", "2020: 序言部分第5段, 执行部分第1段至第3段(2020-12-07)"),
    ],
)
def test_the_chinese_standard_has_a_chinese_text_in_chinese(chosen: str, within: str) -> None:
    assert _cited(_ZH, chosen, CitationStyle.GBT7714) == (
        "联合国大会. 防止恐怖分子获取大规模毁灭性武器的措施: A/RES/75/58[Z/OL]. "
        f"{within}. https://docs.un.org/zh/A/RES/75/58. 未说明来源，未与正式记录核对."
    )


def test_the_chinese_standard_has_every_other_text_in_english() -> None:
    assert _cited(_EN, "OP5", CitationStyle.GBT7714) == (
        "United Nations General Assembly. Measures to prevent terrorists from acquiring weapons of "
        "mass destruction: A/RES/75/58[Z/OL]. 2020: OP5(2020-12-07). "
        "https://docs.un.org/en/A/RES/75/58. Transcription, not the official record."
    )


def test_a_converted_text_is_cited_in_its_own_script() -> None:
    converted = convert_resolution(_ZH, "s2twp")
    assert _cited(converted, "OP1-2", CitationStyle.GBT7714) == (
        "聯合國大會. 防止恐怖分子獲取大規模毀滅性武器的措施: A/RES/75/58[Z/OL]. "
        "2020: 執行部分第1段至第2段(2020-12-07). https://docs.un.org/zh/A/RES/75/58. "
        "由簡體轉換（OpenCC，臺灣字形和用語）；部分用詞與原文不同；未說明來源，未與正式記錄核對."
    )


@pytest.mark.parametrize(
    ("file", "chosen", "within"),
    [
        ("security_council_1540.zh.md", "OP2(a)(i)", "执行部分第2段(a)(i)"),
        ("security_council_1540.zh.md", "OP2(a)-(b)", "执行部分第2段(a)至(b)"),
        ("annex.zh.md", "annex.art1.p1,annex.art1.p2", "附件第1条第1段至第2段"),
        ("annex.zh.md", "annex.p1", "ANNEX.P1"),
    ],
)
def test_places_have_their_chinese_names(file: str, chosen: str, within: str) -> None:
    side = _fixture(file)
    text = _cited(side, chosen, CitationStyle.GBT7714)
    assert f"{side.masthead.adopted[:4]}: {within}({side.masthead.adopted})" in text


@pytest.mark.parametrize(
    ("language", "title"),
    [("en", "Resolution 1540 (2004)"), ("zh", "第 1540 (2004) 号决议")],
)
def test_what_has_no_title_is_called_what_is_printed_in_its_place(
    language: str, title: str
) -> None:
    side = _fixture(f"security_council_1540.{language}.md")
    found = _bibtex(cite(side, style=CitationStyle.BIBTEX))
    assert found["title"] == f"{{{title}}}"
    assert found["ID"] == "UNSC_S_RES_1540_2004"
    assert found["url"] == f"https://docs.un.org/{language}/S/RES/1540(2004)"


@pytest.mark.parametrize("style", _OF_STYLES_THAT_ARE_READ)
def test_what_is_no_resolution_says_only_what_is_known(style: CitationStyle) -> None:
    text = cite(_fixture("no_resolution.en.md"), style=style)
    assert "Untitled text" in text
    assert "ource not stated, not compared with the official record." in text
    assert "United Nations" not in text
    assert "http" not in text


@pytest.mark.parametrize("style", _OF_STYLES_THAT_ARE_READ)
@pytest.mark.parametrize(
    ("provenance", "said"),
    [
        (Provenance.TRANSCRIPTION, "ranscription, not the official record"),
        (Provenance.CONVERTED, "onverted from another script, not the official record"),
        (Provenance.UNSTATED, "ource not stated, not compared with the official record"),
        (Provenance.OFFICIAL, "fficial text, as the file states"),
    ],
)
def test_every_citation_says_what_the_text_is(
    style: CitationStyle, provenance: Provenance, said: str
) -> None:
    assert said in cite(_EN._replace(provenance=provenance), style=style)


@pytest.mark.parametrize("style", _OF_STYLES_THAT_ARE_READ)
def test_no_date_and_no_symbol_is_made_up(style: CitationStyle) -> None:
    head = _EN.masthead._replace(adopted="", symbol="")
    text = cite(_EN._replace(masthead=head), style=style)
    assert not re.search(r"\d{4}|A/RES|http|\(\)|: *[\].]", text)


def _exported(ending: str, style: CitationStyle) -> str:
    bitext = align(_EN, _ZH)
    rows = rows_of(bitext, select("OP1", bitext.source))
    return render(excerpt(bitext, rows, Options(citation=style)), ending).decode("utf-8")


@pytest.mark.parametrize("style", CitationStyle)
@pytest.mark.parametrize("ending", ["txt", "md", "html"])
def test_formats_that_are_read_by_people_keep_every_line(ending: str, style: CitationStyle) -> None:
    text = html.unescape(_exported(ending, style))
    if ending == "md" and style in (CitationStyle.UN, CitationStyle.GBT7714):
        text = re.sub(r"\\(?=[\[\]])", "", text)  # one line is a paragraph, where signs are escaped
    assert cite(_EN, ("op1",), style) in text


def test_markdown_has_several_lines_as_code() -> None:
    text = _exported("md", CitationStyle.BIBTEX)
    (code,) = re.findall(r"(?ms)^```\n(.*?)\n```$", text)
    assert code == cite(_EN, ("op1",), CitationStyle.BIBTEX)


def test_a_fence_is_longer_than_what_it_holds() -> None:
    side = _EN._replace(masthead=_EN.masthead._replace(title="a ```` b"))
    bitext = alone(side)
    options = Options(citation=CitationStyle.RIS)
    rows = rows_of(bitext, ("op1",))
    text = render(excerpt(bitext, rows, options), "md").decode("utf-8")
    assert re.search(r"(?ms)^`{5}\nTY  - .*^ER  - \n`{5}$", text)


_CITED = {
    "bundled": _EN,
    "annexes": _fixture("annexes.en.md"),
    "annex": _fixture("annex.zh.md"),
    "restarting": _fixture("sections_restarting.en.md"),
    "below": _fixture("sections_below.en.md"),
    "named": _fixture("sections_named.en.md"),
    "nested in sections": read(
        f"{EN_PREAMBLE}## I\n\n1. Requests all States:\n\n(a) To act;\n\n(b) To wait;\n\n## II\n\n"
        "1. Requests the Secretary-General:\n\n(a) To report;\n\n(b) To wait.\n"
    ),
}


@given(st.sampled_from(sorted(_CITED)), st.booleans(), st.data())
def test_what_is_cited_in_chinese_chooses_the_same_clauses(
    name: str, traditional: bool, data: st.DataObject
) -> None:
    side = _CITED[name]
    every = [c.id for c in side.walk() if not c.id.startswith("ch") and ".p" not in c.id]
    drawn = data.draw(st.sets(st.sampled_from(every), min_size=1))
    chosen = [id for id in every if id in drawn]
    own = names("zh", traditional)
    assert own
    cited = chinese_places(Version(side, chosen), own)
    assert [id for id in select(", ".join(cited), side) if id in every] == chosen


# The language of a citation is told where words have a language


@pytest.mark.parametrize(
    ("style", "languages", "tag"),
    [
        (CitationStyle.GBT7714, ("zh", "en"), "zh-Hans"),
        (CitationStyle.GBT7714, ("en", "zh"), "en"),
        (CitationStyle.UN, ("zh", "en"), "en"),
    ],
)
def test_a_citation_is_in_the_language_that_files_say_it_is_in(
    style: CitationStyle, languages: tuple[str, ...], tag: str
) -> None:
    bitext = bundled_pair()
    rows = rows_named(bitext, "PP7", languages)
    found = excerpt(bitext, rows, Options(languages=languages, citation=style))
    assert found.cited_in == tag
    html = etree.HTML(render(found, "html").decode("utf-8"))
    (paragraph,) = [p for p in html.iterfind(".//div/p") if p.text == found.citation]
    assert paragraph.xpath("string((ancestor-or-self::*/@lang)[last()])") == tag
    akn = etree.fromstring(render(found, "akn"))
    (said,) = [p for p in akn.iter(f"{{{NAMESPACE}}}p") if p.text == found.citation]
    assert said.xpath("string((ancestor-or-self::*/@xml:lang)[last()])") == tag
    word = Document(BytesIO(render(found, "docx")))
    (cited,) = [p for p in word.paragraphs if p.text == found.citation]
    marks = cited._p.findall(f".//{_W}lang")
    assert marks
    for mark in marks:
        assert mark.get(f"{_W}eastAsia") == ("zh-CN" if tag == "zh-Hans" else None)
