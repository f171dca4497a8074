"""The PDF, read back by pdfium and pypdf: its words in order, its fonts, what it says of itself."""

import os
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader
from PySide6.QtGui import QGlyphRun
from PySide6.QtWidgets import QApplication

from desktop_app.alignment.align import align, alone
from desktop_app.citation.typed import select
from desktop_app.export.excerpt.blocks import in_blocks
from desktop_app.export.excerpt.choosing import clause_rows, rows_of
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.excerpt.model import Excerpt
from desktop_app.export.excerpt.options import Arrangement, ExportError, Notes, Options
from desktop_app.export.formats.pdf import design, typesetting
from desktop_app.export.formats.pdf import document as pdf
from desktop_app.export.formats.pdf.glyph_text import DrawnGlyphs, MismatchError
from desktop_app.export.formats.pdf.pages import Line
from desktop_app.export.formats.registry import render
from desktop_app.opening.bundled import BUNDLED
from desktop_app.resolution.model import (
    Footnote,
    Part,
    PartKind,
    Provenance,
    Resolution,
    Run,
    Runs,
    Style,
)
from desktop_app.script.convert import convert_bitext
from tests.support.paths import FIXTURES, ROOT
from tests.support.texts import EN, EN_PREAMBLE, ZH, read
from tests.tools.bench.made_up import bitext as made_up

_FIXTURES = FIXTURES
_ZH, _EN = read(ZH), read(EN)
_AR = read((_FIXTURES / "general_assembly_75_58.ar.md").read_text(encoding="utf-8"))
_BOTH = align(_ZH, _EN)
_TEXTS = {
    "zh": alone(_ZH),
    "en": alone(_EN),
    "both": _BOTH,
    "converted": convert_bitext(_BOTH, "s2twp"),
    "ar": alone(_AR),
}
_FIRST = {"zh": "1. 促请", "en": "1. Calls", "both": "1. 促请", "converted": "1. 促請"}
"""How the first operative paragraph begins, at the left edge of its column."""
_BODY = (design.PAGE[1] - design.BOTTOM - 30, design.PAGE[1] - design.TOP + 10)
"""Where the text of a page ends and begins, above its lower edge."""


@cache
def _excerpt(name: str, chosen: str, options: Options = Options()) -> Excerpt:  # noqa: B008
    bitext = _TEXTS[name]
    return excerpt(bitext, rows_of(bitext, select(chosen, bitext.source)), options)


@cache
def _file(name: str, chosen: str = "all", options: Options = Options()) -> bytes:  # noqa: B008
    return render(_excerpt(name, chosen, options), "pdf")


def _written(clause: Runs | str, notes: tuple[Footnote, ...] = ()) -> bytes:
    """A resolution of one operative paragraph."""
    return render(_made(clause, notes), "pdf")


def _made(clause: Runs | str, notes: tuple[Footnote, ...] = ()) -> Excerpt:
    bitext = alone(_with((Run(clause),) if isinstance(clause, str) else clause, notes))
    return excerpt(bitext, clause_rows(bitext))


def _with(runs: Runs, notes: tuple[Footnote, ...]) -> Resolution:
    base = read(f"{EN_PREAMBLE}Decides to act in the name of all.\n")
    clause = base.parts[1].clauses[0]._replace(runs=runs, opening="")
    part = Part("operative", PartKind.OPERATIVE, (), (clause,))
    return base._replace(parts=(part,), footnotes=notes)


def _page_texts(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as document:
        return [page.get_textpage().get_text_range() for page in document]


def _bare(text: str) -> str:
    """A text without its white space and what is not seen at all."""
    return re.sub(r"[\s\u200b]+", "", text)


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
    return [_bare(text) for text in out]


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
        _bare(marks.get(note.id, note.mark) + _text(note.whole(side)))
        for note in made.notes
        if note.texts[side]
    ]
    return _bare(body), notes


def _without_notes(found: str, notes: list[str]) -> str:
    """The text without its footnotes, each of which stands there once."""
    for note in sorted(notes, key=len, reverse=True):
        assert found.count(note) == 1, note
        found = found.replace(note, "")
    return found


