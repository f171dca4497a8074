"""Where a person is, carried over to another pair of versions."""

from desktop_app.alignment.align import align, alone
from desktop_app.resolution.bitext import Bitext
from desktop_app.ui.page.building import tree
from desktop_app.ui.page.following import carried_over, leads, shared_sides
from desktop_app.ui.page.nodes import Node, Place
from tests.support.texts import EN, EN_PREAMBLE, ZH, ZH_PREAMBLE, read


def _nodes(bitext: Bitext) -> list[Node]:
    return list(tree(bitext).walk())


def _number(nodes: list[Node], side: int, id: str) -> int:
    return next(
        node.number for node in nodes if node.row and id in (node.row.source, node.row.target)[side]
    )


def test_the_texts_that_two_pairs_have_in_common() -> None:
    pair = align(read(ZH), read(EN))
    assert shared_sides(pair, pair) == {0: 0, 1: 1}
    assert shared_sides(pair, pair.swapped()) == {0: 1, 1: 0}
    assert shared_sides(pair, Bitext(read(EN), None, ())) == {1: 0}
    assert shared_sides(pair, Bitext(read(EN_PREAMBLE), None, ())) == {}


def test_a_row_of_two_clauses_leads_to_both_rows() -> None:
    """PP6 of the bundled Chinese text stands against PP6 and PP7 of the English one."""
    before, now = _nodes(align(read(ZH), read(EN))), _nodes(alone(read(EN)))
    led = leads(before, now, {1: 0})
    rows = [now[number].name for number in led[_number(before, 0, "pp6")]]
    assert rows == ["PP6", "PP7"]


def test_a_place_in_a_clause_that_the_other_pair_lacks_leads_to_what_stands_before_it() -> None:
    longer = read(EN_PREAMBLE + "Recalling also its decision on lighthouses,\n\n1. Decides so;\n")
    shorter = read(ZH_PREAMBLE + "1. 决定如此。\n")
    before, now = _nodes(align(longer, shorter)), _nodes(alone(shorter))
    place = Place(top=_number(before, 0, "pp2"), share=0.5, current=0, folded=frozenset())
    expected = Place(_number(now, 0, "pp1"), 0.5, 0, frozenset())
    assert carried_over(before, place, now, {1: 0}) == expected
