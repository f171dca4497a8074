"""What is said about pages, and what stands at a point of one."""

from desktop_app.resolution.bitext import Bitext, Row
from desktop_app.resolution.model import Place, Places
from desktop_app.ui.page.building import tree
from desktop_app.ui.printed.pages import at, named, places_of
from tests.support.texts import bundled_pair

_PLACES = Places(
    "digest",
    (
        Place("op1", 2, (100.0, 50.0, 400.0, 90.0)),
        Place("op2", 2, (100.0, 90.0, 400.0, 130.0)),
        Place("op2", 3, (100.0, 50.0, 400.0, 60.0)),
        Place("op2.a", 3, (120.0, 52.0, 400.0, 58.0)),
    ),
)


def test_pages_are_named_in_words() -> None:
    assert named([]) == ""
    assert named([3]) == "page 3"
    assert named([3, 4]) == "pages 3 and 4"
    assert named([3, 4, 5]) == "pages 3 to 5"


def test_a_point_of_a_page_is_that_of_the_smallest_box_there() -> None:
    assert at(200, 100, 2, _PLACES) == "op2"
    assert at(200, 55, 3, _PLACES) == "op2.a"
    assert at(20, 55, 3, _PLACES) == ""
    assert at(200, 100, 9, _PLACES) == ""


def test_a_row_with_two_clauses_has_the_places_of_both() -> None:
    pair = bundled_pair()
    row = Row(("op1", "op2"), ("op1",), 1.0)
    root = tree(Bitext(pair.source, pair.target, (row,)))
    node = next(node for node in root.walk() if node.row == row)
    assert [place.page for place in places_of(node, 0, _PLACES)] == [2, 2, 3]
    assert [place.page for place in places_of(node, 1, _PLACES)] == [2]


def test_a_section_without_a_printed_heading_is_where_its_first_row_is() -> None:
    root = tree(bundled_pair())
    operative = next(node for node in root.children if node.section == "operative")
    assert [place.id for place in places_of(operative, 0, _PLACES)] == ["op1"]