# DrawnGlyphs


@pytest.mark.parametrize("chosen", ["PP6,OP1-3", "all"])
@pytest.mark.parametrize("name", ["zh", "en"])
def test_every_character_of_one_language_is_there_in_order(name: str, chosen: str) -> None:
    data = _file(name, chosen)
    (found,) = _columns(data, (_left_of(data, _FIRST[name]) - 3, 595))
    body, notes = _chosen(_excerpt(name, chosen), 0)
    assert _without_notes(found, notes) == body


@pytest.mark.parametrize("chosen", ["PP6,OP1-3", "all"])
@pytest.mark.parametrize("name", ["both", "converted"])
def test_every_character_of_both_languages_is_there_in_its_column(name: str, chosen: str) -> None:
    data = _file(name, chosen)
    edges = (_left_of(data, _FIRST[name]) - 3, _left_of(data, _FIRST["en"]) - 3, 595)
    for side, found in enumerate(_columns(data, edges)):
        body, notes = _chosen(_excerpt(name, chosen), side)
        # A dash says that there is nothing in this language.
        gaps = sum(not entry.texts[side] for entry in _excerpt(name, chosen).entries)
        assert found.count("—") == gaps + body.count("—")
        assert _without_notes(found.replace("—", ""), notes) == body.replace("—", "")


@pytest.mark.parametrize("arrangement", [Arrangement.INTERLEAVED, Arrangement.SEQUENCE])
def test_every_character_is_there_where_languages_stand_one_below_the_other(
    arrangement: Arrangement,
) -> None:
    how = Options(arrangement=arrangement, notes=Notes.END)
    data = _file("both", "PP1-6,OP1-6", how)
    (found,) = _columns(data, (0, 595))
    expected = ""
    for made in in_blocks(_excerpt("both", "PP1-6,OP1-6", how)):
        if arrangement is Arrangement.SEQUENCE and expected:
            expected += made.versions[0].name
        for entry in made.entries:
            expected += entry.label + "".join(_text(p.numbered) for own in entry.texts for p in own)
        for note in made.notes:
            for side, own in enumerate(note.texts):
                expected += note.mark + _text(note.whole(side)) if own else ""
    # The name of the first of the texts stands above what is read here.
    assert found.removeprefix("Chinese(Simplified)") == _bare(expected)


def test_every_character_of_arabic_is_there_and_its_words_in_order() -> None:
    """pdfium turns Arabic around by rules of its own, which put digits and Latin letters within a
    line elsewhere: compared are the characters, and clauses that have only Arabic words."""
    data = _file("ar")
    made = _excerpt("ar", "all")
    body, notes = _chosen(made, 0)
    (found,) = _columns(data, (0, _left_of(data, "PP") - 3))
    assert Counter(_upright(found)) == Counter(_upright(body + "".join(notes)))
    plain = [_text(p.runs) for e in made.entries for own in e.texts for p in own if not p.mark]
    plain = [text for text in plain if not re.search(r"[\dA-Za-z(]", text)]
    assert len(plain) > 5
    assert [text for text in plain if _bare(text) not in found] == []


def _upright(text: str) -> str:
    """A text in which brackets do not look to a side, and nothing is a presentation form."""
    return unicodedata.normalize("NFKC", text).translate(str.maketrans(")]}", "([{"))


def test_arabic_stands_on_the_right_and_its_labels_beside_it() -> None:
    data = _file("ar")
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
    assert _bare(text) in _bare("".join(_page_texts(_written(text))))


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
    side = _with((Run(text),), ())._replace(language=language)
    found = "".join(_page_texts(render(excerpt(alone(side), alone(side).rows), "pdf")))
    assert text in found


def test_words_whose_glyphs_cannot_be_told_apart_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def confused(*arguments: object) -> None:
        raise MismatchError("the words of that line")

    monkeypatch.setattr(typesetting, "_add", confused)
    with pytest.raises(ExportError, match="“the words of that line” cannot be put into a PDF"):
        _written("word")


