"""The languages of a Word document, their fonts and directions."""

import re

import pytest

from desktop_app.alignment.align import align, alone
from desktop_app.export.excerpt.options import Arrangement, Options
from desktop_app.script.convert import convert_bitext
from tests.export.formats.docx.conftest import (
    BITEXTS,
    BOTH,
    EN_TEXT,
    ZH_TEXT,
    W,
    excerpt_of,
    fixture_text,
    opened,
    runs_of,
    text_of,
    value_of,
)

_COLUMNS, _INTERLEAVED, _SEQUENCE = Arrangement


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
    bitext = convert_bitext(BOTH, configuration) if configuration else BOTH
    written = opened(excerpt_of(bitext))
    chinese = [run for run in runs_of(written) if re.search("[\u3400-\u9fff]", text_of(run))]
    assert len(chinese) > 40
    assert {value_of(run, "rPr/lang", "eastAsia") for run in chinese} == {language}
    assert {value_of(run, "rPr/rFonts", "hint") for run in chinese} == {"eastAsia"}
    defaults = written.xml["word/styles.xml"].find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert defaults is not None
    assert value_of(defaults, "rFonts", "eastAsia") == font
    assert value_of(defaults, "lang", "eastAsia") == language
    named = [name.get(f"{W}name") for name in written.xml["word/fontTable.xml"]]
    assert font in named


def test_two_kinds_of_chinese_have_a_font_each() -> None:
    bitext = align(ZH_TEXT, fixture_text("general_assembly_2758.zh-Hant.md"))
    written = opened(excerpt_of(bitext))
    fonts = {
        value_of(run, "rPr/lang", "eastAsia"): value_of(run, "rPr/rFonts", "eastAsia")
        for run in runs_of(written)
        if re.search("[\u3400-\u9fff]", text_of(run))
    }
    assert fonts == {"zh-CN": None, "zh-TW": "PMingLiU"}


@pytest.mark.parametrize(
    ("tag", "language"), [("en", "en-GB"), ("fr", "fr-FR"), ("es", "es-ES"), ("ru", "ru-RU")]
)
def test_every_run_says_its_language(tag: str, language: str) -> None:
    source = EN_TEXT if tag == "en" else fixture_text(f"general_assembly_75_58.{tag}.md")
    written = opened(excerpt_of(alone(source)))
    found = {
        value_of(run, "rPr/lang")
        for cell in list(written.body.iter(f"{W}tc"))[3::2]
        for run in cell.iter(f"{W}r")
    }
    assert found == {language}


@pytest.mark.parametrize("arrangement", Arrangement)
def test_arabic_runs_from_right_to_left_and_latin_within_it_does_not(
    arrangement: Arrangement,
) -> None:
    written = opened(excerpt_of(BITEXTS["Arabic"], options=Options(arrangement=arrangement)))
    arabic = 0
    for paragraph in written.body.iter(f"{W}p"):
        right_to_left = bool(re.search("[\u0600-\u06ff]", text_of(paragraph)))
        arabic += right_to_left
        if right_to_left:
            assert paragraph.find(f"{W}pPr/{W}bidi") is not None
        for run in paragraph.iter(f"{W}r"):
            text = text_of(run)
            if re.search("[\u0600-\u06ff]", text):
                assert run.find(f"{W}rPr/{W}rtl") is not None
                assert value_of(run, "rPr/lang", "bidi") == "ar-SA"
                assert not re.search("[A-Za-z]", text)
            elif re.search("[A-Za-z]", text):
                assert run.find(f"{W}rPr/{W}rtl") is None
    assert arabic > 15


@pytest.mark.parametrize(
    ("name", "mirrored"), [("both", False), ("Arabic", True), ("Arabic second", False)]
)
def test_the_table_runs_as_its_first_language_does(name: str, mirrored: bool) -> None:
    written = opened(excerpt_of(BITEXTS[name]))
    direction = written.body.find(f".//{W}tblPr/{W}bidiVisual")
    assert (direction is not None) == mirrored


def test_a_section_runs_as_its_language_does() -> None:
    written = opened(excerpt_of(BITEXTS["Arabic"], options=Options(arrangement=_SEQUENCE)))
    sections = list(written.body.iter(f"{W}sectPr"))
    assert [section.find(f"{W}bidi") is not None for section in sections] == [True, False]
