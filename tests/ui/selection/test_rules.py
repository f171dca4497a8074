"""Selected words as positions in the published text, without a window."""

import pytest

from desktop_app.alignment.align import align, alone
from desktop_app.alignment.corrections.operations import merge
from desktop_app.resolution.bitext import Bitext
from desktop_app.ui.page.building import tree
from desktop_app.ui.page.nodes import Node
from desktop_app.ui.selection.rules import (
    Move,
    Point,
    Selection,
    Unit,
    cell,
    counterpart,
    everything,
    followed,
    hits,
    moved,
    rows_of,
    spanning,
    touched,
    word,
)
from tests.support.texts import EN, ZH, read

_BITEXT = align(read(ZH), read(EN))


def _nodes(bitext: Bitext = _BITEXT) -> list[Node]:
    return list(tree(bitext).walk())


_NODES = _nodes()


def _number(id: str) -> int:
    return next(n.number for n in _NODES if n.row and id in n.row.source)


def _words(selection: Selection | None, nodes: list[Node] = _NODES) -> list[str]:
    assert selection is not None
    out: list[str] = []
    for hit in hits(nodes, selection):
        runs = nodes[hit.node].texts[hit.side][hit.paragraph].runs
        text = "".join(run.text for run in runs if run.style != "mark")
        out.append(text[hit.start : hit.end])
    return out


def _at(id: str, position: int, paragraph: int = 0) -> Point:
    return Point(_number(id), paragraph, position)


def test_the_selected_words_are_the_same_from_either_end() -> None:
    one, other = _at("pp1", 3), _at("pp2", 2)
    assert _words(Selection(0, one, other)) == _words(Selection(0, other, one))
    assert _words(Selection(1, _at("pp2", 0), _at("pp2", 11))) == ["Recognizing"]


def test_an_empty_selection_has_no_words() -> None:
    assert _words(Selection(0, _at("pp1", 3), _at("pp1", 3))) == []
    assert touched(_NODES, Selection(0, _at("pp1", 3), _at("pp1", 3))) == []


def test_a_row_at_whose_beginning_the_selection_ends_is_not_touched() -> None:
    rows = touched(_NODES, Selection(0, _at("pp1", 3), _at("pp2", 0)))
    assert [row.number for row in rows] == [_number("pp1")]


def test_two_paragraphs_of_one_cell_are_both_selected() -> None:
    found = cell(_NODES[_number("pp6")], 1)
    assert found is not None
    assert [text.split()[0] for text in _words(Selection(1, *found))] == ["Welcoming", "Welcoming"]


def test_everything_is_all_the_text_of_one_side() -> None:
    found = _words(everything(_NODES, 1))
    assert "The General Assembly," in found
    assert len(found) == sum(len(node.texts[1]) for node in _NODES if node.texts)
    assert everything(_nodes(alone(read(ZH))), 1) is None


def test_from_a_word_to_a_word_both_are_whole_either_way() -> None:
    first = word(_NODES, 1, _at("pp2", 3))
    last = word(_NODES, 1, _at("pp2", 20))
    assert _words(spanning(1, first, last)) == ["Recognizing the determination"]
    assert _words(spanning(1, last, first)) == ["Recognizing the determination"]


@pytest.mark.parametrize(
    ("moves", "selected"),
    [
        ([Move(Unit.CHARACTER, 1)], ["R"]),
        ([Move(Unit.WORD, 1)], ["Recalling"]),
        ([Move(Unit.WORD, 1), Move(Unit.WORD, 1), Move(Unit.CHARACTER, -1)], ["Recalling it"]),
        ([Move(Unit.CLAUSE, 1)], ["Recalling its resolution 74/43 of 12 December 2019,"]),
        (
            [Move(Unit.PARAGRAPH, 1), Move(Unit.WORD, -1)],
            ["Recalling its resolution 74/43 of 12 December "],
        ),
        ([Move(Unit.CHARACTER, -1)], []),
        ([Move(Unit.CHARACTER, -1), Move(Unit.CHARACTER, -1)], [","]),
    ],
)
def test_the_head_moves_by_keys(moves: list[Move], selected: list[str]) -> None:
    selection = Selection(1, _at("pp1", 0), _at("pp1", 0))
    for move in moves:
        selection = moved(_NODES, selection, move)
    assert _words(selection) == selected


def test_the_selection_grows_and_shrinks_by_clauses() -> None:
    selection = Selection(1, _at("pp1", 0), _at("pp1", 0))
    counts = []
    for way in (1, 1, 1, -1, -1):
        selection = moved(_NODES, selection, Move(Unit.CLAUSE, way))
        counts.append(len(_words(selection)))
    assert counts == [1, 2, 3, 2, 1]


def test_the_head_skips_folded_rows() -> None:
    first = cell(_NODES[_number("op1")], 1)
    assert first is not None
    selection = Selection(1, first[1], first[0])
    hidden = {_number(f"pp{number}") for number in range(1, 18)}
    found = moved(_NODES, selection, Move(Unit.CLAUSE, -1), lambda node: node.number not in hidden)
    assert _NODES[found.head.node].name in ("operative", "preamble")


def test_the_counterpart_is_the_other_text_of_the_same_rows() -> None:
    found = counterpart(_NODES, Selection(0, _at("op1", 4), _at("op2", 3)), 1)
    assert [text.split()[0] for text in _words(found)] == ["Calls", "Appeals"]


def test_the_same_words_stay_selected_after_rows_were_corrected() -> None:
    selection = Selection(1, _at("op2", 8), _at("op1", 3))
    place = next(n for n, row in enumerate(_BITEXT.rows) if row.source == ("op1",))
    after = _nodes(_BITEXT._replace(rows=merge(_BITEXT, place)))
    found = followed(selection, _NODES, after)
    assert found is not None
    assert found.head < found.anchor
    assert _words(found, after) == _words(selection)
    assert followed(Selection(1, _at("op1", 3), _at("op1", 3)), _NODES, after) is None


def test_a_selected_part_is_all_its_clauses() -> None:
    operative = next(node for node in _NODES if node.name == "operative")
    assert len(rows_of([operative], lambda node: False)) == 7
    clause = _NODES[_number("op1")]
    assert rows_of([clause, clause], lambda node: False) == [clause]