def test_a_character_without_a_font_is_the_better_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    add = typesetting._add

    def confused(run: QGlyphRun, text: str, end: int, drawn: DrawnGlyphs) -> None:
        if "word" in text:
            raise MismatchError("words")
        add(run, text, end, drawn)

    monkeypatch.setattr(typesetting, "_add", confused)
    with pytest.raises(ExportError, match="No font on this computer"):
        _written("word \U0001fffe")


def test_a_character_that_is_not_seen_is_kept() -> None:
    text = "soft\u00adhyphen, left\u200eright, joined\u2060word, variant 葛\ufe00"
    found = "".join(page.extract_text() for page in PdfReader(BytesIO(_written(text))).pages)
    assert _bare(text) in _bare(found)


@pytest.mark.parametrize(
    "word", ["non-proliferation", "A/RES/75/399", "co-op", "counter-terrorism"]
)
def test_no_word_is_parted_after_its_hyphen_or_stroke(word: str) -> None:
    """pdfium leaves out a hyphen at the end of a line."""
    text = "".join(f"{'x' * (number % 7)} {word} " for number in range(80))
    pages = _page_texts(_written(text))
    assert _bare(text) in _bare("".join(pages))
    assert re.search(r"[-/]\s*$", "\n".join(pages), re.MULTILINE) is None


def test_no_sign_is_written_that_is_not_in_the_excerpt() -> None:
    found = set(_bare("".join(_page_texts(_file("both")))))
    made = _excerpt("both", "all")
    known = set(str(made))
    assert found - known - set("0123456789/—·") == set()


def test_a_clause_of_many_pages_is_there_as_a_whole() -> None:
    text = "促请会员国执行第 1540(2004) 号决议 on the non-proliferation of weapons; " * 1500
    data = _written(text)
    (found,) = _columns(data, (_left_of(data, "促请") - 3, 595))
    assert len(text) > 90_000
    assert found.endswith(_bare(text))


def test_a_word_without_end_goes_on_from_line_to_line() -> None:
    pages = _page_texts(_written("x" * 20_000))
    assert "".join(pages).count("x") == 20_000
    assert len(pages) > 3


# Notes


def test_a_note_is_at_the_foot_of_the_page_that_calls_it() -> None:
    bitext = made_up(60, 60)
    source = bitext.source
    (part,) = source.parts
    mark = Run("*", Style.MARK, "fn1")
    called = part.clauses[40]._replace(runs=(*part.clauses[40].runs, mark))
    clauses = (*part.clauses[:40], called, *part.clauses[41:])
    source = source._replace(
        parts=(part._replace(clauses=clauses),),
        footnotes=(Footnote("fn1", "*", (Run("注释文字"),)),),
    )
    single = alone(source)
    for notes, on_its_page in ((Notes.FOOT, True), (Notes.END, False)):
        made = excerpt(single, clause_rows(single), Options(notes=notes))
        pages = _page_texts(render(made, "pdf"))
        note = next(number for number, text in enumerate(pages) if "注释文字" in text)
        call = next(number for number, text in enumerate(pages) if "OP41" in text)
        assert call < len(pages) - 1
        assert note == (call if on_its_page else len(pages) - 1)
        assert sum(text.count("注释文字") for text in pages) == 1


def test_a_note_that_is_called_by_nothing_stands_at_the_end() -> None:
    data = _written("Decides to act.", (Footnote("fn9", "9", (Run("Called by nothing."),)),))
    (text,) = _page_texts(data)
    assert _bare(text).index("Decidestoact.") < _bare(text).index("9Calledbynothing.")


def test_without_notes_there_are_neither_notes_nor_marks() -> None:
    text = "".join(_page_texts(_file("en", "all", Options(notes=Notes.NONE))))
    assert "Treaty Series" not in text
    assert re.search(r"Terrorism,\s", text)


def test_marks_are_raised_and_smaller() -> None:
    data = _file("zh", "PP6")
    with pypdfium2.PdfDocument(data) as document:
        text = document[0].get_textpage()
        place = text.get_text_range().index("公约》1") + 2
        _, below, _, above = text.get_charbox(place, loose=True)
        _, bottom, _, top = text.get_charbox(place + 1, loose=True)
    assert bottom > below
    assert top - bottom < 0.8 * (above - below)


