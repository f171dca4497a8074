"""The words of the PDF, read back by pdfium and pypdf: every character in its order."""

import re
import unicodedata
from collections import Counter
from io import BytesIO
from itertools import pairwise

import pypdfium2
import pytest
from pypdf import PdfReader
from PySide6.QtGui import QGlyphRun

from desktop_app.alignment.align import alone
from desktop_app.export.excerpt.blocks import in_blocks
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.excerpt.model import Excerpt
from desktop_app.export.excerpt.options import Arrangement, ExportError, Notes, Options
from desktop_app.export.formats.pdf import design, typesetting
from desktop_app.export.formats.pdf.glyph_text import DrawnGlyphs, MismatchError
from desktop_app.export.formats.registry import render
from desktop_app.resolution.model import Run, Runs
from tests.export.formats.pdf.conftest import (
    bare,
    excerpt_in,
    file_in,
    page_texts,
    pdf_of_words,
    with_words,
)

_FIRST = {"zh": "1. 促请", "en": "1. Calls", "both": "1. 促请", "converted": "1. 促請"}
"""How the first operative paragraph begins, at the left edge of its column."""
_BODY = (design.PAGE[1] - design.BOTTOM - 30, design.PAGE[1] - design.TOP + 10)
"""Where the text of a page ends and begins, above its lower edge."""


def _columns(data: bytes, edges: tuple[float, ...]) -> list[str]:
    """What stands in the columns of all pages that have these edges in points, without labels,
    front matter, running heads and page numbers."""
    reader = PdfReader(BytesIO(data))
    begin = next(mark for mark in reader.outline if not isinstance(mark, list))
    first = reader.get_destination_page_number(begin)
    out = [""] * (len(edges) - 1)
    with pypdfium2.PdfDocument(data) as document:
        for number, page in enumerate(document):
            text = page.get_textpage()
            bottom, top = (edge / design.POINT for edge in _BODY)
            if number < (first or 0):
                continue
            if number == first:
                top = float(begin.top or 0)
            for side, (left, right) in enumerate(pairwise(edges)):
                out[side] += text.get_text_bounded(left, bottom, right, top)
    return [bare(text) for text in out]


def _left_of(data: bytes, words: str) -> float:
    """The left edge of some words, in points."""
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            text = page.get_textpage()
            found = text.search(words).get_next()
            if found:
                return float(text.get_charbox(found[0])[0])
    raise AssertionError(words)


def _text(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def _chosen(made: Excerpt, side: int) -> tuple[str, list[str]]:
    """All characters that have to be there in a language, those of the entries in order, and the
    footnotes."""
    body = "".join(_text(p.numbered) for entry in made.entries for p in entry.texts[side])
    version = made.texts[side]
    marks = {note.id: note.mark for note in version.footnotes}
    notes = [
        bare(marks.get(note.id, note.mark) + _text(note.whole(side)))
        for note in made.notes
        if note.texts[side]
    ]
    return bare(body), notes


def _without_notes(found: str, notes: list[str]) -> str:
    """The text without its footnotes, each of which stands there once."""
    for note in sorted(notes, key=len, reverse=True):
        assert found.count(note) == 1, note
        found = found.replace(note, "")
    return found


@pytest.mark.parametrize("chosen", ["PP6,OP1-3", "all"])
@pytest.mark.parametrize("name", ["zh", "en"])
def test_every_character_of_one_language_is_there_in_order(name: str, chosen: str) -> None:
    data = file_in(name, chosen)
    (found,) = _columns(data, (_left_of(data, _FIRST[name]) - 3, 595))
    body, notes = _chosen(excerpt_in(name, chosen), 0)
    assert _without_notes(found, notes) == body


@pytest.mark.parametrize("chosen", ["PP6,OP1-3", "all"])
@pytest.mark.parametrize("name", ["both", "converted"])
def test_every_character_of_both_languages_is_there_in_its_column(name: str, chosen: str) -> None:
    data = file_in(name, chosen)
    edges = (_left_of(data, _FIRST[name]) - 3, _left_of(data, _FIRST["en"]) - 3, 595)
    for side, found in enumerate(_columns(data, edges)):
        body, notes = _chosen(excerpt_in(name, chosen), side)
        # A dash says that there is nothing in this language.
        gaps = sum(not entry.texts[side] for entry in excerpt_in(name, chosen).entries)
        assert found.count("—") == gaps + body.count("—")
        assert _without_notes(found.replace("—", ""), notes) == body.replace("—", "")


@pytest.mark.parametrize("arrangement", [Arrangement.INTERLEAVED, Arrangement.SEQUENCE])
def test_every_character_is_there_where_languages_stand_one_below_the_other(
    arrangement: Arrangement,
) -> None:
    how = Options(arrangement=arrangement, notes=Notes.END)
    data = file_in("both", "PP1-6,OP1-6", how)
    (found,) = _columns(data, (0, 595))
    expected = ""
    for made in in_blocks(excerpt_in("both", "PP1-6,OP1-6", how)):
        if arrangement is Arrangement.SEQUENCE and expected:
            expected += made.versions[0].name
        for entry in made.entries:
            expected += entry.label + "".join(_text(p.numbered) for own in entry.texts for p in own)
        for note in made.notes:
            for side, own in enumerate(note.texts):
                expected += note.mark + _text(note.whole(side)) if own else ""
    # The name of the first of the texts stands above what is read here.
    assert found.removeprefix("Chinese(Simplified)") == bare(expected)


def test_every_character_of_arabic_is_there_and_its_words_in_order() -> None:
    """pdfium turns Arabic around by rules of its own, which put digits and Latin letters within a
    line elsewhere: compared are the characters, and clauses that have only Arabic words."""
    data = file_in("ar")
    made = excerpt_in("ar", "all")
    body, notes = _chosen(made, 0)
    (found,) = _columns(data, (0, _left_of(data, "PP") - 3))
    assert Counter(_upright(found)) == Counter(_upright(body + "".join(notes)))
    plain = [_text(p.runs) for e in made.entries for own in e.texts for p in own if not p.mark]
    plain = [text for text in plain if not re.search(r"[\dA-Za-z(]", text)]
    assert len(plain) > 5
    assert [text for text in plain if bare(text) not in found] == []


def _upright(text: str) -> str:
    """A text in which brackets do not look to a side, and nothing is a presentation form."""
    return unicodedata.normalize("NFKC", text).translate(str.maketrans(")]}", "([{"))


def test_arabic_stands_on_the_right_and_its_labels_beside_it() -> None:
    data = file_in("ar")
    with pypdfium2.PdfDocument(data) as document:
        text = document[0].get_textpage()
        boxes = [text.get_charbox(place) for place in range(text.count_chars())]
        said = text.get_text_range()
    assert _left_of(data, "PP") > 450
    assert max(box[2] for box, one in zip(boxes, said, strict=False) if one in "٧٥٨") > 400


@pytest.mark.parametrize(
    "text",
    [
        "大会一二日月角长青门风 of the first plane",
        "A Kangxi radical ⼤ and the ideograph 大, ⼀ and 一, ⻓ and 长",
        "of the second plane: 𠮷 and 𠮷, then more",
        "No.\u00a044004 and No. 5, co-op co\u2011op co\u2010op, one–two",
        "office, efficient, affluent, fi fl ff",
        "Cyrillic А В С, Greek Α Β, Latin A B C, µ and μ, Ω and Ω",
        "ab 中文 cd 中 ef “引文” ‘x’ … 々",
        "a\tb",
        "e\u0301 n\u0303 q\u0303",
        "＝１＋２ ，。；：？！（）［］",
        "<b>&amp; %PDF ( \\) endstream",
    ],
)
def test_any_character_is_itself_when_it_is_copied(text: str) -> None:
    assert bare(text) in bare("".join(page_texts(pdf_of_words(text))))


_SPACES = "\u00a0\u2000\u2002\u2003\u2005\u2007\u2009\u200a\u202f\u205f\u3000"


@pytest.mark.parametrize("space", _SPACES, ids=lambda space: f"U+{ord(space):04X}")
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "决定%s这样做 5%s公斤"),
        ("en", "Decides%sso, 5%skg"),
        ("ru", "Постановляет%sтак, 5%sкг"),
        ("fr", "Décide%s: 5%skg"),
    ],
)
def test_a_space_that_the_font_does_not_have_is_that_space_when_it_is_copied(
    language: str, text: str, space: str
) -> None:
    text = text.replace("%s", space)
    side = with_words((Run(text),), ())._replace(language=language)
    found = "".join(page_texts(render(excerpt(alone(side), alone(side).rows), "pdf")))
    assert text in found


