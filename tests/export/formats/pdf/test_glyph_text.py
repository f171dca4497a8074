"""The text of glyphs, and how it is written into what Qt has drawn."""

import re

import pytest

from desktop_app.export.formats.pdf.glyph_text import (
    FROM_RIGHT,
    DrawnGlyphs,
    Font,
    MismatchError,
    character_map,
    glyph_map,
    in_units,
    pieces,
    rewritten,
    texts_of,
)


@pytest.mark.parametrize(
    ("text", "starts", "end", "glyphs"),
    [
        ("大会", [0, 1], 2, ["大", "会"]),
        ("office", [0, 1, 4, 5], 6, ["o", "ffi", "c", "e"]),
        ("the end", [4, 5, 6], 7, ["e", "n", "d"]),
        ("第𠮷号", [0, 1, 3], 4, ["第", "𠮷", "号"]),
        ("q̃", [0, 0], 2, ["q", "\u0303"]),
        ("a", [0, 0], 1, ["a", "\u200b"]),
        ("ab\u2028c", [0, 1], 3, ["a", "b"]),
        ("of ", [0, 1], 3, ["o", "f "]),
    ],
)
def test_each_glyph_stands_for_the_characters_from_where_it_begins(
    text: str, starts: list[int], end: int, glyphs: list[str]
) -> None:
    assert list(texts_of(in_units(text), starts, end, False)) == glyphs


@pytest.mark.parametrize(
    ("text", "starts", "glyphs"),
    [
        ("(من)", [0, 1, 2, 3], [")", "م", "ن", "("]),
        ("لا", [0], [f"{FROM_RIGHT}لا"]),
        ("لاً", [0, 0], [f"{FROM_RIGHT}لا", "\u064b"]),
        ("من ", [0, 1], ["م", "ن"]),
    ],
)
def test_from_right_to_left_brackets_look_as_they_are_drawn_and_ligatures_are_marked(
    text: str, starts: list[int], glyphs: list[str]
) -> None:
    assert list(texts_of(text, starts, len(text), True)) == glyphs


def _drawn(codes: str, widths: str = "50") -> bytes:
    """A run of glyphs as Qt writes it."""
    places = ["500 -600", *[f"{widths} 0"] * (len(codes) - 1)]
    glyphs = "".join(
        f"{place} Td <{int(code):04X}> Tj\n" for place, code in zip(places, codes, strict=True)
    )
    return (
        f"q\n/CSp cs\n0 0 0 scn\n/GSa gs\nBT\n/F11 100 Tf 1 0 0 -1 0 0 Tm\n{glyphs}ET\nQ\n"
    ).encode()


def _added(*runs: tuple[list[int], list[str]]) -> DrawnGlyphs:
    drawn = DrawnGlyphs()
    drawn.begin_page()
    for glyphs, texts in runs:
        drawn.add(glyphs, texts)
    return drawn


def _font(drawn: DrawnGlyphs) -> Font:
    return Font({1: 500, 2: 600}, 1000, drawn.pages()[0].texts)


def test_a_run_is_written_in_one_piece_with_what_its_glyphs_are_moved() -> None:
    drawn = _added(([70, 71, 70], ["a", "b", "a"]))
    font = _font(drawn)
    found = rewritten(_drawn("121"), drawn.pages()[0], {"/F11": font})
    assert b"500.0000 -600 Td [<00010002>100<0001>] TJ\nEMC\nET\n" in found
    assert font.texts == {1: "a", 2: "b"}
    assert font.doubles == {}


def test_a_glyph_for_two_characters_has_two_codes() -> None:
    drawn = _added(([70, 70, 70], [" ", "\u00a0", " "]))
    font = _font(drawn)
    found = rewritten(_drawn("111"), drawn.pages()[0], {"/F11": font})
    assert b"[<0001FFFF0001>] TJ" in found
    assert font.texts == {1: " ", 0xFFFF: "\u00a0"}
    table = glyph_map(font.doubles)
    assert table[2:4] == table[-2:] == b"\x00\x01"


def test_a_ligature_from_right_to_left_has_a_code_for_each_letter_and_is_seen_once() -> None:
    drawn = _added(([70, 71, 70], ["b", f"{FROM_RIGHT}لا", "b"]))
    font = _font(drawn)
    found = rewritten(_drawn("121", "600"), drawn.pages()[0], {"/F11": font})
    assert b"[<0001>" in found
    assert b"<FFFF>] TJ 3 Tr [<FFFE>] TJ 0 Tr [<" in found
    assert font.texts == {1: "b", 0xFFFF: "ا", 0xFFFE: "ل"}  # as they stand from the left
    assert [font.width(code) for code in (2, 0xFFFF, 0xFFFE)] == [600, 300, 300]
    assert glyph_map(font.doubles)[-4:] == b"\x00\x02" * 2


def test_what_qt_draws_twice_to_make_it_heavier_is_text_once() -> None:
    once = _drawn("12")
    glyphs = once[once.index(b"500 ") : once.index(b"ET")]
    twice = once.replace(
        b"ET\n", b"1 0 0 -1 0 0 Tm\n/Span << /ActualText <> >> BDC\n" + glyphs + b"EMC\nET\n"
    )
    drawn = _added(([70, 71], ["a", "b"]))
    found = rewritten(twice, drawn.pages()[0], {"/F11": _font(drawn)})
    assert found.count(b"TJ") == 1
    assert b"2 Tr 3.00 w" in found
    assert b"Span" not in found


@pytest.mark.parametrize(
    ("content", "glyphs"),
    [
        (_drawn("12"), [70]),
        (_drawn("1"), [70, 71]),
        (_drawn("11"), [70, 71]),
        (_drawn("1") + _drawn("1"), [70]),
        (b"q\nQ\n", [70]),
    ],
)
def test_what_is_not_what_was_drawn_is_refused(content: bytes, glyphs: list[int]) -> None:
    drawn = _added((glyphs, ["a"] * len(glyphs)))
    with pytest.raises(MismatchError):
        rewritten(content, drawn.pages()[0], {"/F11": _font(drawn)})


def test_a_character_map_has_sections_of_a_hundred_and_characters_beyond_the_first_plane() -> None:
    found = character_map(dict.fromkeys(range(1, 202), "𠮷"))
    assert re.findall(rb"(\d+) beginbfchar", found) == [b"100", b"100", b"1"]
    assert b"<00C9> <D842DFB7>" in found


def test_characters_that_no_font_has_are_kept() -> None:
    assert _added(([0, 5], ["\ue123", "a"])).missing == {"\ue123"}


def test_each_run_of_a_page_can_stand_behind_another_page() -> None:
    runs = [b"q\n/CSp cs\n0 0 0 scn\nBT\n/F1 85 Tf\n<%04X> Tj\nET\nQ\n" % code for code in (1, 2)]
    page = b"/GSa gs\nq q\nQ\nQ q\n" + b"".join(runs) + b"Q Q\n"
    assert pieces(page) == runs
    assert pieces(b"q q\nQ\nQ Q\n") == []
