"""One text comes to one outline whatever form it is copied in: parted by empty lines, a paragraph a
line, wrapped, wrapped and indented."""

import re
from functools import cache
from pathlib import Path

import pytest

from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.reading.readers import markdown, text
from desktop_app.reading.structure.resolution import resolution
from desktop_app.resolution.model import Resolution
from tests.reading.forms import FORMS, plain_paragraphs
from tests.support.paths import FIXTURES
from tests.support.texts import outline

_AMBIGUOUS = {
    "no_resolution.en": "a text that is no resolution keeps its lines",
}
_DOCUMENTS = [*sorted(FIXTURES.glob("*.md")), BUNDLED, BUNDLED_TRANSLATION]


def _stated(document: Path) -> str:
    """The language of a document that has too few words to tell it, as front matter."""
    first = document.read_text(encoding="utf-8").split("---\n")
    return f"---\n{first[1]}---\n" if not first[0] and len(first) > 2 else ""


@cache
def _read(document: Path, form: str) -> Resolution:
    source = markdown.read(document.read_text(encoding="utf-8"))
    language = resolution(source).language
    copied = FORMS[form](plain_paragraphs(source), language)
    return resolution(text.read(f"{_stated(document)}{copied}\n"))


def _folded(found: Resolution) -> str:
    between = "" if found.language == "zh" else " "
    lines = outline(found).splitlines()
    return "\n".join(re.sub(r"\s+", between, line.strip()) for line in lines)


@pytest.mark.parametrize("form", [form for form in FORMS if form != "apart"])
@pytest.mark.parametrize(
    "document",
    [path for path in _DOCUMENTS if path.stem not in _AMBIGUOUS],
    ids=lambda path: path.stem,
)
def test_a_text_comes_to_one_outline_in_every_form(document: Path, form: str) -> None:
    assert _folded(_read(document, form)) == _folded(_read(document, "apart"))
