"""The box of every clause of a printed PDF holds exactly its words, as PDFium itself finds them."""

import ctypes
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest

from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.reading.printed import places
from desktop_app.reading.readers import markdown
from desktop_app.reading.readers.pdf import opened
from desktop_app.reading.structure.resolution import resolution
from desktop_app.resolution.model import Place, Resolution, Runs
from tests.reading.readers.pdf.test_printed import _printed
from tests.support.paths import FIXTURES
from tests.support.pdf.press import NARROW, WIDE

_TAGS = {"zh": "zh-Hans"}
_FILES = [BUNDLED, BUNDLED_TRANSLATION, *sorted(FIXTURES.glob("general_assembly_75_58.*.md"))]
_FILES += [FIXTURES / f"security_council_1540.{code}.md" for code in ("ar", "zh")]
_Letter = tuple[str, int, float, float]
"""A letter, its page from 1, and where its middle is, from the top left corner."""


def _letters(data: bytes) -> list[_Letter]:
    """Every letter of a PDF."""
    file = pdfium.PdfDocument(data)
    out: list[_Letter] = []
    edges = [ctypes.c_double() for _ in range(4)]
    for number, page in enumerate(file, 1):
        height = page.get_height()
        words = page.get_textpage()
        for at in range(words.count_chars()):
            raw.FPDFText_GetCharBox(words.raw, at, *edges)
            left, right, bottom, top = (edge.value for edge in edges)
            for sign in _folded(chr(raw.FPDFText_GetUnicode(words.raw, at))):
                out.append((sign, number, (left + right) / 2, height - (bottom + top) / 2))
    file.close()
    return out


def _folded(words: str) -> Iterable[str]:
    return (sign for sign in unicodedata.normalize("NFKC", words) if sign.isalnum())


def _inside(letters: Sequence[_Letter], found: Iterable[Place]) -> Counter[str]:
    """The letters in the boxes of some places."""
    boxes = [(place.page, place.box) for place in found if place.box]
    return Counter(
        sign
        for sign, page, x, y in letters
        if any(
            page == own and box[0] <= x <= box[2] and box[1] <= y <= box[3] for own, box in boxes
        )
    )


def _expected(mark: str, runs: Runs) -> Counter[str]:
    return Counter(_folded(mark + "".join(run.text for run in runs)))


def _read(data: bytes) -> tuple[Resolution, dict[str, list[Place]]]:
    document = opened.read(data, lambda pages: None)
    found = resolution(document)
    known: dict[str, list[Place]] = defaultdict(list)
    for place in places(found, document.printed):
        known[place.id].append(place)
    return found, known


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("file", _FILES, ids=lambda file: file.stem)
def test_the_boxes_of_a_clause_hold_its_words_and_no_others(file: Path, width: int) -> None:
    language = file.stem.rpartition(".")[2]
    document = markdown.read(file.read_text(encoding="utf-8"))
    data = _printed(document, resolution(document), _TAGS.get(language, language), width)
    letters = _letters(data)
    found, known = _read(data)
    clauses = list(found.walk())
    assert len(clauses) > 5
    for clause in clauses:
        assert _inside(letters, known[clause.id]) == _expected(clause.mark, clause.runs), clause.id
    for note in found.footnotes:
        held = _inside(letters, known[note.id])
        assert held in (_expected(note.mark, note.runs), _expected("", note.runs)), note.id