def test_words_whose_glyphs_cannot_be_told_apart_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def confused(*arguments: object) -> None:
        raise MismatchError("the words of that line")

    monkeypatch.setattr(typesetting, "_add", confused)
    with pytest.raises(ExportError, match="“the words of that line” cannot be put into a PDF"):
        pdf_of_words("word")


def test_a_character_without_a_font_is_the_better_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    add = typesetting._add

    def confused(run: QGlyphRun, text: str, end: int, drawn: DrawnGlyphs, tag: bytes) -> None:
        if "word" in text:
            raise MismatchError("words")
        add(run, text, end, drawn, tag)

    monkeypatch.setattr(typesetting, "_add", confused)
    with pytest.raises(ExportError, match="No font on this computer"):
        pdf_of_words("word \U0001fffe")


def test_a_character_that_is_not_seen_is_kept() -> None:
    text = "soft\u00adhyphen, left\u200eright, joined\u2060word, variant 葛\ufe00"
    found = "".join(page.extract_text() for page in PdfReader(BytesIO(pdf_of_words(text))).pages)
    assert bare(text) in bare(found)


@pytest.mark.parametrize(
    "word", ["non-proliferation", "A/RES/75/399", "co-op", "counter-terrorism"]
)
def test_no_word_is_parted_after_its_hyphen_or_stroke(word: str) -> None:
    """pdfium leaves out a hyphen at the end of a line."""
    text = "".join(f"{'x' * (number % 7)} {word} " for number in range(80))
    pages = page_texts(pdf_of_words(text))
    assert bare(text) in bare("".join(pages))
    assert re.search(r"[-/]\s*$", "\n".join(pages), re.MULTILINE) is None


def test_no_sign_is_written_that_is_not_in_the_excerpt() -> None:
    found = set(bare("".join(page_texts(file_in("both")))))
    made = excerpt_in("both", "all")
    known = set(str(made))
    assert found - known - set("0123456789/—·") == set()


def test_a_clause_of_many_pages_is_there_as_a_whole() -> None:
    text = "促请会员国执行第 1540(2004) 号决议 on the non-proliferation of weapons; " * 1500
    data = pdf_of_words(text)
    (found,) = _columns(data, (_left_of(data, "促请") - 3, 595))
    assert len(text) > 90_000
    assert found.endswith(bare(text))


def test_a_word_without_end_goes_on_from_line_to_line() -> None:
    pages = page_texts(pdf_of_words("x" * 20_000))
    assert "".join(pages).count("x") == 20_000
    assert len(pages) > 3