# What the page says of itself


def test_every_page_says_what_it_is() -> None:
    pages = _page_texts(_file("converted"))
    assert len(pages) > 2
    for number, text in enumerate(pages, start=1):
        assert text.rstrip().endswith(f"{number} / {len(pages)}")
    for text in pages[1:]:
        head = " ".join(text[:300].split())
        assert head.startswith("A/RES/75/58")
        assert "converted from Simplified by OpenCC with local terms" in head
        assert "English: transcription" in head
    first = " ".join(pages[0].split())
    for version in _excerpt("converted", "all").versions:
        assert f"{version.name}: {version.trust}" in first
        assert version.address in first
        assert version.title in first
    assert _excerpt("converted", "all").citation in first


def _held(holder: object, *keys: str) -> Any:
    """What stands in a file under those keys, one in the other."""
    found: Any = holder
    for key in keys:
        found = found[key].get_object()
    return found


def test_addresses_are_links() -> None:
    notes = _held(PdfReader(BytesIO(_file("both"))).pages[0], "/Annots")
    found = [_held(note.get_object(), "/A", "/URI") for note in notes]
    assert found == [version.address for version in _excerpt("both", "all").versions]


@pytest.mark.parametrize("name", ["both", "converted", "ar"])
def test_every_font_is_in_the_file(name: str) -> None:
    fonts: dict[str, Any] = {}
    for page in PdfReader(BytesIO(_file(name))).pages:
        for font in _held(page, "/Resources", "/Font").values():
            (inner,) = _held(font.get_object(), "/DescendantFonts")
            fonts[_held(font.get_object(), "/BaseFont")] = _held(
                inner.get_object(), "/FontDescriptor"
            )
    assert len(fonts) > 1
    for described in fonts.values():
        files = [key for key in described if key.startswith("/FontFile")]
        assert len(files) == 1
        assert _held(described, files[0]).get_data()


def test_the_file_says_what_it_is_and_in_which_language() -> None:
    reader = PdfReader(BytesIO(_file("both")))
    assert reader.metadata is not None
    title = "A/RES/75/58 防止恐怖分子获取大规模毁灭性武器的措施 [source not stated]"
    assert reader.metadata.title == title
    assert not reader.metadata.author
    assert reader.metadata.subject == (
        f"{_excerpt('both', 'all').citation} · Chinese (Simplified): source not stated, not "
        "compared with the official record · English: transcription, not the official record"
    )
    assert reader.metadata.keywords == "A/RES/75/58"
    assert _held(reader.root_object, "/Lang") == "zh-Hans"
    assert _held(reader.root_object, "/ViewerPreferences", "/DisplayDocTitle").value is True
    assert reader.pdf_header == "%PDF-1.7"
    described = reader.xmp_metadata
    assert described is not None
    assert described.dc_title == {"x-default": reader.metadata.title}
    assert described.dc_language == ["zh-Hans", "en"]


def _outline(data: bytes) -> Iterator[tuple[int, str, int]]:
    """The bookmarks: how deep, what they say, and the page that they lead to."""
    reader = PdfReader(BytesIO(data))

    def within(marks: Any, depth: int) -> Iterator[tuple[int, str, int]]:
        for mark in marks:
            if isinstance(mark, list):
                yield from within(mark, depth + 1)
            else:
                yield depth, mark.title, reader.get_destination_page_number(mark) or 0

    yield from within(reader.outline, 0)


def test_bookmarks_lead_to_the_parts_and_their_clauses() -> None:
    data = _file("both")
    marks = list(_outline(data))
    assert [title for depth, title, _ in marks if not depth] == [
        "Masthead",
        "Preamble",
        "Operative part",
        "Closing lines",
        "Footnotes",
    ]
    labels = [title.split()[0] for depth, title, _ in marks if depth]
    assert labels == [
        *(f"PP{n}" for n in range(1, 18)),
        *(f"OP{n}" for n in range(1, 7)),
        *"1234567",
    ]
    pages = [_bare(text) for text in _page_texts(data)]
    for depth, title, page in marks:
        if depth:
            assert _bare(title.partition(" ")[2])[:8].rstrip("…") in pages[page], title


