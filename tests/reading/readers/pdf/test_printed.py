"""Documents printed as the United Nations prints them come back as they are in Markdown: the same
outline, the same words, every mark on its clause; in six languages and two widths of the column."""

import re
from pathlib import Path

import pytest

from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.reading.blocks import BlockKind, Document
from desktop_app.reading.readers import markdown
from desktop_app.reading.readers.pdf import opened
from desktop_app.reading.structure.resolution import resolution
from desktop_app.resolution.model import Resolution, Run, Style, words
from tests.support.paths import FIXTURES
from tests.support.pdf.press import NARROW, WIDE, Press
from tests.support.texts import outline

_TAGS = {"zh": "zh-Hans"}
_LEFT_OUT = {
    "no_resolution.en": "none",
    # Broken into short lines by hand, which stand in print too.
    "security_council_old.en": "hand-broken lines",
    # Some twenty words: a page of these has no usual line.
    "sections_named.en": "too short",
    # Its title has a number without a full stop; the space behind that is none in Chinese print.
    "human_rights_council_vote.zh": "space within a Chinese line",
}
_DOCUMENTS = [
    BUNDLED,
    BUNDLED_TRANSLATION,
    *(file for file in sorted(FIXTURES.glob("*.md")) if file.stem not in _LEFT_OUT),
]


def _printed(document: Document, read: Resolution, tag: str, width: int) -> bytes:
    head = [text for text in (read.masthead.symbol or "A/RES/1/1", read.masthead.title) if text]
    return Press(tag=tag, width=width, head=head).printed(document.blocks, _body(document, read))


def _body(document: Document, read: Resolution) -> int:
    """The place of the enacting words among the blocks of the text."""
    enacting = _folded(words(read.parts[0].heading))[:6]
    texts = [_folded(b.text) for b in document.blocks if b.kind is not BlockKind.NOTE]
    found = (place for place, text in enumerate(texts) if enacting and text.startswith(enacting))
    return next(found, len(read.head))


def _folded(text: str) -> str:
    return re.sub(r"[^\S\n]+", "", text)


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("file", _DOCUMENTS, ids=lambda file: file.stem)
def test_a_printed_document_has_the_outline_of_its_markdown(file: Path, width: int) -> None:
    language = file.stem.rpartition(".")[2]
    document = markdown.read(file.read_text(encoding="utf-8"))
    data = _printed(document, resolution(document), _TAGS.get(language, language), width)
    expected = resolution(document)
    found = resolution(opened.read(data, lambda pages: None))
    # White space apart, and the first line, which has what the front matter says.
    assert _lines(found) == _lines(expected)


def _lines(read: Resolution) -> list[str]:
    return _folded(outline(read)).splitlines()[1:]


@pytest.mark.parametrize("language", ["ar", "en", "es", "fr", "ru", "zh"])
def test_the_six_languages_are_among_them(language: str) -> None:
    assert any(file.stem.endswith(f".{language}") for file in _DOCUMENTS)


def test_a_heading_that_is_set_alike_throughout_has_no_emphasis() -> None:
    document = markdown.read(BUNDLED_TRANSLATION.read_text(encoding="utf-8"))
    title = next(at for at, block in enumerate(document.blocks) if block.text.startswith("75/58"))
    blocks = [*document.blocks]
    blocks[title] = blocks[title].having((Run("75/58. Lights", Style.EMPHASIS),))
    found = opened.read(Press(head=("A/RES/75/58",)).printed(blocks, title + 1), lambda pages: None)
    (heading,) = (block for block in found.blocks if "Lights" in block.text)
    assert heading.kind is BlockKind.HEADING
    assert heading.runs == (Run("75/58. Lights"),)
