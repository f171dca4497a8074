"""Where clauses stand in their file: what is found there has the lines with its very words."""

from desktop_app.reading.blocks import Stretch
from desktop_app.reading.printed import places
from desktop_app.reading.readers import markdown
from desktop_app.reading.structure.resolution import resolution
from desktop_app.resolution.model import Place, Resolution

_TEXT = """\
The General Assembly,

*Recalling* its resolutions 74/43 and 73/55,[^1]

*Noting* the lighthouses of the northern coasts,

1. *Requests* the keepers to keep them lit;

2. *Decides* to remain seized of the matter.

[^1]: United Nations, Treaty Series, vol. 2445.
"""


def _read(text: str = _TEXT) -> Resolution:
    return resolution(markdown.read(text))


def _line(text: str, page: int, top: float, column: int = 0) -> Stretch:
    return Stretch(text, page, (100.0, top, 400.0, top + 10), column)


_PRINTED = [
    _line("The General Assembly,", 1, 50),
    _line("Recalling its resolutions", 1, 70),
    _line("74/43 and 73/55,", 1, 80),
    _line("Noting the light-", 1, 100),
    _line("houses of the northern coasts,", 2, 50, 1),
    _line("1. Requests the keepers to keep them lit;", 2, 70, 1),
    _line("2. Decides to remain seized of the matter.", 2, 90, 1),
    Stretch("United Nations, Treaty Series, vol. 2445.", 1, (100.0, 700.0, 400.0, 710.0), 0, True),
]


def _of(found: tuple[Place, ...], id: str) -> list[tuple[int, tuple[float, ...] | None]]:
    return [(place.page, place.box) for place in found if place.id == id]


def test_a_clause_has_the_box_around_its_lines() -> None:
    found = places(_read(), _PRINTED)
    assert _of(found, "pp1") == [(1, (100.0, 70.0, 400.0, 90.0))]
    assert _of(found, "op1") == [(2, (100.0, 70.0, 400.0, 80.0))]


def test_a_clause_across_a_page_end_has_two_places() -> None:
    found = places(_read(), _PRINTED)
    assert _of(found, "pp2") == [(1, (100.0, 100.0, 400.0, 110.0)), (2, (100.0, 50.0, 400.0, 60.0))]


def test_a_footnote_has_the_place_of_its_own_words() -> None:
    assert _of(places(_read(), _PRINTED), "fn1") == [(1, (100.0, 700.0, 400.0, 710.0))]


def test_the_heading_of_a_part_has_a_place() -> None:
    assert _of(places(_read(), _PRINTED), "preamble") == [(1, (100.0, 50.0, 400.0, 60.0))]


def test_nothing_is_said_of_words_that_are_not_printed() -> None:
    printed = [s for s in _PRINTED if "lit" not in s.text]
    found = places(_read(), printed)
    assert _of(found, "op1") == []
    assert _of(found, "op2") == [(2, (100.0, 90.0, 400.0, 100.0))]


def test_a_clause_whose_words_are_others_does_not_get_the_place_of_its_twin() -> None:
    """The first paragraph is printed otherwise; far below, the very words of it stand again."""
    words = "Words of an annex, paragraph {} of it, which is long"
    far = [_line(words.format(n), 3, 9.0 * n) for n in range(60)]
    printed = [
        _line("Recalled its resolutions 74/43 and 73/55,", 1, 70),
        *_PRINTED[3:-1],
        *far,
        _line("Recalling its resolutions 74/43 and 73/55,", 9, 10),
    ]
    found = places(_read(), printed)
    assert _of(found, "pp1") == []
    assert [page for page, _ in _of(found, "op2")] == [2]


def test_short_words_have_a_place_only_where_they_come_next() -> None:
    text = _TEXT.replace("*Noting* the lighthouses of the northern coasts,", "*Noting* fog,")
    printed = [
        _PRINTED[0],
        *_PRINTED[1:3],
        _line("Bearing in mind that others are noting fog, too,", 1, 100),
        *_PRINTED[5:],
    ]
    found = places(_read(text), printed)
    assert _of(found, "pp2") == []
    assert [page for page, _ in _of(found, "op1")] == [2]


def test_two_paragraphs_on_one_line_both_have_that_line() -> None:
    printed = [
        *_PRINTED[:3],
        _line("Noting the lighthouses of the northern coasts, 1. Requests the keepers", 1, 100),
        _line("to keep them lit; 2. Decides to remain seized of the matter.", 1, 110),
    ]
    found = places(_read(), printed)
    assert _of(found, "pp2") == [(1, (100.0, 100.0, 400.0, 110.0))]
    assert _of(found, "op1") == [(1, (100.0, 100.0, 400.0, 120.0))]
    assert _of(found, "op2") == [(1, (100.0, 110.0, 400.0, 120.0))]


def test_a_paragraph_in_two_columns_of_a_page_has_two_boxes() -> None:
    lines = _line("Noting the light-", 1, 700), _line("houses of the northern coasts,", 1, 50, 1)
    printed = [*_PRINTED[:3], *lines]
    assert [page for page, _ in _of(places(_read(), printed), "pp2")] == [1, 1]


def test_a_file_without_pages_has_no_places() -> None:
    assert places(_read(), []) == ()
    assert markdown.read(_TEXT).printed == ()


def test_a_few_chinese_characters_are_words_enough_to_be_found_again() -> None:
    text = "大会，\n\n*回顾* 其决议，\n\n*注意到* 北方海岸的灯塔，\n\n1. *请* 看守人点亮灯塔。\n"
    printed = [
        _line("大会，", 1, 50),
        _line("重申其决议，", 1, 70),
        _line("注意到北方海岸的灯塔，", 1, 90),
        _line("1. 请看守人点亮灯塔。", 2, 50),
    ]
    found = places(_read(text), printed)
    assert _of(found, "pp1") == []
    assert [page for page, _ in _of(found, "pp2")] == [1]
    assert [page for page, _ in _of(found, "op1")] == [2]
