"""Emphasis in languages whose type has no italics is bold, wherever it is written."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document

from desktop_app.export.excerpt.model import Excerpt
from desktop_app.export.formats.registry import copied, render
from desktop_app.export.shared.emphasis import UPRIGHT
from desktop_app.grammar.languages import OFFICIAL
from desktop_app.resolution.model import Run, Style
from tests.support.reading_back import of_words

_BOLD = '<em style="font-style: normal; font-weight: bold">word</em>'


def _emphasised(language: str) -> Excerpt:
    found = of_words((Run("word", Style.EMPHASIS), Run(" and more")))
    (version,) = found.versions
    changed = replace(version, tag=language, direction=OFFICIAL[language].direction)
    return replace(found, versions=(changed,))


def test_chinese_and_arabic_have_no_italics() -> None:
    assert sorted(UPRIGHT) == ["ar", "zh"]


@pytest.mark.parametrize("language", OFFICIAL)
@pytest.mark.parametrize("key", ["html", "docx", "pdf"])
def test_a_clipboard_says_it_with_each_word(key: str, language: str) -> None:
    assert (_BOLD in copied(_emphasised(language), key).html) == (language in UPRIGHT)


@pytest.mark.parametrize("language", OFFICIAL)
def test_a_web_page_says_it_once(language: str) -> None:
    page = render(_emphasised(language), "html").decode()
    (selectors,) = re.findall(r"^(.*) \{ font-style: normal; font-weight: bold; \}$", page, re.M)
    assert (f"em:lang({language})" in selectors.split(", ")) == (language in UPRIGHT)


@pytest.mark.parametrize("language", OFFICIAL)
def test_word_has_a_style_for_it(language: str) -> None:
    document = Document(BytesIO(render(_emphasised(language), "docx")))
    runs = [run for p in document.paragraphs for run in p.runs if run.text == "word"]
    style = runs[0].style
    assert style is not None
    assert style.name == ("Strong" if language in UPRIGHT else "Emphasis")