def test_bookmarks_of_annexes_have_their_headings_and_sub_paragraphs_stand_below() -> None:
    text = (
        f"{EN_PREAMBLE}1. Decides:\n\n(a) To act;\n\n2. Ends.\n\n## Annex\n\n## Rules\n\n1. One.\n"
    )
    bitext = alone(read(text))
    data = render(excerpt(bitext, clause_rows(bitext)), "pdf")
    found = [(depth, title) for depth, title, _ in _outline(data)]
    assert (1, "OP1 Decides:") in found
    assert (2, "OP1(a) To act;") in found
    assert [title for depth, title in found if not depth][-1].startswith("Annex")


def test_bookmarks_of_texts_one_after_the_other_stand_below_the_names_of_the_texts() -> None:
    data = _file("both", "PP6,OP1", Options(arrangement=Arrangement.SEQUENCE))
    found = [(depth, title) for depth, title, _ in _outline(data) if depth < 2]
    assert found == [
        (0, "Chinese (Simplified)"),
        (1, "Preamble"),
        (1, "Operative part"),
        (1, "Footnotes"),
        (0, "English"),
        (1, "Preamble"),
        (1, "Operative part"),
        (1, "Footnotes"),
    ]


# Bad input, long work, the window


def test_a_character_without_a_font_is_told() -> None:
    with pytest.raises(ExportError, match=r"No font on this computer has .* \(U\+1FFFE\)"):
        _written("a \U0001fffe b")


def test_a_control_character_is_told() -> None:
    with pytest.raises(ExportError, match=r"OP1 holds the character U\+000B, which PDF cannot"):
        _written("a\x0bb")


def test_progress_runs_to_the_end_and_ends_the_work_when_it_raises() -> None:
    told: list[float] = []
    render(_excerpt("both", "all"), "pdf", told.append)
    assert told == sorted(told)
    assert told[0] < 0.2
    assert told[-1] == 1.0

    def stop(share: float) -> None:
        if share > 0.4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        render(_excerpt("both", "all"), "pdf", stop)


def test_the_preview_is_the_first_page(qapp: QApplication) -> None:
    image = pdf.preview(_excerpt("both", "all"), 400)
    assert (image.width(), image.height()) == (400, 566)
    dark = sum(
        image.pixelColor(x, y).lightness() < 128 for x in range(0, 400) for y in range(0, 566)
    )
    assert dark > 1000


def test_the_preview_of_a_long_text_sets_its_first_page_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bitext = made_up(2000, 60)
    made = excerpt(bitext, clause_rows(bitext))
    counted = 0

    def counting(runs: Runs, look: typesetting.Look, *places: int) -> list[Line]:
        nonlocal counted
        counted += 1
        return typesetting.lines(runs, look, *places)

    monkeypatch.setattr(design, "lines", counting)
    assert not pdf.preview(made, 300).isNull()
    assert 0 < counted < 100


def test_it_is_written_without_a_display(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in names}
    command = [sys.executable, "-m", "desktop_app", "export", str(BUNDLED)]
    command += ["--clauses", "OP1", "--to", "pdf", "-o", str(path)]
    subprocess.run(command, env=environment, cwd=ROOT, check=True, timeout=600)
    assert "促请" in "".join(_page_texts(path.read_bytes()))


def test_official_texts_of_many_pages_have_a_running_head_that_says_nothing_else() -> None:
    official = _BOTH._replace(
        source=_BOTH.source._replace(provenance=Provenance.OFFICIAL),
        target=_BOTH.target and _BOTH.target._replace(provenance=Provenance.OFFICIAL),
    )
    data = render(excerpt(official, clause_rows(official)), "pdf")
    pages = PdfReader(BytesIO(data)).pages
    assert len(pages) > 2
    assert pages[1].extract_text().splitlines()[0].strip() == "A/RES/75/58"
