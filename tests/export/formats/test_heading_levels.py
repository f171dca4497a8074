"""Headings have the levels of the divisions that they stand above."""

import io
import re

import docx
from lxml import html

from desktop_app.alignment.align import align, alone
from desktop_app.export.excerpt.choosing import clause_rows
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.formats.registry import render
from desktop_app.resolution.bitext import Bitext
from desktop_app.resolution.plain import plain_words
from tests.support.paths import FIXTURES
from tests.support.texts import read

_EN, _ZH = (read((FIXTURES / f"treaty.{code}.md").read_text("utf-8")) for code in ("en", "zh"))
_LEVELS = [
    (part.level, " ".join(plain_words(part.heading).split()))
    for part in _EN.divisions()
    if part.heading and part.kind != "preamble"
]


def _written(bitext: Bitext, key: str) -> bytes:
    return render(excerpt(bitext, clause_rows(bitext)), key)


def test_the_treaty_has_divisions_within_divisions() -> None:
    assert {level for level, _ in _LEVELS} >= {0, 1, 2}


def test_in_markdown_and_back() -> None:
    text = _written(alone(_EN), "md").decode()
    found = [
        (len(signs) - 2, " ".join(heading.replace("\\", "").replace("*", "").split()))
        for signs, heading in re.findall(r"^(##+) (.*)$", text, re.MULTILINE)
    ]
    assert found == _LEVELS


def test_in_word() -> None:
    document = docx.Document(io.BytesIO(_written(alone(_EN), "docx")))
    found = [
        (int(paragraph.style.name.removeprefix("Heading ")) - 2, " ".join(paragraph.text.split()))
        for paragraph in document.paragraphs
        if paragraph.style is not None and re.fullmatch("Heading [2-6]", str(paragraph.style.name))
    ]
    assert found[: len(_LEVELS)] == _LEVELS
    outline = {
        style.name: style.element.pPr.xpath("./w:outlineLvl/@w:val")
        for style in document.styles
        if re.fullmatch("Heading [2-4]", str(style.name))
    }
    assert outline == {"Heading 2": ["1"], "Heading 3": ["2"], "Heading 4": ["3"]}


def test_in_html_in_both_languages() -> None:
    page = html.document_fromstring(_written(align(_EN, _ZH), "html").decode())
    found = [
        (int(heading.tag[1]) - 3, " ".join("".join(map(str, heading.itertext())).split()))
        for cell in page.iter("td")
        if (cell.get("lang") or "").startswith("en")
        for heading in cell.iter("h3", "h4", "h5", "h6")
    ]
    assert found == _LEVELS
