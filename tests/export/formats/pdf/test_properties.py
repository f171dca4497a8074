"""What the PDF says of itself: on each page, in its properties and its bookmarks."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from desktop_app.alignment.align import alone
from desktop_app.export.excerpt.choosing import clause_rows
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.excerpt.options import Arrangement, Options
from desktop_app.export.formats.registry import render
from tests.export.formats.pdf.conftest import bare, excerpt_in, file_in, page_texts
from tests.support.texts import EN_PREAMBLE, read


def test_every_page_says_what_it_is() -> None:
    pages = page_texts(file_in("converted"))
    assert len(pages) > 2
    for number, text in enumerate(pages, start=1):
        assert text.rstrip().endswith(f"{number} / {len(pages)}")
    for text in pages[1:]:
        head = " ".join(text[:300].split())
        assert head.startswith("A/RES/75/58")
        assert "converted from Simplified by OpenCC with local terms" in head
        assert "English: transcription" in head
    first = " ".join(pages[0].split())
    for version in excerpt_in("converted", "all").versions:
        assert f"{version.name}: {version.trust}" in first
        assert version.address in first
        assert version.title in first
    assert excerpt_in("converted", "all").citation in first


def _held(holder: object, *keys: str) -> Any:
    """What stands in a file under those keys, one in the other."""
    found: Any = holder
    for key in keys:
        found = found[key].get_object()
    return found


def test_addresses_are_links() -> None:
    notes = _held(PdfReader(BytesIO(file_in("both"))).pages[0], "/Annots")
    found = [_held(note.get_object(), "/A", "/URI") for note in notes]
    assert found == [version.address for version in excerpt_in("both", "all").versions]


@pytest.mark.parametrize("name", ["both", "converted", "ar"])
def test_every_font_is_in_the_file(name: str) -> None:
    fonts: dict[str, Any] = {}
    for page in PdfReader(BytesIO(file_in(name))).pages:
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
    reader = PdfReader(BytesIO(file_in("both")))
    assert reader.metadata is not None
    title = "A/RES/75/58 防止恐怖分子获取大规模毁灭性武器的措施 [source not stated]"
    assert reader.metadata.title == title
    assert not reader.metadata.author
    assert reader.metadata.subject == (
        f"{excerpt_in('both', 'all').citation} · Chinese (Simplified): source not stated, not "
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
    data = file_in("both")
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
    pages = [bare(text) for text in page_texts(data)]
    for depth, title, page in marks:
        if depth:
            assert bare(title.partition(" ")[2])[:8].rstrip("…") in pages[page], title


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
    data = file_in("both", "PP6,OP1", Options(arrangement=Arrangement.SEQUENCE))
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
